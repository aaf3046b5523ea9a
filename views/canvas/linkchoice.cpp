// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/linkchoice.h"

#include "views/editing/editor.h"

namespace redoubt {

namespace {

constexpr int mostNamed = 4;  ///< targets that an explanation lists

bool exists(const Design& design, const LinkChoice& choice)
{
    return std::any_of(design.links.cbegin(), design.links.cend(), [&choice](const auto& link) {
        const bool there = link->from == choice.from && link->to == choice.to;
        const bool back = choice.row->bothWays && link->from == choice.to && link->to == choice.from;
        return (there || back) && link->rows.contains(choice.row->id);
    });
}

QString kindLabel(const Editor& editor, const ElementId& id)
{
    const Element* element = editor.design().element(id);
    const ElementKind* kind = element ? editor.catalog().kind(element->kind) : nullptr;
    return kind ? kind->label : id.value;
}

bool hasKind(const std::vector<LinkEnd>& ends, const QString& kind)
{
    return std::any_of(ends.cbegin(), ends.cend(), [&kind](const LinkEnd& end) { return end.kind == kind; });
}

/// The end of a row that has the kind but wants more of the element than it has.
const LinkEnd* unmet(const Editor& editor, const std::vector<LinkEnd>& ends, const ElementId& id)
{
    const Element* element = editor.design().element(id);
    const LinkEnd* found = nullptr;
    for (const LinkEnd& end : ends)
        if (element && end.kind == element->kind) {
            if (fits(editor.design(), editor.catalog(), id, end))
                return nullptr;
            found = &end;
        }
    return found;
}

QString want(const Editor& editor, const LinkEnd& end, const ElementId& id)
{
    const QString name = editor.spokenName(id.value);
    if (!end.products.isEmpty() && !carriedProducts(editor.design(), editor.catalog(), id).contains(end.products.front())) {
        QStringList names;
        for (const QString& product : end.products)
            names << (product == u"rmq" ? Editor::tr("RabbitMQ") : editor.catalog().productName(product));
        return Editor::tr("Only when %1 serves %2.").arg(name, names.join(Editor::tr(" or ")));
    }
    if (!end.scope.isEmpty())
        return Editor::tr("Only when %1 has the scope %2.").arg(name, end.scope);
    if (!end.service.isEmpty())
        return Editor::tr("Only when %1 runs the %2 service.").arg(name, end.service);
    return Editor::tr("Only when %1 has %2.").arg(name, end.with.join(u", "));
}

}  // namespace

QList<LinkChoice> linkChoices(const Design& design, const Connections& connections, const ElementId& from,
                              const ElementId& to)
{
    QList<LinkChoice> choices;
    if (from == to)
        return choices;
    for (const auto& [a, b] : {std::pair(from, to), std::pair(to, from)}) {
        for (const LinkRow* row : connections.legalRows(a, b))
            if (const LinkChoice choice{a, b, row}; row->offered && !exists(design, choice))
                choices << choice;
        if (!choices.isEmpty())
            break;
    }
    return choices;
}

QString describe(const Editor& editor, const LinkChoice& choice)
{
    Link link;
    link.from = choice.from;
    link.to = choice.to;
    link.rows = {choice.row->id};
    QStringList ports;
    for (const QString& port : effectivePorts(editor.design(), editor.catalog(), link)) {
        const QStringList parts = port.split(u'/');
        ports << (parts.size() == 2 ? QStringLiteral("%1 %2").arg(parts[1].toUpper(), parts[0]) : port.toUpper());
    }
    if (ports.size() > mostNamed)
        ports = ports.mid(0, mostNamed) << QStringLiteral("…");
    if (!choice.row->purpose.isEmpty())
        ports << choice.row->purpose;
    return ports.isEmpty() ? choice.row->label : ports.join(QStringLiteral(", "));
}

QString whyNot(const Editor& editor, const ElementId& from, const ElementId& to)
{
    const Catalog& catalog = editor.catalog();
    const Design& design = editor.design();
    const Connections connections(design, catalog);
    if (!connections.legalRows(from, to).isEmpty() || !connections.legalRows(to, from).isEmpty())
        return Editor::tr("They are linked already.");
    for (const LinkRow& row : catalog.rows)
        for (const auto& [a, b] : {std::pair(from, to), std::pair(to, from)}) {
            if (!hasKind(row.from, design.element(a)->kind) || !hasKind(row.to, design.element(b)->kind))
                continue;
            if (const LinkEnd* end = unmet(editor, row.from, a))
                return want(editor, *end, a);
            if (const LinkEnd* end = unmet(editor, row.to, b))
                return want(editor, *end, b);
        }
    return Editor::tr("No product has a connection between %1 and %2.").arg(kindLabel(editor, from), kindLabel(editor, to));
}

}  // namespace redoubt
