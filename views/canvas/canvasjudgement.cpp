// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasparts.h"

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

void CanvasView::previewFix(const Patch& patch)
{
    endGesture(true);
    m_parts->pad->hide();
    m_parts->scene.endPreview();
    m_parts->previewing = true;
    const QRectF lit = m_parts->scene.previewFix(patch);
    if (!lit.isNull())
        bringInSight(lit);
}

void CanvasView::endFixPreview()
{
    if (!std::exchange(m_parts->previewing, false))
        return;
    m_parts->scene.endPreview();
    followSelection();
}

}  // namespace redoubt
