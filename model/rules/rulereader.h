// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalogreader.h"
#include "model/rules/rule.h"

namespace redoubt {

/// Reads rule files: those of resources/rules and an organisation's own packs. Throws FileError with every mistake of
/// the first wrong file and its place: unknown keys, severities, checks, names that no kind, property, fact or function
/// has, values that a property cannot have, placeholders that do not parse, ids used twice.
[[nodiscard]] RuleSet readRules(const std::vector<NamedTree>& files, const Catalog& catalog);

/// The same for rules about the finished picture: each has a `measure` in place of a condition.
[[nodiscard]] RuleSet readDrawingRules(const std::vector<NamedTree>& files, const Catalog& catalog);

class Vocabulary;

/// One section `rules` of a file.
struct RuleSection {
    const NamedTree& file;
    const Node& rules;
    QString area;
};
/// Reads it into `set`; mistakes go to `problems`.
void readRuleSection(const RuleSection& section, RuleSet& set, const Vocabulary& vocabulary, std::vector<Problem>& problems);

/// A number, or in quotes a text. Nothing when it is neither.
[[nodiscard]] Fact parameterValue(const Node& node);
/// States the values of parameters in the rule's texts; to be called when one has changed.
void fillTexts(Rule& rule);

/// As `readRules`, for data that was checked before: builds the conditions and judges nothing.
[[nodiscard]] RuleSet readCheckedRules(const std::vector<NamedTree>& files);

}  // namespace redoubt
