// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

namespace redoubt {

/// An accepted finding, by rule and subjects.
struct Waiver {
    QString rule;
    QStringList on;  ///< ids of the finding's subjects
    QString reason;
    QString by;
    QDate date;
    QDate expires;  ///< null: never

    friend bool operator==(const Waiver&, const Waiver&) = default;
};

}  // namespace redoubt
