// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/filewriter.h"
#include "model/files/tree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace redoubt {

struct Result {
    int code = -1;
    QString out, err;
    QByteArray bytes;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(bytes).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(bytes).array(); }
};

/// Runs the real program, in a folder of its own, with next to no environment.
class Program {
public:
    Result run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_qs, u"/usr/bin:/bin"_qs);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral(REDOUBT_BINARY_DIR "/redoubt-cli"), arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(120000);
        Result result;
        result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        result.bytes = process.readAllStandardOutput();
        result.out = QString::fromUtf8(result.bytes);
        result.err = QString::fromUtf8(process.readAllStandardError());
        return result;
    }

    void file(const QString& name, const QByteArray& bytes) { writeFile(folder.filePath(name), bytes); }
    [[nodiscard]] QByteArray bytes(const QString& name) const { return readFile(folder.filePath(name)); }

    QTemporaryDir folder;
};

}  // namespace redoubt
