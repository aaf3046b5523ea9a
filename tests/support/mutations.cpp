// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mutations.h"

#include "model/design/edits.h"
#include "model/files/designfile.h"
#include "model/files/tree.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace redoubt {

namespace {

const QString source = QStringLiteral(REDOUBT_SOURCE_DIR "/");

bool isNothing(const Node& node) { return node.isNull() || (node.isScalar() && !node.quoted && node.text == u"~"_qs); }

/// Lays `change` over `node`: maps key by key, ~ takes away, everything else replaces.
void lay(Node& node, const Node& change)
{
    if (!node.isMap() || !change.isMap()) {
        node = change;
        return;
    }
    for (size_t i = 0; i < change.keys.size(); ++i) {
        size_t at = 0;
        while (at < node.keys.size() && node.keys[at].text != change.keys[i].text)
            ++at;
        if (isNothing(change.items[i])) {
            if (at < node.keys.size()) {
                node.keys.erase(node.keys.begin() + qsizetype(at));
                node.items.erase(node.items.begin() + qsizetype(at));
            }
        } else if (at < node.keys.size()) {
            lay(node.items[at], change.items[i]);
        } else {
            node.keys.push_back(change.keys[i]);
            node.items.push_back(change.items[i]);
        }
    }
}

QString quoted(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString text(const Node& node)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./+-]+$"));
    QStringList parts;
    switch (node.type) {
    case Node::Type::Null:
        return QStringLiteral("~");
    case Node::Type::Scalar:
        return !node.quoted && plain.match(node.text).hasMatch() ? node.text : quoted(node.text);
    case Node::Type::List:
        for (const Node& item : node.items)
            parts << text(item);
        return u'[' + parts.join(QStringLiteral(", ")) + u']';
    case Node::Type::Map:
        for (size_t i = 0; i < node.keys.size(); ++i)
            parts << quoted(node.keys[i].text) + QStringLiteral(": ") + text(node.items[i]);
    }
    return u'{' + parts.join(QStringLiteral(", ")) + u'}';
}

QStringList texts(const Node& mutation, const QString& key)
{
    QStringList result;
    if (const Node* list = mutation.find(key))
        for (const Node& item : list->items)
            result << item.text;
    return result;
}

}  // namespace

QByteArray yamlOf(const Node& node)
{
    return text(node).toUtf8();
}

std::vector<Mutation> mutations(const Catalog& catalog)
{
    std::vector<Mutation> result;
    const QDir folder(source + QStringLiteral("tests/mutations"));
    for (const QString& name : folder.entryList({QStringLiteral("*.yaml")})) {
        const Node file = parseYaml(readFile(folder.filePath(name)), name);
        const QString base = file.find(QStringLiteral("base"))->text;
        const QString path = source + QStringLiteral("reference-designs/%1.redoubt.yaml").arg(base);
        const Node original = parseYaml(readFile(path), path);
        const Node* list = file.find(QStringLiteral("mutations"));
        for (size_t i = 0; i < list->keys.size(); ++i) {
            const Node& mutation = list->items[i];
            Node tree = original;
            if (const Node* change = mutation.find(QStringLiteral("change")))
                lay(tree, *change);
            const QString where = QStringLiteral("%1 (%2)").arg(name, list->keys[i].text);
            Mutation made{base, list->keys[i].text, readDesign(yamlOf(tree), where, catalog).design,
                          texts(mutation, QStringLiteral("appear")), texts(mutation, QStringLiteral("go"))};
            for (const QString& id : texts(mutation, QStringLiteral("without")))
                if (!made.design.hasId(id))
                    throw FileError(where, QStringLiteral("there is no %1").arg(id));
            Patch patch = edits::remove(made.design, catalog, texts(mutation, QStringLiteral("without")));
            swap(made.design, patch);
            result.push_back(std::move(made));
        }
    }
    return result;
}

}  // namespace redoubt
