// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/contextmenu.h"

#include "views/canvas/canvasview.h"

#include <QMenu>

namespace redoubt {

namespace {

QStringList elementsOf(const Editor& editor)
{
    QStringList ids = editor.selection();
    ids.removeIf([&editor](const QString& id) { return !editor.design().element({id}); });
    return ids;
}

QStringList linksOf(const Editor& editor)
{
    QStringList ids = editor.selection();
    ids.removeIf([&editor](const QString& id) { return !editor.design().link({id}); });
    return ids;
}

void addArrangement(QMenu& menu, Editor& editor, const QStringList& ids)
{
    struct Entry {
        QString text;
        Align edge;
    };
    QMenu* align = menu.addMenu(Editor::tr("Align"));
    for (const Entry& entry : {Entry{Editor::tr("Left edges"), Align::Left},
                               Entry{Editor::tr("Centres, left to right"), Align::HorizontalCenter},
                               Entry{Editor::tr("Right edges"), Align::Right}, Entry{Editor::tr("Tops"), Align::Top},
                               Entry{Editor::tr("Middles, top to bottom"), Align::VerticalCenter},
                               Entry{Editor::tr("Bottoms"), Align::Bottom}})
        align->addAction(entry.text, &editor, [&editor, ids, edge = entry.edge] { editor.align(ids, edge); });
    if (ids.size() < 3)
        return;
    QMenu* distribute = menu.addMenu(Editor::tr("Distribute"));
    distribute->addAction(Editor::tr("Across"), &editor, [&editor, ids] { editor.distribute(ids, Qt::Horizontal); });
    distribute->addAction(Editor::tr("Down"), &editor, [&editor, ids] { editor.distribute(ids, Qt::Vertical); });
}

/// Containers that accept all of the elements and are none of them.
void addBringInto(QMenu& menu, Editor& editor, const QStringList& ids)
{
    const Design& design = editor.design();
    const QSet<QString> own = edits::withContents(design, ids);
    auto* sub = new QMenu(Editor::tr("Bring into"), &menu);
    bool onCanvas = true;
    for (const QString& id : ids)
        onCanvas = onCanvas && design.element({id})->in.isEmpty();
    if (!onCanvas)
        sub->addAction(Editor::tr("The canvas"), &editor, [&editor, ids] { editor.moveInto(ids, {}); });
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        const ElementKind* kind = editor.catalog().kind(it.value()->kind);
        if (!kind || !kind->container || own.contains(it.key().value))
            continue;
        bool all = true, already = true;
        for (const QString& id : ids) {
            const Element& element = *design.element({id});
            all = all && edits::accepts(design, editor.catalog(), it.key(), element.kind);
            already = already && element.in == it.key();
        }
        if (!all || already)
            continue;
        QString name = editor.spokenName(it.key().value);
        if (!it.value()->in.isEmpty())
            name = Editor::tr("%1 in %2").arg(name, editor.spokenName(it.value()->in.value));
        sub->addAction(name, &editor, [&editor, ids, into = it.key()] { editor.moveInto(ids, into); });
    }
    if (sub->isEmpty())
        delete sub;
    else
        menu.addMenu(sub);
}

void addLinkEntries(QMenu& menu, Editor& editor, const QStringList& ids)
{
    const auto choice = [&](const QString& text, const QString& key, const PropertyValue& value, bool on) {
        QAction* action = menu.addAction(text, &editor, [&editor, ids, key, value] {
            editor.endMerge();
            editor.setProperty(ids, key, value);
            editor.endMerge();
        });
        action->setCheckable(true);
        action->setChecked(on);
    };
    const Link& first = *editor.design().link({ids.front()});
    const QString use = QStringLiteral("use");
    choice(Editor::tr("Normal flow"), use, QStringLiteral("normal"), first.use == LinkUse::Normal);
    choice(Editor::tr("Failover only"), use, QStringLiteral("failover"), first.use == LinkUse::Failover);
    choice(Editor::tr("Optional"), use, QStringLiteral("optional"), first.use == LinkUse::Optional);
    menu.addSeparator();
    QStringList placed = ids;
    placed.removeIf([&editor](const QString& id) { return !editor.design().labelPlaces.contains(id); });
    if (!placed.isEmpty())
        menu.addAction(placed.size() == 1 ? Editor::tr("Put the label back") : Editor::tr("Put %1 labels back").arg(placed.size()), &editor,
                       [&editor, placed] { editor.placeLabels(placed, {}); })
            ->setObjectName(QStringLiteral("putLabelBack"));
    choice(Editor::tr("Hide in the drawing"), QStringLiteral("hidden"), !first.hidden, first.hidden);
}

void addPinning(QMenu& menu, Editor& editor, const QStringList& ids)
{
    const QString pinned = QStringLiteral("pinned");
    const auto isPinned = [&](const QString& id) {
        const auto value = editor.catalog().value(*editor.design().element({id}), pinned);
        return value && value->boolean().value_or(false);
    };
    const bool all = std::all_of(ids.begin(), ids.end(), isPinned);
    QAction* action = menu.addAction(Editor::tr("Pin here"), &editor, [&editor, ids, pinned, all] {
        editor.endMerge();
        editor.setProperty(ids, pinned, all ? std::nullopt : std::optional<PropertyValue>(true));
        editor.endMerge();
    });
    action->setObjectName(QStringLiteral("pin"));
    action->setToolTip(Editor::tr("Tidy leaves it where it stands."));
    action->setCheckable(true);
    action->setChecked(all);
}

/// What can be mended about the selection; each entry shows the fix first.
void addFixes(QMenu& menu, CanvasView& view)
{
    constexpr qsizetype most = 6;
    QList<Finding> findings = view.findingsOfSelection();
    findings.removeIf([](const Finding& finding) { return !finding.fixable; });
    for (const Finding& finding : findings.mid(0, most)) {
        QAction* action = menu.addAction(Editor::tr("Fix: %1").arg(finding.title), &view,
                                         [&view, finding] { emit view.fixAsked(finding); });
        action->setObjectName(QStringLiteral("fix-%1").arg(finding.rule));
        action->setToolTip(finding.message);
    }
    if (!findings.isEmpty())
        menu.addSeparator();
    menu.setToolTipsVisible(true);
}

}  // namespace

void fillGroupMenu(QMenu& menu, Editor& editor)
{
    const QStringList ids = elementsOf(editor);
    for (const GroupKind& kind : editor.catalog().groupKinds) {
        if (edits::makeGroup(editor.design(), editor.catalog(), kind.id, ids).ids.isEmpty())
            continue;
        QAction* action = menu.addAction(kind.label, &editor, [&editor, ids, id = kind.id] { editor.makeGroup(id, ids); });
        action->setObjectName(QStringLiteral("group-%1").arg(kind.id));
        action->setToolTip(kind.description);
    }
    menu.setToolTipsVisible(true);
}

QMenu* contextMenu(Editor& editor, CanvasView& view)
{
    auto* menu = new QMenu(&view);
    menu->setObjectName(QStringLiteral("canvasMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList elements = elementsOf(editor);
    const QStringList links = linksOf(editor);
    addFixes(*menu, view);
    if (elements.size() == 1 || elements.size() == 2)
        menu->addAction(elements.size() == 1 ? Editor::tr("Connect to …")
                                             : Editor::tr("Connect %1 to %2")
                                                   .arg(editor.spokenName(elements[0]), editor.spokenName(elements[1])),
                        &view, &CanvasView::beginConnect);
    if (elements.size() + links.size() == 1)
        menu->addAction(elements.isEmpty() ? Editor::tr("Change words …") : Editor::tr("Rename"), &view,
                        &CanvasView::renameSelected);
    if (!links.isEmpty() && elements.isEmpty())
        addLinkEntries(*menu, editor, links);
    if (!elements.isEmpty()) {
        auto* groups = new QMenu(Editor::tr("Group as"), menu);
        fillGroupMenu(*groups, editor);
        if (groups->isEmpty())
            delete groups;
        else
            menu->addMenu(groups);
        addBringInto(*menu, editor, elements);
        if (elements.size() > 1)
            addArrangement(*menu, editor, elements);
        addPinning(*menu, editor, elements);
        menu->addSeparator();
        menu->addAction(Editor::tr("Cut"), &view, &CanvasView::cut);
        menu->addAction(Editor::tr("Copy"), &view, &CanvasView::copy);
    }
    menu->addAction(Editor::tr("Paste"), &view, &CanvasView::paste)->setEnabled(editor.canPaste());
    if (!elements.isEmpty())
        menu->addAction(Editor::tr("Duplicate"), &view, &CanvasView::duplicate);
    if (elements.isEmpty() && links.isEmpty())
        menu->addAction(Editor::tr("Select all"), &view, &CanvasView::selectAll);
    else
        menu->addAction(Editor::tr("Delete"), &view, &CanvasView::removeSelected);
    return menu;
}

}  // namespace redoubt
