// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/layouttext.h"

#include "model/files/scalars.h"

#include <QList>
#include <QRegularExpression>
#include <QSet>

namespace redoubt {

namespace {

bool isBlankOrComment(const QByteArray& line)
{
    const QByteArray text = line.trimmed();
    return text.isEmpty() || text.startsWith('#');
}

/// `  web-1: [0, 12, 84, 84]  # why`, as people and the program write it.
const QRegularExpression& entry()
{
    static const QRegularExpression pattern(u"^(\\s+['\"]?)([a-z][a-z0-9-]*)(['\"]?\\s*:\\s*)\\[[^\\]#]*\\](.*)$"_qs,
                                            QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

QByteArray numbers(const QRectF& r)
{
    return '[' + numberText(r.x()) + ", " + numberText(r.y()) + ", " + numberText(r.width()) + ", " + numberText(r.height()) + ']';
}

/// Whether the lines of the section can be changed one by one.
bool isPlain(const QList<QByteArray>& lines, qsizetype head, qsizetype end)
{
    const QByteArray after = lines[head].mid(7);  // behind `layout:`
    if (!isBlankOrComment(after))
        return false;
    for (qsizetype i = head + 1; i < end; ++i)
        if (!isBlankOrComment(lines[i]) && !entry().match(QString::fromUtf8(lines[i])).hasMatch())
            return false;
    return true;
}

}  // namespace

QByteArray layoutLine(const QString& id, const QRectF& rect)
{
    return "  " + id.toUtf8() + ": " + numbers(rect) + '\n';
}

QByteArray withLayout(const QByteArray& yaml, const QMap<QString, QRectF>& before, const QMap<QString, QRectF>& after)
{
    if (before == after)
        return yaml;
    QList<QByteArray> lines = yaml.split('\n');
    const QByteArray ending = lines.front().endsWith('\r') ? "\r" : "";
    if (lines.back().isEmpty())
        lines.removeLast();
    qsizetype head = 0;
    while (head < lines.size() && !lines[head].startsWith("layout:"))
        ++head;
    if (head == lines.size())
        lines << "layout:" + ending;
    // Up to the next key; comments over that are about it.
    qsizetype end = head + 1;
    while (end < lines.size() && (lines[end].startsWith(' ') || lines[end].startsWith('\t') || isBlankOrComment(lines[end])
                                  || lines[end].startsWith('}')))
        ++end;
    while (end > head + 1 && isBlankOrComment(lines[end - 1]))
        --end;
    QList<QByteArray> section{"layout:" + ending};
    QSet<QString> written;
    if (isPlain(lines, head, end)) {
        section = lines.mid(head, end - head);
        for (QByteArray& line : section) {
            const auto match = entry().match(QString::fromUtf8(line));
            const QString id = match.captured(2);
            if (!match.hasMatch())
                continue;
            written.insert(id);
            if (after.contains(id) && after.value(id) != before.value(id))
                line = match.captured(1).toUtf8() + id.toUtf8() + match.captured(3).toUtf8() + numbers(after.value(id)) + match.captured(4).toUtf8();
        }
    }
    for (auto it = after.cbegin(); it != after.cend(); ++it)
        if (!written.contains(it.key())) {
            QByteArray line = layoutLine(it.key(), it.value());
            line.chop(1);
            section << line + ending;
        }
    return (lines.mid(0, head) + section + lines.mid(end)).join('\n') + '\n';
}

}  // namespace redoubt
