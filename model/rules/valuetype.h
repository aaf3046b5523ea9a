// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "model/rules/fact.h"

#include <memory>

namespace redoubt {

/// What an expression may yield, as far as it can be told without a design. Every value may also be unknown.
struct ValueType {
    enum Sort { Truth = 1, Number = 2, Text = 4, Thing = 8, List = 16 };
    static constexpr int anySort = Truth | Number | Text | Thing | List;
    static constexpr int anyThing = 255;

    int sorts = anySort;     ///< Sort, or-ed
    int things = anyThing;   ///< of a thing: Thing::Type, or-ed
    QStringList kinds;       ///< of elements, groups and their members: the kinds of element or group; empty: any
    const std::vector<PropertyDef>* fields = nullptr;  ///< of a record; null: any
    std::shared_ptr<const ValueType> item;             ///< of a list: what is in it; null: anything
    QStringList texts;                                 ///< of a text that the expression itself says: all that it may be

    [[nodiscard]] static ValueType of(int sorts);
    [[nodiscard]] static ValueType ofThing(int things, const QStringList& kinds = {});
    [[nodiscard]] static ValueType listOf(const ValueType& item);
    [[nodiscard]] static ValueType ofFact(const Fact& value);  ///< of a constant: a number, a text, true or false
    [[nodiscard]] static ValueType ofProperty(const PropertyDef& def, const Catalog& catalog);
    /// Of the words by which the table of derived facts says it: `text`, `number`, `truth`, `element`, `group`, `thing`
    /// (an element or a group), `flow`, `member`, a kind; in brackets a list of it.
    [[nodiscard]] static ValueType ofWords(const QString& words, const Catalog& catalog);
    /// Things of these kinds of element and group; any when there is none.
    [[nodiscard]] static ValueType ofKinds(const QStringList& kinds, const Catalog& catalog);

    [[nodiscard]] bool mayBe(int sort) const { return sorts & sort; }
    /// What comes of it when it is gone through: the items of a list, or itself.
    [[nodiscard]] ValueType items() const;
    /// One of both.
    [[nodiscard]] ValueType orElse(const ValueType& other) const;
    /// False when no value of one is equal to any of the other.
    [[nodiscard]] bool meets(const ValueType& other) const;
    /// `a number`, `a text or a list`, `a thing (wsfc)`.
    [[nodiscard]] QString words() const;
};

}  // namespace redoubt
