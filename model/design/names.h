// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"

#include <QHash>

namespace redoubt {

/// Names as on the drawing, in one line each. One that several elements have says where it stands, as far outside as tells
/// them apart: `Secondary (Datacenter B)`; where that is no help, its id too: `Secondary (Datacenter B, sql-3)`. Refers to
/// the design, which must live longer and stay as it is. Not for two threads at once.
class Names {
public:
    explicit Names(const Design& design);

    /// Of an element, a group or a link: `the link from A to B`.
    [[nodiscard]] QString of(const QString& id) const;
    [[nodiscard]] QString of(const QStringList& ids, const QString& between = QStringLiteral("  +  ")) const;

private:
    [[nodiscard]] QStringList places(const QString& id) const;

    const Design& m_design;
    QHash<QString, QStringList> m_alike;  ///< elements by name
    mutable QHash<QString, QHash<QString, int>> m_uses;  ///< how many of a name stand in each place; made when asked for
};

}  // namespace redoubt
