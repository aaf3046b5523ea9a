// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/facts.h"

namespace redoubt {

// What members of groups, flows, service estimates and tenant budgets answer; rows of the table in factdefs.cpp.

/// A list of texts as facts.
[[nodiscard]] Fact textList(const QStringList& items);

/// A property's value as people read it: a choice by its label in the catalog, anything else as it is.
[[nodiscard]] Fact labelled(const Facts& f, const Fact& owner, const QString& property, const Fact& value);

[[nodiscard]] Fact memberElement(Facts& f, const Thing& t);
[[nodiscard]] Fact memberServer(Facts& f, const Thing& t);
[[nodiscard]] Fact memberSite(Facts& f, const Thing& t);
[[nodiscard]] Fact memberGroup(Facts& f, const Thing& t);
[[nodiscard]] Fact flowFrom(Facts& f, const Thing& t);
[[nodiscard]] Fact flowTo(Facts& f, const Thing& t);
[[nodiscard]] Fact flowPorts(Facts& f, const Thing& t);
[[nodiscard]] Fact flowRows(Facts& f, const Thing& t);
[[nodiscard]] Fact flowUse(Facts& f, const Thing& t);
[[nodiscard]] Fact automatic(Facts& f, const Thing& t);
[[nodiscard]] Fact withManual(Facts& f, const Thing& t);
[[nodiscard]] Fact components(Facts& f, const Thing& t);
[[nodiscard]] Fact weakest(Facts& f, const Thing& t);
[[nodiscard]] Fact callsExpected(Facts& f, const Thing& t);
[[nodiscard]] Fact callsWorst(Facts& f, const Thing& t);
[[nodiscard]] Fact intervals(Facts& f, const Thing& t);
[[nodiscard]] Fact mappedSecrets(Facts& f, const Thing& t);

}  // namespace redoubt
