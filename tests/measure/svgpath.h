// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>

namespace redoubt::measure {

/// The corners of a line from path data of M, L, H, V, A and Q (absolute): rounded corners made sharp, half circles over
/// crossings made straight. Nothing when the data holds anything else or more than one line.
[[nodiscard]] std::optional<QList<QPointF>> cornersOf(const QString& data);

/// What path data reaches at most; for outlines that are no rectangles.
[[nodiscard]] QRectF boundsOf(const QString& data);

}  // namespace redoubt::measure
