// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

/// What is wrong in a picture, measured from its exported SVG and nothing else: no design, no router, no library of the
/// program. Lengths in the SVG's user units, which are pixels at 96 dpi.
namespace redoubt::measure {

/// An element or a container of the picture.
struct SvgBox {
    QString id, site;
    bool container = false;
    QRectF outline;
    QList<QRectF> words;  ///< letters of each of its texts
};

/// A link: the corners of its line as if corners were sharp and nothing hopped, and where its letters stand.
struct SvgLink {
    QString id, from, to;
    QList<QPointF> corners;
    QList<QRectF> label;  ///< each line of letters, and the pad behind them; empty: no label
    QString use;          ///< the class after `link`
    QString words;        ///< of its title, after the names of its ends
};

struct SvgPicture {
    QList<SvgBox> boxes;
    QList<SvgLink> links;
    double width = 0;
    QString error;  ///< why it could not be read; empty: it could
};

/// Reads a picture by the structure that the exporter promises. Never throws; see `error`.
[[nodiscard]] SvgPicture readPicture(const QByteArray& svg);

struct PictureCounts {
    int lines = 0;
    int crossings = 0;     ///< points where two lines pass through each other, hop or not
    int labels = 0;        ///< labels within 1 px of a foreign line, box or words, or of a border round their line
    int throughBoxes = 0;  ///< lines that enter a box which holds neither end
    int onTop = 0;         ///< pairs of lines drawn over each other, or touching so that they look joined;
                           ///< not those of a trunk: same class and words, and one line from one end of both to where they part
    int bends = 0;
    double longest = 0;
    double width = 0;      ///< of the picture
    QStringList faults;    ///< one line for each label, box and pair counted, with ids

    [[nodiscard]] double longestByWidth() const { return width > 0 ? longest / width : 0; }
};

[[nodiscard]] PictureCounts count(const SvgPicture& picture);

/// Head and rows of the table that the tool and the tests print.
[[nodiscard]] QString tableHead();
[[nodiscard]] QString tableRow(const QString& name, const PictureCounts& counts);
/// What the published pictures have, counted on their traced lines: the rows of `csv` under its head, by name.
[[nodiscard]] QHash<QString, QStringList> publishedCounts(const QString& csv);

}  // namespace redoubt::measure
