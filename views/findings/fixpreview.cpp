// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/fixpreview.h"

#include "views/canvas/canvasview.h"
#include "views/findings/fixbar.h"

namespace redoubt {

FixPreview::FixPreview(Editor& editor, LiveAnalysis& analysis, CanvasView& canvas, QObject* parent)
    : QObject(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_canvas(canvas)
    , m_bar(new FixBar(&canvas))
{
    const auto answer = [this](bool apply) { apply ? this->apply() : cancel(); };
    connect(m_bar, &FixBar::answered, this, answer);
    connect(&canvas, &CanvasView::fixPreviewAnswered, this, answer);
    connect(&canvas, &CanvasView::fixAsked, this, &FixPreview::show);
    connect(&editor.document(), &Document::changed, this, &FixPreview::cancel);
    connect(&analysis, &LiveAnalysis::rulesChanged, this, &FixPreview::cancel);
}

void FixPreview::show(const Finding& finding)
{
    ask([finding](const Design& design, const Catalog& catalog, const RuleSet& rules) {
        return fixOrReason(design, catalog, rules, finding);
    });
}

void FixPreview::showAll(const QString& rule)
{
    ask([rule](const Design& design, const Catalog& catalog, const RuleSet& rules) {
        return FixAnswer {fixAll(design, catalog, rules, rule), {}};
    });
}

void FixPreview::showChange(const Fix& change, const QString& figures)
{
    ask([change](const Design&, const Catalog&, const RuleSet&) { return FixAnswer {change, {}}; }, figures);
}

void FixPreview::ask(Find find, const QString& figures)
{
    askFor(
        [find = std::move(find), figures, design = m_editor.design(), &catalog = m_editor.catalog()](const RuleSet& rules) {
            Answer answer {find(design, catalog, rules), figures};
            if (!answer.found.fix)
                return answer;
            const QString delta = compareFindings(analyse(design, catalog, rules),
                                                  analyse(patched(design, answer.found.fix->patch), catalog, rules)).text();
            answer.effect += (delta.isEmpty() || figures.isEmpty() ? QString() : QStringLiteral(" · ")) + delta;
            return answer;
        },
        QStringLiteral("No fix helps here without breaking something else; what to do stands with the finding."));
}

void FixPreview::tidy(Fit fit)
{
    askFor(
        [fit, design = m_editor.design(), &catalog = m_editor.catalog()](const RuleSet&) {
            const Patch patch = tidiedWithLayouter(design, catalog, fit);
            if (patch.isEmpty())
                return Answer {};
            return Answer {{Fix {QStringLiteral("Tidy the drawing"), patch}, {}},
                           lineChanges(design, patched(design, patch), catalog), true};
        },
        QStringLiteral("The drawing is as tidy as Redoubt can make it."));
}

void FixPreview::askFor(std::function<Answer(const RuleSet&)> work, const QString& nothing)
{
    cancel();
    m_analysis.ask(this, std::move(work), [this, nothing, question = ++m_asked](Answer answer) {
        if (question != m_asked)
            return;
        m_answered = question;
        take(std::move(answer), nothing);
    });
}

void FixPreview::take(Answer answer, const QString& nothing)
{
    if (!answer.found.fix) {
        emit said(answer.found.refusal.isEmpty() ? nothing : answer.found.refusal);
        return;
    }
    m_fix = std::move(answer.found.fix);
    const QRect lit = m_canvas.previewFix(m_fix->patch);
    if (answer.all)
        m_canvas.fit();
    m_bar->show(m_fix->words, answer.effect, answer.all ? QRect() : lit);
}

void FixPreview::apply()
{
    if (!m_fix)
        return;
    const Fix fix = *std::exchange(m_fix, std::nullopt);
    cancel();
    m_editor.endMerge();
    m_editor.apply(fix.patch, fix.words);
    m_canvas.setFocus();
}

void FixPreview::cancel()
{
    m_answered = ++m_asked;  // what is still being worked out is about another design
    m_fix.reset();
    if (!m_bar->isHidden()) {
        const bool focused = m_bar->isAncestorOf(m_bar->window()->focusWidget());
        m_bar->hide();
        if (focused)
            m_canvas.setFocus();
    }
    m_canvas.endFixPreview();
}

}  // namespace redoubt
