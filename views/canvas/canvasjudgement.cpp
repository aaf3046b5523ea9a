// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasparts.h"

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
    for (const QString& id : lost)
        if (const CanvasItem* item = m_parts->scene.itemFor(id); item && others)
            rect |= item->sceneBoundingRect();
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
