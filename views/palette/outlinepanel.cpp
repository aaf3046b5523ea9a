// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/palette/outlinepanel.h"

#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int groupRole = Qt::UserRole + 1;
const QString groupsKey = QStringLiteral("//groups");

/// Where the element stands in the tree: its container, else its host.
ElementId parentOf(const Element& element)
{
    return element.host.isEmpty() ? element.in : element.host;
}

}  // namespace

OutlinePanel::OutlinePanel(Editor& editor, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_theme(theme)
    , m_tree(new QTreeWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_search(makeSearch(QStringLiteral("Search this design"), theme, this))
{
    setObjectName(QStringLiteral("panel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(6);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    top->addWidget(m_search);
    layout->addLayout(top);
    m_tree->setObjectName(QStringLiteral("outlineTree"));
    m_tree->setAccessibleName(QStringLiteral("Outline"));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(16);
    m_tree->setIconSize(QSize(16, 16));
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(makeEmptyState(QStringLiteral("Nothing drawn yet"),
                                      QStringLiteral("Drag a site from the palette onto the canvas; it appears here."), this));
    layout->addWidget(m_pages, 1);

    connect(m_search, &QLineEdit::textChanged, this, &OutlinePanel::search);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &OutlinePanel::giveSelection);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        emit revealed(item->data(0, idRole).toString());
    });
    connect(m_tree, &QTreeWidget::itemCollapsed, this, [this](QTreeWidgetItem* item) {
        m_folded.insert(item->data(0, idRole).toString());
    });
    connect(m_tree, &QTreeWidget::itemExpanded, this, [this](QTreeWidgetItem* item) {
        m_folded.remove(item->data(0, idRole).toString());
    });
    connect(&editor, &Editor::selectionChanged, this, &OutlinePanel::takeSelection);
    connect(&editor.document(), &Document::changed, this, [this](const Change& change) {
        if (isTouchedBy(change))
            rebuild();
    });
    rebuild();
}

bool OutlinePanel::isTouchedBy(const Change& change) const
{
    if (change.reset || !change.groups.isEmpty())
        return true;
    const Design& design = m_editor.design();
    return std::any_of(change.elements.begin(), change.elements.end(), [&](const ElementId& id) {
        const Element* element = design.element(id);
        const QTreeWidgetItem* item = m_items.value(id.value);
        if (!element || !item)
            return true;
        const QString parent = item->parent() ? item->parent()->data(0, idRole).toString() : QString();
        return item->text(0) != design.displayName(id.value) || parent != parentOf(*element).value;
    });
}

void OutlinePanel::rebuild()
{
    m_busy = true;
    m_tree->setUpdatesEnabled(false);
    m_tree->clear();
    m_items.clear();
    QHash<ElementId, QList<ElementId>> children;
    const Design& design = m_editor.design();
    for (auto it = design.elements.begin(); it != design.elements.end(); ++it)
        children[parentOf(**it)].append(it.key());
    addElements(m_tree->invisibleRootItem(), {}, children);
    addGroups();
    m_tree->setUpdatesEnabled(true);
    m_busy = false;
    m_pages->setCurrentIndex(design.elements.isEmpty() ? 1 : 0);
    search(m_search->text());
    takeSelection();
}

QTreeWidgetItem* OutlinePanel::makeItem(QTreeWidgetItem* parent, const QString& id)
{
    const Design& design = m_editor.design();
    auto* item = new QTreeWidgetItem(parent, {design.displayName(id)});
    item->setData(0, idRole, id);
    if (const Element* element = design.element(ElementId {id})) {
        const ElementKind* kind = m_editor.catalog().kind(element->kind);
        item->setIcon(0, kind ? m_theme.kindIcon(kind->icon, kind->product) : QIcon());
        item->setToolTip(0, QStringLiteral("%1 (%2)").arg(kind ? kind->label : element->kind, id));
    }
    return item;
}

void OutlinePanel::addElements(QTreeWidgetItem* root, const ElementId& container,
                               const QHash<ElementId, QList<ElementId>>& children)
{
    QList<ElementId> ids = children.value(container);
    const Design& design = m_editor.design();
    // Containers first, then by name: the order in which one looks for things.
    const auto rank = [&](const ElementId& id) { return children.contains(id) ? 0 : 1; };
    std::stable_sort(ids.begin(), ids.end(), [&](const ElementId& a, const ElementId& b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return design.displayName(a.value).compare(design.displayName(b.value), Qt::CaseInsensitive) < 0;
    });
    for (const ElementId& id : ids) {
        QTreeWidgetItem* item = makeItem(root, id.value);
        m_items.insert(id.value, item);
        addElements(item, id, children);
        item->setExpanded(!m_folded.contains(id.value));
    }
}

void OutlinePanel::addGroups()
{
    const Design& design = m_editor.design();
    if (design.groups.isEmpty())
        return;
    auto* head = new QTreeWidgetItem(m_tree, {QStringLiteral("Groups")});
    head->setData(0, idRole, groupsKey);
    head->setFlags(Qt::ItemIsEnabled);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    head->setFont(0, bold);
    head->setIcon(0, m_theme.icon(QStringLiteral("group")));
    for (auto it = design.groups.begin(); it != design.groups.end(); ++it) {
        const GroupKind* kind = m_editor.catalog().groupKind((*it)->kind);
        auto* item = new QTreeWidgetItem(head, {design.displayName(it.key().value)});
        item->setData(0, idRole, it.key().value);
        item->setData(0, groupRole, true);
        item->setIcon(0, m_theme.icon(QStringLiteral("group")));
        item->setToolTip(0, QStringLiteral("%1 (%2)").arg(kind ? kind->label : (*it)->kind, it.key().value));
        m_items.insert(it.key().value, item);
        for (const GroupMember& member : (*it)->members)
            makeItem(item, member.element.value);
        item->setExpanded(false);
    }
    head->setExpanded(!m_folded.contains(groupsKey));
}

void OutlinePanel::takeSelection()
{
    if (m_busy)
        return;
    m_busy = true;
    m_tree->clearSelection();
    QTreeWidgetItem* first = nullptr;
    for (const QString& id : m_editor.selection()) {
        if (QTreeWidgetItem* item = m_items.value(id)) {
            item->setSelected(true);
            first = first ? first : item;
        }
    }
    if (first)
        m_tree->scrollToItem(first);
    m_busy = false;
}

void OutlinePanel::giveSelection()
{
    if (m_busy)
        return;
    m_busy = true;
    QStringList ids;
    QString group;
    for (const QTreeWidgetItem* item : m_tree->selectedItems()) {
        const QString id = item->data(0, idRole).toString();
        if (item->data(0, groupRole).toBool())
            group = id;
        else
            ids.append(id);
    }
    ids.removeDuplicates();
    if (group.isEmpty()) {
        m_editor.select(ids);
        if (ids.size() == 1)
            emit revealed(ids.first());
    } else {
        emit groupChosen(group);
    }
    m_busy = false;
}

void OutlinePanel::search(const QString& text)
{
    // An item stays when it or anything below it matches.
    const std::function<bool(QTreeWidgetItem*)> visit = [&](QTreeWidgetItem* item) {
        bool shown = text.isEmpty() || item->text(0).contains(text, Qt::CaseInsensitive)
            || item->toolTip(0).contains(text, Qt::CaseInsensitive);
        for (int i = 0; i < item->childCount(); ++i)
            shown = visit(item->child(i)) || shown;
        item->setHidden(!shown);
        return shown;
    };
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        visit(m_tree->topLevelItem(i));
}

}  // namespace redoubt
