// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/figuretree.h"
#include "views/render/style.h"

#include <QStandardItem>

namespace redoubt {

/// The columns of an explained figure.
enum class FactorColumn { Factor, Works, Repair, Source, Count };

/// A figure, and the components that count only once people have failed over to them.
struct ExplainedService {
    FigureExplanation figure;
    std::vector<FigureFactor> others;
};
/// Nothing when the design does not have the service. `components`: all that its figures depend on.
[[nodiscard]] std::optional<ExplainedService> explainedService(const Topology& topology, const QString& service, const QStringList& components);

/// A figure as rows: the factors of the automatic figure, then what people add to it and the times they take. Cells of
/// inputs can be edited.
[[nodiscard]] std::vector<QList<QStandardItem*>> factorRows(const ExplainedService& service, const Design& design,
                                                            const Catalog& catalog, const Style& style);

}  // namespace redoubt
