// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"
#include "views/render/outage.h"

namespace redoubt {

/// What has failed at the moment, and what comes of it: worked out off the window's thread after every click and every
/// edit; only the last question is answered. Owns the verbs on scenarios; each is one undo step.
class WhatIfMode : public QObject {
    Q_OBJECT

public:
    WhatIfMode(Editor& editor, LiveAnalysis& analysis, QObject* parent = nullptr);

    [[nodiscard]] bool isOn() const { return m_on; }
    [[nodiscard]] const QStringList& failed() const { return m_failed; }
    /// The last answer; null before the first and when the mode is off.
    [[nodiscard]] const std::shared_ptr<const Outage>& outage() const { return m_outage; }
    /// True while the answer is older than the failures or the design.
    [[nodiscard]] bool isPending() const { return m_asked != m_answered; }
    /// The name of the scenario that fails exactly what has failed; empty when there is none.
    [[nodiscard]] QString shown() const;
    /// Its place in the list of scenarios; -1 when none is shown.
    [[nodiscard]] int place() const;
    [[nodiscard]] int scenarioCount() const { return int(m_editor.design().scenarios.size()); }
    /// The failures as a scenario: the one shown, else one without a name.
    [[nodiscard]] Scenario current() const;

    void setOn(bool on);
    /// Fails it, or restores it.
    void toggle(const QString& id);
    void restoreAll();
    void show(const QString& scenario);
    /// To the next (1) or the previous (-1) scenario; before the first, everything works.
    void step(int by);

    /// Saves the failures under a name, in the place of a scenario of that name. False when there is nothing to save.
    bool save(const QString& name);
    bool rename(const QString& name, const QString& newName);
    void setNote(const QString& name, const QString& note);
    void remove(const QString& name);
    void move(const QString& name, int steps);

signals:
    void turned(bool on);
    /// Other things have failed; the answer follows.
    void failedChanged();
    /// The answer is there.
    void answered();
    void scenariosChanged();

private:
    void onChanged(const Change& change);
    void setFailed(const QStringList& ids);
    void ask();

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    QStringList m_failed;
    QString m_last;  ///< scenario that was shown last; of several alike it is the one meant
    std::shared_ptr<const Outage> m_outage;
    bool m_on = false;
    bool m_running = false;
    quint64 m_asked = 0, m_answered = 0;
};

}  // namespace redoubt
