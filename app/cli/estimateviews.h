// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/analysis/topology.h"

#include <QJsonObject>

namespace redoubt::cli {

/// What the command says beside the figures.
struct EstimateExtras {
    QString scenario;  ///< name of the one that `failed` comes from; may be empty
    QStringList failed;        ///< ids taken as down
    QStringList shown;         ///< `importance`, `sweep`, `quorum`, `recovery`, `improvements`
    QString explained;         ///< id of a service or a vault tenant; empty: none
    bool dynamicQuorum = false;
    std::optional<double> target;  ///< a fraction: the gate
};

/// A service that misses the gate.
struct MissedTarget {
    const ServiceEstimate* service = nullptr;
    double minutesOver = 0;      ///< a year, beyond what the target allows
    std::vector<std::pair<QString, double>> harden;  ///< ids and minutes a year: what to harden first
};
[[nodiscard]] std::vector<MissedTarget> missedTargets(const Topology& topology, const std::vector<ServiceEstimate>& services,
                                                      const EstimateExtras& extras);

/// Each section as text for people, empty when there is nothing to say, and as JSON.
[[nodiscard]] QString statesText(const Topology& topology, const EstimateExtras& extras, const QStringList& services);
[[nodiscard]] QJsonObject statesJson(const Topology& topology, const EstimateExtras& extras, const QStringList& services);
[[nodiscard]] QString explanationText(const Topology& topology, const EstimateExtras& extras);
[[nodiscard]] QJsonObject explanationJson(const Topology& topology, const EstimateExtras& extras);
[[nodiscard]] QString extrasText(const Topology& topology, const EstimateExtras& extras, const QStringList& services);
[[nodiscard]] QJsonObject extrasJson(const Topology& topology, const EstimateExtras& extras, const QStringList& services);
[[nodiscard]] QString gateText(const Topology& topology, const std::vector<MissedTarget>& missed, const EstimateExtras& extras);
[[nodiscard]] QJsonObject gateJson(const std::vector<MissedTarget>& missed, const EstimateExtras& extras);

}  // namespace redoubt::cli
