// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/budget/secretgroups.h"

#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figurerow.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace redoubt {

namespace {

const QString mapped = QStringLiteral("mapped");
const QString usualHint = QStringLiteral("Changes are those of one secret in a month. Press a figure to change it, Delete to remove a group.");
constexpr int mostRows = 8;
enum Column { Name, Secrets, Scheduled, Random, Pushes, Stale, Largest, Columns };

QString fieldOf(int column)
{
    static const QStringList fields {QStringLiteral("name"), QStringLiteral("count"), QStringLiteral("scheduled-changes"), QStringLiteral("random-changes")};
    return fields.value(column);
}

}  // namespace

SecretGroups::SecretGroups(const FigureContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_table(new FigureTable(context.theme, QStringLiteral("secretGroups"), this))
    , m_hint(makeLabel(usualHint, "caption", this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_table->items().setHorizontalHeaderLabels({QStringLiteral("Group of secrets"), QStringLiteral("Secrets"), QStringLiteral("Scheduled"), QStringLiteral("Random"),
                                                QStringLiteral("Pushes"), QStringLiteral("Copy is old"), QStringLiteral("At most")});
    const QStringList tips {QStringLiteral("A group with the same name in two tenants is copied to both"), QStringLiteral("How many secrets are in the group"),
                            QStringLiteral("Rotations of one secret in a month"), QStringLiteral("Edits and check-ins of one secret in a month"),
                            QStringLiteral("Expected in a month, all secrets of the group"), QStringLiteral("Share of time that the copy is older than the vault"),
                            QStringLiteral("Secrets that the group may have within the plan's calls, the rest as it is")};
    for (int i = 0; i < Columns; ++i)
        m_table->items().horizontalHeaderItem(i)->setToolTip(tips[i]);
    for (int i = Secrets; i < Columns; ++i)
        m_table->items().horizontalHeaderItem(i)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setWidths({72, 84, 76, 76, 92, 80});
    m_table->header()->setMinimumSectionSize(48);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->setAccessibleName(QStringLiteral("Groups of mapped secrets"));
    m_table->installEventFilter(this);
    layout->addWidget(m_table);
    auto* foot = new QHBoxLayout;
    QToolButton* add = makeLinkButton(QStringLiteral("Add a group"), this);
    add->setObjectName(QStringLiteral("addGroup"));
    add->setIcon(context.theme.icon(QStringLiteral("add")));
    add->setIconSize(QSize(14, 14));
    QToolButton* remove = makeLinkButton(QStringLiteral("Remove"), this);
    remove->setObjectName(QStringLiteral("removeGroup"));
    remove->setIcon(context.theme.icon(QStringLiteral("delete")));
    remove->setIconSize(QSize(14, 14));
    remove->setToolTip(QStringLiteral("Remove the chosen group"));
    foot->addWidget(add);
    foot->addSpacing(8);
    foot->addWidget(remove);
    foot->addSpacing(12);
    m_hint->setObjectName(QStringLiteral("groupsHint"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    foot->addWidget(m_hint, 1);
    layout->addLayout(foot);
    connect(add, &QToolButton::clicked, this, &SecretGroups::addGroup);
    connect(remove, &QToolButton::clicked, this, [this] { removeGroup(m_table->currentIndex().row()); });
    connect(&m_table->fields(), &FieldDelegate::edited, this, &SecretGroups::edit);
    connect(&m_table->fields(), &FieldDelegate::complained, this, [this](const QString& problem) {
        m_hint->setText(problem.isEmpty() ? usualHint : problem);
        m_hint->setProperty("tone", problem.isEmpty() ? QStringLiteral("caption") : QStringLiteral("error"));
        m_hint->style()->unpolish(m_hint);
        m_hint->style()->polish(m_hint);
    });
}

PropertyList SecretGroups::groups() const
{
    const Element* element = m_context.editor.design().element(m_tenant);
    const PropertyValue* value = element ? redoubt::find(element->properties, mapped) : nullptr;
    if (value && value->record())
        return {*value};
    return value && value->list() ? *value->list() : PropertyList {};
}

void SecretGroups::write(const PropertyList& groups)
{
    m_context.editor.endMerge();
    m_context.editor.setProperty({m_tenant.value}, mapped, groups.empty() ? std::nullopt : std::optional(PropertyValue(groups)));
    m_context.editor.endMerge();
}

void SecretGroups::edit(const QModelIndex& index, const std::optional<PropertyValue>& value)
{
    PropertyList list = groups();
    const size_t row = size_t(index.row());
    if (row >= list.size() || !list[row].record())
        return;
    PropertyRecord record = *list[row].record();
    const QString key = fieldOf(index.column());
    if (value)
        record[key] = *value;
    else
        record.erase(key);
    list[row] = PropertyValue(std::move(record));
    write(list);
}

void SecretGroups::addGroup()
{
    PropertyList list = groups();
    PropertyRecord record;
    record[fieldOf(Name)] = PropertyValue(QStringLiteral("Group %1").arg(list.size() + 1));
    record[fieldOf(Secrets)] = PropertyValue(0);
    record[fieldOf(Scheduled)] = PropertyValue(1);  // rotated monthly, as in the published examples
    list.push_back(PropertyValue(std::move(record)));
    m_editNew = true;
    write(list);
}

void SecretGroups::removeGroup(int row)
{
    PropertyList list = groups();
    if (row < 0 || size_t(row) >= list.size())
        return;
    list.erase(list.begin() + row);
    write(list);
}

void SecretGroups::show(const ElementId& tenant, const BudgetStory* story)
{
    m_tenant = tenant;
    const Element* element = m_context.editor.design().element(tenant);
    const ElementKind* kind = element ? m_context.editor.catalog().kind(element->kind) : nullptr;
    const PropertyDef* def = kind ? kind->property(mapped) : nullptr;
    const PropertyList list = groups();
    std::vector<FigureRow> rows;
    for (size_t i = 0; def && i < list.size(); ++i) {
        const PropertyRecord record = list[i].record() ? *list[i].record() : PropertyRecord {};
        FigureRow row = figureRow(QStringList(Columns, QString()), {tenant.value});
        for (const PropertyDef& field : def->fields) {
            const int column = field.id == fieldOf(Name) ? Name : field.id == fieldOf(Secrets) ? Secrets : field.id == fieldOf(Scheduled) ? Scheduled : Random;
            if (field.id != fieldOf(column))
                continue;
            FieldCell cell {field, {}, {}, field.id};
            if (const PropertyValue* value = redoubt::find(record, field.id))
                cell.state.given = *value;
            cell.state.fallback = field.defaultValue;
            const auto& shown = cell.state.given ? cell.state.given : cell.state.fallback;
            row[column]->setText(shown ? shown->number() ? QString::number(*shown->number(), 'g', 6) : fieldText(field, *shown) : QStringLiteral("not given"));
            row[column]->setData(QVariant::fromValue(cell), FieldDelegate::CellRole);
            row[column]->setEditable(true);
        }
        if (story && i < story->groups.size()) {
            const BudgetGroup& group = story->groups[i];
            row[Pushes]->setText(countText(group.pushes.expected));
            row[Stale]->setText(QStringLiteral("%1 %").arg(100 * group.staleShare, 0, 'g', 3));
            row[Largest]->setText(group.largest ? countText(double(*group.largest)) : QStringLiteral("–"));
        }
        for (int column = Secrets; column < Columns; ++column)
            alignRight(row, column);
        rows.push_back(row);
    }
    m_table->take(rows);
    fitHeight();
    if (m_editNew && !rows.empty()) {
        m_editNew = false;
        const QModelIndex index = m_table->items().index(int(rows.size()) - 1, Secrets);
        m_table->setCurrentIndex(index);
        m_table->edit(index);
    }
}

void SecretGroups::fitHeight()
{
    const int rows = std::clamp(m_table->items().rowCount(), 1, mostRows);
    m_table->setFixedHeight(m_table->header()->sizeHint().height() + rows * 26 + 4);
}

bool SecretGroups::eventFilter(QObject* object, QEvent* event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        if (event->type() == QEvent::KeyPress)
            removeGroup(m_table->currentIndex().row());
        event->accept();  // here it is a group that goes, not what is selected on the canvas
        return true;
    }
    return QWidget::eventFilter(object, event);
}

}  // namespace redoubt
