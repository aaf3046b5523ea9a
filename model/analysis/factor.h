// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/diagram.h"

#include <QString>
#include <memory>
#include <vector>

namespace redoubt {

struct Factor;
/// A function of the components that remembers how it was put together. Never null where a function is expected, unless
/// said otherwise.
using FactorPtr = std::shared_ptr<const Factor>;

/// One step of a structure function. What computes the figure is what explains it: `works` is made of the parts by the
/// operation that `kind` names, so a reader who follows the parts arrives at the same function.
struct Factor {
    enum class Kind {
        Component,  ///< one independent component, or something without a figure of its own
        All,        ///< needs every part
        Any,        ///< one part is enough
        AtLeast,    ///< the weights of the parts that work add up to `need`
        Condition,  ///< a state of the design that is not put together of parts
    };
    Kind kind = Kind::Component;
    QString label;    ///< what people call it (`Web path`); empty: it is a step on the way to something that has a name
    QString subject;  ///< the element or group that it is about; empty: none
    int need = 0;
    std::vector<int> weights;  ///< of the parts, for AtLeast
    std::vector<FactorPtr> parts;
    Bdd works = Diagram::yes;
};

/// What a factor is called and about whom it is.
struct FactorName {
    QString label = {};
    QString subject = {};
};

struct WeightedFactor {
    FactorPtr part;
    int weight = 1;
};

[[nodiscard]] FactorPtr component(Bdd works, const QString& subject);
[[nodiscard]] FactorPtr condition(Bdd works, const FactorName& name);
/// Null parts and those without a figure that always work are left out; steps without a name are taken apart. All of
/// nothing always works, any of nothing never does.
[[nodiscard]] FactorPtr allOf(Diagram& diagram, std::vector<FactorPtr> parts, const FactorName& name = {});
[[nodiscard]] FactorPtr anyOf(Diagram& diagram, std::vector<FactorPtr> parts, const FactorName& name = {});
[[nodiscard]] FactorPtr atLeast(Diagram& diagram, const std::vector<WeightedFactor>& parts, int need,
                                const FactorName& name = {});

}  // namespace redoubt
