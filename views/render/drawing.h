// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QColor>
#include <QPainterPath>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <variant>
#include <vector>

namespace redoubt {

/// How a line or an outline is drawn. Width in canvas units; an empty dash pattern is solid, otherwise lengths on, off
/// in canvas units.
struct Stroke {
    QColor color;
    double width = 0;  ///< 0: none
    QList<double> dashes;
};

struct BoxShape {
    QRectF rect;
    double radius = 0;
    QColor fill;  ///< invalid: none
    Stroke stroke;
};

/// A path of straight runs, quadratic corners and arcs.
struct PathShape {
    QPainterPath path;
    QColor fill;
    Stroke stroke;
};

enum class TextAlign { Left, Center, Right };

/// One line of text, already elided or wrapped by whoever drew it. `baseline` is the anchor: its x is the left end,
/// the middle or the right end by `align`.
struct TextShape {
    QString text;
    QPointF baseline;
    double size = 12;  ///< font height in canvas units
    bool semibold = false;
    QColor color;
    TextAlign align = TextAlign::Left;
};

/// An icon of resources/icons, fitted into `rect`.
struct IconShape {
    QString icon;
    QRectF rect;
    QColor color;  ///< the product's colour; the icon's own lighter tone follows from it
    double opacity = 1;
};

/// A picture from a file: PNG, JPEG or SVG bytes.
struct ImageShape {
    QByteArray data;
    QRectF rect;
};

using Shape2D = std::variant<BoxShape, PathShape, TextShape, IconShape, ImageShape>;

enum class DrawnRole { Container, Element, Link, LinkLabel, Badge, Note, Legend, TitleBlock, Caption };

/// Everything drawn for one element or link, in paint order.
struct DrawnItem {
    QString id;      ///< element or link id; empty for legend and title block
    DrawnRole role = DrawnRole::Element;
    QStringList classes;  ///< `element ss-web`, `link failover`
    QString title;   ///< for a tooltip and the SVG title
    QString site;    ///< id of the site it stands in
    QString from, to;  ///< of a link
    QRectF outline;  ///< of an element: its rectangle; of a link: the bounds of its line
    QList<QPointF> line;  ///< of a link: its corners
    std::vector<Shape2D> shapes;
    std::vector<Shape2D> label;  ///< of a link: pad and words
    QRectF labelRect;
};

/// One picture as plain shapes. The canvas, PNG, PDF and print paint it; SVG writes it.
struct Drawing {
    QRectF bounds;  ///< of everything, margin included
    QColor background;
    QString title;
    std::vector<DrawnItem> items;  ///< in paint order: containers outside in, links, elements, labels, furniture
};

}  // namespace redoubt
