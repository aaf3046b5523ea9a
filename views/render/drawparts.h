// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/draw.h"
#include "views/render/outage.h"
#include "views/render/style.h"

namespace redoubt {

/// What the parts of the drawing share. Internal to views/render.
struct DrawContext {
    const Design& design;
    const Catalog& catalog;
    const Scene& scene;
    const Style& style;
    const Outage* outage = nullptr;  ///< null: no what-if

    [[nodiscard]] const Element& element(const QString& id) const { return *design.element({id}); }
    /// The element's kind, or a plain node of that name when the catalog does not know it.
    [[nodiscard]] const ElementKind& kindOf(const QString& id) const;
    [[nodiscard]] QString value(const QString& id, const QString& property) const;
    /// Ids of the products that the element carries.
    [[nodiscard]] QStringList products(const QString& id) const;
    /// The colour of the product that the element serves, when it serves one; else that of its kind.
    [[nodiscard]] QColor color(const QString& id) const;
    /// The fill under a point: that of the innermost container there.
    [[nodiscard]] QColor ground(const QRectF& rect) const;
    /// Whether layers are collapsed: everything is drawn with larger words.
    [[nodiscard]] bool isOverview() const;
    /// Container that the placed element is drawn in; empty: the canvas.
    [[nodiscard]] QString parent(const QString& id) const;
};

/// `cold`, `warm` or empty for what simply runs.
[[nodiscard]] QString standbyState(const DrawContext& context, const QString& id);
/// Lines of its name: name, DNS names of its listeners, or the kind's own words.
[[nodiscard]] QStringList nameLines(const DrawContext& context, const QString& id);
/// Words of a caption (`SS 1433`).
[[nodiscard]] QString captionWords(const DrawContext& context, const QString& id);

/// How icon and words of a node share its place.
struct NodeParts {
    QRectF icon;
    struct Line {
        QString text;
        QPointF baseline;
        double size = 11;
        QString owner;  ///< id of the attached element it stands for; empty: the node itself
        bool secondary = false;
    };
    QList<Line> lines;
    struct Mark {
        QString id;
        QRectF rect;
    };
    QList<Mark> marks;  ///< icons of hosted elements
    QString state;
    QRectF statePill;
    QRectF bounds;
    QRectF body;   ///< icon and marks, down to the end of the words: lines end here
    QRectF words;
};
[[nodiscard]] NodeParts nodeParts(const DrawContext& context, const QString& id);
/// The words of a container, which lines keep clear of.
[[nodiscard]] QRectF titleRect(const DrawContext& context, const QString& id);
[[nodiscard]] QColor containerFill(const DrawContext& context, const QString& id);

/// In a layer people and the like need no box of their own.
[[nodiscard]] bool isBoxed(const DrawContext& context, const QString& id);
/// Without a border: an icon with words under it.
[[nodiscard]] bool isBare(const DrawContext& context, const QString& id);

void drawContainer(const DrawContext& context, const QString& id, DrawnItem& item);
void drawNode(const DrawContext& context, const QString& id, DrawnItem& item);
void drawBoxed(const DrawContext& context, const QString& id, DrawnItem& item);
void drawListener(const DrawContext& context, const QString& id, DrawnItem& item);
void drawNote(const DrawContext& context, const QString& id, DrawnItem& item);
/// A badge on its host or a line of text at its machine.
void drawAttached(const DrawContext& context, const QString& id, DrawnItem& item);

/// What a what-if changes about an element that is drawn, and about a link (`doubled`: a double line).
void drawOutage(const DrawContext& context, const QString& id, DrawnItem& item);
void drawOutageOnLink(const DrawContext& context, bool doubled, DrawnItem& item);
/// How everything stands, in words above the picture.
[[nodiscard]] DrawnItem outageCaption(const DrawContext& context, const QRectF& content);

[[nodiscard]] LinkMeaning meaningOf(const Design& design, const Catalog& catalog, const Link& link);
/// A failover link takes over from a normal one with the same initiator and purpose.
[[nodiscard]] bool takesOverFrom(const Link& failover, const Link& normal);
[[nodiscard]] bool pointsBothWays(const Catalog& catalog, const Link& link);
[[nodiscard]] QStringList linkWords(const Design& design, const Catalog& catalog, const Link& link,
                                    const QStringList& ports, ViewDef::Words words = ViewDef::Words::Usual);
/// Lets a shape step back: `share` of its own colours is left over `ground`.
void fade(Shape2D& shape, const QColor& ground, double share, double iconOpacity, const QColor& iconColor);
[[nodiscard]] QSizeF labelSize(const QStringList& lines);
/// The drawn line: rounded corners, hops over others.
[[nodiscard]] QPainterPath linkPath(const QList<QPointF>& points, const QList<QPointF>& jumps);

/// Legend and title block below `content`; both may be empty.
[[nodiscard]] std::vector<DrawnItem> furniture(const DrawContext& context, const DrawOptions& options,
                                               const std::vector<DrawnItem>& items, const QRectF& content);
[[nodiscard]] std::vector<DrawnItem> severityMarks(const DrawContext& context, const Report& report,
                                                   const std::vector<DrawnItem>& items);
void drawSeverityMark(const Style& style, Severity severity, bool waived, QPointF center, double size,
                      std::vector<Shape2D>& shapes);

/// The same shape, moved.
[[nodiscard]] Shape2D shifted(Shape2D shape, QPointF by);
/// Grown about the origin, words and lines too.
[[nodiscard]] Shape2D scaled(Shape2D shape, double by);

/// One line of text whose top is at `top`.
[[nodiscard]] TextShape textLine(const QString& text, double x, double top, double size, const QColor& color,
                               TextAlign align = TextAlign::Left, bool semibold = false);

}  // namespace redoubt
