// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/figures/figurespanel.h"

#include "model/design/numberwords.h"
#include "views/estimates/budget/budgetpage.h"
#include "views/estimates/failures/quorumpage.h"
#include "views/estimates/failures/recoverypage.h"
#include "views/estimates/failures/sweeppage.h"
#include "views/estimates/service/cutspage.h"
#include "views/estimates/service/hardenpage.h"
#include "views/estimates/service/numberpage.h"
#include "views/estimates/service/targetpage.h"
#include "views/parts/calmcombo.h"
#include "views/parts/panels.h"
#include "views/parts/words.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace redoubt {

FiguresPanel::FiguresPanel(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_desk(editor)
    , m_tabs(new QWidget(this))
    , m_subjects(new CalmCombo(this))
    , m_figure(makeLabel({}, "", this))
    , m_downtime(makeLabel({}, "secondary", this))
    , m_header(makeHeader())
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("panel"));
    const FigureContext context {editor, analysis, theme, m_desk};
    auto* quorum = new QuorumPage(context, this);
    m_all = {new NumberPage(context, this), new CutsPage(context, this), new HardenPage(context, this), new TargetPage(context, this),
             new SweepPage(context, this), new RecoveryPage(context, this), quorum, new BudgetPage(context, this)};
    for (FigurePage* page : std::as_const(m_all)) {
        m_pages->addWidget(page);
        connect(page, &FigurePage::revealed, this, &FiguresPanel::revealed);
        connect(page, &FigurePage::previewAsked, this, &FiguresPanel::previewAsked);
        connect(page, &FigurePage::exhibited, this, &FiguresPanel::collect);
        connect(page, &FigurePage::pointed, this, [this](const QStringList& ids) {
            m_pointed = ids;
            collect();
        });
    }
    m_pages->addWidget(makeEmptyState(QStringLiteral("No service yet"),
                                      QStringLiteral("Figures stand here as soon as the design has web servers, a cloud service or a "
                                                     "vault whose availability can be worked out."), this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_pages, 1);
    makeTabs();
    connect(quorum, &QuorumPage::told, this, &FiguresPanel::tipsChanged);
    connect(m_subjects, &QComboBox::activated, this, &FiguresPanel::choose);
    connect(&analysis, &LiveAnalysis::reported, this, &FiguresPanel::follow);
    follow();
    show(Number);
}

FiguresPanel::~FiguresPanel()
{
    // Pages go before the desk that answers them, and none of them comes in sight while another goes.
    m_pages->hide();
    qDeleteAll(m_all);
}

QWidget* FiguresPanel::makeHeader()
{
    auto* header = new QWidget(this);
    auto* outer = new QVBoxLayout(header);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 5, 12, 5);
    row->setSpacing(12);
    m_subjects->setObjectName(QStringLiteral("figureSubject"));
    m_subjects->setAccessibleName(QStringLiteral("Service or vault"));
    m_subjects->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_subjects->setMaximumWidth(300);
    row->addWidget(m_subjects);
    m_figure->setStyleSheet(QStringLiteral("font-size: 16px; font-weight: 600;"));
    m_figure->setObjectName(QStringLiteral("serviceFigure"));
    row->addWidget(m_figure);
    m_downtime->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_downtime, 1);
    outer->addLayout(row);
    outer->addWidget(makeRule(header));
    return header;
}

void FiguresPanel::makeTabs()
{
    static const struct {
        const char* name;
        const char* text;
        const char* tip;
    } tabs[PageCount] = {
        {"numberTab", "The number", "How the figure of a service comes about, with every input"},
        {"cutsTab", "What stops it", "Single points of failure, and which failures together stop a service"},
        {"hardenTab", "Harden next", "Which component costs most downtime"},
        {"targetTab", "Target", "The cheapest changes that reach the target"},
        {"sweepTab", "Failures", "Every single and double failure with its verdict"},
        {"recoveryTab", "Recovery", "Recovery time and recovery point per data set"},
        {"quorumTab", "Quorum", "Votes of the clusters and which losses they survive"},
        {"budgetTab", "Vault calls", "Call budget of the vaults"},
    };
    auto* row = new QHBoxLayout(m_tabs);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int page = 0; page < PageCount; ++page) {
        QToolButton* button = makeTab(tabs[page].name, QString::fromLatin1(tabs[page].text), m_tabs);
        button->setToolTip(QString::fromLatin1(tabs[page].tip));
        connect(button, &QToolButton::clicked, this, [this, page] { show(Page(page)); });
        row->addWidget(button);
        m_buttons << button;
    }
    row->addStretch(1);
}

void FiguresPanel::follow()
{
    const Report& report = m_analysis.report();
    const bool services = !report.services.empty();
    const auto known = std::any_of(report.services.begin(), report.services.end(), [this](const ServiceEstimate& s) { return s.id == m_service; });
    if (!known)
        m_service = services ? report.services.front().id : QString();
    QStringList tenants, clusters;
    for (auto it = m_editor.design().elements.cbegin(); it != m_editor.design().elements.cend(); ++it)
        if (it.value()->kind == QLatin1String("dsv-tenant"))
            tenants << it.key().value;
    for (auto it = m_editor.design().groups.cbegin(); it != m_editor.design().groups.cend(); ++it)
        if (it.value()->kind == QLatin1String("wsfc"))
            clusters << it.key().value;
    if (!tenants.contains(m_tenant))
        m_tenant = tenants.value(0);
    m_buttons[Quorum]->setVisible(!clusters.isEmpty());
    m_buttons[Budget]->setVisible(!tenants.isEmpty());
    if ((m_page == Quorum && clusters.isEmpty()) || (m_page == Budget && tenants.isEmpty()))
        show(Number);
    else
        showSubjects();
    showPage();
}

void FiguresPanel::showSubjects()
{
    const QSignalBlocker blocker(m_subjects);
    m_subjects->clear();
    if (isOfService()) {
        for (const ServiceEstimate& service : m_analysis.report().services)
            m_subjects->addItem(service.name, service.id);
    } else {
        for (auto it = m_editor.design().elements.cbegin(); it != m_editor.design().elements.cend(); ++it)
            if (it.value()->kind == QLatin1String("dsv-tenant"))
                m_subjects->addItem(m_editor.design().displayName(it.key().value), it.key().value);
    }
    m_subjects->setCurrentIndex(m_subjects->findData(isOfService() ? m_service : m_tenant));
    m_header->setVisible(m_page != Target && m_page != Recovery && m_page != Quorum && (m_page != Budget || m_subjects->count() > 1) && m_subjects->count() > 0);
    for (int page = 0; page < PageCount; ++page)
        m_all[page]->setSubject(page == Budget ? m_tenant : m_service);
    showFigure();
}

void FiguresPanel::choose()
{
    const QString id = m_subjects->currentData().toString();
    (isOfService() ? m_service : m_tenant) = id;
    showSubjects();
}

void FiguresPanel::showFigure()
{
    m_figure->setVisible(isOfService());
    m_downtime->setVisible(isOfService());
    for (const ServiceEstimate& service : m_analysis.report().services) {
        if (service.id != m_service)
            continue;
        m_figure->setText(percentWords(service.withManualFailover));
        m_figure->setToolTip(percentInFull(service.withManualFailover));
        QString words = QStringLiteral("down %1, %2 a month").arg(downtimeText(service.downtimeMinutesYear), durationText(service.downtimeMinutesYear / 12));
        if (service.withManualFailover - service.automatic > 1e-12)
            words += QStringLiteral(" · automatic only %1").arg(percentWords(service.automatic));
        m_downtime->setText(words);
        m_downtime->setToolTip(words);
    }
}

void FiguresPanel::show(Page page)
{
    m_page = page;
    m_buttons[page]->setChecked(true);
    showPage();
    showSubjects();
}

void FiguresPanel::showPage()
{
    m_pages->setCurrentIndex(isOfService() && m_analysis.report().services.empty() ? int(PageCount) : int(m_page));
}

void FiguresPanel::showService(const QString& id, Page page)
{
    m_service = id;
    show(page);
}

void FiguresPanel::showBudget(const QString& tenant)
{
    m_tenant = tenant;
    show(Budget);
}

void FiguresPanel::clearExhibits()
{
    for (FigurePage* page : std::as_const(m_all))
        page->clearExhibit();
}

void FiguresPanel::collect()
{
    Exhibit all;
    for (const FigurePage* page : std::as_const(m_all)) {
        const Exhibit& each = page->exhibit();
        all.notes.insert(all.notes.end(), each.notes.begin(), each.notes.end());
        if (!each.legend.isEmpty()) {
            all.legend = each.legend;
            all.least = each.least;
            all.most = each.most;
        }
    }
    for (const QString& id : std::as_const(m_pointed)) {
        const Group* group = m_editor.design().group({id});
        const bool marked = std::any_of(all.notes.begin(), all.notes.end(), [&](const Exhibit::Note& note) { return note.id == id && note.look == Exhibit::Look::Lost; });
        if (marked)
            continue;
        if (!group)
            all.notes.push_back({id, Exhibit::Look::Pointed, 1, {}});
        else
            for (const GroupMember& member : group->members)
                all.notes.push_back({member.element.value, Exhibit::Look::Pointed, 1, {}});
    }
    emit exhibitChanged(all);
}

}  // namespace redoubt
