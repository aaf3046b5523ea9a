// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/parts/theme.h"

namespace redoubt {

namespace {

// Names after @ are tokens of Style; @radius and the like come from `metric`.
constexpr const char* surfaces = R"(
QMainWindow, QDialog { background: @panel; }
QMainWindow::separator { background: @panelBorder; width: 1px; height: 1px; margin: 0; }
QMainWindow::separator:hover { background: @accent; }
QDockWidget { border: none; }
QToolTip { background: @raised; color: @text; border: 1px solid @panelBorder; border-radius: 4px; padding: 6px 8px; }
QAbstractScrollArea { background: transparent; border: none; }
QWidget#panel, QWidget#panelBody { background: @panel; }
QWidget#canvasFrame { background: @canvas; }
QWidget#dockTitle { background: @panel; border-bottom: 1px solid @panelBorder; }
QLabel#dockTitleText { color: @text; font-weight: 600; font-size: 12px; }
QLabel[tone=""] { color: @text; }
QLabel[tone="secondary"] { color: @secondary; }
QLabel[tone="caption"] { color: @secondary; font-size: 11px; }
QLabel[tone="heading"] { color: @text; font-weight: 600; font-size: 14px; }
QLabel[tone="title"] { color: @text; font-weight: 600; font-size: 22px; }
QLabel[tone="section"] { color: @text; font-weight: 600; font-size: 12px; }
QLabel[tone="error"] { color: @error; font-size: 11px; }
QFrame#card { background: @raised; border: 1px solid @panelBorder; border-radius: 6px; }
QFrame#rule { background: @panelBorder; border: none; max-height: 1px; min-height: 1px; }
QWidget#banner { background: @errorFill; border-bottom: 1px solid @error; }
QWidget#note { background: @adviceFill; border-bottom: 1px solid @advice; }
QFrame#whatIfStrip { background: @errorFill; border-bottom: 1px solid @failed; }
QWidget#canvasFrame[whatIf="true"] { border: 3px solid @failed; }
QFrame#scenarioShown { background: @selection; border-radius: 4px; }
QStatusBar { background: @panel; border-top: 1px solid @panelBorder; color: @secondary; font-size: 12px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @secondary; padding: 0 4px; font-size: 12px; }
)";

constexpr const char* bars = R"(
QMenuBar { background: @panel; color: @text; padding: 2px 6px; spacing: 0; font-size: 13px; }
QMenuBar::item { padding: 5px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover; }
QMenu { background: @raised; border: 1px solid @panelBorder; border-radius: 6px; padding: 5px; color: @text; }
QMenu::item { padding: 5px 28px 5px 30px; border-radius: 4px; font-size: 13px; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @panelBorder; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; left: 8px; }
QMenu::indicator:checked { image: url(@marks/check.png); }
QMenu::right-arrow { image: url(@marks/right.png); width: 12px; height: 12px; right: 6px; }
QToolBar { background: @panel; border: none; border-bottom: 1px solid @panelBorder; padding: 5px 8px; spacing: 2px; }
QToolBar::separator { background: @panelBorder; width: 1px; margin: 5px 7px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 5px; color: @text; font-size: 12px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @selection; }
QToolButton:checked { background: @selection; border-color: @accent; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @disabled; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[flat="true"] { padding: 3px; }
QToolButton[link="true"] { color: @accentWords; padding: 2px 0; border: none; font-size: 12px; }
QToolButton[link="true"]:hover { background: transparent; color: @text; }
QToolButton[link="true"]:focus { background: @hover; text-decoration: underline; }
QTabBar { background: @panel; qproperty-drawBase: 0; qproperty-elideMode: ElideNone; }
QTabBar::tab { background: transparent; color: @secondary; padding: 6px 12px; border: none; border-bottom: 2px solid transparent; font-size: 12px; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
)";

constexpr const char* controls = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox { background: @control; border: 1px solid @controlBorder;
  border-radius: 4px; padding: 3px 7px; color: @text; selection-background-color: @accent; selection-color: @accentText; }
QLineEdit { min-height: 20px; }
QLineEdit:hover, QPlainTextEdit:hover, QSpinBox:hover { border-color: @secondary; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus { border-color: @accent; }
QLineEdit[invalid="true"] { border-color: @error; background: @errorFill; }
QLineEdit:disabled { color: @disabled; background: @panel; }
QLineEdit#heading { background: transparent; border: 1px solid transparent; font-size: 14px; font-weight: 600; padding: 2px 5px; }
QLineEdit#heading:hover { border-color: @controlBorder; }
QLineEdit#heading:focus { border-color: @accent; background: @control; }
QComboBox { background: @control; border: 1px solid @controlBorder; border-radius: 4px; padding: 3px 7px; min-height: 20px; color: @text; }
QComboBox:hover { border-color: @secondary; }
QComboBox:focus, QComboBox:on { border-color: @accent; }
QComboBox[absent="true"] { color: @secondary; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(@marks/down.png); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @panelBorder; padding: 4px; color: @text; outline: none;
  selection-background-color: @selection; selection-color: @text; }
QSpinBox::up-button, QSpinBox::down-button { width: 18px; border: none; background: transparent; }
QSpinBox::up-arrow { image: url(@marks/up.png); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(@marks/down.png); width: 10px; height: 10px; }
QCheckBox { color: @text; spacing: 8px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid @controlBorder; border-radius: 4px; background: @control; }
QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { image: url(@marks/checked.png); border-color: @accent; background: @accent; }
QPushButton { background: @control; border: 1px solid @controlBorder; border-radius: 4px; padding: 5px 14px; color: @text; min-height: 18px; }
QPushButton:hover { border-color: @secondary; background: @hover; }
QPushButton:pressed { background: @selection; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @disabled; background: @panel; }
QPushButton[primary="true"], QDialog QPushButton:default { background: @accent; border-color: @accent; color: @accentText; font-weight: 600; }
QPushButton[primary="true"]:hover, QDialog QPushButton:default:hover { background: @accentHover; }
QPushButton[primary="true"]:disabled { background: @panel; border-color: @panelBorder; color: @disabled; }
QPushButton[link="true"] { background: transparent; border: 1px solid transparent; color: @accentWords; padding: 2px 4px; text-align: left;
  font-size: 12px; min-height: 16px; }
QPushButton[link="true"]:hover { background: @hover; }
QPushButton[link="true"]:focus { border-color: @accent; }
QToolButton#chip { border: 1px solid @controlBorder; border-radius: 11px; padding: 1px 5px; min-height: 18px; color: @secondary; background: transparent; font-size: 12px; }
QToolButton#chip:hover { border-color: @secondary; color: @text; background: transparent; }
QToolButton#chip:checked { background: @selection; border-color: @accent; color: @text; }
QToolButton[tab="true"] { border: none; border-bottom: 2px solid transparent; border-radius: 0; padding: 4px 8px 3px 8px; color: @secondary;
  font-weight: 600; background: transparent; }
QToolButton[tab="true"]:hover { color: @text; background: transparent; }
QToolButton[tab="true"]:focus { color: @accentWords; }
QToolButton[tab="true"]:checked { color: @text; border-bottom-color: @accent; background: transparent; }
QFrame#floating { background: @raised; border: 1px solid @controlBorder; border-radius: 6px; }
QToolButton#segment { border: 1px solid @controlBorder; border-radius: 0; padding: 3px 8px; background: @control; color: @text; font-size: 12px; min-height: 20px; }
QToolButton#segment[place="first"] { border-top-left-radius: 4px; border-bottom-left-radius: 4px; }
QToolButton#segment[place="middle"] { border-left: none; }
QToolButton#segment[place="last"] { border-top-right-radius: 4px; border-bottom-right-radius: 4px; border-left: none; }
QToolButton#segment[default="true"] { color: @secondary; background: @panelDeep; }
QToolButton#segment:checked { background: @accent; border-color: @accent; color: @accentText; }
QToolButton#segment:hover:!checked { background: @hover; }
QSlider::groove:horizontal { height: 4px; background: @panelBorder; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: @accent; }
)";

constexpr const char* lists = R"(
QTreeView, QListView, QTableView { background: transparent; border: none; outline: none; color: @text; show-decoration-selected: 1; }
QTreeView::item, QListView::item { border: none; padding: 3px 2px; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTreeView::item:selected, QListView::item:selected { background: @selection; color: @text; }
QTreeView::branch { background: transparent; }
QTreeView::branch:selected { background: @selection; }
QTreeView::branch:hover { background: @hover; }
QTreeView::branch:has-children:closed { image: url(@marks/right.png); }
QTreeView::branch:has-children:open { image: url(@marks/down.png); }
QHeaderView::section { background: @panel; color: @secondary; border: none; border-bottom: 1px solid @panelBorder; padding: 4px 6px; font-size: 11px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QSplitter::handle { background: @panelBorder; }
)";

}  // namespace

QString styleSheetOf(const Style& style, const QString& marks)
{
    const auto rgb = [](const QColor& color) { return color.name(QColor::HexRgb); };
    // Longer names stand before those they begin with.
    const std::vector<std::pair<const char*, QString>> tokens {
        {"@accentHover", rgb(mixed(style.accent, style.accentText, 0.12))},
        {"@accentWords", rgb(readable(style.accent, style.panel, 4.5))},
        {"@accentText", rgb(style.accentText)},
        {"@accent", rgb(style.accent)},
        {"@adviceFill", rgb(style.adviceFill)},
        {"@advice", rgb(style.advice)},
        {"@canvas", rgb(style.canvas)},
        {"@controlBorder", rgb(style.controlBorder)},
        {"@control", rgb(style.controlFill)},
        {"@disabled", rgb(mixed(style.panel, style.secondaryText, 0.55))},
        {"@errorFill", rgb(style.errorFill)},
        {"@error", rgb(style.error)},
        {"@failed", rgb(style.failed)},
        {"@hover", rgb(style.hoverFill)},
        {"@marks", marks},
        {"@panelBorder", rgb(style.panelBorder)},
        {"@panelDeep", rgb(mixed(style.panel, style.secondaryText, 0.10))},
        {"@panel", rgb(style.panel)},
        {"@raised", rgb(style.panelRaised)},
        {"@scroll", rgb(mixed(style.panel, style.secondaryText, 0.40))},
        {"@secondary", rgb(style.secondaryText)},
        {"@selection", rgb(style.selectionFill)},
        {"@text", rgb(style.text)},
    };
    QString sheet = QLatin1String(surfaces) + QLatin1String(bars) + QLatin1String(controls) + QLatin1String(lists);
    for (const auto& [name, value] : tokens)
        sheet.replace(QLatin1String(name), value);
    return sheet;
}

QPalette paletteOf(const Style& style)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor& color) {
        palette.setColor(role, color);
    };
    set(QPalette::Window, style.panel);
    set(QPalette::WindowText, style.text);
    set(QPalette::Base, style.controlFill);
    set(QPalette::AlternateBase, style.panel);
    set(QPalette::Text, style.text);
    set(QPalette::PlaceholderText, mixed(style.controlFill, style.secondaryText, 0.8));
    set(QPalette::Button, style.panelRaised);
    set(QPalette::ButtonText, style.text);
    set(QPalette::BrightText, style.error);
    set(QPalette::Highlight, style.accent);
    set(QPalette::HighlightedText, style.accentText);
    set(QPalette::ToolTipBase, style.panelRaised);
    set(QPalette::ToolTipText, style.text);
    set(QPalette::Link, readable(style.accent, style.panel, 4.5));
    set(QPalette::Light, style.panelRaised);
    set(QPalette::Midlight, mixed(style.panel, style.panelBorder, 0.4));
    set(QPalette::Mid, style.panelBorder);
    set(QPalette::Dark, style.controlBorder);
    set(QPalette::Shadow, style.shadow);
    const QColor faint = mixed(style.panel, style.secondaryText, 0.55);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

}  // namespace redoubt
