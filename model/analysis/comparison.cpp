// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/comparison.h"

#include "model/analysis/topology.h"

#include <algorithm>

namespace redoubt {

namespace {

using Row = Comparison::Row;
using Unit = Comparison::Unit;

enum class Better { Higher, Lower, Neither };

class Table {
public:
    Table(size_t count, Comparison& result) : m_count(count), m_result(result) {}

    void put(const QString& section, const QString& label, Unit unit, size_t column, double value)
    {
        Row& row = at(section, label, unit);
        row.numbers[column] = value;
    }
    void put(const QString& section, const QString& label, size_t column, const QString& words)
    {
        at(section, label, Unit::Words).words[qsizetype(column)] = words;
    }

    void finish(Better (*better)(const Row&))
    {
        for (Row& row : m_result.rows) {
            if (row.unit == Unit::Words) {
                row.differs = row.words.count(row.words.front()) != row.words.size();
                continue;
            }
            row.differs = std::any_of(row.numbers.begin(), row.numbers.end(), [&](const auto& n) { return n != row.numbers.front(); });
            row.best = bestOf(row, better(row));
        }
    }

private:
    [[nodiscard]] static int bestOf(const Row& row, Better better)
    {
        if (better == Better::Neither || !row.differs)
            return -1;
        int best = -1;
        bool alone = true;
        for (size_t i = 0; i < row.numbers.size(); ++i) {
            if (!row.numbers[i])
                return -1;
            const double value = *row.numbers[i], leader = best < 0 ? value : *row.numbers[size_t(best)];
            if (best < 0 || (better == Better::Higher ? value > leader : value < leader)) {
                best = int(i);
                alone = true;
            } else if (value == leader) {
                alone = false;
            }
        }
        return alone ? best : -1;
    }

    Row& at(const QString& section, const QString& label, Unit unit)
    {
        const auto found = std::find_if(m_result.rows.begin(), m_result.rows.end(),
                                        [&](const Row& r) { return r.section == section && r.label == label; });
        if (found != m_result.rows.end())
            return *found;
        Row row;
        row.section = section;
        row.label = label;
        row.unit = unit;
        if (unit == Unit::Words)
            row.words.resize(qsizetype(m_count));
        else
            row.numbers.resize(m_count);
        m_result.rows.push_back(std::move(row));
        return m_result.rows.back();
    }

    size_t m_count;
    Comparison& m_result;
};

const QString availability = QStringLiteral("Availability"), vaultCalls = QStringLiteral("Vault calls");
const QString nodes = QStringLiteral("Nodes"), licences = QStringLiteral("Licences and editions");
const QString findings = QStringLiteral("Findings"), ports = QStringLiteral("Ports to open");

void addServices(Table& table, const Report& report, size_t column)
{
    for (const ServiceEstimate& service : report.services) {
        table.put(availability, service.name + QStringLiteral(", automatic"), Unit::Fraction, column, service.automatic);
        table.put(availability, service.name + QStringLiteral(", with manual failover"), Unit::Fraction, column, service.withManualFailover);
        table.put(availability, service.name + QStringLiteral(", downtime a year"), Unit::Minutes, column, service.downtimeMinutesYear);
    }
}

void addBudgets(Table& table, const Report& report, size_t column)
{
    for (const TenantBudget& budget : report.dsv) {
        table.put(vaultCalls, budget.name + QStringLiteral(", mapped secrets"), Unit::Calls, column, double(budget.secrets));
        table.put(vaultCalls, budget.name + QStringLiteral(", expected calls a month"), Unit::Calls, column, budget.expected);
        table.put(vaultCalls, budget.name + QStringLiteral(", worst month"), Unit::Calls, column, budget.worst);
        table.put(vaultCalls, budget.name + QStringLiteral(", verdict"), column, verdictWords(budget.verdict));
    }
}

/// What is bought or licensed by its edition, in the words of the catalog.
void addEditions(Table& table, const Topology& topology, size_t column)
{
    std::map<QString, int> counts;
    const Design& design = topology.design();
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        const ElementKind* kind = topology.catalog().kind(it.value()->kind);
        for (const QString& id : {QStringLiteral("edition"), QStringLiteral("plan"), QStringLiteral("tier")}) {
            const PropertyDef* def = kind ? kind->property(id) : nullptr;
            if (!def)
                continue;
            const QString value = topology.text(it.key(), id);
            const qsizetype choice = def->choices.indexOf(value);
            const QString words = value.isEmpty() ? QStringLiteral("edition not given") : choice >= 0 ? def->choiceLabels.value(choice, value) : value;
            ++counts[QStringLiteral("%1: %2").arg(kind->label, words)];
        }
    }
    for (const auto& [label, count] : counts)
        table.put(licences, label, Unit::Count, column, count);
}

void addNodes(Table& table, const Topology& topology, size_t column)
{
    for (const ElementKind& kind : topology.catalog().kinds) {
        const auto count = topology.ofKind(kind.id).size();
        const bool counted = kind.shape == Shape::Node || kind.shape == Shape::Badge || kind.site;
        if (count > 0 && counted)
            table.put(nodes, kind.plural.isEmpty() ? kind.label : kind.plural, Unit::Count, column, double(count));
    }
}

void addPorts(Table& table, const Topology& topology, size_t column)
{
    std::map<QString, QStringList> byPair;
    const auto labelOf = [&](const ElementId& id) {
        const Element* element = topology.design().element(id);
        const ElementKind* kind = element ? topology.catalog().kind(element->kind) : nullptr;
        return kind ? kind->label : id.value;
    };
    for (const Flow& flow : topology.flows()) {
        if (flow.use == LinkUse::Optional || topology.machineOf(flow.from) == topology.machineOf(flow.to))
            continue;
        QStringList& open = byPair[QStringLiteral("%1 to %2").arg(labelOf(flow.from), labelOf(flow.to))];
        for (const QString& port : flow.ports)
            if (!open.contains(port))
                open << port;
    }
    for (auto& [pair, open] : byPair) {
        open.sort();
        if (!open.isEmpty())
            table.put(ports, pair, column, open.join(QStringLiteral(", ")));
    }
}

void addFindings(Table& table, const Report& report, const RuleSet& rules, size_t column)
{
    std::map<QString, int> byRule;
    int counts[3] = {0, 0, 0};
    for (const Finding& finding : report.findings)
        if (!finding.waived) {
            ++counts[int(finding.severity)];
            const Rule* rule = rules.rule(finding.rule);
            ++byRule[QStringLiteral("%1 %2").arg(finding.rule, rule ? rule->title : QString()).trimmed()];
        }
    const QStringList labels{QStringLiteral("Errors"), QStringLiteral("Warnings"), QStringLiteral("Advice")};
    for (int i = 0; i < 3; ++i)
        table.put(findings, labels[i], Unit::Count, column, counts[i]);
    for (const auto& [label, count] : byRule)
        table.put(findings, label, Unit::Count, column, count);
}

Better betterOf(const Row& row)
{
    if (row.section == availability)
        return row.unit == Unit::Fraction ? Better::Higher : Better::Lower;
    return row.section == vaultCalls || row.section == findings ? Better::Lower : Better::Neither;
}

/// Rows of one section together, in the order in which they came; what nobody has of a rule counts as none.
void tidy(Comparison& result)
{
    const QStringList order{availability, vaultCalls, nodes, licences, findings, ports};
    std::stable_sort(result.rows.begin(), result.rows.end(),
                     [&](const Row& a, const Row& b) { return order.indexOf(a.section) < order.indexOf(b.section); });
    for (Row& row : result.rows)
        if (row.section == findings || row.section == nodes || row.section == licences)
            for (std::optional<double>& number : row.numbers)
                number = number.value_or(0);
}

}  // namespace

Comparison compareDesigns(const std::vector<ComparedDesign>& designs, const Catalog& catalog, const RuleSet& rules)
{
    Comparison result;
    Table table(designs.size(), result);
    for (size_t i = 0; i < designs.size(); ++i) {
        result.titles << designs[i].title;
        const Report report = analyse(*designs[i].design, catalog, rules);
        const Topology topology(*designs[i].design, catalog);
        addServices(table, report, i);
        addBudgets(table, report, i);
        addNodes(table, topology, i);
        addEditions(table, topology, i);
        addFindings(table, report, rules, i);
        addPorts(table, topology, i);
    }
    tidy(result);
    table.finish(betterOf);
    return result;
}

}  // namespace redoubt
