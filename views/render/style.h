// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"
#include "model/design/link.h"
#include "model/rules/finding.h"
#include "views/render/drawing.h"

#include <QFont>

namespace redoubt {

/// What a line means; each meaning has its own colour and its own line, so that neither is needed alone.
enum class LinkMeaning { Normal, Failover, Optional, ReplicationSync, ReplicationAsync, Quorum, Internal, SiteLink };

struct LinkLook {
    Stroke stroke;
    bool doubled = false;  ///< two parallel lines: synchronous replication
    QColor text;           ///< of its words
};

/// Every colour, size and width of canvas, paper and window. Nothing else names one.
struct Style {
    bool dark = false;

    // Neutral
    QColor canvas, grid, panel, panelRaised, panelBorder, controlFill, controlBorder;
    QColor box, boxBorder, layerFill, layerBorder, clusterFill, clusterBorder, siteFill, siteBorder;
    QColor text, secondaryText, noteFill, noteBorder, shadow;
    // Interaction
    QColor accent;      ///< selection, focus, legal target
    QColor accentText;  ///< on accent
    QColor hoverFill, selectionFill;
    // Severity; the fills are tints for chips and rows
    QColor error, warning, advice, good;
    QColor errorFill, warningFill, adviceFill, goodFill;
    // What-if
    QColor failed;   ///< edge, cross and ground of what failed
    QColor onState;  ///< signs and words on a mark of a state, or on `failed`
    // Regions
    QColor aws, azure, onRegionBadge;
    QColor portText;

    [[nodiscard]] QColor product(const QString& id) const;  ///< unknown ids: the shared colour
    [[nodiscard]] LinkLook link(LinkMeaning meaning) const;
    [[nodiscard]] QColor severity(Severity severity) const;
    [[nodiscard]] QColor severityFill(Severity severity) const;
    [[nodiscard]] QColor state(ServiceState state) const;
    [[nodiscard]] QColor stateFill(ServiceState state) const;
};

[[nodiscard]] const Style& lightStyle();
[[nodiscard]] const Style& darkStyle();

/// Sizes and distances, in canvas units (window: pixels).
namespace metric {
inline constexpr double space = 4, gap = 8, pad = 12, margin = 24;
inline constexpr double boxRadius = 6, controlRadius = 4, cornerRadius = 6, smallCornerRadius = 3;
inline constexpr double siteHeading = 16, title = 14, element = 12, caption = 11, port = 10.5, smallest = 10;
inline constexpr double boxLine = 1, siteLine = 1.5, linkLine = 1.6, strongLine = 2.8;
inline constexpr double icon = 48, largestIcon = 60, arrowLength = 9, arrowHalf = 3.6, jumpRadius = 4;
inline constexpr double selectionLine = 2, hoverLine = 1;
}  // namespace metric

/// Of the overview, which is read at half size.
namespace overview {
inline constexpr double site = 22, title = 20, name = 16, second = 14, count = 20;
inline constexpr double looseWidth = 1.6, looseHeight = 1.3;  ///< how much what stands outside layers grows at most
inline constexpr double looseGap = 36;     ///< and stays this far from everything else, so that lines pass
inline constexpr double titleShare = 0.5;  ///< of a layer's height that its heading may take
inline constexpr double leastIcon = 20, between = 20;
inline constexpr double pageWidth = 900;   ///< a picture no wider than this is read as it is
inline constexpr double furniture = 1.7;   ///< of legend and title block: read from as far away as the rest
}  // namespace overview

/// The family of canvas and paper. Embedded, so that every machine measures alike.
[[nodiscard]] QString canvasFamily();
/// The family name written into SVG. On machines without our font it names one of the same widths.
[[nodiscard]] QString svgFamily();
/// A font `fontScale` times as large as `size`, for a painter scaled down as much: pixel sizes of QFont are whole.
inline constexpr int fontScale = 10;
[[nodiscard]] const QFont& canvasFont(double size, bool semibold);
/// For places that cannot scale the painter (the window's own small previews); rounded to whole pixels.
[[nodiscard]] QFont wholeFont(double size, bool semibold);

[[nodiscard]] double textWidth(const QString& text, double size, bool semibold = false);
[[nodiscard]] double lineHeight(double size);
/// Distance from the top of a line of text to its baseline.
[[nodiscard]] double ascent(double size);
[[nodiscard]] QString elided(const QString& text, double width, double size, bool semibold = false);
/// Lines no wider than `width` and no more than `maxLines`; what does not fit ends in an ellipsis. Breaks at blanks, else
/// behind `.`, `-` and `/`, else anywhere.
[[nodiscard]] QStringList wrapped(const QString& text, double width, double size, bool semibold = false,
                                  int maxLines = 1000);

/// The same with lines of about equal length, for centred words.
[[nodiscard]] QStringList balanced(const QString& text, double width, double size, bool semibold = false,
                                   int maxLines = 1000);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance).
[[nodiscard]] double contrast(const QColor& a, const QColor& b);
/// `color`, lightened or darkened just enough for `ratio` against `background`.
[[nodiscard]] QColor readable(QColor color, const QColor& background, double ratio);
/// `share` of `over` on top of `under`, opaque.
[[nodiscard]] QColor mixed(const QColor& under, const QColor& over, double share);

}  // namespace redoubt
