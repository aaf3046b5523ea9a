// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"
#include "views/render/draw.h"

#include <QSet>

namespace redoubt {

/// A drag through a large design, frame by frame, from geometry made once: what moves is shifted, lines at it are routed
/// among the boxes near them, and nothing else is looked at. A line keeps its way as long as its first or last run can grow
/// and shrink with the box. The exact picture comes with the release.
class QuickMove {
public:
    /// `base` is the scene without the move; the copy is shared.
    QuickMove(const Design& design, const Scene& base, const QStringList& roots);

    /// The scene with each root moved by its offset. Containers keep their size.
    [[nodiscard]] const Scene& shifted(const QHash<QString, QPointF>& offsets);
    [[nodiscard]] const Scene& base() const { return m_base; }

    /// What moves as it is, with the root it moves with: elements, and links between them.
    [[nodiscard]] const QHash<QString, QString>& carried() const { return m_rootOf; }
    /// Links with one end that moves.
    [[nodiscard]] const QStringList& pulled() const { return m_pulledIds; }

private:
    [[nodiscard]] bool stretch(int line, Route& route) const;
    [[nodiscard]] bool isFree(const RouteLine& line, QPointF a, QPointF b) const;
    void routePulled(Scene& scene, const QList<int>& pulled);

    Scene m_base;
    Scene m_now;
    QHash<QString, QString> m_rootOf;
    QList<int> m_movedBoxes;
    QList<int> m_pulled;  ///< indices of lines
    QStringList m_pulledIds;
    QHash<int, QPointF> m_steps;  ///< by box: how far it moved since the last frame
    QSet<int> m_late;             ///< lines that are stretched badly until a frame has time for them
};

/// Designs up to this many boxes are laid out exactly in every frame.
inline constexpr int exactBoxes = 150;

}  // namespace redoubt
