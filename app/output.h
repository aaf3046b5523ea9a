// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/preferences.h"
#include "views/export/exporters.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace redoubt {

class Theme;

/// The print preview: the drawing on one page, as vectors.
void previewPrint(QWidget* window, const ExportInput& input, const ViewDef* view);
void printDesign(QWidget* window, const ExportInput& input, const ViewDef* view);

/// Format and options of an export, with the picture they give.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// As on the canvas: how it looks at the design, and what has failed (nothing when it fails nothing).
    ExportDialog(const ExportInput& input, const ViewDef* view, const Scenario& shown, Preferences& preferences, const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] const Exporter& exporter() const;
    [[nodiscard]] ExportOptions options() const;

private:
    QWidget* makeOptions();
    void refresh();
    void keep();
    void fillViews(const ViewDef* shown);
    void fillScenarios(const Scenario& shown);

    ExportInput m_input;
    Preferences& m_preferences;
    const Theme& m_theme;
    QComboBox* m_format;
    QComboBox* m_look;
    QComboBox* m_view;
    QComboBox* m_scenario;
    std::vector<Scenario> m_scenarios;  ///< in the order of the box, after its first entry
    QSpinBox* m_dpi;
    QLabel* m_dpiLabel;
    QLabel* m_note;
    QCheckBox* m_legend;
    QCheckBox* m_titleBlock;
    QCheckBox* m_hidden;
    QLabel* m_picture;
};

}  // namespace redoubt
