// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"

#include "app/cli/input.h"
#include "model/design/numberwords.h"
#include "model/files/filewriter.h"
#include "model/files/tree.h"

#include <QJsonDocument>
#include <cstdio>
#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#define fileno _fileno
#else
#include <unistd.h>
#endif

namespace redoubt::cli {

void print(const QByteArray& bytes)
{
    if (std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) != size_t(bytes.size()) || std::fflush(stdout) != 0)
        throw FileError(u"-"_qs, u"standard output cannot be written"_qs);
}

void print(const QString& text)
{
    print(text.toUtf8());
}

void printJson(const QJsonDocument& json)
{
    print(json.toJson());
}

void complain(const QString& text)
{
    const QByteArray line = text.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

QJsonObject envelope(const QString& command)
{
    return {{u"schema"_qs, u"redoubt/%1/1"_qs.arg(command)},
            {u"tool"_qs, QJsonObject{{u"name"_qs, u"redoubt-cli"_qs}, {u"version"_qs, QStringLiteral(REDOUBT_VERSION)}}}};
}

QString inked(const QString& text, Ink ink)
{
    static const bool colours = isatty(fileno(stdout)) && qEnvironmentVariableIsEmpty("NO_COLOR")
        && qgetenv("TERM") != "dumb";
    if (!colours)
        return text;
    const char* codes[] = {"31", "33", "36", "32", "2", "1"};
    return u"\033[%1m%2\033[0m"_qs.arg(QLatin1String(codes[int(ink)]), text);
}

namespace {

/// Columns a text takes on a terminal: colour codes take none.
qsizetype shownWidth(const QString& text)
{
    qsizetype width = 0;
    bool code = false;
    for (const QChar c : text) {
        if (c == u'\033')
            code = true;
        else if (!code)
            width += c.isLowSurrogate() ? 0 : 1;
        else if (c == u'm')
            code = false;
    }
    return width;
}

}  // namespace

QString table(const QList<QStringList>& cells, int gap)
{
    QList<qsizetype> widths;
    QList<QStringList> rows = cells;
    for (QStringList& row : rows)
        for (QString& cell : row)
            cell = oneLine(cell);
    for (const QStringList& row : std::as_const(rows))
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths << 0;
            widths[i] = std::max(widths[i], shownWidth(row[i]));
        }
    QString out;
    for (const QStringList& row : std::as_const(rows)) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size())
                line += QString(widths[i] - shownWidth(row[i]) + gap, u' ');
        }
        while (line.endsWith(u' '))
            line.chop(1);
        out += line + u'\n';
    }
    return out;
}

QString wrapped(const QString& text, int indent, int width)
{
    const QString margin(indent, u' ');
    QString out, line;
    for (const QString& word : oneLine(text).split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && line.size() + 1 + word.size() > width - indent) {
            out += margin + line + u'\n';
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_qs) + word;
    }
    return line.isEmpty() ? out : out + margin + line + u'\n';
}

QString counted(int count, const QString& one, const QString& many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

QByteArray readInputBytes(const QString& path)
{
    if (path != u"-")
        return readFile(path);
    const TreeLimits limits;
    QByteArray bytes, part(1 << 16, Qt::Uninitialized);
    while (const size_t read = std::fread(part.data(), 1, size_t(part.size()), stdin)) {
        bytes.append(part.constData(), qsizetype(read));
        if (bytes.size() > limits.bytes)
            break;  // the parser says so
    }
    return bytes;
}

DesignFile readInput(const QString& path, const Catalog& catalog)
{
    return readDesign(readInputBytes(path), path, catalog);
}

void writeOutput(const QString& path, const QByteArray& bytes)
{
    if (path == u"-")
        print(bytes);
    else
        writeFile(path, bytes);
}

}  // namespace redoubt::cli
