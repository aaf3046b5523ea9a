// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/design/design.h"

#include <QDate>

namespace redoubt {

/// `In force`, `Expired`, `Accepts nothing`, `Unknown rule`, `Rule is off`.
[[nodiscard]] QString waiverStateWord(WaiverState state);

/// The design's waivers with this finding accepted; the last word on rule and subjects wins.
[[nodiscard]] std::vector<Waiver> withWaiver(std::vector<Waiver> waivers, const Finding& finding, const QString& reason,
                                             const QString& by, const QDate& date, const QDate& expires = {});
/// The design's waivers without the one that covers the finding.
[[nodiscard]] std::vector<Waiver> withoutWaiver(std::vector<Waiver> waivers, const Finding& finding);
/// The waiver that covers the finding, or null.
[[nodiscard]] const Waiver* waiverOf(const std::vector<Waiver>& waivers, const Finding& finding);

/// Who accepted, when and until when, as one line: `J. Example, 23 November 2026, until 1 May 2027`.
[[nodiscard]] QString waiverSignature(const Waiver& waiver);

}  // namespace redoubt
