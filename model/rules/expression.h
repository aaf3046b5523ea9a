// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fact.h"

#include <QRegularExpression>
#include <QStringList>
#include <functional>

namespace redoubt {

struct FactDef;  // model/rules/facts.h

/// A parsed expression of the rule vocabulary (resources/rules/README.md).
struct Expression {
    enum class Op {
        Constant, List, Variable, Kind, Item, Get, Filter, Call,
        And, Or, Not, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, Add, Subtract, Multiply, Divide,
        Parameter,
    };

    Op op = Op::Constant;
    Fact value;                ///< of a constant
    QString name;              ///< of a variable, a kind, a fact or property, a function
    int slot = -1;             ///< of a variable or parameter
    const FactDef* fact = nullptr;  ///< of Get: the derived fact of that name, if there is one
    int function = -1;         ///< of Call: index into the functions
    std::vector<Expression> args;
    bool constant = true;      ///< depends on the design alone, not on a variable or item
    int memo = -1;             ///< where its value is kept during a run when it is constant and costs something
    int column = 0;            ///< offset in the text, from 0
};

/// A mistake in an expression: what is wrong and where in the text, from 0.
struct ExpressionError {
    int offset = 0;
    QString text;
};

/// Parses `text`. Names of `variables` get their position as slot, the first being the design itself, which never
/// changes during a run; so do names of `parameters`, whose values do not change either. `memos` counts the places for
/// kept values.
/// Throws ExpressionError.
[[nodiscard]] Expression parseExpression(const QString& text, const QStringList& variables, int& memos,
                                         const QStringList& parameters = {});

/// How many steps one rule may take on one design: evaluated expressions, and items of the lists that they make. Counted,
/// not timed, so that the same rule on the same design stops everywhere or nowhere. The rules of Redoubt take less than
/// a tenth of it on a design of 10,000 elements (tests/rules/worklimit_test.cpp).
constexpr qint64 mostSteps = 5'000'000;

/// The steps that are left. A rule pack is somebody's text: it must not be able to keep the program busy for ever.
class Work {
public:
    explicit Work(qint64 steps = mostSteps) : m_left(steps) {}

    /// False when they are used up; from then on every value is unknown.
    bool spend(qint64 steps = 1)
    {
        m_left -= steps;
        return m_left >= 0;
    }
    [[nodiscard]] bool isUsedUp() const { return m_left < 0; }
    [[nodiscard]] qint64 left() const { return m_left; }

private:
    qint64 m_left;
};

class Facts;
struct RuleParameter;  // model/rules/rule.h

/// The state of one evaluation of a rule.
struct Scope {
    Facts& facts;
    Work& work;
    std::vector<Fact>& memo;
    std::vector<bool>& memoKnown;
    std::vector<Fact> variables;
    const std::vector<Expression>* lets = nullptr;  ///< values of the variables after the bound ones, made on demand
    Fact item;
    const std::vector<RuleParameter>* parameters = nullptr;  ///< of the rule
    std::vector<Fact> letValues = {};  ///< kept for one combination of bound things
    std::vector<bool> letKnown = {};
};

[[nodiscard]] Fact evaluate(const Expression& expression, Scope& scope);

/// The names of all functions of the vocabulary.
[[nodiscard]] QStringList functionNames();
/// Index and number of arguments of a function; -1 when there is none of that name.
struct FunctionSign {
    int index = -1;
    int least = 0;
    int most = 0;
    bool lastIsPerItem = false;  ///< its last argument is evaluated for each item
};
/// A regular expression of the vocabulary: without regard to case, and given up where it would try too many ways.
[[nodiscard]] QRegularExpression patternOf(const QString& text, bool whole);
[[nodiscard]] FunctionSign functionSign(const QString& name);
/// Calls a function of the vocabulary.
[[nodiscard]] Fact callFunction(const Expression& call, Scope& scope);

}  // namespace redoubt
