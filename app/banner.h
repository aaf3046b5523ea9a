// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/fileerror.h"

#include <QFrame>
#include <functional>

class QHBoxLayout;
class QLabel;
class QListWidget;

namespace redoubt {

class Theme;

/// A strip over the canvas that says what happened and leaves the work alone: a file that could not be opened with every
/// problem in it, or a copy that a crash left.
class Banner : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Problem, Note };
    Banner(Tone tone, const Theme& theme, QWidget* parent = nullptr);

    void say(const QString& heading, const QString& text);
    /// One row each, copied by the button.
    void list(const QStringList& lines);
    void addButton(const QString& text, bool primary, std::function<void()> action);
    void clear();

private:
    QLabel* m_heading;
    QLabel* m_text;
    QListWidget* m_lines;
    QHBoxLayout* m_buttons;
    QWidget* m_copy;
    QList<QWidget*> m_own;
};

/// `line 12, column 3: unknown key`.
[[nodiscard]] QString problemText(const Problem& problem);
/// An empty list of problems as `fillProblems` fills it.
[[nodiscard]] QListWidget* makeProblemList(QWidget* parent);
/// One row each; more than a few scroll.
void fillProblems(QListWidget& list, const QStringList& lines);

}  // namespace redoubt
