// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/drawingfaults.h"
#include "views/render/drawparts.h"
#include "views/render/nearby.h"

// What is wrong with boxes and their words.
namespace redoubt {

namespace {

constexpr double slack = 1;  ///< so much over a border is not seen
// Tallest and deepest letters, of the size.
constexpr double aboveBaseline = 0.73, belowBaseline = 0.21;

QRectF lettersOf(const TextShape& text)
{
    const double width = textWidth(text.text, text.size, text.semibold);
    const double before = text.align == TextAlign::Left ? 0 : text.align == TextAlign::Center ? width / 2 : width;
    return {text.baseline.x() - before, text.baseline.y() - aboveBaseline * text.size, width,
            (aboveBaseline + belowBaseline) * text.size};
}

class BoxMeasure {
public:
    BoxMeasure(const Design& design, const Catalog& catalog, const Scene& scene, const QList<SeenBox>& boxes)
        : m_context{design, catalog, scene, lightStyle()}, m_scene(scene), m_boxes(boxes)
    {
        for (auto it = scene.members.cbegin(); it != scene.members.cend(); ++it)
            for (const QString& id : it.value())
                m_parents.insert(id, it.key());
    }

    void run(DrawingCounts& counts, std::vector<RawFault>& faults)
    {
        measureOverlaps(counts, faults);
        for (const SeenBox& box : m_boxes) {
            if (const QString words = crampedWords(box); !words.isNull()) {
                ++counts.cramped;
                faults.push_back({QStringLiteral("cramped"), {box.id}, box.outline, {}, words});
            }
            const QString holder = containerOf(box.id);
            const QRectF around = m_scene.placement.value(holder).adjusted(-slack, -slack, slack, slack);
            if (!holder.isEmpty() && !around.contains(m_scene.placement.value(box.id, box.outline))) {
                ++counts.outside;
                faults.push_back({QStringLiteral("outside"), {box.id, holder}, box.outline, {}, {}});
            }
        }
    }

private:
    /// The container that it belongs to; what is drawn as a mark on a machine may belong elsewhere than the machine.
    [[nodiscard]] QString containerOf(const QString& id) const
    {
        QString at = m_context.parent(id);
        while (!at.isEmpty() && !m_context.kindOf(at).container)
            at = m_context.parent(at);
        return at;
    }
    /// What a reader sees of it: of what has no border its icon and words, without the air around them.
    [[nodiscard]] QRectF seen(const SeenBox& box) const
    {
        const double air = (isBare(m_context, box.id) ? metric::space : 0) + slack / 2;
        return box.outline.adjusted(air, air, -air, -air);
    }

    /// Of what stands in one container, or on the canvas: all else is a consequence, or outside of its container.
    void measureOverlaps(DrawingCounts& counts, std::vector<RawFault>& faults) const
    {
        Nearby near;
        for (int i = 0; i < m_boxes.size(); ++i)
            if (m_parents.contains(m_boxes[i].id))
                near.add(i, m_boxes[i].outline);
        for (int i = 0; i < m_boxes.size(); ++i) {
            const SeenBox& box = m_boxes[i];
            const auto parent = m_parents.constFind(box.id);
            if (parent == m_parents.cend())
                continue;
            for (const int k : near.at(box.outline)) {
                if (k <= i || m_parents.value(m_boxes[k].id) != *parent)
                    continue;
                const QRectF common = seen(box) & seen(m_boxes[k]);
                if (common.isEmpty())
                    continue;
                ++counts.overlaps;
                faults.push_back({QStringLiteral("overlaps"), {box.id, m_boxes[k].id}, common, {}, {}});
            }
        }
    }

    /// Whether somebody has written the mark of words left out himself.
    [[nodiscard]] bool hasOwnDots(const QString& id) const
    {
        const Element& element = m_context.element(id);
        bool found = element.name.contains(u'…');
        for (const auto& [key, value] : element.properties)
            found = found || value.text().value_or(QString()).contains(u'…');
        return found || nameLines(m_context, id).join(u' ').contains(u'…');
    }

    /// The first words of the box that are cut or stand out of what they belong to; null: none.
    [[nodiscard]] QString crampedWords(const SeenBox& box) const
    {
        const redoubt::Shape shape = m_context.kindOf(box.id).shape;
        QRectF room = box.outline;
        if (shape == redoubt::Shape::Site || !m_scene.placement.contains(box.id))
            room = {};  // a heading stands outside; what is written at a machine is judged with the machine's own words
        else if (isBare(m_context, box.id))
            room = m_scene.placement.value(m_parents.value(box.id));
        room.adjust(-slack, -slack, slack, slack);
        for (qsizetype i = 0; i < box.words.size(); ++i) {
            const bool cut = box.texts[i].contains(u'…') && !hasOwnDots(box.id);
            if (cut || (room.width() > 2 * slack && !room.contains(box.words[i])))
                return box.texts[i];
        }
        return {};
    }

    const DrawContext m_context;
    const Scene& m_scene;
    const QList<SeenBox>& m_boxes;
    QHash<QString, QString> m_parents;  ///< by what is placed; empty: the canvas
};

}  // namespace

QList<SeenBox> seenBoxes(const Drawing& drawing)
{
    QList<SeenBox> boxes;
    for (const DrawnItem& item : drawing.items) {
        if (item.role != DrawnRole::Container && item.role != DrawnRole::Element && item.role != DrawnRole::Note)
            continue;
        SeenBox box{item.id, item.site, item.outline, {}, {}};
        for (const Shape2D& shape : item.shapes)
            if (const auto* const text = std::get_if<TextShape>(&shape)) {
                box.words << lettersOf(*text);
                box.texts << text->text;
            }
        boxes << std::move(box);
    }
    return boxes;
}

void measureBoxes(const Design& design, const Catalog& catalog, const Scene& scene, const QList<SeenBox>& boxes,
                  DrawingCounts& counts, std::vector<RawFault>& faults)
{
    BoxMeasure(design, catalog, scene, boxes).run(counts, faults);
}

}  // namespace redoubt
