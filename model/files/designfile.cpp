// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"

#include "model/files/designreader.h"
#include "model/files/filewriter.h"
#include "model/files/scalars.h"
#include "model/files/suggest.h"

namespace redoubt {

namespace {

const QStringList& topLevelKeys()
{
    static const QStringList keys{u"format"_qs, u"title"_qs, u"reference"_qs, u"settings"_qs, u"elements"_qs,
                                  u"groups"_qs, u"links"_qs, u"waivers"_qs,   u"scenarios"_qs, u"layout"_qs};
    return keys;
}

/// Throws when this is not a design of a format that this program reads: nothing else could be said of it.
void checkFormat(const Node& root, const QString& path)
{
    const auto refuse = [&](const Node& node, const QString& text) {
        throw FileError(path, {{std::max(node.line, 1), std::max(node.column, 1), text}});
    };
    const QString expected = u"`format: redoubt/%1`"_qs.arg(designFormat);
    if (root.isNull())
        refuse(root, u"the file is empty; expected a design that begins with %1"_qs.arg(expected));
    const Node* format = root.find(u"format"_qs);
    if (!format)
        refuse(root, u"not a Redoubt design: there is no %1 at the top level"_qs.arg(expected));
    const auto number = format->isScalar() && format->text.startsWith(u"redoubt/") ? parseInteger(format->text.mid(8))
                                                                                   : std::nullopt;
    if (!number || *number < 1)
        refuse(*format, u"`format` is %1; expected redoubt/%2"_qs.arg(describe(*format)).arg(designFormat));
    else if (*number > designFormat)
        refuse(*format, u"this design was written by a newer Redoubt (format redoubt/%1); this program reads up to "
                        "redoubt/%2"_qs.arg(*number).arg(designFormat));
}

void readSettings(DesignReading& reading, const Node& section)
{
    if (section.isNull())
        return;
    if (!section.isMap()) {
        reading.problem(section, u"`settings` is %1; expected a map"_qs.arg(describe(section)));
        return;
    }
    QStringList known;
    for (const PropertyDef& def : reading.catalog.settings)
        if (!topLevelKeys().contains(def.id))
            known << def.id;
    for (size_t i = 0; i < section.keys.size(); ++i) {
        const Node& key = section.keys[i];
        if (key.text.startsWith(u"x-"))
            reading.file.design.settings.insert(key.text, readFree(section.items[i]));
        else if (!known.contains(key.text))
            unknownKey(reading, key, u"in `settings`"_qs, known);
        else if (auto value = readProperty(reading, section.items[i], *reading.catalog.setting(key.text)))
            reading.file.design.settings.insert(key.text, std::move(*value));
    }
}

QDate readDate(Reading& reading, const Node& node, const QString& what)
{
    const QDate date = node.isScalar() && node.text.size() == 10 ? QDate::fromString(node.text, Qt::ISODate) : QDate();
    if (!date.isValid())
        reading.problem(node, u"`%1` is %2; expected a date such as 2026-11-23"_qs.arg(what, describe(node)));
    return date;
}

Waiver readWaiver(Reading& reading, const Node& node)
{
    static const QStringList known{u"rule"_qs, u"on"_qs, u"reason"_qs, u"by"_qs, u"date"_qs, u"expires"_qs};
    Waiver waiver;
    const Node* rule = node.find(known.front());
    if (!rule || (rule->isScalar() && rule->text.trimmed().isEmpty()))
        reading.problem(rule ? *rule : node, u"a waiver without `rule`"_qs);
    const Node* reason = node.find(known[2]);
    if (!reason || (reason->isScalar() && reason->text.trimmed().isEmpty()))
        reading.problem(reason ? *reason : node, u"a waiver without `reason`: say why the finding is accepted"_qs);
    for (size_t i = 0; i < node.keys.size(); ++i) {
        const Node& value = node.items[i];
        const QString& key = node.keys[i].text;
        switch (known.indexOf(key)) {
        case 0: waiver.rule = readText(reading, value, key).value_or(QString()); break;
        case 1: waiver.on = readTexts(reading, value, key).value_or(QStringList()); break;
        case 2: waiver.reason = readText(reading, value, key).value_or(QString()); break;
        case 3: waiver.by = readText(reading, value, key).value_or(QString()); break;
        case 4: waiver.date = readDate(reading, value, key); break;
        case 5: waiver.expires = readDate(reading, value, key); break;
        default: unknownKey(reading, node.keys[i], u"of a waiver"_qs, known);
        }
    }
    if (waiver.date.isValid() && waiver.expires.isValid() && waiver.expires < waiver.date)
        reading.problem(*node.find(known[5]), u"`expires` is before `date`: the waiver would never have held"_qs);
    return waiver;
}

std::optional<QRectF> readRectangle(Reading& reading, const Node& node)
{
    // Far beyond any drawing, and still exact when positions of nested containers are added up.
    constexpr double largest = 1e7;
    std::vector<double> numbers;
    if (node.isList())
        for (const Node& item : node.items)
            if (const auto number = item.isScalar() && !item.quoted ? parseNumber(item.text) : std::nullopt)
                if (std::abs(*number) <= largest)
                    numbers.push_back(*number);
    if (numbers.size() == 4 && node.items.size() == 4 && numbers[2] > 0 && numbers[3] > 0)
        return QRectF(numbers[0], numbers[1], numbers[2], numbers[3]);
    reading.problem(node, u"expected a place [x, y, width, height]: four numbers up to 10000000, width and height "
                          "greater than 0"_qs);
    return {};
}

/// Where the words of a link stand on its line.
std::optional<double> readLabelPlace(Reading& reading, const Node& node)
{
    const auto number = node.quoted ? std::nullopt : parseNumber(node.text);
    if (number && *number >= 0 && *number <= 1)
        return number;
    reading.problem(node, u"expected a place [x, y, width, height], or for the words of a link a part of its line from 0 to 1"_qs);
    return {};
}

void readLayout(DesignReading& reading, const Node& section)
{
    if (!isSection(reading, section, u"layout"_qs))
        return;
    for (size_t i = 0; i < section.keys.size(); ++i) {
        const QString& id = section.keys[i].text;
        if (section.items[i].isScalar() && !section.items[i].isNull()) {
            if (const auto place = readLabelPlace(reading, section.items[i])) {
                reading.mentions.push_back({&section.keys[i], u"layout"_qs, Mention::Target::Link});
                reading.file.design.labelPlaces.insert(id, *place);
            }
            continue;
        }
        reading.mentions.push_back({&section.keys[i], u"layout"_qs, Mention::Target::Element});
        if (const auto rectangle = readRectangle(reading, section.items[i]))
            reading.file.design.layout.insert(id, *rectangle);
    }
}

void readTopLevel(DesignReading& reading)
{
    Design& design = reading.file.design;
    for (size_t i = 0; i < reading.root.keys.size(); ++i) {
        const Node& key = reading.root.keys[i];
        const Node& value = reading.root.items[i];
        switch (topLevelKeys().indexOf(key.text)) {
        case 0: break;
        case 1:
        case 2:
            if (auto text = readText(reading, value, key.text))
                design.settings.insert(key.text, PropertyValue(std::move(*text)));
            break;
        case 3: readSettings(reading, value); break;
        case 4: readElements(reading, value); break;
        case 5: readGroups(reading, value); break;
        case 6: readLinks(reading, value); break;
        case 7: readList(reading, value, u"waiver"_qs, u"`rule`, `on` and `reason`"_qs, reading.file.design.waivers, readWaiver); break;
        case 8: readScenarios(reading, value); break;
        case 9: readLayout(reading, value); break;
        default:
            if (key.text.startsWith(u"x-"))
                design.extras.emplace(key.text, readFree(value));
            else
                unknownKey(reading, key, u"at the top level"_qs, topLevelKeys());
        }
    }
}

}  // namespace

DesignFile readDesign(const QByteArray& yaml, const QString& path, const Catalog& catalog)
{
    const Node root = parseYaml(yaml, path);
    checkFormat(root, path);
    DesignReading reading(catalog, root);
    readTopLevel(reading);
    checkMentions(reading);
    checkNesting(reading);
    if (!reading.problems.empty())
        throw FileError(path, std::move(reading.problems));
    reading.file.hasComments = hasComments(yaml);
    return std::move(reading.file);
}

DesignFile readDesignFile(const QString& path, const Catalog& catalog)
{
    return readDesign(readFile(path), path, catalog);
}

void writeDesignFile(const QString& path, const Design& design, const Catalog& catalog)
{
    writeFile(path, writeDesign(design, catalog));
}

}  // namespace redoubt
