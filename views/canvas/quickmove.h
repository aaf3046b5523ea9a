// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"
#include "views/render/draw.h"

#include <QSet>

namespace redoubt {

/// A drag through a large design, frame by frame, from geometry made once: what moves is shifted, lines at it are routed
/// among the boxes near them, and nothing else is looked at. The exact picture comes with the release.
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
    void routePulled(Scene& scene);

    Scene m_base;
    Scene m_now;
    QHash<QString, QString> m_rootOf;
    QList<int> m_movedBoxes;
    QList<int> m_pulled;  ///< indices of lines
    QStringList m_pulledIds;
};

/// Designs up to this many boxes are laid out exactly in every frame.
inline constexpr int exactBoxes = 150;

}  // namespace redoubt
