// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <QAbstractItemModel>
#include <QMimeData>

namespace redoubt {

class Theme;

inline constexpr const char* kindMimeType = "application/x-redoubt-kind";

/// A heading of the palette and the kinds under it, as indices into `Catalog::kinds`.
struct PaletteGroup {
    QString title;
    QString product;
    std::vector<int> kinds;
};

/// The kinds grouped by product and category, in the catalog's order. `search` keeps the kinds whose label, id, category,
/// product or description holds every word of it; `product` keeps those of one product and the shared ones.
[[nodiscard]] std::vector<PaletteGroup> paletteGroups(const Catalog& catalog, const QString& search, const QString& product);

/// The palette as a tree of headings and kinds.
class PaletteModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, ProductRole };

    PaletteModel(const Catalog& catalog, const Theme& theme, QObject* parent = nullptr);

    void setFilter(const QString& search, const QString& product);
    [[nodiscard]] bool isEmpty() const { return m_groups.empty(); }
    [[nodiscard]] const ElementKind* kindAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex firstKind() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override { return {QString::fromLatin1(kindMimeType)}; }
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    const Catalog& m_catalog;
    const Theme& m_theme;
    std::vector<PaletteGroup> m_groups;
};

}  // namespace redoubt
