// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/drawparts.h"
#include "views/render/statemarks.h"

#include <QFile>
#include <QImageReader>
#include <QBuffer>
#include <set>

namespace redoubt {
namespace {

constexpr double sampleWidth = 40, rowHeight = 20, columnGap = 24, innerPad = 12;

/// One line of the legend: a sample and what it means.
struct Entry {
    QString words;
    std::vector<Shape2D> sample;  ///< drawn for a row whose left middle is at (0, 0)
};

QString meaningWords(LinkMeaning meaning)
{
    switch (meaning) {
    case LinkMeaning::Normal: return u"Connection, from caller to listener"_qs;
    case LinkMeaning::Failover: return u"Connection after a failover"_qs;
    case LinkMeaning::Optional: return u"Optional connection"_qs;
    case LinkMeaning::ReplicationSync: return u"Synchronous replication"_qs;
    case LinkMeaning::ReplicationAsync: return u"Asynchronous replication"_qs;
    case LinkMeaning::Quorum: return u"Quorum vote"_qs;
    case LinkMeaning::Internal: return u"Inside a cluster or service"_qs;
    case LinkMeaning::SiteLink: return u"Network between sites"_qs;
    }
    return {};
}

Entry lineEntry(const Style& style, LinkMeaning meaning)
{
    const LinkLook look = style.link(meaning);
    const bool arrow = meaning != LinkMeaning::SiteLink;
    QPainterPath line;
    line.moveTo(0, 0);
    line.lineTo(sampleWidth, 0);
    Entry entry{meaningWords(meaning), {}};
    if (look.doubled) {
        entry.sample.emplace_back(PathShape{line, {}, {look.stroke.color, look.stroke.width * 3.4, {}}});
        entry.sample.emplace_back(PathShape{line, {}, {style.canvas, look.stroke.width * 1.4, {}}});
    } else {
        entry.sample.emplace_back(PathShape{line, {}, look.stroke});
    }
    if (arrow) {
        QPainterPath head;
        head.moveTo(sampleWidth, 0);
        head.lineTo(sampleWidth - metric::arrowLength, metric::arrowHalf);
        head.lineTo(sampleWidth - metric::arrowLength, -metric::arrowHalf);
        head.closeSubpath();
        entry.sample.emplace_back(PathShape{head, look.stroke.color, {}});
    }
    return entry;
}

Entry productEntry(const DrawContext& context, const QString& product)
{
    const QColor color = context.style.product(product);
    const QString name = product == u"shared" ? u"Shared infrastructure"_qs : context.catalog.productName(product);
    return {name, {BoxShape{{sampleWidth / 2 - 7, -7, 14, 14}, 3, color, {}}}};
}

/// What of the picture needs an explanation.
struct OnPage {
    std::set<LinkMeaning> meanings;
    QStringList products;
    QStringList hostedKinds;
    bool standby = false;
};

OnPage lookAt(const DrawContext& context)
{
    OnPage page;
    for (const RouteLine& line : context.scene.lines)
        if (const Link* const link = context.design.link({line.id}))
            page.meanings.insert(meaningOf(context.design, context.catalog, *link));
    std::set<QString> colors;
    for (auto it = context.design.elements.cbegin(); it != context.design.elements.cend(); ++it) {
        const QString id = it.key().value;
        const ElementKind& kind = context.kindOf(id);
        const bool collapsed = context.scene.inside.contains(id);
        const bool placed = context.scene.placement.contains(id) || (collapsed && it.value()->host.isEmpty());
        if (placed && !kind.container && kind.shape != Shape::Note && kind.shape != Shape::Caption)
            colors.insert(context.color(id).name());
        if (!placed && !collapsed && kind.shape != Shape::Caption && !page.hostedKinds.contains(kind.id))
            page.hostedKinds << kind.id;
        page.standby = page.standby || (!kind.container && !collapsed && !standbyState(context, id).isEmpty());
    }
    for (const Product& product : context.catalog.products)
        if (colors.count(context.style.product(product.id).name()) && !page.products.contains(product.id))
            page.products << product.id;
    return page;
}

Entry wayEntry(const QString& words, const Stroke& stroke)
{
    QPainterPath line;
    line.moveTo(0, 0);
    line.lineTo(sampleWidth, 0);
    return {words, {PathShape{line, {}, stroke}}};
}

/// What a what-if draws otherwise than the plain picture.
void addWhatIf(const DrawContext& context, std::vector<Entry>& entries)
{
    const Style& style = context.style;
    const auto pillEntry = [&](const QString& words, bool failed) {
        Entry entry{words, {}};
        const PillLook look = failed ? failedPill(style, metric::smallest) : lostPill(style, metric::smallest);
        entry.sample.emplace_back(BoxShape{{sampleWidth / 2 - 9, -8, 18, 16}, 8, look.fill, {look.edge, metric::boxLine, look.dashes}});
        if (failed)
            drawCross({sampleWidth / 2, 0}, 3, look.text, {}, 1.6, entry.sample);
        else
            drawLostMark(style, {sampleWidth / 2, 0}, 11, entry.sample);
        return entry;
    };
    entries.push_back(pillEntry(u"Failed"_qs, true));
    if (!context.outage->result().lost.empty())
        entries.push_back(pillEntry(u"Lost with it"_qs, false));
    const QColor flow = style.link(LinkMeaning::Normal).stroke.color;
    entries.push_back(wayEntry(u"In use"_qs, {flow, 2.2, {}}));
    if (!context.outage->result().failoverCarrying.isEmpty())
        entries.push_back(wayEntry(u"Takes over"_qs, {flow, 4, {}}));
    if (!context.outage->result().afterPeople.isEmpty())
        entries.push_back(wayEntry(u"Carries once people have acted"_qs, {style.state(ServiceState::NeedsPerson), 2.2, {8, 4}}));
    entries.push_back(wayEntry(u"Not in use"_qs, {mixed(style.canvas, flow, 0.3), 1.6, {}}));
}

std::vector<Entry> legendEntries(const DrawContext& context, const DrawOptions& options)
{
    const OnPage page = lookAt(context);
    const Style& style = context.style;
    std::vector<Entry> entries;
    if (context.outage)
        addWhatIf(context, entries);
    for (const LinkMeaning meaning : page.meanings)
        entries.push_back(lineEntry(style, meaning));
    for (const QString& product : page.products)
        entries.push_back(productEntry(context, product));
    for (const QString& kindId : page.hostedKinds) {
        const ElementKind* const kind = context.catalog.kind(kindId);
        if (!kind)
            continue;
        const QRectF mark(sampleWidth / 2 - 9, -9, 18, 18);
        entries.push_back({kind->label + u" on the same server"_qs,
                           {BoxShape{mark, metric::controlRadius, style.box, {style.boxBorder, metric::boxLine, {}}},
                            IconShape{kind->icon, mark.adjusted(2, 2, -2, -2), style.product(kind->product)}}});
    }
    if (page.standby)
        entries.push_back({u"Built, shut down until a failover"_qs,
                           {BoxShape{{4, -6, sampleWidth - 8, 12}, 6, style.noteFill,
                                     {style.noteBorder, metric::boxLine, {3, 2}}}}});
    if (options.badges && !options.badges->findings.empty())
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Advice})
            for (const Finding& finding : options.badges->findings)
                if (finding.severity == severity) {
                    Entry entry{severity == Severity::Error ? u"Error"_qs
                                : severity == Severity::Warning ? u"Warning"_qs : u"Advice"_qs, {}};
                    drawSeverityMark(style, severity, false, {sampleWidth / 2, 0}, 14, entry.sample);
                    entries.push_back(entry);
                    break;
                }
    return entries;
}

DrawnItem framed(DrawnRole role, const QString& name, const QString& title, const Style& style, const QSizeF& size)
{
    DrawnItem item;
    item.role = role;
    item.classes = QStringList{name};
    item.title = title;
    item.outline = QRectF(QPointF(), size);
    item.shapes.emplace_back(BoxShape{item.outline, metric::boxRadius, style.canvas, {style.boxBorder, metric::boxLine, {}}});
    return item;
}

/// At the origin; two or more columns when it would be tall.
DrawnItem makeLegend(const DrawContext& context, const DrawOptions& options)
{
    const std::vector<Entry> entries = legendEntries(context, options);
    if (entries.empty())
        return {};
    const Style& style = context.style;
    const int rows = std::min(int(entries.size()), 5);
    std::vector<double> widths;
    for (size_t i = 0; i < entries.size(); ++i) {
        if (i % size_t(rows) == 0)
            widths.push_back(0);
        widths.back() = std::max(widths.back(), sampleWidth + 10 + textWidth(entries[i].words, metric::caption));
    }
    double width = 2 * innerPad - columnGap;
    for (const double column : widths)
        width += column + columnGap;
    const double head = lineHeight(metric::element) + 4;
    DrawnItem item = framed(DrawnRole::Legend, u"legend"_qs, u"Legend"_qs, style,
                            {std::ceil(width), 2 * innerPad + head + rows * rowHeight - 4});
    item.shapes.emplace_back(textLine(u"Legend"_qs, innerPad, innerPad - 2, metric::element, style.text, TextAlign::Left, true));
    double x = innerPad;
    for (size_t i = 0; i < entries.size(); ++i) {
        if (i > 0 && i % size_t(rows) == 0)
            x += widths[i / size_t(rows) - 1] + columnGap;
        const double middle = innerPad + head + double(i % size_t(rows)) * rowHeight + rowHeight / 2 - 2;
        for (const Shape2D& shape : entries[i].sample)
            item.shapes.push_back(shifted(shape, {x, middle}));
        item.shapes.emplace_back(textLine(entries[i].words, x + sampleWidth + 10, middle - lineHeight(metric::caption) / 2,
                                          metric::caption, style.text));
    }
    return item;
}

/// The logo: a file's bytes or a `data:` address; empty when it cannot be read or is no picture.
QByteArray logoBytes(const QString& logo)
{
    constexpr qint64 most = 4 << 20;  // a title block needs no more
    if (logo.startsWith(u"data:")) {
        const auto comma = logo.indexOf(u',');
        return comma < 0 ? QByteArray() : QByteArray::fromBase64(logo.mid(comma + 1).toLatin1());
    }
    QFile file(logo);
    if (logo.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > most)
        return {};
    return file.readAll();
}

QSizeF logoSize(QByteArray bytes, QSizeF most)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    return size.isEmpty() ? QSizeF() : QSizeF(size).scaled(most, Qt::KeepAspectRatio);
}

QList<std::pair<QString, QString>> titleRows(const Design& design)
{
    static const QList<std::pair<QString, QString>> keys{{u"customer"_qs, u"Customer"_qs}, {u"project"_qs, u"Project"_qs},
        {u"author"_qs, u"Author"_qs}, {u"date"_qs, u"Date"_qs}, {u"version"_qs, u"Version"_qs},
        {u"reference"_qs, u"Reference"_qs}};
    QList<std::pair<QString, QString>> rows;
    for (const auto& [key, label] : keys) {
        QString text = design.settingText(key);
        if (key == u"reference")
            text = text.toUpper();
        if (!text.isEmpty())
            rows.append({label, text});
    }
    return rows;
}

void addConfidentiality(const QString& text, double right, double top, const Style& style, DrawnItem& item)
{
    const double width = textWidth(text, metric::smallest, true) + 14;
    item.shapes.emplace_back(BoxShape{{right - width, top, width, 17}, 8.5, style.errorFill, {style.error, metric::boxLine, {}}});
    item.shapes.emplace_back(textLine(text, right - width / 2, top + 2, metric::smallest, style.error, TextAlign::Center, true));
}

DrawnItem makeTitleBlock(const DrawContext& context)
{
    const Design& design = context.design;
    const Style& style = context.style;
    const auto rows = titleRows(design);
    const QString title = design.settingText(u"title"_qs);
    const QString mark = design.settingText(u"confidentiality"_qs);
    const QByteArray logo = logoBytes(design.settingText(u"logo"_qs));
    const QSizeF logoArea = logoSize(logo, {96, 40});
    if (title.isEmpty() && rows.isEmpty() && mark.isEmpty() && logoArea.isEmpty())
        return {};
    const double width = 340, labels = 76;
    const double logoRoom = logoArea.isEmpty() ? 0 : logoArea.width() + 12;
    const QStringList titleLines = wrapped(title, width - 2 * innerPad - logoRoom, metric::title, true, 3);
    const double chip = mark.isEmpty() ? 0 : textWidth(mark, metric::smallest, true) + 14 + metric::gap;
    const double head = std::max(double(titleLines.size()) * lineHeight(metric::title), logoArea.height()) + 8;
    QList<std::pair<QString, QStringList>> words;
    double body = 0;
    for (const auto& [label, text] : rows) {
        // The mark stands at the right of the first row.
        const double room = width - 2 * innerPad - labels - (words.isEmpty() ? chip : 0);
        words.append({label, wrapped(text, room, metric::caption, false, 2)});
        body += double(words.last().second.size()) * lineHeight(metric::caption) + 2;
    }
    body = std::max(body, mark.isEmpty() ? 0.0 : 19.0);
    DrawnItem item = framed(DrawnRole::TitleBlock, u"title-block"_qs, u"Title block"_qs, style, {width, 2 * innerPad + head + body});
    double top = innerPad - 2;
    for (const QString& line : titleLines) {
        item.shapes.emplace_back(textLine(line, innerPad, top, metric::title, style.text, TextAlign::Left, true));
        top += lineHeight(metric::title);
    }
    if (!logoArea.isEmpty())
        item.shapes.emplace_back(ImageShape{logo, {QPointF(width - innerPad - logoArea.width(), innerPad - 4), logoArea}});
    QPainterPath rule;
    rule.moveTo(innerPad, innerPad + head - 5);
    rule.lineTo(width - innerPad, innerPad + head - 5);
    item.shapes.emplace_back(PathShape{rule, {}, {style.boxBorder, metric::boxLine, {}}});
    top = innerPad + head;
    if (!mark.isEmpty())
        addConfidentiality(mark, width - innerPad, top - 1, style, item);
    for (const auto& [label, lines] : words) {
        item.shapes.emplace_back(textLine(label, innerPad, top, metric::caption, style.secondaryText));
        for (const QString& line : lines) {
            item.shapes.emplace_back(textLine(line, innerPad + labels, top, metric::caption, style.text));
            top += lineHeight(metric::caption);
        }
        top += 2;
    }
    return item;
}

/// At the origin, as wide as the page: the remarks with their numbers.
DrawnItem makeFootnotes(const DrawContext& context, double width)
{
    const QStringList& remarks = context.scene.footnotes;
    if (remarks.isEmpty())
        return {};
    constexpr int mostLines = 12;
    const double numbers = textWidth(QString::number(remarks.size()), metric::caption, true) + metric::gap;
    QList<QStringList> words;
    double height = 0;
    for (const QString& remark : remarks) {
        words << wrapped(remark, width - 2 * innerPad - numbers, metric::caption, false, mostLines);
        height += double(words.last().size()) * lineHeight(metric::caption) + metric::space;
    }
    DrawnItem item = framed(DrawnRole::Legend, u"footnotes"_qs, u"Footnotes"_qs, context.style, {width, 2 * innerPad + height - metric::space});
    double top = innerPad;
    for (qsizetype i = 0; i < words.size(); ++i) {
        item.shapes.emplace_back(textLine(QString::number(i + 1), innerPad, top, metric::caption, context.style.text, TextAlign::Left, true));
        for (const QString& line : words[i]) {
            item.shapes.emplace_back(textLine(line, innerPad + numbers, top, metric::caption, context.style.text));
            top += lineHeight(metric::caption);
        }
        top += metric::space;
    }
    return item;
}

void moveTo(DrawnItem& item, QPointF corner)
{
    const QPointF by = corner - item.outline.topLeft();
    item.outline.translate(by);
    for (Shape2D& shape : item.shapes)
        shape = shifted(shape, by);
}

void grow(DrawnItem& item, double by)
{
    item.outline = QRectF(item.outline.topLeft() * by, item.outline.size() * by);
    for (Shape2D& shape : item.shapes)
        shape = scaled(shape, by);
}

}  // namespace

std::vector<DrawnItem> furniture(const DrawContext& context, const DrawOptions& options,
                                 const std::vector<DrawnItem>&, const QRectF& content)
{
    DrawnItem legend = options.legend ? makeLegend(context, options) : DrawnItem();
    DrawnItem block = options.titleBlock ? makeTitleBlock(context) : DrawnItem();
    double top = content.bottom() + metric::margin;
    std::vector<DrawnItem> out;
    double by = 1;
    double both = legend.outline.width() + block.outline.width() + metric::margin;
    if (context.scene.view && context.scene.view->collapsed) {  // as far as a wide picture needs it and both have room
        by = std::clamp(std::min(content.width() / both, content.width() / overview::pageWidth), 1.0, overview::furniture);
        grow(legend, by);
        grow(block, by);
        both *= by;
    }
    if (options.legend) {
        DrawnItem footnotes = makeFootnotes(context, std::max(content.width(), 480.0) / by);
        if (!footnotes.shapes.empty()) {
            grow(footnotes, by);
            moveTo(footnotes, {content.left(), top});
            top = footnotes.outline.bottom() + metric::pad;
            out.push_back(footnotes);
        }
    }
    // Side by side on one foot line; on a page too narrow for that, the block stands below the legend.
    const bool stacked = !legend.shapes.empty() && !block.shapes.empty() && both > std::max(content.width(), 640.0);
    const double foot = top + std::max(legend.outline.height(), block.outline.height());
    if (!legend.shapes.empty()) {
        moveTo(legend, {content.left(), stacked ? top : foot - legend.outline.height()});
        out.push_back(legend);
    }
    if (!block.shapes.empty()) {
        const double left = std::max(content.right() - block.outline.width(),
                                     stacked || legend.shapes.empty() ? content.left()
                                                                      : legend.outline.right() + metric::margin);
        moveTo(block, {left, stacked ? legend.outline.bottom() + metric::pad : foot - block.outline.height()});
        out.push_back(block);
    }
    return out;
}

}  // namespace redoubt
