// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/rulereader.h"

#include "model/files/columns.h"
#include "model/rules/checks.h"
#include "model/rules/condition.h"
#include "model/rules/fixreader.h"
#include "model/rules/vocabulary.h"

#include <QRegularExpression>

namespace redoubt {

namespace {

/// Reads one file into the set. Mistakes are collected; nothing is judged without a vocabulary.
class Reader {
public:
    Reader(RuleSet& set, QSet<QString>& ids, const Vocabulary* vocabulary, const QByteArray& text)
        : m_set(set), m_ids(ids), m_vocabulary(vocabulary), m_text(text)
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

    void rule(const Node& id, const Node& map)
    {
        static const QStringList keys{
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
        onlyKeys(map, keys);
        Rule rule;
        rule.id = id.text;
        rule.area = m_area;
        static const QRegularExpression idPattern(QStringLiteral("^[A-Z][A-Z0-9]*-[0-9]{3}$"));
        if (m_vocabulary && (!idPattern.match(rule.id).hasMatch() || !rule.id.startsWith(m_area + u'-')))
            problem(id, QStringLiteral("a rule of this file is called `%1-` and three digits").arg(m_area));
        if (m_ids.contains(rule.id))
            problem(id, QStringLiteral("the rule `%1` stands in two files").arg(rule.id));
        m_ids << rule.id;
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
        m_variables = {QStringLiteral("design")};
        m_parameters.clear();
        parameters(map, rule);
        if (rule.check.isEmpty())
            rule.when = condition(map, rule);
        else
            namedCheck(map, rule);
        writtenTexts(rule);
        if (const Node* fix = map.find(QStringLiteral("auto-fix"))) {
            rule.fixable = true;
            if (fix->isMap())
                rule.plan = readFixPlan(*fix, m_variables, m_vocabulary, problems);
            else if (fix->text != QLatin1String("true"))
                problem(*fix, QStringLiteral("expected `words` and `steps`"));
        }
        m_set.rules.push_back(std::move(rule));
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
            rule.parameters.push_back(std::move(parameter));
            m_parameters << name.text;
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

    /// A name that stands for a value from here on.
    void name(const Node& node, const QString& name)
    {
        if (m_parameters.contains(name) || m_variables.contains(name))
            problem(node, QStringLiteral("`%1` is a name for something else already").arg(name));
        m_variables << name;
    }

    void namedCheck(const Node& map, const Rule& rule)
    {
        m_variables = {QStringLiteral("design")};
        if (!findCheck(rule.check))
            problem(*map.find(QStringLiteral("check")), QStringLiteral("there is no check `%1`").arg(rule.check));
        for (const char* key : {"for", "let", "when", "subjects", "severity-when", "parameters"})
            if (const Node* node = map.find(QLatin1String(key)))
                problem(*node, QStringLiteral("`%1` and `check` exclude each other").arg(QLatin1String(key)));
    }

    Expression expression(const Node& node, int skip, const QString& text, Condition& condition)
    {
        try {
            Expression e = parseExpression(text, m_variables, condition.memos, m_parameters);
            if (m_vocabulary)
                for (const ExpressionError& mistake : m_vocabulary->mistakes(e))
                    mark(node, skip + mistake.offset, mistake.text);
            return e;
        } catch (const ExpressionError& error) {
            mark(node, skip + error.offset, error.text);
            return {};
        }
    }
    void mark(const Node& node, int offset, const QString& what)
    {
        const TextPlace place = placeInside(m_text, node, offset);
        problems.push_back({place.line, place.column, what});
    }

    void bind(const Node& node, Condition& condition)
    {
        static const QRegularExpression pattern(QStringLiteral("^([a-z][a-z0-9-]*) in (.+)$"),
                                                QRegularExpression::DotMatchesEverythingOption);
        const auto match = pattern.match(node.text);
        if (!node.isScalar() || !match.hasMatch()) {
            problem(node, QStringLiteral("expected `name in list`"));
            return;
        }
        condition.bindings.push_back(
            {match.captured(1), expression(node, int(match.capturedStart(2)), match.captured(2), condition)});
        name(node, match.captured(1));
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
                result->lets.push_back(expression(lets->items[i], 0, lets->items[i].text, *result));
                name(lets->keys[i], lets->keys[i].text);
            }
        }
        if (const Node* when = map.find(QStringLiteral("when")))
            result->when.push_back(expression(*when, 0, when->text, *result));
        else if (!map.find(QStringLiteral("for")))
            problem(map, QStringLiteral("a rule needs `for`, `when` or `check`"));
        if (const Node* cases = map.find(QStringLiteral("severity-when")))
            severities(*cases, rule, *result);
        if (const Node* list = map.find(QStringLiteral("subjects"))) {
            if (!list->isList())
                problem(*list, QStringLiteral("`subjects` must be a list"));
            for (const Node& item : list->items)
                result->subjects.push_back(expression(item, 0, item.text, *result));
        }
        if (const Node* message = map.find(QStringLiteral("message")))
            parts(*message, *result);
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
                {severity.value_or(rule.severity), expression(cases.items[i], 0, cases.items[i].text, condition)});
        }
    }

    /// Words and placeholders of a message.
    void parts(const Node& node, Condition& condition)
    {
        for (const Placeholder& each : splitWords(node.text, condition.message)) {
            if (each.text.isNull())
                mark(node, each.offset, QStringLiteral("the placeholder is never closed"));
            else
                condition.placeholders.push_back(expression(node, each.offset, each.text, condition));
        }
    }

    RuleSet& m_set;
    QSet<QString>& m_ids;
    const Vocabulary* m_vocabulary;
    const QByteArray& m_text;
    QString m_area;
    QStringList m_variables;
    QStringList m_parameters;
};

RuleSet readAll(const std::vector<NamedTree>& files, const Vocabulary* vocabulary)
{
    RuleSet set;
    QSet<QString> ids;
    for (const NamedTree& file : files) {
        Reader reader(set, ids, vocabulary, file.text);
        reader.file(file.root);
        if (!reader.problems.empty())
            throw FileError(file.path, reader.problems);
    }
    return set;
}

}  // namespace

void readRuleSection(const RuleSection& section, RuleSet& set, QSet<QString>& ids, const Vocabulary& vocabulary,
                     std::vector<Problem>& problems)
{
    Reader reader(set, ids, &vocabulary, section.file.text);
    reader.section(section.rules, section.area);
    problems.insert(problems.end(), reader.problems.begin(), reader.problems.end());
}

RuleSet readRules(const std::vector<NamedTree>& files, const Catalog& catalog)
{
    const Vocabulary vocabulary(catalog);
    return readAll(files, &vocabulary);
}

RuleSet readCheckedRules(const std::vector<NamedTree>& files)
{
    return readAll(files, nullptr);
}

}  // namespace redoubt
