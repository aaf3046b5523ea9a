// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/fileerror.h"

#include <QByteArray>
#include <QDateTime>
#include <memory>
#include <vector>

class QLockFile;

namespace redoubt {

/// The copy of an open design that survives a crash. It stands hidden beside the design file
/// (`.NAME.redoubt.yaml.redoubt-recovery`), or in the user's data folder for a design that was never saved or whose
/// folder cannot be written. While the process that wrote it lives, a lock file beside it says so. It never touches the
/// design file, and makes no file before the first `write`.
class RecoveryCopy {
public:
    /// An empty path: a design that was never saved.
    explicit RecoveryCopy(QString designPath = {});
    /// Leaves the copy on disk, as a crash would; `discard` is for a clean close.
    ~RecoveryCopy();
    RecoveryCopy(const RecoveryCopy&) = delete;
    RecoveryCopy& operator=(const RecoveryCopy&) = delete;

    /// Writes atomically, readable for the user only. Throws FileError.
    void write(const QByteArray& design);
    /// Removes copy and lock. Does nothing when there are none.
    void discard();
    /// Where the copy stands; empty before the first write.
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    [[nodiscard]] bool claim(const QString& path);

    QString m_designPath;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

/// A copy that a process left behind.
struct Leftover {
    QString path;
    QDateTime written;
};

/// Copies of this design file that no living process holds, the newest first.
[[nodiscard]] std::vector<Leftover> leftoversOf(const QString& designPath);
/// The same for designs that were never saved.
[[nodiscard]] std::vector<Leftover> unsavedLeftovers();
/// The design in a leftover, as written. Throws FileError.
[[nodiscard]] QByteArray readLeftover(const QString& path);
void discardLeftover(const QString& path);

}  // namespace redoubt
