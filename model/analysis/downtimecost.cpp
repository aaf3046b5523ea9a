// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/downtimecost.h"

#include <cmath>

namespace redoubt {

Downtime downtimeOf(const Design& design, const ServiceEstimate& service)
{
    Downtime result;
    result.minutesYear = service.downtimeMinutesYear;
    result.minutesMonth = service.downtimeMinutesYear / 12;
    const auto price = design.settings.constFind(QStringLiteral("downtime-cost-hour"));
    const double hour = price == design.settings.cend() ? -1 : price->number().value_or(-1);
    if (std::isfinite(hour) && hour >= 0) {
        result.costYear = result.minutesYear / 60 * hour;
        result.costMonth = result.minutesMonth / 60 * hour;
        result.currency = design.settingText(QStringLiteral("currency"));
    }
    return result;
}

}  // namespace redoubt
