// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>
#include <QWidget>

class QBoxLayout;
class QDockWidget;
class QLabel;
class QLineEdit;
class QPushButton;

namespace redoubt {

class Theme;

/// The small parts that all panels are made of.

/// A label in one of the sheet's tones: `secondary`, `caption`, `heading`, `title`, `section`, `error`.
[[nodiscard]] QLabel* makeLabel(const QString& text, const char* tone, QWidget* parent = nullptr);
/// The same, wrapping.
[[nodiscard]] QLabel* makeText(const QString& text, const char* tone, QWidget* parent = nullptr);
/// What a panel says when it has nothing to show: a heading and a sentence, centred.
[[nodiscard]] QWidget* makeEmptyState(const QString& heading, const QString& sentence, QWidget* parent = nullptr);
/// A hair line.
[[nodiscard]] QWidget* makeRule(QWidget* parent = nullptr);
/// A checkable pill.
[[nodiscard]] QToolButton* makeChip(const QString& text, QWidget* parent = nullptr);
/// One of the tabs in a dock's title; of those in one parent one is checked.
[[nodiscard]] QToolButton* makeTab(const char* name, const QString& text, QWidget* parent);
/// A button without a frame that shows an icon.
[[nodiscard]] QToolButton* makeIconButton(const QIcon& icon, const QString& tip, QWidget* parent = nullptr);
/// A button that reads like a link.
[[nodiscard]] QToolButton* makeLinkButton(const QString& text, QWidget* parent = nullptr);
/// The same over the whole width of a column, its words at the left.
[[nodiscard]] QPushButton* makeRowLink(const QString& text, QWidget* parent = nullptr);
/// A search field with its icon and a button that clears it.
[[nodiscard]] QLineEdit* makeSearch(const QString& placeholder, const Theme& theme, QWidget* parent = nullptr);
/// Gives a dock the window's own title: name (or `instead` of it) at the left, close at the right; still dragged and
/// floated by it.
void giveTitle(QDockWidget* dock, const Theme& theme, QWidget* instead = nullptr);
/// Deletes everything in a layout.
void clearLayout(QLayout* layout);

/// A heading that folds what belongs to it.
class Section : public QWidget {
    Q_OBJECT

public:
    Section(const QString& title, const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QBoxLayout* body() const { return m_layout; }
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }
    void setTitle(const QString& title);
    /// A widget at the right end of the heading.
    void addAction(QWidget* widget);

signals:
    void toggled(bool open);

private:
    QToolButton* m_heading;
    QWidget* m_body;
    QBoxLayout* m_layout;
    QBoxLayout* m_top;
    const Theme& m_theme;
    bool m_open = true;
};

}  // namespace redoubt
