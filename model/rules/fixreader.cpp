// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixreader.h"

#include "model/rules/fixactions.h"
#include "model/rules/fixplan.h"
#include "model/rules/vocabulary.h"

namespace redoubt {

namespace {

using Verb = FixStep::Verb;
using Wanted = ExpressionReader::Wanted;

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
    FixReader(const ExpressionReader& names, const Vocabulary* vocabulary) : m_names(names), m_vocabulary(vocabulary) {}

    std::shared_ptr<const FixPlan> plan(const Node& node)
    {
        m_names.declare(node, QStringLiteral("subjects"));
        for (const Node& key : node.keys)
            if (key.text != QLatin1String("words") && key.text != QLatin1String("steps") && key.text != QLatin1String("when"))
                problem(key, QStringLiteral("unknown key `%1`").arg(key.text));
        const Node* words = node.find(QStringLiteral("words"));
        const Node* list = node.find(QStringLiteral("steps"));
        if (!words || !words->isScalar() || words->text.isEmpty())
            problem(node, QStringLiteral("`words` is missing: what the fix does, in words"));
        else
            m_names.words(*words, m_plan.words, m_plan.placeholders, m_plan.memos);
        if (!list || !list->isList() || list->items.empty())
            problem(node, QStringLiteral("`steps` is missing: a list of steps"));
        else
            m_plan.steps = steps(*list);
        m_plan.variables = m_names.names();
        return std::make_shared<const FixPlan>(std::move(m_plan));
    }

private:
    void problem(const Node& node, const QString& what) { m_names.problem(node, what); }
    Expression expression(const Node& node, Wanted wanted) { return m_names.read(node, m_plan.memos, wanted); }

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
                step.args.insert_or_assign(word, expression(*arg, word == QLatin1String("when") ? Wanted::Condition
                                                          : verb->verb == Verb::Append ? Wanted::Path : Wanted::Things));
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
                step.slot = m_names.declare(*as, as->text);
        }
        return known;
    }

    FixStep loop(const Node& node)
    {
        FixStep step;
        step.verb = Verb::For;
        const Node& head = *node.find(QStringLiteral("for"));
        std::optional<Condition::Binding> binding = m_names.binding(head, m_plan.memos);
        if (!binding)
            return step;
        step.args.insert_or_assign(QStringLiteral("what"), std::move(binding->list));
        step.slot = m_names.names() - 1;
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
            const Expression e = expression(node, main == Main::Path ? Wanted::Path : Wanted::Assignment);
            const bool whole = main == Main::Path ? isPath(e) : e.op == Expression::Op::Equal && isPath(e.args[0]);
            if (!whole) {
                if (e.op != Expression::Op::Constant || e.value.isKnown())  // else it was told that it does not parse
                    problem(node, main == Main::Path ? QStringLiteral("expected `thing.property`")
                                                     : QStringLiteral("expected `thing.property = value`"));
                return;
            }
            const Expression& path = main == Main::Path ? e : e.args[0];
            if (m_vocabulary && !m_vocabulary->canSet(path.name))
                m_names.mark(node, path.column, QStringLiteral("`%1` is derived and cannot be set").arg(path.name));
            step.name = path.name;
            step.args.insert_or_assign(what, path.args[0]);
            if (main == Main::Assignment)
                step.args.insert_or_assign(QStringLiteral("value"), e.args[1]);
            break;
        }
        case Main::Things:
            step.args.insert_or_assign(what, expression(node, Wanted::Things));
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
            step.record.emplace_back(node.keys[i].text, expression(node.items[i], Wanted::Anything));
        }
    }

    ExpressionReader m_names;
    const Vocabulary* m_vocabulary;
    FixPlan m_plan;
};

}  // namespace

std::shared_ptr<const FixPlan> readFixPlan(const Node& node, const ExpressionReader& names, const Vocabulary* vocabulary)
{
    return FixReader(names, vocabulary).plan(node);
}

}  // namespace redoubt
