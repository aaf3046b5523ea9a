// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace redoubt {

class ServiceChip;
class Theme;
class WhatIfMode;

/// The strip over the canvas while what-if is on: what has failed, how every service stands, the step in the list of
/// scenarios, and the ways back. It stays while one presents.
class WhatIfStrip : public QFrame {
    Q_OBJECT

public:
    WhatIfStrip(WhatIfMode& mode, const Theme& theme, QWidget* parent = nullptr);

signals:
    void leaveAsked();

private:
    void refresh();
    void showServices();
    void showSteps();

    WhatIfMode& m_mode;
    const Theme& m_theme;
    QLabel* m_mark;
    QLabel* m_title;
    QLabel* m_hint;
    QWidget* m_services;
    QList<ServiceChip*> m_chips;
    QWidget* m_steps;
    QLabel* m_step;
    QToolButton* m_previous;
    QToolButton* m_next;
    QPushButton* m_restore;
};

}  // namespace redoubt
