// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/badge.h"
#include "views/canvas/canvasparts.h"
#include "views/parts/severitymark.h"
#include "views/parts/words.h"

#include <QMenu>

// The view's side of the judgement: badges, the preview of a fix, figures that a panel lays over the drawing.

namespace redoubt {

void CanvasView::setReport(const Report& report)
{
    m_parts->scene.setReport(report);
}

void CanvasView::showBadges(bool show)
{
    m_parts->scene.setBadgesShown(show);
}

QList<Finding> CanvasView::findingsOfSelection() const
{
    QList<Finding> findings;
    for (const QString& id : m_parts->editor.selection())
        for (const Finding& finding : m_parts->scene.findingsOf(id))
            if (!findings.contains(finding))
                findings << finding;
    return findings;
}

void CanvasView::openBadge(const BadgeItem& badge)
{
    const QList<Finding> findings = badge.findings();
    m_parts->editor.select({badge.subject()});
    if (findings.size() == 1) {
        emit findingActivated(findings.front().rule, findings.front().subjects);
        return;
    }
    // Several: of the element, of what runs on it, of groups that it speaks for.
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("findingsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Finding& finding : findings) {
        QString words = QStringLiteral("%1  %2").arg(finding.title, finding.rule);
        QAction* action = menu->addAction(
            QIcon(severityPixmap(finding.severity, 14, m_parts->scene.look(), devicePixelRatioF())), words.replace(u'&', QStringLiteral("&&")));
        action->setToolTip(wrapped(finding.message));
        connect(action, &QAction::triggered, this,
                [this, finding] { emit findingActivated(finding.rule, finding.subjects); });
    }
    menu->setToolTipsVisible(true);
    menu->popup(viewport()->mapToGlobal(m_parts->mouse + QPoint(8, 8)));
}

QRect CanvasView::previewFix(const Patch& patch)
{
    endGesture(true);
    m_parts->pad->hide();
    m_parts->scene.endPreview();
    m_parts->previewing = true;
    const QRectF lit = m_parts->scene.previewFix(patch);
    if (!lit.isNull())
        bringInSight(lit);
    return mapFromScene(lit).boundingRect();
}

void CanvasView::setExhibit(const Exhibit& exhibit)
{
    const auto lostIn = [](const Exhibit& each) {
        QStringList ids;
        for (const Exhibit::Note& note : each.notes)
            if (note.look == Exhibit::Look::Lost)
                ids << note.id;
        return ids;
    };
    const QStringList lost = lostIn(exhibit);
    const bool others = lost != lostIn(m_parts->exhibits.shown());
    m_parts->exhibits.show(exhibit);
    m_parts->legend->show(exhibit);
    QRectF rect;
    if (others)
        for (const QString& id : lost)
            for (const QString& drawn : m_parts->scene.shownBy(id))
                rect |= m_parts->scene.item(drawn)->sceneBoundingRect();
    if (!rect.isNull())
        bringInSight(rect);
}

const Exhibit& CanvasView::exhibit() const
{
    return m_parts->exhibits.shown();
}

void CanvasView::setTips(const QHash<QString, QString>& tips)
{
    m_parts->tips = tips;
}

void CanvasView::endFixPreview()
{
    if (!std::exchange(m_parts->previewing, false))
        return;
    m_parts->scene.endPreview();
    followSelection();
}

}  // namespace redoubt
