// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"
#include "views/render/style.h"

#include <QStandardItem>

namespace redoubt {

/// Rows of a FigureTable that are only read.
using FigureRow = QList<QStandardItem*>;

/// A row of these texts about these things.
[[nodiscard]] FigureRow figureRow(const QStringList& texts, const QStringList& ids = {});
/// A heading over rows, with their number.
[[nodiscard]] FigureRow headingRow(const QString& title, int columns);
/// Figures stand at the right.
void alignRight(const FigureRow& row, int column);
/// The state with its mark, word and colour.
void showState(const FigureRow& row, int column, ServiceState state, const Style& style);

}  // namespace redoubt
