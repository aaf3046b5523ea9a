// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/waivers.h"

#include "model/files/suggest.h"

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
    if (waiver.on.isEmpty())
        return QStringLiteral("%1 matches no finding: it names no element, and a waiver accepts a finding on exactly the "
                              "elements that the finding is about.").arg(what);
    if (gone.isEmpty())
        return QStringLiteral("%1 matches no finding any more.").arg(what);
    return QStringLiteral("%1 matches no finding: the design has no %2.").arg(what, gone.join(QStringLiteral(", ")));
}

/// A mistake, unless a pack that is not loaded may have the rule: Redoubt's own areas are closed to packs.
std::pair<WaiverState, QString> ofNoRule(const QString& what, const QString& id, const RuleSet& rules)
{
    QStringList ids;
    bool isOfAKnownArea = false;
    for (const Rule& each : rules.rules) {
        ids << each.id;
        isOfAKnownArea |= id.startsWith(each.area + u'-');
    }
    if (isRuleId(id) && !isOfAKnownArea)
        return {WaiverState::PackMissing,
                QStringLiteral("%1 names no rule of Redoubt. If a rule pack has it, load that pack.").arg(what)};
    const QString near = didYouMean(id, ids);
    return {WaiverState::UnknownRule,
            QStringLiteral("%1 names a rule that does not exist%2").arg(what, near.isEmpty() ? QStringLiteral(".") : near)};
}

}  // namespace

void applyWaivers(Report& report, const Design& design, const RuleSet& rules, const QDate& today)
{
    QHash<Key, std::vector<size_t>> byKey;
    for (size_t i = 0; i < report.findings.size(); ++i)
        byKey[keyOf(report.findings[i].rule, report.findings[i].subjects)].push_back(i);
    QSet<Key> inForce;
    for (const Waiver& waiver : design.waivers) {
        WaiverUse use{waiver, WaiverState::Accepts, {}, {}};
        const QString on = waiver.on.isEmpty() ? QStringLiteral("the design") : waiver.on.join(QStringLiteral(", "));
        const QString what = QStringLiteral("The waiver of %1 on %2").arg(waiver.rule, on);
        const Rule* rule = rules.rule(waiver.rule);
        if (!rule) {
            std::tie(use.state, use.note) = ofNoRule(what, waiver.rule, rules);
        } else if (rule->off) {
            const RulePack* pack = rules.offBy(rule->id);
            use.state = WaiverState::RuleOff;
            use.note = QStringLiteral("%1 has no use while %2 switches the rule off.")
                           .arg(what, pack ? pack->name : QStringLiteral("a rule pack"));
        } else if (const auto found = byKey.constFind(keyOf(waiver.rule, waiver.on)); found == byKey.cend()) {
            const bool stopped = std::any_of(report.stopped.begin(), report.stopped.end(),
                                             [&](const StoppedRule& each) { return each.rule == waiver.rule; });
            use.state = WaiverState::Stale;
            use.note = stopped ? QStringLiteral("%1 is left out: the rule could not be judged.").arg(what)
                               : staleNote(what, waiver, design);
        } else if (waiver.expires.isValid() && waiver.expires < today) {
            use.state = WaiverState::Expired;
            use.note = QStringLiteral("%1 expired on %2.").arg(what, waiver.expires.toString(Qt::ISODate));
        } else if (inForce.contains(found.key())) {
            use.state = WaiverState::Repeated;
            use.note = QStringLiteral("%1 repeats one that stands before it and accepts the same.").arg(what);
        } else {
            inForce << found.key();
            use.findings = *found;
            for (const size_t i : use.findings)
                report.findings[i].waived = true;
        }
        report.waivers.push_back(std::move(use));
    }
}

}  // namespace redoubt
