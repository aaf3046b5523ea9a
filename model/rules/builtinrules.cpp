// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/packeddata.h"
#include "model/rules/rulereader.h"

namespace redoubt {

RuleSet builtinRules()
{
    return readCheckedRules(packedData(QStringLiteral("rules")));
}

const RuleSet& drawingRules()
{
    static const RuleSet rules = readCheckedRules(packedData(QStringLiteral("drawing")));
    return rules;
}

}  // namespace redoubt
