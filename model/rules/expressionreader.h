// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/tree.h"
#include "model/rules/condition.h"
#include "model/rules/typecheck.h"

namespace redoubt {

class Vocabulary;

/// Reads the expressions of one rule, or of its fix, with the names that stand for values there. Mistakes go to
/// `problems` with their place in the file; names, values and types are judged only with a vocabulary. Copies begin
/// with the same names. The arguments must outlive it.
class ExpressionReader {
public:
    enum class Wanted { Anything, Condition, List, Things, Path, Assignment };

    ExpressionReader(const Vocabulary* vocabulary, const QByteArray& text, std::vector<Problem>& problems);

    void problem(const Node& node, const QString& what) { m_problems.push_back({node.line, node.column, what}); }
    /// At a character inside a scalar's text.
    void mark(const Node& node, int offset, const QString& what);

    /// Gives a name to what stands at `node`; a mistake when it is taken. Returns its slot.
    int declare(const Node& node, const QString& name, const ValueType& type = {});
    /// Forgets all names but `design`: another rule begins.
    void forget();
    void addParameter(const RuleParameter& parameter);
    [[nodiscard]] int names() const { return int(m_variables.size()); }

    [[nodiscard]] Expression read(const Node& node, int& memos, Wanted wanted = Wanted::Anything);
    /// `name in list`: declares the name; nothing when the text has another form.
    [[nodiscard]] std::optional<Condition::Binding> binding(const Node& node, int& memos);
    /// Words with placeholders.
    void words(const Node& node, std::vector<Condition::Part>& parts, std::vector<Expression>& placeholders, int& memos);
    /// What an expression may yield, as far as it is known.
    [[nodiscard]] ValueType typeOf(const Expression& e) const;

private:
    [[nodiscard]] Expression readPart(const Node& node, int skip, const QString& text, int& memos, Wanted wanted);

    const Vocabulary* m_vocabulary;
    const QByteArray& m_text;
    std::vector<Problem>& m_problems;
    QStringList m_variables, m_parameters;
    NameTypes m_types;
};

}  // namespace redoubt
