// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasaccess.h"

#include "views/canvas/canvasview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace redoubt {

namespace {

/// One drawn thing. Lives as long as its canvas' interface; invalid once the thing is gone.
class ItemAccess : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ItemAccess(CanvasView* view, QString id) : m_view(view), m_id(std::move(id)) {}

    [[nodiscard]] bool isValid() const override { return m_view && m_view->spoken(m_id); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        const auto spoken = m_view ? m_view->spoken(m_id) : std::nullopt;
        if (!spoken)
            return {};
        return what == QAccessible::Name ? spoken->name : what == QAccessible::Description ? spoken->description : QString();
    }
    [[nodiscard]] QRect rect() const override
    {
        const auto spoken = m_view ? m_view->spoken(m_id) : std::nullopt;
        return spoken ? QRect(m_view->viewport()->mapToGlobal(spoken->rect.topLeft()), spoken->rect.size()) : QRect();
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        const auto spoken = m_view ? m_view->spoken(m_id) : std::nullopt;
        state.invalid = !spoken;
        state.selectable = true;
        state.focusable = true;
        state.selected = spoken && spoken->selected;
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString& name) override
    {
        if (m_view && name == setFocusAction()) {
            m_view->setFocus();
            m_view->selectOnly(m_id);
        }
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QPointer<CanvasView> m_view;
    QString m_id;
};

class CanvasAccess : public QAccessibleWidget {
public:
    explicit CanvasAccess(CanvasView* view) : QAccessibleWidget(view, QAccessible::Canvas), m_view(view) {}
    ~CanvasAccess() override
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return int(m_view->drawnIds().size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        const QStringList ids = m_view->drawnIds();
        return index >= 0 && index < ids.size() ? item(ids[index]) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const QString id = m_items.key(QAccessible::uniqueId(const_cast<QAccessibleInterface*>(child)));
        return id.isEmpty() ? -1 : int(m_view->drawnIds().indexOf(id));
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const QString id = m_view->idUnder(m_view->viewport()->mapFromGlobal(QPoint(x, y)));
        return id.isEmpty() ? nullptr : item(id);
    }
    [[nodiscard]] QAccessibleInterface* item(const QString& id) const
    {
        QAccessible::Id& known = m_items[id];
        if (!known)
            known = QAccessible::registerAccessibleInterface(new ItemAccess(m_view, id));
        return QAccessible::accessibleInterface(known);
    }

private:
    CanvasView* m_view;
    mutable QHash<QString, QAccessible::Id> m_items;
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* view = qobject_cast<CanvasView*>(object);
    return view ? new CanvasAccess(view) : nullptr;
}

}  // namespace

void installCanvasAccess()
{
    static const bool once = (QAccessible::installFactory(make), true);
    Q_UNUSED(once)
}

void announceSelection(CanvasView& view, const QString& id)
{
    if (!QAccessible::isActive())
        return;
    auto* canvas = dynamic_cast<CanvasAccess*>(QAccessible::queryAccessibleInterface(&view));
    QAccessibleInterface* item = canvas ? canvas->item(id) : nullptr;
    if (!item)
        return;
    QAccessibleEvent event(item, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

}  // namespace redoubt
