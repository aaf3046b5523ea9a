// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/document.h"

#include <QUndoCommand>

namespace redoubt {

/// The one undo command: swaps its patch with the document, so that undo is redo. Commands with the same merge key that
/// is not empty become one; a command that ends where it began is dropped from the stack.
class PatchCommand : public QUndoCommand {
public:
    PatchCommand(Document& document, Patch patch, const QString& name, QString mergeKey);

    void redo() override { m_document.apply(m_patch); }
    void undo() override { m_document.apply(m_patch); }
    [[nodiscard]] int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    Document& m_document;
    Patch m_patch;  ///< after redo: what undoes it
    QString m_mergeKey;
};

}  // namespace redoubt
