// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkrun.h"
#include "app/cli/cli.h"
#include "app/cli/holdings.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/analysis/analyse.h"
#include "model/files/references.h"
#include "model/files/suggest.h"
#include "model/rules/rulepack.h"
#include "model/rules/sources.h"
#include "views/render/drawinglint.h"

#include <QJsonArray>

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

/// Each document on lines of its own: offline, a key alone says nothing.
QString sources(const Rule& rule)
{
    QString lines;
    for (const QString& key : rule.sources)
        lines += wrapped(sourceText(sourceOf(key)), 2);
    return lines.isEmpty() ? QString() : u'\n' + inked(u"Source"_qs, Ink::Bold) + u'\n' + lines;
}

QString seenIn(const Rule& rule)
{
    return rule.designs.contains(u"*"_qs) ? u"all reference designs"_qs : matchingTitles(rule.designs).join(u"; ");
}

struct Options {
    std::string rule, design, format = "text";
    std::vector<std::string> packs;
};

QJsonObject json(const Rule& rule)
{
    return {{u"id"_qs, rule.id},
            {u"category"_qs, rule.measure.isEmpty() ? u"design"_qs : u"drawing"_qs},
            {u"severity"_qs, severityId(rule.severity)},
            {u"title"_qs, rule.title},
            {u"condition"_qs, rule.condition},
            {u"message"_qs, rule.message},
            {u"why"_qs, rule.why},
            {u"fix"_qs, rule.fix},
            {u"fixable"_qs, rule.fixable},
            {u"source"_qs, QJsonArray::fromStringList(rule.sources)}};
}

bool isOfDrawing(const Options& options)
{
    return drawingRules().rule(decoded(options.rule).toUpper());
}

/// What the picture of a design has of it.
Holding heldByDrawing(const Rule& rule, const Design& design, const Catalog& catalog)
{
    Holding held;
    for (const Finding& finding : lintDrawing(design, catalog).findings())
        if (finding.rule == rule.id)
            held.broken.push_back(finding.subjects);
    held.state = held.broken.empty() ? Holding::State::Holds : Holding::State::Broken;
    return held;
}

int explain(const Options& options)
{
    const QString id = decoded(options.rule), path = decoded(options.design);
    const Catalog catalog = builtinCatalog();
    const RuleSet rules = rulesWithPacks(decoded(options.packs), catalog);
    const Rule* rule = rules.rule(id.toUpper());
    if (!rule)
        rule = drawingRules().rule(id.toUpper());
    if (!rule) {
        QStringList known;
        for (const RuleSet* set : {&rules, &drawingRules()})
            for (const Rule& each : set->rules)
                known << each.id;
        throw wrongUsage(u"there is no rule `%1`%2 (redoubt-cli list rules shows all)"_qs.arg(id, didYouMean(id, known)));
    }
    QString out = inked(u"%1  %2"_qs.arg(rule->id, rule->title), Ink::Bold) + u'\n';
    out += (rule->off ? u"off, else "_qs : QString()) + (rule->measure.isEmpty() ? severityId(rule->severity) : u"drawing, never counted"_qs)
        + (rule->severityNote.isEmpty() || rule->fixedSeverity ? QString() : u" (%1)"_qs.arg(rule->severityNote)) + u'\n';
    out += section(u"Found when"_qs, rule->condition) + section(u"Says"_qs, rule->message) + section(u"Why"_qs, rule->why)
        + section(u"What to do"_qs, rule->fix) + parameters(*rule) + changes(*rule, rules) + sources(*rule)
        + section(u"Seen in"_qs, seenIn(*rule));
    QJsonObject all = envelope(u"explain"_qs);
    all[u"rules"_qs] = QJsonObject{{u"version"_qs, rules.version}};
    all[u"rule"_qs] = json(*rule);
    if (!path.isEmpty()) {
        const Design design = readInput(path, catalog).design;
        const Holding held = rule->measure.isEmpty() ? holding(*rule, design, catalog) : heldByDrawing(*rule, design, catalog);
        out += u'\n' + inked(u"In %1"_qs.arg(path), Ink::Bold) + u'\n' + holdingText(held, design);
        all[u"file"_qs] = path;
        all[u"holding"_qs] = holdingJson(held);
    }
    if (options.format == "json")
        printJson(QJsonDocument(all));
    else
        print(out);
    return Done;
}

}  // namespace

void addExplain(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("explain", "Prints a rule as people read it: why, what to do, source");
    command->add_option("RULE", options->rule, "Its id, as check prints it")->required()->type_name("");
    command->add_option("--design", options->design, "Shows what in this design breaks the rule, and what is in order")
        ->type_name("FILE");
    addRules(command, options->packs);
    addFormat(command, options->format);
    command->footer("Example: redoubt-cli explain SQL-003 --design design.redoubt.yaml");
    command->callback([options, &action] {
        action.pictures = isOfDrawing(*options) && !options->design.empty();
        action.run = [options] { return explain(*options); };
    });
}

}  // namespace redoubt::cli
