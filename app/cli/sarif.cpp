// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0

// SARIF 2.1.0 (OASIS, 2020). Rules stand in the driver with the severity and parameters that they have without rule
// packs; what packs change is said as configuration overrides of the invocation, so that a reader sees both.
#include "app/cli/checkrun.h"
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "model/design/numberwords.h"
#include "model/files/references.h"
#include "model/rules/sources.h"

#include <QCryptographicHash>
#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QUrl>

namespace redoubt::cli {

namespace {

QString levelOf(Severity severity)
{
    return severity == Severity::Error ? u"error"_qs : severity == Severity::Warning ? u"warning"_qs : u"note"_qs;
}

QJsonObject message(const QString& text)
{
    return {{u"text"_qs, text}};
}

/// A relative path stays relative: to the folder in which the program was started.
QString uriOf(const QString& path)
{
    const QString forward = QDir::fromNativeSeparators(path);
    if (QDir::isAbsolutePath(forward))
        return QUrl::fromLocalFile(forward).toString(QUrl::FullyEncoded);
    return QString::fromLatin1(QUrl::toPercentEncoding(forward, "/"));
}

/// `Automatic failover on an asynchronous replica` as a name in one word.
QString pascalCase(const QString& title)
{
    QString name;
    bool start = true;
    for (const QChar c : title) {
        if (c.isLetterOrNumber())
            name += start ? c.toUpper() : c;
        start = !c.isLetterOrNumber();
    }
    return name;
}

/// What Markdown would take for a mark is written out.
QString markdown(const QString& text)
{
    QString out;
    for (const QChar c : text)
        out += QStringLiteral("\\`*_{}[]<>#|").contains(c) ? QString(u'\\') + c : QString(c);
    return out;
}

QJsonObject help(const Rule& rule)
{
    QString plain, marked;
    const auto part = [&](const QString& heading, const QString& text) {
        if (text.isEmpty())
            return;
        plain += (plain.isEmpty() ? QString() : u"\n\n"_qs) + heading + u": "_qs + text;
        marked += (marked.isEmpty() ? QString() : u"\n\n"_qs) + u"**%1.** %2"_qs.arg(heading, markdown(text));
    };
    part(u"Why"_qs, rule.why);
    part(u"What to do"_qs, rule.fix);
    QStringList sources;
    for (const QString& key : rule.sources)
        sources << sourceText(sourceOf(key));
    part(u"Source"_qs, sources.join(u"; "));
    part(u"Seen in"_qs, rule.designs.contains(u"*"_qs) ? u"all reference designs"_qs
                                                      : matchingTitles(rule.designs).join(u"; "));
    return {{u"text"_qs, plain}, {u"markdown"_qs, marked}};
}

QJsonObject parametersOf(const Rule& rule)
{
    QJsonObject parameters;
    for (const RuleParameter& parameter : rule.parameters)
        parameters[parameter.name] = parameterText(parameter);
    return parameters;
}

/// The first severity and values: those before any pack.
QJsonObject defaultConfiguration(const Rule& rule, const RuleSet& rules)
{
    Severity severity = rule.severity;
    QJsonObject parameters = parametersOf(rule);
    for (auto pack = rules.packs.rbegin(); pack != rules.packs.rend(); ++pack)
        for (const RuleChange& change : pack->changes) {
            if (change.rule != rule.id)
                continue;
            if (change.severity)
                severity = change.severity->before;
            for (const RuleChange::Value& value : change.parameters)
                parameters[value.name] = value.before;
        }
    QJsonObject configuration{{u"level"_qs, levelOf(severity)}};
    if (!parameters.isEmpty())
        configuration[u"parameters"_qs] = parameters;
    return configuration;
}

QJsonObject descriptor(const Rule& rule, const RuleSet& rules)
{
    QJsonObject properties{{u"tags"_qs, QJsonArray{rule.area}}, {u"fixable"_qs, rule.fixable}};
    if (!rule.measure.isEmpty())
        properties[u"category"_qs] = u"drawing"_qs;
    if (!rule.pack.isEmpty())
        properties[u"pack"_qs] = rule.pack;
    return {{u"id"_qs, rule.id},
            {u"name"_qs, pascalCase(rule.title)},
            {u"shortDescription"_qs, message(rule.title)},
            {u"fullDescription"_qs, message(rule.condition)},
            {u"help"_qs, help(rule)},
            {u"defaultConfiguration"_qs, defaultConfiguration(rule, rules)},
            {u"properties"_qs, properties}};
}

/// What packs made of rules, as the invocation's settings.
QJsonArray overrides(const RuleSet& rules)
{
    QJsonArray array;
    for (size_t i = 0; i < rules.rules.size(); ++i) {
        const Rule& rule = rules.rules[i];
        const bool changed = std::any_of(rules.packs.begin(), rules.packs.end(), [&](const RulePack& pack) {
            return std::any_of(pack.changes.begin(), pack.changes.end(),
                               [&](const RuleChange& change) { return change.rule == rule.id; });
        });
        if (!changed)
            continue;
        QJsonObject configuration{{u"enabled"_qs, !rule.off}, {u"level"_qs, levelOf(rule.severity)}};
        if (const QJsonObject parameters = parametersOf(rule); !parameters.isEmpty())
            configuration[u"parameters"_qs] = parameters;
        array.append(QJsonObject{{u"descriptor"_qs, QJsonObject{{u"id"_qs, rule.id}, {u"index"_qs, qint64(i)}}},
                                 {u"configuration"_qs, configuration}});
    }
    return array;
}

QJsonObject artifact(const QString& path)
{
    return {{u"artifactLocation"_qs, QJsonObject{{u"uri"_qs, uriOf(path)}}}};
}

/// The place of an id: from its first character to behind its last.
QJsonObject region(const Place& place, qsizetype length)
{
    return {{u"startLine"_qs, place.line},
            {u"startColumn"_qs, place.column},
            {u"endLine"_qs, place.line},
            {u"endColumn"_qs, place.column + qint64(length)}};
}

QJsonObject physical(const Judged& judged, const QString& id)
{
    QJsonObject location = artifact(judged.path);
    const auto place = judged.file.places.constFind(id);
    location[u"region"_qs] = place == judged.file.places.cend() ? region({1, 1}, 0) : region(*place, id.size());
    return location;
}

QString kindOf(const Design& design, const QString& id)
{
    if (const Element* element = design.element({id}))
        return element->kind;
    if (const Group* group = design.group({id}))
        return group->kind;
    return u"link"_qs;
}

QJsonObject logical(const Judged& judged, const QString& id)
{
    return {{u"name"_qs, oneLine(judged.file.design.displayName(id))},
            {u"fullyQualifiedName"_qs, id},
            {u"kind"_qs, kindOf(judged.file.design, id)}};
}

/// SHA-256 over the rule's id and the ids of the subjects in alphabetical order, each on a line of its own. Where they
/// stand in the file, their names, the severity and the wording do not matter.
QString fingerprint(const Finding& finding)
{
    QStringList subjects = finding.subjects;
    subjects.sort();
    const QByteArray text = (QStringList{finding.rule} + subjects).join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

/// A waiver stands in the design file itself, so it suppresses in source.
QJsonObject suppression(const Waiver* waiver)
{
    QJsonObject object{{u"kind"_qs, u"inSource"_qs}, {u"status"_qs, u"accepted"_qs}};
    if (waiver)
        object[u"justification"_qs] = waiverText(*waiver);
    return object;
}

/// `waiver` accepts the finding; null: nobody knows which.
QJsonObject result(const Judged& judged, const Finding& finding, const Waiver* waiver, const QHash<QString, size_t>& ruleIndex)
{
    const QString first = finding.subjects.value(0);
    QJsonArray subjects, related;
    for (const QString& id : finding.subjects) {
        subjects.append(logical(judged, id));
        if (id != first)
            related.append(QJsonObject{{u"id"_qs, related.size() + 1},
                                       {u"physicalLocation"_qs, physical(judged, id)},
                                       {u"message"_qs, message(oneLine(judged.file.design.displayName(id)))}});
    }
    QJsonObject location{{u"physicalLocation"_qs, physical(judged, first)}};
    if (!subjects.isEmpty())
        location[u"logicalLocations"_qs] = subjects;
    QJsonObject object{{u"ruleId"_qs, finding.rule},
                       {u"ruleIndex"_qs, qint64(ruleIndex.value(finding.rule))},
                       {u"level"_qs, levelOf(finding.severity)},
                       {u"message"_qs, message(finding.message)},
                       {u"locations"_qs, QJsonArray{location}},
                       {u"partialFingerprints"_qs, QJsonObject{{u"ruleAndSubjects/v1"_qs, fingerprint(finding)}}}};
    if (!related.isEmpty())
        object[u"relatedLocations"_qs] = related;
    if (finding.waived)
        object[u"suppressions"_qs] = QJsonArray{suppression(waiver)};
    if (finding.ofDrawing)
        object[u"properties"_qs] = QJsonObject{{u"category"_qs, u"drawing"_qs}};
    return object;
}

QJsonObject notification(const QString& level, const QString& id, const QString& text, const QString& path,
                         const Place& place)
{
    QJsonObject location = artifact(path);
    if (place.line > 0)
        location[u"region"_qs] = QJsonObject{{u"startLine"_qs, place.line}, {u"startColumn"_qs, std::max(place.column, 1)}};
    return {{u"descriptor"_qs, QJsonObject{{u"id"_qs, id}}},
            {u"level"_qs, level},
            {u"message"_qs, message(text)},
            {u"locations"_qs, QJsonArray{QJsonObject{{u"physicalLocation"_qs, location}}}}};
}

/// A rule that was given up: in the pack where it stands, and in the design on which it was.
QJsonObject notification(const StoppedRule& rule, const Judged& judged, const RuleSet& rules)
{
    const auto at = std::find_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& each) { return each.id == rule.rule; });
    const QString file = rule.line > 0 ? rule.path : judged.path;
    QJsonObject object = notification(u"error"_qs, u"rule-stopped"_qs, rule.text, file, {rule.line, rule.column});
    if (rule.line > 0) {
        QJsonArray locations = object[u"locations"_qs].toArray();
        locations.append(QJsonObject{{u"physicalLocation"_qs, artifact(judged.path)}});
        object[u"locations"_qs] = locations;
    }
    object[u"associatedRule"_qs] = QJsonObject{{u"id"_qs, rule.rule}, {u"index"_qs, qint64(at - rules.rules.begin())}};
    return object;
}

/// Files that could not be read, rules that were given up, and waivers that accept nothing.
QJsonArray notifications(const CheckRun& run)
{
    QJsonArray array;
    for (const FileError& error : run.unreadable)
        for (const Problem& problem : error.problems())
            array.append(notification(u"error"_qs, u"file"_qs, problem.text, error.path(), {problem.line, problem.column}));
    for (const Judged& judged : run.files)
        for (const StoppedRule& rule : judged.report.stopped)
            array.append(notification(rule, judged, run.rules));
    for (const Judged& judged : run.files)
        for (size_t i = 0; i < judged.report.waivers.size(); ++i)
            if (const WaiverUse& use = judged.report.waivers[i]; !use.note.isEmpty())
                array.append(notification(use.state == WaiverState::UnknownRule ? u"warning"_qs : u"note"_qs, u"waiver-"_qs + waiverStateId(use.state), use.note, judged.path,
                                          judged.file.places.value(u"waiver:%1"_qs.arg(i))));
    return array;
}

QJsonObject invocation(const CheckRun& run)
{
    QJsonObject object{{u"executionSuccessful"_qs, run.exitCode() != BadFile},
                       {u"exitCode"_qs, run.exitCode()},
                       {u"toolExecutionNotifications"_qs, notifications(run)}};
    if (const QJsonArray changed = overrides(run.rules); !changed.isEmpty())
        object[u"ruleConfigurationOverrides"_qs] = changed;
    return object;
}

/// The rules that results may name; those of the drawing last, and only when it was looked at.
std::vector<const Rule*> namedRules(const CheckRun& run)
{
    std::vector<const Rule*> all;
    for (const Rule& rule : run.rules.rules)
        all.push_back(&rule);
    if (std::any_of(run.files.begin(), run.files.end(), [](const Judged& judged) { return judged.drawing.has_value(); }))
        for (const Rule& rule : drawingRules().rules)
            all.push_back(&rule);
    return all;
}

QJsonObject tool(const CheckRun& run)
{
    const RuleSet& rules = run.rules;
    QJsonArray descriptors, extensions;
    for (const Rule* rule : namedRules(run))
        descriptors.append(descriptor(*rule, rules));
    for (const RulePack& pack : rules.packs)
        extensions.append(QJsonObject{{u"name"_qs, pack.name}, {u"version"_qs, pack.version}});
    QJsonObject object{{u"driver"_qs, QJsonObject{{u"name"_qs, u"Redoubt"_qs},
                                                  {u"version"_qs, QStringLiteral(REDOUBT_VERSION)},
                                                  {u"semanticVersion"_qs, QStringLiteral(REDOUBT_VERSION)},
                                                  {u"rules"_qs, descriptors},
                                                  {u"properties"_qs, QJsonObject{{u"rulesVersion"_qs, rules.version}}}}}};
    if (!extensions.isEmpty())
        object[u"extensions"_qs] = extensions;
    return object;
}

}  // namespace

QJsonObject sarif(const CheckRun& run)
{
    QHash<QString, size_t> ruleIndex;
    for (const Rule* rule : namedRules(run))
        ruleIndex.insert(rule->id, size_t(ruleIndex.size()));
    QJsonArray results;
    for (const Judged& judged : run.files) {
        for (size_t i = 0; i < judged.report.findings.size(); ++i)
            results.append(result(judged, judged.report.findings[i], judged.report.waiverOf(i), ruleIndex));
        for (const DrawingFault& fault : judged.drawing ? judged.drawing->faults : std::vector<DrawingFault>())
            results.append(result(judged, fault.finding, nullptr, ruleIndex));
    }
    const QJsonObject only{{u"tool"_qs, tool(run)},
                           {u"invocations"_qs, QJsonArray{invocation(run)}},
                           {u"columnKind"_qs, u"unicodeCodePoints"_qs},
                           {u"results"_qs, results}};
    return {{u"$schema"_qs, u"https://json.schemastore.org/sarif-2.1.0.json"_qs},
            {u"version"_qs, u"2.1.0"_qs},
            {u"runs"_qs, QJsonArray{only}}};
}

}  // namespace redoubt::cli
