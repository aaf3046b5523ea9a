// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fixes.h"
#include "model/rules/rulepack.h"
#include "tests/support/draft.h"

namespace redoubt {

/// The built-in rules, read once.
[[nodiscard]] const RuleSet& testRules();
/// A design of the project, by its path in it.
[[nodiscard]] Design designAt(const QString& path);
/// `tests/rules/ID.bad.yaml` and `.good.yaml`; `which` is `bad` or `good`.
[[nodiscard]] QString casePath(const QString& rule, const char* which = "bad");
[[nodiscard]] Design caseOf(const QString& rule, const char* which = "bad");
/// The published designs of the program by their ids, read once.
[[nodiscard]] const QMap<QString, Design>& publishedDesigns();
/// File names in `reference-designs`.
[[nodiscard]] QStringList referenceFiles();

[[nodiscard]] std::vector<Finding> findingsOf(const Design& design, const RuleSet& rules = testRules());
[[nodiscard]] std::vector<Finding> findingsOf(const QString& rule, const Design& design, const RuleSet& rules = testRules());

using FindingKey = std::pair<QString, QStringList>;
/// A finding by its rule and its subjects in alphabetical order.
[[nodiscard]] FindingKey keyOf(const Finding& finding);
/// Each set of ids sorted, and these sorted.
[[nodiscard]] QList<QStringList> sortedSets(const std::vector<QStringList>& sets);

/// What is wrong with a fix of `finding`: empty when it keeps every promise.
[[nodiscard]] QString fixVerdict(const Design& design, const Finding& finding, const std::optional<Fix>& fix);

/// A rule pack that was written down in a test.
[[nodiscard]] NamedTree packOf(const QByteArray& yaml, const QString& path = QStringLiteral("pack.yaml"));
/// The built-in rules with it on top.
[[nodiscard]] RuleSet rulesWith(const QByteArray& yaml);
/// What reading it tells, a line for each mistake.
[[nodiscard]] QStringList mistakesOf(const std::vector<NamedTree>& packs);
/// A pack `House 3` of one rule `OWN-001` with these lines, each indented by four; it has all texts that a rule needs.
[[nodiscard]] QByteArray packOfRule(const QByteArray& lines);

}  // namespace redoubt
