// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/figuretree.h"

#include "model/analysis/notes.h"
#include "model/analysis/structure.h"

#include <algorithm>
#include <map>

namespace redoubt {

namespace {

class TreeBuilder {
public:
    explicit TreeBuilder(Structure& structure)
        : m_structure(structure)
        , m_diagram(structure.diagram())
        , m_components(structure.components())
        , m_probability(m_diagram, m_components.probabilities())
    {
    }

    [[nodiscard]] double probability(Bdd f) { return double(m_probability.of(f)); }
    [[nodiscard]] Probability& probability() { return m_probability; }

    /// `up`: levels that stand in the series above already.
    [[nodiscard]] FigureFactor build(const Factor& factor, const std::vector<int>& up)
    {
        const Bdd function = m_diagram.given(factor.works, up);
        FigureFactor node = named(factor);
        node.value = probability(function);
        if (factor.kind == Factor::Kind::Component) {
            describe(node, factor.subject);
            return node;
        }
        const std::vector<int> essential = sharedEssentials(factor, function, up);
        if (!essential.empty())
            return inSeriesWith(essential, factor, up, std::move(node));
        for (size_t i = 0; i < factor.parts.size(); ++i) {
            const FactorPtr& part = factor.parts[i];
            const bool settled = m_diagram.given(part->works, up) == Diagram::yes;
            if (settled && factor.kind == Factor::Kind::All)
                continue;
            node.parts.push_back(build(*part, up));
            if (factor.kind == Factor::Kind::AtLeast)
                node.weights.push_back(factor.weights[i]);
        }
        for (const int level : sharedLevels(factor, up))
            node.shared << m_components.elementAt(level);
        if (node.parts.size() == 1 && factor.label.isEmpty())
            return std::move(node.parts.front());
        return node;
    }

private:
    [[nodiscard]] FigureFactor named(const Factor& factor) const
    {
        FigureFactor node;
        node.kind = factor.kind == Factor::Kind::Component ? FigureFactor::Kind::Component
            : factor.kind == Factor::Kind::All             ? FigureFactor::Kind::Series
            : factor.kind == Factor::Kind::Any             ? FigureFactor::Kind::Parallel
            : factor.kind == Factor::Kind::AtLeast         ? FigureFactor::Kind::AtLeast
                                                           : FigureFactor::Kind::Condition;
        node.id = factor.subject;
        node.need = factor.need;
        const QString subject = factor.subject.isEmpty() ? QString() : m_structure.topology().design().displayName(factor.subject);
        node.label = factor.label.isEmpty() ? subject
            : subject.isEmpty()             ? factor.label
                                            : QStringLiteral("%1: %2").arg(factor.label, subject);
        return node;
    }

    void describe(FigureFactor& node, const QString& id) const
    {
        const Topology& topology = m_structure.topology();
        const auto level = m_components.levelOf(id);
        const Figure figure = level ? m_components.figureAt(*level) : figureOf(topology, {id});
        node.mttrHours = figure.mttrHours;
        if (m_components.isFailed(id)) {
            node.source = QStringLiteral("Taken as down.");
        } else if (figure.given) {
            node.given = true;
            node.source = givenWords(figure);
        } else if (const Element* element = topology.design().element({id}); element && level) {
            const auto byDefault = topology.catalog().defaultAvailability(topology.design(), *element);
            node.source = byDefault ? byDefault->basis : QString();
            node.assumption = node.source.startsWith(QLatin1String("Assumption"));
        } else {
            node.source = QStringLiteral("No figure of its own.");
        }
    }

    /// The levels that two parts of a factor depend on.
    [[nodiscard]] std::vector<int> sharedLevels(const Factor& factor, const std::vector<int>& up)
    {
        std::map<int, int> users;
        for (const FactorPtr& part : factor.parts)
            for (const int level : m_diagram.support(m_diagram.given(part->works, up)))
                ++users[level];
        std::vector<int> result;
        for (const auto& [level, count] : users)
            if (count > 1)
                result.push_back(level);
        return result;
    }

    [[nodiscard]] std::vector<int> sharedEssentials(const Factor& factor, Bdd function, const std::vector<int>& up)
    {
        std::vector<int> result;
        for (const int level : sharedLevels(factor, up))
            if (function != Diagram::no && m_diagram.without(function, m_diagram.variable(level)) == Diagram::no)
                result.push_back(level);
        return result;
    }

    [[nodiscard]] FigureFactor inSeriesWith(const std::vector<int>& essential, const Factor& factor,
                                            const std::vector<int>& up, FigureFactor node)
    {
        std::vector<int> more = up;
        more.insert(more.end(), essential.begin(), essential.end());
        std::sort(more.begin(), more.end());
        node.kind = FigureFactor::Kind::Series;
        node.need = 0;
        for (const int level : essential) {
            FigureFactor part;
            part.id = m_components.elementAt(level);
            part.label = m_structure.topology().design().displayName(part.id);
            part.value = double(m_components.figureAt(level).availability);
            describe(part, part.id);
            node.parts.push_back(std::move(part));
        }
        FigureFactor rest = build(factor, more);
        if (rest.kind == FigureFactor::Kind::Series && rest.id == node.id && rest.label == node.label) {
            node.shared = rest.shared;
            std::move(rest.parts.begin(), rest.parts.end(), std::back_inserter(node.parts));
        } else {
            node.parts.push_back(std::move(rest));
        }
        return node;
    }

    Structure& m_structure;
    Diagram& m_diagram;
    Components& m_components;
    Probability m_probability;
};

std::vector<ManualShare> manualShares(Structure& structure, TreeBuilder& builder, const Graded& need,
                                      const std::vector<double>& hours)
{
    std::vector<ManualShare> result;
    for (const CreditedStates& states : creditedStates(structure.diagram(), need, hours)) {
        if (states.remedy < 0)
            continue;
        const Remedy& remedy = need.manual[size_t(states.remedy)];
        ManualShare share;
        for (const int action : remedy.actions) {
            const Action& done = structure.actions()[size_t(action)];
            share.actions << actionWords(structure.topology(), done);
            if (const QString setting = runbookSetting(done.kind); !share.settings.contains(setting))
                share.settings << setting;
            share.hours += hours[size_t(action)];
        }
        share.repairHours = remedy.repairHours;
        share.probability = builder.probability(states.when);
        share.credit = double(states.credit);
        result.push_back(std::move(share));
    }
    return result;
}

}  // namespace

std::optional<FigureExplanation> explainFigure(const Topology& topology, const QString& id, const Supposition& reading)
{
    Structure structure(topology, reading);
    const std::vector<Service> services = structure.services();
    const auto service = std::find_if(services.begin(), services.end(), [&](const Service& s) { return s.id == id; });
    if (service == services.end())
        return {};
    TreeBuilder builder(structure);
    const ServiceFigures figures = figuresOf(structure, builder.probability(), service->need);
    FigureExplanation result;
    result.id = service->id;
    result.name = service->name;
    result.automatic = figures.automatic;
    result.withManualFailover = figures.withManualFailover;
    const FactorPtr root = service->need.how ? service->need.how : component(Diagram::yes, {});
    result.tree = builder.build(*root, {});
    result.tree.label = service->name;
    std::vector<double> hours = structure.actionHours();
    for (const int action : figures.done)
        hours[size_t(action)] = 0;
    result.byHand = manualShares(structure, builder, service->need, hours);
    return result;
}

double asIfIndependent(const FigureFactor& factor)
{
    if (factor.parts.empty())
        return factor.value;
    if (factor.kind == FigureFactor::Kind::AtLeast) {
        std::vector<double> reached(size_t(std::max(0, factor.need)) + 1, 0);  // by votes so far, capped at the need
        reached[0] = 1;
        for (size_t i = 0; i < factor.parts.size(); ++i) {
            std::vector<double> next(reached.size(), 0);
            for (size_t votes = 0; votes < reached.size(); ++votes) {
                next[votes] += reached[votes] * (1 - factor.parts[i].value);
                next[std::min(reached.size() - 1, votes + size_t(std::max(0, factor.weights[i])))] += reached[votes] * factor.parts[i].value;
            }
            reached = std::move(next);
        }
        return reached.back();
    }
    double product = 1;
    for (const FigureFactor& part : factor.parts)
        product *= factor.kind == FigureFactor::Kind::Parallel ? 1 - part.value : part.value;
    return factor.kind == FigureFactor::Kind::Parallel ? 1 - product : product;
}

}  // namespace redoubt
