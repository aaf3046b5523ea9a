// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/holdings.h"

#include "app/cli/output.h"
#include "model/design/design.h"
#include "model/design/numberwords.h"

#include <QJsonArray>

namespace redoubt::cli {

namespace {

/// `Primary and Secondary (sql-1, sql-2)`: names for people, ids to find them by.
QString named(const QStringList& ids, const Design& design)
{
    QStringList names;
    for (const QString& id : ids)
        names << oneLine(design.displayName(id));
    QString text = names.mid(0, names.size() - 1).join(u", ");
    if (names.size() > 1)
        text += u" and "_qs;
    return text + names.last() + u" ("_qs + ids.join(u", ") + u')';
}

QString list(const QString& heading, const std::vector<QStringList>& sets, const Design& design, Ink ink)
{
    if (sets.empty())
        return {};
    QString text = u"  "_qs + inked(heading, ink) + u'\n';
    for (const QStringList& ids : sets)
        text += u"    "_qs + named(ids, design) + u'\n';
    return text;
}

QString sentence(Holding::State state)
{
    switch (state) {
    case Holding::State::Broken: return u"The rule is broken here."_qs;
    case Holding::State::Holds: return u"The rule holds: all that it judges here is in order."_qs;
    case Holding::State::Unknown: return u"The rule cannot be judged here: values that it needs are not given."_qs;
    case Holding::State::NotApplicable: break;
    }
    return u"The rule does not apply: the design has nothing that it speaks of."_qs;
}

QJsonArray json(const std::vector<QStringList>& sets)
{
    QJsonArray array;
    for (const QStringList& ids : sets)
        array.append(QJsonArray::fromStringList(ids));
    return array;
}

}  // namespace

QString holdingText(const Holding& holding, const Design& design)
{
    if (holding.stopped)
        return u"  The rule was given up here: it goes through too many combinations.\n"_qs;
    return u"  "_qs + sentence(holding.state) + u'\n' + list(u"Broken by"_qs, holding.broken, design, Ink::Red)
        + list(u"In order"_qs, holding.inOrder, design, Ink::Green)
        + list(u"A value is not given"_qs, holding.unknown, design, Ink::Yellow);
}

QJsonObject holdingJson(const Holding& holding)
{
    return {{u"state"_qs, stateId(holding.state)},
            {u"stopped"_qs, holding.stopped},
            {u"broken"_qs, json(holding.broken)},
            {u"in-order"_qs, json(holding.inOrder)},
            {u"unknown"_qs, json(holding.unknown)}};
}

}  // namespace redoubt::cli
