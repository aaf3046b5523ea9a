// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/service/targetpage.h"

#include "model/design/numberwords.h"
#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figurerow.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr int ChangeRole = Qt::UserRole + 50;  ///< index among the single changes; behind them those of the plan
const QString targetSetting = QStringLiteral("sla-target");

}  // namespace

TargetPage::TargetPage(const FigureContext& context, QWidget* parent)
    : FigurePage(context, parent)
    , m_words(makeText({}, "secondary", this))
    , m_table(new FigureTable(context.theme, QStringLiteral("improvements"), this))
    , m_preview(new QPushButton(QStringLiteral("Preview"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 6, 12, 6);
    top->setSpacing(8);
    top->addWidget(makeLabel(QStringLiteral("Target"), "secondary", this));
    top->addWidget(makeField());
    m_words->setObjectName(QStringLiteral("targetWords"));
    top->addWidget(m_words, 1);
    m_preview->setObjectName(QStringLiteral("previewChange"));
    m_preview->setToolTip(QStringLiteral("See the change on the drawing before it is made"));
    top->addWidget(m_preview);
    layout->addLayout(top);
    layout->addWidget(makeRule(this));
    m_table->setRootIsDecorated(true);
    m_table->items().setHorizontalHeaderLabels({QStringLiteral("Change"), QStringLiteral("Saves a year"), QStringLiteral("New machines"), QStringLiteral("Target")});
    m_table->setWidths({124, 96, 128});
    m_table->setAccessibleName(QStringLiteral("Changes that reach the target"));
    layout->addWidget(m_table, 1);
    connect(m_table, &FigureTable::rowPointed, this, &FigurePage::pointed);
    connect(m_table, &FigureTable::doubleClicked, this, &TargetPage::preview);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { m_preview->setEnabled(index.siblingAtColumn(0).data(ChangeRole).isValid()); });
    connect(m_preview, &QPushButton::clicked, this, [this] { preview(m_table->currentIndex()); });
    connect(&context.editor.document(), &Document::changed, this, &TargetPage::showField);
    m_preview->setEnabled(false);
    showField();
}

QWidget* TargetPage::makeField()
{
    const PropertyDef* def = m_context.editor.catalog().setting(targetSetting);
    Q_ASSERT(def);
    m_field = makeEditor(*def, {m_context.editor, m_context.theme}, this);
    m_field->setFixedWidth(104);
    connect(m_field, &PropertyEditor::edited, this, [this](const std::optional<PropertyValue>& value) { m_context.editor.setSetting(targetSetting, value); });
    connect(m_field, &PropertyEditor::finished, this, [this] { m_context.editor.endMerge(); });
    connect(m_field, &PropertyEditor::complained, this, [this](const QString& problem) {
        if (!problem.isEmpty())
            m_words->setText(problem);
    });
    return m_field;
}

void TargetPage::showField()
{
    FieldState state;
    const Design& design = m_context.editor.design();
    if (const auto given = design.settings.constFind(targetSetting); given != design.settings.cend())
        state.given = *given;
    m_field->show(state);
}

std::optional<double> TargetPage::target() const
{
    const auto value = m_context.editor.catalog().value(m_context.editor.design(), targetSetting);
    return value ? value->number() : std::nullopt;
}

void TargetPage::compute()
{
    const std::optional<double> wanted = target();
    if (!wanted) {
        take({});
        m_words->setText(QStringLiteral("Give the availability that every service must reach, for example 99.95 %."));
        return;
    }
    if (m_table->items().rowCount() == 0)
        m_words->setText(QStringLiteral("Trying changes…"));
    m_context.desk.ask(this, [target = *wanted](const Topology& topology) { return improvementsFor(topology.design(), topology.catalog(), target); },
                       [this](ImprovementPlan plan) { take(std::move(plan)); });
}

QString TargetPage::effectOf(const Improvement& change) const
{
    QStringList parts;
    for (const Improvement::Effect& effect : change.effects) {
        if (effect.after - effect.before < 1e-9)
            continue;
        QString name = effect.service;
        for (const ServiceEstimate& service : m_context.analysis.report().services)
            if (service.id == effect.service)
                name = service.name;
        parts << QStringLiteral("%1: %2 → %3").arg(name, percentWords(effect.before), percentWords(effect.after));
    }
    return parts.join(QStringLiteral("; "));
}

/// `Secret Server sign-in and Rotation, Site A miss it`; many are counted.
QString TargetPage::missedWords() const
{
    constexpr qsizetype mostNamed = 2;
    QStringList names;
    for (const ServiceEstimate& service : m_context.analysis.report().services)
        if (m_plan.missed.contains(service.id))
            names << service.name;
    if (names.size() > mostNamed)
        return QStringLiteral("%1 and %2 others miss it").arg(names.front()).arg(names.size() - 1);
    return QStringLiteral("%1 %2").arg(names.join(QStringLiteral(" and ")), names.size() == 1 ? QStringLiteral("misses it") : QStringLiteral("miss it"));
}

QList<QStandardItem*> TargetPage::rowOf(const Improvement& change) const
{
    QString text = change.text;
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    FigureRow row = figureRow({text, durationText(std::max(0.0, change.gainMinutes)),
                               change.machines == 0 ? QStringLiteral("none") : QString::number(change.machines),
                               change.reaches ? QStringLiteral("met") : QStringLiteral("nearer")}, change.ids);
    const Style& style = m_context.theme.style();
    row[3]->setForeground(change.reaches ? readable(style.good, style.panel, 4.5) : style.secondaryText);
    row[3]->setData(change.reaches, FieldDelegate::StrongRole);
    row.front()->setToolTip(effectOf(change));
    return row;
}

void TargetPage::take(ImprovementPlan plan)
{
    m_plan = std::move(plan);
    std::vector<FigureRow> rows;
    const auto add = [&](const QString& title, const std::vector<Improvement>& changes, size_t first) {
        if (changes.empty())
            return;
        FigureRow heading = headingRow(title, 4);
        for (size_t i = 0; i < changes.size(); ++i) {
            FigureRow row = rowOf(changes[i]);
            row.front()->setData(int(first + i), ChangeRole);
            heading.front()->appendRow(row);
        }
        rows.push_back(heading);
    };
    add(QStringLiteral("One change"), m_plan.changes, 0);
    if (m_plan.plan.size() > 1)
        add(QStringLiteral("One after the other"), m_plan.plan, m_plan.changes.size());
    m_table->take(rows);
    for (int i = 0; i < m_table->items().rowCount(); ++i)
        m_table->setFirstColumnSpanned(i, {}, true);
    m_preview->setEnabled(m_table->currentIndex().siblingAtColumn(0).data(ChangeRole).isValid());
    const QString missed = missedWords();
    QStringList all;
    for (const ServiceEstimate& service : m_context.analysis.report().services)
        if (m_plan.missed.contains(service.id))
            all << QStringLiteral("%1: %2").arg(service.name, percentWords(service.withManualFailover));
    m_words->setToolTip(all.join(QLatin1Char('\n')));
    m_words->setText(m_plan.missed.isEmpty()    ? QStringLiteral("Every service meets it.")
                     : m_plan.changes.empty()   ? QStringLiteral("%1. None of the small changes that Redoubt knows helps.").arg(missed)
                     : m_plan.reached           ? QStringLiteral("%1. Cheapest first; choose one and preview it.").arg(missed)
                                                : QStringLiteral("%1. Up to three small changes bring them nearer, not there.").arg(missed));
}

void TargetPage::preview(const QModelIndex& index)
{
    const QVariant which = index.siblingAtColumn(0).data(ChangeRole);
    if (!which.isValid())
        return;
    const size_t number = size_t(which.toInt());
    if (number < m_plan.changes.size()) {
        const Improvement& change = m_plan.changes[number];
        emit previewAsked({change.text, change.patch}, effectOf(change));
        return;
    }
    // A step of the plan stands on those before it.
    Fix fix;
    QStringList words;
    for (size_t i = 0; i <= number - m_plan.changes.size(); ++i) {
        fix.patch.merge(m_plan.plan[i].patch);
        words << m_plan.plan[i].text;
    }
    fix.words = words.join(QLatin1Char(' '));
    emit previewAsked(fix, effectOf(m_plan.plan[number - m_plan.changes.size()]));
}

}  // namespace redoubt
