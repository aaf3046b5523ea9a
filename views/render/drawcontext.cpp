// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/connections.h"
#include "views/render/drawparts.h"

namespace redoubt {
namespace {

/// A container's own colour, when its `colour` is a colour.
QColor givenColor(const DrawContext& context, const QString& id)
{
    const QString name = context.value(id, u"colour"_qs);
    return name.isEmpty() ? QColor() : name == u"yellow" ? QColor(0xffc61a) : QColor(name);
}

void addUnlike(QStringList& lines, const QString& text)
{
    if (!text.isEmpty() && !lines.contains(text, Qt::CaseInsensitive))
        lines << text;
}

QString shortProduct(const QString& id)
{
    return id == u"shared" ? QString() : id.toUpper();
}

}  // namespace

const ElementKind& DrawContext::kindOf(const QString& id) const
{
    static const ElementKind unknown = [] {
        ElementKind kind;
        kind.product = u"shared"_qs;
        kind.icon = u"server"_qs;
        return kind;
    }();
    const Element* const found = design.element({id});
    const ElementKind* const kind = found ? catalog.kind(found->kind) : nullptr;
    return kind ? *kind : unknown;
}

QString DrawContext::value(const QString& id, const QString& property) const
{
    const auto found = catalog.value(element(id), property);
    if (!found)
        return {};
    if (const auto number = found->integer())
        return QString::number(*number);
    return found->text().value_or(QString());
}

QStringList DrawContext::products(const QString& id) const
{
    const auto known = scene.products.constFind(id);
    return known != scene.products.constEnd() ? *known : carriedProducts(design, catalog, {id});
}

QColor DrawContext::color(const QString& id) const
{
    const ElementKind& kind = kindOf(id);
    QStringList found;
    for (const QString& product : this->products(id))
        addUnlike(found, product == u"rmq" ? u"ss"_qs : product);
    return style.product(found.size() == 1 ? found.front() : kind.product);
}

QString DrawContext::parent(const QString& id) const
{
    ElementId at = element(id).in;
    for (int depth = 0; depth < 64 && design.element(at); ++depth) {
        if (scene.placement.contains(at.value))
            return at.value;
        at = design.element(at)->in;
    }
    return {};
}

QColor DrawContext::ground(const QRectF& rect) const
{
    QColor fill = style.canvas;
    QString at;
    for (int depth = 0; depth < 64; ++depth) {
        QString inner;
        for (const QString& id : scene.members.value(at))
            if (kindOf(id).container && scene.placement.value(id).contains(rect.center()))
                inner = id;
        if (inner.isEmpty())
            return fill;
        fill = containerFill(*this, inner);
        at = inner;
    }
    return fill;
}

QColor containerFill(const DrawContext& context, const QString& id)
{
    const Style& style = context.style;
    const ElementKind& kind = context.kindOf(id);
    if (kind.shape != Shape::Layer)
        return style.siteFill;
    const QString parent = context.parent(id);
    const bool nested = !parent.isEmpty() && context.kindOf(parent).shape == Shape::Layer;
    const QColor plain = nested ? style.clusterFill : style.layerFill;
    const QColor given = givenColor(context, id);
    return given.isValid() ? mixed(plain, given, style.dark ? 0.18 : 0.32) : plain;
}

QString standbyState(const DrawContext& context, const QString& id)
{
    const QString state = context.value(id, u"state"_qs);
    return state == u"cold" || state == u"warm" ? state : QString();
}

QStringList nameLines(const DrawContext& context, const QString& id)
{
    const Element& element = context.element(id);
    QStringList lines;
    addUnlike(lines, element.name);
    addUnlike(lines, textAt(element.properties, u"dns-name"_qs));
    if (const PropertyValue* const listeners = find(element.properties, u"listeners"_qs))
        if (const PropertyList* const list = listeners->list())
            for (const PropertyValue& listener : *list)
                if (const PropertyRecord* const record = listener.record())
                    addUnlike(lines, textAt(*record, u"name"_qs));
    if (lines.isEmpty()) {
        const QString label = context.kindOf(id).label;
        lines << (label.isEmpty() ? id : label);
    }
    return lines;
}

QString captionWords(const DrawContext& context, const QString& id)
{
    const Element& element = context.element(id);
    if (element.kind == u"sql-instance") {
        QStringList words;
        for (const QString& product : context.products(id))
            addUnlike(words, shortProduct(product));
        if (words.isEmpty() || !element.name.isEmpty())
            words = QStringList{element.name.isEmpty() ? context.kindOf(id).label : element.name};
        QString text = words.join(u", ");
        if (const QString port = context.value(id, u"port"_qs); !port.isEmpty())
            text += u' ' + port;
        return text;
    }
    return nameLines(context, id).front();
}

TextShape textLine(const QString& text, double x, double top, double size, const QColor& color, TextAlign align,
                 bool semibold)
{
    return {text, {x, top + ascent(size)}, size, semibold, color, align};
}

Shape2D shifted(Shape2D shape, QPointF by)
{
    struct Shift {
        QPointF by;
        void operator()(BoxShape& box) const { box.rect.translate(by); }
        void operator()(PathShape& path) const { path.path.translate(by); }
        void operator()(TextShape& text) const { text.baseline += by; }
        void operator()(IconShape& icon) const { icon.rect.translate(by); }
        void operator()(ImageShape& image) const { image.rect.translate(by); }
    };
    std::visit(Shift{by}, shape);
    return shape;
}

Shape2D scaled(Shape2D shape, double by)
{
    struct Scale {
        double by;
        void operator()(QRectF& rect) const { rect = {rect.topLeft() * by, rect.size() * by}; }
        void operator()(Stroke& stroke) const
        {
            stroke.width *= by;
            for (double& dash : stroke.dashes)
                dash *= by;
        }
        void operator()(BoxShape& box) const
        {
            (*this)(box.rect);
            (*this)(box.stroke);
            box.radius *= by;
        }
        void operator()(PathShape& path) const
        {
            path.path = QTransform::fromScale(by, by).map(path.path);
            (*this)(path.stroke);
        }
        void operator()(TextShape& text) const
        {
            text.baseline *= by;
            text.size *= by;
        }
        void operator()(IconShape& icon) const { (*this)(icon.rect); }
        void operator()(ImageShape& image) const { (*this)(image.rect); }
    };
    std::visit(Scale{by}, shape);
    return shape;
}

}  // namespace redoubt
