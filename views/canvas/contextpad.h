// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <functional>

class QToolButton;

namespace redoubt {

class CanvasView;
class Editor;
struct Style;

/// A small bar beside the selection with what one does most to it.
class ContextPad : public QFrame {
    Q_OBJECT

public:
    ContextPad(Editor& editor, CanvasView& view, QWidget* parent);

    void applyStyle(const Style& style);
    /// Shows the buttons that fit the selection, beside `rect` (in the parent's pixels) and inside the parent, at the side
    /// where it hides least: `covered` says how many square pixels of the drawing a place would hide. Hides when nothing
    /// is selected or the rectangle is out of sight.
    void follow(const QRect& rect, const std::function<double(const QRect&)>& covered);

private:
    [[nodiscard]] QPoint bestPlace(const QRect& rect, const std::function<double(const QRect&)>& covered) const;
    QToolButton* button(const QString& icon, const QString& text);

    Editor& m_editor;
    QList<std::pair<QToolButton*, QString>> m_buttons;  ///< with their icons
    QToolButton* m_connect;
    QToolButton* m_group;
    QToolButton* m_duplicate;
    QToolButton* m_delete;
};

}  // namespace redoubt
