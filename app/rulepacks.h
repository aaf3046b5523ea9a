// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/preferences.h"
#include "model/analysis/report.h"
#include "model/files/fileerror.h"
#include "model/rules/rulepack.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <optional>

namespace redoubt {

/// The rules that this window judges by: the built-in ones with the rule packs of the preferences on top, in their order.
/// A pack with mistakes is left out and says what is wrong with it; a file that changes is read again.
class RulePacks : public QObject {
    Q_OBJECT

public:
    struct Entry {
        QString path;
        bool on = true;
        std::vector<Problem> problems;   ///< why it is left out
        std::vector<Problem> stopped;    ///< its rules that were given up on the design that is open
        std::optional<RulePack> loaded;  ///< what it does, when it is on and sound
    };

    RulePacks(const Catalog& catalog, RuleSet builtin, Preferences& preferences, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] const RuleSet& rules() const { return m_rules; }

    void add(const QString& path);
    void remove(int at);
    void setOn(int at, bool on);
    /// Takes from the last judgement which rules were given up.
    void noteStopped(const std::vector<StoppedRule>& rules);
    /// Applies it one place earlier (-1) or later (1).
    void move(int at, int by);

signals:
    /// Other rules are in force, or other packs are listed.
    void changed();
    /// Other rules are given up than before.
    void stoppedChanged();

private:
    void keep();
    void load();
    void watch();

    const Catalog& m_catalog;
    const RuleSet m_builtin;
    Preferences& m_preferences;
    std::vector<Entry> m_entries;
    RuleSet m_rules;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;  ///< editors write a file in several steps
};

}  // namespace redoubt
