// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/judgementpanel.h"

#include "views/findings/findingspanel.h"
#include "views/findings/rulespage.h"
#include "views/findings/waiverspage.h"
#include "views/parts/elidedlabel.h"
#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace redoubt {

JudgementPanel::JudgementPanel(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_findings(new FindingsPanel(editor, analysis, theme, this))
    , m_rules(new RulesPage(editor, analysis, theme, this))
    , m_waivers(new WaiversPage(editor, analysis, theme, this))
    , m_pages(new QStackedWidget(this))
    , m_tabs(new QWidget(this))
{
    setObjectName(QStringLiteral("panel"));
    m_pages->setObjectName(QStringLiteral("judgementPages"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeNotice(theme));
    for (QWidget* page : std::initializer_list<QWidget*> {m_findings, m_rules, m_waivers})
        m_pages->addWidget(page);
    layout->addWidget(m_pages, 1);
    makeTabs();
    connect(m_findings, &FindingsPanel::revealed, this, &JudgementPanel::revealed);
    connect(m_findings, &FindingsPanel::placeRevealed, this, &JudgementPanel::placeRevealed);
    connect(m_findings, &FindingsPanel::referenceAsked, this, &JudgementPanel::referenceAsked);
    connect(m_findings, &FindingsPanel::fixAsked, this, &JudgementPanel::fixAsked);
    connect(m_findings, &FindingsPanel::fixAllAsked, this, &JudgementPanel::fixAllAsked);
    connect(m_rules, &RulesPage::revealed, this, &JudgementPanel::revealed);
    connect(m_rules, &RulesPage::referenceAsked, this, &JudgementPanel::referenceAsked);
    connect(m_rules, &RulesPage::findingsAsked, this, [this](const QString& rule) {
        show(Findings);
        m_findings->showRule(rule);
    });
    connect(m_waivers, &WaiversPage::revealed, this, &JudgementPanel::revealed);
    connect(m_waivers, &WaiversPage::referenceAsked, this, &JudgementPanel::referenceAsked);
    connect(&analysis, &LiveAnalysis::reported, this, &JudgementPanel::count);
    connect(&analysis, &LiveAnalysis::rulesChanged, this, &JudgementPanel::count);
    count();
    show(Findings);
}

QWidget* JudgementPanel::makeNotice(const Theme& theme)
{
    m_notice = new QFrame(this);
    m_notice->setObjectName(QStringLiteral("banner"));
    m_notice->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(14, 3, 10, 3);
    row->setSpacing(8);
    auto* picture = new QLabel(m_notice);
    const auto dress = [this, picture, &theme] {
        picture->setPixmap(severityPixmap(Severity::Error, 14, theme.style(), devicePixelRatioF()));
    };
    dress();
    connect(&theme, &Theme::changed, picture, dress);
    m_noticeText = new ElidedLabel("", m_notice);
    m_noticeText->setObjectName(QStringLiteral("noticeText"));
    QToolButton* follow = makeLinkButton(QStringLiteral("Preferences…"), m_notice);
    follow->setObjectName(QStringLiteral("noticeFollow"));
    connect(follow, &QToolButton::clicked, this, &JudgementPanel::noticeFollowed);
    row->addWidget(picture);
    row->addWidget(m_noticeText, 1);
    row->addWidget(follow);
    m_notice->hide();
    return m_notice;
}

void JudgementPanel::setNotice(const QString& text, const QString& details)
{
    m_noticeText->setText(text);
    m_noticeText->setToolTip(details);
    m_notice->setVisible(!text.isEmpty());
}

void JudgementPanel::makeTabs()
{
    auto* row = new QHBoxLayout(m_tabs);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    static const char* const names[] = {"findingsTab", "rulesTab", "waiversTab"};
    for (int page = Findings; page <= Waivers; ++page) {
        QToolButton* button = makeTab(names[page], {}, m_tabs);
        connect(button, &QToolButton::clicked, this, [this, page] { show(Page(page)); });
        row->addWidget(button);
        m_buttons << button;
    }
    row->addStretch(1);
}

void JudgementPanel::count()
{
    const auto waivers = m_editor.design().waivers.size();
    m_buttons[Findings]->setText(QStringLiteral("Findings"));
    m_buttons[Rules]->setText(QStringLiteral("Rules  %1").arg(m_analysis.rules().rules.size()));
    m_buttons[Waivers]->setText(waivers == 0 ? QStringLiteral("Waivers") : QStringLiteral("Waivers  %1").arg(waivers));
}

void JudgementPanel::show(Page page)
{
    m_pages->setCurrentIndex(page);
    m_buttons[page]->setChecked(true);
}

FindingsPanel& JudgementPanel::findings()
{
    show(Findings);
    return *m_findings;
}

RulesPage& JudgementPanel::rules()
{
    show(Rules);
    return *m_rules;
}

void JudgementPanel::setAuthor(const QString& author)
{
    m_findings->setAuthor(author);
}

}  // namespace redoubt
