// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/palette/palettemodel.h"

#include "views/parts/theme.h"

namespace redoubt {

namespace {

// Headings have this internal id, kinds the row of their heading.
constexpr quintptr headingId = std::numeric_limits<quintptr>::max();

bool matches(const Catalog& catalog, const ElementKind& kind, const QStringList& words)
{
    const QString hay = QStringList {kind.label, kind.id, kind.category, catalog.productName(kind.product), kind.description}
                            .join(QLatin1Char('\n'));
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return hay.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

std::vector<PaletteGroup> paletteGroups(const Catalog& catalog, const QString& search, const QString& product)
{
    const QStringList words = search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<PaletteGroup> groups;
    for (int i = 0; i < int(catalog.kinds.size()); ++i) {
        const ElementKind& kind = catalog.kinds[size_t(i)];
        if (!product.isEmpty() && kind.product != product && kind.product != QLatin1String("shared"))
            continue;
        if (!matches(catalog, kind, words))
            continue;
        // Shared kinds stand under their category (sites, people, network), the others under their product.
        const bool shared = kind.product == QLatin1String("shared");
        const QString title = shared ? kind.category : catalog.productName(kind.product);
        auto it = std::find_if(groups.begin(), groups.end(), [&](const PaletteGroup& g) { return g.title == title; });
        if (it == groups.end())
            it = groups.insert(groups.end(), PaletteGroup {title, kind.product, {}});
        it->kinds.push_back(i);
    }
    // A drawing begins with its sites; what the customer already runs comes last.
    const auto rank = [&](const PaletteGroup& group) {
        if (group.product != QLatin1String("shared")) {
            const auto it = std::find_if(catalog.products.begin(), catalog.products.end(),
                                         [&](const Product& p) { return p.id == group.product; });
            return 10 + int(it - catalog.products.begin());
        }
        if (catalog.kinds[size_t(group.kinds.front())].container)
            return 0;
        return group.title.contains(QLatin1String("oad balanc")) ? 1 : 100;
    };
    std::stable_sort(groups.begin(), groups.end(),
                     [&](const PaletteGroup& a, const PaletteGroup& b) { return rank(a) < rank(b); });
    return groups;
}

PaletteModel::PaletteModel(const Catalog& catalog, const Theme& theme, QObject* parent)
    : QAbstractItemModel(parent)
    , m_catalog(catalog)
    , m_theme(theme)
    , m_groups(paletteGroups(catalog, {}, {}))
{
}

void PaletteModel::setFilter(const QString& search, const QString& product)
{
    beginResetModel();
    m_groups = paletteGroups(m_catalog, search, product);
    endResetModel();
}

const ElementKind* PaletteModel::kindAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == headingId)
        return nullptr;
    return &m_catalog.kinds[size_t(m_groups[size_t(index.internalId())].kinds[size_t(index.row())])];
}

QModelIndex PaletteModel::firstKind() const
{
    return m_groups.empty() ? QModelIndex() : index(0, 0, index(0, 0));
}

QModelIndex PaletteModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : headingId);
}

QModelIndex PaletteModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == headingId)
        return {};
    return createIndex(int(index.internalId()), 0, headingId);
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == headingId ? int(m_groups[size_t(parent.row())].kinds.size()) : 0;
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (const ElementKind* kind = kindAt(index)) {
        switch (role) {
        case Qt::DisplayRole:
            return kind->label;
        case Qt::DecorationRole:
            return m_theme.kindIcon(kind->icon, kind->product);
        case Qt::ToolTipRole:
            return kind->description.isEmpty() ? kind->label : kind->description;
        case KindRole:
            return kind->id;
        case ProductRole:
            return kind->product;
        default:
            return {};
        }
    }
    const PaletteGroup& group = m_groups[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return group.title;
    return role == ProductRole ? group.product : QVariant();
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!kindAt(index))
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

QMimeData* PaletteModel::mimeData(const QModelIndexList& indexes) const
{
    const ElementKind* kind = indexes.isEmpty() ? nullptr : kindAt(indexes.first());
    if (!kind)
        return nullptr;
    auto* data = new QMimeData;
    data->setData(QString::fromLatin1(kindMimeType), kind->id.toUtf8());
    return data;
}

}  // namespace redoubt
