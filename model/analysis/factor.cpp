// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/factor.h"

#include <algorithm>

namespace redoubt {

namespace {

bool isAnonymous(const FactorName& name)
{
    return name.label.isEmpty() && name.subject.isEmpty();
}

void take(std::vector<FactorPtr>& into, const FactorPtr& part, Factor::Kind kind)
{
    if (!part)
        return;
    // Something without a figure of its own and not taken as down says nothing in a series.
    if (kind == Factor::Kind::All && part->works == Diagram::yes && part->parts.empty())
        return;
    if (part->kind == kind && isAnonymous({part->label, part->subject})) {
        for (const FactorPtr& inner : part->parts)
            take(into, inner, kind);
        return;
    }
    if (std::find(into.begin(), into.end(), part) == into.end())
        into.push_back(part);
}

FactorPtr combined(Diagram& diagram, const std::vector<FactorPtr>& parts, const FactorName& name, Factor::Kind kind)
{
    auto factor = std::make_shared<Factor>();
    factor->kind = kind;
    factor->label = name.label;
    factor->subject = name.subject;
    for (const FactorPtr& part : parts)
        take(factor->parts, part, kind);
    if (factor->parts.size() == 1 && isAnonymous(name))
        return factor->parts.front();
    std::vector<Bdd> works;
    for (const FactorPtr& part : factor->parts)
        works.push_back(part->works);
    factor->works = kind == Factor::Kind::All ? diagram.allOf(std::move(works)) : diagram.anyOf(std::move(works));
    return factor;
}

}  // namespace

FactorPtr component(Bdd works, const QString& subject)
{
    auto factor = std::make_shared<Factor>();
    factor->subject = subject;
    factor->works = works;
    return factor;
}

FactorPtr condition(Bdd works, const FactorName& name)
{
    auto factor = std::make_shared<Factor>();
    factor->kind = Factor::Kind::Condition;
    factor->label = name.label;
    factor->subject = name.subject;
    factor->works = works;
    return factor;
}

FactorPtr allOf(Diagram& diagram, std::vector<FactorPtr> parts, const FactorName& name)
{
    return combined(diagram, parts, name, Factor::Kind::All);
}

FactorPtr anyOf(Diagram& diagram, std::vector<FactorPtr> parts, const FactorName& name)
{
    return combined(diagram, parts, name, Factor::Kind::Any);
}

FactorPtr atLeast(Diagram& diagram, const std::vector<WeightedFactor>& parts, int need, const FactorName& name)
{
    auto factor = std::make_shared<Factor>();
    factor->kind = Factor::Kind::AtLeast;
    factor->label = name.label;
    factor->subject = name.subject;
    factor->need = need;
    std::vector<Diagram::Vote> votes;
    for (const WeightedFactor& each : parts) {
        factor->parts.push_back(each.part);
        factor->weights.push_back(each.weight);
        votes.push_back({each.part->works, each.weight});
    }
    factor->works = diagram.atLeast(std::move(votes), need);
    return factor;
}

}  // namespace redoubt
