// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/packeddata.h"

#include <QFile>

/// The linker drops the resource of a static library unless somebody asks for it. Not in a namespace: Qt demands it.
static void linkBuiltinData()
{
    Q_INIT_RESOURCE(builtin);
}

namespace redoubt {

std::vector<NamedTree> packedData(const QString& name)
{
    linkBuiltinData();
    QFile file(QStringLiteral(":/builtin/%1.bin").arg(name));
    const bool there = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(there, "packedData", "the data is not linked into this program");
    return there ? unpackFiles(file.readAll()) : std::vector<NamedTree>();
}

Catalog builtinCatalog()
{
    return readCatalog(packedData(QStringLiteral("catalog")));
}

}  // namespace redoubt
