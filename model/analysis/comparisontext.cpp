// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/comparisontext.h"

#include "model/design/numberwords.h"

namespace redoubt {

namespace {

using Unit = Comparison::Unit;

QString numberOf(const Comparison::Row& row, double value)
{
    return row.unit == Unit::Fraction ? percentWords(value) : row.unit == Unit::Minutes ? durationWords(value) : amountWords(value);
}

/// A cell of a table: a bar would end it.
QString escaped(QString text)
{
    return oneLine(text.replace(u'\\', QStringLiteral("\\\\")).replace(u'|', QStringLiteral("\\|")));
}

}  // namespace

QStringList comparisonCells(const Comparison::Row& row)
{
    QStringList cells;
    for (const QString& words : row.words)
        cells << (words.isEmpty() ? QStringLiteral("-") : words);
    for (const std::optional<double>& number : row.numbers)
        cells << (number ? numberOf(row, *number) : QStringLiteral("-"));
    return cells;
}

QString comparisonMarkdown(const Comparison& comparison)
{
    QString out, section;
    for (const Comparison::Row& row : comparison.rows) {
        if (row.section != section) {
            section = row.section;
            out += (out.isEmpty() ? QString() : QStringLiteral("\n")) + QStringLiteral("## %1\n\n| |").arg(section);
            for (const QString& title : comparison.titles)
                out += QStringLiteral(" %1 |").arg(escaped(title));
            out += QStringLiteral("\n|---|") + QStringLiteral("---|").repeated(comparison.titles.size()) + u'\n';
        }
        out += QStringLiteral("| %1 |").arg(escaped(row.label));
        const QStringList cells = comparisonCells(row);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QString words = escaped(cells[i]) + (row.best == int(i) ? QStringLiteral(" \\*") : QString());
            out += row.differs ? QStringLiteral(" **%1** |").arg(words) : QStringLiteral(" %1 |").arg(words);
        }
        out += u'\n';
    }
    return out + QStringLiteral("\nBold: differs. \\*: the better figure.\n");
}

}  // namespace redoubt
