// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingdetails.h"

#include "views/findings/explanation.h"
#include "views/findings/findingsmodel.h"
#include "views/findings/packwords.h"
#include "views/findings/waiverform.h"
#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace redoubt {

FindingDetails::FindingDetails(Editor& editor, const LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_pages(new QStackedWidget(this))
    , m_words(new Explanation(this))
    , m_actions(new QStackedWidget(this))
    , m_form(new WaiverForm(QStringLiteral("Waive"), theme, this))
    , m_fix(new QPushButton(QStringLiteral("Preview the fix"), this))
    , m_fixAll(new QPushButton(this))
    , m_waive(new QPushButton(QStringLiteral("Waive…"), this))
    , m_withdraw(new QPushButton(QStringLiteral("Withdraw waiver"), this))
    , m_waiver(makeText({}, "secondary", this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* page = new QWidget(this);
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    pageLayout->addWidget(m_words, 1);
    pageLayout->addWidget(makeRule(page));
    m_actions->addWidget(makeActions());
    m_actions->addWidget(m_form);
    m_actions->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    pageLayout->addWidget(m_actions);
    m_pages->addWidget(makeEmptyState(QStringLiteral("Nothing selected"),
                                      QStringLiteral("Select a finding to read why it matters and what to do."), this));
    m_pages->addWidget(page);
    layout->addWidget(m_pages);
    connect(m_words, &Explanation::revealed, this, &FindingDetails::revealed);
    connect(m_words, &Explanation::referenceAsked, this, &FindingDetails::referenceAsked);
    connect(m_form, &WaiverForm::accepted, this, &FindingDetails::waive);
    connect(m_form, &WaiverForm::cancelled, this, [this] { openForm(false); });
    openForm(false);
}

QWidget* FindingDetails::makeActions()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    m_fix->setObjectName(QStringLiteral("previewFix"));
    m_fix->setProperty("primary", true);
    m_fixAll->setObjectName(QStringLiteral("fixAll"));
    m_waive->setObjectName(QStringLiteral("waive"));
    m_withdraw->setObjectName(QStringLiteral("unwaive"));
    layout->addWidget(m_fix);
    layout->addWidget(m_fixAll);
    layout->addWidget(m_waiver, 1);
    layout->addStretch(0);
    layout->addWidget(m_waive);
    layout->addWidget(m_withdraw);
    connect(m_fix, &QPushButton::clicked, this, [this] { emit fixAsked(*m_finding); });
    connect(m_fixAll, &QPushButton::clicked, this, [this] { emit fixAllAsked(m_finding->rule); });
    connect(m_waive, &QPushButton::clicked, this, [this] { openForm(true); });
    connect(m_withdraw, &QPushButton::clicked, this, &FindingDetails::unwaive);
    return bar;
}

void FindingDetails::openForm(bool open)
{
    if (open)
        m_form->show(m_drafts.take(findingKey(*m_finding)), author(), {});
    m_actions->setCurrentIndex(open ? 1 : 0);
    // The row is as high as what it shows, not as the higher of the two.
    m_actions->setFixedHeight(m_actions->currentWidget()->sizeHint().height());
    if (open)
        m_form->focusReason();
}

QString FindingDetails::author() const
{
    const QString author = m_editor.design().settingText(QStringLiteral("author"));
    return author.isEmpty() ? m_author : author;
}

void FindingDetails::show(const Finding* finding)
{
    if (!finding) {
        m_finding.reset();
        openForm(false);
        m_pages->setCurrentIndex(0);
        return;
    }
    const bool same = m_finding && findingKey(*m_finding) == findingKey(*finding);
    if (!same && m_finding && m_actions->currentIndex() == 1)
        m_drafts[findingKey(*m_finding)] = m_form->reason();
    const bool unchanged = same && *m_finding == *finding;
    m_finding = *finding;
    if (!same)
        openForm(false);
    if (!unchanged)
        explain(*finding);
    showActions();
    m_pages->setCurrentIndex(1);
}

void FindingDetails::explain(const Finding& finding)
{
    m_words->clear();
    m_words->addTitle(finding.title, finding.message);
    m_words->addThings({}, m_editor.design(), finding.subjects);
    const Rule* rule = (finding.ofDrawing ? drawingRules() : m_analysis.rules()).rule(finding.rule);
    if (rule)
        m_words->addRule(*rule);
    QStringList changed;
    for (const RulePack& pack : m_analysis.rules().packs)
        for (const RuleChange& change : pack.changes)
            if (change.rule == finding.rule)
                changed << QStringLiteral("%1: %2").arg(pack.name, changeWords(change));
    m_words->addBlock(QStringLiteral("Changed by your rule packs"), changed.join(u'\n'));
    m_words->addBlock(QStringLiteral("Rule"),
                      QStringLiteral("%1 · %2 · %3").arg(finding.rule, areaName(finding.rule),
                                                     finding.ofDrawing ? QStringLiteral("Never counted") : severityWord(finding.severity))
                          + (rule && !rule->severityNote.isEmpty() ? QStringLiteral(" (%1)").arg(rule->severityNote) : QString()));
    m_words->finish();
}

void FindingDetails::showActions()
{
    const Waiver* waiver = m_finding->waived ? waiverOf(m_editor.design().waivers, *m_finding) : nullptr;
    if (waiver) {
        const QString signature = waiverSignature(*waiver);
        m_waiver->setText(QStringLiteral("Waived: %1").arg(waiver->reason)
                          + (signature.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(signature)));
    }
    const int alike = fixableAlike();
    m_fix->setText(m_finding->ofDrawing ? QStringLiteral("Preview a tidy drawing") : QStringLiteral("Preview the fix"));
    m_fix->setVisible(m_finding->fixable && !waiver);
    m_fixAll->setVisible(m_finding->fixable && !waiver && alike > 1);
    m_fixAll->setText(QStringLiteral("Fix all %1").arg(alike));
    m_fixAll->setToolTip(QStringLiteral("Preview the fix of all %1 findings of this rule as one step").arg(alike));
    m_waiver->setVisible(waiver);
    m_withdraw->setVisible(waiver);
    m_waive->setVisible(!waiver && !m_finding->ofDrawing);
    m_actions->setFixedHeight(m_actions->currentWidget()->sizeHint().height());
}

int FindingDetails::fixableAlike() const
{
    if (!m_finding)
        return 0;
    const auto& all = m_analysis.report().findings;
    return int(std::count_if(all.begin(), all.end(), [this](const Finding& other) {
        return other.rule == m_finding->rule && other.fixable && !other.waived;
    }));
}

void FindingDetails::waiveOrWithdraw()
{
    if (!m_finding || m_finding->ofDrawing)
        return;
    if (m_finding->waived)
        unwaive();
    else
        openForm(true);
}

void FindingDetails::waive()
{
    if (!m_finding || !m_form->isComplete())
        return;
    Patch patch;
    patch.waivers = withWaiver(m_editor.design().waivers, *m_finding, m_form->reason(), m_form->by(), QDate::currentDate(),
                               m_form->expires());
    openForm(false);
    m_editor.apply(std::move(patch), QStringLiteral("Waive %1").arg(m_finding->rule));
}

void FindingDetails::unwaive()
{
    if (!m_finding)
        return;
    Patch patch;
    patch.waivers = withoutWaiver(m_editor.design().waivers, *m_finding);
    m_editor.apply(std::move(patch), QStringLiteral("Withdraw the waiver of %1").arg(m_finding->rule));
}

}  // namespace redoubt
