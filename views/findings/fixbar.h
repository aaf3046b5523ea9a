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
    /// Stays at the top of `over`, or at its foot.
    explicit FixBar(QWidget* over);

    /// Takes the focus, so that Return applies and Escape cancels. `lit` is what the fix changes, in pixels of `over`: the
    /// bar stands where it hides none of it.
    void show(const QString& words, const QString& effect, const QRect& lit);

signals:
    void answered(bool apply);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();

    QRect m_lit;
    QLabel* m_words;
    QLabel* m_effect;
    QPushButton* m_apply;
};

}  // namespace redoubt
