// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/preferencesdialog.h"

#include "app/banner.h"
#include "views/findings/packwords.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr qsizetype mostLines = 12;  ///< of a pack; more are counted

}  // namespace

PreferencesDialog::PreferencesDialog(Preferences& preferences, RulePacks& packs, const Theme& theme,
                                     std::function<QString(const QString& folder)> pathToAdd, QWidget* parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_packs(packs)
    , m_theme(theme)
    , m_pathToAdd(std::move(pathToAdd))
{
    setObjectName(QStringLiteral("preferencesDialog"));
    setWindowTitle(QStringLiteral("Preferences"));
    resize(640, 620);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    addLook(*column);
    column->addSpacing(16);
    addAuthor(*column);
    column->addSpacing(16);
    addPacks(*column);
    column->addStretch(1);
    scroll->setWidget(body);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeRule(this));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(24, 10, 24, 12);
    foot->addWidget(makeLabel(QStringLiteral("Changes are in force at once."), "caption", this), 1);
    auto* close = new QPushButton(QStringLiteral("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    foot->addWidget(close);
    layout->addLayout(foot);
    connect(&packs, &RulePacks::changed, this, &PreferencesDialog::showPacks);
    connect(&packs, &RulePacks::stoppedChanged, this, &PreferencesDialog::showPacks);
    connect(&theme, &Theme::changed, this, &PreferencesDialog::showPacks);
}

void PreferencesDialog::addLook(QVBoxLayout& column)
{
    column.addWidget(makeLabel(QStringLiteral("Look"), "section"));
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* group = new QButtonGroup(this);
    struct Choice {
        const char* name;
        Preferences::ThemeChoice theme;
        const char* place;
    };
    for (const Choice& choice : {Choice {"Like the desktop", Preferences::ThemeChoice::System, "first"},
                                 Choice {"Light", Preferences::ThemeChoice::Light, "middle"},
                                 Choice {"Dark", Preferences::ThemeChoice::Dark, "last"}}) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("segment"));
        button->setProperty("place", QString::fromLatin1(choice.place));
        button->setText(QString::fromLatin1(choice.name));
        button->setCheckable(true);
        button->setChecked(m_preferences.theme() == choice.theme);
        group->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, theme = choice.theme] {
            m_preferences.setTheme(theme);
            emit themeChosen();
        });
        row->addWidget(button);
    }
    row->addStretch(1);
    column.addLayout(row);
}

void PreferencesDialog::addAuthor(QVBoxLayout& column)
{
    column.addWidget(makeLabel(QStringLiteral("Author"), "section"));
    auto* author = new QLineEdit(m_preferences.author(), this);
    author->setObjectName(QStringLiteral("preferredAuthor"));
    author->setAccessibleName(QStringLiteral("Author"));
    author->setPlaceholderText(QStringLiteral("Your name"));
    author->setMaximumWidth(320);
    column.addWidget(author);
    column.addWidget(makeText(QStringLiteral("Stands in new designs and signs waivers."), "caption"));
    connect(author, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_preferences.setAuthor(text.trimmed());
        emit authorChanged(text.trimmed());
    });
}

void PreferencesDialog::addPacks(QVBoxLayout& column)
{
    column.addWidget(makeLabel(QStringLiteral("Rule packs"), "section"));
    column.addWidget(makeText(QStringLiteral("An organisation's own rules, severities and limits, as files. Each applies on top of those above it."),
                              "caption"));
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(8);
    column.addLayout(m_cards);
    auto* row = new QHBoxLayout;
    auto* add = new QPushButton(QStringLiteral("Add a rule pack…"), this);
    add->setObjectName(QStringLiteral("addPack"));
    row->addWidget(add);
    row->addStretch(1);
    column.addLayout(row);
    connect(add, &QPushButton::clicked, this, [this] {
        const QString path = m_pathToAdd(m_preferences.lastFolder());
        if (!path.isEmpty())
            m_packs.add(path);
    });
    showPacks();
}

void PreferencesDialog::showPacks()
{
    clearLayout(m_cards);
    for (int i = 0; i < int(m_packs.entries().size()); ++i)
        m_cards->addWidget(makeCard(i));
    if (m_packs.entries().empty())
        m_cards->addWidget(makeText(QStringLiteral("None. The built-in rules alone judge the designs."), "secondary"));
}

QWidget* PreferencesDialog::makeCard(int at)
{
    const RulePacks::Entry& entry = m_packs.entries()[size_t(at)];
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 10, 10, 10);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    const QString name = entry.loaded ? QStringLiteral("%1  %2").arg(entry.loaded->name, entry.loaded->version)
                                      : QFileInfo(entry.path).fileName();
    auto* on = new QCheckBox(name, card);
    on->setObjectName(QStringLiteral("packOn"));
    on->setChecked(entry.on);
    on->setToolTip(entry.path);
    head->addWidget(on, 1);
    const auto button = [&](const char* icon, const QString& tip, bool enabled) {
        QToolButton* made = makeIconButton(m_theme.icon(QString::fromLatin1(icon)), tip, card);
        made->setEnabled(enabled);
        head->addWidget(made);
        return made;
    };
    QToolButton* up = button("chevron-up", QStringLiteral("Apply earlier"), at > 0);
    QToolButton* down = button("chevron-down", QStringLiteral("Apply later"), at + 1 < int(m_packs.entries().size()));
    QToolButton* gone = button("close", QStringLiteral("Take it off the list; the file stays"), true);
    gone->setObjectName(QStringLiteral("removePack"));
    layout->addLayout(head);
    layout->addWidget(makeText(entry.path, "caption"));
    if (entry.loaded) {
        layout->addWidget(makeText(packSummary(*entry.loaded), "secondary"));
        const QStringList lines = packLines(*entry.loaded, m_packs.rules());
        for (const QString& line : lines.mid(0, mostLines))
            layout->addWidget(makeText(line, "caption"));
        if (lines.size() > mostLines)
            layout->addWidget(makeText(QStringLiteral("and %1 more").arg(lines.size() - mostLines), "caption"));
    } else if (!entry.on) {
        layout->addWidget(makeText(QStringLiteral("Off"), "secondary"));
    }
    const auto addProblems = [card, layout](const std::vector<Problem>& problems) {
        QStringList lines;
        for (const Problem& problem : problems)
            lines << problemText(problem);
        QListWidget* list = makeProblemList(card);
        layout->addWidget(list);
        fillProblems(*list, lines);
    };
    if (!entry.problems.empty()) {
        layout->addWidget(makeText(QStringLiteral("Left out until this is put right:"), "secondary"));
        addProblems(entry.problems);
    }
    if (!entry.stopped.empty()) {
        layout->addWidget(makeText(QStringLiteral("Not judged on the design that is open:"), "secondary"));
        addProblems(entry.stopped);
    }
    connect(on, &QCheckBox::toggled, this, [this, at](bool checked) { m_packs.setOn(at, checked); });
    connect(up, &QToolButton::clicked, this, [this, at] { m_packs.move(at, -1); });
    connect(down, &QToolButton::clicked, this, [this, at] { m_packs.move(at, 1); });
    connect(gone, &QToolButton::clicked, this, [this, at] { m_packs.remove(at); });
    return card;
}

}  // namespace redoubt
