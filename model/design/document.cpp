// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/document.h"

namespace redoubt {

Document::Document(QObject* parent) : QObject(parent) {}

void Document::apply(Patch& patch)
{
    swap(m_design, patch);
    emit changed(touched(patch));
}

void Document::reset(Design design)
{
    m_design = std::move(design);
    Change change;
    change.reset = true;
    emit changed(change);
}

}  // namespace redoubt
