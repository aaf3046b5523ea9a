// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/patch.h"

#include <QObject>

namespace redoubt {

/// One open design and the one signal that tells everyone what changed in it.
class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject* parent = nullptr);

    [[nodiscard]] const Design& design() const { return m_design; }
    /// Applies the patch by swapping: afterwards `patch` undoes what was done. Emits `changed`.
    void apply(Patch& patch);
    /// Replaces the whole design. Emits `changed` with `reset`.
    void reset(Design design);

signals:
    void changed(const redoubt::Change& change);

private:
    Design m_design;
};

}  // namespace redoubt
