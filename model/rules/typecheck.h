// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/expression.h"
#include "model/rules/valuetype.h"

namespace redoubt {

/// What stands for what where an expression is read.
struct NameTypes {
    std::vector<ValueType> variables;   ///< by slot
    std::vector<ValueType> parameters;  ///< by slot
};

/// Finds what cannot be meant: a condition that is no condition, values that are never equal, properties that no such
/// thing has, patterns that are none. It says nothing where a design could give the expression a sense; so what it lets
/// pass may still be unknown when it is evaluated, and never fails.
class TypeCheck {
public:
    TypeCheck(const Catalog& catalog, const NameTypes& names, std::vector<ExpressionError>& found)
        : m_catalog(catalog), m_names(names), m_found(found)
    {
    }

    /// What the expression may yield. Mistakes inside it go to `found`.
    ValueType typeOf(const Expression& e);
    /// Notes a mistake when the expression yields none of these sorts; `wanted` says what was expected.
    void expect(const Expression& e, const ValueType& type, int sorts, const QString& wanted);
    /// `thing.property = value`, of each thing of a list.
    void assignment(const Expression& e);

private:
    [[nodiscard]] ValueType condition(const Expression& e);
    [[nodiscard]] ValueType perItem(const Expression& list, const Expression& each, bool isCondition);
    [[nodiscard]] ValueType get(const Expression& e);
    [[nodiscard]] ValueType kind(const QString& name) const;
    [[nodiscard]] ValueType call(const Expression& e);
    [[nodiscard]] ValueType callOfLists(const Expression& e, const std::vector<ValueType>& args);
    [[nodiscard]] ValueType arithmetic(const Expression& e);
    void compared(const Expression& e, const ValueType& a, const ValueType& b);
    void ordered(const Expression& e, const ValueType& a, const ValueType& b);
    void pattern(const Expression& e, const ValueType& type);
    void add(const Expression& e, const QString& text);
    /// What `name` may be of such a thing; nothing when none of them has it.
    [[nodiscard]] std::optional<ValueType> member(const ValueType& thing, const QString& name, const FactDef* fact) const;

    const Catalog& m_catalog;
    const NameTypes& m_names;
    std::vector<ExpressionError>& m_found;
    ValueType m_item;
};

}  // namespace redoubt
