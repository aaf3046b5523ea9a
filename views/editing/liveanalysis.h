// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/analyse.h"
#include "model/design/document.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <memory>

namespace redoubt {

/// What the last edit did to the findings. A finding that is waived or open again is neither fixed nor new.
struct FindingsDelta {
    int fixed = 0;
    int added = 0;
    int waived = 0;
    int reopened = 0;  ///< found before and waived then, open now

    /// `2 findings fixed, 1 new`; empty when nothing changed.
    [[nodiscard]] QString text() const;
};
[[nodiscard]] FindingsDelta compareFindings(const Report& before, const Report& after);

/// Judges the design after every edit, on a copy and off the window's thread. At most one run waits: a burst of edits
/// costs one run more, not one each.
class LiveAnalysis : public QObject {
    Q_OBJECT

public:
    LiveAnalysis(Document& document, const Catalog& catalog, RuleSet rules, QObject* parent = nullptr);
    ~LiveAnalysis() override;

    /// The last report, shown until the next arrives.
    [[nodiscard]] const Report& report() const { return m_report; }
    /// True while the report is older than the design.
    [[nodiscard]] bool isPending() const { return m_running || m_waiting || m_timer.isActive(); }
    [[nodiscard]] const RuleSet& rules() const { return *m_rules; }
    /// Judges by other rules from now on. What they find is no edit's doing: the next report has no delta.
    void setRules(RuleSet rules);
    [[nodiscard]] const FindingsDelta& delta() const { return m_delta; }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }

    /// Does `work` off the window's thread, after what is waiting there, with the rules of now; `done` gets its result in
    /// the window's thread as long as `asker` lives.
    template <class Work, class Done>
    void ask(QObject* asker, Work work, Done done)
    {
        m_pool.start([this, asker = QPointer<QObject>(asker), rules = m_rules, work = std::move(work), done = std::move(done)] {
            auto result = work(*rules);
            QMetaObject::invokeMethod(this, [asker, done, result = std::move(result)]() mutable {
                if (asker)
                    done(std::move(result));
            }, Qt::QueuedConnection);
        });
    }

signals:
    void rulesChanged();
    void reported(const redoubt::Report& report);

private:
    void start();
    void finish(Report report, quint64 serial);

    Document& m_document;
    const Catalog& m_catalog;
    std::shared_ptr<const RuleSet> m_rules;  ///< shared with the run in flight
    QTimer m_timer;
    QThreadPool m_pool;  ///< of one thread
    Report m_report;
    FindingsDelta m_delta;
    bool m_running = false;
    bool m_waiting = false;
    bool m_fresh = true;        ///< the design or the rules were replaced: nothing to compare the next report with
    quint64 m_resets = 0;       ///< reports on a design or by rules that are gone are dropped
};

}  // namespace redoubt
