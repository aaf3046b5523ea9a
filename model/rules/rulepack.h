// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalogreader.h"
#include "model/rules/rule.h"

namespace redoubt {

/// An organisation's rules (resources/rules/README.md): adds rules of its own area, changes the severity and the
/// parameters of rules that are there, and switches rules off. Packs apply in order, each on top of those before it.
/// Throws one FileError with every mistake of every pack and its place: unknown keys and rules, ids and areas that are
/// taken, parameters that a rule does not have or of the wrong type, expressions that do not parse.
[[nodiscard]] RuleSet withPacks(RuleSet rules, const std::vector<NamedTree>& packs, const Catalog& catalog);

/// Reads rule pack files. Throws one FileError with what is wrong with each, when it is not even YAML.
[[nodiscard]] std::vector<NamedTree> readPackFiles(const QStringList& paths);

/// The built-in rules with packs from these files; without paths the built-in rules alone.
[[nodiscard]] RuleSet rulesWithPacks(const QStringList& paths, const Catalog& catalog);

}  // namespace redoubt
