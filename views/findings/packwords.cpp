// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/packwords.h"

#include "views/parts/severitymark.h"
#include "views/parts/words.h"

namespace redoubt {

QString changeWords(const RuleChange& change)
{
    QStringList parts;
    if (change.off)
        parts << (*change.off ? QStringLiteral("off") : QStringLiteral("on"));
    if (change.severity)
        parts << QStringLiteral("%1 instead of %2").arg(severityWord(change.severity->after).toLower(),
                                                        severityWord(change.severity->before).toLower());
    for (const RuleChange::Value& value : change.parameters)
        parts << QStringLiteral("%1 %2 instead of %3").arg(value.name, value.after, value.before);
    const QString words = parts.join(QStringLiteral(", "));
    return change.reason.isEmpty() ? words : words + QStringLiteral(". ") + change.reason;
}

QStringList packLines(const RulePack& pack, const RuleSet& rules)
{
    QStringList lines;
    for (const QString& id : pack.added) {
        const Rule* rule = rules.rule(id);
        lines << (rule ? QStringLiteral("%1, new: %2").arg(id, rule->title) : QStringLiteral("%1: new").arg(id));
    }
    for (const RuleChange& change : pack.changes)
        lines << QStringLiteral("%1: %2").arg(change.rule, changeWords(change));
    return lines;
}

QString packSummary(const RulePack& pack)
{
    int off = 0, changed = 0;
    for (const RuleChange& change : pack.changes)
        ++(change.off.value_or(false) ? off : changed);
    QStringList parts;
    if (!pack.added.isEmpty())
        parts << counted(int(pack.added.size()), QStringLiteral("rule of its own"), QStringLiteral("rules of its own"));
    if (changed > 0)
        parts << QStringLiteral("%1 changed").arg(changed);
    if (off > 0)
        parts << QStringLiteral("%1 off").arg(off);
    return parts.join(QStringLiteral(", "));
}

}  // namespace redoubt
