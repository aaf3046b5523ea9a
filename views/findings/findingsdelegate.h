// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace redoubt {

class FindingsModel;
class Theme;

/// Draws a finding: mark, title and rule on the first line, the sentence on the second; headings with their count.
class FindingsDelegate : public QStyledItemDelegate {
public:
    FindingsDelegate(const FindingsModel& model, const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const FindingsModel& m_model;
    const Theme& m_theme;
};

}  // namespace redoubt
