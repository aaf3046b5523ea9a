// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace redoubt {

class OutlookCard;
class ScenarioList;
class Theme;
class Walkthrough;
class WhatIfMode;

/// What-if in words: what has failed, every service with its state and reason, the walkthrough, the data, the scenarios.
class WhatIfPanel : public QWidget {
    Q_OBJECT

public:
    WhatIfPanel(WhatIfMode& mode, Editor& editor, const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] ScenarioList& scenarios() { return *m_scenarios; }

signals:
    void revealed(const QStringList& ids);

private:
    void showFailed();
    void showAnswer();

    WhatIfMode& m_mode;
    Editor& m_editor;
    const Theme& m_theme;
    QWidget* m_failed;
    QWidget* m_nothing;
    QVBoxLayout* m_services;
    QList<OutlookCard*> m_cards;
    Walkthrough* m_steps;
    ScenarioList* m_scenarios;
};

}  // namespace redoubt
