// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/packeddata.h"

#include <QFile>

namespace redoubt {

std::vector<NamedTree> packedData(const QString& name)
{
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
