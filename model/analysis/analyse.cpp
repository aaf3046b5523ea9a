// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"

#include "model/analysis/apibudget.h"
#include "model/analysis/availability.h"
#include "model/analysis/waivers.h"
#include "model/design/numberwords.h"
#include "model/rules/condition.h"
#include "model/rules/facts.h"

#include <algorithm>
#include <tuple>

namespace redoubt {

namespace {

StoppedRule stopped(const Rule& rule)
{
    const bool own = rule.pack.isEmpty();  // its file is inside the program
    return {rule.id, own ? QString() : rule.path, own ? 0 : rule.line, own ? 0 : rule.column,
            QStringLiteral("%1 (%2) was given up after %3 steps, so it has not been judged here; the other rules have. "
                           "It goes through too many combinations: name kinds in place of `element`, nest fewer `for`, or "
                           "filter each list where it stands.")
                .arg(rule.id, rule.title, numberWords(double(mostSteps)))};
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
    report.packs = rules.packs;
    for (const Rule& rule : rules.rules) {
        if (rule.off)
            continue;
        Judgement found = judge(rule, facts);
        if (found.stopped) {
            report.stopped.push_back(stopped(rule));
            continue;
        }
        std::move(found.findings.begin(), found.findings.end(), std::back_inserter(findings));
        report.judged.push_back({rule.id, rule.severity});
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.severity, a.rule, a.subjects, a.message) < std::tie(b.severity, b.rule, b.subjects, b.message);
    });
    // Names may be broken over lines on the drawing; sentences are not.
    for (Finding& finding : findings)
        finding.message = oneLine(finding.message);
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
