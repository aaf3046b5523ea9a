// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/waivers.h"

#include <QSet>

namespace redoubt {

namespace {

bool covers(const Waiver& waiver, const Finding& finding)
{
    return waiver.rule == finding.rule
        && QSet<QString>(waiver.on.begin(), waiver.on.end()) == QSet<QString>(finding.subjects.begin(), finding.subjects.end());
}

QString dayText(const QDate& date)
{
    return QLocale(QLocale::English).toString(date, QStringLiteral("d MMMM yyyy"));
}

}  // namespace

QString waiverStateWord(WaiverState state)
{
    switch (state) {
    case WaiverState::Accepts:
        return QStringLiteral("In force");
    case WaiverState::Expired:
        return QStringLiteral("Expired");
    case WaiverState::Stale:
        return QStringLiteral("Accepts nothing");
    case WaiverState::RuleOff:
        return QStringLiteral("Rule is off");
    case WaiverState::Repeated:
        return QStringLiteral("Repeated");
    case WaiverState::PackMissing:
        return QStringLiteral("Pack not loaded");
    case WaiverState::UnknownRule:
        break;
    }
    return QStringLiteral("Unknown rule");
}

const Waiver* waiverOf(const std::vector<Waiver>& waivers, const Finding& finding)
{
    const auto it = std::find_if(waivers.begin(), waivers.end(), [&](const Waiver& w) { return covers(w, finding); });
    return it == waivers.end() ? nullptr : &*it;
}

std::vector<Waiver> withWaiver(std::vector<Waiver> waivers, const Finding& finding, const QString& reason,
                               const QString& by, const QDate& date, const QDate& expires)
{
    std::erase_if(waivers, [&](const Waiver& w) { return covers(w, finding); });
    waivers.push_back({finding.rule, finding.subjects, reason, by, date, expires});
    return waivers;
}

std::vector<Waiver> withoutWaiver(std::vector<Waiver> waivers, const Finding& finding)
{
    if (const Waiver* waiver = waiverOf(waivers, finding))
        waivers.erase(waivers.begin() + (waiver - waivers.data()));
    return waivers;
}

QString waiverSignature(const Waiver& waiver)
{
    QStringList parts;
    if (!waiver.by.isEmpty())
        parts << waiver.by;
    if (waiver.date.isValid())
        parts << dayText(waiver.date);
    if (waiver.expires.isValid())
        parts << QStringLiteral("until %1").arg(dayText(waiver.expires));
    return parts.join(QStringLiteral(", "));
}

}  // namespace redoubt
