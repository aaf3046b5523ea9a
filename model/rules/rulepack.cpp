// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/rulepack.h"

#include "model/files/suggest.h"
#include "model/rules/rulereader.h"
#include "model/rules/vocabulary.h"

#include <QRegularExpression>

namespace redoubt {

namespace {

/// A pack is written by people; anything larger is another file by mistake.
constexpr TreeLimits packLimits{4 * 1024 * 1024};

/// Reads one pack into the set.
class PackReader {
public:
    PackReader(RuleSet& set, const Vocabulary& vocabulary, const NamedTree& file)
        : m_set(set), m_vocabulary(vocabulary), m_file(file)
    {
    }

    std::vector<Problem> problems;

    void read()
    {
        const Node& root = m_file.root;
        if (!root.isMap()) {
            problems.push_back({std::max(root.line, 1), std::max(root.column, 1),
                                u"expected a rule pack: `name`, `version`, and `rules` or `changes`"_qs});
            return;
        }
        onlyKeys(root, {u"name"_qs, u"version"_qs, u"area"_qs, u"rules"_qs, u"changes"_qs});
        m_pack.path = m_file.path;
        m_pack.name = requiredText(root, u"name"_qs);
        m_pack.version = requiredText(root, u"version"_qs);
        const Node* rules = root.find(u"rules"_qs);
        const Node* changes = root.find(u"changes"_qs);
        if (rules)
            ownRules(*rules);
        if (changes)
            changesOf(*changes);
        if (!rules && !changes)
            problem(root, u"the pack has neither `rules` nor `changes`"_qs);
        m_set.packs.push_back(std::move(m_pack));
    }

private:
    void problem(const Node& node, const QString& what) { problems.push_back({node.line, node.column, what}); }

    void onlyKeys(const Node& map, const QStringList& known)
    {
        for (const Node& key : map.keys)
            if (!known.contains(key.text) && !key.text.startsWith(u"x-"))
                problem(key, u"unknown key `%1`%2"_qs.arg(key.text, didYouMean(key.text, known)));
    }

    QString requiredText(const Node& map, const QString& key)
    {
        const Node* node = map.find(key);
        if (!node)
            problem(map, u"`%1` is missing"_qs.arg(key));
        else if (!node->isScalar() || node->text.isEmpty())
            problem(*node, u"`%1` must be a text"_qs.arg(key));
        return node ? node->text : QString();
    }

    void ownRules(const Node& rules)
    {
        const QString area = requiredText(m_file.root, u"area"_qs);
        const Node* node = m_file.root.find(u"area"_qs);
        if (!node)
            return;
        static const QRegularExpression pattern(u"^[A-Z][A-Z0-9]*$"_qs);
        const bool builtin = std::any_of(m_set.rules.begin(), m_set.rules.end(), [&](const Rule& rule) {
            return rule.pack.isEmpty() && rule.area == area;
        });
        if (builtin)
            problem(*node, u"the area `%1` is Redoubt's own; choose another"_qs.arg(area));
        else if (!pattern.match(area).hasMatch())
            problem(*node, u"`area` must be capital letters and digits, such as OWN"_qs);
        const size_t before = m_set.rules.size();
        readRuleSection({m_file, rules, area}, m_set, m_vocabulary, problems);
        for (size_t i = before; i < m_set.rules.size(); ++i) {
            m_set.rules[i].pack = m_pack.name;
            m_pack.added << m_set.rules[i].id;
        }
    }

    void changesOf(const Node& changes)
    {
        if (!changes.isMap()) {
            problem(changes, u"expected `changes`: what changes, by the id of the rule"_qs);
            return;
        }
        for (size_t i = 0; i < changes.keys.size(); ++i) {
            const QString& id = changes.keys[i].text;
            const auto rule = std::find_if(m_set.rules.begin(), m_set.rules.end(),
                                           [&](const Rule& each) { return each.id == id; });
            if (rule != m_set.rules.end()) {
                changeOf(*rule, changes.keys[i], changes.items[i]);
                continue;
            }
            QStringList known;
            for (const Rule& each : m_set.rules)
                known << each.id;
            problem(changes.keys[i], u"there is no rule `%1`%2"_qs.arg(id, didYouMean(id, known)));
        }
    }

    void changeOf(Rule& rule, const Node& key, const Node& map)
    {
        if (!map.isMap() || map.keys.empty()) {
            problem(map.isMap() || map.isNull() ? key : map, u"expected `severity`, `parameters` or `off`"_qs);
            return;
        }
        onlyKeys(map, {u"severity"_qs, u"parameters"_qs, u"off"_qs, u"reason"_qs});
        RuleChange change;
        change.rule = rule.id;
        if (map.find(u"reason"_qs))
            change.reason = requiredText(map, u"reason"_qs);
        if (const Node* node = map.find(u"severity"_qs))
            severity(rule, *node, change);
        if (const Node* node = map.find(u"parameters"_qs))
            parameters(rule, *node, change);
        if (const Node* node = map.find(u"off"_qs))
            off(rule, *node, change);
        m_pack.changes.push_back(std::move(change));
    }

    void severity(Rule& rule, const Node& node, RuleChange& change)
    {
        const auto wanted = node.isScalar() ? severityOf(node.text) : std::nullopt;
        if (!wanted) {
            problem(node, u"`severity` must be error, warning or advice"_qs);
            return;
        }
        change.severity = {rule.severity, *wanted};
        rule.severity = *wanted;
        rule.fixedSeverity = true;
    }

    void off(Rule& rule, const Node& node, RuleChange& change)
    {
        if (!node.isScalar() || node.quoted || (node.text != u"true" && node.text != u"false")) {
            problem(node, u"`off` must be true or false"_qs);
            return;
        }
        rule.off = node.text == u"true";
        change.off = rule.off;
    }

    void parameters(Rule& rule, const Node& map, RuleChange& change)
    {
        if (!map.isMap()) {
            problem(map, u"expected `parameters`: values by name"_qs);
            return;
        }
        for (size_t i = 0; i < map.keys.size(); ++i)
            parameter(rule, map.keys[i], map.items[i], change);
        fillTexts(rule);
    }

    void parameter(Rule& rule, const Node& key, const Node& node, RuleChange& change)
    {
        const auto it = std::find_if(rule.parameters.begin(), rule.parameters.end(),
                                     [&](const RuleParameter& each) { return each.name == key.text; });
        if (it == rule.parameters.end()) {
            QStringList known;
            for (const RuleParameter& each : rule.parameters)
                known << each.name;
            problem(key, rule.parameters.empty()
                        ? u"%1 has no parameters"_qs.arg(rule.id)
                        : u"%1 has no parameter `%2`; it has %3"_qs.arg(rule.id, key.text, known.join(u", ")));
            return;
        }
        const Fact value = parameterValue(node);
        if (value.data.index() != it->value.data.index()) {
            problem(node, it->value.number()
                        ? u"`%1` of %2 is a number%3"_qs.arg(it->name, rule.id,
                                                              it->unit.isEmpty() ? QString() : u" of "_qs + it->unit)
                        : u"`%1` of %2 is a text; write it in quotes"_qs.arg(it->name, rule.id));
            return;
        }
        const QString before = parameterText(*it);
        it->value = value;
        change.parameters.push_back({it->name, before, parameterText(*it)});
    }

    RuleSet& m_set;
    const Vocabulary& m_vocabulary;
    const NamedTree& m_file;
    RulePack m_pack;
};

}  // namespace

RuleSet withPacks(RuleSet rules, const std::vector<NamedTree>& packs, const Catalog& catalog)
{
    if (packs.empty())
        return rules;
    const Vocabulary vocabulary(catalog);
    std::vector<Problem> problems;
    for (const NamedTree& file : packs) {
        PackReader reader(rules, vocabulary, file);
        reader.read();
        for (Problem& problem : reader.problems) {
            problem.path = file.path;
            problems.push_back(std::move(problem));
        }
    }
    if (!problems.empty())
        throw FileError(packs.front().path, std::move(problems));
    return rules;
}

std::vector<NamedTree> readPackFiles(const QStringList& paths)
{
    std::vector<NamedTree> files;
    std::vector<Problem> problems;
    for (const QString& path : paths) {
        try {
            const QByteArray bytes = readFile(path, packLimits);
            files.push_back({path, parseYaml(bytes, path, packLimits), bytes});
        } catch (const FileError& error) {
            for (Problem problem : error.problems()) {
                problem.path = path;
                problems.push_back(std::move(problem));
            }
        }
    }
    if (!problems.empty())
        throw FileError(paths.front(), std::move(problems));
    return files;
}

RuleSet rulesWithPacks(const QStringList& paths, const Catalog& catalog)
{
    return withPacks(builtinRules(), readPackFiles(paths), catalog);
}

}  // namespace redoubt
