// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/estimates/figures/figurepage.h"
#include "views/inspector/propertyeditor.h"

class QLabel;

namespace redoubt {

/// What an hour of downtime costs, and so what a year of it comes to.
class PriceStrip : public QWidget {
    Q_OBJECT

public:
    PriceStrip(const FigureContext& context, QWidget* parent);

    void show(const ServiceEstimate& service);

private:
    PropertyEditor* addField(const QString& setting, int width);
    void refresh();

    FigureContext m_context;
    QList<PropertyEditor*> m_fields;
    QLabel* m_sum;
    ServiceEstimate m_service;
};

/// `8,870 EUR`: at most three useful digits below a hundred, whole numbers above.
[[nodiscard]] QString moneyText(double amount, const QString& currency);

}  // namespace redoubt
