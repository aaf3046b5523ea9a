// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/placement.h"

#include "model/geometry/nesting.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <map>

namespace redoubt {

namespace {

constexpr double gap = 2 * gridStep;      ///< between things placed automatically
constexpr double shelfWidth = 1440;       ///< an automatic row on the canvas or in a site wraps here
const QSizeF fallbackSize(72, 72);        ///< for kinds this catalog does not know

bool isBox(const ElementKind* kind)
{
    return kind
        && (kind->shape == Shape::Site || kind->shape == Shape::Region || kind->shape == Shape::Layer);
}

double upToGrid(double length)
{
    return std::ceil(length / gridStep - 1e-9) * gridStep;
}

/// One run of `place`: children first (their size decides the container's), then absolute positions from outside in.
class Placer {
public:
    Placer(const Design& design, const Catalog& catalog) : m_design(design), m_catalog(catalog) {}
    Placement run();

private:
    struct Box {
        QRectF rect;  ///< relative to the container
        bool given = false;
    };

    const ElementKind* kindOf(const QString& id) const { return m_catalog.kind(m_design.element({id})->kind); }
    bool nested(const QString& id) const;
    void measure(const QString& id);
    void arrange(const QString& container, const Insets& insets, bool sideBySide, double wrapAt);
    void resolve(const QString& id, QPointF origin, Placement& out) const;

    const Design& m_design;
    const Catalog& m_catalog;
    QHash<QString, QStringList> m_children;
    QHash<QString, Box> m_boxes;
    QSet<QString> m_measuring;
};

bool Placer::nested(const QString& id) const
{
    const ElementId parent = drawnIn(m_design, m_catalog, {id});
    const Element* element = m_design.element(parent);
    const ElementKind* kind = element ? m_catalog.kind(element->kind) : nullptr;
    return kind && kind->shape == Shape::Layer;
}

/// Whether two boxes are closer than the gap that automatic placing keeps.
bool cramped(const QRectF& a, const QRectF& b)
{
    return a.left() < b.right() + gap && b.left() < a.right() + gap && a.top() < b.bottom() + gap
        && b.top() < a.bottom() + gap;
}

/// Looks for free positions in reading order: along a row, then the next row. What is taken only grows, so the search for
/// things of one size goes on where the last of them was put: nothing before that has become free.
class FreePlaces {
public:
    FreePlaces(QPointF start, double wrapAt) : m_start(start), m_wrapAt(wrapAt) {}

    QPointF next(const QSizeF& size, const QList<QRectF>& taken)
    {
        Reading& here = m_reading.try_emplace({size.width(), size.height()}, Reading{m_start, m_start.y() + gridStep, false}).first->second;
        for (int guard = 0; guard < 100000; ++guard) {
            const QRectF candidate(here.at, size);
            const auto blocker = std::find_if(taken.cbegin(), taken.cend(), [&](const QRectF& r) { return cramped(candidate, r); });
            if (blocker == taken.cend())
                break;
            pass(here, *blocker, size);
        }
        return here.at;
    }

private:
    struct Reading {
        QPointF at;
        double nextRow;
        bool rowHasBlocker;
    };

    void pass(Reading& here, const QRectF& blocker, const QSizeF& size) const
    {
        const double below = upToGrid(blocker.bottom() + gap - m_start.y()) + m_start.y();
        here.nextRow = here.rowHasBlocker ? std::min(here.nextRow, below) : below;
        here.rowHasBlocker = true;
        here.at.setX(upToGrid(blocker.right() + gap - m_start.x()) + m_start.x());
        if (here.at.x() + size.width() > m_wrapAt && here.at.x() > m_start.x()) {
            here.at = QPointF(m_start.x(), here.nextRow);
            here.rowHasBlocker = false;
        }
    }

    QPointF m_start;
    double m_wrapAt;
    std::map<std::pair<double, double>, Reading> m_reading;  ///< by size
};

/// Gives the children of `container` that have no place in the layout one; sets their rectangles.
void Placer::arrange(const QString& container, const Insets& insets, bool sideBySide, double wrapAt)
{
    QList<QRectF> taken;
    const QStringList children = m_children.value(container);
    for (const QString& child : children) {
        Box& box = m_boxes[child];
        if (!box.given)
            continue;
        if (!container.isEmpty())  // never over the container's border or title
            box.rect.moveTopLeft({std::max(box.rect.left(), insets.left), std::max(box.rect.top(), insets.top)});
        taken.append(box.rect);
    }
    FreePlaces places(QPointF(insets.left, insets.top), sideBySide ? 1e9 : wrapAt);
    for (const QString& child : children) {
        Box& box = m_boxes[child];
        if (box.given)
            continue;
        box.rect.moveTopLeft(places.next(box.rect.size(), taken));
        taken.append(box.rect);
    }
}

/// Size of one element, after those of everything in it.
void Placer::measure(const QString& id)
{
    if (m_measuring.contains(id))
        return;
    m_measuring.insert(id);
    const ElementKind* kind = kindOf(id);
    Box box;
    box.given = m_design.layout.contains(id);
    box.rect = m_design.layout.value(id);
    const QSizeF natural = kind && !kind->size.isEmpty() ? kind->size : fallbackSize;
    if (box.rect.width() <= 0 || box.rect.height() <= 0)
        box.rect.setSize(natural);
    m_boxes[id] = box;
    const QStringList children = m_children.value(id);
    for (const QString& child : children)
        measure(child);
    if (children.isEmpty())
        return;
    const Insets insets = kind ? containerInsets(*kind, nested(id)) : Insets{};
    const bool layer = kind && kind->shape == Shape::Layer;
    arrange(id, insets, layer, std::max(box.rect.width() - insets.right, shelfWidth / 2));
    for (const QString& child : children) {
        const QRectF inner = m_boxes.value(child).rect;
        QRectF& outer = m_boxes[id].rect;
        outer.setWidth(std::max(outer.width(), inner.right() + insets.right));
        outer.setHeight(std::max(outer.height(), inner.bottom() + insets.bottom));
    }
}

void Placer::resolve(const QString& id, QPointF origin, Placement& out) const
{
    if (out.contains(id))
        return;
    const QRectF rect = m_boxes.value(id).rect.translated(origin);
    out.insert(id, rect);
    const QStringList children = m_children.value(id);
    for (const QString& child : children)
        resolve(child, rect.topLeft(), out);
}

Placement Placer::run()
{
    for (auto it = m_design.elements.cbegin(); it != m_design.elements.cend(); ++it) {
        if (hasPlace(m_design, m_catalog, it.key()))
            m_children[drawnIn(m_design, m_catalog, it.key()).value].append(it.key().value);
    }
    Placement out;
    const QStringList onCanvas = m_children.value(QString());
    for (const QString& id : onCanvas)
        measure(id);
    arrange({}, {}, false, shelfWidth);
    for (const QString& id : onCanvas)
        resolve(id, {}, out);
    // What is nested in a cycle is in nothing: it stands where its layout says, so that it can be seen and repaired.
    for (auto it = m_children.cbegin(); it != m_children.cend(); ++it) {
        for (const QString& id : it.value()) {
            if (!out.contains(id))
                out.insert(id, QRectF(m_design.layout.value(id).topLeft(), fallbackSize));
        }
    }
    return out;
}

}  // namespace

Placement place(const Design& design, const Catalog& catalog)
{
    return Placer(design, catalog).run();
}

bool hasPlace(const Design& design, const Catalog& catalog, const ElementId& id)
{
    const Element* element = design.element(id);
    if (!element)
        return false;
    if (element->host != id && design.element(element->host))
        return false;
    const ElementKind* kind = catalog.kind(element->kind);
    if (!kind || kind->shape != Shape::Caption)
        return true;
    // A caption needs something to stand under: not the canvas, not a site.
    const Element* holder = design.element(element->in);
    return !holder || element->in == id || isBox(catalog.kind(holder->kind));
}

ElementId drawnIn(const Design& design, const Catalog& catalog, const ElementId& id)
{
    const Element* element = design.element(id);
    ElementId at = element ? element->in : ElementId();
    for (int depth = 0; depth < 64 && design.element(at); ++depth) {
        if (hasPlace(design, catalog, at))
            return at;
        at = design.element(at)->in;
    }
    return {};
}

ElementId standIn(const Design& design, const Catalog& catalog, const ElementId& id)
{
    ElementId at = id;
    for (int depth = 0; depth < 64; ++depth) {
        const Element* element = design.element(at);
        if (!element || hasPlace(design, catalog, at))
            return at;
        at = design.element(element->host) && element->host != at ? element->host : element->in;
    }
    return id;
}

QPointF snapped(QPointF point)
{
    return {std::round(point.x() / gridStep) * gridStep, std::round(point.y() / gridStep) * gridStep};
}

Insets containerInsets(const ElementKind& kind, bool nested)
{
    switch (kind.shape) {
    case Shape::Site: return {24, 24, 24, 24};  // its heading stands outside
    case Shape::Region: return {24, 48, 24, 24};
    case Shape::Layer: return nested ? Insets{12, 24, 12, 12} : Insets{12, 36, 12, 12};
    default: return {0, 0, 0, 0};
    }
}

}  // namespace redoubt
