// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/references.h"

#include "model/files/scalars.h"
#include "model/files/tree.h"

#include <QDir>
#include <QFile>

// The resource stands in a static library, where nothing else refers to it. Must be called outside a namespace.
static void initReferences()
{
    Q_INIT_RESOURCE(references);
}

namespace redoubt {

namespace {

const QString& suffix()
{
    static const QString text = u".redoubt.yaml"_qs;
    return text;
}

/// Title and overview. They stand before the elements, which need not be parsed to list the designs.
ReferenceDesign describe(const QString& id, const QByteArray& yaml)
{
    ReferenceDesign reference{id, id, {}};
    try {
        const Node root = parseYaml(yaml.left(yaml.indexOf("\nelements:") + 1), id);
        if (const Node* title = root.find(u"title"_qs))
            reference.title = title->text;
        if (const Node* settings = root.find(u"settings"_qs))
            if (const Node* overview = settings->find(u"overview"_qs))
                reference.overview = overview->text;
    } catch (const FileError&) {
        // Listed by its id; opening it says what is wrong.
    }
    return reference;
}

/// The ids in the order in which people meet the designs: reference-designs/order.txt, one a line.
QStringList listedOrder()
{
    QFile file(u":/references/order"_qs);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
}

}  // namespace

std::vector<ReferenceDesign> referenceDesigns()
{
    initReferences();
    QStringList ids;
    for (const QString& name : QDir(u":/references"_qs).entryList(QDir::Files))
        if (name.endsWith(suffix()))
            ids << name.chopped(suffix().size());
    std::sort(ids.begin(), ids.end(), naturalLess);
    const QStringList order = listedOrder();
    const auto place = [&](const QString& id) { return order.contains(id) ? order.indexOf(id) : order.size(); };
    std::stable_sort(ids.begin(), ids.end(), [&](const QString& a, const QString& b) { return place(a) < place(b); });
    std::vector<ReferenceDesign> references;
    for (const QString& id : ids)
        references.push_back(describe(id, referenceDesign(id)));
    return references;
}

namespace {

QStringList matching(const QStringList& patterns, QString ReferenceDesign::*what)
{
    static const std::vector<ReferenceDesign> all = referenceDesigns();
    QStringList result;
    for (const ReferenceDesign& each : all)
        if (std::any_of(patterns.begin(), patterns.end(), [&](const QString& pattern) {
                return pattern.endsWith(u'*') ? each.id.startsWith(pattern.chopped(1)) : each.id == pattern;
            }))
            result << each.*what;
    return result;
}

}  // namespace

QStringList matchingReferences(const QStringList& patterns)
{
    return matching(patterns, &ReferenceDesign::id);
}

QStringList matchingTitles(const QStringList& patterns)
{
    return matching(patterns, &ReferenceDesign::title);
}

QByteArray referenceDesign(const QString& id)
{
    initReferences();
    QFile file(u":/references/"_qs + id + suffix());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace redoubt
