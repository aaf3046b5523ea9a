// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace redoubt {

/// A combo box for long forms: the wheel scrolls the form unless the box has the focus, and a value that is not given
/// can be shown in the secondary colour.
class CalmCombo : public QComboBox {
    Q_OBJECT

public:
    explicit CalmCombo(QWidget* parent = nullptr);

    void setAbsent(bool absent);

protected:
    /// A choice that has no room ends in an ellipsis.
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

}  // namespace redoubt
