// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/style.h"

#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QTemporaryDir>

namespace redoubt {

/// The window's look, made from the tokens of `views/render/style`: light or dark, switched while running. Icons from
/// here repaint themselves in the colours of the theme in force.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    [[nodiscard]] const Style& style() const;
    [[nodiscard]] bool isDark() const { return m_dark; }
    /// Puts font, palette and style sheet on the application.
    void setDark(bool dark);

    /// An icon of the window (resources/icons/ui) in the text colour. It must not outlive this theme.
    [[nodiscard]] QIcon icon(const QString& name) const;
    /// An element kind's icon in its product's colour. It must not outlive this theme.
    [[nodiscard]] QIcon kindIcon(const QString& icon, const QString& product) const;

signals:
    void changed();

private:
    bool m_dark = false;
    QTemporaryDir m_marks;  ///< small pictures that a style sheet can only name by file
};

[[nodiscard]] QPalette paletteOf(const Style& style);
/// `marks` is the folder of check mark and arrows.
[[nodiscard]] QString styleSheetOf(const Style& style, const QString& marks);
/// The system's font; where the system names none, the canvas family.
[[nodiscard]] QFont windowFont();

}  // namespace redoubt
