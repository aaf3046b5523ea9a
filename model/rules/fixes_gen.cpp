// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/edits.h"
#include "model/rules/fixactions.h"

#include <cmath>

// Parts of the fixes of the area GEN.

namespace redoubt {

namespace {

QString nameOf(const FixDraft& draft, const ElementId& id) { return draft.design().displayName(id.value); }

bool isBalancer(FixDraft& draft, const ElementId& id)
{
    return draft.facts().kindOf(id.value) == QLatin1String("load-balancer");
}

/// A link that no row knows becomes the nearest that one does: the other way round, else to the balancer before the
/// target; where there is neither it goes.
bool nearestConnection(FixDraft& draft, const QStringList& links)
{
    for (const QString& id : links) {
        const Link* found = draft.design().link({id});
        if (!found)
            return false;
        const Link link = *found;
        const QString from = nameOf(draft, link.from), to = nameOf(draft, link.to);
        if (draft.reverse({id})) {
            draft.words = QStringLiteral("Turn the connection of %1 to %2 round").arg(from, to);
            continue;
        }
        ElementId balancer;
        for (const ElementId& each : QList<ElementId>(draft.facts().reachedBy(link.to)))
            if (balancer.isEmpty() && isBalancer(draft, each)
                && !draft.facts().connections().legalRows(link.from, each).isEmpty())
                balancer = each;
        if (balancer.isEmpty()) {
            draft.words = QStringLiteral("Remove the connection of %1 to %2").arg(from, to);
            draft.remove({id});
            continue;
        }
        draft.words = QStringLiteral("Connect %1 to %2 in place of %3").arg(from, nameOf(draft, balancer), to);
        if (!draft.redirect({{id}, link.from, link.to, link.rows, {}, link.use}, link.from, balancer))
            return false;
    }
    return !links.isEmpty();
}

/// The container, of those that take the element, that stands nearest to it on the canvas.
ElementId nearestContainer(const FixDraft& draft, const ElementId& id)
{
    const Placement placement = place(draft.design(), draft.catalog());
    const QPointF centre = placement.value(id.value).center();
    const QString kind = draft.design().element(id)->kind;
    const QSet<QString> own = edits::withContents(draft.design(), {id.value});
    ElementId best;
    double least = 0;
    for (auto it = draft.design().elements.cbegin(); it != draft.design().elements.cend(); ++it) {
        const ElementKind* holder = draft.catalog().kind(it.value()->kind);
        if (!holder || holder->shape == Shape::Layer || own.contains(it.key().value)
            || !edits::accepts(draft.design(), draft.catalog(), it.key(), kind))
            continue;
        const QRectF rect = placement.value(standIn(draft.design(), draft.catalog(), it.key()).value);
        const double dx = std::max({rect.left() - centre.x(), 0.0, centre.x() - rect.right()});
        const double dy = std::max({rect.top() - centre.y(), 0.0, centre.y() - rect.bottom()});
        if (best.isEmpty() || std::hypot(dx, dy) < least) {
            best = it.key();
            least = std::hypot(dx, dy);
        }
    }
    return best;
}

/// Into the nearest ancestor that takes the element, else the nearest container of the drawing, else a new one.
bool moveHome(FixDraft& draft, const QStringList& things)
{
    const ElementId id{things.value(0)};
    if (!draft.design().element(id))
        return false;
    if (!draft.move(id)) {
        const QString kindId = draft.design().element(id)->kind;
        const ElementKind* kind = draft.catalog().kind(kindId);
        ElementId container = nearestContainer(draft, id);
        if (container.isEmpty()) {
            // A new container stands beside the outermost one, on the canvas.
            ElementId outermost = id;
            while (draft.design().element(draft.design().element(outermost)->in))
                outermost = draft.design().element(outermost)->in;
            for (const QString& holder : kind->placedIn)
                if (container.isEmpty() && draft.catalog().kind(holder))
                    container = draft.add(holder, outermost, ElementId());
        }
        if (container.isEmpty() || !draft.move(id, container))
            return false;
    }
    const ElementId in = draft.design().element(id)->in;
    draft.words = in.isEmpty() ? QStringLiteral("Move %1 out onto the canvas").arg(nameOf(draft, id))
                               : QStringLiteral("Move %1 into %2").arg(nameOf(draft, id), nameOf(draft, in));
    return true;
}

/// Elements that rows of the matrix join with `id`, those of its own site first.
QList<ElementId> partners(FixDraft& draft, const ElementId& id)
{
    const ElementId site = draft.facts().siteOf(id);
    QList<ElementId> here, there;
    for (auto it = draft.design().elements.cbegin(); it != draft.design().elements.cend(); ++it)
        if (it.key() != id && it.value()->kind != QLatin1String("layer"))
            (draft.facts().siteOf(it.key()) == site ? here : there) << it.key();
    return here + there;
}

/// The usual connections of an element: by each row that is always there, from or to the first partner that fits, a
/// balancer before what it balances. An element that nothing may be connected to goes.
bool usualConnections(FixDraft& draft, const QStringList& things)
{
    const ElementId id{things.value(0)};
    QSet<QString> done;
    QList<ElementId> candidates = partners(draft, id);
    std::stable_sort(candidates.begin(), candidates.end(), [&](const ElementId& a, const ElementId& b) {
        return isBalancer(draft, a) && !isBalancer(draft, b);
    });
    const auto use = [&](const ElementId& from, const ElementId& to) {
        const QList<const LinkRow*> rows = draft.facts().connections().legalRows(from, to);
        for (const LinkRow* row : rows) {
            const QString key = row->id + (from == id ? u'>' : u'<');
            const bool usual = row->offered && row->use == LinkUse::Normal && row->meaning != QLatin1String("site-link");
            if (usual && !done.contains(key)) {
                done << key;
                return draft.connect(from, to, row->id).has_value();
            }
        }
        return false;
    };
    QStringList joined;
    for (const ElementId& partner : candidates)
        if (use(id, partner) || use(partner, id))
            joined << nameOf(draft, partner);
    if (joined.isEmpty()) {
        draft.words = QStringLiteral("Remove %1, which nothing here can be connected to").arg(nameOf(draft, id));
        draft.remove({id.value});
    } else {
        draft.words = QStringLiteral("Connect %1 with %2").arg(nameOf(draft, id), joined.join(QStringLiteral(", ")));
    }
    return true;
}

/// `ss.company.com` in the second place becomes `ss-b.company.com`, in the first `ss-a.company.com`.
QString suffixed(const QString& name, int place)
{
    const int dot = int(name.indexOf(u'.'));
    const QString host = dot < 0 ? name : name.left(dot);
    return QStringLiteral("%1-%2%3").arg(host, QString(QChar(u'a' + place % 26)), dot < 0 ? QString() : name.mid(dot));
}

/// Each front end gets a name of its own. Their sites come in the order of ids.
bool suffixNames(FixDraft& draft, const QStringList& things)
{
    QHash<QString, QStringList> holders;  // by name, in lower case
    const auto namesOf = [&](const QString& id) {
        QStringList result;
        const ElementId element{id};
        if (isBalancer(draft, element)) {
            for (const Fact& item : draft.facts().property(*draft.facts().thing(id).thing(), QStringLiteral("listeners")).items())
                result << textAt(*item.thing()->record, QStringLiteral("name")).toLower();
        } else {
            result << draft.facts().topology().text(element, QStringLiteral("dns-name")).toLower();
        }
        return result;
    };
    for (const QString& id : things)
        for (const QString& name : namesOf(id))
            if (!name.isEmpty() && !holders[name].contains(id))
                holders[name] << id;
    const auto renamed = [&](const QString& id, const QString& name) {
        const QStringList list = holders.value(name.toLower());
        return list.size() < 2 ? name : suffixed(name, int(list.indexOf(id)));
    };
    for (const QString& id : things) {
        Element element = *draft.design().element({id});
        if (element.kind == QLatin1String("load-balancer")) {
            PropertyList listeners;
            for (const PropertyValue& item : *element.properties[QStringLiteral("listeners")].list()) {
                PropertyRecord record = *item.record();
                if (const QString name = textAt(record, QStringLiteral("name")); !name.isEmpty())
                    record[QStringLiteral("name")] = renamed(id, name);
                listeners.push_back(std::move(record));
            }
            element.properties[QStringLiteral("listeners")] = std::move(listeners);
        } else {
            QString name = textAt(element.properties, QStringLiteral("dns-name"));
            element.properties[QStringLiteral("dns-name")] = renamed(id, name);
        }
        Patch patch;
        patch.set(ElementId{id}, std::move(element));
        draft.apply(patch);
    }
    return !things.isEmpty();
}

}  // namespace

const FixActions& genFixes()
{
    static const FixActions table{
        {"nearest-connection", nearestConnection},
        {"move-home", moveHome},
        {"usual-connections", usualConnections},
        {"suffix-names", suffixNames},
    };
    return table;
}

}  // namespace redoubt
