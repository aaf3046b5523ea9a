// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "model/rules/expression.h"

namespace redoubt {

/// The names that expressions may use with a catalog, and the values that its choices may have. Must not outlive it.
class Vocabulary {
public:
    explicit Vocabulary(const Catalog& catalog);

    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    /// What is wrong with the names and values in an expression; empty when all exist.
    [[nodiscard]] std::vector<ExpressionError> mistakes(const Expression& expression) const;

    [[nodiscard]] bool hasKind(const QString& name) const { return m_kinds.contains(name); }
    [[nodiscard]] bool hasRow(const QString& id) const { return m_choices.value(QStringLiteral("rows")).contains(id); }
    /// True for properties of the catalog and for the fields of elements and links; derived facts cannot be set.
    [[nodiscard]] bool canSet(const QString& name) const;

private:
    void add(const std::vector<PropertyDef>& properties);
    void check(const Expression& e, std::vector<ExpressionError>& found) const;
    void checkChoice(const Expression& property, const Expression& value, std::vector<ExpressionError>& found) const;

    const Catalog& m_catalog;
    QSet<QString> m_kinds;
    QSet<QString> m_properties;
    QHash<QString, QSet<QString>> m_choices;  ///< by property: all that any kind allows; absent when some kind takes any text
    QSet<QString> m_free;
};

}  // namespace redoubt
