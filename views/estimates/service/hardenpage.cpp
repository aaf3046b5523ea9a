// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/service/hardenpage.h"

#include "model/design/names.h"
#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figurerow.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

constexpr double leastMinutes = 0.02;  ///< a second a year: below it there is nothing to harden
constexpr size_t mostDrawn = 24;

/// Short, for a pill: `53 min`, `4.4 min`, `8 s`.
QString pillText(double minutes)
{
    if (minutes < 1)
        return QStringLiteral("%1 s").arg(std::round(minutes * 60));
    if (minutes >= 10'000)
        return QStringLiteral("%1 h").arg(std::round(minutes / 60));
    return QStringLiteral("%1 min").arg(minutes < 9.95 ? std::round(minutes * 10) / 10 : std::round(minutes));
}

}  // namespace

HardenPage::HardenPage(const FigureContext& context, QWidget* parent)
    : FigurePage(context, parent)
    , m_table(new FigureTable(context.theme, QStringLiteral("harden"), this))
    , m_onDrawing(makeChip(QStringLiteral("Show on the drawing"), this))
    , m_words(makeLabel({}, "caption", this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_table->items().setHorizontalHeaderLabels({QStringLiteral("If it never failed"), {}, QStringLiteral("Saves a year"),
                                                QStringLiteral("Without people"), QStringLiteral("Share of it")});
    m_table->items().horizontalHeaderItem(2)->setToolTip(QStringLiteral("Downtime a year that goes, manual failover credited"));
    m_table->items().horizontalHeaderItem(3)->setToolTip(QStringLiteral("Downtime a year that goes when nobody acts"));
    m_table->items().horizontalHeaderItem(4)->setToolTip(QStringLiteral("Share of the automatic downtime that it takes part in"));
    m_table->setWidths({110, 120, 120, 84});
    m_table->setAccessibleName(QStringLiteral("What to harden next"));
    layout->addWidget(m_table, 1);
    layout->addWidget(makeRule(this));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 12, 5);
    foot->addWidget(m_words, 1);
    m_onDrawing->setAccessibleName(QStringLiteral("Show on the drawing what to harden"));
    foot->addWidget(m_onDrawing);
    layout->addLayout(foot);
    connect(m_onDrawing, &QToolButton::toggled, this, &HardenPage::draw);
    connect(m_table, &FigureTable::rowPointed, this, &FigurePage::pointed);
    connect(m_table, &FigureTable::rowChosen, this, [this](const QModelIndex& index) { emit revealed(FigureTable::idsOf(index)); });
}

bool HardenPage::isWatched() const
{
    return m_onDrawing->isChecked();
}

void HardenPage::clearExhibit()
{
    m_onDrawing->setChecked(false);
}

void HardenPage::compute()
{
    m_context.desk.ask(this, [id = subject()](const Topology& topology) {
        for (ServiceImportance& importance : importanceOf(topology))
            if (importance.service == id)
                return importance;
        return ServiceImportance {};
    }, [this](ServiceImportance importance) { take(std::move(importance)); });
}

void HardenPage::take(ServiceImportance importance)
{
    m_importance = std::move(importance);
    const Names names(m_context.editor.design());
    std::vector<FigureRow> rows;
    const double most = m_importance.components.empty() ? 0 : std::max(0.0, m_importance.components.front().gainMinutes);
    for (const ComponentImportance& each : m_importance.components) {
        const double gain = std::max(0.0, each.gainMinutes), alone = std::max(0.0, each.gainAutomaticMinutes);
        FigureRow row = figureRow({names.of(each.id), {}, durationText(gain), durationText(alone),
                                   QStringLiteral("%1 %").arg(100 * each.criticality, 0, 'g', 3)}, {each.id});
        row[1]->setData(most > 0 ? gain / most : 0.0, FieldDelegate::ShareRole);
        row[2]->setToolTip(QStringLiteral("%1 minutes a year").arg(gain, 0, 'g', 8));
        row[4]->setToolTip(QStringLiteral("The service works with a probability that is higher by %1 when it is up than when it is down.").arg(each.birnbaum, 0, 'g', 6));
        rows.push_back(row);
    }
    m_words->setText(rows.empty() ? QStringLiteral("Nothing in this service can fail.")
                                  : QStringLiteral("Downtime that goes when one component never fails. What saves most comes first."));
    m_table->take(rows);
    draw();
}

void HardenPage::draw()
{
    Exhibit exhibit;
    if (m_onDrawing->isChecked() && !m_importance.components.empty()) {
        const double most = m_importance.components.front().gainMinutes;
        for (size_t i = 0; i < std::min(mostDrawn, m_importance.components.size()); ++i) {
            const ComponentImportance& each = m_importance.components[i];
            if (each.gainMinutes < leastMinutes)
                break;
            exhibit.notes.push_back({each.id, Exhibit::Look::Weighed, each.gainMinutes / most, pillText(each.gainMinutes)});
        }
        QString name;
        for (const ServiceEstimate& service : m_context.analysis.report().services)
            if (service.id == m_importance.service)
                name = service.name;
        exhibit.legend = QStringLiteral("Harden next: %1").arg(name);
        exhibit.least = QStringLiteral("0");
        exhibit.most = QStringLiteral("%1 a year").arg(pillText(most));
    }
    setExhibit(std::move(exhibit));
    if (m_onDrawing->isChecked())
        refresh();
}

}  // namespace redoubt
