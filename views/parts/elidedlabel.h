// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QLineEdit>

namespace redoubt {

/// A label of one line that ends in an ellipsis where its text has no room, and shows all of it when hovered (unless it
/// has a tool tip of its own).
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    /// `tone` as in `makeLabel`.
    explicit ElidedLabel(const char* tone = "", QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool isElided() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

/// The same for a field: all of the text while one types, an ellipsis where it has no room else.
class ElidedEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit ElidedEdit(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace redoubt
