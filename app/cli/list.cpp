// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/files/references.h"
#include "model/rules/rulepack.h"

#include <QJsonArray>

namespace redoubt::cli {

namespace {

QJsonArray strings(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

QStringList idsOf(const std::vector<PropertyDef>& defs)
{
    QStringList ids;
    for (const PropertyDef& def : defs)
        ids << def.id;
    return ids;
}

/// One list in both forms.
struct Listing {
    QList<QStringList> rows;  ///< the first is the heading
    QJsonArray json;
};

Listing kinds()
{
    const Catalog catalog = builtinCatalog();
    Listing list{{{u"KIND"_qs, u"NAME"_qs, u"PRODUCT"_qs, u"STANDS IN"_qs}}, {}};
    for (const ElementKind& kind : catalog.kinds) {
        list.rows << QStringList{kind.id, kind.label, catalog.productName(kind.product), kind.placedIn.join(u", ")};
        QJsonObject entry{{u"id"_qs, kind.id},
                          {u"label"_qs, kind.label},
                          {u"description"_qs, kind.description},
                          {u"product"_qs, kind.product},
                          {u"category"_qs, kind.category},
                          {u"group"_qs, false},
                          {u"container"_qs, kind.container},
                          {u"placed-in"_qs, strings(kind.placedIn)},
                          {u"properties"_qs, strings(idsOf(kind.properties))},
                          {u"source"_qs, strings(kind.sources)}};
        if (kind.defaultAvailability)
            entry[u"availability"_qs] = *kind.defaultAvailability;
        if (kind.mttrHours > 0)
            entry[u"mttr-h"_qs] = kind.mttrHours;
        list.json.append(entry);
    }
    for (const GroupKind& kind : catalog.groupKinds) {
        list.rows << QStringList{kind.id, kind.label, catalog.productName(kind.product),
                                 u"(group of %1)"_qs.arg(kind.memberKinds.join(u", "))};
        list.json.append(QJsonObject{{u"id"_qs, kind.id},
                                     {u"label"_qs, kind.label},
                                     {u"description"_qs, kind.description},
                                     {u"product"_qs, kind.product},
                                     {u"group"_qs, true},
                                     {u"member-kinds"_qs, strings(kind.memberKinds)},
                                     {u"properties"_qs, strings(idsOf(kind.properties))},
                                     {u"source"_qs, strings(kind.sources)}});
    }
    return list;
}

QStringList kindsOf(const std::vector<LinkEnd>& ends)
{
    QStringList kinds;
    for (const LinkEnd& end : ends)
        if (!kinds.contains(end.kind))
            kinds << end.kind;
    return kinds;
}

QString useText(LinkUse use)
{
    return use == LinkUse::Normal ? u"normal"_qs : use == LinkUse::Failover ? u"failover"_qs : u"optional"_qs;
}

Listing links()
{
    Listing list{{{u"ROW"_qs, u"FROM"_qs, u"TO"_qs, u"PORTS"_qs, u"USE"_qs, u"PURPOSE"_qs}}, {}};
    for (const LinkRow& row : builtinCatalog().rows) {
        list.rows << QStringList{row.id, kindsOf(row.from).join(u", "), kindsOf(row.to).join(u", "), row.ports.join(u", "),
                                 useText(row.use), row.purpose};
        list.json.append(QJsonObject{{u"id"_qs, row.id},
                                     {u"purpose"_qs, row.purpose},
                                     {u"product"_qs, row.product},
                                     {u"from"_qs, strings(kindsOf(row.from))},
                                     {u"to"_qs, strings(kindsOf(row.to))},
                                     {u"ports"_qs, strings(row.ports)},
                                     {u"allowed-ports"_qs, strings(row.allowedPorts)},
                                     {u"use"_qs, useText(row.use)},
                                     {u"both-ways"_qs, row.bothWays},
                                     {u"source"_qs, strings(row.sources)}});
    }
    return list;
}

QJsonObject parameters(const Rule& rule)
{
    QJsonObject object;
    for (const RuleParameter& parameter : rule.parameters) {
        const double* number = parameter.value.number();
        object[parameter.name] = QJsonObject{{u"value"_qs, number ? QJsonValue(*number) : QJsonValue(*parameter.value.text())},
                                             {u"unit"_qs, parameter.unit}};
    }
    return object;
}

Listing rules(const QStringList& packs)
{
    Listing list{{{u"RULE"_qs, u"SEVERITY"_qs, u"TITLE"_qs}}, {}};
    std::vector<Rule> all = rulesWithPacks(packs, builtinCatalog()).rules;
    all.insert(all.end(), drawingRules().rules.begin(), drawingRules().rules.end());
    for (const Rule& rule : all) {
        const QString category = rule.measure.isEmpty() ? u"design"_qs : u"drawing"_qs;
        list.rows << QStringList{rule.id, rule.off ? u"off"_qs : rule.measure.isEmpty() ? severityId(rule.severity) : category, rule.title};
        list.json.append(QJsonObject{{u"id"_qs, rule.id},
                                     {u"category"_qs, category},
                                     {u"off"_qs, rule.off},
                                     {u"pack"_qs, rule.pack},
                                     {u"parameters"_qs, parameters(rule)},
                                     {u"severity"_qs, severityId(rule.severity)},
                                     {u"title"_qs, rule.title},
                                     {u"condition"_qs, rule.condition},
                                     {u"message"_qs, rule.message},
                                     {u"why"_qs, rule.why},
                                     {u"fix"_qs, rule.fix},
                                     {u"fixable"_qs, rule.fixable},
                                     {u"source"_qs, strings(rule.sources)}});
    }
    return list;
}

Listing references()
{
    Listing list{{{u"REFERENCE"_qs, u"TITLE"_qs}}, {}};
    for (const ReferenceDesign& reference : referenceDesigns()) {
        list.rows << QStringList{reference.id, reference.title};
        list.json.append(QJsonObject{{u"id"_qs, reference.id}, {u"title"_qs, reference.title}, {u"overview"_qs, reference.overview}});
    }
    return list;
}

struct Options {
    std::string what, format = "text";
    std::vector<std::string> packs;
};

int runList(const Options& options)
{
    const Listing list = options.what == "kinds" ? kinds()
        : options.what == "links"                ? links()
        : options.what == "rules"                ? rules(decoded(options.packs))
                                                 : references();
    if (options.format == "json")
        printJson(QJsonDocument(list.json));
    else
        print(table(list.rows));
    return Done;
}

}  // namespace

void addList(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("list", "Prints what the program knows");
    command->add_option("WHAT", options->what, "kinds, links, rules or references")->required()
        ->check(CLI::IsMember({"kinds", "links", "rules", "references"}))->type_name("");
    addFormat(command, options->format);
    addRules(command, options->packs);
    command->footer("Example: redoubt-cli list rules --format json");
    command->callback([options, &action] { action.run = [options] { return runList(*options); }; });
}

}  // namespace redoubt::cli
