// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/analyse.h"
#include "model/design/document.h"

#include <QThreadPool>
#include <QTimer>

namespace redoubt {

/// What the last edit did to the findings.
struct FindingsDelta {
    int fixed = 0;
    int added = 0;

    /// `2 findings fixed, 1 new`; empty when nothing changed.
    [[nodiscard]] QString text() const;
};
[[nodiscard]] FindingsDelta compareFindings(const Report& before, const Report& after);

/// Judges the design after every edit, on a copy and off the window's thread. At most one run waits: a burst of edits
/// costs one run more, not one each.
class LiveAnalysis : public QObject {
    Q_OBJECT

public:
    LiveAnalysis(Document& document, const Catalog& catalog, const RuleSet& rules, QObject* parent = nullptr);
    ~LiveAnalysis() override;

    /// The last report, shown until the next arrives.
    [[nodiscard]] const Report& report() const { return m_report; }
    /// True while the report is older than the design.
    [[nodiscard]] bool isPending() const { return m_running || m_waiting || m_timer.isActive(); }
    [[nodiscard]] const RuleSet& rules() const { return m_rules; }
    [[nodiscard]] const FindingsDelta& delta() const { return m_delta; }

signals:
    void reported(const redoubt::Report& report);

private:
    void start();
    void finish(Report report, quint64 serial);

    Document& m_document;
    const Catalog& m_catalog;
    const RuleSet& m_rules;
    QTimer m_timer;
    QThreadPool m_pool;  ///< of one thread
    Report m_report;
    FindingsDelta m_delta;
    bool m_running = false;
    bool m_waiting = false;
    bool m_fresh = true;        ///< the design was replaced: nothing to compare the next report with
    quint64 m_resets = 0;       ///< reports on a design that is gone are dropped
};

}  // namespace redoubt
