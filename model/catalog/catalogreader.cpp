// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalogreader.h"

#include "model/catalog/linkreader.h"
#include "model/catalog/propertyreader.h"
#include "model/catalog/viewreader.h"

namespace redoubt {

namespace {

const std::map<QString, Shape>& shapeNames()
{
    static const std::map<QString, Shape> names = {
        {QStringLiteral("site"), Shape::Site},         {QStringLiteral("region"), Shape::Region},
        {QStringLiteral("layer"), Shape::Layer},       {QStringLiteral("node"), Shape::Node},
        {QStringLiteral("boxed"), Shape::Boxed},       {QStringLiteral("listener"), Shape::Listener},
        {QStringLiteral("badge"), Shape::Badge},       {QStringLiteral("caption"), Shape::Caption},
        {QStringLiteral("note"), Shape::Note},
    };
    return names;
}

/// `layer` is looked through, so nothing is said to be placed in it (rule GEN-002).
const QString layerKind = QStringLiteral("layer");
const QString canvas = QStringLiteral("canvas");

class Reader {
public:
    Catalog read(const std::vector<NamedTree>& files)
    {
        for (const NamedTree& file : files)
            shared(file);
        for (const NamedTree& file : files)
            contents(file);
        if (m_catalog.products.empty() && !files.empty())
            m_problems.add(files.front().root, QStringLiteral("no file names the products"));
        m_catalog.index();
        finishKinds();
        checkNames();
        m_problems.throwIfAny(QStringLiteral("resources/catalog"));
        return std::move(m_catalog);
    }

private:
    Catalog m_catalog;
    Problems m_problems;
    std::vector<PropertyDef> m_common;
    QHash<QString, std::vector<PropertyDef>> m_sets;
    std::vector<NamedId> m_kindRefs;     ///< must be a kind or a group kind
    std::vector<NamedId> m_placeRefs;    ///< must be a kind or `canvas`
    std::vector<NamedId> m_productRefs;  ///< must be a product
    std::vector<NamedId> m_viewRows;     ///< must be a link row

    /// What other files build on: products, property sets, properties that everything has.
    void shared(const NamedTree& file)
    {
        m_problems.path = file.path;
        if (const Node* products = file.root.find(QStringLiteral("products")))
            for (size_t i = 0; i < products->keys.size(); ++i)
                m_catalog.products.push_back(
                    {products->keys[i].text, textOf(products->items[i], m_problems).value_or(QString())});
        if (const Node* common = file.root.find(QStringLiteral("common")))
            append(m_common, readProperties(*common, m_problems, m_kindRefs));
        if (const Node* properties = file.root.find(QStringLiteral("link-properties")))
            append(m_catalog.linkProperties, readProperties(*properties, m_problems, m_kindRefs));
        if (const Node* settings = file.root.find(QStringLiteral("settings")))
            append(m_catalog.settings, readProperties(*settings, m_problems, m_kindRefs));
        if (const Node* sets = file.root.find(QStringLiteral("property-sets")))
            for (size_t i = 0; i < sets->keys.size(); ++i)
                m_sets.insert(sets->keys[i].text, readProperties(sets->items[i], m_problems, m_kindRefs));
    }

    static void append(std::vector<PropertyDef>& to, std::vector<PropertyDef> from)
    {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    }

    void contents(const NamedTree& file)
    {
        m_problems.path = file.path;
        MapReader map(file.root, m_problems);
        const QString version = map.requiredText(QStringLiteral("version"));
        m_catalog.version = std::max(m_catalog.version, version);
        for (const char* read : {"products", "common", "link-properties", "settings", "property-sets"})
            (void)map.at(QString::fromLatin1(read));
        each(map.at(QStringLiteral("kinds")), [&](const Node& key, const Node& node) { kind(key, node); });
        each(map.at(QStringLiteral("groups")), [&](const Node& key, const Node& node) { groupKind(key, node); });
        each(map.at(QStringLiteral("links")), [&](const Node& key, const Node& node) {
            if (std::any_of(m_catalog.rows.begin(), m_catalog.rows.end(), [&](const LinkRow& r) { return r.id == key.text; }))
                m_problems.add(key, QStringLiteral("the row `%1` is defined twice").arg(key.text));
            m_catalog.rows.push_back(readLinkRow(key, node, m_problems, m_kindRefs, m_productRefs));
            m_rowNodes.push_back({file.path, node});
        });
        each(map.at(QStringLiteral("views")), [&](const Node& key, const Node& node) {
            if (m_catalog.view(key.text))
                m_problems.add(key, QStringLiteral("the view `%1` is defined twice").arg(key.text));
            m_catalog.views.push_back(readView(key, node, m_problems, m_viewRows));
        });
        map.finish();
    }

    template <typename Function>
    void each(const Node* map, Function function)
    {
        if (!map)
            return;
        if (!map->isMap())
            m_problems.add(*map, QStringLiteral("expected entries by id"));
        for (size_t i = 0; i < map->keys.size(); ++i)
            function(map->keys[i], map->items[i]);
    }

    void newId(const Node& key)
    {
        if (!isValidId(key.text))
            m_problems.add(key, QStringLiteral("`%1` is not an id").arg(key.text));
        if (m_ids.contains(key.text) || key.text == canvas)
            m_problems.add(key, QStringLiteral("the kind `%1` is defined twice").arg(key.text));
        m_ids.insert(key.text);
    }

    void product(MapReader& map, QString& id)
    {
        id = map.requiredText(QStringLiteral("product"));
        if (const Node* node = map.at(QStringLiteral("product")))
            m_productRefs.push_back({m_problems.path, *node, id});
    }

    void kind(const Node& key, const Node& node)
    {
        newId(key);
        MapReader map(node, m_problems);
        ElementKind kind;
        kind.id = key.text;
        kind.label = map.requiredText(QStringLiteral("label"));
        kind.plural = map.requiredText(QStringLiteral("plural"));
        kind.description = map.requiredText(QStringLiteral("description"));
        product(map, kind.product);
        kind.category = map.requiredText(QStringLiteral("category"));
        kind.icon = map.requiredText(QStringLiteral("icon"));
        kind.container = map.flag(QStringLiteral("container"));
        kind.site = map.flag(QStringLiteral("site"));
        kind.idStem = map.requiredText(QStringLiteral("id-stem"));
        kind.nameStem = map.requiredText(QStringLiteral("name-stem"));
        kind.sources = map.texts(QStringLiteral("sources"));
        kind.mttrHours = map.number(QStringLiteral("mttr-h")).value_or(0);
        shapeAndSize(map, kind);
        availability(map, kind);
        places(map, kind);
        properties(map, kind);
        map.finish();
        m_catalog.kinds.push_back(std::move(kind));
    }

    void shapeAndSize(MapReader& map, ElementKind& kind)
    {
        if (const Node* shape = map.required(QStringLiteral("shape"))) {
            const auto it = shapeNames().find(shape->text);
            if (it == shapeNames().end())
                m_problems.add(*shape, QStringLiteral("`%1` is not a shape").arg(shape->text));
            else
                kind.shape = it->second;
        }
        if (const Node* size = map.required(QStringLiteral("size"))) {
            std::vector<double> sides;
            for (const Node& item : size->items)
                sides.push_back(numberOf(item, m_problems).value_or(0));
            if (sides.size() != 2 || sides[0] < 12 || sides[1] < 12)
                m_problems.add(*size, QStringLiteral("expected [width, height], each at least 12"));
            else
                kind.size = QSizeF(sides[0], sides[1]);
        }
    }

    double fraction(MapReader& map, const QString& key)
    {
        const Node* node = map.required(key);
        const double value = node ? numberOf(*node, m_problems).value_or(1) : 1;
        if (value <= 0 || value > 1)
            m_problems.add(*node, QStringLiteral("expected a fraction above 0 and up to 1"));
        return value;
    }

    void availability(MapReader& map, ElementKind& kind)
    {
        const Node* node = map.at(QStringLiteral("availability"));
        if (!node)
            return;
        MapReader figure(*node, m_problems);
        kind.defaultAvailability = fraction(figure, QStringLiteral("default"));
        kind.availabilityBasis = figure.requiredText(QStringLiteral("basis"));
        if (const Node* cases = figure.at(QStringLiteral("cases"))) {
            if (!cases->isList())
                m_problems.add(*cases, QStringLiteral("expected a list"));
            for (const Node& item : cases->items) {
                MapReader one(item, m_problems);
                AvailabilityCase result;
                result.with = one.texts(QStringLiteral("with"));
                result.value = fraction(one, QStringLiteral("value"));
                result.basis = one.requiredText(QStringLiteral("basis"));
                one.finish();
                m_conditions.push_back({{m_problems.path, item, kind.id}, result.with});
                kind.availabilityCases.push_back(std::move(result));
            }
        }
        figure.finish();
    }

    void places(MapReader& map, ElementKind& kind)
    {
        const Node* node = map.required(QStringLiteral("placed-in"));
        if (!node)
            return;
        if (node->isScalar() && node->text == QLatin1String("any")) {
            m_anywhere << kind.id;
            return;
        }
        kind.placedIn = textsOf(*node, m_problems);
        for (const Node& item : node->items)
            if (item.text != canvas)
                m_placeRefs.push_back({m_problems.path, item, item.text});
    }

    /// Its own, then those of the sets it uses, then the common ones with the kind's figures as defaults.
    void properties(MapReader& map, ElementKind& kind)
    {
        if (const Node* own = map.at(QStringLiteral("properties")))
            kind.properties = readProperties(*own, m_problems, m_kindRefs);
        if (const Node* use = map.at(QStringLiteral("use")))
            for (const Node& item : use->items) {
                if (!m_sets.contains(item.text))
                    m_problems.add(item, QStringLiteral("there is no property set `%1`").arg(item.text));
                append(kind.properties, m_sets.value(item.text));
            }
        for (PropertyDef property : m_common) {
            if (property.id == QLatin1String("availability") && kind.defaultAvailability)
                property.defaultValue = PropertyValue(*kind.defaultAvailability);
            if (property.id == QLatin1String("mttr-h") && kind.mttrHours > 0)
                property.defaultValue = PropertyValue(kind.mttrHours);
            kind.properties.push_back(std::move(property));
        }
        QSet<QString> seen;
        for (const PropertyDef& property : kind.properties) {
            if (seen.contains(property.id))
                m_problems.add(map.node(), QStringLiteral("the property `%1` is defined twice").arg(property.id));
            seen.insert(property.id);
        }
    }

    void groupKind(const Node& key, const Node& node)
    {
        newId(key);
        MapReader map(node, m_problems);
        GroupKind kind;
        kind.id = key.text;
        kind.label = map.requiredText(QStringLiteral("label"));
        kind.description = map.requiredText(QStringLiteral("description"));
        product(map, kind.product);
        kind.idStem = map.requiredText(QStringLiteral("id-stem"));
        kind.sources = map.texts(QStringLiteral("sources"));
        kind.memberKinds = map.texts(QStringLiteral("member-kinds"));
        if (const Node* members = map.at(QStringLiteral("member-kinds")))
            for (const Node& item : members->items)
                m_placeRefs.push_back({m_problems.path, item, item.text});
        if (const Node* fields = map.at(QStringLiteral("member-fields")))
            kind.memberFields = readProperties(*fields, m_problems, m_kindRefs);
        if (const Node* own = map.at(QStringLiteral("properties")))
            kind.properties = readProperties(*own, m_problems, m_kindRefs);
        map.finish();
        m_catalog.groupKinds.push_back(std::move(kind));
    }

    void finishKinds()
    {
        QStringList anywhere = {canvas};
        for (const ElementKind& kind : m_catalog.kinds)
            if (kind.container && kind.id != layerKind)
                anywhere << kind.id;
        for (ElementKind& kind : m_catalog.kinds)
            if (m_anywhere.contains(kind.id))
                kind.placedIn = anywhere;
    }

    void complain(const NamedId& named, const QString& text)
    {
        m_problems.path = named.path;
        m_problems.add(named.at, text);
    }

    void checkNames()
    {
        for (const NamedId& named : m_kindRefs)
            if (!m_catalog.kind(named.id) && !m_catalog.groupKind(named.id))
                complain(named, QStringLiteral("there is no kind `%1`").arg(named.id));
        for (const NamedId& named : m_placeRefs)
            if (!m_catalog.kind(named.id))
                complain(named, QStringLiteral("there is no element kind `%1`").arg(named.id));
        for (const NamedId& named : m_productRefs)
            if (m_catalog.productName(named.id) == named.id)
                complain(named, QStringLiteral("there is no product `%1`").arg(named.id));
        for (const NamedId& named : m_viewRows)
            if (!m_catalog.row(named.id))
                complain(named, QStringLiteral("there is no link row `%1`").arg(named.id));
        for (const auto& [place, with] : m_conditions)
            for (const QString& condition : with)
                if (const QString why = whyNotACondition(m_catalog, place.id, condition); !why.isEmpty())
                    complain(place, why);
        for (size_t i = 0; i < m_catalog.rows.size(); ++i)
            for (const QString& why : whatIsWrong(m_catalog, m_catalog.rows[i]))
                complain({m_rowNodes[i].path, m_rowNodes[i].root, {}}, why);
    }

    QSet<QString> m_ids, m_anywhere;
    std::vector<std::pair<NamedId, QStringList>> m_conditions;  ///< of kinds, to be checked when all are known
    std::vector<NamedTree> m_rowNodes;
};

}  // namespace

Catalog readCatalog(const std::vector<NamedTree>& files)
{
    return Reader().read(files);
}

}  // namespace redoubt
