// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace redoubt {

class Theme;
class WhatIfMode;

/// The scenarios of the design: saved from what has failed, shown by a click, renamed, moved and deleted in place.
class ScenarioList : public QWidget {
    Q_OBJECT

public:
    ScenarioList(WhatIfMode& mode, Editor& editor, const Theme& theme, QWidget* parent = nullptr);

    /// To the field for the name of what has failed now.
    void beginSaving();

private:
    void refresh();
    void addRow(const Scenario& scenario, bool shown);
    void showSaving();
    void save();
    void saveNote();
    void beginRename(const QString& name);

    WhatIfMode& m_mode;
    Editor& m_editor;
    const Theme& m_theme;
    QLineEdit* m_name;
    QPushButton* m_save;
    QLineEdit* m_note;
    QVBoxLayout* m_rows;
    QString m_renaming;
};

}  // namespace redoubt
