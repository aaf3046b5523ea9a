// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/parts/words.h"

#include "model/design/numberwords.h"

#include <QLocale>
#include <cmath>

namespace redoubt {

QString percentInFull(double availability)
{
    return QString::number(availability * 100, 'g', 15) + QStringLiteral(" %");
}

QString counted(int count, const QString& one, const QString& many)
{
    return QStringLiteral("%1 %2").arg(countText(count), count == 1 ? one : many);
}

QString durationText(double minutes)
{
    const auto say = [](double amount, const QString& one, const QString& many) {
        // At most two useful digits below ten, whole numbers above.
        const double shown = amount < 9.95 ? std::round(amount * 10) / 10 : std::round(amount);
        const QString number = QLocale(QLocale::English).toString(shown, 'f', shown == std::round(shown) ? 0 : 1);
        return QStringLiteral("%1 %2").arg(number, shown == 1 ? one : many);
    };
    if (minutes * 60 < 1)
        return QStringLiteral("under a second");
    if (minutes < 1)
        return say(minutes * 60, QStringLiteral("second"), QStringLiteral("seconds"));
    if (minutes < 120)
        return say(minutes, QStringLiteral("minute"), QStringLiteral("minutes"));
    if (minutes < 2 * 24 * 60)
        return say(minutes / 60, QStringLiteral("hour"), QStringLiteral("hours"));
    return say(minutes / 60 / 24, QStringLiteral("day"), QStringLiteral("days"));
}

QString downtimeText(double minutesYear)
{
    return durationText(minutesYear) + QStringLiteral(" a year");
}

QString countText(double count)
{
    return QLocale(QLocale::English).toString(std::round(count), 'f', 0);
}

QString wrapped(const QString& text, const QString& indent)
{
    constexpr qsizetype columns = 60;
    QString lines;
    qsizetype length = 0;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (length > 0 && length + 1 + word.size() > columns) {
            lines += u'\n' + indent;
            length = 0;
        } else if (length > 0) {
            lines += u' ';
            ++length;
        }
        lines += word;
        length += word.size();
    }
    return lines;
}

QString agoText(const QDateTime& then, const QDateTime& now)
{
    const qint64 seconds = then.secsTo(now);
    if (seconds < 60)
        return QStringLiteral("just now");
    if (seconds < 3600)
        return QStringLiteral("%1 ago").arg(counted(int(seconds / 60), QStringLiteral("minute"), QStringLiteral("minutes")));
    const qint64 days = then.date().daysTo(now.date());
    if (days == 0)
        return QStringLiteral("today, %1").arg(then.toString(QStringLiteral("HH:mm")));
    if (days == 1)
        return QStringLiteral("yesterday");
    if (days < 7)
        return QStringLiteral("%1 days ago").arg(days);
    return QLocale(QLocale::English).toString(then.date(), QStringLiteral("d MMMM yyyy"));
}

}  // namespace redoubt
