// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/patch.h"

#include <QSet>

namespace redoubt {

/// Edits of the scenarios of a design; like all edits they are patches, and one that may not be done is empty.
namespace edits {

/// Puts the scenario in the place of that with the same name, else at the end. Refused without a name or a failure, or
/// when it fails what the design does not have.
[[nodiscard]] Patch saveScenario(const Design& design, Scenario scenario);
/// Refused when the name is empty or taken.
[[nodiscard]] Patch renameScenario(const Design& design, const QString& name, const QString& newName);
[[nodiscard]] Patch noteScenario(const Design& design, const QString& name, const QString& note);
[[nodiscard]] Patch removeScenario(const Design& design, const QString& name);
/// Moves it `steps` places down the list (negative: up), as far as there are places.
[[nodiscard]] Patch moveScenario(const Design& design, const QString& name, int steps);

/// `Scenario 1`, `Scenario 2` ... until it is free.
[[nodiscard]] QString freeScenarioName(const Design& design, const QString& wanted = {});

}  // namespace edits

/// The scenarios as they are when the things in `gone` are no longer there: without those failures, and without
/// scenarios that have none left.
[[nodiscard]] std::vector<Scenario> scenariosWithout(const Design& design, const QSet<QString>& gone);

/// The scenarios as they are when the link `id` is taken apart into `parts`: all of them fail in its place.
[[nodiscard]] std::vector<Scenario> scenariosAfterSplit(const Design& design, const QString& id, const QStringList& parts);

}  // namespace redoubt
