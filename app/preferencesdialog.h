// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/rulepacks.h"

#include <QDialog>
#include <functional>

class QVBoxLayout;

namespace redoubt {

class Theme;

/// Look, author and rule packs. What is chosen is in force at once, so that one sees what it does.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    /// `pathToAdd` asks for the file of a rule pack; empty: cancelled.
    PreferencesDialog(Preferences& preferences, RulePacks& packs, const Theme& theme,
                      std::function<QString(const QString& folder)> pathToAdd, QWidget* parent = nullptr);

signals:
    void themeChosen();
    void authorChanged(const QString& author);

private:
    void addLook(QVBoxLayout& column);
    void addAuthor(QVBoxLayout& column);
    void addPacks(QVBoxLayout& column);
    void showPacks();
    QWidget* makeCard(int at);

    Preferences& m_preferences;
    RulePacks& m_packs;
    const Theme& m_theme;
    std::function<QString(const QString& folder)> m_pathToAdd;
    QVBoxLayout* m_cards = nullptr;
};

}  // namespace redoubt
