// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/expressionreader.h"

#include "model/files/columns.h"
#include "model/rules/vocabulary.h"

#include <QRegularExpression>

namespace redoubt {

namespace {

using Op = Expression::Op;

void judge(const Expression& e, ExpressionReader::Wanted wanted, TypeCheck& check)
{
    using Wanted = ExpressionReader::Wanted;
    const bool isPath = e.op == Op::Get;
    if (wanted == Wanted::Assignment && e.op == Op::Equal && e.args.front().op == Op::Get) {
        check.assignment(e);
        return;
    }
    const ValueType type = check.typeOf(wanted == Wanted::Path && isPath ? e.args.front() : e);
    if (wanted == Wanted::Condition)
        check.expect(e, type, ValueType::Truth, QStringLiteral("a condition"));
    else if (wanted == Wanted::List)
        check.expect(e, type, ValueType::List | ValueType::Thing, QStringLiteral("a list"));
    else if (wanted == Wanted::Things && type.mayBe(ValueType::List))
        check.expect(e, type.items(), ValueType::Thing | ValueType::List, QStringLiteral("things"));
    else if (wanted == Wanted::Things)
        check.expect(e, type, ValueType::Thing, QStringLiteral("things"));
}

}  // namespace

ExpressionReader::ExpressionReader(const Vocabulary* vocabulary, const QByteArray& text, std::vector<Problem>& problems)
    : m_vocabulary(vocabulary), m_text(text), m_problems(problems)
{
    forget();
}

void ExpressionReader::forget()
{
    m_variables = QStringList{QStringLiteral("design")};
    m_parameters.clear();
    m_types = {{ValueType::ofThing(Thing::Design)}, {}};
}

void ExpressionReader::mark(const Node& node, int offset, const QString& what)
{
    const TextPlace place = placeInside(m_text, node, offset);
    m_problems.push_back({place.line, place.column, what});
}

int ExpressionReader::declare(const Node& node, const QString& name, const ValueType& type)
{
    if (m_parameters.contains(name) || m_variables.contains(name))
        problem(node, QStringLiteral("`%1` is a name for something else already").arg(name));
    m_variables << name;
    m_types.variables.push_back(type);
    return names() - 1;
}

void ExpressionReader::addParameter(const RuleParameter& parameter)
{
    m_parameters << parameter.name;
    m_types.parameters.push_back(parameter.value.isKnown() ? ValueType::ofFact(parameter.value) : ValueType());
}

Expression ExpressionReader::readPart(const Node& node, int skip, const QString& text, int& memos, Wanted wanted)
{
    try {
        Expression e = parseExpression(text, m_variables, memos, m_parameters);
        if (!m_vocabulary)
            return e;
        std::vector<ExpressionError> found = m_vocabulary->mistakes(e), ofTypes;
        TypeCheck check(m_vocabulary->catalog(), m_types, ofTypes);
        judge(e, wanted, check);
        found.insert(found.end(), ofTypes.begin(), ofTypes.end());
        QSet<int> told;
        for (const ExpressionError& mistake : found) {
            // What nothing has, this has not either: once is enough.
            if (told.contains(mistake.offset))
                continue;
            told << mistake.offset;
            mark(node, skip + mistake.offset, mistake.text);
        }
        return e;
    } catch (const ExpressionError& error) {
        mark(node, skip + error.offset, error.text);
        return {};
    }
}

Expression ExpressionReader::read(const Node& node, int& memos, Wanted wanted)
{
    if (!node.isScalar()) {
        problem(node, QStringLiteral("expected an expression"));
        return {};
    }
    return readPart(node, 0, node.text, memos, wanted);
}

std::optional<Condition::Binding> ExpressionReader::binding(const Node& node, int& memos)
{
    static const QRegularExpression pattern(QStringLiteral("^([a-z][a-z0-9-]*) in (.+)$"),
                                            QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(node.text);
    if (!node.isScalar() || !match.hasMatch()) {
        problem(node, QStringLiteral("expected `name in list`"));
        return {};
    }
    Expression list = readPart(node, int(match.capturedStart(2)), match.captured(2), memos, Wanted::List);
    declare(node, match.captured(1), typeOf(list).items());
    return Condition::Binding{match.captured(1), std::move(list)};
}

void ExpressionReader::words(const Node& node, std::vector<Condition::Part>& parts, std::vector<Expression>& placeholders,
                             int& memos)
{
    for (const Placeholder& each : splitWords(node.text, parts)) {
        if (each.text.isNull())
            mark(node, each.offset, QStringLiteral("the placeholder is never closed"));
        else
            placeholders.push_back(readPart(node, each.offset, each.text, memos, Wanted::Anything));
    }
}

ValueType ExpressionReader::typeOf(const Expression& e) const
{
    std::vector<ExpressionError> told;
    return m_vocabulary ? TypeCheck(m_vocabulary->catalog(), m_types, told).typeOf(e) : ValueType();
}

}  // namespace redoubt
