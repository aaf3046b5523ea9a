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

/// `  web-1: [0, 12, 84, 84]  # why`, `  l-1: 0.4`, as people and the program write it.
const QRegularExpression& entry()
{
    static const QRegularExpression pattern(u"^(\\s+['\"]?)([a-z][a-z0-9-]*)(['\"]?\\s*:\\s*)(?:\\[[^\\]#]*\\]|[-+.0-9eE]+)(.*)$"_qs,
                                            QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

QByteArray numbers(const QRectF& r)
{
    return '[' + numberText(r.x()) + ", " + numberText(r.y()) + ", " + numberText(r.width()) + ", " + numberText(r.height()) + ']';
}

/// What stands behind each id.
QMap<QString, QByteArray> entriesOf(const Design& design)
{
    QMap<QString, QByteArray> entries;
    for (auto it = design.layout.cbegin(); it != design.layout.cend(); ++it)
        entries.insert(it.key(), numbers(it.value()));
    for (auto it = design.labelPlaces.cbegin(); it != design.labelPlaces.cend(); ++it)
        entries.insert(it.key(), numberText(it.value()));
    return entries;
}

const QByteArray gone("\0", 1);  ///< in place of a line that is taken out

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

QByteArray layoutLine(const QString& id, double labelPlace)
{
    return "  " + id.toUtf8() + ": " + numberText(labelPlace) + '\n';
}

QByteArray withLayout(const QByteArray& yaml, const Design& from, const Design& to)
{
    const QMap<QString, QByteArray> before = entriesOf(from), after = entriesOf(to);
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
            if (!after.contains(id))
                line = gone;
            else if (after.value(id) != before.value(id))
                line = match.captured(1).toUtf8() + id.toUtf8() + match.captured(3).toUtf8() + after.value(id) + match.captured(4).toUtf8();
        }
        section.removeAll(gone);
    }
    for (auto it = after.cbegin(); it != after.cend(); ++it)
        if (!written.contains(it.key())) {
            section << "  " + it.key().toUtf8() + ": " + it.value() + ending;
        }
    return (lines.mid(0, head) + section + lines.mid(end)).join('\n') + '\n';
}

}  // namespace redoubt
