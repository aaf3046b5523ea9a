// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"

#include "model/analysis/apibudget.h"
#include "model/analysis/availability.h"
#include "model/rules/condition.h"
#include "model/rules/facts.h"

#include <algorithm>
#include <tuple>

namespace redoubt {

namespace {

QStringList sorted(QStringList items)
{
    items.sort();
    return items;
}

/// Marks what waivers accept and says which waivers accept nothing.
void waive(Report& report, const std::vector<Waiver>& waivers, const QDate& today)
{
    QHash<std::pair<QString, QStringList>, std::vector<size_t>> byKey;
    for (size_t i = 0; i < report.findings.size(); ++i)
        byKey[{report.findings[i].rule, sorted(report.findings[i].subjects)}].push_back(i);
    for (const Waiver& waiver : waivers) {
        const QString on = waiver.on.join(QStringLiteral(", "));
        const auto found = byKey.constFind({waiver.rule, sorted(waiver.on)});
        if (found == byKey.cend()) {
            report.staleWaivers.push_back(
                QStringLiteral("The waiver of %1 on %2 matches no finding any more.").arg(waiver.rule, on));
            continue;
        }
        if (waiver.expires.isValid() && waiver.expires < today) {
            report.staleWaivers.push_back(QStringLiteral("The waiver of %1 on %2 expired on %3.")
                                              .arg(waiver.rule, on, waiver.expires.toString(Qt::ISODate)));
            continue;
        }
        for (const size_t i : *found)
            report.findings[i].waived = true;
    }
}

}  // namespace

Report analyse(const Design& design, const Catalog& catalog, const RuleSet& rules, const QDate& today)
{
    Report report;
    report.rulesVersion = rules.version;
    report.catalogVersion = catalog.version;
    const Topology topology(design, catalog);
    report.services = estimateAvailability(topology);
    report.dsv = callBudgets(topology);
    std::vector<Finding> findings;
    Facts facts(topology, report);
    for (const Rule& rule : rules.rules) {
        std::vector<Finding> found = judge(rule, facts);
        std::move(found.begin(), found.end(), std::back_inserter(findings));
        ++report.checks;
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.severity, a.rule, a.subjects, a.message) < std::tie(b.severity, b.rule, b.subjects, b.message);
    });
    report.findings = std::move(findings);
    waive(report, design.waivers, today);
    return report;
}

Holding holding(const Rule& rule, const Design& design, const Catalog& catalog)
{
    const Topology topology(design, catalog);
    Report report;
    report.services = estimateAvailability(topology);
    report.dsv = callBudgets(topology);
    Facts facts(topology, report);
    return holding(rule, facts);
}

}  // namespace redoubt
