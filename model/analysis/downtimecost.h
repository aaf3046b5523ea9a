// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/design/design.h"

namespace redoubt {

/// What the downtime of a service comes to. The price is the user's (settings `downtime-cost-hour`, `currency`); without
/// one, or with one that is not a number of at least zero, there is no cost.
struct Downtime {
    double minutesYear = 0;
    double minutesMonth = 0;  ///< a twelfth of the year
    std::optional<double> costYear;
    std::optional<double> costMonth;
    QString currency;  ///< as given; may be empty
};

[[nodiscard]] Downtime downtimeOf(const Design& design, const ServiceEstimate& service);

}  // namespace redoubt
