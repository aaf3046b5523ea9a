// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <QStringList>

namespace redoubt {

/// What a field has to show: the value given, what holds when none is, and where that figure comes from.
struct FieldState {
    std::optional<PropertyValue> given;
    std::optional<PropertyValue> fallback;
    QString basis;        ///< of the default, in words
    bool mixed = false;   ///< several elements with different values

    friend bool operator==(const FieldState&, const FieldState&) = default;
};

/// The text of a value in an edit field: a percentage for an availability, items with commas between them for a list.
[[nodiscard]] QString fieldText(const PropertyDef& def, const PropertyValue& value);
/// The same to be read: with its unit, choices by their labels.
[[nodiscard]] QString shownText(const PropertyDef& def, const PropertyValue& value);
/// What stands in an empty field: `24 h · default`, `not given`, `several values`.
[[nodiscard]] QString placeholderText(const PropertyDef& def, const FieldState& state);
[[nodiscard]] QString choiceLabel(const PropertyDef& def, const QString& choice);

struct ParsedField {
    std::optional<PropertyValue> value;  ///< nothing: the field is empty
    QString problem;                     ///< a sentence when the text is not a value; else empty
};
[[nodiscard]] ParsedField parseField(const PropertyDef& def, const QString& text);

/// The unit behind the field: the property's own, or a percent sign.
[[nodiscard]] QString fieldUnit(const PropertyDef& def);

}  // namespace redoubt
