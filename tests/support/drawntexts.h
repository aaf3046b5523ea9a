// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/drawing.h"

#include <QStringList>

namespace redoubt {

/// The words that an item is drawn with, in their order.
inline QStringList textsOf(const DrawnItem& item)
{
    QStringList texts;
    for (const Shape2D& shape : item.shapes)
        if (const auto* text = std::get_if<TextShape>(&shape))
            texts << text->text;
    return texts;
}

}  // namespace redoubt
