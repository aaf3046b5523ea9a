// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/report.h"

namespace redoubt {

QString verdictId(BudgetVerdict verdict)
{
    switch (verdict) {
    case BudgetVerdict::Fits:
        return QStringLiteral("fits");
    case BudgetVerdict::FitsOnAverage:
        return QStringLiteral("fits-on-average");
    case BudgetVerdict::OverCalls:
        return QStringLiteral("over-calls");
    case BudgetVerdict::OverSecrets:
        return QStringLiteral("over-secrets");
    }
    return {};
}

}  // namespace redoubt
