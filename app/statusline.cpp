// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/statusline.h"

#include "views/findings/findingsmodel.h"
#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QLabel>
#include <QMenu>

namespace redoubt {

StatusLine::StatusLine(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QStatusBar(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_errors(makeLinkButton({}, this))
    , m_warnings(makeLinkButton({}, this))
    , m_advice(makeLinkButton({}, this))
    , m_quiet(makeLinkButton(QStringLiteral("Whiteboard"), this))
    , m_packs(makeLinkButton({}, this))
    , m_rules(new QLabel(this))
    , m_selection(new QLabel(this))
    , m_zoom(makeZoom())
{
    setSizeGripEnabled(false);
    m_text->setObjectName(QStringLiteral("statusText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setContentsMargins(8, 0, 0, 0);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_text, 1);
    for (QToolButton* button : {m_errors, m_warnings, m_advice}) {
        button->setIconSize(QSize(13, 13));
        button->setToolTip(QStringLiteral("Show the findings"));
        connect(button, &QToolButton::clicked, this, &StatusLine::findingsClicked);
        addPermanentWidget(button);
    }
    m_quiet->setObjectName(QStringLiteral("quiet"));
    m_quiet->setToolTip(QStringLiteral("Badges and counts are quiet; press to have them back"));
    addPermanentWidget(m_quiet);
    m_quiet->hide();
    connect(m_quiet, &QToolButton::clicked, this, &StatusLine::loudAsked);
    m_packs->setObjectName(QStringLiteral("packsLeftOut"));
    m_packs->setIconSize(QSize(13, 13));
    m_packs->setToolTip(QStringLiteral("A rule pack that is switched on cannot be read; press to see why"));
    connect(m_packs, &QToolButton::clicked, this, &StatusLine::packsClicked);
    addPermanentWidget(m_packs);
    addPermanentWidget(m_rules);
    addPermanentWidget(m_selection);
    addPermanentWidget(m_zoom);
    connect(&editor.undoStack(), &QUndoStack::indexChanged, this, &StatusLine::takeStep);
    connect(&editor, &Editor::selectionChanged, this, &StatusLine::takeSelection);
    connect(&editor.document(), &Document::changed, this, &StatusLine::takeSelection);  // a renamed one
    connect(&analysis, &LiveAnalysis::reported, this, &StatusLine::takeReport);
    connect(&analysis, &LiveAnalysis::rulesChanged, this, &StatusLine::showCounts);
    connect(&theme, &Theme::changed, this, &StatusLine::showCounts);
    showCounts();
    takeSelection();
    setZoom(1);
}

QToolButton* StatusLine::makeZoom()
{
    QToolButton* button = makeLinkButton({}, this);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(QStringLiteral("Zoom"));
    button->setMinimumWidth(56);
    auto* menu = new QMenu(button);
    menu->addAction(QStringLiteral("Fit the design"), this, &StatusLine::fitClicked);
    menu->addSeparator();
    for (const int percent : {25, 50, 75, 100, 150, 200, 400})
        menu->addAction(QStringLiteral("%1 %").arg(percent), this, [this, percent] { emit zoomChosen(percent / 100.0); });
    button->setMenu(menu);
    return button;
}

void StatusLine::say(const QString& text)
{
    m_step.clear();
    m_text->setText(text);
}

void StatusLine::setZoom(double zoom)
{
    m_zoom->setText(QStringLiteral("%1 %").arg(qRound(zoom * 100)));
}

void StatusLine::setQuiet(bool quiet)
{
    m_isQuiet = quiet;
    for (QToolButton* button : {m_errors, m_warnings, m_advice})
        button->setVisible(!quiet);
    m_quiet->setVisible(quiet);
    if (!m_step.isEmpty())
        m_text->setText(m_step);
}

void StatusLine::setPacksLeftOut(int count)
{
    m_leftOut = count;
    showCounts();
}

void StatusLine::addToggle(QAction* action)
{
    QToolButton* button = makeIconButton(action->icon(), action->toolTip(), this);
    button->setDefaultAction(action);
    button->setIconSize(QSize(14, 14));
    addPermanentWidget(button);
}

void StatusLine::takeStep(int index)
{
    const QUndoStack& stack = m_editor.undoStack();
    if (stack.count() == 0) {
        m_step.clear();
        m_text->clear();
    } else if (index < m_index) {
        m_step = QStringLiteral("Undone: %1").arg(stack.text(index));
    } else if (index > 0) {
        m_step = stack.text(index - 1);
    }
    m_index = index;
    if (!m_step.isEmpty())
        m_text->setText(m_step);
}

void StatusLine::takeReport()
{
    showCounts();
    const QString delta = m_analysis.delta().text();
    if (!m_isQuiet && !m_step.isEmpty() && !delta.isEmpty())
        m_text->setText(QStringLiteral("%1 · %2").arg(m_step, delta));
}

void StatusLine::showCounts()
{
    const Report& report = m_analysis.report();
    const FindingCounts counts = countFindings(report.findings);
    const auto dress = [this](QToolButton* button, const QString& text, Severity severity) {
        button->setText(text);
        button->setIcon(QIcon(severityPixmap(severity, 13, m_theme.style(), devicePixelRatioF())));
    };
    dress(m_errors, counted(counts.errors, QStringLiteral("error"), QStringLiteral("errors")), Severity::Error);
    dress(m_warnings, counted(counts.warnings, QStringLiteral("warning"), QStringLiteral("warnings")), Severity::Warning);
    dress(m_advice, QStringLiteral("%1 advice").arg(counts.advice), Severity::Advice);
    dress(m_packs, QStringLiteral("%1 left out").arg(counted(m_leftOut, QStringLiteral("rule pack"), QStringLiteral("rule packs"))),
          Severity::Error);
    m_packs->setVisible(m_leftOut > 0);
    QStringList rules {report.rulesVersion.isEmpty() ? m_analysis.rules().version : report.rulesVersion};
    for (const RulePack& pack : m_analysis.rules().packs)
        rules << QStringLiteral("%1 %2").arg(pack.name, pack.version);
    const int stopped = int(report.stopped.size());
    m_rules->setText(QStringLiteral("rules %1").arg(rules.join(QStringLiteral(" + ")))
                     + (stopped ? QStringLiteral(" · %1 not judged").arg(counted(stopped, QStringLiteral("rule"), QStringLiteral("rules")))
                                : QString()));
}

void StatusLine::takeSelection()
{
    const QStringList& ids = m_editor.selection();
    if (ids.isEmpty())
        m_selection->setText(QStringLiteral("nothing selected"));
    else if (ids.size() == 1)
        m_selection->setText(m_editor.spokenName(ids.first()));
    else
        m_selection->setText(QStringLiteral("%1 selected").arg(ids.size()));
}

}  // namespace redoubt
