// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/budgetstory.h"
#include "views/estimates/figures/figurepage.h"

class QLabel;

namespace redoubt {

class FigureTable;

/// The groups of secrets that are copied to a vault, as a table that is edited in place: each edit, each new and each
/// removed row is one undo step.
class SecretGroups : public QWidget {
    Q_OBJECT

public:
    SecretGroups(const FigureContext& context, QWidget* parent);

    void show(const ElementId& tenant, const BudgetStory* story);
    void addGroup();
    void removeGroup(int row);


protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    [[nodiscard]] PropertyList groups() const;
    void write(const PropertyList& groups);
    void edit(const QModelIndex& index, const std::optional<PropertyValue>& value);
    void fitHeight();

    FigureContext m_context;
    FigureTable* m_table;
    QLabel* m_hint;
    ElementId m_tenant;
    bool m_editNew = false;  ///< the row that was added is waiting for its figures
};

}  // namespace redoubt
