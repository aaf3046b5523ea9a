// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/catalog/catalog.h"
#include "model/design/document.h"
#include "model/design/edits.h"

#include <QObject>
#include <QUndoStack>

namespace redoubt {

/// The verbs of the window: each builds a patch and pushes one undo step. Owns the undo stack and the selection (ids of
/// elements and links). Verbs that change nothing push nothing.
class Editor : public QObject {
    Q_OBJECT

public:
    Editor(Document& document, const Catalog& catalog, QObject* parent = nullptr);

    [[nodiscard]] Document& document() { return m_document; }
    [[nodiscard]] const Design& design() const { return m_document.design(); }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    [[nodiscard]] const QStringList& selection() const { return m_selection; }
    /// Ids that name nothing are left out.
    void select(const QStringList& ids);
    /// Every element and every link that is drawn.
    void selectAll();
    /// Where everything stands now.
    [[nodiscard]] const Placement& placement() const;

    /// Adds an element of a kind with its centre at `point` (absolute) into the innermost container there that accepts
    /// it; selects it. Returns its id.
    ElementId add(const QString& kind, QPointF point);
    /// Which container would adopt an element of `kind` dropped at `point`; empty: the canvas.
    [[nodiscard]] ElementId adopter(const QString& kind, QPointF point) const;
    /// Moves elements by an offset; those dropped over another container that accepts them change container.
    void move(const QStringList& ids, QPointF offset);
    void resize(const QString& id, const QRectF& absolute);
    /// Connects by the best legal row. Returns an empty id when the two may not be linked.
    LinkId connectElements(const ElementId& from, const ElementId& to);
    /// The same by a row that the user chose.
    LinkId connectElements(const ElementId& from, const ElementId& to, const LinkRow& row);
    void removeSelection();
    /// Puts elements into a container (empty: the canvas) where they are.
    void moveInto(const QStringList& ids, const ElementId& container);
    void rename(const QString& id, const QString& name);
    /// Puts the words of links at a part of their lines, 0 to 1; nothing: back where they touch least.
    void placeLabels(const QStringList& links, const std::optional<double>& place);
    /// Sets or (nothing) clears a property of elements, links or groups; repeated calls merge until `endMerge`.
    void setProperty(const QStringList& ids, const QString& key, const std::optional<PropertyValue>& value);
    void setSetting(const QString& key, const std::optional<PropertyValue>& value);
    void endMerge();
    void align(const QStringList& ids, Align edge);
    void distribute(const QStringList& ids, Qt::Orientation orientation);
    /// Makes a group of the selected elements (only member kinds join). Returns its id.
    GroupId makeGroup(const QString& kind, const QStringList& members);
    void copy() const;
    void cut();
    /// What the clipboard holds, moved by `offset` from where it was copied; selects it.
    void paste(QPointF offset);
    [[nodiscard]] bool canPaste() const;
    /// A copy of the selection beside it; the clipboard is left alone.
    void duplicate();
    /// Any patch as one named step.
    void apply(Patch patch, const QString& name, const QString& mergeKey = {});

    /// How people call an element or a link in a sentence: its name, or its kind.
    [[nodiscard]] QString spokenName(const QString& id) const;

signals:
    void selectionChanged();
    /// A group has no place on the canvas; who shows its properties listens to this.
    void groupMade(const QString& id);
    /// A sentence for the status line about what an edit took along.
    void said(const QString& text);

private:
    void onChanged(const Change& change);
    /// Removes the selection; `step` names the undo step, with %1 for what it is.
    void takeAway(const QString& step);
    void insertPart(const Design& part, QPointF offset, const QString& step);

    Document& m_document;
    const Catalog& m_catalog;
    QUndoStack m_undo;
    QStringList m_selection;
    int m_mergeSerial = 0;
    mutable std::optional<Placement> m_placement;  ///< of the design as it is; made when asked for
};

}  // namespace redoubt
