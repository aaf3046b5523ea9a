// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fixes.h"
#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"
#include "views/render/tidying.h"

#include <functional>

namespace redoubt {

class CanvasView;
class FixBar;

/// Shows on the canvas what a fix, or Tidy, would do before anything is done; applying it is one undo step with its words.
/// Any other edit ends the preview.
class FixPreview : public QObject {
    Q_OBJECT

public:
    FixPreview(Editor& editor, LiveAnalysis& analysis, CanvasView& canvas, QObject* parent = nullptr);

    void show(const Finding& finding);
    /// The fixes of every finding of a rule as one.
    void showAll(const QString& rule);
    /// A tidy placement, and what becomes of the lines.
    void tidy(Fit fit = Fit::Free);
    /// A change that someone else worked out; `figures` says what it does to the figures.
    void showChange(const Fix& change, const QString& figures);
    [[nodiscard]] bool isActive() const { return m_fix.has_value(); }
    /// True from asking until the preview is there or there is none.
    [[nodiscard]] bool isPending() const { return m_asked != m_answered; }
    void apply();
    void cancel();

signals:
    /// A sentence for the status line.
    void said(const QString& text);

private:
    struct Answer {
        FixAnswer found;
        QString effect;
        bool all = false;  ///< of the whole drawing: all of it is shown
    };
    using Find = std::function<FixAnswer(const Design&, const Catalog&, const RuleSet&)>;
    void ask(Find find, const QString& figures = {});
    void askFor(std::function<Answer(const RuleSet&)> work, const QString& nothing);
    void take(Answer answer, const QString& nothing);

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    CanvasView& m_canvas;
    FixBar* m_bar;
    std::optional<Fix> m_fix;
    quint64 m_asked = 0;     ///< only the last question is answered, and only while the design is what it was about
    quint64 m_answered = 0;
};

}  // namespace redoubt
