// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/editing/editor.h"

#include "model/catalog/connections.h"
#include "views/editing/clipboard.h"
#include "views/editing/patchcommand.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace redoubt {

namespace {

QString counted(qsizetype n, const QString& one)
{
    return n == 1 ? one : Editor::tr("%1 elements").arg(n);
}

/// A row between the two that no link of theirs has yet.
const LinkRow* unusedRow(const Design& design, const QList<const LinkRow*>& rows, const ElementId& from,
                         const ElementId& to)
{
    QStringList used;
    for (const auto& link : design.links)
        if (link->from == from && link->to == to)
            used += link->rows;
    for (const LinkRow* row : rows)
        if (row->offered && !used.contains(row->id))
            return row;
    return nullptr;
}

}  // namespace

Editor::Editor(Document& document, const Catalog& catalog, QObject* parent)
    : QObject(parent), m_document(document), m_catalog(catalog)
{
    connect(&m_document, &Document::changed, this, &Editor::onChanged);
}

void Editor::onChanged(const Change& change)
{
    m_placement.reset();
    if (change.reset) {
        m_undo.clear();
        m_mergeSerial = 0;
    }
    select(m_selection);
}

const Placement& Editor::placement() const
{
    if (!m_placement)
        m_placement = place(design(), m_catalog);
    return *m_placement;
}

void Editor::select(const QStringList& ids)
{
    QStringList known;
    for (const QString& id : ids)
        if (design().hasId(id) && !known.contains(id))
            known << id;
    if (known == m_selection)
        return;
    m_selection = known;
    emit selectionChanged();
}

void Editor::selectAll()
{
    QStringList all;
    for (auto it = design().elements.cbegin(); it != design().elements.cend(); ++it)
        if (hasPlace(design(), m_catalog, it.key()))
            all << it.key().value;
    for (auto it = design().links.cbegin(); it != design().links.cend(); ++it)
        if (!it.value()->hidden)
            all << it.key().value;
    select(all);
}

QString Editor::spokenName(const QString& id) const
{
    if (const Element* element = design().element({id}); element && element->name.isEmpty())
        if (const ElementKind* kind = m_catalog.kind(element->kind))
            return kind->label;
    if (design().link({id}))
        return tr("link");
    return design().displayName(id);
}

void Editor::apply(Patch patch, const QString& name, const QString& mergeKey)
{
    if (!patch.changesNothing(design()))
        m_undo.push(new PatchCommand(m_document, std::move(patch), name, mergeKey));
}

ElementId Editor::add(const QString& kind, QPointF point)
{
    edits::Made made = edits::add(design(), m_catalog, placement(), kind, point);
    if (made.ids.isEmpty())
        return {};
    const ElementKind* known = m_catalog.kind(kind);
    endMerge();
    apply(std::move(made.patch), tr("Add %1").arg(known ? known->label : kind));
    select(made.ids);
    return {made.ids.front()};
}

ElementId Editor::adopter(const QString& kind, QPointF point) const
{
    return edits::adopter(design(), m_catalog, placement(), kind, point);
}

void Editor::move(const QStringList& ids, QPointF offset)
{
    const QStringList moved = edits::roots(design(), ids);
    if (moved.isEmpty() || offset.isNull())
        return;
    apply(edits::move(design(), m_catalog, placement(), moved, offset),
          tr("Move %1").arg(counted(moved.size(), spokenName(moved.front()))));
}

void Editor::moveInto(const QStringList& ids, const ElementId& container)
{
    const QStringList moved = edits::roots(design(), ids);
    if (moved.isEmpty())
        return;
    apply(edits::moveInto(design(), m_catalog, placement(), moved, container),
          tr("Bring %1 into %2")
              .arg(counted(moved.size(), spokenName(moved.front())),
                   container.isEmpty() ? tr("the canvas") : spokenName(container.value)));
}

void Editor::resize(const QString& id, const QRectF& absolute)
{
    apply(edits::resize(design(), m_catalog, placement(), id, absolute), tr("Resize %1").arg(spokenName(id)));
}

LinkId Editor::connectElements(const ElementId& from, const ElementId& to)
{
    if (const LinkRow* row = unusedRow(design(), legalRows(design(), m_catalog, from, to), from, to))
        return connectElements(from, to, *row);
    return {};
}

LinkId Editor::connectElements(const ElementId& from, const ElementId& to, const LinkRow& row)
{
    edits::Made made = edits::connect(design(), m_catalog, from, to, row);
    if (made.ids.isEmpty())
        return {};
    const QString name = tr("Connect %1 to %2").arg(spokenName(from.value), spokenName(to.value));
    apply(std::move(made.patch), name);
    select(made.ids);
    return {made.ids.front()};
}

void Editor::removeSelection()
{
    if (m_selection.isEmpty())
        return;
    takeAway(tr("Delete %1"));
}

void Editor::takeAway(const QString& step)
{
    const QString name = step.arg(counted(m_selection.size(), spokenName(m_selection.front())));
    Patch patch = edits::remove(design(), m_catalog, m_selection);
    QStringList along;
    if (patch.scenarios)
        for (const Scenario& scenario : design().scenarios)
            if (std::none_of(patch.scenarios->begin(), patch.scenarios->end(), [&](const Scenario& s) { return s.name == scenario.name; }))
                along << scenario.name;
    apply(std::move(patch), name);
    if (along.size() == 1)
        emit said(tr("The scenario %1 went along: nothing that it names is left. Undo brings it back.").arg(along.front()));
    else if (!along.isEmpty())
        emit said(tr("The scenarios %1 went along: nothing that they name is left. Undo brings them back.").arg(along.join(QStringLiteral(", "))));
}

void Editor::rename(const QString& id, const QString& name)
{
    apply(edits::rename(design(), id, name),
          name.isEmpty() ? tr("Clear name") : tr("Rename to %1").arg(name));
}

void Editor::placeLabels(const QStringList& links, const std::optional<double>& place)
{
    if (!links.isEmpty())
        apply(edits::placeLabels(links, place), place              ? tr("Move the label of %1").arg(spokenName(links.front()))
                                                : links.size() > 1 ? tr("Put %1 labels back").arg(links.size())
                                                                   : tr("Put the label back"));
}

void Editor::setProperty(const QStringList& ids, const QString& key, const std::optional<PropertyValue>& value)
{
    QString label = key;
    for (const QString& id : ids) {
        const Element* element = design().element({id});
        const Group* group = design().group({id});
        const ElementKind* kind = element ? m_catalog.kind(element->kind) : nullptr;
        const GroupKind* groupKind = group ? m_catalog.groupKind(group->kind) : nullptr;
        if (const PropertyDef* def = kind ? kind->property(key) : groupKind ? groupKind->property(key) : nullptr)
            label = def->label;
    }
    apply(edits::setProperty(design(), ids, key, value), tr("Change %1").arg(label),
          QStringLiteral("%1 %2 %3").arg(m_mergeSerial).arg(key, ids.join(u' ')));
}

void Editor::setSetting(const QString& key, const std::optional<PropertyValue>& value)
{
    Patch patch;
    patch.settings[key] = value;
    const PropertyDef* def = m_catalog.setting(key);
    apply(std::move(patch), tr("Change %1").arg(def ? def->label : key),
          QStringLiteral("%1 setting %2").arg(m_mergeSerial).arg(key));
}

void Editor::endMerge()
{
    ++m_mergeSerial;
}

void Editor::align(const QStringList& ids, Align edge)
{
    apply(edits::align(design(), placement(), ids, edge), tr("Align"));
}

void Editor::distribute(const QStringList& ids, Qt::Orientation orientation)
{
    apply(edits::distribute(design(), placement(), ids, orientation), tr("Distribute"));
}

GroupId Editor::makeGroup(const QString& kind, const QStringList& members)
{
    edits::Made made = edits::makeGroup(design(), m_catalog, kind, members);
    if (made.ids.isEmpty())
        return {};
    const GroupKind* known = m_catalog.groupKind(kind);
    apply(std::move(made.patch), tr("Make %1").arg(known ? known->label : kind));
    emit groupMade(made.ids.front());
    return {made.ids.front()};
}

void Editor::copy() const
{
    const Design part = edits::part(design(), m_catalog, placement(), m_selection);
    if (!part.elements.isEmpty())
        QGuiApplication::clipboard()->setMimeData(partToMime(part, m_catalog));
}

void Editor::cut()
{
    copy();
    if (m_selection.isEmpty())
        return;
    takeAway(tr("Cut %1"));
}

void Editor::insertPart(const Design& part, QPointF offset, const QString& step)
{
    if (part.elements.isEmpty())
        return;
    edits::Made made = edits::paste(design(), m_catalog, placement(), part, offset);
    apply(std::move(made.patch), step.arg(counted(part.elements.size(), tr("element"))));
    select(made.ids);
}

void Editor::paste(QPointF offset)
{
    if (const auto part = partFromMime(QGuiApplication::clipboard()->mimeData(), m_catalog))
        insertPart(*part, offset, tr("Paste %1"));
}

bool Editor::canPaste() const
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data && (data->hasFormat(QString::fromLatin1(partMimeType)) || data->hasFormat(QStringLiteral("text/yaml"))
                    || (data->hasText() && data->text().contains(u"redoubt/")));
}

void Editor::duplicate()
{
    insertPart(edits::part(design(), m_catalog, placement(), m_selection), {2 * gridStep, 2 * gridStep},
               tr("Duplicate %1"));
}

}  // namespace redoubt
