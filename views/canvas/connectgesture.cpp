// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/connectgesture.h"

#include "views/canvas/overlay.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

constexpr double clickReach = 6;  ///< pixels

QString tr(const char* text)
{
    return QCoreApplication::translate("Canvas", text);
}

}  // namespace

ConnectGesture::ConnectGesture(const Workplace& place, QPointF start, QString from, Choose choose)
    : m_place(place), m_start(start), m_from(std::move(from)), m_choose(std::move(choose)),
      m_connections(place.editor.design(), place.editor.catalog())
{
    const Editor& editor = m_place.editor;
    // What the source stands in, or holds, is no target: a line from a box to its own frame says nothing.
    QSet<QString> own = edits::withContents(editor.design(), {m_from});
    for (const Element* e = editor.design().element({m_from}); e; e = editor.design().element(e->in)) {
        if (own.contains(e->in.value))
            break;
        own.insert(e->in.value);
    }
    const Placement& placement = editor.placement();
    for (auto it = placement.cbegin(); it != placement.cend(); ++it)
        if (!own.contains(it.key()) && !linkChoices(editor.design(), m_connections, {m_from}, {it.key()}).isEmpty())
            m_legal.insert(it.key());
    m_place.scene.setHovered({});
    m_place.scene.showTargets(m_legal, m_from);
    m_place.overlay.showAnchors({}, 1);
    m_hint = m_legal.isEmpty() ? tr("Nothing here that %1 may connect to").arg(editor.spokenName(m_from))
                               : tr("Connect %1 to …").arg(editor.spokenName(m_from));
}

void ConnectGesture::aimAt(const QString& id)
{
    if (id == m_aim)
        return;
    m_aim = id;
    m_choices.clear();
    m_hint.clear();
    const Editor& editor = m_place.editor;
    if (id.isEmpty() || id == m_from) {
        m_place.scene.endPreview();
        m_hint = tr("Connect %1 to …").arg(editor.spokenName(m_from));
        return;
    }
    m_choices = linkChoices(editor.design(), m_connections, {m_from}, {id});
    if (m_choices.isEmpty()) {
        m_place.scene.endPreview();
        m_hint = whyNot(editor, {m_from}, {id});
        return;
    }
    const LinkChoice& best = m_choices.front();
    m_place.scene.preview(edits::connect(editor.design(), editor.catalog(), best.from, best.to, *best.row).patch);
    m_hint = describe(editor, best);
    if (m_choices.size() > 1)
        m_hint += tr(" (and %1 more)").arg(m_choices.size() - 1);
}

void ConnectGesture::moveTo(QPointF point, Qt::KeyboardModifiers)
{
    m_pulled = m_pulled || QLineF(m_start, point).length() * m_place.scale() > clickReach;
    // The innermost element that may be linked; where there is none, the innermost at all, to say why not. Sites that
    // merely surround the mouse need no excuse.
    const QStringList under = m_place.scene.elementsAt(point);
    QString aim;
    for (const QString& id : under)
        if (m_legal.contains(id)) {
            aim = id;
            break;
        }
    if (aim.isEmpty() && !under.isEmpty()) {
        const Element* element = m_place.editor.design().element({under.front()});
        const ElementKind* kind = element ? m_place.editor.catalog().kind(element->kind) : nullptr;
        if (kind && !kind->container)
            aim = under.front();
    }
    aimAt(aim);
    m_place.overlay.showPull(m_choices.isEmpty() ? QLineF(m_start, point) : QLineF());
}

bool ConnectGesture::release(QPointF point, Qt::KeyboardModifiers modifiers)
{
    moveTo(point, modifiers);
    if (!m_pulled)
        return false;
    const QList<LinkChoice> choices = m_choices;
    cancel();
    if (!choices.isEmpty())
        m_choose(choices);
    return true;
}

void ConnectGesture::cancel()
{
    m_place.overlay.showPull({});
    m_place.scene.hideTargets();
    m_place.scene.endPreview();
}

}  // namespace redoubt
