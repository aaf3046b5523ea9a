// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "model/design/design.h"
#include "model/files/fileerror.h"

#include <QHash>

namespace redoubt {

struct Place {
    int line = 0;
    int column = 0;
};

/// What reading a design file yields.
struct DesignFile {
    Design design;
    QHash<QString, Place> places;  ///< where each element, link, group stands, by id; waivers as `waiver:0`,
                                  ///< scenarios as `scenario:0` ...
    bool hasComments = false;      ///< comments that saving would lose
};

/// The format this program writes.
inline constexpr int designFormat = 1;

/// Reads strictly: every problem with line and column in one FileError. Structure only (types, choices of the catalog,
/// unknown and duplicate keys, unknown kinds, links to missing ids, container cycles); a dubious design still opens.
[[nodiscard]] DesignFile readDesign(const QByteArray& yaml, const QString& path, const Catalog& catalog);
[[nodiscard]] DesignFile readDesignFile(const QString& path, const Catalog& catalog);

/// The canonical text: the same design gives the same bytes.
[[nodiscard]] QByteArray writeDesign(const Design& design, const Catalog& catalog);
/// Writes atomically; throws FileError. Never leaves half a file.
void writeDesignFile(const QString& path, const Design& design, const Catalog& catalog);

}  // namespace redoubt
