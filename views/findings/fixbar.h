// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace redoubt {

/// Floats over the canvas while a fix is previewed: what it does, what comes of it, apply or cancel.
class FixBar : public QFrame {
    Q_OBJECT

public:
    /// Stays at the top of `over`.
    explicit FixBar(QWidget* over);

    /// Takes the focus, so that Return applies and Escape cancels.
    void show(const QString& words, const QString& effect);

signals:
    void answered(bool apply);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();

    QLabel* m_words;
    QLabel* m_effect;
    QPushButton* m_apply;
};

}  // namespace redoubt
