// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace redoubt {

struct PropertyValue;
using PropertyList = std::vector<PropertyValue>;
using PropertyRecord = std::map<QString, PropertyValue>;

/// What a property of an element, a link, a group or the design can hold. Integers and numbers are apart because files
/// keep them apart; `number()` reads either.
struct PropertyValue {
    std::variant<bool, qint64, double, QString, PropertyList, PropertyRecord> data;

    PropertyValue() : data(false) {}
    PropertyValue(bool v) : data(v) {}
    PropertyValue(int v) : data(qint64(v)) {}
    PropertyValue(qint64 v) : data(v) {}
    PropertyValue(double v) : data(v) {}
    PropertyValue(QString v) : data(std::move(v)) {}
    PropertyValue(PropertyList v) : data(std::move(v)) {}
    PropertyValue(PropertyRecord v) : data(std::move(v)) {}
    PropertyValue(const char*) = delete;
    /// A list of texts.
    static PropertyValue texts(const QStringList& items);

    [[nodiscard]] std::optional<bool> boolean() const;
    [[nodiscard]] std::optional<qint64> integer() const;
    /// An integer or a number, as a number.
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::optional<QString> text() const;
    /// Null when this is not a list (a record).
    [[nodiscard]] const PropertyList* list() const { return std::get_if<PropertyList>(&data); }
    [[nodiscard]] const PropertyRecord* record() const { return std::get_if<PropertyRecord>(&data); }
    /// The texts of a list, in order; other items are left out. Empty when this is not a list.
    [[nodiscard]] QStringList textItems() const;

    friend bool operator==(const PropertyValue& a, const PropertyValue& b) { return a.data == b.data; }
    friend bool operator!=(const PropertyValue& a, const PropertyValue& b) { return !(a == b); }
};

/// Looks up `key`; null when absent.
[[nodiscard]] const PropertyValue* find(const PropertyRecord& record, const QString& key);
/// The text at `key`, or an empty one when absent or not a text.
[[nodiscard]] QString textAt(const PropertyRecord& record, const QString& key);

}  // namespace redoubt
