// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace redoubt {

/// A field over the drawing for a name. Return or leaving it accepts, Escape gives up; either way it is gone afterwards.
class NameEditor : public QLineEdit {
    Q_OBJECT

public:
    NameEditor(QString id, const QString& name, QWidget* parent);

    [[nodiscard]] const QString& id() const { return m_id; }

signals:
    void accepted(const QString& id, const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void finish(bool accept);

    QString m_id;
    bool m_done = false;
};

}  // namespace redoubt
