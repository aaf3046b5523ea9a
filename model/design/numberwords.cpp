// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/numberwords.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

const QLocale& english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

QString withoutNeedlessZeros(QString text)
{
    if (!text.contains(u'.'))
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

}  // namespace

QString numberWords(double number)
{
    if (!std::isfinite(number) || std::abs(number) >= 1e15)
        return QString::number(number, 'g', 9);
    if (number == std::floor(number))
        return english().toString(qint64(number));
    const int whole = std::max(0, int(std::floor(std::log10(std::abs(number)))) + 1);
    const int decimals = std::clamp(9 - whole, 0, 9);
    return withoutNeedlessZeros(english().toString(number, 'f', decimals));
}

QString amountWords(double number)
{
    const bool whole = std::fabs(number - std::round(number)) < 0.005;
    return english().toString(number, 'f', whole ? 0 : 2);
}

QString percentWords(double fraction, int decimals)
{
    const double missing = 100 * (1 - fraction);
    if (!(missing > 0))
        return QStringLiteral("100 %");
    const int digits = std::clamp(int(std::ceil(-std::log10(missing))) + 1, decimals, 12);
    const double scale = std::pow(10.0, digits);
    // Cut, with room for the error of the multiplication itself: 99.9897 stays 99.9897.
    const double shown = std::floor(fraction * 100 * scale + 1e-4) / scale;
    return withoutNeedlessZeros(QString::number(shown, 'f', digits)) + QStringLiteral(" %");
}

QString oneLine(const QString& text)
{
    QString line = text;
    for (QChar& c : line)
        if (c == u'\n' || c == u'\r' || c == u'\t' || c.unicode() == 0x2028 || c.unicode() == 0x2029 || c.unicode() == 0x85
            || c.unicode() == 0x0b || c.unicode() == 0x0c)
            c = u' ';
    return line;
}

}  // namespace redoubt
