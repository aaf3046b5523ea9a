// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/badge.h"
#include "views/canvas/canvasparts.h"
#include "views/parts/severitymark.h"
#include "views/parts/words.h"

#include <QMenu>

// The view's side of the judgement: badges, and the preview of a fix.

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

void CanvasView::endFixPreview()
{
    if (!std::exchange(m_parts->previewing, false))
        return;
    m_parts->scene.endPreview();
    followSelection();
}

}  // namespace redoubt
