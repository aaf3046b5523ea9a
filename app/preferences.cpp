// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/preferences.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace redoubt {

namespace {

constexpr int mostRecentFiles = 10;
// Raised when docks or toolbars change so much that an old state would tear the window apart.
const QString stateKey = QStringLiteral("window/state1");
const QString geometryKey = QStringLiteral("window/geometry");
const QString themeKey = QStringLiteral("window/theme");
const QString whiteboardKey = QStringLiteral("window/whiteboard");
const QString minimapKey = QStringLiteral("window/minimap");
const QString authorKey = QStringLiteral("person/author");
const QString packsKey = QStringLiteral("rules/packs");
const QString packsOffKey = QStringLiteral("rules/packs-off");
const QString recentKey = QStringLiteral("files/recent");
const QString folderKey = QStringLiteral("files/folder");

}  // namespace

Preferences::Preferences(const QString& file)
    : m_settings(file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("redoubt"),
                                            QStringLiteral("redoubt")).fileName()
                                : file,
                 QSettings::IniFormat)
{
}

Preferences::ThemeChoice Preferences::theme() const
{
    const QString text = m_settings.value(themeKey).toString();
    if (text == QLatin1String("dark"))
        return ThemeChoice::Dark;
    return text == QLatin1String("light") ? ThemeChoice::Light : ThemeChoice::System;
}

void Preferences::setTheme(ThemeChoice choice)
{
    m_settings.setValue(themeKey, choice == ThemeChoice::Dark ? QStringLiteral("dark")
                            : choice == ThemeChoice::Light    ? QStringLiteral("light")
                                                              : QStringLiteral("system"));
}

QStringList Preferences::recentFiles() const
{
    return m_settings.value(recentKey).toStringList();
}

void Preferences::addRecentFile(const QString& path)
{
    const QString full = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(full);
    files.prepend(full);
    while (files.size() > mostRecentFiles)
        files.removeLast();
    m_settings.setValue(recentKey, files);
}

void Preferences::removeRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    m_settings.setValue(recentKey, files);
}

void Preferences::clearRecentFiles()
{
    m_settings.remove(recentKey);
}

QByteArray Preferences::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

QByteArray Preferences::windowState() const
{
    return m_settings.value(stateKey).toByteArray();
}

void Preferences::setWindow(const QByteArray& geometry, const QByteArray& state)
{
    m_settings.setValue(geometryKey, geometry);
    m_settings.setValue(stateKey, state);
}

QString Preferences::lastFolder() const
{
    const QString folder = m_settings.value(folderKey).toString();
    return folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder;
}

void Preferences::setLastFolder(const QString& folder)
{
    m_settings.setValue(folderKey, folder);
}

QString Preferences::author() const
{
    return m_settings.value(authorKey).toString();
}

void Preferences::setAuthor(const QString& author)
{
    m_settings.setValue(authorKey, author);
}

bool Preferences::whiteboard() const
{
    return m_settings.value(whiteboardKey, false).toBool();
}

void Preferences::setWhiteboard(bool on)
{
    m_settings.setValue(whiteboardKey, on);
}

bool Preferences::minimap() const
{
    return m_settings.value(minimapKey, false).toBool();
}

void Preferences::setMinimap(bool on)
{
    m_settings.setValue(minimapKey, on);
}

QList<Preferences::RulePackFile> Preferences::rulePacks() const
{
    const QStringList off = m_settings.value(packsOffKey).toStringList();
    QList<RulePackFile> packs;
    for (const QString& path : m_settings.value(packsKey).toStringList())
        packs.append({path, !off.contains(path)});
    return packs;
}

void Preferences::setRulePacks(const QList<RulePackFile>& packs)
{
    QStringList paths, off;
    for (const RulePackFile& pack : packs) {
        paths << pack.path;
        if (!pack.on)
            off << pack.path;
    }
    m_settings.setValue(packsKey, paths);
    m_settings.setValue(packsOffKey, off);
}

Preferences::Export Preferences::exportChoice() const
{
    Export choice;
    const auto at = [this](const char* key, const QVariant& fallback) {
        return m_settings.value(QStringLiteral("export/") + QLatin1String(key), fallback);
    };
    choice.suffix = at("suffix", choice.suffix).toString();
    choice.dark = at("dark", choice.dark).toBool();
    choice.legend = at("legend", choice.legend).toBool();
    choice.titleBlock = at("title-block", choice.titleBlock).toBool();
    choice.hiddenLinks = at("hidden-links", choice.hiddenLinks).toBool();
    choice.dpi = at("dpi", choice.dpi).toInt();
    return choice;
}

void Preferences::setExportChoice(const Export& choice)
{
    const auto put = [this](const char* key, const QVariant& value) {
        m_settings.setValue(QStringLiteral("export/") + QLatin1String(key), value);
    };
    put("suffix", choice.suffix);
    put("dark", choice.dark);
    put("legend", choice.legend);
    put("title-block", choice.titleBlock);
    put("hidden-links", choice.hiddenLinks);
    put("dpi", choice.dpi);
}

}  // namespace redoubt
