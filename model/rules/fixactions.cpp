// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixactions.h"

namespace redoubt {

const FixAction* findFixAction(const QString& name)
{
    for (const FixActions* area : {&deFixes(), &dsvFixes(), &genFixes(), &lbFixes(), &qrmFixes(), &rmqFixes(), &siteFixes(),
                                   &sqlFixes(), &srFixes()})
        for (const FixAction& action : *area)
            if (name == QLatin1String(action.name))
                return &action;
    return nullptr;
}

}  // namespace redoubt
