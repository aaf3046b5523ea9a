// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/value.h"

namespace redoubt {

PropertyValue PropertyValue::texts(const QStringList& items)
{
    PropertyList list;
    for (const QString& item : items)
        list.emplace_back(item);
    return list;
}

std::optional<bool> PropertyValue::boolean() const
{
    if (const bool* v = std::get_if<bool>(&data))
        return *v;
    return {};
}

std::optional<qint64> PropertyValue::integer() const
{
    if (const qint64* v = std::get_if<qint64>(&data))
        return *v;
    return {};
}

std::optional<double> PropertyValue::number() const
{
    if (const double* v = std::get_if<double>(&data))
        return *v;
    if (const qint64* v = std::get_if<qint64>(&data))
        return double(*v);
    return {};
}

std::optional<QString> PropertyValue::text() const
{
    if (const QString* v = std::get_if<QString>(&data))
        return *v;
    return {};
}

QStringList PropertyValue::textItems() const
{
    QStringList result;
    if (const PropertyList* items = list())
        for (const PropertyValue& item : *items)
            if (const auto text = item.text())
                result << *text;
    return result;
}

const PropertyValue* find(const PropertyRecord& record, const QString& key)
{
    const auto it = record.find(key);
    return it == record.end() ? nullptr : &it->second;
}

QString textAt(const PropertyRecord& record, const QString& key)
{
    const PropertyValue* value = find(record, key);
    return value ? value->text().value_or(QString()) : QString();
}

}  // namespace redoubt
