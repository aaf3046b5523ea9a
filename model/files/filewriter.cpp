// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/filewriter.h"

#include <QFileInfo>
#include <QSaveFile>

namespace redoubt {

void writeFile(const QString& path, const QByteArray& bytes)
{
    const QFileInfo info(path);
    if (info.isDir())
        throw FileError(path, u"this is a folder; expected the name of a file"_qs);
    if (!info.absoluteDir().exists())
        throw FileError(path, u"cannot be written: there is no folder %1"_qs.arg(info.absolutePath()));
    if (info.exists() && !info.isWritable())
        throw FileError(path, u"cannot be written: the file is read-only"_qs);
    // QSaveFile gives the new file the permissions of the one it replaces.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw FileError(path, u"cannot be written: %1"_qs.arg(file.errorString()));
}

}  // namespace redoubt
