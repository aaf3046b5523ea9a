// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixes.h"

#include "model/analysis/analyse.h"
#include "model/rules/fixsteps.h"

namespace redoubt {

namespace {

using Key = std::pair<QString, QStringList>;

Key keyOf(const Finding& finding)
{
    QStringList subjects = finding.subjects;
    subjects.sort();
    return {finding.rule, subjects};
}

/// What must not get more: the findings of the rule, and the errors.
QSet<Key> watched(const Report& report, const QString& rule)
{
    QSet<Key> result;
    for (const Finding& finding : report.findings)
        if (finding.rule == rule || finding.severity == Severity::Error)
            result << keyOf(finding);
    return result;
}

Fact subjectsOf(Facts& facts, const QStringList& ids)
{
    std::vector<Fact> result;
    for (const QString& id : ids) {
        if (const Link* link = facts.design().link({id})) {
            Thing thing;
            thing.type = Thing::Link;
            thing.id = id;
            thing.object = link;
            result.emplace_back(thing);
        } else if (Fact found = facts.thing(id); found.isKnown()) {
            result.push_back(std::move(found));
        }
    }
    return result;
}

struct Mended {
    QString words;
    Design design;
    Report report;
};

/// What a fix would do, or why it is none.
struct Attempt {
    std::optional<Mended> mended;
    QString refusal;
};

Attempt refused(const QString& why) { return {{}, why}; }

QString refusalOf(const Finding& finding, const Key& left)
{
    if (keyOf(finding) == left)
        return QStringLiteral("What Redoubt can do does not suffice here: the finding would stay.");
    return QStringLiteral("What Redoubt can do would bring %1, %2: %3").arg(finding.rule, finding.title, finding.message);
}

Attempt mend(const Design& design, const Report& report, const Catalog& catalog, const RuleSet& rules, const Finding& finding)
{
    const Rule* rule = rules.rule(finding.rule);
    if (!rule || !rule->plan)
        return refused(QStringLiteral("Redoubt has no fix for this rule."));
    // The finding as the rule gives it: whoever asks may have the subjects in another order.
    const auto own = std::find_if(report.findings.cbegin(), report.findings.cend(),
                                  [&finding](const Finding& each) { return keyOf(each) == keyOf(finding); });
    if (own == report.findings.cend())
        return refused(QStringLiteral("The design has no such finding."));
    if (!own->fixable)
        return refused(QStringLiteral("Redoubt has no fix for a finding of this form."));
    FixDraft draft(design, catalog, report);
    std::optional<std::vector<Fact>> variables = bindingOf(*rule, draft.facts(), own->subjects);
    if (!variables)
        return refused(QStringLiteral("The design has no such finding."));
    variables->push_back(subjectsOf(draft.facts(), own->subjects));
    const QString words = fixWords(*rule, draft, *variables);
    if (!runFix(*rule, draft, *variables))
        return refused(QStringLiteral("A step of what Redoubt can do is not possible here."));
    Mended result{draft.words.isEmpty() ? words : draft.words, draft.design(), analyse(draft.design(), catalog, rules)};
    QSet<Key> before = watched(report, finding.rule);
    before.remove(keyOf(finding));
    for (const Finding& each : result.report.findings)
        if ((each.rule == finding.rule || each.severity == Severity::Error) && !before.contains(keyOf(each)))
            return refused(refusalOf(each, keyOf(finding)));
    return {std::move(result), {}};
}

}  // namespace

std::optional<Fix> fixFor(const Design& design, const Catalog& catalog, const RuleSet& rules, const Finding& finding)
{
    return fixOrReason(design, catalog, rules, finding).fix;
}

FixAnswer fixOrReason(const Design& design, const Catalog& catalog, const RuleSet& rules, const Finding& finding)
{
    const Attempt attempt = mend(design, analyse(design, catalog, rules), catalog, rules, finding);
    if (!attempt.mended)
        return {{}, attempt.refusal};
    return {Fix{attempt.mended->words, difference(design, attempt.mended->design)}, {}};
}

std::optional<Fix> fixAll(const Design& design, const Catalog& catalog, const RuleSet& rules, const QString& ruleId)
{
    const Rule* rule = rules.rule(ruleId);
    if (!rule || !rule->plan)
        return {};
    Design now = design;
    Report report = analyse(design, catalog, rules);
    QSet<Key> tried;
    QStringList done;
    for (bool more = true; more;) {
        more = false;
        for (const Finding& finding : report.findings) {
            if (finding.rule != ruleId || finding.waived || tried.contains(keyOf(finding)))
                continue;
            // One that was mended cannot come back: a fix that brings a finding of its rule is none.
            tried << keyOf(finding);
            if (std::optional<Mended> mended = mend(now, report, catalog, rules, finding).mended) {
                done << mended->words;
                now = std::move(mended->design);
                report = std::move(mended->report);
                more = true;
                break;
            }
        }
    }
    if (done.isEmpty())
        return {};
    const QString words = done.size() == 1
        ? done.front()
        : QStringLiteral("%1: %2 places mended").arg(rule->title).arg(done.size());
    return Fix{words, difference(design, now)};
}

}  // namespace redoubt
