// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QWidget>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace redoubt {

class Theme;

/// Reason, author and expiry of a waiver, for a new one and for one that is changed.
class WaiverForm : public QWidget {
    Q_OBJECT

public:
    WaiverForm(const QString& acceptText, const Theme& theme, QWidget* parent = nullptr);

    void show(const QString& reason, const QString& by, const QDate& expires);
    /// The author that an empty form proposes.
    void setAuthor(const QString& author);
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString by() const;
    /// Null: never.
    [[nodiscard]] QDate expires() const;
    /// Waivers need a reason, and a date that can be read.
    [[nodiscard]] bool isComplete() const;
    void focusReason();

signals:
    void accepted();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void check();
    void addTerms(const Theme& theme);

    QLineEdit* m_reason;
    QLineEdit* m_by;
    QLineEdit* m_expires;
    QLabel* m_problem;
    QPushButton* m_accept;
};

/// A day as people type it: `2027-05-01` or `1 May 2027`; null when it is neither.
[[nodiscard]] QDate parseDay(const QString& text);

}  // namespace redoubt
