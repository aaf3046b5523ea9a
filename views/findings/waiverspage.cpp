// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/waiverspage.h"

#include "views/findings/detailsplit.h"
#include "views/findings/explanation.h"
#include "views/findings/rowpainting.h"
#include "views/findings/rowtree.h"
#include "views/findings/waiverform.h"
#include "views/findings/waivers.h"
#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr int waiverRole = Qt::UserRole + 1;
constexpr WaiverState order[]
    = {WaiverState::Expired,     WaiverState::Stale,   WaiverState::Repeated, WaiverState::UnknownRule,
       WaiverState::PackMissing, WaiverState::RuleOff, WaiverState::Accepts};

}  // namespace

WaiversPage::WaiversPage(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_theme(theme)
    , m_model(new QStandardItemModel(this))
    , m_tree(new RowTree(this))
    , m_pages(new QStackedWidget(this))
    , m_words(new Explanation(this))
    , m_actions(new QStackedWidget(this))
    , m_form(new WaiverForm(QStringLiteral("Keep"), theme, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_tree->setObjectName(QStringLiteral("waiversTree"));
    m_tree->setAccessibleName(QStringLiteral("Waivers"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new RowDelegate(
        [this](const QModelIndex& index) -> std::optional<RowWords> {
            const QVariant at = index.data(waiverRole);
            const auto& all = m_analysis.report().waivers;
            return at.isValid() && at.toULongLong() < all.size() ? std::optional(wordsOf(all[at.toULongLong()])) : std::nullopt;
        },
        theme, m_tree));
    m_pages->addWidget(new DetailSplit(m_tree, makeDetails(), this));
    m_pages->addWidget(makeEmptyState(QStringLiteral("Nothing waived"),
                                      QStringLiteral("A finding that the customer accepts can be waived with a reason. It is listed here and in reports."), this));
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const QVariant at = index.data(waiverRole); at.isValid()) {
            m_current = at.toInt();
            openForm(false);
            explain();
        }
    });
    connect(m_tree, &RowTree::rowClicked, this, [this] {
        if (const WaiverUse* use = current())
            emit revealed(use->waiver.on);
    });
    connect(&analysis, &LiveAnalysis::reported, this, &WaiversPage::fill);
    fill();
}

QWidget* WaiversPage::makeDetails()
{
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_words, 1);
    layout->addWidget(makeRule(side));
    auto* bar = new QWidget(side);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    auto* edit = new QPushButton(QStringLiteral("Change…"), bar);
    edit->setObjectName(QStringLiteral("changeWaiver"));
    auto* drop = new QPushButton(QStringLiteral("Withdraw"), bar);
    drop->setObjectName(QStringLiteral("withdrawWaiver"));
    row->addStretch(1);
    row->addWidget(edit);
    row->addWidget(drop);
    m_actions->addWidget(bar);
    m_actions->addWidget(m_form);
    m_actions->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    layout->addWidget(m_actions);
    connect(edit, &QPushButton::clicked, this, [this] { openForm(true); });
    connect(drop, &QPushButton::clicked, this, &WaiversPage::withdraw);
    connect(m_form, &WaiverForm::accepted, this, &WaiversPage::change);
    connect(m_form, &WaiverForm::cancelled, this, [this] { openForm(false); });
    connect(m_words, &Explanation::revealed, this, [this](const QString& id) { emit revealed({id}); });
    connect(m_words, &Explanation::referenceAsked, this, &WaiversPage::referenceAsked);
    openForm(false);
    return side;
}

const WaiverUse* WaiversPage::current() const
{
    const auto& all = m_analysis.report().waivers;
    return m_current >= 0 && size_t(m_current) < all.size() ? &all[size_t(m_current)] : nullptr;
}

QString WaiversPage::names(const Waiver& waiver) const
{
    QStringList names;
    for (const QString& id : waiver.on)
        names << m_editor.design().displayName(id);
    return names.isEmpty() ? QStringLiteral("the design") : names.join(QStringLiteral(", "));
}

RowWords WaiversPage::wordsOf(const WaiverUse& use) const
{
    const Rule* rule = m_analysis.rules().rule(use.waiver.rule);
    const QString signature = waiverSignature(use.waiver);
    const bool idle = use.state != WaiverState::Accepts;
    return {rule ? rule->title : use.waiver.rule,
            QStringLiteral("%1: %2%3").arg(names(use.waiver), use.waiver.reason, signature.isEmpty() ? QString() : QStringLiteral(" · ") + signature),
            use.waiver.rule, {}, idle,
            [this, state = use.state, severity = rule ? rule->severity : Severity::Advice](QPainter& painter, const QRectF& rect) {
                if (state == WaiverState::Accepts || state == WaiverState::Expired)
                    paintSeverity(painter, severity, rect, m_theme.style(), state == WaiverState::Accepts);
                else
                    paintPlainMark(painter, state == WaiverState::Stale ? PlainMark::Dash
                                       : state == WaiverState::RuleOff  ? PlainMark::Cross
                                                                        : PlainMark::Question,
                                   rect, m_theme.style());
            }};
}

void WaiversPage::fill()
{
    const auto& all = m_analysis.report().waivers;
    m_tree->keepFolds();
    {
        const QSignalBlocker blocker(m_tree->selectionModel());
        m_model->clear();
    }
    QStandardItem* selected = nullptr;
    for (const WaiverState state : order) {
        QStandardItem* heading = nullptr;
        for (size_t i = 0; i < all.size(); ++i) {
            if (all[i].state != state)
                continue;
            if (!heading) {
                heading = new QStandardItem(waiverStateWord(state));
                heading->setSelectable(false);
                m_model->appendRow(heading);
            }
            auto* row = new QStandardItem(all[i].waiver.rule);
            row->setData(qulonglong(i), waiverRole);
            row->setToolTip(all[i].note.isEmpty() ? all[i].waiver.reason : all[i].note);
            row->setAccessibleText(QStringLiteral("%1: %2, %3").arg(all[i].waiver.rule, waiverStateWord(state), all[i].waiver.reason));
            heading->appendRow(row);
            if (int(i) == m_current)
                selected = row;
        }
    }
    m_tree->restoreFolds();
    m_pages->setCurrentIndex(all.empty() ? 1 : 0);
    if (!selected)
        m_current = -1;
    else
        m_tree->goTo(selected->index());
    explain();
}

void WaiversPage::explain()
{
    const WaiverUse* use = current();
    m_words->clear();
    m_actions->setVisible(use);
    if (!use) {
        m_words->addTitle(QStringLiteral("What was accepted"),
                          QStringLiteral("Select a waiver to read, change or withdraw it."));
        m_words->finish();
        return;
    }
    const Rule* rule = m_analysis.rules().rule(use->waiver.rule);
    m_words->addTitle(rule ? rule->title : use->waiver.rule,
                      use->note.isEmpty() ? QStringLiteral("Accepted: the finding is counted as waived.") : use->note);
    m_words->addThings({}, m_editor.design(), use->waiver.on);
    m_words->addBlock(QStringLiteral("Reason"), use->waiver.reason);
    m_words->addBlock(use->waiver.by.isEmpty() ? QStringLiteral("Accepted on") : QStringLiteral("Accepted by"),
                      waiverSignature(use->waiver));
    if (rule)
        m_words->addRule(*rule);
    m_words->finish();
}

void WaiversPage::openForm(bool open)
{
    const WaiverUse* use = current();
    if (open && use)
        m_form->show(use->waiver.reason, use->waiver.by, use->waiver.expires);
    m_actions->setCurrentIndex(open && use ? 1 : 0);
    m_actions->setFixedHeight(m_actions->currentWidget()->sizeHint().height());
    if (open)
        m_form->focusReason();
}

void WaiversPage::change()
{
    const WaiverUse* use = current();
    std::vector<Waiver> waivers = m_editor.design().waivers;
    if (!use || !m_form->isComplete() || size_t(m_current) >= waivers.size())
        return;
    Waiver& waiver = waivers[size_t(m_current)];
    waiver.reason = m_form->reason();
    waiver.by = m_form->by();
    waiver.expires = m_form->expires();
    const QString name = QStringLiteral("Change the waiver of %1").arg(waiver.rule);
    Patch patch;
    patch.waivers = std::move(waivers);
    openForm(false);
    m_editor.apply(std::move(patch), name);
}

void WaiversPage::withdraw()
{
    std::vector<Waiver> waivers = m_editor.design().waivers;
    if (m_current < 0 || size_t(m_current) >= waivers.size())
        return;
    const QString name = QStringLiteral("Withdraw the waiver of %1").arg(waivers[size_t(m_current)].rule);
    waivers.erase(waivers.begin() + m_current);
    Patch patch;
    patch.waivers = std::move(waivers);
    m_editor.apply(std::move(patch), name);
}

}  // namespace redoubt
