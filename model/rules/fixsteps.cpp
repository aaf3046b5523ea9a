// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixsteps.h"

#include "model/design/edits.h"
#include "model/rules/fixactions.h"

namespace redoubt {

namespace {

using Verb = FixStep::Verb;

/// What a step of a fix costs in steps of expressions: a fix makes at most some hundred changes.
constexpr qint64 stepsOfAnEdit = 10'000;

class Steps {
public:
    Steps(const Rule& rule, FixDraft& draft, std::vector<Fact> variables)
        : m_rule(rule), m_plan(*rule.plan), m_draft(draft), m_variables(std::move(variables))
    {
        m_variables.resize(m_plan.variables);
    }

    bool all(const std::vector<FixStep>& steps)
    {
        for (const FixStep& step : steps) {
            const bool done = step.verb == Verb::For ? each(step) : one(step);
            if (!done)
                return false;
        }
        return true;
    }

    QString words()
    {
        QString result;
        for (const Condition::Part& part : m_plan.words)
            result += part.expression < 0 ? part.words : wordsOf(m_plan.placeholders[part.expression]);
        return result;
    }

private:
    QString wordsOf(const Expression& placeholder)
    {
        const Fact fact = value(placeholder);
        return placeholder.op == Expression::Op::Parameter ? parameterWords(fact) : m_draft.facts().words(fact);
    }
    Fact value(const Expression& expression, const Fact& item = {})
    {
        std::vector<Fact> memo(m_plan.memos);
        std::vector<bool> known(m_plan.memos);
        Scope scope{m_draft.facts(), m_work, memo, known, m_variables, nullptr, item, &m_rule.parameters};
        return evaluate(expression, scope);
    }
    Fact arg(const FixStep& step, const char* word)
    {
        const auto it = step.args.find(QLatin1String(word));
        return it == step.args.cend() ? Fact() : value(it->second);
    }
    QStringList ids(const FixStep& step, const char* word) { return m_draft.facts().ids(arg(step, word)); }

    /// What was found before a change is found again after it.
    void settle()
    {
        for (Fact& variable : m_variables)
            variable = m_draft.refreshed(variable);
        m_draft.forgetPast();
    }

    bool one(const FixStep& step)
    {
        if (!m_work.spend(stepsOfAnEdit))
            return false;
        if (step.args.contains(QStringLiteral("when")) && !arg(step, "when").isTrue())
            return true;
        const bool done = make(step);
        settle();
        return done && !m_work.isUsedUp();
    }

    bool each(const FixStep& step)
    {
        // Items refer to the design as it is now; the list is kept as a variable so that it follows the changes.
        m_variables.push_back(arg(step, "what").items().list());
        const size_t list = m_variables.size() - 1;
        bool done = true;
        for (size_t i = 0; done && i < m_variables[list].items().size(); ++i) {
            m_variables[step.slot] = m_variables[list].items()[i];
            done = all(step.steps);
        }
        m_variables.pop_back();
        return done;
    }

    bool make(const FixStep& step)
    {
        switch (step.verb) {
        case Verb::Set:
        case Verb::Clear:
            return set(step);
        case Verb::Append:
            return append(step);
        case Verb::Add:
            return add(step);
        case Verb::Form:
            return form(step);
        case Verb::Copy: {
            const ElementId id = m_draft.copy({ids(step, "what").value(0)}, {ids(step, "into").value(0)});
            return keep(step, m_draft.facts().thing(id.value));
        }
        case Verb::Connect:
            return connect(step);
        case Verb::Redirect:
            return redirect(step);
        case Verb::Remove:
            return remove(step);
        case Verb::Do:
            return findFixAction(step.name)->run(m_draft, ids(step, "of"));
        default:
            return forEachId(step);
        }
    }

    bool forEachId(const FixStep& step)
    {
        const QStringList things = ids(step, "what");
        const QString group = ids(step, step.verb == Verb::Join ? "to" : "of").value(0);
        std::optional<ElementId> into;
        if (step.args.contains(QStringLiteral("into")))
            into = ElementId{ids(step, "into").value(0)};
        const PropertyRecord fields = record(step);
        bool done = true;
        for (const QString& id : things) {
            if (step.verb == Verb::Move)
                done = done && m_draft.move({id}, into);
            else if (step.verb == Verb::Reverse)
                done = done && m_draft.reverse({id});
            else if (step.verb == Verb::Join)
                done = done && m_draft.join({id}, {group}, fields);
            else if (step.verb == Verb::Leave)
                done = done && m_draft.leave({id}, {group});
        }
        return done;
    }

    PropertyRecord record(const FixStep& step)
    {
        PropertyRecord result;
        for (const auto& [key, expression] : step.record)
            if (const Fact fact = value(expression); fact.isKnown())
                result.emplace(key, m_draft.valueOf(fact, nullptr));
        return result;
    }

    bool set(const FixStep& step)
    {
        const Fact targets = arg(step, "what");
        std::vector<std::pair<Fact, Fact>> values;  // before anything changes
        for (const Fact& target : targets.items()) {
            const Fact v = step.verb == Verb::Clear ? Fact() : value(step.args.at(QStringLiteral("value")), target);
            if (step.verb == Verb::Set && !v.isKnown())
                return false;
            values.emplace_back(target, v);
        }
        bool done = true;
        for (const auto& [target, v] : values) {
            if (!target.thing())
                return false;
            if (target.thing()->type == Thing::Record)
                return setInRecords(step);
            const Fact now = m_draft.refreshed(target);
            done = done && now.thing() && m_draft.set(*now.thing(), step.name, m_draft.refreshed(v));
        }
        return done;
    }

    /// `owner.list.field = value`, or with `list[condition]`: records are parts of a property of their owner.
    bool setInRecords(const FixStep& step)
    {
        const Expression& path = step.args.at(QStringLiteral("what"));
        const bool filtered = path.op == Expression::Op::Filter;
        const Expression& list = filtered ? path.args[0] : path;
        if (list.op != Expression::Op::Get)
            return false;
        for (const Fact& owner : value(list.args[0]).items()) {
            std::vector<Fact> records;
            if (!owner.thing())
                return false;
            for (const Fact& item : m_draft.facts().property(*owner.thing(), list.name).items()) {
                if (!item.thing() || !item.thing()->record)
                    return false;
                PropertyRecord record = *item.thing()->record;
                if (!filtered || value(path.args[1], item).isTrue()) {
                    record.erase(step.name);
                    if (step.verb == Verb::Set)
                        record.emplace(step.name, m_draft.valueOf(value(step.args.at(QStringLiteral("value")), item), nullptr));
                }
                records.push_back(recordFact(std::move(record)));
            }
            const Fact now = m_draft.refreshed(owner);
            if (!now.thing() || !m_draft.set(*now.thing(), list.name, records))
                return false;
        }
        return true;
    }

    static Fact recordFact(PropertyRecord record)
    {
        Thing thing;
        thing.type = Thing::Record;
        thing.record = std::make_shared<const PropertyRecord>(std::move(record));
        return thing;
    }

    bool append(const FixStep& step)
    {
        const Expression& path = step.args.at(QStringLiteral("to"));
        if (path.op != Expression::Op::Get)
            return false;
        const Fact fresh = recordFact(record(step));
        const FactItems owners = value(path.args[0]).items();
        bool done = true;
        for (const Fact& owner : owners) {
            const Fact now = m_draft.refreshed(owner);
            if (!now.thing())
                return false;
            std::vector<Fact> list = m_draft.facts().property(*now.thing(), path.name).items().list();
            list.push_back(fresh);
            done = done && m_draft.set(*now.thing(), path.name, list);
        }
        return done;
    }

    bool add(const FixStep& step)
    {
        if (const Fact there = arg(step, "or-use"); there.thing()) {
            keep(step, there);
            return true;
        }
        std::optional<ElementId> in;
        if (step.args.contains(QStringLiteral("in")))
            in = ElementId{ids(step, "in").value(0)};
        const ElementId id = m_draft.add(step.name, {ids(step, "near").value(0)}, in);
        return keep(step, m_draft.facts().thing(id.value));
    }

    bool form(const FixStep& step)
    {
        const edits::Made made = edits::makeGroup(m_draft.design(), m_draft.catalog(), step.name, ids(step, "of"));
        m_draft.apply(made.patch);
        return keep(step, m_draft.facts().thing(made.ids.value(0)));
    }

    /// Gives the step's name to what it has made. Variables are refreshed afterwards, which leaves a new thing alone.
    bool keep(const FixStep& step, const Fact& made)
    {
        if (step.slot >= 0)
            m_variables[step.slot] = made;
        return made.isKnown();
    }

    bool connect(const FixStep& step)
    {
        bool done = true;
        for (const QString& from : ids(step, "what"))
            for (const QString& to : ids(step, "to"))
                done = done && m_draft.connect({from}, {to}, step.name);
        return done;
    }

    std::vector<Flow> flows(const Fact& fact)
    {
        std::vector<Flow> result;
        const Topology& topology = m_draft.facts().topology();
        for (const Fact& item : fact.items()) {
            if (item.thing() && item.thing()->type == Thing::Flow)
                result.push_back(topology.flow(item.thing()->index));
            else if (item.thing() && item.thing()->type == Thing::Link)
                result.push_back({{item.thing()->id}, static_cast<const Link*>(item.thing()->object)->from,
                                  static_cast<const Link*>(item.thing()->object)->to, {}, {}, {}});
        }
        return result;
    }

    bool redirect(const FixStep& step)
    {
        const QString from = ids(step, "from").value(0), to = ids(step, "to").value(0);
        bool done = true;
        for (const Flow& flow : flows(arg(step, "what")))
            done = done && m_draft.redirect(flow, from.isEmpty() ? flow.from : ElementId{from},
                                            to.isEmpty() ? flow.to : ElementId{to});
        return done;
    }

    bool remove(const FixStep& step)
    {
        const Fact what = arg(step, "what");
        QStringList whole;
        for (const Fact& item : what.items())
            if (item.thing() && item.thing()->type != Thing::Flow)
                whole << m_draft.facts().ids(item);
        for (const Flow& flow : flows(what))
            if (!whole.contains(flow.link.value))
                m_draft.removeFlow(flow);
        if (!whole.isEmpty())
            m_draft.remove(whole);
        return true;
    }

    const Rule& m_rule;
    const FixPlan& m_plan;
    FixDraft& m_draft;
    std::vector<Fact> m_variables;
    Work m_work;
};

}  // namespace

QString fixWords(const Rule& rule, FixDraft& draft, const std::vector<Fact>& variables)
{
    return Steps(rule, draft, variables).words();
}

bool runFix(const Rule& rule, FixDraft& draft, std::vector<Fact> variables)
{
    return Steps(rule, draft, std::move(variables)).all(rule.plan->steps);
}

}  // namespace redoubt
