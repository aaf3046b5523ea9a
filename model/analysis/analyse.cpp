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
#include <atomic>
#include <future>
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

void estimate(const Topology& topology, Report& report)
{
    report.services = estimateAvailability(topology);
    report.dsv = callBudgets(topology);
}

/// From here on a second thread saves more than it costs.
constexpr qsizetype manyElements = 500;

/// Estimates a design and judges it by every rule that is not off; the judgements stand in the order of the rules. A
/// large design is shared by two threads: one begins with the estimates, the other with the rules, and each rule is
/// judged by whoever comes to it first. What a rule says does not depend on that: the threads share the topology and the
/// rules, which nobody changes, and each finds out for itself what follows from them.
std::vector<Judgement> judgeAll(const Topology& topology, const std::vector<Rule>& rules, Report& report)
{
    std::vector<Judgement> found(rules.size());
    std::atomic<size_t> next = 0;
    const auto judgeRest = [&](Facts facts) {
        for (size_t i = next++; i < rules.size(); i = next++)
            if (!rules[i].off)
                found[i] = judge(rules[i], facts);
    };
    if (topology.design().elements.size() < manyElements) {
        estimate(topology, report);
        judgeRest({topology, report});
        return found;
    }
    std::promise<void> done;
    const std::shared_future<void> estimated(done.get_future());
    std::future<void> other = std::async(std::launch::async, [&] {
        estimate(topology, report);
        done.set_value();
        judgeRest({topology, report});
    });
    judgeRest({topology, report, estimated});
    other.get();
    return found;
}

}  // namespace

Report analyse(const Design& design, const Catalog& catalog, const RuleSet& rules, const QDate& today)
{
    Report report;
    report.rulesVersion = rules.version;
    report.catalogVersion = catalog.version;
    const Topology topology(design, catalog);
    std::vector<Judgement> judgements = judgeAll(topology, rules.rules, report);
    std::vector<Finding> findings;
    report.packs = rules.packs;
    for (size_t i = 0; i < judgements.size(); ++i) {
        const Rule& rule = rules.rules[i];
        if (rule.off)
            continue;
        Judgement& found = judgements[i];
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
    estimate(topology, report);
    Facts facts(topology, report);
    return holding(rule, facts);
}

}  // namespace redoubt
