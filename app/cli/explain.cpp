// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkrun.h"
#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/files/suggest.h"
#include "model/rules/rulepack.h"

namespace redoubt::cli {

namespace {

QString section(const QString& heading, const QString& text)
{
    return text.isEmpty() ? QString() : u'\n' + inked(heading, Ink::Bold) + u'\n' + wrapped(text, 2);
}

/// Figures that a pack may change, and what the loaded packs made of the rule.
QString parameters(const Rule& rule)
{
    QStringList lines;
    for (const RuleParameter& parameter : rule.parameters)
        lines << u"  %1: %2%3\n"_qs.arg(parameter.name, parameterText(parameter),
                                        parameter.source.isEmpty() ? QString() : u" (%1)"_qs.arg(parameter.source));
    return lines.isEmpty() ? QString() : u'\n' + inked(u"Parameters"_qs, Ink::Bold) + u'\n' + lines.join(QString());
}

QString changes(const Rule& rule, const RuleSet& rules)
{
    QString lines = rule.pack.isEmpty() ? QString() : wrapped(u"Comes with %1."_qs.arg(rule.pack), 2);
    for (const RulePack& pack : rules.packs)
        for (const RuleChange& change : pack.changes)
            if (change.rule == rule.id)
                lines += wrapped(u"%1: %2"_qs.arg(pack.name, changeText(change)), 2);
    return lines.isEmpty() ? lines : u'\n' + inked(u"Rule packs"_qs, Ink::Bold) + u'\n' + lines;
}

int explain(const QString& id, const QStringList& packs)
{
    const RuleSet rules = rulesWithPacks(packs, builtinCatalog());
    const Rule* rule = rules.rule(id.toUpper());
    if (!rule) {
        QStringList known;
        for (const Rule& each : rules.rules)
            known << each.id;
        throw wrongUsage(u"there is no rule `%1`%2 (redoubt-cli list rules shows all)"_qs.arg(id, didYouMean(id, known)));
    }
    QString out = inked(u"%1  %2"_qs.arg(rule->id, rule->title), Ink::Bold) + u'\n';
    out += (rule->off ? u"off, else "_qs : QString()) + severityId(rule->severity)
        + (rule->severityNote.isEmpty() || rule->fixedSeverity ? QString() : u" (%1)"_qs.arg(rule->severityNote)) + u'\n';
    out += section(u"Found when"_qs, rule->condition) + section(u"Says"_qs, rule->message) + section(u"Why"_qs, rule->why)
        + section(u"What to do"_qs, rule->fix) + parameters(*rule) + changes(*rule, rules)
        + section(u"Source"_qs, rule->sources.join(u", ")) + section(u"Seen in"_qs, rule->designs.join(u", "));
    print(out);
    return Done;
}

}  // namespace

void addExplain(CLI::App& app, Action& action)
{
    const auto rule = std::make_shared<std::string>();
    const auto packs = std::make_shared<std::vector<std::string>>();
    CLI::App* command = app.add_subcommand("explain", "Prints a rule as people read it: why, what to do, source");
    command->add_option("RULE", *rule, "Its id, as check prints it")->required()->type_name("");
    addRules(command, *packs);
    command->footer("Example: redoubt-cli explain SQL-003");
    command->callback([=, &action] { action.run = [=] { return explain(decoded(*rule), decoded(*packs)); }; });
}

}  // namespace redoubt::cli
