// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/files/suggest.h"
#include "model/rules/rule.h"

namespace redoubt::cli {

namespace {

QString section(const QString& heading, const QString& text)
{
    return text.isEmpty() ? QString() : u'\n' + inked(heading, Ink::Bold) + u'\n' + wrapped(text, 2);
}

int explain(const QString& id)
{
    const RuleSet rules = builtinRules();
    const Rule* rule = rules.rule(id.toUpper());
    if (!rule) {
        QStringList known;
        for (const Rule& each : rules.rules)
            known << each.id;
        throw wrongUsage(u"there is no rule `%1`%2 (redoubt-cli list rules shows all)"_qs.arg(id, didYouMean(id, known)));
    }
    QString out = inked(u"%1  %2"_qs.arg(rule->id, rule->title), Ink::Bold) + u'\n';
    out += severityId(rule->severity)
        + (rule->severityNote.isEmpty() ? QString() : u" (%1)"_qs.arg(rule->severityNote)) + u'\n';
    out += section(u"Found when"_qs, rule->condition) + section(u"Says"_qs, rule->message) + section(u"Why"_qs, rule->why)
        + section(u"What to do"_qs, rule->fix) + section(u"Source"_qs, rule->sources.join(u", "))
        + section(u"Seen in"_qs, rule->designs.join(u", "));
    print(out);
    return Done;
}

}  // namespace

void addExplain(CLI::App& app, Action& action)
{
    const auto rule = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("explain", "Prints a rule as people read it: why, what to do, source");
    command->add_option("RULE", *rule, "Its id, as check prints it")->required()->type_name("");
    command->footer("Example: redoubt-cli explain SQL-003");
    command->callback([rule, &action] { action.run = [rule] { return explain(decoded(*rule)); }; });
}

}  // namespace redoubt::cli
