// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/drawparts.h"
#include "views/render/footnotes.h"

#include <algorithm>

namespace redoubt {
namespace {

constexpr double markSide = 24, pillHeight = 15;

/// Room for the words of a node: its own width, and in a layer half of the gap to its neighbours or to the border.
double wordRoom(const DrawContext& context, const QString& id)
{
    const QRectF rect = context.scene.placement.value(id);
    const QString parent = context.parent(id);
    if (parent.isEmpty() || context.kindOf(parent).shape != Shape::Layer)
        return std::max(rect.width(), 96.0);
    const QRectF around = context.scene.placement.value(parent);
    double left = rect.left() - around.left() - 6, right = around.right() - rect.right() - 6;
    for (const QString& other : context.scene.members.value(parent)) {
        const QRectF next = context.scene.placement.value(other);
        if (other == id || next.bottom() <= rect.top() || next.top() >= rect.bottom())
            continue;
        if (next.left() >= rect.right())
            right = std::min(right, (next.left() - rect.right()) / 2 - 3);
        else if (next.right() <= rect.left())
            left = std::min(left, (rect.left() - next.right()) / 2 - 3);
    }
    return std::clamp(rect.width() + 2 * std::min(left, right), rect.width(), std::max(rect.width(), 200.0));
}

/// Room for footnote numbers beside a name of the largest letters.
double numberRoom(const DrawContext& context, const QString& id)
{
    return footnoteRoom(context.scene, id, context.isOverview() ? overview::name : metric::element);
}

struct Words {
    QStringList lines;
    double size = metric::element;
    QString owner;
    bool secondary = false;
};

/// The labels of a list of choices (`Web, License`), as the catalog words them.
QString choiceWords(const DrawContext& context, const QString& id, const QString& property)
{
    const PropertyDef* const def = context.kindOf(id).property(property);
    const PropertyValue* const value = find(context.element(id).properties, property);
    if (!def || !value)
        return {};
    QStringList words;
    for (const QString& item : value->textItems()) {
        const auto at = def->choices.indexOf(item);
        words << (at >= 0 && at < def->choiceLabels.size() ? def->choiceLabels[at] : item);
    }
    return words.join(u", ");
}

QList<Words> wordsOf(const DrawContext& context, const QString& id, double room, QStringList* marks)
{
    QList<Words> words;
    const bool large = context.isOverview();
    const double whole = large ? overview::name : metric::element, part = large ? overview::second : metric::caption;
    for (const QString& name : nameLines(context, id)) {
        const bool fits = textWidth(name, whole) <= room;
        const double size = fits && words.isEmpty() ? whole : part;
        words.append({balanced(name, room, size, false, words.isEmpty() ? 3 : 2), size, {}, !words.isEmpty()});
    }
    for (const QString& attached : context.scene.attached.value(id)) {
        if (context.kindOf(attached).shape == Shape::Caption)
            words.append({wrapped(captionWords(context, attached), room, metric::caption, false, 2), metric::caption,
                          attached, true});
        else
            marks->append(attached);
    }
    if (const QString services = choiceWords(context, id, u"services"_qs); !services.isEmpty())
        words.append({wrapped(services, room, metric::smallest, false, 3), metric::smallest, {}, true});
    return words;
}

double heightOf(const QList<Words>& words)
{
    double height = 0;
    for (const Words& part : words)
        height += lineHeight(part.size) * double(part.lines.size());
    return height;
}

double placeWords(const QList<Words>& words, double x, double top, NodeParts& parts)
{
    double widest = 0;
    for (const Words& part : words) {
        for (const QString& line : part.lines) {
            parts.lines.append({line, {x, top + ascent(part.size)}, part.size, part.owner, part.secondary});
            widest = std::max(widest, textWidth(line, part.size));
            top += lineHeight(part.size);
        }
    }
    return widest;
}

QString stateWord(const QString& state)
{
    return state == u"cold" ? u"Cold standby"_qs : u"Warm standby"_qs;
}

void addLines(const NodeParts& parts, const QString& owner, const Style& style, std::vector<Shape2D>& shapes)
{
    for (const NodeParts::Line& line : parts.lines)
        if (line.owner == owner)
            shapes.emplace_back(TextShape{line.text, line.baseline, line.size, false,
                                          line.secondary ? style.secondaryText : style.text, TextAlign::Center});
}

}  // namespace

NodeParts nodeParts(const DrawContext& context, const QString& id)
{
    const QRectF rect = context.scene.placement.value(id);
    QStringList marks;
    const QList<Words> words = wordsOf(context, id, wordRoom(context, id), &marks);
    NodeParts parts;
    parts.state = standbyState(context, id);
    const double pill = parts.state.isEmpty() ? 0 : pillHeight + 2;
    const double wordsHeight = heightOf(words) + pill;
    const double side = std::clamp(rect.height() - wordsHeight - 4, 28.0,
                                   std::clamp(rect.height() * 0.57, 28.0, std::min(metric::largestIcon, rect.width())));
    // Icons of neighbours stand level, whatever number of lines each has, as long as there is room.
    const double nominal = (rect.height() - (side + 3 + lineHeight(metric::element))) / 2;
    const double top = rect.top() + std::clamp(std::min(nominal, rect.height() - side - 3 - wordsHeight), 1.0, 12.0);
    const double x = rect.center().x();
    parts.icon = {x - side / 2, top, side, side};
    double widest = placeWords(words, x, parts.icon.bottom() + 3, parts)
        + 2 * numberRoom(context, id);
    double bottom = parts.icon.bottom() + 3 + heightOf(words);
    if (!parts.state.isEmpty()) {
        const double width = textWidth(stateWord(parts.state), metric::smallest, true) + 12;
        parts.statePill = {x - width / 2, bottom + 2, width, pillHeight};
        widest = std::max(widest, width);
        bottom = parts.statePill.bottom();
    }
    double right = parts.icon.right();
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const QRectF mark(parts.icon.right() - 9, parts.icon.top() - 2 + double(i) * (markSide + 1), markSide, markSide);
        parts.marks.append({marks[i], mark});
        right = std::max(right, mark.right());
    }
    const double half = std::max({side / 2, widest / 2, right - x}) + metric::space;
    parts.bounds = QRectF(x - half, parts.icon.top() - metric::space, 2 * half,
                          bottom - parts.icon.top() + 2 * metric::space - 2);
    parts.body = QRectF(QPointF(parts.icon.left() - metric::space, parts.bounds.top()),
                        QPointF(right + metric::space, parts.bounds.bottom()));
    parts.words = QRectF(x - widest / 2, parts.icon.bottom() + 3, widest, bottom - parts.icon.bottom() - 3);
    return parts;
}

bool isBoxed(const DrawContext& context, const QString& id)
{
    const QString parent = context.parent(id);
    return context.kindOf(id).shape == Shape::Boxed
        && (parent.isEmpty() || context.kindOf(parent).shape != Shape::Layer);
}

bool isBare(const DrawContext& context, const QString& id)
{
    const Shape shape = context.kindOf(id).shape;
    return shape == Shape::Node || shape == Shape::Badge || shape == Shape::Caption
        || (shape == Shape::Boxed && !isBoxed(context, id));
}

void drawNode(const DrawContext& context, const QString& id, DrawnItem& item)
{
    const Style& style = context.style;
    const NodeParts parts = nodeParts(context, id);
    item.shapes.emplace_back(BoxShape{parts.bounds, metric::controlRadius, {}, {}});
    const bool standby = !parts.state.isEmpty();
    item.shapes.emplace_back(IconShape{context.kindOf(id).icon, parts.icon, context.color(id), standby ? 0.45 : 1.0});
    addLines(parts, {}, style, item.shapes);
    if (standby) {
        item.shapes.emplace_back(BoxShape{parts.statePill, pillHeight / 2, style.noteFill,
                                          {style.noteBorder, metric::boxLine, {3, 2}}});
        item.shapes.emplace_back(textLine(stateWord(parts.state), parts.statePill.center().x(), parts.statePill.top() + 1,
                                          metric::smallest, style.text, TextAlign::Center, true));
    }
}

void drawAttached(const DrawContext& context, const QString& id, DrawnItem& item)
{
    const ElementId owner = standIn(context.design, context.catalog, {id});
    const Style& style = context.style;
    if (owner.value == id || !context.scene.placement.contains(owner.value))
        return;
    const NodeParts parts = nodeParts(context, owner.value);
    for (const NodeParts::Mark& mark : parts.marks) {
        if (mark.id != id)
            continue;
        item.outline = mark.rect;
        item.shapes.emplace_back(BoxShape{mark.rect, metric::controlRadius, style.box, {style.boxBorder, metric::boxLine, {}}});
        item.shapes.emplace_back(IconShape{context.kindOf(id).icon, mark.rect.adjusted(3, 3, -3, -3), context.color(id),
                                           standbyState(context, id).isEmpty() ? 1.0 : 0.45});
        return;
    }
    for (const NodeParts::Line& line : parts.lines) {
        if (line.owner != id)
            continue;
        const double width = textWidth(line.text, line.size);
        item.outline = item.outline.united(
            {line.baseline.x() - width / 2, line.baseline.y() - ascent(line.size), width, lineHeight(line.size)});
    }
    item.shapes.emplace_back(BoxShape{item.outline, 0, {}, {}});
    addLines(parts, id, style, item.shapes);
}

void drawBoxed(const DrawContext& context, const QString& id, DrawnItem& item)
{
    const Style& style = context.style;
    const QRectF rect = context.scene.placement.value(id);
    item.shapes.emplace_back(BoxShape{rect, metric::boxRadius, style.box, {style.siteBorder, metric::boxLine, {}}});
    const QString name = nameLines(context, id).front();
    const double room = rect.width() - 2 * metric::space - 2 * numberRoom(context, id);
    const bool large = context.isOverview();
    QStringList lines;
    double size = 0;
    for (const double next : large ? QList<double>{overview::name, overview::second, metric::element, metric::caption}
                                   : QList<double>{metric::element, metric::caption}) {
        size = next;
        lines = wrapped(name, room, size, false, 3);
        const bool whole = !large || lines.join(u' ').size() >= name.size();
        if (whole && lines.size() <= (large ? 3 : 2) && double(lines.size()) * lineHeight(size) + 36 <= rect.height())
            break;
    }
    const double words = double(lines.size()) * lineHeight(size);
    const double side = std::clamp(rect.height() - words - 18, 24.0, 44.0);
    double top = rect.top() + (rect.height() - side - 4 - words) / 2;
    item.shapes.emplace_back(IconShape{context.kindOf(id).icon, {rect.center().x() - side / 2, top, side, side},
                                       context.color(id)});
    top += side + 4;
    for (const QString& line : lines) {
        item.shapes.emplace_back(textLine(line, rect.center().x(), top, size, style.text, TextAlign::Center));
        top += lineHeight(size);
    }
}

void drawListener(const DrawContext& context, const QString& id, DrawnItem& item)
{
    const Style& style = context.style;
    const QRectF rect = context.scene.placement.value(id);
    const QColor color = context.color(id);
    item.shapes.emplace_back(BoxShape{rect, metric::boxRadius, style.box, {color, 1.2, {9, 3, 2, 3}}});
    const QStringList names = nameLines(context, id);
    const double room = rect.width() - 12 - 2 * numberRoom(context, id), x = rect.center().x();
    const QStringList rest = names.mid(1);
    const bool large = context.isOverview();
    const QString port = large ? QString() : context.value(id, u"port"_qs);  // the overview has no ports
    QStringList title;
    double size = 0, second = 0, height = 0;
    for (const double next : large ? QList<double>{overview::name, overview::second, metric::element} : QList<double>{metric::element}) {
        size = next;
        second = large && size > metric::element ? size - 2 : metric::caption;
        title = balanced(names.front(), room, size, true, 2);
        height = double(title.size()) * lineHeight(size) + double(rest.size()) * lineHeight(second)
            + (port.isEmpty() ? 0 : lineHeight(metric::port));
        const auto fits = [&](const QString& line) { return textWidth(line, second) <= room; };
        if (title.join(u' ').size() >= names.front().size() && std::all_of(rest.begin(), rest.end(), fits) && height <= rect.height() - 4)
            break;
    }
    double top = rect.top() + std::max(3.0, (rect.height() - height) / 2);
    for (const QString& line : title) {
        item.shapes.emplace_back(textLine(line, x, top, size, style.text, TextAlign::Center, true));
        top += lineHeight(size);
    }
    for (const QString& line : rest) {
        item.shapes.emplace_back(textLine(elided(line, room, second), x, top, second, style.text, TextAlign::Center));
        top += lineHeight(second);
    }
    if (!port.isEmpty())
        item.shapes.emplace_back(textLine(u"TCP %1"_qs.arg(port), x, top, metric::port, style.portText, TextAlign::Center));
}

void drawNote(const DrawContext& context, const QString& id, DrawnItem& item)
{
    const Style& style = context.style;
    const QRectF rect = context.scene.placement.value(id);
    const double fold = 12;
    QPainterPath page;
    page.moveTo(rect.topLeft());
    page.lineTo(rect.right() - fold, rect.top());
    page.lineTo(rect.right(), rect.top() + fold);
    page.lineTo(rect.bottomRight());
    page.lineTo(rect.bottomLeft());
    page.closeSubpath();
    QPainterPath corner;
    corner.moveTo(rect.right() - fold, rect.top());
    corner.lineTo(rect.right() - fold, rect.top() + fold);
    corner.lineTo(rect.right(), rect.top() + fold);
    item.role = DrawnRole::Note;
    item.shapes.emplace_back(PathShape{page, style.noteFill, {style.noteBorder, metric::boxLine, {}}});
    item.shapes.emplace_back(PathShape{corner, {}, {style.noteBorder, metric::boxLine, {}}});
    QString text = context.value(id, u"text"_qs);
    if (text.isEmpty())
        text = context.element(id).name;
    const int most = std::max(1, int((rect.height() - 8) / lineHeight(metric::caption)));
    double top = rect.top() + 5;
    for (const QString& line : wrapped(text, rect.width() - 16 - 4, metric::caption, false, most)) {
        item.shapes.emplace_back(textLine(line, rect.left() + 8, top, metric::caption, style.text));
        top += lineHeight(metric::caption);
    }
}

}  // namespace redoubt
