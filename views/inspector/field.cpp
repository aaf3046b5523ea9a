// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/field.h"

#include <QRegularExpression>
#include <cmath>

namespace redoubt {

namespace {

QString numberText(double number)
{
    return QString::number(number, 'g', 15);
}

/// Both signs people type between digits.
std::optional<double> readNumber(QString text)
{
    text.remove(QLatin1Char(' ')).remove(QLatin1Char('%'));
    if (text.count(QLatin1Char(',')) == 1 && !text.contains(QLatin1Char('.')) && text.section(QLatin1Char(','), 1).size() != 3)
        text.replace(QLatin1Char(','), QLatin1Char('.'));
    text.remove(QLatin1Char(','));
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString rangeProblem(const PropertyDef& def, double number)
{
    const QString unit = def.unit.isEmpty() ? QString() : QLatin1Char(' ') + def.unit;
    if (def.minimum && number < *def.minimum)
        return QStringLiteral("At least %1%2").arg(numberText(*def.minimum), unit);
    if (def.maximum && number > *def.maximum)
        return QStringLiteral("At most %1%2").arg(numberText(*def.maximum), unit);
    return {};
}

ParsedField parseNumber(const PropertyDef& def, const QString& text)
{
    const std::optional<double> number = readNumber(text);
    if (!number)
        return {{}, QStringLiteral("A number, please")};
    if (def.type == PropertyType::Availability) {
        // Files and papers say 0.999, the field says 99.9 %: up to 1 it is a fraction. Just above 1 it is a slip.
        if (*number <= 0 || *number > 100 || (*number > 1 && *number < 2))
            return {{}, QStringLiteral("More than 0 and at most 100 %, for example 99.9")};
        if (*number <= 1)
            return {PropertyValue(*number), {}};
        // To 15 digits, so that 99.9 is 0.999 and not the binary neighbour that the division yields.
        return {PropertyValue(QString::number(*number / 100, 'g', 15).toDouble()), {}};
    }
    if (const QString problem = rangeProblem(def, *number); !problem.isEmpty())
        return {{}, problem};
    if (def.type == PropertyType::Integer) {
        if (*number != std::floor(*number) || std::abs(*number) > 9e15)
            return {{}, QStringLiteral("A whole number, please")};
        return {PropertyValue(qint64(*number)), {}};
    }
    if (*number == std::floor(*number) && std::abs(*number) < 9e15)
        return {PropertyValue(qint64(*number)), {}};
    return {PropertyValue(*number), {}};
}

QStringList splitItems(const QString& text)
{
    QStringList items;
    for (const QString& item : text.split(QRegularExpression(QStringLiteral("[,;\\n]")))) {
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed());
    }
    return items;
}

}  // namespace

QString choiceLabel(const PropertyDef& def, const QString& choice)
{
    const qsizetype at = def.choices.indexOf(choice);
    return at >= 0 && at < def.choiceLabels.size() ? def.choiceLabels[at] : choice;
}

QString fieldUnit(const PropertyDef& def)
{
    return def.type == PropertyType::Availability ? QStringLiteral("%") : def.unit;
}

QString fieldText(const PropertyDef& def, const PropertyValue& value)
{
    if (def.type == PropertyType::Availability) {
        if (const auto number = value.number())
            // Twelve digits hide what the conversion from a fraction adds at the end.
            return QString::number(*number * 100, 'g', 12);
    }
    if (const auto number = value.number())
        return numberText(*number);
    if (const auto flag = value.boolean())
        return *flag ? QStringLiteral("Yes") : QStringLiteral("No");
    if (value.list())
        return value.textItems().join(QStringLiteral(", "));
    return value.text().value_or(QString());
}

QString shownText(const PropertyDef& def, const PropertyValue& value)
{
    if (def.type == PropertyType::Choice)
        return choiceLabel(def, value.text().value_or(QString()));
    if (value.list()) {
        if (value.textItems().isEmpty())
            return value.list()->empty() ? QStringLiteral("none") : QStringLiteral("%1 entries").arg(value.list()->size());
        QStringList labels;
        for (const QString& item : value.textItems())
            labels.append(choiceLabel(def, item));
        return labels.join(QStringLiteral(", "));
    }
    const QString unit = fieldUnit(def);
    const QString text = fieldText(def, value);
    return unit.isEmpty() ? text : text + QLatin1Char(' ') + unit;
}

QString placeholderText(const PropertyDef& def, const FieldState& state)
{
    if (state.mixed)
        return QStringLiteral("several values");
    if (state.fallback)
        return QStringLiteral("%1 · default").arg(shownText(def, *state.fallback));
    return QStringLiteral("not given");
}

ParsedField parseField(const PropertyDef& def, const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    switch (def.type) {
    case PropertyType::Integer:
    case PropertyType::Number:
    case PropertyType::Availability:
        return parseNumber(def, text);
    case PropertyType::Texts:
    case PropertyType::Choices:
    case PropertyType::Refs:
        return {PropertyValue::texts(splitItems(text)), {}};
    default:
        // Spaces within and at the end stay while one types; only the model's empty text means absent.
        return {PropertyValue(typed), {}};
    }
}

}  // namespace redoubt
