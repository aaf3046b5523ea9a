// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designreader.h"

namespace redoubt {

namespace {

/// Ids that may fail; whether they exist is judged when all is read.
QStringList readFails(DesignReading& reading, const Node& node)
{
    QStringList ids;
    if (!node.isList()) {
        reading.problem(node, u"`fails` is %1; expected a list of element and link ids"_qs.arg(describe(node)));
        return ids;
    }
    if (node.items.empty())
        reading.problem(node, u"a scenario that fails nothing; name at least one element or link in `fails`"_qs);
    for (const Node& item : node.items) {
        if (!item.isScalar() || item.text.isEmpty()) {
            reading.problem(item, u"`fails` holds %1; expected the id of an element or a link"_qs.arg(describe(item)));
            continue;
        }
        if (ids.contains(item.text))
            reading.problem(item, u"`%1` is named twice in `fails`"_qs.arg(item.text));
        reading.mentions.push_back({&item, u"fails"_qs, Mention::Target::ElementOrLink});
        ids << item.text;
    }
    return ids;
}

Scenario readScenario(DesignReading& reading, const Node& node)
{
    static const QStringList known{u"name"_qs, u"fails"_qs, u"note"_qs};
    Scenario scenario;
    const Node* name = node.find(known[0]);
    if (!name || (name->isScalar() && name->text.trimmed().isEmpty()))
        reading.problem(name ? *name : node, u"a scenario without `name`"_qs);
    if (!node.find(known[1]))
        reading.problem(node, u"a scenario without `fails`: say what is lost"_qs);
    for (size_t i = 0; i < node.keys.size(); ++i) {
        const Node& value = node.items[i];
        const QString& key = node.keys[i].text;
        switch (known.indexOf(key)) {
        case 0: scenario.name = readText(reading, value, key).value_or(QString()); break;
        case 1: scenario.fails = readFails(reading, value); break;
        case 2: scenario.note = readText(reading, value, key).value_or(QString()); break;
        default: unknownKey(reading, node.keys[i], u"of a scenario"_qs, known);
        }
    }
    if (name && !scenario.name.isEmpty() && reading.file.design.scenario(scenario.name))
        reading.problem(*name, u"a second scenario is called %1; each needs a name of its own"_qs.arg(describe(*name)));
    return scenario;
}

}  // namespace

void readScenarios(DesignReading& reading, const Node& section)
{
    readList(reading, section, u"scenario"_qs, u"`name` and `fails`"_qs, reading.file.design.scenarios, readScenario);
}

}  // namespace redoubt
