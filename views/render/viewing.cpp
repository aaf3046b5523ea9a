// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/viewing.h"

#include "views/render/nearby.h"
#include "views/render/style.h"

#include <algorithm>
#include <cmath>

namespace redoubt {
namespace {

bool isPicked(const ViewDef& view, const Link& link)
{
    const auto listed = [&](const QString& row) { return view.rows.contains(row); };
    return std::find(view.uses.begin(), view.uses.end(), link.use) != view.uses.end()
        || std::any_of(link.rows.begin(), link.rows.end(), listed);
}

/// Links from the same initiator stand together in `byInitiator`.
using ByInitiator = QHash<QString, QList<const Link*>>;

bool isShown(const ViewDef& view, const Link& link, const ByInitiator& byInitiator, bool hiddenToo)
{
    if (link.hidden && !view.hidden && !hiddenToo)
        return false;
    if (view.showsAll() || isPicked(view, link))
        return true;
    if (!view.replaced)
        return false;
    const QList<const Link*> beside = byInitiator.value(link.from.value);
    return std::any_of(beside.begin(), beside.end(), [&](const Link* other) { return takesOverFrom(*other, link); });
}

/// The outermost layer around an element; empty when it stands in none.
QString layerAround(const Design& design, const Catalog& catalog, const Element& element)
{
    QString found;
    ElementId at = element.host.isEmpty() ? element.in : element.host;
    for (int depth = 0; depth < 64; ++depth) {
        const Element* const around = design.element(at);
        if (!around)
            break;
        const ElementKind* const kind = catalog.kind(around->kind);
        if (kind && kind->container && kind->shape == Shape::Layer)
            found = at.value;
        at = around->host.isEmpty() ? around->in : around->host;
    }
    return found;
}

/// The placed element and everything around it.
void addWithAncestors(const Design& design, const ElementId& id, QSet<QString>& to)
{
    ElementId at = id;
    for (int depth = 0; depth < 64 && !at.isEmpty(); ++depth) {
        const Element* const element = design.element(at);
        if (!element)
            return;
        to.insert(at.value);
        at = element->in.isEmpty() ? element->host : element->in;
    }
}

}  // namespace

QHash<QString, QStringList> shownWords(const Design& design, const Catalog& catalog, const Connections& connections,
                                       const DrawOptions& options)
{
    static const ViewDef usual;
    const ViewDef& view = options.view ? *options.view : usual;
    ByInitiator byInitiator;
    if (view.replaced)
        for (const auto& link : design.links)
            byInitiator[link->from.value] << link.get();
    QHash<QString, QStringList> words;
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it) {
        const Link& link = **it;
        if (!isShown(view, link, byInitiator, options.hiddenLinks))
            continue;
        words.insert(it.key().value, view.words == ViewDef::Words::None
                                         ? QStringList()
                                         : linkWords(design, catalog, link, connections.effectivePorts(link), view.words));
    }
    return words;
}

void collapseLayers(const Design& design, const Catalog& catalog, Scene& scene)
{
    if (!scene.view || !scene.view->collapsed)
        return;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (const QString layer = layerAround(design, catalog, *it.value()); !layer.isEmpty()) {
            scene.inside.insert(it.key().value, layer);
            scene.placement.remove(it.key().value);
        }
}

namespace {

/// How far an element outside layers may grow, round its middle.
class Growth {
public:
    explicit Growth(const QRectF& rect)
        : m_rect(rect), m_dx(rect.width() * (overview::looseWidth - 1) / 2), m_dy(rect.height() * (overview::looseHeight - 1) / 2)
    {
    }
    void keepIn(const QRectF& outer)
    {
        m_dx = std::min({m_dx, m_rect.left() - outer.left() - metric::pad, outer.right() - m_rect.right() - metric::pad});
        m_dy = std::min({m_dy, m_rect.top() - outer.top() - metric::pad, outer.bottom() - m_rect.bottom() - metric::pad});
    }
    /// First what stands beside it, of all others; then what stands above or below.
    void keepOff(const QRectF& other, bool sideways)
    {
        const double gap = overview::looseGap;
        const QRectF reach = m_rect.adjusted(-m_dx, sideways ? 0 : -m_dy, m_dx, sideways ? 0 : m_dy);
        if (!other.intersects(reach.adjusted(-gap, -gap, gap, gap)))
            return;
        const double across = std::max(other.left() - m_rect.right(), m_rect.left() - other.right());
        const double down = std::max(other.top() - m_rect.bottom(), m_rect.top() - other.bottom());
        if (sideways && across >= down)
            m_dx = std::min(m_dx, across - gap);
        else if (!sideways && down > across)
            m_dy = std::min(m_dy, down - gap);
    }
    [[nodiscard]] QRectF result() const
    {
        const double dx = std::max(0.0, std::floor(m_dx)), dy = std::max(0.0, std::floor(m_dy));
        return m_rect.adjusted(-dx, -dy, dx, dy);
    }

private:
    QRectF m_rect;
    double m_dx, m_dy;
};

bool isLoose(const Design& design, const Catalog& catalog, const QString& id)
{
    const Element* const element = design.element({id});
    const ElementKind* const kind = element ? catalog.kind(element->kind) : nullptr;
    return kind && !kind->container && (kind->shape == Shape::Boxed || kind->shape == Shape::Listener || kind->shape == Shape::Node);
}

}  // namespace

void growLoose(const Design& design, const Catalog& catalog, Scene& scene)
{
    if (!scene.view || !scene.view->collapsed)
        return;
    QStringList ids = scene.placement.keys();
    ids.sort();
    Nearby near;  // as they stand before; what has grown has not grown further than `mostGrown`
    constexpr double mostGrown = 120;
    for (int i = 0; i < ids.size(); ++i)
        near.add(i, scene.placement.value(ids[i]));
    for (const QString& id : std::as_const(ids)) {
        if (!isLoose(design, catalog, id))
            continue;
        QSet<QString> around;
        addWithAncestors(design, {id}, around);
        const QRectF rect = scene.placement.value(id);
        const double reach = rect.width() + rect.height() + overview::looseGap + mostGrown;
        const std::vector<int> others = near.at(rect.adjusted(-reach, -reach, reach, reach));
        Growth growth(rect);
        for (const QString& holder : std::as_const(around))
            if (holder != id && scene.placement.contains(holder))
                growth.keepIn(scene.placement.value(holder));
        for (const bool sideways : {true, false})
            for (const int other : others)
                if (!around.contains(ids[other]))
                    growth.keepOff(scene.placement.value(ids[other]), sideways);
        scene.placement[id] = growth.result();
    }
}

void weigh(const Design& design, const Catalog& catalog, Scene& scene)
{
    if (!scene.view || scene.view->showsAll())
        return;
    QSet<QString> ends, around;
    for (auto it = scene.words.cbegin(); it != scene.words.cend(); ++it) {
        const Link& link = *design.link({it.key()});
        for (const ElementId& end : {link.from, link.to}) {
            ends << end.value << standIn(design, catalog, end).value;
            addWithAncestors(design, end, around);
        }
        if (scene.view->replaced && link.use == LinkUse::Failover)
            scene.strong << it.key();
        else if (!isPicked(*scene.view, link))
            scene.quiet << it.key();
    }
    if (!scene.view->othersQuiet)
        return;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        QSet<QString> own;
        addWithAncestors(design, it.key(), own);
        if (!around.contains(it.key().value) && !own.intersects(ends))
            scene.quiet << it.key().value;
    }
}

bool DrawContext::isOverview() const
{
    return scene.view && scene.view->collapsed;
}

bool isCollapsed(const DrawContext& context, const QString& id)
{
    return context.isOverview() && context.kindOf(id).shape == Shape::Layer;
}

QList<Held> heldIn(const DrawContext& context, const QString& layer)
{
    QList<Held> held;
    for (auto it = context.design.elements.cbegin(); it != context.design.elements.cend(); ++it) {
        const QString id = it.key().value;
        const ElementKind& kind = context.kindOf(id);
        if (context.scene.inside.value(id) != layer || kind.container || !it.value()->host.isEmpty()
            || kind.shape == Shape::Caption || kind.shape == Shape::Note)
            continue;
        const auto same = std::find_if(held.begin(), held.end(), [&](const Held& other) { return other.icon == kind.icon; });
        if (same == held.end())
            held.append({kind.icon, context.color(id), 1, nameLines(context, id).back()});
        else
            ++same->count;
    }
    return held;
}

}  // namespace redoubt
