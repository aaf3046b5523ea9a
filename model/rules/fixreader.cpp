// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixreader.h"

#include "model/rules/fixactions.h"
#include "model/rules/fixplan.h"
#include "model/rules/vocabulary.h"

namespace redoubt {

namespace {

using Verb = FixStep::Verb;

/// What the word of a step is followed by.
enum class Main { Assignment, Path, Things, Kind, GroupKind, Action, Record };

struct VerbDef {
    const char* name;
    Verb verb;
    Main main;
    const char* args;  ///< words that may follow, those with `!` must; each with an expression
};

const VerbDef verbs[] = {
    {"set", Verb::Set, Main::Assignment, ""},
    {"clear", Verb::Clear, Main::Path, ""},
    {"append", Verb::Append, Main::Record, "to!"},
    {"add", Verb::Add, Main::Kind, "near! in or-use"},
    {"copy", Verb::Copy, Main::Things, "into"},
    {"connect", Verb::Connect, Main::Things, "to!"},
    {"remove", Verb::Remove, Main::Things, ""},
    {"reverse", Verb::Reverse, Main::Things, ""},
    {"redirect", Verb::Redirect, Main::Things, "from to"},
    {"move", Verb::Move, Main::Things, "into"},
    {"join", Verb::Join, Main::Things, "to!"},
    {"leave", Verb::Leave, Main::Things, "of!"},
    {"form", Verb::Form, Main::GroupKind, "of!"},
    {"do", Verb::Do, Main::Action, "of"},
};

class FixReader {
public:
    FixReader(QStringList variables, const QStringList& parameters, const Vocabulary* vocabulary,
              std::vector<Problem>& problems)
        : m_variables(std::move(variables)), m_parameters(parameters), m_vocabulary(vocabulary), m_problems(problems)
    {
        m_variables << QStringLiteral("subjects");
    }

    std::shared_ptr<const FixPlan> plan(const Node& node)
    {
        for (const Node& key : node.keys)
            if (key.text != QLatin1String("words") && key.text != QLatin1String("steps"))
                problem(key, QStringLiteral("unknown key `%1`").arg(key.text));
        const Node* words = node.find(QStringLiteral("words"));
        const Node* list = node.find(QStringLiteral("steps"));
        if (!words || !words->isScalar() || words->text.isEmpty())
            problem(node, QStringLiteral("`words` is missing: what the fix does, in words"));
        else
            for (const Placeholder& each : splitWords(words->text, m_plan.words)) {
                if (each.text.isNull())
                    mark(*words, each.offset, QStringLiteral("the placeholder is never closed"));
                else
                    m_plan.placeholders.push_back(expression(*words, each.offset, each.text));
            }
        if (!list || !list->isList() || list->items.empty())
            problem(node, QStringLiteral("`steps` is missing: a list of steps"));
        else
            m_plan.steps = steps(*list);
        m_plan.variables = int(m_variables.size());
        return std::make_shared<const FixPlan>(std::move(m_plan));
    }

private:
    void problem(const Node& node, const QString& what) { m_problems.push_back({node.line, node.column, what}); }
    void mark(const Node& node, int offset, const QString& what)
    {
        m_problems.push_back({node.line, node.column + offset + (node.quoted ? 1 : 0), what});
    }

    Expression expression(const Node& node, int skip, const QString& text)
    {
        if (!node.isScalar())
            problem(node, QStringLiteral("expected an expression"));
        try {
            Expression e = parseExpression(text, m_variables, m_plan.memos, m_parameters);
            if (m_vocabulary)
                for (const ExpressionError& mistake : m_vocabulary->mistakes(e))
                    mark(node, skip + mistake.offset, mistake.text);
            return e;
        } catch (const ExpressionError& error) {
            mark(node, skip + error.offset, error.text);
            return {};
        }
    }

    std::vector<FixStep> steps(const Node& list)
    {
        std::vector<FixStep> result;
        for (const Node& item : list.items)
            result.push_back(step(item));
        return result;
    }

    FixStep step(const Node& node)
    {
        if (node.isMap() && node.find(QStringLiteral("for")))
            return loop(node);
        const VerbDef* verb = nullptr;
        for (const VerbDef& each : verbs)
            if (node.find(QLatin1String(each.name)))
                verb = &each;
        FixStep step;
        if (!verb) {
            problem(node, QStringLiteral("expected a step: set, clear, append, add, copy, connect, remove, reverse, "
                                         "redirect, move, join, leave, form, do or for"));
            return step;
        }
        step.verb = verb->verb;
        main(*node.find(QLatin1String(verb->name)), verb->main, step);
        QStringList words = QString::fromLatin1(verb->args).split(u' ', Qt::SkipEmptyParts);
        words << QStringLiteral("when");
        QStringList known{QLatin1String(verb->name)};
        for (QString word : words) {
            const bool required = word.endsWith(u'!');
            word.remove(u'!');
            known << word;
            if (const Node* arg = node.find(word))
                step.args.insert(word, expression(*arg, 0, arg->text));
            else if (required)
                problem(node, QStringLiteral("`%1` needs `%2`").arg(QLatin1String(verb->name), word));
        }
        known << rest(node, *verb, step);
        for (const Node& key : node.keys)
            if (!known.contains(key.text))
                problem(key, QStringLiteral("`%1` does not take `%2`").arg(QLatin1String(verb->name), key.text));
        return step;
    }

    /// Words that are not expressions.
    QStringList rest(const Node& node, const VerbDef& verb, FixStep& step)
    {
        QStringList known;
        if (verb.verb == Verb::Connect) {
            known << QStringLiteral("row");
            if (const Node* row = node.find(QStringLiteral("row"))) {
                step.name = row->text;
                if (m_vocabulary && !m_vocabulary->hasRow(row->text))
                    problem(*row, QStringLiteral("there is no connection `%1`").arg(row->text));
            }
        }
        if (verb.verb == Verb::Join) {
            known << QStringLiteral("with");
            if (const Node* with = node.find(QStringLiteral("with")))
                record(*with, step);
        }
        if (verb.verb == Verb::Add || verb.verb == Verb::Copy || verb.verb == Verb::Form) {
            known << QStringLiteral("as");
            if (const Node* as = node.find(QStringLiteral("as")))
                step.slot = declare(*as, as->text);
        }
        return known;
    }

    int declare(const Node& node, const QString& name)
    {
        if (m_variables.contains(name))
            problem(node, QStringLiteral("the name `%1` is taken").arg(name));
        m_variables << name;
        return int(m_variables.size()) - 1;
    }

    FixStep loop(const Node& node)
    {
        FixStep step;
        step.verb = Verb::For;
        const Node& head = *node.find(QStringLiteral("for"));
        const int in = int(head.text.indexOf(QStringLiteral(" in ")));
        if (in <= 0) {
            problem(head, QStringLiteral("expected `name in list`"));
            return step;
        }
        step.args.insert(QStringLiteral("what"), expression(head, in + 4, head.text.mid(in + 4)));
        step.slot = declare(head, head.text.left(in));
        const Node* list = node.find(QStringLiteral("steps"));
        if (list && list->isList())
            step.steps = steps(*list);
        else
            problem(node, QStringLiteral("`for` needs `steps`"));
        for (const Node& key : node.keys)
            if (key.text != QLatin1String("for") && key.text != QLatin1String("steps"))
                problem(key, QStringLiteral("`for` does not take `%1`").arg(key.text));
        return step;
    }

    void main(const Node& node, Main main, FixStep& step)
    {
        const QString what = QStringLiteral("what");
        switch (main) {
        case Main::Assignment:
        case Main::Path: {
            const size_t before = m_problems.size();
            const Expression e = expression(node, 0, node.text);
            const bool whole = main == Main::Path ? isPath(e) : e.op == Expression::Op::Equal && isPath(e.args[0]);
            if (!whole) {
                if (m_problems.size() == before)
                    problem(node, main == Main::Path ? QStringLiteral("expected `thing.property`")
                                                     : QStringLiteral("expected `thing.property = value`"));
                return;
            }
            const Expression& path = main == Main::Path ? e : e.args[0];
            if (m_vocabulary && !m_vocabulary->canSet(path.name))
                mark(node, path.column, QStringLiteral("`%1` is derived and cannot be set").arg(path.name));
            step.name = path.name;
            step.args.insert(what, path.args[0]);
            if (main == Main::Assignment)
                step.args.insert(QStringLiteral("value"), e.args[1]);
            break;
        }
        case Main::Things:
            step.args.insert(what, expression(node, 0, node.text));
            break;
        case Main::Record:
            record(node, step);
            break;
        case Main::Kind:
        case Main::GroupKind:
            step.name = node.text;
            if (m_vocabulary && !m_vocabulary->hasKind(node.text))
                problem(node, QStringLiteral("there is no kind `%1`").arg(node.text));
            break;
        case Main::Action:
            step.name = node.text;
            if (!findFixAction(node.text))
                problem(node, QStringLiteral("there is no fix `%1`").arg(node.text));
            break;
        }
    }

    static bool isPath(const Expression& e) { return e.op == Expression::Op::Get; }

    void record(const Node& node, FixStep& step)
    {
        if (!node.isMap())
            problem(node, QStringLiteral("expected fields: `name: expression`"));
        for (size_t i = 0; i < node.keys.size(); ++i) {
            if (m_vocabulary && !m_vocabulary->canSet(node.keys[i].text))
                problem(node.keys[i], QStringLiteral("there is no property `%1`").arg(node.keys[i].text));
            step.record.emplace_back(node.keys[i].text, expression(node.items[i], 0, node.items[i].text));
        }
    }

    QStringList m_variables;
    const QStringList& m_parameters;
    const Vocabulary* m_vocabulary;
    std::vector<Problem>& m_problems;
    FixPlan m_plan;
};

}  // namespace

std::shared_ptr<const FixPlan> readFixPlan(const Node& node, QStringList variables, const QStringList& parameters,
                                           const Vocabulary* vocabulary, std::vector<Problem>& problems)
{
    return FixReader(std::move(variables), parameters, vocabulary, problems).plan(node);
}

}  // namespace redoubt
