// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/plan.h"

#include "model/catalog/connections.h"
#include "model/geometry/nesting.h"
#include "model/layout/tiers.h"

#include <algorithm>
#include <cmath>

namespace redoubt::layout {

namespace {

constexpr double letter = 8;       ///< estimated width of a letter where nobody has measured it
constexpr double widestTitle = 300;
const QSizeF estimatedWords(72, 16);

bool isBox(Shape shape) { return shape == Shape::Site || shape == Shape::Region || shape == Shape::Layer; }

class Reader {
public:
    Reader(const Design& design, const Catalog& catalog, const TidyOptions& options)
        : m_design(design), m_catalog(catalog), m_options(options), m_connections(design, catalog)
    {
    }

    Plan read()
    {
        readParts();
        readTiers();
        readTies();
        return std::move(m_plan);
    }

private:
    void readParts();
    void addPart(const QString& id, int parent);
    void readTiers();
    void readTies();
    [[nodiscard]] int endOf(const ElementId& id) const;
    [[nodiscard]] int columnOf(const QString& id);
    void addTie(const Link& link, const QSizeF& words);

    const Design& m_design;
    const Catalog& m_catalog;
    const TidyOptions& m_options;
    const Connections m_connections;
    Plan m_plan;
    Placement m_placement;
    QHash<QString, QStringList> m_children;
    QHash<QString, int> m_index;
};

/// Breadth first, so that holders come before what they hold.
void Reader::readParts()
{
    m_placement = place(m_design, m_catalog);
    for (auto it = m_design.elements.cbegin(); it != m_design.elements.cend(); ++it)
        if (m_placement.contains(it.key().value))
            m_children[drawnIn(m_design, m_catalog, it.key()).value] << it.key().value;
    m_plan.parts.emplace_back();
    for (size_t i = 0; i < m_plan.parts.size(); ++i) {
        // What stands in a machine is drawn as a part of it and keeps its place there.
        if (i > 0 && !isBox(m_plan.parts[i].shape))
            continue;
        for (const QString& child : m_children.value(m_plan.parts[i].id))
            addPart(child, int(i));
    }
    for (size_t i = m_plan.parts.size(); --i > 0;) {
        Part& part = m_plan.parts[i];
        part.pinned = part.pinned || std::any_of(part.children.begin(), part.children.end(), [this](int child) {
            return m_plan.parts[size_t(child)].pinned;
        });
    }
}

void Reader::addPart(const QString& id, int parent)
{
    const Element& element = *m_design.element({id});
    const ElementKind* kind = m_catalog.kind(element.kind);
    Part part;
    part.id = id;
    part.parent = parent;
    part.shape = kind ? kind->shape : Shape::Node;
    part.now = m_placement.value(id);
    const Part& holder = m_plan.parts[size_t(parent)];
    part.depth = holder.depth + 1;
    part.top = parent == 0 ? int(m_plan.parts.size()) : holder.top;
    part.block = parent == 0 && (part.shape == Shape::Site || part.shape == Shape::Region);
    part.insets = kind ? containerInsets(*kind, holder.shape == Shape::Layer && parent > 0) : Insets{};
    part.pinned = m_catalog.value(element, u"pinned"_qs).value_or(PropertyValue(false)).boolean().value_or(false);
    const QString role = textAt(element.properties, u"role"_qs);
    part.rank = role == u"primary" ? 0 : role == u"dr" ? 1 : role == u"tertiary" ? 3 : part.shape == Shape::Site ? 2 : 4;
    const bool holds = isBox(part.shape) && m_children.contains(id);
    const QSizeF room = m_options.room.value(id, holds ? QSizeF(std::min(widestTitle, letter * double(m_design.displayName(id).size())), 0)
                                                       : QSizeF());
    const QSizeF natural = kind && !holds ? kind->size.expandedTo(part.now.size()) : QSizeF();
    part.size = natural.expandedTo({room.width() + (isBox(part.shape) ? 2 * gridStep : 0), room.height()});
    part.size = {upToStep(part.size.width()), upToStep(part.size.height())};
    m_index.insert(id, int(m_plan.parts.size()));
    m_plan.parts[size_t(parent)].children.push_back(int(m_plan.parts.size()));
    m_plan.parts.push_back(std::move(part));
}

int Reader::columnOf(const QString& id)
{
    const QStringList products = m_connections.carriedProducts({id});
    if (products.size() != 1 || products.front() == u"shared")
        return 0;
    static const QStringList known{u"ss"_qs, u"rmq"_qs, u"pm"_qs, u"nps"_qs, u"dsv"_qs, u"ssc"_qs};
    return m_design.element({id})->kind == u"rabbitmq-node" ? 2 : int(known.indexOf(products.front())) + 1;
}

/// Of a thing by its kind; of what holds things the highest of them, and their product when they share one.
void Reader::readTiers()
{
    for (size_t i = m_plan.parts.size(); --i > 0;) {
        Part& part = m_plan.parts[i];
        const Element& element = *m_design.element({part.id});
        const auto own = tierOf(m_catalog, element);
        part.tier = own.value_or(part.children.empty() ? unknownTier() : lastTier());
        part.column = columnOf(part.id);
        if (part.children.empty())
            continue;
        part.column = m_plan.parts[size_t(part.children.front())].column;
        for (const int child : part.children) {
            const Part& inner = m_plan.parts[size_t(child)];
            part.tier = own ? part.tier : std::min(part.tier, inner.tier);
            part.column = inner.column == part.column ? part.column : 0;
        }
    }
}

/// The box that a line to this element ends at: the only thing in a layer is meant by the layer's border.
int Reader::endOf(const ElementId& id) const
{
    ElementId at = standIn(m_design, m_catalog, id);
    for (int depth = 0; depth < 64 && !at.isEmpty() && !m_index.contains(at.value); ++depth)
        at = drawnIn(m_design, m_catalog, at);
    int part = m_index.value(at.value, 0);
    while (part > 0) {
        const int holder = m_plan.parts[size_t(part)].parent;
        const Part& around = m_plan.parts[size_t(holder)];
        if (holder == 0 || around.shape != Shape::Layer || around.children.size() != 1)
            break;
        part = holder;
    }
    return part;
}

void Reader::addTie(const Link& link, const QSizeF& words)
{
    Tie tie;
    tie.from = endOf(link.from);
    tie.to = endOf(link.to);
    tie.words = words;
    if (tie.from == 0 || tie.to == 0 || tie.from == tie.to)
        return;
    const std::vector<Part>& parts = m_plan.parts;
    int a = tie.from, b = tie.to;
    while (parts[size_t(a)].parent != parts[size_t(b)].parent) {
        int& deeper = parts[size_t(a)].depth >= parts[size_t(b)].depth ? a : b;
        deeper = parts[size_t(deeper)].parent;
    }
    if (a == b)
        return;  // from a container to what stands in it
    tie.fromHere = a;
    tie.toHere = b;
    m_plan.tied[size_t(a)].push_back({b, tie.to, words});
    m_plan.tied[size_t(b)].push_back({a, tie.from, words});
    const auto leave = [&](int end, int last, int other) {
        for (int at = end; at != last; at = parts[size_t(at)].parent)
            m_plan.leaving[size_t(at)].push_back(other);
    };
    leave(tie.from, a, tie.to);
    leave(tie.to, b, tie.from);
    m_plan.ties.push_back(tie);
}

void Reader::readTies()
{
    m_plan.tied.resize(m_plan.parts.size());
    m_plan.leaving.resize(m_plan.parts.size());
    for (auto it = m_design.links.cbegin(); it != m_design.links.cend(); ++it) {
        const auto words = m_options.words.constFind(it.key().value);
        if (words != m_options.words.constEnd())
            addTie(**it, *words);
        else if (m_options.words.isEmpty() && !(*it)->hidden)
            addTie(**it, estimatedWords);
    }
}

}  // namespace

Plan readPlan(const Design& design, const Catalog& catalog, const TidyOptions& options)
{
    return Reader(design, catalog, options).read();
}

double upToStep(double length)
{
    return std::ceil(length / gridStep - 1e-9) * gridStep;
}

}  // namespace redoubt::layout
