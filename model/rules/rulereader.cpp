// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/rulereader.h"

#include "model/rules/checks.h"
#include "model/rules/condition.h"
#include "model/rules/expressionreader.h"
#include "model/rules/fixreader.h"
#include "model/rules/vocabulary.h"

#include <QRegularExpression>

namespace redoubt {

namespace {

using Wanted = ExpressionReader::Wanted;

/// Reads one file into the set. Mistakes are collected; nothing is judged without a vocabulary.
class Reader {
public:
    Reader(RuleSet& set, const Vocabulary* vocabulary, const NamedTree& file, bool ofDrawing = false)
        : m_set(set), m_vocabulary(vocabulary), m_file(file), m_ofDrawing(ofDrawing), m_expressions(vocabulary, file.text, problems)
    {
    }

    std::vector<Problem> problems;

    void file(const Node& root)
    {
        if (!root.isMap()) {
            problem(root, QStringLiteral("expected `version`, `area` and `rules`"));
            return;
        }
        onlyKeys(root, {QStringLiteral("version"), QStringLiteral("area"), QStringLiteral("rules")});
        const QString version = text(root, "version", true);
        if (!m_set.version.split(u'+').contains(version))
            m_set.version += (m_set.version.isEmpty() ? QString() : QStringLiteral("+")) + version;
        const QString area = text(root, "area", true);
        const Node* rules = root.find(QStringLiteral("rules"));
        section(rules ? *rules : root, area);
    }

    void section(const Node& rules, const QString& area)
    {
        m_area = area;
        if (!rules.isMap()) {
            problem(rules, QStringLiteral("expected `rules`: rules by id"));
            return;
        }
        for (size_t i = 0; i < rules.keys.size(); ++i)
            rule(rules.keys[i], rules.items[i]);
    }

private:
    void problem(const Node& node, const QString& what) { problems.push_back({node.line, node.column, what}); }

    void onlyKeys(const Node& map, const QStringList& allowed)
    {
        if (!m_vocabulary)
            return;
        for (const Node& key : map.keys)
            if (!allowed.contains(key.text) && !key.text.startsWith(QLatin1String("x-")))
                problem(key, QStringLiteral("unknown key `%1`").arg(key.text));
    }

    QString text(const Node& map, const char* key, bool required = false)
    {
        const Node* node = map.find(QLatin1String(key));
        if (node && node->isScalar())
            return node->text;
        if (node)
            problem(*node, QStringLiteral("`%1` must be text").arg(QLatin1String(key)));
        else if (required)
            problem(map, QStringLiteral("`%1` is missing").arg(QLatin1String(key)));
        return {};
    }

    QStringList texts(const Node& map, const char* key)
    {
        QStringList result;
        const Node* node = map.find(QLatin1String(key));
        if (!node)
            return result;
        if (!node->isList())
            problem(*node, QStringLiteral("`%1` must be a list").arg(QLatin1String(key)));
        for (const Node& item : node->items) {
            if (!item.isScalar())
                problem(item, QStringLiteral("`%1` must be a list of texts").arg(QLatin1String(key)));
            result << item.text;
        }
        return result;
    }

    static QStringList keysOfDrawing()
    {
        return {QStringLiteral("severity"), QStringLiteral("title"), QStringLiteral("condition"), QStringLiteral("measure"),
                QStringLiteral("message"),  QStringLiteral("why"),   QStringLiteral("fix"),       QStringLiteral("auto-fix")};
    }

    void rule(const Node& id, const Node& map)
    {
        static const QStringList ofDesign{
            QStringLiteral("severity"), QStringLiteral("severity-when"), QStringLiteral("severity-note"),
            QStringLiteral("title"),    QStringLiteral("condition"),     QStringLiteral("for"),
            QStringLiteral("let"),      QStringLiteral("when"),          QStringLiteral("check"),
            QStringLiteral("subjects"), QStringLiteral("message"),       QStringLiteral("why"),
            QStringLiteral("fix"),      QStringLiteral("auto-fix"),      QStringLiteral("sources"),
            QStringLiteral("designs"), QStringLiteral("parameters")};
        if (!map.isMap()) {
            problem(map, QStringLiteral("expected a rule"));
            return;
        }
        onlyKeys(map, m_ofDrawing ? keysOfDrawing() : ofDesign);
        Rule rule;
        rule.id = id.text;
        rule.area = m_area;
        rule.path = m_file.path;
        rule.line = id.line;
        rule.column = id.column;
        if (m_vocabulary)
            ruleId(id);
        if (const Node* node = map.find(QStringLiteral("severity"))) {
            const auto severity = severityOf(node->text);
            if (!severity)
                problem(*node, QStringLiteral("`severity` must be error, warning or advice"));
            rule.severity = severity.value_or(Severity::Advice);
        } else {
            problem(map, QStringLiteral("`severity` is missing"));
        }
        rule.severityNote = text(map, "severity-note");
        rule.title = text(map, "title", true);
        rule.condition = text(map, "condition", true);
        rule.message = text(map, "message", true);
        rule.why = text(map, "why", true);
        rule.fix = text(map, "fix");
        rule.sources = texts(map, "sources");
        rule.designs = texts(map, "designs");
        rule.check = text(map, "check");
        rule.measure = text(map, "measure", m_ofDrawing);
        m_expressions.forget();
        parameters(map, rule);
        if (!rule.measure.isEmpty())
            rule.when = nullptr;  // counted in the picture
        else if (rule.check.isEmpty())
            rule.when = condition(map, rule);  // with what `auto-fix` says of it
        else
            namedCheck(map, rule);
        writtenTexts(rule);
        if (const Node* fix = map.find(QStringLiteral("auto-fix"))) {
            rule.fixable = true;
            if (fix->isMap())
                rule.plan = readFixPlan(*fix, m_expressions, m_vocabulary);
            else if (fix->text != QLatin1String("true"))
                problem(*fix, QStringLiteral("expected `words` and `steps`"));
        }
        m_set.rules.push_back(std::move(rule));
    }

    void ruleId(const Node& id)
    {
        if (!isRuleId(id.text) || !id.text.startsWith(m_area + u'-'))
            problem(id, QStringLiteral("a rule of this file is called `%1-` and three digits").arg(m_area));
        if (const Rule* other = m_set.rule(id.text))
            problem(id, QStringLiteral("the rule `%1` stands in %2 already, in line %3")
                            .arg(id.text, other->path).arg(other->line));
    }

    void parameters(const Node& map, Rule& rule)
    {
        const Node* all = map.find(QStringLiteral("parameters"));
        if (!all)
            return;
        if (!all->isMap())
            problem(*all, QStringLiteral("`parameters` names figures: `limit: {value: 30, unit: ms}`"));
        for (size_t i = 0; i < all->keys.size(); ++i) {
            const Node& name = all->keys[i];
            const Node& node = all->items[i];
            static const QRegularExpression pattern(QStringLiteral("^[a-z][a-z0-9]*(-[a-z0-9]+)*$"));
            if (m_vocabulary && !pattern.match(name.text).hasMatch())
                problem(name, QStringLiteral("a parameter is named by lower-case words: `most-replicas`"));
            const Node* value = node.find(QStringLiteral("value"));
            if (!value) {
                problem(node.isNull() ? name : node, QStringLiteral("expected `{value: 30, unit: ms}`"));
                continue;
            }
            onlyKeys(node, {QStringLiteral("value"), QStringLiteral("unit"), QStringLiteral("source")});
            RuleParameter parameter{name.text, parameterValue(*value), text(node, "unit"), text(node, "source")};
            if (!parameter.value.isKnown())
                problem(*value, QStringLiteral("expected a number, or a text in quotes"));
            m_expressions.addParameter(parameter);
            rule.parameters.push_back(std::move(parameter));
        }
    }

    /// Keeps the texts with their placeholders when a parameter stands in one.
    void writtenTexts(Rule& rule)
    {
        if (rule.parameters.empty())
            return;
        rule.written = std::make_shared<const RuleTexts>(
            RuleTexts{rule.severityNote, rule.title, rule.condition, rule.message, rule.why, rule.fix});
        fillTexts(rule);
    }

    void namedCheck(const Node& map, const Rule& rule)
    {
        if (!findCheck(rule.check))
            problem(*map.find(QStringLiteral("check")), QStringLiteral("there is no check `%1`").arg(rule.check));
        for (const char* key : {"for", "let", "when", "subjects", "severity-when", "parameters"})
            if (const Node* node = map.find(QLatin1String(key)))
                problem(*node, QStringLiteral("`%1` and `check` exclude each other").arg(QLatin1String(key)));
        if (const Node* fix = map.find(QStringLiteral("auto-fix")); fix && fix->find(QStringLiteral("when")))
            problem(*fix, QStringLiteral("`when` of `auto-fix` and `check` exclude each other"));
    }

    void bind(const Node& node, Condition& condition)
    {
        if (auto binding = m_expressions.binding(node, condition.memos))
            condition.bindings.push_back(std::move(*binding));
    }

    std::shared_ptr<const Condition> condition(const Node& map, const Rule& rule)
    {
        auto result = std::make_shared<Condition>();
        if (const Node* node = map.find(QStringLiteral("for"))) {
            if (node->isList())
                for (const Node& item : node->items)
                    bind(item, *result);
            else
                bind(*node, *result);
        }
        if (const Node* lets = map.find(QStringLiteral("let"))) {
            if (!lets->isMap())
                problem(*lets, QStringLiteral("`let` names values: `name: expression`"));
            for (size_t i = 0; i < lets->keys.size(); ++i) {
                result->lets.push_back(m_expressions.read(lets->items[i], result->memos));
                m_expressions.declare(lets->keys[i], lets->keys[i].text, m_expressions.typeOf(result->lets.back()));
            }
        }
        if (const Node* when = map.find(QStringLiteral("when")))
            result->when.push_back(m_expressions.read(*when, result->memos, Wanted::Condition));
        else if (!map.find(QStringLiteral("for")))
            problem(map, QStringLiteral("a rule needs `for`, `when` or `check`"));
        if (const Node* cases = map.find(QStringLiteral("severity-when")))
            severities(*cases, rule, *result);
        if (const Node* list = map.find(QStringLiteral("subjects"))) {
            if (!list->isList())
                problem(*list, QStringLiteral("`subjects` must be a list"));
            for (const Node& item : list->items)
                result->subjects.push_back(m_expressions.read(item, result->memos, Wanted::Things));
        }
        if (const Node* message = map.find(QStringLiteral("message")))
            m_expressions.words(*message, result->message, result->placeholders, result->memos);
        if (const Node* fix = map.find(QStringLiteral("auto-fix")); fix && fix->find(QStringLiteral("when")))
            result->fixable.push_back(m_expressions.read(*fix->find(QStringLiteral("when")), result->memos, Wanted::Condition));
        return result;
    }

    void severities(const Node& cases, const Rule& rule, Condition& condition)
    {
        if (rule.severityNote.isEmpty())
            problem(cases, QStringLiteral("say in `severity-note` when the severity changes"));
        for (size_t i = 0; i < cases.keys.size(); ++i) {
            const auto severity = severityOf(cases.keys[i].text);
            if (!severity)
                problem(cases.keys[i], QStringLiteral("expected error, warning or advice"));
            condition.severities.push_back(
                {severity.value_or(rule.severity), m_expressions.read(cases.items[i], condition.memos, Wanted::Condition)});
        }
    }

    RuleSet& m_set;
    const Vocabulary* m_vocabulary;
    const NamedTree& m_file;
    const bool m_ofDrawing;
    QString m_area;
    ExpressionReader m_expressions;
};

RuleSet readAll(const std::vector<NamedTree>& files, const Vocabulary* vocabulary, bool ofDrawing = false)
{
    RuleSet set;
    for (const NamedTree& file : files) {
        Reader reader(set, vocabulary, file, ofDrawing);
        reader.file(file.root);
        if (!reader.problems.empty())
            throw FileError(file.path, reader.problems);
    }
    return set;
}

}  // namespace

void readRuleSection(const RuleSection& section, RuleSet& set, const Vocabulary& vocabulary,
                     std::vector<Problem>& problems)
{
    Reader reader(set, &vocabulary, section.file);
    reader.section(section.rules, section.area);
    problems.insert(problems.end(), reader.problems.begin(), reader.problems.end());
}

RuleSet readRules(const std::vector<NamedTree>& files, const Catalog& catalog)
{
    const Vocabulary vocabulary(catalog);
    return readAll(files, &vocabulary);
}

RuleSet readDrawingRules(const std::vector<NamedTree>& files, const Catalog& catalog)
{
    const Vocabulary vocabulary(catalog);
    return readAll(files, &vocabulary, true);
}

RuleSet readCheckedRules(const std::vector<NamedTree>& files)
{
    return readAll(files, nullptr);
}

}  // namespace redoubt
