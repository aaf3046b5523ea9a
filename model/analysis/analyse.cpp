// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"

#include "model/analysis/apibudget.h"
#include "model/analysis/availability.h"
#include "model/analysis/waivers.h"
#include "model/rules/condition.h"
#include "model/rules/facts.h"

#include <algorithm>
#include <tuple>

namespace redoubt {

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
    report.packs = rules.packs;
    for (const Rule& rule : rules.rules) {
        if (rule.off)
            continue;
        std::vector<Finding> found = judge(rule, facts);
        std::move(found.begin(), found.end(), std::back_inserter(findings));
        report.judged.push_back({rule.id, rule.severity});
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.severity, a.rule, a.subjects, a.message) < std::tie(b.severity, b.rule, b.subjects, b.message);
    });
    report.checks = int(report.judged.size());
    report.findings = std::move(findings);
    applyWaivers(report, design, rules, today);
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
