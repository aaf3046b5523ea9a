// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/vocabulary.h"

#include "model/rules/facts.h"

namespace redoubt {

Vocabulary::Vocabulary(const Catalog& catalog) : m_catalog(catalog)
{
    for (const char* name : {"element", "group", "link", "flow", "service"})
        m_kinds << QLatin1String(name);
    for (const ElementKind& kind : catalog.kinds) {
        m_kinds << kind.id;
        add(kind.properties);
    }
    for (const GroupKind& kind : catalog.groupKinds) {
        m_kinds << kind.id;
        add(kind.properties);
        add(kind.memberFields);
    }
    for (const LinkRow& row : catalog.rows) {
        m_choices[QStringLiteral("rows")] << row.id;
        add(row.properties);
    }
    add(catalog.linkProperties);
    add(catalog.settings);
    m_choices[QStringLiteral("kind")] = m_kinds;
    m_choices[QStringLiteral("use")] = {QStringLiteral("normal"), QStringLiteral("failover"), QStringLiteral("optional")};
}

void Vocabulary::add(const std::vector<PropertyDef>& properties)
{
    for (const PropertyDef& property : properties) {
        m_properties << property.id;
        if (property.type == PropertyType::Choice || property.type == PropertyType::Choices) {
            for (const QString& choice : property.choices)
                m_choices[property.id] << choice;
        } else {
            m_free << property.id;
        }
        add(property.fields);
    }
}

bool Vocabulary::canSet(const QString& name) const
{
    static const QSet<QString> fields{QStringLiteral("name"),   QStringLiteral("host"),  QStringLiteral("use"),
                                      QStringLiteral("hidden"), QStringLiteral("label"), QStringLiteral("ports"),
                                      QStringLiteral("rows")};
    return fields.contains(name) || m_properties.contains(name);
}

std::vector<ExpressionError> Vocabulary::mistakes(const Expression& expression) const
{
    std::vector<ExpressionError> found;
    check(expression, found);
    return found;
}

void Vocabulary::check(const Expression& e, std::vector<ExpressionError>& found) const
{
    using Op = Expression::Op;
    for (const Expression& arg : e.args)
        check(arg, found);
    if (e.op == Op::Kind && !m_kinds.contains(e.name))
        found.push_back({e.column, QStringLiteral("there is no kind or variable `%1`").arg(e.name)});
    if (e.op == Op::Get && !e.fact && !m_properties.contains(e.name))
        found.push_back({e.column, QStringLiteral("there is no fact or property `%1`").arg(e.name)});
    if (e.op == Op::Equal || e.op == Op::NotEqual || e.op == Op::In) {
        checkChoice(e.args[0], e.args[1], found);
        checkChoice(e.args[1], e.args[0], found);
    }
    if (e.op == Op::Call && e.name == QLatin1String("is"))
        checkChoice(e.args[0], e.args[1], found);
}

void Vocabulary::checkChoice(const Expression& property, const Expression& value,
                             std::vector<ExpressionError>& found) const
{
    using Op = Expression::Op;
    if (property.op != Op::Get || m_free.contains(property.name))
        return;
    const auto choices = m_choices.constFind(property.name);
    if (choices == m_choices.cend())
        return;
    const auto judgeOne = [&](const Expression& one) {
        if (one.op == Op::Constant && one.value.text() && !choices->contains(*one.value.text()))
            found.push_back({one.column, QStringLiteral("`%1` never is `%2`").arg(property.name, *one.value.text())});
    };
    judgeOne(value);
    if (value.op == Op::List)
        for (const Expression& item : value.args)
            judgeOne(item);
}

}  // namespace redoubt
