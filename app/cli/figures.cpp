// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/figures.h"

#include <QLocale>
#include <cmath>

namespace redoubt::cli {

QString percent(double fraction)
{
    const double missing = 100 * (1 - fraction);
    if (missing <= 0)
        return u"100 %"_qs;
    // Two digits of what is missing, so that 99.999999 is not shown as 100.
    const int decimals = std::clamp(int(std::ceil(-std::log10(missing))) + 1, 4, 12);
    const double scale = std::pow(10.0, decimals);
    // Down, with room for the error of the multiplication itself: 99.9897 stays 99.9897.
    const double shown = std::floor(fraction * 100 * scale + 1e-4) / scale;
    return QString::number(shown, 'f', decimals) + u" %"_qs;
}

QString duration(double minutes)
{
    if (minutes < 1)
        return QString::number(minutes * 60, 'f', 1) + u" s"_qs;
    if (minutes < 9.95)
        return QString::number(minutes, 'f', 1) + u" min"_qs;
    const qint64 whole = std::llround(minutes);
    if (whole < 60)
        return u"%1 min"_qs.arg(whole);
    if (whole < 48 * 60)
        return u"%1 h %2 min"_qs.arg(whole / 60).arg(whole % 60);
    return u"%1 days %2 h"_qs.arg(whole / 1440).arg(whole % 1440 / 60);
}

QString amount(double number)
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const bool whole = std::fabs(number - std::round(number)) < 0.005;
    return english.toString(number, 'f', whole ? 0 : 2);
}

}  // namespace redoubt::cli
