// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/service/factorrows.h"

#include "model/design/numberwords.h"
#include "model/analysis/components.h"
#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/words.h"

#include <QRegularExpression>

namespace redoubt {

namespace {

using Row = QList<QStandardItem*>;

QString operationOf(const FigureFactor& factor)
{
    switch (factor.kind) {
    case FigureFactor::Kind::Component: return {};
    case FigureFactor::Kind::Condition: return QStringLiteral("a state of the design");
    case FigureFactor::Kind::Series: return QStringLiteral("all of these");
    case FigureFactor::Kind::Parallel: return QStringLiteral("one of these is enough");
    case FigureFactor::Kind::AtLeast: {
        int total = 0;
        for (const int weight : factor.weights)
            total += weight;
        return QStringLiteral("%1 of %2 votes").arg(factor.need).arg(total);
    }
    }
    return {};
}

void collectIds(const FigureFactor& factor, QSet<QString>& ids)
{
    ids << factor.id;
    for (const FigureFactor& part : factor.parts)
        collectIds(part, ids);
}

class RowMaker {
public:
    RowMaker(const Design& design, const Catalog& catalog, const Style& style) : m_design(design), m_catalog(catalog), m_style(style) {}

    [[nodiscard]] Row factor(const FigureFactor& factor, bool top = false) const
    {
        const QString operation = operationOf(factor);
        Row row = plain(factor.label.isEmpty() ? operation : factor.label, percentWords(factor.value), {}, factor.label.isEmpty() ? QString() : operation);
        cell(row, FactorColumn::Works)->setToolTip(percentInFull(factor.value));
        if (!factor.id.isEmpty())
            row.front()->setData(QStringList {factor.id}, FigureTable::IdsRole);
        if (factor.kind == FigureFactor::Kind::Component)
            describe(row, factor);
        if (top)
            strong(row);
        if (!factor.shared.isEmpty())
            sayShared(row, factor);
        for (const FigureFactor& part : factor.parts)
            row.front()->appendRow(this->factor(part));
        return row;
    }

    [[nodiscard]] Row byHand(const ExplainedService& service) const
    {
        const FigureExplanation& explanation = service.figure;
        Row row = plain(QStringLiteral("With people failing over"), percentWords(explanation.withManualFailover), {},
                        QStringLiteral("work by hand counts as repair time"));
        cell(row, FactorColumn::Works)->setToolTip(percentInFull(explanation.withManualFailover));
        strong(row);
        QStringList settings;
        for (const ManualShare& share : explanation.byHand) {
            row.front()->appendRow(manual(share));
            for (const QString& setting : share.settings)
                if (!settings.contains(setting))
                    settings << setting;
        }
        for (const QString& setting : settings)
            if (const PropertyDef* def = m_catalog.setting(setting))
                row.front()->appendRow(time(*def));
        if (!service.others.empty()) {
            Row others = plain(QStringLiteral("What they fail over to"), {}, {}, QStringLiteral("counts only once people have acted"));
            for (const FigureFactor& other : service.others)
                others.front()->appendRow(factor(other));
            row.front()->appendRow(others);
        }
        return row;
    }

private:
    static QStandardItem* cell(const Row& row, FactorColumn column) { return row[int(column)]; }

    [[nodiscard]] Row plain(const QString& name, const QString& works, const QString& repair, const QString& source) const
    {
        Row row;
        for (const QString& text : {name, works, repair, source}) {
            auto* item = new QStandardItem(text);
            item->setEditable(false);
            row << item;
        }
        cell(row, FactorColumn::Works)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        cell(row, FactorColumn::Repair)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        cell(row, FactorColumn::Source)->setForeground(m_style.secondaryText);
        cell(row, FactorColumn::Source)->setToolTip(source);
        row.front()->setToolTip(name);
        return row;
    }

    static void strong(const Row& row)
    {
        row.front()->setData(true, FieldDelegate::StrongRole);
        cell(row, FactorColumn::Works)->setData(true, FieldDelegate::StrongRole);
    }

    void sayShared(const Row& row, const FigureFactor& factor) const
    {
        QStringList names;
        for (const QString& id : factor.shared)
            names << m_design.displayName(id);
        const QString words = QStringLiteral("The parts share %1: the figure is exact, their product would be %2.")
                                  .arg(names.join(QStringLiteral(", ")), percentWords(asIfIndependent(factor)));
        QStandardItem* source = cell(row, FactorColumn::Source);
        source->setText(source->text().isEmpty() ? QStringLiteral("parts share elements") : source->text() + QStringLiteral("; they share elements"));
        source->setToolTip(words);
    }

    /// Where the inputs of a component stand, and how they are edited.
    void describe(const Row& row, const FigureFactor& factor) const
    {
        QStandardItem* source = cell(row, FactorColumn::Source);
        const Element* element = m_design.element({factor.id});
        const ElementKind* kind = element ? m_catalog.kind(element->kind) : nullptr;
        QString words = factor.source;
        source->setToolTip(words);
        if (factor.given) {
            const QString own = element ? oneLine(textAt(element->properties, QStringLiteral("figure-source"))) : QString();
            tag(source, QStringLiteral("given"), false, own.isEmpty() ? QStringLiteral("in the design") : own);
            source->setToolTip(words + QStringLiteral("\nPress to say where it comes from."));
            if (kind)
                field(source, kind->property(QStringLiteral("figure-source")), factor.id, element->properties, {});
        } else if (factor.assumption)
            tag(source, QStringLiteral("assumption"), true, words.remove(QRegularExpression(QStringLiteral("^Assumption[:,.]?\\s*"))));
        else if (words.startsWith(QLatin1String("No figure")))
            source->setText(QStringLiteral("no figure of its own"));
        else
            tag(source, QStringLiteral("source"), false, words);
        if (!kind)
            return describeGroup(row, factor.id);
        const auto byDefault = m_catalog.defaultAvailability(m_design, *element);
        field(cell(row, FactorColumn::Works), kind->property(QStringLiteral("availability")), factor.id,
              element->properties, byDefault ? std::optional(PropertyValue(byDefault->value)) : std::nullopt);
        const PropertyDef* hours = kind->property(QStringLiteral("mttr-h"));
        if (!hours)
            return;
        cell(row, FactorColumn::Repair)->setText(QStringLiteral("%1 h").arg(factor.mttrHours));
        cell(row, FactorColumn::Repair)->setToolTip(find(element->properties, QStringLiteral("mttr-h"))
                                                       ? QStringLiteral("Repair time, given in the design.")
                                                       : QStringLiteral("Repair time, an assumption."));
        field(cell(row, FactorColumn::Repair), hours, factor.id, element->properties,
              kind->mttrHours > 0 ? std::optional(PropertyValue(kind->mttrHours)) : std::nullopt);
    }

    /// A database that the drawing leaves out: its figure stands with its deployment.
    void describeGroup(const Row& row, const QString& id) const
    {
        const Group* group = m_design.group({id});
        const GroupKind* kind = group ? m_catalog.groupKind(group->kind) : nullptr;
        if (kind)
            field(cell(row, FactorColumn::Works), kind->property(QStringLiteral("database-availability")), id, group->properties, {});
    }

    static void tag(QStandardItem* item, const QString& word, bool assumption, const QString& rest)
    {
        item->setData(word, FieldDelegate::TagRole);
        item->setData(assumption ? 1 : 0, FieldDelegate::TagToneRole);
        item->setText(rest);
    }

    static void field(QStandardItem* item, const PropertyDef* def, const QString& id, const PropertyRecord& properties,
                      const std::optional<PropertyValue>& fallback)
    {
        if (!def)
            return;
        FieldCell cell {*def, {}, id.isEmpty() ? QStringList() : QStringList {id}, def->id};
        if (const PropertyValue* given = find(properties, def->id))
            cell.state.given = *given;
        cell.state.fallback = fallback ? fallback : def->defaultValue;
        item->setData(QVariant::fromValue(cell), FieldDelegate::CellRole);
        item->setEditable(true);
    }

    [[nodiscard]] Row manual(const ManualShare& share) const
    {
        const QString hours = QString::number(share.hours, 'g', 4), repair = QString::number(share.repairHours, 'g', 4);
        Row row = plain(share.actions.join(QStringLiteral(", then ")), QStringLiteral("+ ") + percentWords(share.probability * share.credit),
                        QStringLiteral("%1 h").arg(hours),
                        share.credit > 0 ? QStringLiteral("%1 h instead of a repair of %2 h: counts %3 %").arg(hours, repair, QString::number(100 * share.credit, 'g', 3))
                                         : QStringLiteral("%1 h is no shorter than the repair of %2 h: counts nothing").arg(hours, repair));
        cell(row, FactorColumn::Source)->setToolTip(QStringLiteral("States with a probability of %1").arg(QString::number(share.probability, 'g', 6)));
        return row;
    }

    [[nodiscard]] Row time(const PropertyDef& def) const
    {
        const auto given = m_design.settings.constFind(def.id);
        const bool own = given != m_design.settings.cend();
        const auto value = m_catalog.value(m_design, def.id);
        Row row = plain(def.label, {}, value ? shownText(def, *value) : QString(), {});
        tag(cell(row, FactorColumn::Source), own ? QStringLiteral("given") : QStringLiteral("assumption"), !own,
            own ? QStringLiteral("in the design") : QStringLiteral("for the whole design"));
        cell(row, FactorColumn::Source)->setToolTip(def.help);
        PropertyRecord settings;
        if (own)
            settings[def.id] = *given;
        field(cell(row, FactorColumn::Repair), &def, {}, settings, def.defaultValue);
        return row;
    }

    const Design& m_design;
    const Catalog& m_catalog;
    const Style& m_style;
};

}  // namespace

std::optional<ExplainedService> explainedService(const Topology& topology, const QString& service, const QStringList& components)
{
    auto figure = explainFigure(topology, service);
    if (!figure)
        return {};
    ExplainedService result {std::move(*figure), {}};
    QSet<QString> shown;
    collectIds(result.figure.tree, shown);
    for (const QString& id : components) {
        const Element* element = topology.design().element({id});
        if (!element || shown.contains(id))
            continue;
        const Figure own = figureOf(topology, {id});
        const auto byDefault = topology.catalog().defaultAvailability(topology.design(), *element);
        FigureFactor factor;
        factor.id = id;
        factor.label = topology.design().displayName(id);
        factor.value = own.availability;
        factor.mttrHours = own.mttrHours;
        factor.given = own.given;
        factor.source = own.given ? givenWords(own) : byDefault ? byDefault->basis : QStringLiteral("No figure of its own.");
        factor.assumption = factor.source.startsWith(QLatin1String("Assumption"));
        result.others.push_back(std::move(factor));
    }
    return result;
}

std::vector<QList<QStandardItem*>> factorRows(const ExplainedService& service, const Design& design, const Catalog& catalog,
                                              const Style& style)
{
    const RowMaker maker(design, catalog, style);
    std::vector<Row> rows {maker.factor(service.figure.tree, true)};
    if (!service.figure.byHand.empty() || !service.others.empty())
        rows.push_back(maker.byHand(service));
    return rows;
}

}  // namespace redoubt
