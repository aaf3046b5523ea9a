// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/waiverform.h"

#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>

namespace redoubt {

namespace {

QLineEdit* makeField(const char* name, const QString& label, const QString& placeholder, QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(label);
    field->setPlaceholderText(placeholder);
    return field;
}

}  // namespace

QDate parseDay(const QString& text)
{
    const QString day = text.trimmed();
    if (const QDate date = QDate::fromString(day, Qt::ISODate); date.isValid())
        return date;
    const QLocale english(QLocale::English);
    for (const QString& form : {QStringLiteral("d MMMM yyyy"), QStringLiteral("d MMM yyyy")})
        if (const QDate date = english.toDate(day, form); date.isValid())
            return date;
    return {};
}

WaiverForm::WaiverForm(const QString& acceptText, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_reason(makeField("waiverReason", QStringLiteral("Reason"), QStringLiteral("Why this is accepted"), this))
    , m_by(makeField("waiverBy", QStringLiteral("Accepted by"), QStringLiteral("Nobody named"), this))
    , m_expires(makeField("waiverExpires", QStringLiteral("Until"), QStringLiteral("Never expires"), this))
    , m_problem(makeLabel({}, "error", this))
    , m_accept(new QPushButton(acceptText, this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 10);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->addWidget(makeLabel(QStringLiteral("Reason"), "caption", this), 0, 0);
    grid->addWidget(m_reason, 0, 1, 1, 3);
    grid->addWidget(makeLabel(QStringLiteral("By"), "caption", this), 1, 0);
    grid->addWidget(m_by, 1, 1);
    grid->addWidget(makeLabel(QStringLiteral("Until"), "caption", this), 1, 2);
    grid->addWidget(m_expires, 1, 3);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    auto* cancel = new QPushButton(QStringLiteral("Cancel"), this);
    cancel->setObjectName(QStringLiteral("waiverCancel"));
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    grid->addLayout(buttons, 2, 0, 1, 4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    m_accept->setObjectName(QStringLiteral("waiverAccept"));
    m_accept->setProperty("primary", true);
    addTerms(theme);
    for (QLineEdit* field : {m_reason, m_by, m_expires}) {
        connect(field, &QLineEdit::textChanged, this, &WaiverForm::check);
        connect(field, &QLineEdit::returnPressed, this, [this] {
            if (isComplete())
                emit accepted();
        });
    }
    connect(m_accept, &QPushButton::clicked, this, &WaiverForm::accepted);
    connect(cancel, &QPushButton::clicked, this, &WaiverForm::cancelled);
    check();
}

void WaiverForm::addTerms(const Theme& theme)
{
    QAction* terms = m_expires->addAction(theme.icon(QStringLiteral("chevron-down")), QLineEdit::TrailingPosition);
    terms->setToolTip(QStringLiteral("Usual terms"));
    connect(terms, &QAction::triggered, this, [this] {
        QMenu menu(this);
        const QDate today = QDate::currentDate();
        const auto add = [&](const QString& text, const QDate& until) {
            menu.addAction(text, this, [this, until] { m_expires->setText(until.toString(Qt::ISODate)); });
        };
        add(QStringLiteral("30 days from now"), today.addDays(30));
        add(QStringLiteral("90 days from now"), today.addDays(90));
        add(QStringLiteral("Half a year from now"), today.addMonths(6));
        add(QStringLiteral("A year from now"), today.addYears(1));
        menu.addSeparator();
        add(QStringLiteral("Never expires"), {});
        menu.exec(m_expires->mapToGlobal(QPoint(0, m_expires->height() + 2)));
    });
}

void WaiverForm::show(const QString& reason, const QString& by, const QDate& expires)
{
    m_reason->setText(reason);
    m_by->setText(by);
    m_expires->setText(expires.toString(Qt::ISODate));
    check();
}

void WaiverForm::setAuthor(const QString& author)
{
    m_by->setText(author);
}

QString WaiverForm::reason() const
{
    return m_reason->text().trimmed();
}

QString WaiverForm::by() const
{
    return m_by->text().trimmed();
}

QDate WaiverForm::expires() const
{
    return parseDay(m_expires->text());
}

bool WaiverForm::isComplete() const
{
    return !reason().isEmpty() && (m_expires->text().trimmed().isEmpty() || expires().isValid());
}

void WaiverForm::focusReason()
{
    m_reason->setFocus();
}

void WaiverForm::check()
{
    const bool wrongDay = !m_expires->text().trimmed().isEmpty() && !expires().isValid();
    const bool past = expires().isValid() && expires() < QDate::currentDate();
    m_problem->setText(wrongDay ? QStringLiteral("A day is written 2027-05-01 or 1 May 2027.")
                           : past ? QStringLiteral("This day has passed: the finding stays open.")
                                  : QString());
    if (m_expires->property("invalid").toBool() != wrongDay) {
        m_expires->setProperty("invalid", wrongDay);
        m_expires->style()->unpolish(m_expires);
        m_expires->style()->polish(m_expires);
    }
    m_accept->setEnabled(isComplete());
}

void WaiverForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace redoubt
