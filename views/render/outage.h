// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/recoverystatement.h"
#include "model/analysis/whatif.h"
#include "model/design/design.h"

namespace redoubt {

class Catalog;

/// What a what-if puts onto the picture: which things failed, which are lost with them, which links carry now, and how the
/// services stand.
class Outage {
public:
    enum class Thing { Untouched, Failed, Lost };
    enum class Way { InUse, TakingOver, AfterPeople, Idle, Failed };

    Outage() = default;
    /// Works it out. The scenario may have no name: failures that nobody has saved.
    Outage(const Design& design, const Catalog& catalog, Scenario scenario);

    [[nodiscard]] const Scenario& scenario() const { return m_scenario; }
    [[nodiscard]] const WhatIf& result() const { return m_result; }
    [[nodiscard]] const std::vector<RecoveryLine>& recovery() const { return m_recovery; }

    [[nodiscard]] Thing thing(const QString& element) const;
    [[nodiscard]] Way way(const QString& link) const;
    /// `Failed`, `Lost with Datacenter A`; empty when it is neither.
    [[nodiscard]] QString words(const QString& id) const;
    /// `What if Datacenter A is lost`, or the scenario's name.
    [[nodiscard]] const QString& title() const { return m_title; }
    /// `Datacenter A, SQL quorum and the connection from A to B`.
    [[nodiscard]] const QString& failedWords() const { return m_failedWords; }
    /// `4 services: 2 working, 1 needs a person, 1 down`.
    [[nodiscard]] QString summary() const;

private:
    Scenario m_scenario;
    WhatIf m_result;
    std::vector<RecoveryLine> m_recovery;
    QString m_title, m_failedWords;
    QSet<QString> m_failed, m_inUse, m_takingOver, m_afterPeople;
    QHash<QString, QString> m_lost;
};

/// `Datacenter A`, `the connection from Users to ss.company.com`; two of one name are told apart by their ids.
[[nodiscard]] QString failureName(const Design& design, const QString& id);
/// `1 hour`, `4 hours`, `30 minutes`.
[[nodiscard]] QString hoursWords(double hours);
/// `Works 99.9 % of the time while this lasts`, `Stands still until somebody acts, then works 99.9 % of the time`.
[[nodiscard]] QString givenFailureWords(const ServiceOutlook& service);

}  // namespace redoubt
