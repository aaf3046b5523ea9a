// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/output.h"

#include "app/thumbnails.h"
#include "views/export/pictures.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace redoubt {

namespace {

constexpr QSize pictureSize(480, 320);

bool isPicture(const QString& suffix)
{
    return suffix == QLatin1String("svg") || suffix == QLatin1String("png") || suffix == QLatin1String("pdf");
}

}  // namespace

ExportDialog::ExportDialog(const ExportInput& input, const ViewDef* view, const Scenario& shown, Preferences& preferences, const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_input(input)
    , m_preferences(preferences)
    , m_theme(theme)
    , m_format(new QComboBox(this))
    , m_look(new QComboBox(this))
    , m_view(new QComboBox(this))
    , m_scenario(new QComboBox(this))
    , m_dpi(new QSpinBox(this))
    , m_dpiLabel(makeLabel(QStringLiteral("Resolution"), "secondary", this))
    , m_note(makeText({}, "caption", this))
    , m_legend(new QCheckBox(QStringLiteral("Legend"), this))
    , m_titleBlock(new QCheckBox(QStringLiteral("Title block"), this))
    , m_hidden(new QCheckBox(QStringLiteral("Hidden links"), this))
    , m_picture(new QLabel(this))
{
    setWindowTitle(QStringLiteral("Export"));
    setObjectName(QStringLiteral("exportDialog"));
    for (const Exporter& exporter : exporters())
        m_format->addItem(QString::fromUtf8(exporter.label), QString::fromLatin1(exporter.suffix));
    const Preferences::Export choice = preferences.exportChoice();
    m_format->setCurrentIndex(qMax(0, m_format->findData(choice.suffix)));
    m_look->addItems({QStringLiteral("Light, for paper and slides"), QStringLiteral("Dark")});
    m_look->setCurrentIndex(choice.dark ? 1 : 0);
    m_dpi->setRange(72, 600);
    m_dpi->setSuffix(QStringLiteral(" dpi"));
    m_dpi->setValue(choice.dpi);
    m_legend->setChecked(choice.legend);
    m_titleBlock->setChecked(choice.titleBlock);
    m_hidden->setChecked(choice.hiddenLinks);
    fillViews(view);
    fillScenarios(shown);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(20);
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("card"));
    auto* inside = new QHBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    m_picture->setFixedSize(pictureSize);
    inside->addWidget(m_picture);
    layout->addWidget(frame, 1);
    layout->addWidget(makeOptions());
    for (QComboBox* box : {m_format, m_look, m_view, m_scenario})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    for (QCheckBox* box : {m_legend, m_titleBlock, m_hidden})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::refresh);
    refresh();
}

QWidget* ExportDialog::makeOptions()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(260);
    auto* grid = new QGridLayout(side);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(10);
    grid->addWidget(makeLabel(QStringLiteral("Format"), "secondary", side), 0, 0);
    grid->addWidget(m_format, 0, 1);
    grid->addWidget(makeLabel(QStringLiteral("Look"), "secondary", side), 1, 0);
    grid->addWidget(m_look, 1, 1);
    grid->addWidget(makeLabel(QStringLiteral("View"), "secondary", side), 2, 0);
    grid->addWidget(m_view, 2, 1);
    grid->addWidget(makeLabel(QStringLiteral("What-if"), "secondary", side), 3, 0);
    grid->addWidget(m_scenario, 3, 1);
    grid->addWidget(m_dpiLabel, 4, 0);
    grid->addWidget(m_dpi, 4, 1);
    grid->addWidget(m_titleBlock, 5, 1);
    grid->addWidget(m_legend, 6, 1);
    grid->addWidget(m_hidden, 7, 1);
    grid->addWidget(m_note, 8, 0, 1, 2);
    grid->setRowStretch(9, 1);
    grid->setColumnStretch(1, 1);
    auto* buttons = new QDialogButtonBox(side);
    QPushButton* go = buttons->addButton(QStringLiteral("Export…"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        keep();
        QDialog::accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    grid->addWidget(buttons, 10, 0, 1, 2);
    return side;
}

const Exporter& ExportDialog::exporter() const
{
    return *exporterFor(m_format->currentData().toString());
}

ExportOptions ExportDialog::options() const
{
    ExportOptions options;
    options.dark = m_look->currentIndex() == 1;
    options.legend = m_legend->isChecked();
    options.titleBlock = m_titleBlock->isChecked();
    options.hiddenLinks = m_hidden->isChecked();
    options.view = m_input.catalog.view(m_view->currentData().toString());
    options.dpi = m_dpi->value();
    if (const int at = m_scenario->currentIndex(); at > 0)
        options.whatIf = m_scenarios[size_t(at - 1)];
    return options;
}

void ExportDialog::fillViews(const ViewDef* shown)
{
    m_view->setObjectName(QStringLiteral("exportView"));
    for (const ViewDef& view : m_input.catalog.views) {
        m_view->addItem(view.name, view.id);
        m_view->setItemData(m_view->count() - 1, view.help, Qt::ToolTipRole);
    }
    m_view->setCurrentIndex(shown ? std::max(0, m_view->findData(shown->id)) : 0);
}

void ExportDialog::fillScenarios(const Scenario& shown)
{
    m_scenario->setObjectName(QStringLiteral("exportScenario"));
    m_scenario->addItem(QStringLiteral("Nothing has failed"));
    m_scenarios = m_input.design.scenarios;
    for (const Scenario& scenario : m_scenarios)
        m_scenario->addItem(scenario.name);
    if (shown.fails.isEmpty())
        return;
    if (shown.name.isEmpty()) {
        m_scenarios.push_back(shown);
        m_scenario->addItem(QStringLiteral("What has failed now"));
        m_scenario->setCurrentIndex(m_scenario->count() - 1);
    } else {
        m_scenario->setCurrentIndex(m_scenario->findText(shown.name));
    }
}

void ExportDialog::keep()
{
    Preferences::Export choice;
    choice.suffix = m_format->currentData().toString();
    choice.dark = m_look->currentIndex() == 1;
    choice.legend = m_legend->isChecked();
    choice.titleBlock = m_titleBlock->isChecked();
    choice.hiddenLinks = m_hidden->isChecked();
    choice.dpi = m_dpi->value();
    m_preferences.setExportChoice(choice);
}

void ExportDialog::refresh()
{
    const QString suffix = m_format->currentData().toString();
    const bool picture = isPicture(suffix);
    for (QWidget* widget : std::initializer_list<QWidget*> {m_look, m_view, m_scenario, m_legend, m_titleBlock, m_hidden})
        widget->setEnabled(picture);
    m_dpi->setVisible(suffix == QLatin1String("png"));
    m_dpiLabel->setVisible(suffix == QLatin1String("png"));
    m_note->setText(suffix == QLatin1String("csv")  ? QStringLiteral("The port list: source, target, protocol, port, direction and purpose of every connection.")
                    : suffix == QLatin1String("yaml") ? QStringLiteral("The design itself in canonical form.")
                                                      : QString());
    const ExportOptions chosen = options();
    const Drawing drawing = drawingFor(m_input, chosen);
    if (picture)
        m_note->setText(smallLetters(drawing));
    m_picture->setPixmap(Thumbnails::paintInto(drawing, pictureSize, devicePixelRatioF(), true));
}

}  // namespace redoubt
