// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fixes.h"
#include "views/canvas/exhibit.h"
#include "views/editing/liveanalysis.h"
#include "views/estimates/figures/figuredesk.h"

#include <QWidget>

namespace redoubt {

class Theme;

/// What every page of figures works with.
struct FigureContext {
    Editor& editor;
    LiveAnalysis& analysis;
    const Theme& theme;
    FigureDesk& desk;
};

/// One page of figures. It is worked out anew when it is in sight and the design has changed.
class FigurePage : public QWidget {
    Q_OBJECT

public:
    FigurePage(const FigureContext& context, QWidget* parent);

    /// The service or the tenant that the page is about.
    void setSubject(const QString& id);
    [[nodiscard]] const QString& subject() const { return m_subject; }
    /// What it has on the drawing now.
    [[nodiscard]] const Exhibit& exhibit() const { return m_exhibit; }
    /// Takes off the drawing what the user put there from here.
    virtual void clearExhibit() { setExhibit({}); }

signals:
    /// Show these on the canvas, select and centre them.
    void revealed(const QStringList& ids);
    /// The mouse is on something about these; empty: no longer.
    void pointed(const QStringList& ids);
    void exhibited();
    /// Show what a change would do, with what it does to the figures in words.
    void previewAsked(const redoubt::Fix& fix, const QString& effect);

protected:
    /// Asks the desk for what is shown.
    virtual void compute() = 0;
    /// True while it has to follow the design though it is out of sight.
    [[nodiscard]] virtual bool isWatched() const { return false; }
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void setExhibit(Exhibit exhibit);
    /// These marked as lost while the page is in sight.
    void exhibitLost(const QStringList& ids);
    void refresh();

    FigureContext m_context;

private:
    QString m_subject;
    Exhibit m_exhibit;
    bool m_stale = true;
};

}  // namespace redoubt
