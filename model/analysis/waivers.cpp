// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/waivers.h"

namespace redoubt {

namespace {

using Key = std::pair<QString, QStringList>;

Key keyOf(const QString& rule, QStringList subjects)
{
    subjects.sort();
    return {rule, subjects};
}

QString staleNote(const QString& what, const Waiver& waiver, const Design& design)
{
    QStringList gone;
    for (const QString& id : waiver.on)
        if (!design.hasId(id))
            gone << id;
    if (gone.isEmpty())
        return QStringLiteral("%1 matches no finding any more.").arg(what);
    return QStringLiteral("%1 matches no finding: the design has no %2.").arg(what, gone.join(QStringLiteral(", ")));
}

}  // namespace

void applyWaivers(Report& report, const Design& design, const RuleSet& rules, const QDate& today)
{
    QHash<Key, std::vector<size_t>> byKey;
    for (size_t i = 0; i < report.findings.size(); ++i)
        byKey[keyOf(report.findings[i].rule, report.findings[i].subjects)].push_back(i);
    for (const Waiver& waiver : design.waivers) {
        WaiverUse use{waiver, WaiverState::Accepts, {}, {}};
        const QString on = waiver.on.isEmpty() ? QStringLiteral("the design") : waiver.on.join(QStringLiteral(", "));
        const QString what = QStringLiteral("The waiver of %1 on %2").arg(waiver.rule, on);
        const Rule* rule = rules.rule(waiver.rule);
        if (!rule) {
            use.state = WaiverState::UnknownRule;
            use.note = QStringLiteral("%1 names a rule that neither Redoubt nor a loaded rule pack has.").arg(what);
        } else if (rule->off) {
            const RulePack* pack = rules.offBy(rule->id);
            use.state = WaiverState::RuleOff;
            use.note = QStringLiteral("%1 has no use while %2 switches the rule off.")
                           .arg(what, pack ? pack->name : QStringLiteral("a rule pack"));
        } else if (const auto found = byKey.constFind(keyOf(waiver.rule, waiver.on)); found == byKey.cend()) {
            use.state = WaiverState::Stale;
            use.note = staleNote(what, waiver, design);
        } else if (waiver.expires.isValid() && waiver.expires < today) {
            use.state = WaiverState::Expired;
            use.note = QStringLiteral("%1 expired on %2.").arg(what, waiver.expires.toString(Qt::ISODate));
        } else {
            use.findings = *found;
            for (const size_t i : use.findings)
                report.findings[i].waived = true;
        }
        report.waivers.push_back(std::move(use));
    }
}

}  // namespace redoubt
