// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/banner.h"

#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr int highestList = 132;  ///< pixels

}  // namespace

QString problemText(const Problem& problem)
{
    if (problem.line <= 0)
        return problem.text;
    return QStringLiteral("line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(problem.text);
}

QListWidget* makeProblemList(QWidget* parent)
{
    auto* list = new QListWidget(parent);
    list->setObjectName(QStringLiteral("problems"));
    list->setWordWrap(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    return list;
}

void fillProblems(QListWidget& list, const QStringList& lines)
{
    list.addItems(lines);
    list.setFixedHeight(qMin(highestList, 8 + int(lines.size()) * 24));
    list.setVisible(!lines.isEmpty());
}

Banner::Banner(Tone tone, const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_heading(makeText({}, "section", this))
    , m_text(makeText({}, "", this))
    , m_lines(makeProblemList(this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(tone == Tone::Problem ? QStringLiteral("banner") : QStringLiteral("note"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 10, 10);
    layout->setSpacing(12);
    auto* picture = new QLabel(this);
    const auto dress = [this, picture, &theme, tone] {
        picture->setPixmap(severityPixmap(tone == Tone::Problem ? Severity::Error : Severity::Advice, 20, theme.style(),
                                          devicePixelRatioF()));
    };
    dress();
    connect(&theme, &Theme::changed, picture, dress);
    layout->addWidget(picture, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_heading);
    words->addWidget(m_text);
    words->addWidget(m_lines);
    layout->addLayout(words, 1);
    auto* copy = new QPushButton(QStringLiteral("Copy"), this);
    m_copy = copy;
    connect(copy, &QPushButton::clicked, this, [this] {
        QStringList lines {m_heading->text()};
        for (int i = 0; i < m_lines->count(); ++i)
            lines.append(m_lines->item(i)->text());
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    m_buttons->setSpacing(8);
    m_buttons->addWidget(copy, 0, Qt::AlignTop);
    layout->addLayout(m_buttons);
    QToolButton* close = makeIconButton(theme.icon(QStringLiteral("close")), QStringLiteral("Close this message"), this);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    layout->addWidget(close, 0, Qt::AlignTop);
    clear();
    hide();
}

void Banner::clear()
{
    qDeleteAll(m_own);
    m_own.clear();
    m_lines->clear();
    m_lines->hide();
    m_copy->hide();
    m_text->hide();
}

void Banner::say(const QString& heading, const QString& text)
{
    clear();
    m_heading->setText(heading);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    show();
}

void Banner::list(const QStringList& lines)
{
    fillProblems(*m_lines, lines);
    m_copy->setVisible(!lines.isEmpty());
}

void Banner::addButton(const QString& text, bool primary, std::function<void()> action)
{
    auto* button = new QPushButton(text, this);
    button->setProperty("primary", primary);
    connect(button, &QPushButton::clicked, this, [this, action = std::move(action)] {
        hide();
        action();
    });
    m_buttons->insertWidget(int(m_own.size()), button, 0, Qt::AlignTop);
    m_own.append(button);
}

}  // namespace redoubt
