// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/edits.h"
#include "model/rules/fixdraft.h"
#include "model/rules/fixplacing.h"

// Where the elements of a draft stand.

namespace redoubt {

namespace {

bool isLayer(const Catalog& catalog, const Element* element)
{
    const ElementKind* kind = element ? catalog.kind(element->kind) : nullptr;
    return kind && kind->shape == Shape::Layer;
}

bool overCanvas(const ElementKind& kind)
{
    return kind.placedIn.isEmpty() || kind.placedIn.contains(QStringLiteral("canvas"))
        || kind.placedIn.contains(QStringLiteral("any"));
}

}  // namespace

/// The nearest container around `near` that takes the kind, the canvas included; a layer only for its own kind.
std::optional<ElementId> FixDraft::home(const QString& kindId, const ElementId& near) const
{
    const ElementKind* kind = m_catalog.kind(kindId);
    const Element* neighbour = design().element(near);
    if (!kind)
        return {};
    if (neighbour && edits::accepts(design(), m_catalog, near, kindId))
        return near;
    const bool alike = neighbour && neighbour->kind == kindId;
    ElementId at = neighbour ? neighbour->in : ElementId();
    for (int depth = 0; depth < 64 && design().element(at); ++depth, at = design().element(at)->in) {
        const bool takes = edits::accepts(design(), m_catalog, at, kindId);
        if (takes && (alike || !isLayer(m_catalog, design().element(at))))
            return at;
    }
    return overCanvas(*kind) ? std::optional<ElementId>(ElementId()) : std::nullopt;
}

ElementId FixDraft::addNear(const QString& kindId, const ElementId& near, const ElementId& container)
{
    const ElementKind& kind = *m_catalog.kind(kindId);
    const Placement before = place(design(), m_catalog);
    const QRectF beside = before.value(standIn(design(), m_catalog, near).value, before.value(container.value));
    const QSizeF size = kind.size.isEmpty() ? QSizeF(96, 84) : kind.size;
    const bool caption = kind.shape == Shape::Caption && design().element(container)
        && !m_catalog.kind(design().element(container)->kind)->container;
    const QRectF rect = caption ? QRectF() : freePlace(design(), m_catalog, before, container, size, beside.center());
    edits::Made made = edits::add(design(), m_catalog, {}, kindId, rect.center());
    const QString id = made.ids.value(0);
    Element element = *made.patch.elements.value({id});
    element.in = container;
    element.host = {};
    made.patch.set(ElementId{id}, std::move(element));
    if (caption)
        made.patch.layout.remove(id);
    else
        made.patch.layout[id] = rect.translated(-before.value(container.value).topLeft());
    apply(made.patch);
    makeRoom(container, before);
    return {id};
}

ElementId FixDraft::add(const QString& kind, const ElementId& near, const std::optional<ElementId>& in)
{
    const std::optional<ElementId> container = in ? in : home(kind, near);
    const ElementKind* def = m_catalog.kind(kind);
    if (!container || !def)
        return {};
    const bool takes = container->isEmpty() ? overCanvas(*def)
                                            : edits::accepts(design(), m_catalog, *container, kind);
    return takes ? addNear(kind, near, *container) : ElementId();
}

bool FixDraft::move(const ElementId& id, const std::optional<ElementId>& into)
{
    const Element* old = design().element(id);
    if (!old)
        return false;
    std::optional<ElementId> container = into;
    if (!container) {
        container = old->in.isEmpty() ? std::nullopt : home(old->kind, old->in);
        if (!container || *container == old->in)
            return false;
    }
    const ElementKind* kind = m_catalog.kind(old->kind);
    if (!kind || (container->isEmpty() ? !overCanvas(*kind)
                                       : !edits::accepts(design(), m_catalog, *container, old->kind)))
        return false;
    const Placement before = place(design(), m_catalog);
    Element element = *old;
    element.in = *container;
    element.host = {};
    Patch patch;
    patch.set(id, element);
    if (hasPlace(patched(design(), patch), m_catalog, id)) {
        const QRectF now = before.value(standIn(design(), m_catalog, id).value);
        const QSizeF size = hasPlace(design(), m_catalog, id) ? now.size() : kind->size;
        const QRectF rect = freePlace(design(), m_catalog, before, *container, size, now.center(), id);
        patch.layout[id.value] = rect.translated(-before.value(container->value).topLeft());
    } else if (design().layout.contains(id.value)) {
        patch.layout[id.value] = std::nullopt;
    }
    apply(patch);
    makeRoom(*container, before);
    return true;
}

/// Where a container has grown over what stands beside or under it, that moves on by as much; so outwards.
void FixDraft::makeRoom(ElementId container, const Placement& before)
{
    constexpr double gap = 2 * gridStep;
    for (int depth = 0; depth < 64 && design().element(container); ++depth) {
        const Placement now = place(design(), m_catalog);
        const QRectF was = before.value(container.value), is = now.value(container.value);
        const ElementId parent = design().element(container)->in;
        const QSizeF grown(is.right() - was.right(), is.bottom() - was.bottom());
        bool overRight = false, overBelow = false;
        QList<std::pair<QString, QRectF>> siblings;
        for (auto it = design().elements.cbegin(); it != design().elements.cend(); ++it)
            if (it.key() != container && it.value()->in == parent && design().layout.contains(it.key().value)) {
                const QRectF rect = now.value(it.key().value);
                siblings.append({it.key().value, rect});
                const bool covers = is.adjusted(-gap, -gap, gap, gap).intersects(rect);
                overRight = overRight || (covers && rect.left() >= was.right());
                overBelow = overBelow || (covers && rect.left() < was.right() && rect.top() >= was.bottom());
            }
        Patch patch;
        for (const auto& [id, rect] : siblings) {
            const QPointF by(overRight && rect.left() >= was.right() ? grown.width() : 0,
                             overBelow && rect.top() >= was.bottom() ? grown.height() : 0);
            if (!by.isNull())
                patch.layout[id] = design().layout.value(id).translated(by);
        }
        apply(patch);
        container = parent;
    }
}

}  // namespace redoubt
