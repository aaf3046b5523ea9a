// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/tiers.h"

#include "model/files/mapreader.h"
#include "model/files/tree.h"

#include <QFile>

static void initResources() { Q_INIT_RESOURCE(model_layout); }

namespace redoubt::layout {

namespace {

struct Entry {
    int tier = 0;
    QString with;  ///< `scope=global`: what must be true of the element; empty: nothing
};

struct Tiers {
    QStringList names;
    QHash<QString, QList<Entry>> byKind;
};

/// A part of the program: a mistake in it is a wrong program.
Tiers read()
{
    initResources();
    QFile file(u":/layout/tiers.yaml"_qs);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const Node root = opened ? parseYaml(file.readAll(), file.fileName()) : Node();
    Tiers result;
    const Node* tiers = root.find(u"tiers"_qs);
    Q_ASSERT(tiers && tiers->isMap());
    for (size_t i = 0; tiers && i < tiers->keys.size(); ++i) {
        for (const Node& item : tiers->items[i].items) {
            const Node *kind = item.find(u"kind"_qs), *with = item.find(u"with"_qs);
            result.byKind[kind ? kind->text : item.text] << Entry{int(result.names.size()), with ? with->text : QString()};
        }
        result.names << tiers->keys[i].text;
    }
    return result;
}

const Tiers& tiers()
{
    static const Tiers all = read();
    return all;
}

}  // namespace

const QStringList& tierNames()
{
    return tiers().names;
}

int tierNamed(const QString& name)
{
    return int(tiers().names.indexOf(name));
}

std::optional<int> tierOf(const Catalog& catalog, const Element& element)
{
    for (const Entry& entry : tiers().byKind.value(element.kind))
        if (entry.with.isEmpty() || catalog.holds(element, entry.with, false))
            return entry.tier;
    return std::nullopt;
}

int unknownTier()
{
    return tierNamed(u"services"_qs);
}

int lastTier()
{
    return int(tiers().names.size());
}

}  // namespace redoubt::layout
