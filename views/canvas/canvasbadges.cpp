// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/badge.h"
#include "views/canvas/canvasscene.h"

// What the judgement puts on the canvas: badges of findings, and the preview of a fix.

namespace redoubt {

namespace {

constexpr double badgeLayer = 10500;   ///< above the handles of the selected element (overlay.cpp)
constexpr QPointF badgeOffset(-2, 2);  ///< from the outline's top right corner

}  // namespace

bool CanvasScene::isLeftOut(const QString& id) const
{
    if (!m_options.view || m_items.contains(id))
        return false;
    const Link* link = m_shown.link({id});
    return m_laidOut.inside.contains(id) || (link && !link->hidden);
}

QStringList CanvasScene::shownBy(const QString& id) const
{
    QStringList shown;
    const auto add = [this, &shown](const QString& element) {
        const QString layer = m_laidOut.inside.value(element);
        const QString drawn = layer.isEmpty() ? standIn(m_shown, m_editor.catalog(), {element}).value : layer;
        if (m_items.contains(drawn) && !shown.contains(drawn))
            shown << drawn;
    };
    if (m_items.contains(id))
        return {id};
    for (auto it = m_laidOut.joined.cbegin(); it != m_laidOut.joined.cend(); ++it)
        if (it.value().contains(id) && m_items.contains(it.key()))
            return {it.key()};
    if (m_shown.element({id})) {
        add(id);
    } else if (const Link* link = m_shown.link({id})) {
        add(link->from.value);
        add(link->to.value);
    } else if (const Group* group = m_shown.group({id})) {
        for (const GroupMember& member : group->members)
            add(member.element.value);
        if (shown.isEmpty())  // a connector has no members and names its broker
            for (const auto& [key, value] : group->properties)
                if (const QString named = value.text().value_or(QString()); m_shown.element({named}))
                    add(named);
    }
    return shown;
}

void CanvasScene::setReport(const Report& report)
{
    m_open.clear();
    for (const Finding& finding : report.findings)
        if (!finding.waived)
            m_open << finding;
    spreadFindings();
    placeBadges();
}

void CanvasScene::spreadFindings()
{
    m_findings.clear();
    for (const Finding& finding : std::as_const(m_open)) {
        QSet<QString> shownOn;  // what is drawn as part of another shows its findings there, each once
        for (const QString& subject : finding.subjects)
            if (!m_shown.group({subject}))
                for (const QString& id : shownBy(subject))
                    shownOn << id;
        // A group has no place of its own: its first member speaks for it when nothing else does.
        for (const QString& subject : finding.subjects)
            if (shownOn.isEmpty())
                if (const QStringList members = shownBy(subject); !members.isEmpty())
                    shownOn << members.front();
        for (const QString& id : std::as_const(shownOn))
            m_findings[id] << finding;
    }
}

void CanvasScene::setBadgesShown(bool shown)
{
    if (std::exchange(m_badgesShown, shown) != shown)
        placeBadges();
}

void CanvasScene::placeBadges()
{
    for (const QString& id : m_items.keys())
        placeBadge(id);
}

void CanvasScene::placeBadge(const QString& id)
{
    const QList<Finding> findings = m_findings.value(id);
    const CanvasItem* item = m_items.value(id);
    if (findings.isEmpty() || !item || !m_badgesShown || m_outage) {
        delete m_badges.take(id);
        return;
    }
    BadgeItem*& badge = m_badges[id];
    if (!badge) {
        badge = new BadgeItem(m_style, id);
        badge->setZValue(badgeLayer);
        addItem(badge);
    }
    badge->show(findings);
    if (const CanvasItem* label = m_labels.value(id))
        badge->setPos(label->pos() + label->drawn().outline.topRight());
    else if (item->isLink() && !item->drawn().line.isEmpty())
        badge->setPos(item->pos() + item->drawn().line.value(item->drawn().line.size() / 2));
    else
        badge->setPos(item->pos() + item->drawn().outline.topRight() + badgeOffset);
}

QRectF CanvasScene::previewFix(const Patch& patch)
{
    preview(patch);
    const Design& before = m_editor.design();
    QRectF rect;
    const auto light = [&](const QString& id, bool isNew) {
        const QString drawn = m_shown.element({id}) ? standIn(m_shown, m_editor.catalog(), {id}).value : id;
        const CanvasItem* item = m_items.value(drawn);
        if (!item)
            return;
        mark(drawn, Mark::Target, true);
        mark(drawn, Mark::Ghost, isNew && drawn == id);
        m_lit << drawn;
        rect |= item->boundingRect();
    };
    for (auto it = patch.elements.cbegin(); it != patch.elements.cend(); ++it)
        if (it.value())
            light(it.key().value, !before.element(it.key()));
    for (auto it = patch.links.cbegin(); it != patch.links.cend(); ++it)
        if (it.value())
            light(it.key().value, !before.link(it.key()));
    for (auto it = patch.groups.cbegin(); it != patch.groups.cend(); ++it) {
        if (!it.value())
            continue;
        // Members that joined or changed; when none did, the group itself changed and all of them show it.
        const Group* old = before.group(it.key());
        QStringList members, all;
        for (const GroupMember& member : it.value()->members) {
            all << member.element.value;
            if (!old || std::find(old->members.begin(), old->members.end(), member) == old->members.end())
                members << member.element.value;
        }
        for (const QString& id : members.isEmpty() ? all : members)
            light(id, false);
    }
    return rect;
}

}  // namespace redoubt
