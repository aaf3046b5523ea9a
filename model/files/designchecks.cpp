// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designreader.h"
#include "model/files/suggest.h"

namespace redoubt {

namespace {

QStringList idsNear(const Design& design, const QString& typed, bool links)
{
    QStringList ids;
    const auto add = [&](const QString& id) {
        if (std::abs(id.size() - typed.size()) <= 3)
            ids << id;
    };
    for (auto it = design.elements.keyBegin(); it != design.elements.keyEnd(); ++it)
        add((*it).value);
    if (links)
        for (auto it = design.links.keyBegin(); it != design.links.keyEnd(); ++it)
            add((*it).value);
    else
        for (auto it = design.groups.keyBegin(); it != design.groups.keyEnd(); ++it)
            add((*it).value);
    return ids;
}

/// A file with very many wrong ids gets no suggestions beyond the first: each costs a look at every id.
QString suggestion(const DesignReading& reading, const QString& typed, bool links)
{
    return reading.problems.size() < 100 ? didYouMean(typed, idsNear(reading.file.design, typed, links)) : QString();
}

/// The node of a key's value inside one element of the file.
const Node& nodeOf(const DesignReading& reading, const QString& id, const QString& key)
{
    const Node* elements = reading.root.find(u"elements"_qs);
    const Node* element = elements ? elements->find(id) : nullptr;
    const Node* value = element ? element->find(key) : nullptr;
    return value ? *value : reading.root;
}

/// Whether `kind` may hold `child`: a container, or a machine that the catalog places it in.
bool holds(const Catalog& catalog, const Element& parent, const Element& child)
{
    const ElementKind* parentKind = catalog.kind(parent.kind);
    const ElementKind* childKind = catalog.kind(child.kind);
    return !parentKind || parentKind->container || (childKind && childKind->placedIn.contains(parent.kind));
}

enum class Mark { None, Open, Done };

/// Follows `in` and `host` from every element; reports each cycle once, at the step that closes it.
class CycleSearch {
public:
    explicit CycleSearch(DesignReading& reading) : m_reading(reading), m_design(reading.file.design) {}

    void run()
    {
        for (auto it = m_design.elements.keyBegin(); it != m_design.elements.keyEnd(); ++it)
            if (m_marks.value(*it) == Mark::None)
                walk(*it);
    }

private:
    struct Step {
        ElementId id;
        int next = 0;     ///< 0: follow `in`, 1: follow `host`, 2: both followed
        bool byHost = false;  ///< the step that leads on
    };

    void walk(const ElementId& start)
    {
        m_path = {{start, 0, false}};
        m_marks[start] = Mark::Open;
        while (!m_path.empty()) {
            Step& step = m_path.back();
            if (step.next == 2) {
                m_marks[step.id] = Mark::Done;
                m_path.pop_back();
                continue;
            }
            const Element* element = m_design.element(step.id);
            step.byHost = step.next++ == 1;
            const ElementId to = step.byHost ? element->host : element->in;
            if (to.isEmpty() || !m_design.element(to))
                continue;
            const Mark mark = m_marks.value(to);
            if (mark == Mark::Open)
                report(to);
            else if (mark == Mark::None) {
                m_marks[to] = Mark::Open;
                m_path.push_back({to, 0, false});
            }
        }
    }

    void report(const ElementId& to)
    {
        size_t first = m_path.size() - 1;
        bool byHost = m_path[first].byHost;
        while (m_path[first].id != to)
            byHost |= m_path[--first].byHost;
        QStringList chain;
        for (size_t i = first; i < m_path.size() && chain.size() < 12; ++i)
            chain << m_path[i].id.value;
        const Step& last = m_path.back();
        const Node& node = nodeOf(m_reading, last.id.value, last.byHost ? u"host"_qs : u"in"_qs);
        if (chain.size() == 1)
            m_reading.problem(node, u"`%1` %2 itself"_qs.arg(to.value, last.byHost ? u"is hosted by"_qs : u"stands in"_qs));
        else
            m_reading.problem(node, u"a cycle of %1: %2, %3"_qs.arg(byHost ? u"containers and hosts"_qs : u"containers"_qs,
                                                                     chain.join(u", "), to.value));
    }

    DesignReading& m_reading;
    const Design& m_design;
    QHash<ElementId, Mark> m_marks;
    std::vector<Step> m_path;
};

}  // namespace

void checkMentions(DesignReading& reading)
{
    const Design& design = reading.file.design;
    for (const Mention& mention : reading.mentions) {
        const QString& id = mention.node->text;
        const bool isElement = design.elements.contains({id});
        const bool isGroup = design.groups.contains({id});
        const bool linksToo = mention.target == Mention::Target::ElementOrLink;
        const bool linkOnly = mention.target == Mention::Target::Link;
        if (linkOnly ? bool(design.link({id}))
            : isElement ? mention.target != Mention::Target::Group
                      : isGroup ? mention.target != Mention::Target::Element && !linksToo : linksToo && design.link({id}))
            continue;
        const bool groupsToo = mention.target == Mention::Target::ElementOrGroup;
        const QString wanted = linkOnly ? u"link"_qs : groupsToo ? u"element or group"_qs : linksToo ? u"element or link"_qs : u"element"_qs;
        if (design.hasId(id))
            reading.problem(*mention.node, u"`%1` names `%2`, which is %3; expected %4"_qs.arg(
                                               mention.place, id, isGroup ? u"a group"_qs : isElement ? u"an element"_qs : u"a link"_qs, (linkOnly ? u"a "_qs : u"an "_qs) + wanted));
        else
            reading.problem(*mention.node, u"`%1` names `%2`, but there is no such %3%4"_qs.arg(
                                               mention.place, id, wanted, suggestion(reading, id, linksToo || linkOnly)));
    }
}

void checkNesting(DesignReading& reading)
{
    const Design& design = reading.file.design;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        const Element& element = **it;
        const Element* parent = element.in.isEmpty() ? nullptr : design.element(element.in);
        if (parent && !holds(reading.catalog, *parent, element))
            reading.problem(nodeOf(reading, it.key().value, u"in"_qs),
                            u"`%1` stands in `%2`, but a %3 is not a container"_qs.arg(it.key().value, element.in.value,
                                                                                      parent->kind));
    }
    CycleSearch(reading).run();
}

}  // namespace redoubt
