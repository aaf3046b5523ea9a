// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QString>

namespace redoubt {

/// How the figures of a design are read.
struct Supposition {
    Supposition() = default;
    Supposition(QSet<QString> down) : failed(std::move(down)) {}

    QSet<QString> failed;        ///< elements, containers or links taken as down
    bool dynamicQuorum = false;  ///< clusters that have it keep a majority while votes are lost one by one (d.1.4)
};

}  // namespace redoubt
