// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/figures/figurepage.h"

#include "views/parts/theme.h"

namespace redoubt {

FigurePage::FigurePage(const FigureContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("panelBody"));
    const auto anew = [this] {
        m_stale = true;
        refresh();
    };
    connect(&context.analysis, &LiveAnalysis::reported, this, anew);
    connect(&context.theme, &Theme::changed, this, anew);  // rows carry their colours
}

void FigurePage::setSubject(const QString& id)
{
    if (std::exchange(m_subject, id) == id)
        return;
    m_stale = true;
    refresh();
}

void FigurePage::refresh()
{
    if (!m_stale || !(isVisible() || isWatched()))
        return;
    m_stale = false;
    compute();
}

void FigurePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void FigurePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    emit pointed({});
}

void FigurePage::setExhibit(Exhibit exhibit)
{
    if (exhibit == m_exhibit)
        return;
    m_exhibit = std::move(exhibit);
    emit exhibited();
}

void FigurePage::exhibitLost(const QStringList& ids)
{
    setExhibit(isVisible() ? Exhibit::lost(ids) : Exhibit());
}

}  // namespace redoubt
