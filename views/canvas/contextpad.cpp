// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/contextpad.h"

#include "views/canvas/canvasview.h"
#include "views/canvas/contextmenu.h"
#include "views/render/icons.h"
#include "views/render/style.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace redoubt {

namespace {

constexpr int distance = 26;      ///< pixels from the selection: past its handles and anchors
constexpr double ownWeight = 0.5;  ///< of the selection itself hidden, against others
constexpr double awayWeight = 3;   ///< square pixels that a place may hide more for each pixel that it is nearer
constexpr double littleHidden = 250;  ///< square pixels; no better place is looked for

}  // namespace

ContextPad::ContextPad(Editor& editor, CanvasView& view, QWidget* parent) : QFrame(parent), m_editor(editor)
{
    setObjectName(QStringLiteral("contextPad"));
    setCursor(Qt::ArrowCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(2);
    m_connect = button(QStringLiteral("ui/connect"), tr("Connect"));
    m_group = button(QStringLiteral("ui/group"), tr("Group as …"));
    m_duplicate = button(QStringLiteral("ui/copy"), tr("Duplicate"));
    m_delete = button(QStringLiteral("ui/delete"), tr("Delete"));
    auto* groups = new QMenu(this);
    connect(groups, &QMenu::aboutToShow, this, [this, groups] {
        groups->clear();
        fillGroupMenu(*groups, m_editor);
    });
    m_group->setMenu(groups);
    m_group->setPopupMode(QToolButton::InstantPopup);
    connect(m_connect, &QToolButton::clicked, &view, &CanvasView::beginConnect);
    connect(m_duplicate, &QToolButton::clicked, &view, &CanvasView::duplicate);
    connect(m_delete, &QToolButton::clicked, &view, &CanvasView::removeSelected);
    hide();
}

QToolButton* ContextPad::button(const QString& icon, const QString& text)
{
    auto* result = new QToolButton(this);
    result->setAutoRaise(true);
    result->setToolTip(text);
    result->setAccessibleName(text);
    result->setFocusPolicy(Qt::NoFocus);
    layout()->addWidget(result);
    m_buttons << std::pair(result, icon);
    return result;
}

void ContextPad::applyStyle(const Style& style)
{
    for (const auto& [each, name] : std::as_const(m_buttons))
        each->setIcon(icon(name, style.text));
    setStyleSheet(QStringLiteral("#contextPad { background: %1; border: 1px solid %2; border-radius: %3px }"
                                 "QToolButton { border: none; padding: 3px; border-radius: %3px }"
                                 "QToolButton:hover { background: %4 }"
                                 "QToolButton::menu-indicator { image: none }")
                      .arg(style.panelRaised.name(), style.controlBorder.name())
                      .arg(metric::controlRadius)
                      .arg(style.hoverFill.name()));
}

QPoint ContextPad::bestPlace(const QRect& rect, const std::function<double(const QRect&)>& covered) const
{
    const QRect area = parentWidget()->rect().adjusted(4, 4, -4, -4);
    QPoint best;
    double least = std::numeric_limits<double>::max();
    for (const int far : {distance, 2 * distance, 4 * distance, 6 * distance}) {
        const int above = rect.top() - far - height(), below = rect.bottom() + far;
        const int before = rect.left() - far - width(), behind = rect.right() + far;
        const int end = rect.right() + 1 - width(), middle = rect.center().y() - height() / 2;
        for (const QPoint& place : {QPoint(end, above), QPoint(rect.left(), above), QPoint(behind, rect.top()),
                                    QPoint(behind, middle), QPoint(before, rect.top()), QPoint(end, below),
                                    QPoint(rect.left(), below), QPoint(behind, above), QPoint(before, above)}) {
            const QPoint at(std::clamp(place.x(), area.left(), std::max(area.left(), area.right() - width())),
                            std::clamp(place.y(), area.top(), std::max(area.top(), area.bottom() - height())));
            const QRect here(at, size());
            const QRect own = here.intersected(rect);
            const double cost = covered(here) + ownWeight * own.width() * own.height() + awayWeight * (far - distance);
            if (cost < least) {  // of equal ones the first: the eye finds it where it usually is
                least = cost;
                best = at;
            }
        }
        if (least < littleHidden)
            break;
    }
    return best;
}

void ContextPad::follow(const QRect& rect, const std::function<double(const QRect&)>& covered)
{
    const QStringList& ids = m_editor.selection();
    int elements = 0;
    for (const QString& id : ids)
        elements += m_editor.design().element({id}) ? 1 : 0;
    const bool seen = parentWidget()->rect().intersects(rect);
    if (ids.isEmpty() || !seen) {
        hide();
        return;
    }
    m_connect->setVisible(elements == 1 || elements == 2);
    m_group->setVisible(elements > 0);
    m_duplicate->setVisible(elements > 0);
    adjustSize();
    move(bestPlace(rect, covered));
    show();
    raise();
}

}  // namespace redoubt
