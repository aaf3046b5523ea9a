// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rulepacks.h"

#include <QFileInfo>

namespace redoubt {

namespace {

constexpr int settleMs = 120;

}  // namespace

RulePacks::RulePacks(const Catalog& catalog, RuleSet builtin, Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_builtin(std::move(builtin))
    , m_preferences(preferences)
{
    for (const Preferences::RulePackFile& file : preferences.rulePacks())
        m_entries.push_back({file.path, file.on, {}, {}, {}});
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    const auto settle = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_settle, &QTimer::timeout, this, &RulePacks::load);
    load();
}

void RulePacks::add(const QString& path)
{
    const QString full = QFileInfo(path).absoluteFilePath();
    const bool known = std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.path == full; });
    if (known)
        return;
    m_entries.push_back({full, true, {}, {}, {}});
    keep();
}

void RulePacks::remove(int at)
{
    m_entries.erase(m_entries.begin() + at);
    keep();
}

void RulePacks::setOn(int at, bool on)
{
    m_entries[size_t(at)].on = on;
    keep();
}

void RulePacks::move(int at, int by)
{
    const int to = at + by;
    if (to < 0 || to >= int(m_entries.size()))
        return;
    std::swap(m_entries[size_t(at)], m_entries[size_t(to)]);
    keep();
}

void RulePacks::noteStopped(const std::vector<StoppedRule>& rules)
{
    bool other = false;
    for (Entry& entry : m_entries) {
        std::vector<Problem> stopped;
        for (const StoppedRule& rule : rules)
            if (rule.path == entry.path)
                stopped.push_back({rule.line, rule.column, rule.text});
        const auto same = [](const Problem& a, const Problem& b) { return a.line == b.line && a.text == b.text; };
        other |= !std::equal(stopped.begin(), stopped.end(), entry.stopped.begin(), entry.stopped.end(), same);
        entry.stopped = std::move(stopped);
    }
    if (other)
        emit stoppedChanged();
}

void RulePacks::keep()
{
    QList<Preferences::RulePackFile> files;
    for (const Entry& entry : m_entries)
        files.append({entry.path, entry.on});
    m_preferences.setRulePacks(files);
    load();
}

void RulePacks::load()
{
    RuleSet rules = m_builtin;
    for (Entry& entry : m_entries) {
        entry.problems.clear();
        entry.stopped.clear();
        entry.loaded.reset();
        if (!entry.on)
            continue;
        try {
            // One by one: a pack that is wrong must not take those after it along.
            rules = withPacks(rules, readPackFiles({entry.path}), m_catalog);
            entry.loaded = rules.packs.back();
        } catch (const FileError& error) {
            entry.problems = error.problems();
        }
    }
    m_rules = std::move(rules);
    watch();
    emit changed();
}

void RulePacks::watch()
{
    QStringList wanted;
    for (const Entry& entry : m_entries) {
        if (!entry.on)
            continue;
        // Of a file that is gone, or written anew beside the old one, only the folder tells.
        const QFileInfo info(entry.path);
        for (const QString& path : {entry.path, info.absolutePath()})
            if (QFileInfo::exists(path) && !wanted.contains(path))
                wanted << path;
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString& path : watched)
        if (!wanted.contains(path))
            m_watcher.removePath(path);
    for (const QString& path : std::as_const(wanted))
        if (!watched.contains(path))
            m_watcher.addPath(path);
}

}  // namespace redoubt
