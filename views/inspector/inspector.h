// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"

#include <QWidget>

class QScrollArea;

namespace redoubt {

class InspectorPage;
class Theme;

/// Properties of what is selected: elements, a link, a group, or the design when nothing is.
class Inspector : public QWidget {
    Q_OBJECT

public:
    Inspector(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);

    /// A group has no place on the canvas, so it is not in the selection: it is shown until something else is selected.
    void showGroup(const QString& id);

signals:
    void revealed(const QStringList& ids);
    void findingChosen(const QString& id);

private:
    void choose();
    void refresh();
    [[nodiscard]] QString subject() const;
    InspectorPage* makePage() const;

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    const Theme& m_theme;
    QScrollArea* m_scroll;
    InspectorPage* m_page = nullptr;
    QString m_subject;  ///< what the page is about: another one makes another page
    QString m_group;
};

}  // namespace redoubt
