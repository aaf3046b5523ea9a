// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"

#include <QFrame>

class QLabel;

namespace redoubt {

class Theme;

/// One service during a what-if: its state as mark and word, why, and the figures given the failure.
class OutlookCard : public QFrame {
    Q_OBJECT

public:
    explicit OutlookCard(const Theme& theme, QWidget* parent = nullptr);

    void show(const ServiceOutlook& service, bool anyFailed);
    [[nodiscard]] const QString& service() const { return m_id; }

private:
    const Theme& m_theme;
    QString m_id;
    QLabel* m_mark;
    QLabel* m_name;
    QLabel* m_state;
    QLabel* m_reason;
    QLabel* m_figures;
};

}  // namespace redoubt
