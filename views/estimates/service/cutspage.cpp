// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/service/cutspage.h"

#include "model/design/names.h"
#include "model/analysis/outlook.h"
#include "views/estimates/figures/figurerow.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace redoubt {

namespace {

constexpr size_t mostShown = 300;  ///< of each order; a longer list is nothing to read

/// How long a year all of them are down at once, and how the service stands then.
std::vector<CutsPage::Cut> judged(const Topology& topology, const QString& id, const std::vector<QStringList>& sets)
{
    Structure structure(topology, {});
    const std::vector<Service> services = structure.services();
    const auto service = std::find_if(services.begin(), services.end(), [&](const Service& s) { return s.id == id; });
    if (service == services.end())
        return {};
    const ServiceFunctions functions(structure.diagram(), service->need);
    std::vector<CutsPage::Cut> result;
    for (const QStringList& set : sets) {
        CutsPage::Cut cut {set, minutesYear, ServiceState::Down};
        std::vector<int> levels;
        for (const QString& component : set)
            if (const auto level = structure.components().levelOf(component)) {
                levels.push_back(*level);
                cut.minutesYear *= 1 - structure.components().figureAt(*level).availability;
            }
        std::sort(levels.begin(), levels.end());
        cut.then = functions.stateWith(structure.diagram(), levels);
        result.push_back(std::move(cut));
    }
    std::stable_sort(result.begin(), result.end(), [](const CutsPage::Cut& a, const CutsPage::Cut& b) {
        return a.ids.size() != b.ids.size() ? a.ids.size() < b.ids.size() : a.minutesYear > b.minutesYear;
    });
    return result;
}

}  // namespace

CutsPage::CutsPage(const FigureContext& context, QWidget* parent)
    : FigurePage(context, parent)
    , m_table(new FigureTable(context.theme, QStringLiteral("cuts"), this))
    , m_words(makeLabel({}, "caption", this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_table->setRootIsDecorated(true);
    m_table->items().setHorizontalHeaderLabels({QStringLiteral("Failures that stop it"), QStringLiteral("At once, a year"), QStringLiteral("The service is then")});
    m_table->setWidths({140, 150});
    m_table->setAccessibleName(QStringLiteral("Smallest sets of failures"));
    layout->addWidget(m_table, 1);
    layout->addWidget(makeRule(this));
    m_words->setContentsMargins(12, 5, 12, 6);
    layout->addWidget(m_words);
    connect(m_table, &FigureTable::rowPointed, this, &FigurePage::pointed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CutsPage::draw);
}

void CutsPage::compute()
{
    std::vector<QStringList> sets;
    for (const ServiceEstimate& service : m_context.analysis.report().services)
        if (service.id == subject())
            sets = service.cutSets;
    m_context.desk.ask(this, [id = subject(), sets](const Topology& topology) { return judged(topology, id, sets); },
                       [this](const std::vector<Cut>& cuts) { take(cuts); });
}

void CutsPage::take(const std::vector<Cut>& cuts)
{
    static const QStringList titles {QStringLiteral("Single points of failure"), QStringLiteral("Two together"), QStringLiteral("Three together")};
    const Names names(m_context.editor.design());
    const Style& style = m_context.theme.style();
    std::vector<FigureRow> rows;
    std::array<size_t, 3> counts {};
    for (const Cut& cut : cuts) {
        const size_t order = size_t(cut.ids.size());
        if (order < 1 || order > 3)
            continue;
        ++counts[order - 1];
    }
    for (size_t order = 1; order <= 3; ++order) {
        if (counts[order - 1] == 0)
            continue;
        FigureRow heading = headingRow(QStringLiteral("%1  %2").arg(titles[qsizetype(order) - 1]).arg(counts[order - 1]), 3);
        size_t shown = 0;
        for (const Cut& cut : cuts) {
            if (size_t(cut.ids.size()) != order || shown == mostShown)
                continue;
            ++shown;
            FigureRow row = figureRow({names.of(cut.ids), durationText(cut.minutesYear), {}}, cut.ids);
            showState(row, 2, cut.then, style);
            heading.front()->appendRow(row);
        }
        if (shown < counts[order - 1])
            heading.front()->appendRow(figureRow({QStringLiteral("%1 more, each less likely").arg(counts[order - 1] - shown), {}, {}}));
        rows.push_back(heading);
    }
    m_words->setText(cuts.empty() ? QStringLiteral("No three failures together stop it.")
                     : counts[0] == 0 ? QStringLiteral("No single point of failure. Choose a row to see it on the drawing.")
                                      : QStringLiteral("Each row alone is enough, everything else working. Choose one to see it on the drawing."));
    m_table->take(rows);
    draw(m_table->currentIndex());
}

void CutsPage::draw(const QModelIndex& index)
{
    exhibitLost(FigureTable::idsOf(index));
}

void CutsPage::hideEvent(QHideEvent* event)
{
    FigurePage::hideEvent(event);
    clearExhibit();
}

}  // namespace redoubt
