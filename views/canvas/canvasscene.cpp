// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasscene.h"

#include "views/canvas/badge.h"
#include "views/canvas/quickmove.h"

namespace redoubt {

namespace {

// Paint order: containers outside in, links, elements, words of links, marks.
constexpr double linkLayer = 1000, elementLayer = 2000, labelLayer = 3000;
// A design of this many boxes is painted with all its words however small: it is the picture that people know, and cheap.
constexpr qsizetype fullDetailBoxes = 300;
// Routing this many lines takes less than a frame or two.
constexpr qsizetype linesRoutedWhole = 60;
constexpr double fullDetail = 0.3;

double layerOf(const Design& design, const DrawnItem& drawn)
{
    int depth = 0;
    for (const Element* e = design.element({drawn.id}); e && depth < 64; e = design.element(e->in))
        ++depth;
    return drawn.role == DrawnRole::Container ? depth : elementLayer + depth;
}

bool sameRoute(const Route& a, const Route& b)
{
    return a.points == b.points && a.label == b.label && a.jumps == b.jumps;
}

QHash<QString, int> indexed(const QList<Route>& routes)
{
    QHash<QString, int> result;
    result.reserve(routes.size());
    for (int i = 0; i < routes.size(); ++i)
        result.insert(routes[i].id, i);
    return result;
}

QStringList idsOf(const Change& change)
{
    QStringList ids = change.layout;
    for (const ElementId& id : change.elements)
        ids << id.value;
    for (const LinkId& id : change.links)
        ids << id.value;
    for (const GroupId& id : change.groups)
        ids << id.value;
    return ids;
}

}  // namespace

CanvasScene::CanvasScene(Editor& editor, QObject* parent)
    : QGraphicsScene(parent), m_editor(editor), m_style(lightStyle())
{
    setItemIndexMethod(BspTreeIndex);
    connect(&m_editor.document(), &Document::changed, this, &CanvasScene::onChanged);
    connect(&m_editor, &Editor::selectionChanged, this, &CanvasScene::showSelection);
    rebuild();
}

CanvasScene::~CanvasScene() = default;

void CanvasScene::setLook(const Style& style)
{
    m_style = style;
    rebuild();
}

void CanvasScene::setHiddenLinks(bool show)
{
    if (m_options.hiddenLinks == show)
        return;
    m_options.hiddenLinks = show;
    rebuild();
}

void CanvasScene::setDesignView(const ViewDef* view)
{
    if (m_options.view == view)
        return;
    m_options.view = view;
    rebuild();
}

void CanvasScene::onChanged(const Change& change)
{
    if (change.reset)
        rebuild();
    else
        refresh(m_editor.design(), idsOf(change));
}

void CanvasScene::preview(const Patch& patch)
{
    const Change change = touched(patch);
    const QStringList ids = idsOf(change);
    refresh(patched(m_editor.design(), patch), ids);
    m_previewed = ids;
    m_labelMoved = !change.labelPlaces.isEmpty();
}

void CanvasScene::previewMove(const Patch& patch, const QStringList& roots)
{
    if (m_laidOut.boxes.size() <= exactBoxes) {
        preview(patch);
        return;
    }
    const Design& design = m_editor.design();
    if (!m_quick) {
        endPreview();
        m_quick = std::make_unique<QuickMove>(design, m_laidOut, roots);
    }
    QHash<QString, QPointF> offsets;
    for (auto it = patch.layout.cbegin(); it != patch.layout.cend(); ++it) {
        const auto changed = patch.elements.value({it.key()});
        const Element* element = changed ? changed.get() : design.element({it.key()});
        const Placement& before = m_editor.placement();  // of the design: a view may show the element larger
        offsets.insert(it.key(), it.value()->topLeft() + before.value(element->in.value).topLeft() - before.value(it.key()).topLeft());
    }
    m_laidOut = m_quick->shifted(offsets);
    for (auto it = m_quick->carried().cbegin(); it != m_quick->carried().cend(); ++it) {
        const QPointF offset = offsets.value(it.value());
        for (QGraphicsItem* item : {m_items.value(it.key()), m_labels.value(it.key())})
            if (item)
                item->setPos(offset);
        placeBadge(it.key());
    }
    for (const QString& id : m_quick->pulled())
        sync(id);
    emit refreshed();
}

void CanvasScene::restoreQuickMove()
{
    if (!m_quick)
        return;
    m_laidOut = m_quick->base();
    for (auto it = m_quick->carried().cbegin(); it != m_quick->carried().cend(); ++it) {
        for (QGraphicsItem* item : {m_items.value(it.key()), m_labels.value(it.key())})
            if (item)
                item->setPos({});
        m_previewed << it.key();
    }
    m_previewed << m_quick->pulled();
    m_quick.reset();
}

void CanvasScene::endPreview()
{
    for (const QString& id : std::exchange(m_lit, {})) {
        mark(id, Mark::Target, false);
        mark(id, Mark::Ghost, false);
    }
    restoreQuickMove();
    if (!m_previewed.isEmpty() || m_labelMoved)
        refresh(m_editor.design(), {});
}

void CanvasScene::rebuild()
{
    m_quick.reset();
    m_previewed.clear();
    m_labelMoved = false;
    m_shown = m_editor.design();
    m_laidOut = layOut(m_shown, m_editor.catalog(), m_options);
    m_routed = indexed(m_laidOut.routes);
    m_leastDetail = m_laidOut.boxes.size() <= fullDetailBoxes ? fullDetail : 0;
    for (const QString& id : m_items.keys())
        drop(id);
    for (auto it = m_laidOut.placement.cbegin(); it != m_laidOut.placement.cend(); ++it)
        sync(it.key());
    for (const Route& route : std::as_const(m_laidOut.routes))
        sync(route.id);
    m_selected.clear();
    showSelection();
    spreadFindings();
    placeBadges();
    emit refreshed();
}

QSet<QString> CanvasScene::affected(const QStringList& ids) const
{
    QSet<QString> result;
    const Catalog& catalog = m_editor.catalog();
    const auto addElement = [&](const QString& id) {
        result.insert(id);
        // What is drawn as part of another shows there, before and after.
        result.insert(standIn(m_shown, catalog, {id}).value);
        result.insert(standIn(m_editor.design(), catalog, {id}).value);
    };
    for (const QString& id : ids) {
        if (const Group* group = m_shown.group({id}))
            for (const GroupMember& member : group->members)
                addElement(member.element.value);
        addElement(id);
    }
    for (auto it = m_shown.links.cbegin(); it != m_shown.links.cend(); ++it)
        if (result.contains(it.value()->from.value) || result.contains(it.value()->to.value))
            result.insert(it.key().value);
    return result;
}

void CanvasScene::refresh(const Design& design, const QStringList& touchedIds)
{
    restoreQuickMove();
    m_labelMoved = false;
    const QStringList ids = touchedIds + std::exchange(m_previewed, {});
    QSet<QString> dirty = affected(ids);
    m_shown = design;
    dirty |= affected(ids);
    // What is on screen is what an export draws, also after undo: all lines anew where that takes no time.
    const bool whole = &design == &m_editor.design() && m_laidOut.lines.size() <= linesRoutedWhole;
    const Scene before = std::exchange(m_laidOut, whole ? layOut(m_shown, m_editor.catalog(), m_options)
                                                        : layOutAgain(m_shown, m_editor.catalog(), m_laidOut, ids, m_options));
    for (auto it = before.placement.cbegin(); it != before.placement.cend(); ++it)
        if (!m_laidOut.placement.contains(it.key()))
            dirty.insert(it.key());
    for (auto it = m_laidOut.placement.cbegin(); it != m_laidOut.placement.cend(); ++it)
        if (before.placement.value(it.key()) != it.value())
            dirty.insert(it.key());
    // A remark more or less gives others another number.
    for (const auto& id : before.footnotesOf.keys() + m_laidOut.footnotesOf.keys())
        if (before.footnotesOf.value(id) != m_laidOut.footnotesOf.value(id))
            dirty.insert(id);
    const QHash<QString, int> routedBefore = std::exchange(m_routed, indexed(m_laidOut.routes));
    for (auto it = routedBefore.cbegin(); it != routedBefore.cend(); ++it)
        if (!m_routed.contains(it.key()))
            dirty.insert(it.key());
    for (const Route& route : std::as_const(m_laidOut.routes)) {
        const auto it = routedBefore.constFind(route.id);
        if (it == routedBefore.cend() || !sameRoute(before.routes[*it], route))
            dirty.insert(route.id);
    }
    // In a view other things may step back or be held by a layer now.
    for (const QSet<QString>& changed : {before.quiet - m_laidOut.quiet, m_laidOut.quiet - before.quiet,
                                         before.strong - m_laidOut.strong, m_laidOut.strong - before.strong})
        dirty |= changed;
    for (const QHash<QString, QString>& inside : {before.inside, m_laidOut.inside})
        for (const QString& id : ids)
            if (inside.contains(id))
                dirty << inside.value(id);
    for (const QString& id : std::as_const(dirty))
        sync(id);
    showSelection();
    emit refreshed();
}

void CanvasScene::drop(const QString& id)
{
    m_drawn.reset();
    delete m_items.take(id);
    delete m_labels.take(id);
    delete m_badges.take(id);
    if (m_hovered == id)
        m_hovered.clear();
}

void CanvasScene::sync(const QString& id)
{
    m_drawn.reset();
    const bool element = m_shown.element({id}) && m_laidOut.placement.contains(id);
    const bool link = !element && m_shown.link({id}) && m_routed.contains(id);
    if (!element && !link) {
        drop(id);
        return;
    }
    const Catalog& catalog = m_editor.catalog();
    DrawnItem drawn = element ? drawElement(m_shown, catalog, m_laidOut, m_style, {id}, m_outage.get())
                              : drawLink(m_shown, catalog, m_laidOut, m_style, {id}, m_outage.get());
    if (element)  // marks and captions of what runs on it are part of its picture, as in an export
        for (const QString& attached : m_laidOut.attached.value(id)) {
            DrawnItem part = drawElement(m_shown, catalog, m_laidOut, m_style, {attached}, m_outage.get());
            std::move(part.shapes.begin(), part.shapes.end(), std::back_inserter(drawn.shapes));
        }
    DrawnItem label;
    if (link && !drawn.label.empty()) {
        label = DrawnItem{drawn.id, DrawnRole::LinkLabel, drawn.classes, drawn.title, drawn.site, drawn.from, drawn.to,
                          drawn.labelRect, {}, std::move(drawn.label), {}, drawn.labelRect};
        drawn.label.clear();
    }
    const auto put = [this, &id](QHash<QString, CanvasItem*>& items, DrawnItem what, double layer) {
        CanvasItem*& item = items[id];
        if (!item) {
            item = new CanvasItem(m_style, m_leastDetail, std::move(what));
            addItem(item);
            item->setMark(Mark::Selected, m_selected.contains(id));
        } else {
            item->show(std::move(what));
        }
        item->setZValue(layer);
    };
    const double layer = element ? layerOf(m_shown, drawn) : linkLayer;
    put(m_items, std::move(drawn), layer);
    if (!label.shapes.empty())
        put(m_labels, std::move(label), labelLayer);
    else
        delete m_labels.take(id);
    placeBadge(id);
}

void CanvasScene::mark(const QString& id, Mark which, bool on)
{
    if (CanvasItem* item = m_items.value(id))
        item->setMark(which, on);
    if (CanvasItem* label = m_labels.value(id))
        label->setMark(which, on);
}

void CanvasScene::showSelection()
{
    QSet<QString> now;
    QStringList shown;
    for (const QString& id : m_editor.selection())
        for (const QString& drawn : shownBy(id))
            if (!now.contains(drawn)) {
                now.insert(drawn);
                shown << drawn;
            }
    for (const QString& id : std::exchange(m_selected, shown))
        if (!now.contains(id))
            mark(id, Mark::Selected, false);
    for (const QString& id : std::as_const(now))
        mark(id, Mark::Selected, true);
}

}  // namespace redoubt
