// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"

namespace redoubt {

/// How much of a data set is lost with a failure, and how long it is away.
struct RecoveryLine {
    enum class Loss {
        None,          ///< every committed change is kept
        NotYetCopied,  ///< what an asynchronous replica had not received: seconds to minutes, not known from a design
        Age,           ///< up to `lossMinutes`
        UntilRepair,   ///< nothing is lost, but nothing can be read before the repair
        Backup,        ///< what stands there alone: since the last backup, if the failure destroys it
    };
    QString dataSet;   ///< `Secret Server database` ...
    QString subject;   ///< the group or element that holds it
    QString failure;   ///< `Loss of the primary database server` ...
    QStringList failed;
    ServiceState state = ServiceState::Working;  ///< of the data set; never Degraded
    /// Recovery time in hours: zero when it happens by itself (a switch takes about a minute), the people's time,
    /// or the time of the repair.
    double hours = 0;
    bool moves = true;  ///< something else takes over; else what was lost was not in use, and nobody notices
    bool hoursAssumed = false;  ///< from the catalogue's defaults
    Loss loss = Loss::None;
    std::optional<double> lossMinutes;
    std::optional<double> staleShare;  ///< of a copy in a vault: share of time that it is older than the vault (d.7)
    QString recoveryPoint;  ///< in words
    QString recoveryTime;
};

/// For every database that is drawn, the recordings and each vault's copy: loss of the primary server, of its site, of
/// the witness together with a server, of the recording server, of Secret Server (catalogue d.2, d.7).
[[nodiscard]] std::vector<RecoveryLine> recoveryStatement(const Topology& topology);

/// The same for failures that have happened: the data sets that `failed` touches. `services` is what whatIf says of it.
[[nodiscard]] std::vector<RecoveryLine> recoveryGiven(const Topology& topology, const QSet<QString>& failed,
                                                      const std::vector<ServiceOutlook>& services);

}  // namespace redoubt
