// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/footnotes.h"

#include "views/render/drawparts.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace redoubt {

namespace {

constexpr double rowOfReading = 48;  ///< what starts this close below something else is read in the same row
constexpr double share = 0.78;       ///< of the letters that the number is raised beside
constexpr double raise = 0.36;
constexpr double gap = 1.5;

double sizeBeside(double letters) { return std::max(metric::smallest - 1, letters * share); }

QString marksOf(const Scene& scene, const QString& id)
{
    QStringList numbers;
    for (const int number : scene.footnotesOf.value(id))
        numbers << QString::number(number);
    return numbers.join(u',');
}

/// The last line of the name: the first words of the item, as far as they look alike.
const TextShape* endOfName(const DrawnItem& item)
{
    const TextShape* last = nullptr;
    for (const Shape2D& shape : item.shapes) {
        const auto* text = std::get_if<TextShape>(&shape);
        if (last && (!text || text->size != last->size || text->semibold != last->semibold || text->color != last->color))
            break;
        last = text ? text : last;
    }
    return last;
}

}  // namespace

void numberFootnotes(const Design& design, const Catalog& catalog, Scene& scene)
{
    struct Remark {
        double row, left;
        QString drawn, id, text;
    };
    QList<Remark> remarks;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        const QString text = textAt(it.value()->properties, u"footnote"_qs).simplified();
        if (text.isEmpty())
            continue;
        const QString id = it.key().value;
        QString drawn = scene.placement.contains(id) ? id : standIn(design, catalog, it.key()).value;
        drawn = scene.inside.value(drawn, drawn);
        if (!scene.placement.contains(drawn))
            continue;
        const QRectF rect = scene.placement.value(drawn);
        remarks.append({std::floor(rect.top() / rowOfReading), rect.left(), drawn, id, text});
    }
    std::sort(remarks.begin(), remarks.end(), [](const Remark& a, const Remark& b) {
        return std::tie(a.row, a.left, a.drawn, a.id) < std::tie(b.row, b.left, b.drawn, b.id);
    });
    for (const Remark& remark : std::as_const(remarks)) {
        if (!scene.footnotes.contains(remark.text))
            scene.footnotes << remark.text;
        QList<int>& numbers = scene.footnotesOf[remark.drawn];
        if (const int number = int(scene.footnotes.indexOf(remark.text)) + 1; !numbers.contains(number))
            numbers << number;
        std::sort(numbers.begin(), numbers.end());
    }
}

double footnoteRoom(const Scene& scene, const QString& id, double letters)
{
    const QString marks = marksOf(scene, id);
    return marks.isEmpty() ? 0 : gap + textWidth(marks, sizeBeside(letters), true);
}

void addFootnoteMark(const DrawContext& context, const QString& id, DrawnItem& item)
{
    const QString marks = marksOf(context.scene, id);
    const TextShape* const name = marks.isEmpty() ? nullptr : endOfName(item);
    if (!name)
        return;
    const double width = textWidth(name->text, name->size, name->semibold);
    const double right = name->baseline.x() + (name->align == TextAlign::Center ? width / 2 : name->align == TextAlign::Left ? width : 0);
    item.shapes.emplace_back(TextShape{marks, {right + gap, name->baseline.y() - name->size * raise}, sizeBeside(name->size), true,
                                       context.style.text, TextAlign::Left});
}

}  // namespace redoubt
