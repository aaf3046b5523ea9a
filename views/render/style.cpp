// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/style.h"

namespace redoubt {
namespace {

// Hues of the light theme; the dark theme lightens them until they are readable.
struct Hues {
    QColor ss{0x1f4fbf}, pm{0x6b3fa0}, dsv{0x0f8a7e}, ssc{0x0a78c2}, nps{0xb0560f}, shared{0x465163};
    QColor flow{0x3f7d20}, replication{0x1f4fbf}, quorum{0x7a5c00}, port{0xa3221b};
    QColor error{0xb3261e}, warning{0xb26a00}, advice{0x2a6f97}, good{0x2e7d32}, accent{0x0a78c2};
};

constexpr double textRatio = 4.5, lineRatio = 3.0;

void finish(Style& style)
{
    const Hues hue;
        style.accent = readable(hue.accent, style.panel, textRatio);
    style.portText = readable(hue.port, style.clusterFill, textRatio);
    style.error = readable(hue.error, style.panel, textRatio);
    style.warning = readable(hue.warning, style.panel, style.dark ? textRatio : lineRatio);
    style.advice = readable(hue.advice, style.panel, textRatio);
    style.good = readable(hue.good, style.panel, textRatio);
    style.failed = readable(hue.error, style.canvas, textRatio);
    style.onState = style.dark ? style.canvas : QColor(Qt::white);
    const double tint = style.dark ? 0.16 : 0.09;
    style.errorFill = mixed(style.panel, style.error, tint);
    style.warningFill = mixed(style.panel, style.warning, tint);
    style.adviceFill = mixed(style.panel, style.advice, tint);
    style.goodFill = mixed(style.panel, style.good, tint);
    style.hoverFill = mixed(style.panel, style.text, 0.06);
    style.selectionFill = mixed(style.panel, style.accent, style.dark ? 0.28 : 0.16);
}

Style makeLight()
{
    Style s;
    s.canvas = QColor(0xffffff);
    s.grid = QColor(0xe9ecf1);
    s.panel = QColor(0xf6f7f9);
    s.panelRaised = QColor(0xffffff);
    s.panelBorder = QColor(0xd9dde4);
    s.controlFill = QColor(0xffffff);
    s.controlBorder = QColor(0xc3c9d2);
    s.box = QColor(0xffffff);
    s.boxBorder = QColor(0xc3c9d2);
    s.layerFill = QColor(0xffffff);
    s.layerBorder = QColor(0xc3c9d2);
    s.clusterFill = QColor(0xf4f6f9);
    s.clusterBorder = QColor(0xdfe3e9);
    s.siteFill = QColor(0xf8fafc);
    s.siteBorder = QColor(0x8b94a3);
    s.text = QColor(0x1c2430);
    s.secondaryText = QColor(0x5a6575);
    s.noteFill = QColor(0xfff8e1);
    s.noteBorder = QColor(0xe3cd8a);
    s.shadow = QColor(28, 36, 48, 22);
    s.accentText = QColor(0xffffff);
    s.aws = QColor(0x232f3e);
    s.azure = QColor(0x0a6cbd);
    s.onRegionBadge = QColor(0xffffff);
    finish(s);
    return s;
}

Style makeDark()
{
    Style s;
    s.dark = true;
    s.canvas = QColor(0x16181d);
    s.grid = QColor(0x23262d);
    s.panel = QColor(0x1d2027);
    s.panelRaised = QColor(0x252931);
    s.panelBorder = QColor(0x31363f);
    s.controlFill = QColor(0x252931);
    s.controlBorder = QColor(0x454c58);
    s.box = QColor(0x22262e);
    s.boxBorder = QColor(0x3a404b);
    s.layerFill = QColor(0x22262e);
    s.layerBorder = QColor(0x3a404b);
    s.clusterFill = QColor(0x282d36);
    s.clusterBorder = QColor(0x3a404b);
    s.siteFill = QColor(0x1a1d23);
    s.siteBorder = QColor(0x565e6b);
    s.text = QColor(0xe7eaf0);
    s.secondaryText = QColor(0xa2abba);
    s.noteFill = QColor(0x353021);
    s.noteBorder = QColor(0x6b5f36);
    s.shadow = QColor(0, 0, 0, 70);
    s.accentText = QColor(0x10141a);
    s.aws = QColor(0x7d8fa6);
    s.azure = readable(QColor(0x0a6cbd), s.canvas, textRatio);
    s.onRegionBadge = QColor(0x10141a);
    finish(s);
    return s;
}

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

}  // namespace

QColor Style::product(const QString& id) const
{
    const Hues hue;
    const QColor color = id == u"ss" ? hue.ss : id == u"pm" ? hue.pm : id == u"dsv" ? hue.dsv : id == u"ssc" ? hue.ssc
                         : id == u"nps" ? hue.nps : hue.shared;
    return readable(color, box, dark ? textRatio : lineRatio);
}

LinkLook Style::link(LinkMeaning meaning) const
{
    const Hues hue;
    // On every ground that a line or its words may cross.
    const auto line = [this](const QColor& color) { return readable(color, clusterFill, textRatio); };
    const QColor flow = line(hue.flow), copy = line(hue.replication), votes = line(hue.quorum);
    const double width = metric::linkLine;
    switch (meaning) {
    case LinkMeaning::Normal: return {{flow, width, {}}, false, portText};
    case LinkMeaning::Failover: return {{flow, width, {8, 4}}, false, portText};
    case LinkMeaning::Optional: return {{flow, width, {2, 4}}, false, portText};
    case LinkMeaning::ReplicationSync: return {{copy, 1.2, {}}, true, copy};
    case LinkMeaning::ReplicationAsync: return {{copy, width, {8, 4}}, false, copy};
    case LinkMeaning::Quorum: return {{votes, width, {}}, false, votes};
    case LinkMeaning::Internal: return {{secondaryText, 1.2, {4, 3}}, false, secondaryText};
    case LinkMeaning::SiteLink: return {{secondaryText, 2.4, {}}, false, secondaryText};
    }
    return {};
}

QColor Style::severity(Severity severity) const
{
    return severity == Severity::Error ? error : severity == Severity::Warning ? warning : advice;
}

QColor Style::severityFill(Severity severity) const
{
    return severity == Severity::Error ? errorFill : severity == Severity::Warning ? warningFill : adviceFill;
}

QColor Style::state(ServiceState state) const
{
    switch (state) {
    case ServiceState::Working: return good;
    case ServiceState::Degraded: return warning;
    case ServiceState::NeedsPerson: return advice;
    case ServiceState::Down: return error;
    }
    return {};
}

QColor Style::stateFill(ServiceState state) const
{
    switch (state) {
    case ServiceState::Working: return goodFill;
    case ServiceState::Degraded: return warningFill;
    case ServiceState::NeedsPerson: return adviceFill;
    case ServiceState::Down: return errorFill;
    }
    return {};
}

const Style& lightStyle()
{
    static const Style style = makeLight();
    return style;
}

const Style& darkStyle()
{
    static const Style style = makeDark();
    return style;
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor readable(QColor color, const QColor& background, double ratio)
{
    // Towards white on dark grounds, black on light ones, in HSL so that the hue stays. 200 steps reach the end.
    const double step = luminance(background) < 0.5 ? 0.005 : -0.005;
    for (int i = 0; i < 200 && contrast(color, background) < ratio; ++i) {
        float h = 0, s = 0, l = 0;
        color.getHslF(&h, &s, &l);
        color.setHslF(h, s, std::clamp(l + float(step), 0.0F, 1.0F));
        color = QColor(color.rgb());
    }
    return color;
}

QColor mixed(const QColor& under, const QColor& over, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

}  // namespace redoubt
