// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/service/pricestrip.h"

#include "model/analysis/downtimecost.h"
#include "views/parts/panels.h"
#include "views/parts/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <cmath>

namespace redoubt {

QString moneyText(double amount, const QString& currency)
{
    const int digits = amount < 100 && std::fabs(amount - std::round(amount)) > 0.005 ? 2 : 0;
    return QStringLiteral("%1 %2").arg(QLocale(QLocale::English).toString(amount, 'f', digits), currency).trimmed();
}

PriceStrip::PriceStrip(const FigureContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_sum(makeLabel({}, "", this))
{
    setObjectName(QStringLiteral("priceStrip"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeLabel(QStringLiteral("An hour of downtime costs"), "secondary", this));
    layout->addWidget(addField(QStringLiteral("downtime-cost-hour"), 84));
    layout->addWidget(addField(QStringLiteral("currency"), 84));
    layout->addWidget(m_sum);
    m_sum->setObjectName(QStringLiteral("downtimeCost"));
    connect(&context.editor.document(), &Document::changed, this, &PriceStrip::refresh);
    refresh();
}

PropertyEditor* PriceStrip::addField(const QString& setting, int width)
{
    const PropertyDef* def = m_context.editor.catalog().setting(setting);
    Q_ASSERT(def);
    PropertyEditor* field = makeEditor(*def, {m_context.editor, m_context.theme}, this);
    field->setFixedWidth(width);
    if (auto* edit = field->findChild<QLineEdit*>())
        edit->setToolTip(def->help);
    connect(field, &PropertyEditor::edited, this, [this, setting](const std::optional<PropertyValue>& value) {
        m_context.editor.setSetting(setting, value);
    });
    connect(field, &PropertyEditor::finished, this, [this] { m_context.editor.endMerge(); });
    connect(field, &PropertyEditor::complained, this, [this](const QString& problem) {
        m_sum->setProperty("tone", problem.isEmpty() ? QString() : QStringLiteral("error"));
        if (problem.isEmpty())
            refresh();
        else
            m_sum->setText(problem);
    });
    m_fields << field;
    return field;
}

void PriceStrip::show(const ServiceEstimate& service)
{
    m_service = service;
    refresh();
}

void PriceStrip::refresh()
{
    const Design& design = m_context.editor.design();
    for (PropertyEditor* field : std::as_const(m_fields)) {
        FieldState state;
        const auto given = design.settings.constFind(field->def().id);
        if (given != design.settings.cend())
            state.given = *given;
        field->show(state);
    }
    const Downtime downtime = downtimeOf(design, m_service);
    m_sum->setText(downtime.costYear ? QStringLiteral("%1 a year, %2 a month")
                                           .arg(moneyText(*downtime.costYear, downtime.currency), moneyText(*downtime.costMonth, downtime.currency))
                                     : QString());
}

}  // namespace redoubt
