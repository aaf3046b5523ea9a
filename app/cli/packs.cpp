// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkrun.h"
#include "app/cli/output.h"

#include <QJsonArray>

namespace redoubt::cli {

namespace {

QJsonObject json(const RuleChange& change)
{
    QJsonObject object{{u"rule"_qs, change.rule}};
    if (change.severity)
        object[u"severity"_qs] = QJsonObject{{u"from"_qs, severityId(change.severity->before)},
                                             {u"to"_qs, severityId(change.severity->after)}};
    QJsonArray parameters;
    for (const RuleChange::Value& value : change.parameters)
        parameters.append(QJsonObject{{u"name"_qs, value.name}, {u"from"_qs, value.before}, {u"to"_qs, value.after}});
    if (!parameters.isEmpty())
        object[u"parameters"_qs] = parameters;
    if (change.off)
        object[u"off"_qs] = *change.off;
    if (!change.reason.isEmpty())
        object[u"reason"_qs] = change.reason;
    return object;
}

}  // namespace

QString changeText(const RuleChange& change)
{
    QStringList parts;
    if (change.off)
        parts << (*change.off ? u"switched off"_qs : u"switched on"_qs);
    if (change.severity)
        parts << u"%1 instead of %2"_qs.arg(severityId(change.severity->after), severityId(change.severity->before));
    for (const RuleChange::Value& value : change.parameters)
        parts << u"%1 is %2 instead of %3"_qs.arg(value.name, value.after, value.before);
    return parts.join(u", ") + (change.reason.isEmpty() ? QString() : u": "_qs + change.reason);
}

QJsonObject rulesJson(const RuleSet& rules)
{
    QJsonArray packs, off;
    for (const RulePack& pack : rules.packs) {
        QJsonArray changes;
        for (const RuleChange& change : pack.changes)
            changes.append(json(change));
        packs.append(QJsonObject{{u"name"_qs, pack.name},
                                 {u"version"_qs, pack.version},
                                 {u"file"_qs, pack.path},
                                 {u"added"_qs, QJsonArray::fromStringList(pack.added)},
                                 {u"changes"_qs, changes}});
    }
    for (const Rule& rule : rules.rules)
        if (rule.off)
            off.append(rule.id);
    return {{u"version"_qs, rules.version}, {u"packs"_qs, packs}, {u"off"_qs, off}};
}

QString packsText(const RuleSet& rules)
{
    QString out;
    for (const RulePack& pack : rules.packs) {
        out += u"Rule pack %1 %2 (%3)\n"_qs.arg(pack.name, pack.version, pack.path);
        QList<QStringList> rows;
        for (const QString& id : pack.added) {
            const Rule* rule = rules.rule(id);
            rows << QStringList{u"  "_qs + id, rule ? u"added: "_qs + rule->title : u"added"_qs};
        }
        for (const RuleChange& change : pack.changes)
            rows << QStringList{u"  "_qs + change.rule, changeText(change)};
        out += table(rows);
    }
    return out;
}

}  // namespace redoubt::cli
