// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/rulereader.h"

#include "model/design/numberwords.h"

#include <cmath>

namespace redoubt {

QString parameterWords(const Fact& value)
{
    if (const QString* text = value.text())
        return *text;
    return value.number() ? numberWords(*value.number()) : QString();
}

QString parameterText(const RuleParameter& parameter)
{
    const QString words = parameterWords(parameter.value);
    return parameter.unit.isEmpty() ? words : words + u' ' + parameter.unit;
}

const RuleParameter* Rule::parameter(const QString& name) const
{
    for (const RuleParameter& each : parameters)
        if (each.name == name)
            return &each;
    return nullptr;
}

Fact parameterValue(const Node& node)
{
    if (!node.isScalar())
        return {};
    if (node.quoted)
        return node.text;
    bool ok = false;
    const double number = node.text.toDouble(&ok);
    return ok && std::isfinite(number) ? Fact(number) : Fact();
}

void fillTexts(Rule& rule)
{
    if (!rule.written)
        return;
    const auto filled = [&](QString text) {
        for (const RuleParameter& parameter : rule.parameters)
            text.replace(u'{' + parameter.name + u'}', parameterWords(parameter.value));
        return text;
    };
    const RuleTexts& written = *rule.written;
    rule.severityNote = filled(written.severityNote);
    rule.title = filled(written.title);
    rule.condition = filled(written.condition);
    rule.message = filled(written.message);
    rule.why = filled(written.why);
    rule.fix = filled(written.fix);
}

}  // namespace redoubt
