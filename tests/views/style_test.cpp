// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalog.h"
#include "views/render/icons.h"
#include "views/render/style.h"

#include <QSvgRenderer>
#include <QtTest>

using namespace redoubt;

namespace {

const QStringList products{u"ss"_qs, u"pm"_qs, u"dsv"_qs, u"ssc"_qs, u"nps"_qs, u"shared"_qs};

const std::vector<LinkMeaning> meanings{LinkMeaning::Normal, LinkMeaning::Failover, LinkMeaning::Optional,
    LinkMeaning::ReplicationSync, LinkMeaning::ReplicationAsync, LinkMeaning::Quorum, LinkMeaning::Internal,
    LinkMeaning::SiteLink};

/// How much of a picture is neither empty nor its corner's colour.
double inked(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 40 ? 1 : 0;
    return double(count) / (image.width() * image.height());
}

}  // namespace

class StyleTest : public QObject {
    Q_OBJECT

private slots:
    void contrast_is_wcag()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448);  // the well-known grey that just fails
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    }

    void readable_keeps_hue_and_reaches_ratio()
    {
        const QColor blue(0x1f4fbf), dark(0x16181d);
        const QColor lighter = readable(blue, dark, 4.5);
        QVERIFY(contrast(lighter, dark) >= 4.5);
        QVERIFY(std::abs(lighter.hslHueF() - blue.hslHueF()) < 0.02F);
        QCOMPARE(readable(blue, Qt::white, 4.5), blue);
    }

    void colours_are_readable_in_both_themes()
    {
        for (const Style* const style : {&lightStyle(), &darkStyle()}) {
            for (const QColor& ground : {style->canvas, style->panel, style->box, style->siteFill, style->noteFill}) {
                QVERIFY(contrast(style->text, ground) >= 7);
                QVERIFY(contrast(style->secondaryText, ground) >= 4.5);
            }
            for (const LinkMeaning meaning : meanings) {
                const LinkLook look = style->link(meaning);
                QVERIFY(contrast(look.stroke.color, style->siteFill) >= 3);
                QVERIFY(contrast(look.text, style->canvas) >= 4.5);
                QVERIFY(contrast(look.text, style->layerFill) >= 4.5);
            }
            for (const QString& product : products)
                QVERIFY(contrast(style->product(product), style->box) >= (style->dark ? 4.5 : 3));
            for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Advice})
                QVERIFY(contrast(style->severity(severity), style->panel) >= 3);
            QVERIFY(contrast(style->accent, style->panel) >= 3);
            QVERIFY(contrast(style->accentText, style->accent) >= 4.5);
        }
    }

    void meanings_differ_without_colour()
    {
        for (const LinkMeaning a : meanings)
            for (const LinkMeaning b : meanings)
                if (a < b) {
                    const LinkLook first = lightStyle().link(a), second = lightStyle().link(b);
                    const bool sameLine = first.stroke.dashes == second.stroke.dashes && first.doubled == second.doubled
                        && first.stroke.width == second.stroke.width;
                    QVERIFY(!sameLine || first.stroke.color != second.stroke.color);
                }
    }

    void text_is_measured_with_the_embedded_font()
    {
        QCOMPARE(canvasFamily(), u"Liberation Sans"_qs);
        // Arial and Liberation Sans share their widths: a digit is 1139 of 2048 units wide.
        QVERIFY(std::abs(textWidth(u"0000000000"_qs, 12) - 10 * 12 * 1139.0 / 2048) < 0.1);
        QVERIFY(textWidth(u"Datacenter A"_qs, 12, true) > textWidth(u"Datacenter A"_qs, 12, false));
    }

    void wrapping_keeps_every_word_and_width()
    {
        const QString text = u"Managed Endpoints with Privilege Manager Agents"_qs;
        const QStringList lines = wrapped(text, 90, 11);
        QCOMPARE(lines.join(u' '), text);
        for (const QString& line : lines)
            QVERIFY(textWidth(line, 11) <= 90);
        const QStringList name = wrapped(u"ss-aoag.headquarters.company.com"_qs, 80, 11);
        QCOMPARE(name.join(QString()), u"ss-aoag.headquarters.company.com"_qs);
        QVERIFY(name.front().endsWith(u'.'));
        const QStringList cut = wrapped(text, 90, 11, false, 2);
        QCOMPARE(cut.size(), 2);
        QVERIFY(cut.back().endsWith(QChar(0x2026)));
        QVERIFY(textWidth(cut.back(), 11) <= 90);
    }

    void every_icon_is_drawn_at_every_size()
    {
        const QStringList names = iconNames();
        QVERIFY(names.size() > 60);
        for (const QString& name : names) {
            QVERIFY(QSvgRenderer(iconSvg(name, QColor(0x1f4fbf))).isValid());
            QVERIFY2(!iconSvg(name, QColor(0x1f4fbf)).contains("#465163"), qPrintable(name));
            for (const int size : {16, 20, 24, 32, 48, 64, 128, 256}) {
                const double share = inked(iconPixmap(name, QColor(0x1f4fbf), size).toImage());
                QVERIFY2(share > 0.06 && share < 0.95, qPrintable(u"%1 at %2: %3"_qs.arg(name).arg(size).arg(share)));
            }
        }
    }

    void every_kind_has_an_icon()
    {
        const Catalog catalog = builtinCatalog();
        QVERIFY(!catalog.kinds.empty());
        for (const ElementKind& kind : catalog.kinds)
            QVERIFY2(hasIcon(kind.icon), qPrintable(kind.id + u" wants "_qs + kind.icon));
        QVERIFY(!hasIcon(u"no-such-icon"_qs));
        QVERIFY(!hasIcon(QString()));
    }

    void icons_take_the_colour_and_stay_apart_from_it()
    {
        for (const Style* const style : {&lightStyle(), &darkStyle()})
            for (const QString& product : products) {
                const QColor color = style->product(product);
                QVERIFY(contrast(iconDetail(color), color) >= 3);
                QVERIFY(contrast(iconTone(color), color) >= 1.8);
            }
    }
};

QTEST_MAIN(StyleTest)
#include "style_test.moc"
