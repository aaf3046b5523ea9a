// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QStringList>

class QPainter;
class QRectF;

namespace redoubt {

/// Icons are SVG files of resources/icons, drawn in three placeholder colours: the product's, a tone of it, and the
/// colour of details upon it. `name` is the file's base name; `ui/open` names one of the window's own.
[[nodiscard]] bool hasIcon(const QString& name);
[[nodiscard]] QStringList iconNames();
/// The file with its colours filled in; empty when there is no such icon.
[[nodiscard]] QByteArray iconSvg(const QString& name, const QColor& color);
/// The tone that goes with a colour, and the colour for details upon it.
[[nodiscard]] QColor iconTone(const QColor& color);
[[nodiscard]] QColor iconDetail(const QColor& color);

/// As vectors when the painter's device is a printer or PDF, else from a cache per icon, colour and pixel size.
/// Draws a plain box for an icon that does not exist.
void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color);
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& color, int pixels, double ratio = 1);
/// For actions and views of the window: crisp at every size, greyed when disabled.
[[nodiscard]] QIcon icon(const QString& name, const QColor& color);

}  // namespace redoubt
