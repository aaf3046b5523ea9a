// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/editing/patchcommand.h"

namespace redoubt {

PatchCommand::PatchCommand(Document& document, Patch patch, const QString& name, QString mergeKey)
    : QUndoCommand(name), m_document(document), m_patch(std::move(patch)), m_mergeKey(std::move(mergeKey))
{
}

bool PatchCommand::mergeWith(const QUndoCommand* other)
{
    const auto* later = dynamic_cast<const PatchCommand*>(other);
    if (!later || later->m_mergeKey != m_mergeKey)
        return false;
    // Both hold what was there before them; the earlier one knows the older values.
    Patch before = later->m_patch;
    before.merge(m_patch);
    m_patch = std::move(before);
    setText(later->text());
    setObsolete(m_patch.changesNothing(m_document.design()));
    return true;
}

}  // namespace redoubt
