// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/rule.h"

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

const Rule* RuleSet::rule(const QString& id) const
{
    for (const Rule& rule : rules)
        if (rule.id == id)
            return &rule;
    return nullptr;
}

}  // namespace redoubt
