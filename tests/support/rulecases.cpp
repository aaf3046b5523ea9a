// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/rulecases.h"

#include "model/analysis/analyse.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "model/geometry/placement.h"

namespace redoubt {

namespace {

/// Elements that are new, have moved or have grown, and stand over a sibling or leave their container.
QStringList overlaps(const Design& before, const Design& after)
{
    const Placement places = place(after, testCatalog()), former = place(before, testCatalog());
    QStringList result;
    for (auto it = after.elements.cbegin(); it != after.elements.cend(); ++it) {
        const QRectF own = places.value(it.key().value);
        if (!hasPlace(after, testCatalog(), it.key()) || own == former.value(it.key().value))
            continue;
        if (own.isEmpty())
            result << it.key().value + QStringLiteral(" has no place");
        for (auto other = after.elements.cbegin(); other != after.elements.cend(); ++other)
            if (other.key() != it.key() && other.value()->in == it.value()->in
                && hasPlace(after, testCatalog(), other.key()) && places.value(other.key().value).intersects(own))
                result << it.key().value + QStringLiteral(" over ") + other.key().value;
        if (const QString in = it.value()->in.value; places.contains(in) && !places.value(in).contains(own))
            result << it.key().value + QStringLiteral(" leaves ") + in;
    }
    return result;
}

}  // namespace

const RuleSet& testRules()
{
    static const RuleSet result = builtinRules();
    return result;
}

Design designAt(const QString& path)
{
    return readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/") + path, testCatalog()).design;
}

QString casePath(const QString& rule, const char* which)
{
    return QStringLiteral("tests/rules/%1.%2.yaml").arg(rule, QLatin1String(which));
}

Design caseOf(const QString& rule, const char* which)
{
    return designAt(casePath(rule, which));
}

const QMap<QString, Design>& publishedDesigns()
{
    static const QMap<QString, Design> result = [] {
        QMap<QString, Design> designs;
        for (const ReferenceDesign& each : referenceDesigns())
            designs.insert(each.id, readDesign(referenceDesign(each.id), each.id, testCatalog()).design);
        return designs;
    }();
    return result;
}

QStringList referenceFiles()
{
    return QDir(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs")).entryList({QStringLiteral("*.yaml")});
}

std::vector<Finding> findingsOf(const Design& design, const RuleSet& rules)
{
    return analyse(design, testCatalog(), rules).findings;
}

std::vector<Finding> findingsOf(const QString& rule, const Design& design, const RuleSet& rules)
{
    std::vector<Finding> result = findingsOf(design, rules);
    std::erase_if(result, [&](const Finding& finding) { return finding.rule != rule; });
    return result;
}

FindingKey keyOf(const Finding& finding)
{
    QStringList subjects = finding.subjects;
    subjects.sort();
    return {finding.rule, subjects};
}

QList<QStringList> sortedSets(const std::vector<QStringList>& sets)
{
    QList<QStringList> result;
    for (QStringList ids : sets) {
        ids.sort();
        result << ids;
    }
    std::sort(result.begin(), result.end());
    return result;
}

QString fixVerdict(const Design& design, const Finding& finding, const std::optional<Fix>& fix)
{
    if (!fix)
        return QStringLiteral("there is no fix");
    if (fix->words.size() < 8 || fix->words.contains(u'{') || fix->words.contains(QStringLiteral("  "))
        || fix->words.endsWith(u'.') || fix->words.contains(QStringLiteral("of ,")))
        return QStringLiteral("words: ") + fix->words;
    Design after = design;
    Patch patch = fix->patch;
    if (patch.changesNothing(design))
        return QStringLiteral("it changes nothing");
    swap(after, patch);
    QSet<FindingKey> before;
    for (const Finding& each : findingsOf(design))
        before << keyOf(each);
    for (const Finding& each : findingsOf(after)) {
        if (keyOf(each) == keyOf(finding))
            return QStringLiteral("it is still there: ") + each.message;
        if ((each.severity == Severity::Error || each.rule == finding.rule) && !before.contains(keyOf(each)))
            return QStringLiteral("it brings %1: %2").arg(each.rule, each.message);
    }
    const QByteArray text = writeDesign(after, testCatalog());
    try {
        if (!(readDesign(text, QStringLiteral("fixed.yaml"), testCatalog()).design == after))
            return QStringLiteral("the file does not read back as it was written:\n") + QString::fromUtf8(text);
    } catch (const FileError& error) {
        return QStringLiteral("the file does not read: ") + error.message() + u'\n' + QString::fromUtf8(text);
    }
    if (const QStringList found = overlaps(design, after); !found.isEmpty())
        return found.join(QStringLiteral(", "));
    swap(after, patch);
    return after == design ? QString() : QStringLiteral("undoing does not restore the design");
}

NamedTree packOf(const QByteArray& yaml, const QString& path)
{
    return {path, parseYaml(yaml, path), yaml};
}

RuleSet rulesWith(const QByteArray& yaml)
{
    return withPacks(testRules(), {packOf(yaml)}, testCatalog());
}

QStringList mistakesOf(const std::vector<NamedTree>& packs)
{
    try {
        (void)withPacks(testRules(), packs, testCatalog());
    } catch (const FileError& error) {
        return error.message().split(u'\n');
    }
    return {};
}

QByteArray packOfRule(const QByteArray& lines)
{
    return "name: House\nversion: \"3\"\narea: OWN\nrules:\n  OWN-001:\n    title: T\n    condition: C\n    message: M\n"
           "    why: W\n    severity: advice\n"
        + lines;
}

}  // namespace redoubt
