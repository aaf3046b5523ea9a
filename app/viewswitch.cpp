// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/viewswitch.h"

#include "views/canvas/canvasview.h"

#include <QActionGroup>
#include <QMenu>

namespace redoubt {

ViewSwitch::ViewSwitch(const Catalog& catalog, CanvasView& canvas, QMenu& menu, QWidget* parent)
    : QToolButton(parent)
    , m_canvas(canvas)
    , m_views(new QActionGroup(this))
{
    setObjectName(QStringLiteral("viewSwitch"));
    setAccessibleName(QStringLiteral("View"));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAutoRaise(true);
    setMenu(new QMenu(this));
    menu.setToolTipsVisible(true);
    this->menu()->setToolTipsVisible(true);
    int key = 0;
    for (const ViewDef& view : catalog.views) {
        QAction* action = m_views->addAction(view.name);
        action->setObjectName(QStringLiteral("view-") + view.id);
        action->setData(view.id);
        action->setCheckable(true);
        action->setToolTip(view.help);
        action->setStatusTip(view.help);
        if (++key <= 9)
            action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + key)));
        connect(action, &QAction::triggered, this, [this, &view] { m_canvas.setDesignView(&view); });
    }
    menu.addActions(m_views->actions());
    this->menu()->addActions(m_views->actions());
    connect(&canvas, &CanvasView::designViewChanged, this, [this] { show(m_canvas.designView()); });
    show(canvas.designView());
}

void ViewSwitch::show(const ViewDef* view)
{
    for (QAction* action : m_views->actions()) {
        const bool on = view ? action->data() == view->id : action == m_views->actions().constFirst();
        action->setChecked(on);
        if (on) {
            setText(action->text());
            setToolTip(QStringLiteral("View: %1").arg(action->toolTip()));
        }
    }
}

}  // namespace redoubt
