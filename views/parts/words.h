// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace redoubt {

/// Figures as people read them, in the words of the window.

/// A percentage with every digit that the figure has.
[[nodiscard]] QString percentInFull(double availability);
/// `71 minutes`, `4 days`, `under a second`.
[[nodiscard]] QString durationText(double minutes);
/// `71 minutes a year`, `4 days a year`, `under a second a year`.
[[nodiscard]] QString downtimeText(double minutesYear);
/// `2,500`.
[[nodiscard]] QString countText(double count);
/// `1 error`, `3 warnings`.
[[nodiscard]] QString counted(int count, const QString& one, const QString& many);
/// The text in lines of about 60 characters, as a tool tip shows it; `indent` begins each line but the first.
[[nodiscard]] QString wrapped(const QString& text, const QString& indent = {});
/// `just now`, `5 minutes ago`, `yesterday`, `12 March`.
[[nodiscard]] QString agoText(const QDateTime& then, const QDateTime& now);

}  // namespace redoubt
