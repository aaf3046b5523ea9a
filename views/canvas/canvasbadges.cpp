// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/badge.h"
#include "views/canvas/canvasscene.h"

// What the judgement puts on the canvas: badges of findings, and the preview of a fix.

namespace redoubt {

namespace {

constexpr double badgeLayer = 4000;    ///< above the words of links (canvasscene.cpp)
constexpr QPointF badgeOffset(-2, 2);  ///< from the outline's top right corner

}  // namespace

void CanvasScene::setReport(const Report& report)
{
    const Design& design = m_editor.design();
    const auto shownAs = [&](const QString& id) {
        return design.element({id}) ? standIn(design, m_editor.catalog(), {id}).value : id;
    };
    m_findings.clear();
    for (const Finding& finding : report.findings) {
        if (finding.waived)
            continue;
        QSet<QString> shownOn;  // what is drawn as part of another shows its findings there, each once
        for (const QString& subject : finding.subjects)
            if (!design.group({subject}))
                shownOn << shownAs(subject);
        // A group has no place of its own: its first member speaks for it when nothing else does.
        if (shownOn.isEmpty() && !finding.subjects.isEmpty())
            if (const Group* group = design.group({finding.subjects.front()}); group && !group->members.empty())
                shownOn << shownAs(group->members.front().element.value);
        for (const QString& id : std::as_const(shownOn))
            m_findings[id] << finding;
    }
    placeBadges();
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
