// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/outage.h"

#include <QWidget>

class QVBoxLayout;

namespace redoubt {

class Theme;

/// Who takes over and what people do, in order; then what becomes of the data. Each step shows its place on the canvas.
class Walkthrough : public QWidget {
    Q_OBJECT

public:
    explicit Walkthrough(const Theme& theme, QWidget* parent = nullptr);

    void show(const Outage& outage);

signals:
    void revealed(const QStringList& ids);

private:
    void addStep(int number, const FailoverStep& step);
    void addRecovery(const RecoveryLine& line);
    void addHeading(const QString& text);

    const Theme& m_theme;
    QVBoxLayout* m_column;
};

}  // namespace redoubt
