// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"

#include "app/banner.h"
#include "app/preferencesdialog.h"
#include "app/referencecard.h"
#include "app/rulepacks.h"
#include "app/statusline.h"
#include "views/canvas/canvasview.h"
#include "views/findings/findingspanel.h"
#include "views/findings/fixpreview.h"
#include "views/findings/judgementpanel.h"
#include "views/findings/livedrawing.h"
#include "views/findings/rulespage.h"
#include "views/inspector/inspector.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>

// What concerns the judgement: findings, rules, waivers, fixes, rule packs; and the preferences, which own the packs.

namespace redoubt {

namespace {

constexpr qsizetype mostProblems = 12;  ///< of rule packs, in a tool tip

}  // namespace

void MainWindow::connectJudgement()
{
    connect(m_analysis, &LiveAnalysis::reported, m_canvas, &CanvasView::setReport);
    connect(m_packs, &RulePacks::changed, this, [this] {
        m_analysis->setRules(m_packs->rules());
        showPackProblems();
    });
    connect(m_analysis, &LiveAnalysis::reported, m_packs, [this](const Report& report) { m_packs->noteStopped(report.stopped); });
    connect(m_canvas, &CanvasView::findingActivated, this, [this](const QString& rule, const QStringList& subjects) {
        m_findingsDock->show();
        m_judgement->findings().showFinding(rule, subjects);
    });
    connect(m_inspector, &Inspector::findingChosen, this, [this](const QString& id) {
        m_findingsDock->show();
        m_judgement->findings().showAbout(id);
    });
    connect(m_judgement, &JudgementPanel::revealed, this, &MainWindow::reveal);
    connect(m_judgement, &JudgementPanel::referenceAsked, m_reference, &ReferenceCard::show);
    connect(m_judgement, &JudgementPanel::placeRevealed, m_canvas, &CanvasView::revealAt);
    connect(m_judgement, &JudgementPanel::fixAsked, this, &MainWindow::previewFixOf);
    connect(m_drawing, &LiveDrawing::looked, &m_judgement->findingsPage(), &FindingsPanel::setDrawing);
    connect(m_judgement, &JudgementPanel::fixAllAsked, m_fixes, &FixPreview::showAll);
    // A preview belongs to the finding it was asked for.
    connect(&m_judgement->findings(), &FindingsPanel::currentChanged, m_fixes, &FixPreview::cancel);
    connect(m_fixes, &FixPreview::said, m_status, &StatusLine::say);
    connect(m_reference, &ReferenceCard::chosen, m_files, &FileActions::openReference);
    connect(m_actions.nextFinding, &QAction::triggered, this, [this] { m_judgement->findings().step(1); });
    connect(m_actions.previousFinding, &QAction::triggered, this, [this] { m_judgement->findings().step(-1); });
    connectFindingActions();
    const auto tidy = [this](QAction* action, Fit fit) {
        connect(action, &QAction::triggered, this, [this, fit] {
            m_status->say(QStringLiteral("Looking for a tidy picture …"));
            m_fixes->tidy(fit);
        });
    };
    tidy(m_actions.tidy, Fit::Free);
    tidy(m_actions.tidySlide, Fit::Slide);
    tidy(m_actions.tidyA4, Fit::A4);
    connect(m_actions.allRules, &QAction::triggered, this, [this] { showTabOfJudgement(JudgementPanel::Rules); });
    connect(m_actions.allWaivers, &QAction::triggered, this, [this] { showTabOfJudgement(JudgementPanel::Waivers); });
    connect(m_status, &StatusLine::findingsClicked, this, [this] { showTabOfJudgement(JudgementPanel::Findings); });
    connect(m_status, &StatusLine::packsClicked, this, &MainWindow::showPreferences);
    connect(m_judgement, &JudgementPanel::noticeFollowed, this, &MainWindow::showPreferences);
    connect(m_status, &StatusLine::loudAsked, this, [this] { m_actions.whiteboard->setChecked(false); });
    connect(m_actions.whiteboard, &QAction::toggled, this, &MainWindow::setWhiteboard);
    connect(m_actions.preferences, &QAction::triggered, this, &MainWindow::showPreferences);
    m_judgement->setAuthor(m_preferences.author());
    m_actions.whiteboard->setChecked(m_preferences.whiteboard());
    showPackProblems();
}

void MainWindow::connectFindingActions()
{
    FindingsPanel* panel = &m_judgement->findingsPage();
    connect(panel, &FindingsPanel::choiceChanged, this, &MainWindow::enableFindingActions);
    connect(m_actions.previewFix, &QAction::triggered, this, [this, panel] { previewFixOf(*panel->current()); });
    connect(m_actions.fixAll, &QAction::triggered, panel, &FindingsPanel::fixAll);
    connect(m_actions.waive, &QAction::triggered, this, [this] {
        m_findingsDock->show();
        m_judgement->findings().waive();
    });
    enableFindingActions();
}

void MainWindow::previewFixOf(const Finding& finding)
{
    if (finding.ofDrawing)
        m_actions.tidy->trigger();
    else
        m_fixes->show(finding);
}

void MainWindow::enableFindingActions()
{
    const FindingsPanel& panel = m_judgement->findingsPage();
    const Finding* finding = m_files->hasDesign() ? panel.current() : nullptr;
    const bool open = finding && !finding->waived;
    const int alike = finding ? panel.fixableAlike() : 0;
    m_actions.previewFix->setEnabled(open && finding->fixable);
    m_actions.fixAll->setEnabled(open && finding->fixable && alike > 1);
    m_actions.fixAll->setText(alike > 1 ? QStringLiteral("Fix a&ll %1 of this rule").arg(alike) : QStringLiteral("Fix a&ll of this rule"));
    m_actions.waive->setEnabled(finding && !finding->ofDrawing);
    m_actions.waive->setText(finding && finding->waived ? QStringLiteral("&Withdraw the waiver") : QStringLiteral("&Waive…"));
}

void MainWindow::showPackProblems()
{
    QStringList lines;
    int leftOut = 0;
    for (const RulePacks::Entry& entry : m_packs->entries()) {
        leftOut += entry.problems.empty() ? 0 : 1;
        for (const Problem& problem : entry.problems)
            lines << QStringLiteral("%1, %2").arg(QFileInfo(entry.path).fileName(), problemText(problem));
    }
    QString notice;
    if (leftOut > 0)
        notice = leftOut == 1 ? QStringLiteral("A rule pack is left out: %1").arg(lines.first())
                              : QStringLiteral("%1 rule packs are left out. The first: %2").arg(leftOut).arg(lines.first());
    m_judgement->setNotice(notice, lines.mid(0, mostProblems).join(u'\n'));
    m_status->setPacksLeftOut(leftOut);
}

void MainWindow::showTabOfJudgement(int page)
{
    m_findingsDock->show();
    m_judgement->show(JudgementPanel::Page(page));
}

void MainWindow::setWhiteboard(bool on)
{
    m_preferences.setWhiteboard(on);
    m_canvas->showBadges(!on);
    m_status->setQuiet(on);
}

void MainWindow::showPreferences()
{
    if (auto* open = findChild<PreferencesDialog*>(QString(), Qt::FindDirectChildrenOnly)) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto* dialog = new PreferencesDialog(m_preferences, *m_packs, m_theme, [this](const QString& folder) {
        return QFileDialog::getOpenFileName(this, QStringLiteral("Add a rule pack"), folder,
                                            QStringLiteral("Rule packs (*.yaml *.yml)"));
    }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::themeChosen, this, &MainWindow::applyTheme);
    connect(dialog, &PreferencesDialog::authorChanged, m_judgement, &JudgementPanel::setAuthor);
    dialog->show();
}

void MainWindow::applyTheme()
{
    const Preferences::ThemeChoice choice = m_preferences.theme();
    // What the desktop likes is known before our own palette is set: at the next start.
    if (choice != Preferences::ThemeChoice::System)
        m_theme.setDark(choice == Preferences::ThemeChoice::Dark);
    const QSignalBlocker blocker(m_actions.darkTheme);
    m_actions.darkTheme->setChecked(m_theme.isDark());
}

void MainWindow::setDark(bool dark)
{
    if (dark == m_theme.isDark())
        return;
    m_theme.setDark(dark);
    m_preferences.setTheme(dark ? Preferences::ThemeChoice::Dark : Preferences::ThemeChoice::Light);
}

}  // namespace redoubt
