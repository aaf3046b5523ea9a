// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/finding.h"

#include <QGraphicsItem>

namespace redoubt {

struct Style;

/// The severity mark at an element's corner: octagon, triangle or circle, with the number of findings when there are
/// several. The worst finding gives the shape.
class BadgeItem : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };

    BadgeItem(const Style& style, QString subject);

    void show(QList<Finding> findings);
    [[nodiscard]] const QString& subject() const { return m_subject; }
    [[nodiscard]] const QList<Finding>& findings() const { return m_findings; }
    /// The rule and sentence of one finding; of several a short list of their sentences. Wrapped, for a tool tip.
    [[nodiscard]] QString sentences() const;

    /// Whether a press at this point of the scene is meant for it.
    [[nodiscard]] bool isHit(QPointF point) const;

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const Style& m_style;
    QString m_subject;
    QList<Finding> m_findings;
};

}  // namespace redoubt
