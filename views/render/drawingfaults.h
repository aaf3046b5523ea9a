// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/drawinglint.h"

#include <QHash>

namespace redoubt {

/// One fault before it is put into words. Internal to views/render.
struct RawFault {
    QString measure;
    QStringList subjects;  ///< the most telling first
    QRectF place;
    QStringList things;    ///< of words and lines: what they touch, as people call it
    QString words;         ///< that do not fit
};

/// A box of the picture with the letters in it.
struct SeenBox {
    QString id, site;
    QRectF outline;
    QList<QRectF> words;
    QStringList texts;     ///< of `words`
};
[[nodiscard]] QList<SeenBox> seenBoxes(const Drawing& drawing);

/// What lines and their labels do: counts them and tells their faults.
void measureLines(const Design& design, const Scene& scene, const Drawing& drawing, const QList<SeenBox>& boxes, DrawingCounts& counts,
                  std::vector<RawFault>& faults);
/// What boxes do that no line has a part in.
void measureBoxes(const Design& design, const Catalog& catalog, const Scene& scene, const QList<SeenBox>& boxes,
                  DrawingCounts& counts, std::vector<RawFault>& faults);

}  // namespace redoubt
