// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace redoubt {

/// What the window remembers from one run to the next. The only place that names a key of QSettings.
class Preferences {
public:
    /// In the user's settings, or in `file` when it is given (tests).
    explicit Preferences(const QString& file = {});

    enum class ThemeChoice { System, Light, Dark };
    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    /// Newest first, at most ten; files that are gone stay until they are asked to go.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);
    void clearRecentFiles();

    [[nodiscard]] QByteArray geometry() const;
    [[nodiscard]] QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);

    [[nodiscard]] QString lastFolder() const;
    void setLastFolder(const QString& folder);

    /// Signs waivers and new designs; may be empty.
    [[nodiscard]] QString author() const;
    void setAuthor(const QString& author);

    /// Whether the canvas keeps badges and live counts to itself.
    [[nodiscard]] bool whiteboard() const;
    void setWhiteboard(bool on);

    [[nodiscard]] bool minimap() const;
    void setMinimap(bool on);

    struct RulePackFile {
        QString path;
        bool on = true;
        friend bool operator==(const RulePackFile&, const RulePackFile&) = default;
    };
    /// In the order in which they apply.
    [[nodiscard]] QList<RulePackFile> rulePacks() const;
    void setRulePacks(const QList<RulePackFile>& packs);

    struct Export {
        QString suffix = QStringLiteral("svg");
        bool dark = false;
        bool legend = true;
        bool titleBlock = true;
        bool hiddenLinks = false;
        int dpi = 192;
    };
    [[nodiscard]] Export exportChoice() const;
    void setExportChoice(const Export& choice);

    void sync() { m_settings.sync(); }

private:
    QSettings m_settings;
};

}  // namespace redoubt
