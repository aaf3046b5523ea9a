// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingdetails.h"

#include "views/findings/findingsmodel.h"
#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace redoubt {

namespace {

bool covers(const Waiver& waiver, const Finding& finding)
{
    if (waiver.rule != finding.rule)
        return false;
    return QSet<QString>(waiver.on.begin(), waiver.on.end())
        == QSet<QString>(finding.subjects.begin(), finding.subjects.end());
}

}  // namespace

const Waiver* waiverOf(const std::vector<Waiver>& waivers, const Finding& finding)
{
    const auto it = std::find_if(waivers.begin(), waivers.end(), [&](const Waiver& w) { return covers(w, finding); });
    if (it != waivers.end())
        return &*it;
    // A waiver written by hand may name only some of the subjects, or none for the whole rule.
    const auto part = std::find_if(waivers.begin(), waivers.end(), [&](const Waiver& w) {
        return w.rule == finding.rule
            && std::all_of(w.on.begin(), w.on.end(), [&](const QString& id) { return finding.subjects.contains(id); });
    });
    return part == waivers.end() ? nullptr : &*part;
}

std::vector<Waiver> withWaiver(std::vector<Waiver> waivers, const Finding& finding, const QString& reason,
                               const QString& by, const QDate& date)
{
    std::erase_if(waivers, [&](const Waiver& w) { return covers(w, finding); });
    waivers.push_back({finding.rule, finding.subjects, reason, by, date, {}});
    return waivers;
}

std::vector<Waiver> withoutWaiver(std::vector<Waiver> waivers, const Finding& finding)
{
    if (const Waiver* waiver = waiverOf(waivers, finding))
        waivers.erase(waivers.begin() + (waiver - waivers.data()));
    return waivers;
}

FindingDetails::FindingDetails(Editor& editor, const LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_reason(new QLineEdit(this))
    , m_accept(new QPushButton(QStringLiteral("Waive"), this))
    , m_withdraw(new QPushButton(QStringLiteral("Withdraw waiver"), this))
    , m_waiver(makeText({}, "secondary", this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* page = new QWidget(this);
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    pageLayout->addWidget(m_scroll, 1);
    pageLayout->addWidget(makeRule(page));
    pageLayout->addWidget(makeActions());
    m_pages->addWidget(makeEmptyState(QStringLiteral("Nothing selected"),
                                      QStringLiteral("Select a finding to read why it matters and what to do."), this));
    m_pages->addWidget(page);
    layout->addWidget(m_pages);
}

QWidget* FindingDetails::makeActions()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    m_reason->setObjectName(QStringLiteral("waiverReason"));
    m_reason->setPlaceholderText(QStringLiteral("Reason for accepting this"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_accept->setObjectName(QStringLiteral("waive"));
    m_accept->setEnabled(false);
    m_withdraw->setObjectName(QStringLiteral("unwaive"));
    layout->addWidget(m_waiver, 1);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_accept);
    layout->addWidget(m_withdraw);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_accept->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, this, &FindingDetails::waive);
    connect(m_accept, &QPushButton::clicked, this, &FindingDetails::waive);
    connect(m_withdraw, &QPushButton::clicked, this, &FindingDetails::unwaive);
    return bar;
}

void FindingDetails::addBlock(const QString& heading, const QString& text)
{
    if (text.isEmpty())
        return;
    auto* layout = m_scroll->widget()->layout();
    layout->addWidget(makeLabel(heading, "caption"));
    layout->addWidget(makeText(text, ""));
}

void FindingDetails::show(const Finding* finding)
{
    if (!finding) {
        m_finding.reset();
        m_pages->setCurrentIndex(0);
        return;
    }
    const bool same = m_finding && findingKey(*m_finding) == findingKey(*finding);
    if (same && *m_finding == *finding && m_pages->currentIndex() == 1 && m_scroll->widget())
        return;
    m_finding = *finding;
    if (!same)
        m_reason->clear();
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    m_scroll->setWidget(body);

    layout->addWidget(makeText(finding->title, "heading"));
    layout->addWidget(makeText(finding->message, ""));
    showSubjects();
    layout->addSpacing(6);
    const Rule* rule = m_analysis.rules().rule(finding->rule);
    if (rule) {
        addBlock(QStringLiteral("Why"), rule->why);
        addBlock(QStringLiteral("What to do"), rule->fix);
        addBlock(QStringLiteral("Source"), rule->sources.join(QStringLiteral(", ")));
    }
    addBlock(QStringLiteral("Rule"),
             QStringLiteral("%1 · %2 · %3").arg(finding->rule, areaName(finding->rule), severityWord(finding->severity)));
    layout->addStretch(1);

    const Waiver* waiver = finding->waived ? waiverOf(m_editor.design().waivers, *finding) : nullptr;
    if (waiver) {
        QString text = QStringLiteral("Waived: %1").arg(waiver->reason);
        if (!waiver->by.isEmpty())
            text += QStringLiteral(" (%1)").arg(waiver->by);
        m_waiver->setText(text);
    }
    m_waiver->setVisible(waiver);
    m_withdraw->setVisible(waiver);
    m_reason->setVisible(!waiver);
    m_accept->setVisible(!waiver);
    m_pages->setCurrentIndex(1);
}

void FindingDetails::showSubjects()
{
    if (m_finding->subjects.isEmpty())
        return;
    auto* row = new QWidget;
    auto* flow = new FlowLayout(row, 10);
    for (const QString& id : std::as_const(m_finding->subjects)) {
        QToolButton* button = makeLinkButton(m_editor.design().displayName(id), row);
        button->setToolTip(QStringLiteral("Show on the canvas"));
        connect(button, &QToolButton::clicked, this, [this, id] { emit revealed(id); });
        flow->addWidget(button);
    }
    m_scroll->widget()->layout()->addWidget(row);
}

void FindingDetails::waive()
{
    const QString reason = m_reason->text().trimmed();
    if (!m_finding || reason.isEmpty())
        return;
    Patch patch;
    patch.waivers = withWaiver(m_editor.design().waivers, *m_finding, reason,
                               m_editor.design().settingText(QStringLiteral("author")), QDate::currentDate());
    m_editor.apply(std::move(patch), QStringLiteral("Waive %1").arg(m_finding->rule));
}

void FindingDetails::unwaive()
{
    if (!m_finding)
        return;
    Patch patch;
    patch.waivers = withoutWaiver(m_editor.design().waivers, *m_finding);
    m_editor.apply(std::move(patch), QStringLiteral("Withdraw the waiver of %1").arg(m_finding->rule));
}

}  // namespace redoubt
