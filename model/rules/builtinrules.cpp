// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/packeddata.h"
#include "model/rules/rulereader.h"

namespace redoubt {

RuleSet builtinRules()
{
    return readCheckedRules(packedData(QStringLiteral("rules")));
}

}  // namespace redoubt
