// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/style.h"

#include <QStyledItemDelegate>
#include <functional>
#include <optional>

namespace redoubt {

class Theme;

/// What a row of two lines shows. All lists of the findings panel look alike.
struct RowWords {
    QString title, caption;
    QString right;  ///< small, at the end of the first line
    QString state;  ///< a word in a column of its own; begins the caption where there is no room for that; may be empty
    bool dimmed = false;
    std::function<void(QPainter& painter, const QRectF& rect)> mark;
};

inline constexpr int rowHeadingHeight = 28, rowHeight = 46;

void paintRowHeading(QPainter& painter, const QStyleOptionViewItem& option, const QString& title, int count, const Style& style);
void paintRow(QPainter& painter, const QStyleOptionViewItem& option, const RowWords& words, const Style& style);

/// Marks that are no severity.
enum class PlainMark { Check, Dash, Question, Cross, Picture };
void paintPlainMark(QPainter& painter, PlainMark mark, const QRectF& rect, const Style& style);
[[nodiscard]] QPixmap plainMarkPixmap(PlainMark mark, int size, const Style& style, double ratio);

/// Paints the two levels of a list: headings with their count and rows.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `words` gives the row of an index; nothing for a heading, whose title is its display text.
    RowDelegate(std::function<std::optional<RowWords>(const QModelIndex&)> words, const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    std::function<std::optional<RowWords>(const QModelIndex&)> m_words;
    const Theme& m_theme;
};

}  // namespace redoubt
