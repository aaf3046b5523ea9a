// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace redoubt {

/// A set of failures that somebody wants to show: what is lost, under a name.
struct Scenario {
    QString name;       ///< unique in the design
    QStringList fails;  ///< ids of elements (containers among them) and links, in the order in which they were failed
    QString note;       ///< what the presenter says to it; may be empty

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

}  // namespace redoubt
