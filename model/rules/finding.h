// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace redoubt {

enum class Severity { Error, Warning, Advice };
[[nodiscard]] QString severityId(Severity severity);  ///< `error`, `warning`, `advice`
[[nodiscard]] std::optional<Severity> severityOf(const QString& id);  ///< nothing for any other word

/// A wrong or weak point of a design: a rule and the things it is about. A value; no picture, no place on screen.
struct Finding {
    QString rule;
    Severity severity = Severity::Advice;
    QString title;
    QString message;       ///< a sentence about the customer's design, names filled in
    QStringList subjects;  ///< ids of elements, links or groups, the most telling first; never empty unless the design
    bool waived = false;
    bool fixable = false;
    bool ofDrawing = false;  ///< about the picture, not the design: told, never counted, and mended by tidying

    friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace redoubt
