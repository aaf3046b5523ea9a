// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/expression.h"

#include <QScopedValueRollback>

#include "model/rules/facts.h"

namespace redoubt {

namespace {

using Op = Expression::Op;

struct Token {
    enum Type { End, Number, Text, Name, Sign };
    Type type = End;
    QString text;
    int offset = 0;
};

bool isNameCharacter(const QString& text, int i)
{
    const QChar c = text[i];
    if (c.isLetterOrNumber())
        return true;
    return c == u'-' && i + 1 < text.size() && text[i + 1].isLetterOrNumber();
}

std::vector<Token> tokens(const QString& text)
{
    std::vector<Token> result;
    for (int i = 0; i < text.size();) {
        const QChar c = text[i];
        const int start = i;
        if (c.isSpace()) {
            ++i;
        } else if (c.isDigit()) {
            while (i < text.size() && (text[i].isDigit() || (text[i] == u'.' && i + 1 < text.size() && text[i + 1].isDigit())))
                ++i;
            result.push_back({Token::Number, text.mid(start, i - start), start});
        } else if (c.isLetter()) {
            while (i < text.size() && isNameCharacter(text, i))
                ++i;
            result.push_back({Token::Name, text.mid(start, i - start), start});
        } else if (c == u'\'') {
            const int end = int(text.indexOf(u'\'', i + 1));
            if (end < 0)
                throw ExpressionError{start, QStringLiteral("the quote is never closed")};
            result.push_back({Token::Text, text.mid(i + 1, end - i - 1), start});
            i = end + 1;
        } else {
            static const QStringList signs{QStringLiteral("!="), QStringLiteral("<="), QStringLiteral(">=")};
            const QString two = text.mid(i, 2);
            const QString sign = signs.contains(two) ? two : QString(c);
            if (!signs.contains(two) && !QStringLiteral("=<>.,()[]+-*/").contains(c))
                throw ExpressionError{start, QStringLiteral("unexpected `%1`").arg(c)};
            result.push_back({Token::Sign, sign, start});
            i += int(sign.size());
        }
    }
    result.push_back({Token::End, {}, int(text.size())});
    return result;
}

/// More than any rule needs; beyond it a pack is a mistake or a trap.
constexpr size_t mostTokens = 2000;
constexpr int mostDepth = 100;

class Parser {
public:
    Parser(std::vector<Token> tokens, const QStringList& variables, const QStringList& parameters, int& memos)
        : m_tokens(std::move(tokens)), m_variables(variables), m_parameters(parameters), m_memos(memos)
    {
    }

    Expression whole()
    {
        if (m_tokens.size() > mostTokens)
            throw ExpressionError{m_tokens[mostTokens].offset, QStringLiteral("the expression is too long")};
        Expression result = either();
        if (here().type != Token::End)
            fail(QStringLiteral("unexpected `%1`").arg(here().text));
        return result;
    }

private:
    const Token& here() const { return m_tokens[m_at]; }
    [[noreturn]] void fail(const QString& text) const { throw ExpressionError{here().offset, text}; }

    bool takeSign(QLatin1String sign)
    {
        if (here().type != Token::Sign || here().text != sign)
            return false;
        ++m_at;
        return true;
    }
    bool takeWord(QLatin1String word)
    {
        if (here().type != Token::Name || here().text != word)
            return false;
        ++m_at;
        return true;
    }
    void expectSign(QLatin1String sign)
    {
        if (!takeSign(sign))
            fail(here().type == Token::End ? QStringLiteral("expected `%1` at the end").arg(sign)
                                           : QStringLiteral("expected `%1` before `%2`").arg(sign, here().text));
    }

    Expression make(Op op, std::vector<Expression> args, const QString& name = {})
    {
        Expression e;
        e.op = op;
        e.name = name;
        e.column = m_tokens[m_at].offset;
        for (const Expression& arg : args)
            e.constant = e.constant && arg.constant;
        e.args = std::move(args);
        if (e.constant && op != Op::Constant)
            e.memo = m_memos++;
        return e;
    }

    Expression either()
    {
        Expression left = both();
        while (takeWord(QLatin1String("or")))
            left = pair(Op::Or, std::move(left), both());
        return left;
    }
    Expression both()
    {
        Expression left = negated();
        while (takeWord(QLatin1String("and")))
            left = pair(Op::And, std::move(left), negated());
        return left;
    }
    Expression negated()
    {
        if (m_depth == mostDepth)
            fail(QStringLiteral("the expression is nested too deeply"));
        const QScopedValueRollback<int> deeper(m_depth, m_depth + 1);
        if (!takeWord(QLatin1String("not")))
            return comparison();
        const int begin = m_tokens[m_at - 1].offset;
        std::vector<Expression> args;
        args.push_back(negated());
        Expression e = make(Op::Not, std::move(args));
        e.column = begin;
        return e;
    }
    Expression pair(Op op, Expression left, Expression right)
    {
        std::vector<Expression> args;
        args.push_back(std::move(left));
        args.push_back(std::move(right));
        return make(op, std::move(args));
    }

    Expression comparison()
    {
        Expression left = sum();
        static const std::pair<QLatin1String, Op> signs[] = {
            {QLatin1String("="), Op::Equal},       {QLatin1String("!="), Op::NotEqual},
            {QLatin1String("<="), Op::LessEqual},  {QLatin1String("<"), Op::Less},
            {QLatin1String(">="), Op::GreaterEqual}, {QLatin1String(">"), Op::Greater},
        };
        for (const auto& [sign, op] : signs)
            if (takeSign(sign))
                return pair(op, std::move(left), sum());
        if (takeWord(QLatin1String("in")))
            return pair(Op::In, std::move(left), sum());
        if (takeWord(QLatin1String("has"))) {
            Expression right = sum();
            return pair(Op::In, std::move(right), std::move(left));
        }
        return left;
    }
    Expression sum()
    {
        Expression left = product();
        for (;;) {
            if (takeSign(QLatin1String("+")))
                left = pair(Op::Add, std::move(left), product());
            else if (takeSign(QLatin1String("-")))
                left = pair(Op::Subtract, std::move(left), product());
            else
                return left;
        }
    }
    Expression product()
    {
        Expression left = postfix();
        for (;;) {
            if (takeSign(QLatin1String("*")))
                left = pair(Op::Multiply, std::move(left), postfix());
            else if (takeSign(QLatin1String("/")))
                left = pair(Op::Divide, std::move(left), postfix());
            else
                return left;
        }
    }

    Expression get(Expression of)
    {
        if (here().type != Token::Name)
            fail(QStringLiteral("expected a name after `.`"));
        std::vector<Expression> args;
        args.push_back(std::move(of));
        Expression e = make(Op::Get, std::move(args), here().text);
        e.fact = factDef(e.name);
        ++m_at;
        return e;
    }
    Expression item()
    {
        Expression e;
        e.op = Op::Item;
        e.constant = false;
        e.column = here().offset;
        return e;
    }

    Expression postfix()
    {
        Expression e = primary();
        for (;;) {
            if (takeSign(QLatin1String("."))) {
                e = get(std::move(e));
            } else if (takeSign(QLatin1String("["))) {
                Expression condition = perItem();
                expectSign(QLatin1String("]"));
                e = perItemCall(Op::Filter, std::move(e), std::move(condition));
            } else {
                return e;
            }
        }
    }
    /// An expression in which `it` is bound: it depends on nothing when it speaks of nothing else.
    Expression perItem()
    {
        m_usesVariable.push_back(false);
        Expression e = either();
        const bool variable = m_usesVariable.back();
        m_usesVariable.pop_back();
        if (variable && !m_usesVariable.empty())
            m_usesVariable.back() = true;
        m_lastPerItemFree = !variable;
        return e;
    }
    Expression perItemCall(Op op, Expression list, Expression condition)
    {
        const bool constant = list.constant && m_lastPerItemFree;
        Expression e = pair(op, std::move(list), std::move(condition));
        if (constant && e.memo < 0)
            e.memo = m_memos++;
        e.constant = constant;
        return e;
    }

    Expression primary()
    {
        const Token token = here();
        if (takeSign(QLatin1String("("))) {
            Expression e = either();
            expectSign(QLatin1String(")"));
            return e;
        }
        if (takeSign(QLatin1String(".")))
            return get(item());
        if (takeSign(QLatin1String("["))) {
            Expression e = make(Op::List, arguments(QLatin1String("]")));
            e.column = token.offset;
            return e;
        }
        if (token.type == Token::Number || token.type == Token::Text) {
            ++m_at;
            Expression e;
            e.value = token.type == Token::Text ? Fact(token.text) : Fact(token.text.toDouble());
            e.column = token.offset;
            return e;
        }
        if (token.type == Token::Name)
            return named();
        fail(token.type == Token::End ? QStringLiteral("something is missing at the end")
                                      : QStringLiteral("unexpected `%1`").arg(token.text));
    }

    std::vector<Expression> arguments(QLatin1String close)
    {
        std::vector<Expression> args;
        if (takeSign(close))
            return args;
        do
            args.push_back(either());
        while (takeSign(QLatin1String(",")));
        expectSign(close);
        return args;
    }

    Expression named()
    {
        const Token token = here();
        ++m_at;
        Expression e;
        e.column = token.offset;
        if (token.text == QLatin1String("true") || token.text == QLatin1String("false")) {
            e.value = Fact(token.text == QLatin1String("true"));
            return e;
        }
        if (token.text == QLatin1String("it")) {
            e.op = Op::Item;
            e.constant = false;
            return e;
        }
        if (takeSign(QLatin1String("(")))
            return call(token);
        e.name = token.text;
        if (e.slot = int(m_parameters.indexOf(token.text)); e.slot >= 0) {
            e.op = Op::Parameter;
            return e;
        }
        e.slot = int(m_variables.indexOf(token.text));
        e.op = e.slot >= 0 ? Op::Variable : Op::Kind;
        e.constant = e.slot <= 0;  // the first variable is the design itself
        if (e.slot > 0 && !m_usesVariable.empty())
            m_usesVariable.back() = true;
        return e;
    }

    Expression call(const Token& name)
    {
        const FunctionSign sign = functionSign(name.text);
        if (sign.index < 0)
            throw ExpressionError{name.offset, QStringLiteral("there is no function `%1`").arg(name.text)};
        std::vector<Expression> args;
        bool constant = true;
        if (!takeSign(QLatin1String(")"))) {
            do {
                const bool each = sign.lastIsPerItem && int(args.size()) == sign.most - 1;
                args.push_back(each ? perItem() : either());
                constant = constant && (each ? m_lastPerItemFree : args.back().constant);
            } while (takeSign(QLatin1String(",")));
            expectSign(QLatin1String(")"));
        }
        if (int(args.size()) < sign.least || int(args.size()) > sign.most)
            throw ExpressionError{name.offset, QStringLiteral("`%1` takes %2 values, not %3")
                                                   .arg(name.text)
                                                   .arg(sign.least == sign.most
                                                            ? QString::number(sign.least)
                                                            : QStringLiteral("%1 to %2").arg(sign.least).arg(sign.most))
                                                   .arg(args.size())};
        Expression e = make(Op::Call, std::move(args), name.text);
        e.function = sign.index;
        e.column = name.offset;
        if (constant && e.memo < 0)
            e.memo = m_memos++;
        e.constant = constant;
        return e;
    }

    std::vector<Token> m_tokens;
    const QStringList& m_variables;
    const QStringList& m_parameters;
    int m_depth = 0;
    int& m_memos;
    size_t m_at = 0;
    std::vector<bool> m_usesVariable;  ///< of the per-item expressions now open
    bool m_lastPerItemFree = false;
};

}  // namespace

Expression parseExpression(const QString& text, const QStringList& variables, int& memos, const QStringList& parameters)
{
    return Parser(tokens(text), variables, parameters, memos).whole();
}

}  // namespace redoubt
