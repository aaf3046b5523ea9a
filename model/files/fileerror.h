// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <exception>
#include <vector>

namespace redoubt {

/// One thing wrong in a file. Line and column count from 1; 0 when the problem has no place (the file is missing).
struct Problem {
    int line = 0;
    int column = 0;
    QString text;
    QString path = {};  ///< when the error is about several files; else that of the error
};

/// A file could not be read, written or understood. Carries every problem found, in order of place. Caught in two
/// places only: the main window and the command line.
class FileError : public std::exception {
public:
    FileError(QString path, std::vector<Problem> problems);
    FileError(QString path, const QString& text) : FileError(std::move(path), {Problem{0, 0, text}}) {}

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }
    /// One line per problem: `path:line:column: text`.
    [[nodiscard]] QString message() const;
    [[nodiscard]] const char* what() const noexcept override { return m_what.constData(); }

private:
    QString m_path;
    std::vector<Problem> m_problems;
    QByteArray m_what;
};

}  // namespace redoubt
