// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/figures/fielddelegate.h"

#include "views/parts/statemark.h"
#include "views/parts/theme.h"
#include "views/render/heat.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace redoubt {

namespace {

constexpr int rowHeight = 26, tagHeight = 16;

FieldCell cellOf(const QModelIndex& index)
{
    return index.data(FieldDelegate::CellRole).value<FieldCell>();
}

QString problemIn(const QLineEdit& edit)
{
    return edit.property("problem").toString();
}

}  // namespace

FieldDelegate::FieldDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QWidget* FieldDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const FieldCell cell = cellOf(index);
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(QStringLiteral("cell:") + cell.key);
    edit->setAccessibleName(cell.def.label);
    edit->setPlaceholderText(placeholderText(cell.def, cell.state));
    auto* self = const_cast<FieldDelegate*>(this);
    connect(edit, &QLineEdit::textChanged, self, [self, edit, def = cell.def](const QString& text) {
        const QString problem = parseField(def, text).problem;
        if (problem == problemIn(*edit))
            return;
        edit->setProperty("problem", problem);
        edit->setProperty("invalid", !problem.isEmpty());
        edit->style()->unpolish(edit);
        edit->style()->polish(edit);
        emit self->complained(problem);
    });
    connect(edit, &QObject::destroyed, self, [self] { emit self->complained({}); });
    return edit;
}

void FieldDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* edit = static_cast<QLineEdit*>(editor);
    if (edit->isModified())
        return;  // the model was filled anew while one types
    const FieldCell cell = cellOf(index);
    edit->setText(cell.state.given ? fieldText(cell.def, *cell.state.given) : QString());
    edit->selectAll();
}

void FieldDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const
{
    auto* edit = static_cast<QLineEdit*>(editor);
    const FieldCell cell = cellOf(index);
    const ParsedField parsed = parseField(cell.def, edit->text());
    if (parsed.problem.isEmpty() && parsed.value != cell.state.given)
        emit const_cast<FieldDelegate*>(this)->edited(index, parsed.value);
}

void FieldDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    QRect rect = option.rect.adjusted(0, -1, 0, 1);
    if (rect.width() < 96)
        rect.setLeft(rect.right() - 95);
    editor->setGeometry(rect);
}

bool FieldDelegate::eventFilter(QObject* object, QEvent* event)
{
    auto* edit = qobject_cast<QLineEdit*>(object);
    if (edit && event->type() == QEvent::KeyPress && !problemIn(*edit).isEmpty()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            QApplication::beep();
            return true;  // refused: it stays open, the sentence stands below
        }
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + 12, rowHeight};
}

void FieldDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Style& style = m_theme.style();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected || hovered)
        painter->fillRect(option.rect, selected ? style.selectionFill : style.hoverFill);
    QRectF room = QRectF(option.rect).adjusted(6, 0, -6, 0);
    if (const QVariant share = index.data(ShareRole); share.isValid()) {
        QRectF bar = room.adjusted(0, 6, 0, -6);
        bar.setWidth(std::max(2.0, bar.width() * std::clamp(share.toDouble(), 0.0, 1.0)));
        painter->setPen(Qt::NoPen);
        painter->setBrush(heat(style, share.toDouble()));
        painter->drawRoundedRect(bar, 3, 3);
        painter->restore();
        return;
    }
    if (index.flags().testFlag(Qt::ItemIsEditable) && (hovered || selected)) {
        painter->setPen(QPen(style.controlBorder, 1));
        painter->setBrush(style.controlFill);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 2.5, -1.5, -2.5), metric::controlRadius, metric::controlRadius);
    }
    QFont font = option.font;
    font.setPixelSize(12);
    if (index.data(StrongRole).toBool())
        font.setWeight(QFont::DemiBold);
    if (const QVariant state = index.data(StateRole); state.isValid()) {
        paintStateMark(*painter, ServiceState(state.toInt()), QRectF(room.left(), room.center().y() - 7, 14, 14), style);
        room.setLeft(room.left() + 18);
    }
    if (const QString tag = index.data(TagRole).toString(); !tag.isEmpty()) {
        QFont small = option.font;
        small.setPixelSize(11);
        painter->setFont(small);
        const bool assumed = index.data(TagToneRole).toInt() == 1;
        const QColor fill = assumed ? style.warningFill : style.hoverFill;
        const QRectF box(room.left(), room.center().y() - tagHeight / 2.0, painter->fontMetrics().horizontalAdvance(tag) + 12, tagHeight);
        painter->setPen(QPen(assumed ? mixed(style.panel, style.warning, 0.45) : style.panelBorder, 1, assumed ? Qt::DashLine : Qt::SolidLine));
        painter->setBrush(fill);
        painter->drawRoundedRect(box, tagHeight / 2.0, tagHeight / 2.0);
        painter->setPen(readable(assumed ? style.warning : style.secondaryText, fill, 4.5));
        painter->drawText(box, Qt::AlignCenter, tag);
        room.setLeft(box.right() + 8);
    }
    painter->setFont(font);
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter->setPen(ink.isValid() ? ink.value<QBrush>().color() : style.text);
    QStyleOptionViewItem usual = option;
    initStyleOption(&usual, index);
    painter->drawText(room, int(usual.displayAlignment),
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, int(room.width())));
    painter->restore();
}

}  // namespace redoubt
