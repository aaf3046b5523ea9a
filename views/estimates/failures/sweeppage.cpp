// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/failures/sweeppage.h"

#include "views/estimates/failures/sweepmodel.h"
#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr size_t mostPairs = 60'000;
constexpr int stateWidth = 132;

}  // namespace

SweepPage::SweepPage(const FigureContext& context, QWidget* parent)
    : FigurePage(context, parent)
    , m_model(new SweepModel(context.theme.style(), this))
    , m_view(new QTreeView(this))
    , m_search(makeSearch(QStringLiteral("What fails"), context.theme, this))
    , m_singles(makeChip(QStringLiteral("Singles"), this))
    , m_doubles(makeChip(QStringLiteral("Pairs"), this))
    , m_words(makeLabel({}, "caption", this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFilters());
    layout->addWidget(makeRule(this));
    m_view->setObjectName(QStringLiteral("sweep"));
    m_view->setAccessibleName(QStringLiteral("All single and double failures"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FieldDelegate(context.theme, m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setHighlightSections(false);
    m_view->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->header()->setMinimumSectionSize(80);
    layout->addWidget(m_view, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SweepPage::draw);
    connect(m_view, &QTreeView::entered, this, [this](const QModelIndex& index) { emit pointed(FigureTable::idsOf(index)); });
    connect(m_view, &QTreeView::viewportEntered, this, [this] { emit pointed({}); });
    connect(&context.theme, &Theme::changed, this, [this] { m_model->setStyle(m_context.theme.style()); });
}

QWidget* SweepPage::makeFilters()
{
    auto* bar = new QWidget(this);
    auto* flow = new FlowLayout(bar, 6);
    flow->setContentsMargins(12, 5, 12, 5);
    m_search->setObjectName(QStringLiteral("sweepSearch"));
    m_search->setFixedWidth(170);
    flow->addWidget(m_search);
    for (QToolButton* chip : {m_singles, m_doubles}) {
        chip->setChecked(true);
        flow->addWidget(chip);
    }
    for (const ServiceState state : {ServiceState::Working, ServiceState::Degraded, ServiceState::NeedsPerson, ServiceState::Down}) {
        QToolButton* chip = makeChip(stateWords(state), bar);
        chip->setChecked(state != ServiceState::Working);
        chip->setProperty("state", int(state));
        m_states << chip;
    }
    for (qsizetype i = m_states.size(); i-- > 0;)  // the worst first, as in the table
        flow->addWidget(m_states[i]);
    flow->addWidget(m_words);
    for (QToolButton* chip : m_states + QList<QToolButton*> {m_singles, m_doubles})
        connect(chip, &QToolButton::toggled, this, &SweepPage::filter);
    connect(m_search, &QLineEdit::textChanged, this, &SweepPage::filter);
    return bar;
}

void SweepPage::compute()
{
    m_context.desk.ask(this, [](const Topology& topology) { return sweepFailures(topology, mostPairs); },
                       [this](FailureSweep sweep) { take(std::move(sweep)); });
}

void SweepPage::take(FailureSweep sweep)
{
    QHash<QString, QString> names;
    for (const ServiceEstimate& service : m_context.analysis.report().services)
        names[service.id] = service.name;
    const bool complete = sweep.complete;
    m_model->show(std::move(sweep), m_context.editor.design(), names, subject());
    m_doubles->setEnabled(complete);
    m_doubles->setToolTip(complete ? QString() : QStringLiteral("Too many pairs in this design: only single failures were tried."));
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    int states = 0;
    for (int i = 1; i < m_model->columnCount(); ++i) {
        const QString title = m_model->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString();
        const int wide = std::max(stateWidth, m_view->header()->fontMetrics().horizontalAdvance(title) + 24);
        m_view->header()->setSectionResizeMode(i, QHeaderView::Interactive);
        m_view->header()->resizeSection(i, wide);
        states += wide;
    }
    // Many services need more room than there is: then the names keep a width of their own.
    if (states > width() - 320) {
        m_view->header()->setSectionResizeMode(0, QHeaderView::Interactive);
        m_view->header()->resizeSection(0, 340);
    }
    for (QToolButton* chip : std::as_const(m_states)) {
        const auto state = ServiceState(chip->property("state").toInt());
        chip->setText(QStringLiteral("%1  %2").arg(stateWords(state)).arg(m_model->countOf(state)));
    }
    filter();
}

void SweepPage::filter()
{
    SweepFilter filter;
    filter.words = m_search->text();
    filter.singles = m_singles->isChecked();
    filter.doubles = m_doubles->isChecked();
    for (const QToolButton* chip : std::as_const(m_states))
        if (chip->isChecked())
            filter.states << ServiceState(chip->property("state").toInt());
    m_model->filter(filter);
    m_words->setText(counted(m_model->rowCount(), QStringLiteral("failure"), QStringLiteral("failures")));
    draw();
}

void SweepPage::draw()
{
    exhibitLost(FigureTable::idsOf(m_view->currentIndex()));
}

void SweepPage::hideEvent(QHideEvent* event)
{
    FigurePage::hideEvent(event);
    clearExhibit();
}

}  // namespace redoubt
