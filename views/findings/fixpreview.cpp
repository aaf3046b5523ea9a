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
        return fixFor(design, catalog, rules, finding);
    });
}

void FixPreview::showAll(const QString& rule)
{
    ask([rule](const Design& design, const Catalog& catalog, const RuleSet& rules) {
        return fixAll(design, catalog, rules, rule);
    });
}

void FixPreview::showChange(const Fix& change, const QString& figures)
{
    ask([change](const Design&, const Catalog&, const RuleSet&) { return std::optional(change); }, figures);
}

void FixPreview::ask(Find find, const QString& figures)
{
    cancel();
    struct Answer {
        std::optional<Fix> fix;
        QString effect;
    };
    m_analysis.ask(
        this,
        [find = std::move(find), design = m_editor.design(), &catalog = m_editor.catalog()](const RuleSet& rules) {
            Answer answer {find(design, catalog, rules), {}};
            if (answer.fix)
                answer.effect = compareFindings(analyse(design, catalog, rules),
                                                analyse(patched(design, answer.fix->patch), catalog, rules)).text();
            return answer;
        },
        [this, figures, question = ++m_asked](Answer answer) {
            if (question != m_asked)
                return;
            m_answered = question;
            QStringList effects {figures, answer.effect};
            effects.removeAll(QString());
            take(std::move(answer.fix), effects.join(QStringLiteral(" · ")));
        });
}

void FixPreview::take(std::optional<Fix> fix, const QString& effect)
{
    if (!fix) {
        emit said(QStringLiteral("No fix helps here without breaking something else; what to do stands with the finding."));
        return;
    }
    m_fix = std::move(fix);
    m_canvas.previewFix(m_fix->patch);
    m_bar->show(m_fix->words, effect);
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
