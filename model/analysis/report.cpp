// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/report.h"

#include <algorithm>

namespace redoubt {

QString verdictWords(BudgetVerdict verdict)
{
    switch (verdict) {
    case BudgetVerdict::Fits:
        return QStringLiteral("fits");
    case BudgetVerdict::FitsOnAverage:
        return QStringLiteral("fits on average");
    case BudgetVerdict::OverCalls:
        return QStringLiteral("too many calls");
    case BudgetVerdict::OverSecrets:
        return QStringLiteral("too many secrets");
    }
    return {};
}

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

QString waiverStateId(WaiverState state)
{
    switch (state) {
    case WaiverState::Accepts:
        return QStringLiteral("accepts");
    case WaiverState::Stale:
        return QStringLiteral("stale");
    case WaiverState::Expired:
        return QStringLiteral("expired");
    case WaiverState::Repeated:
        return QStringLiteral("repeated");
    case WaiverState::PackMissing:
        return QStringLiteral("pack-missing");
    case WaiverState::UnknownRule:
        return QStringLiteral("unknown-rule");
    case WaiverState::RuleOff:
        return QStringLiteral("rule-off");
    }
    return {};
}

const Waiver* Report::waiverOf(size_t finding) const
{
    for (const WaiverUse& use : waivers)
        if (std::find(use.findings.begin(), use.findings.end(), finding) != use.findings.end())
            return &use.waiver;
    return nullptr;
}

}  // namespace redoubt
