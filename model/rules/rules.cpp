// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/rulereader.h"

#include <QRegularExpression>

namespace redoubt {

QString severityId(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Advice:
        break;
    }
    return QStringLiteral("advice");
}

std::optional<Severity> severityOf(const QString& id)
{
    for (const Severity each : {Severity::Error, Severity::Warning, Severity::Advice})
        if (severityId(each) == id)
            return each;
    return {};
}

bool isRuleId(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Z][A-Z0-9]*-[0-9]{3}$"));
    return pattern.match(text).hasMatch();
}

const RulePack* RuleSet::offBy(const QString& id) const
{
    const RulePack* by = nullptr;
    for (const RulePack& pack : packs)
        for (const RuleChange& change : pack.changes)
            if (change.rule == id && change.off)
                by = *change.off ? &pack : nullptr;
    return by;
}

const Rule* RuleSet::rule(const QString& id) const
{
    for (const Rule& rule : rules)
        if (rule.id == id)
            return &rule;
    return nullptr;
}

}  // namespace redoubt
