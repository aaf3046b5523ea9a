// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingspanel.h"

#include "views/findings/findingdetails.h"
#include "views/findings/findingsdelegate.h"
#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace redoubt {

namespace {

/// The tree without Qt's branch marks: the delegate draws its own.
class FindingsTree : public QTreeView {
public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}
};

}  // namespace

FindingsPanel::FindingsPanel(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_theme(theme)
    , m_model(new FindingsModel(this))
    , m_tree(new FindingsTree(this))
    , m_details(new FindingDetails(editor, analysis, theme, this))
    , m_pages(new QStackedWidget(this))
    , m_search(makeSearch(QStringLiteral("Search findings"), theme, this))
    , m_grouping(new QComboBox(this))
{
    setObjectName(QStringLiteral("panel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeRule(this));
    layout->addWidget(makePages(), 1);
    connect(&analysis, &LiveAnalysis::reported, this, &FindingsPanel::refresh);
    connect(&theme, &Theme::changed, this, &FindingsPanel::refreshChips);
    connect(m_details, &FindingDetails::revealed, this, [this](const QString& id) { emit revealed({id}); });
    refresh();
}

QToolButton* FindingsPanel::makeSeverityChip(const QString& name)
{
    QToolButton* chip = makeChip(name, this);
    chip->setObjectName(QStringLiteral("chip"));
    chip->setChecked(true);
    chip->setIconSize(QSize(13, 13));
    connect(chip, &QToolButton::toggled, this, &FindingsPanel::applyFilter);
    return chip;
}

QWidget* FindingsPanel::makeBar()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(6);
    m_errors = makeSeverityChip(QStringLiteral("Errors"));
    m_warnings = makeSeverityChip(QStringLiteral("Warnings"));
    m_advice = makeSeverityChip(QStringLiteral("Advice"));
    m_waived = makeSeverityChip(QStringLiteral("Waived"));
    for (QToolButton* chip : {m_errors, m_warnings, m_advice, m_waived})
        layout->addWidget(chip);
    layout->addStretch(1);
    layout->addWidget(makeLabel(QStringLiteral("Group by"), "caption", bar));
    m_grouping->addItems({QStringLiteral("Severity"), QStringLiteral("Area"), QStringLiteral("Element")});
    m_grouping->setAccessibleName(QStringLiteral("Group findings by"));
    layout->addWidget(m_grouping);
    m_search->setObjectName(QStringLiteral("findingsSearch"));
    m_search->setMaximumWidth(240);
    m_search->setMinimumWidth(140);
    layout->addWidget(m_search);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &FindingsPanel::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, &FindingsPanel::applyFilter);
    return bar;
}

QWidget* FindingsPanel::makePages()
{
    m_tree->setObjectName(QStringLiteral("findingsTree"));
    m_tree->setAccessibleName(QStringLiteral("Findings"));
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setMouseTracking(true);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setItemDelegate(new FindingsDelegate(*m_model, m_theme, m_tree));
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 4);
    splitter->setSizes({500, 440});
    splitter->setChildrenCollapsible(false);
    m_quiet = makeEmptyState(QStringLiteral("No findings"),
                             QStringLiteral("Nothing in this design breaks a rule. Findings appear here while you draw."), this);
    m_none = makeEmptyState(QStringLiteral("No finding matches"),
                            QStringLiteral("Clear the search, or switch on the severities that are hidden."), this);
    m_pages->addWidget(splitter);
    m_pages->addWidget(m_quiet);
    m_pages->addWidget(m_none);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!m_busy)
            choose(index);
    });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        const Finding* finding = m_model->findingAt(index);
        if (!finding)
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
        else
            emit revealed(finding->subjects);
    });
    return m_pages;
}

void FindingsPanel::applyFilter()
{
    m_filter.errors = m_errors->isChecked();
    m_filter.warnings = m_warnings->isChecked();
    m_filter.advice = m_advice->isChecked();
    m_filter.waived = m_waived->isChecked();
    m_filter.search = m_search->text();
    m_filter.grouping = FindingGrouping(m_grouping->currentIndex());
    refresh();
}

void FindingsPanel::refresh()
{
    m_busy = true;
    QStringList folded;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (!m_tree->isExpanded(m_model->index(i, 0)))
            folded.append(m_model->groupTitle(m_model->index(i, 0)));
    }
    m_model->show(m_analysis.report().findings, m_editor.design(), m_filter);
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex heading = m_model->index(i, 0);
        m_tree->setExpanded(heading, !folded.contains(m_model->groupTitle(heading)));
    }
    const QModelIndex current = m_model->find(m_current);
    if (current.isValid())
        m_tree->setCurrentIndex(current);
    m_details->show(m_model->findingAt(current));
    m_busy = false;
    const bool any = m_model->counts().open() + m_model->counts().waived > 0;
    m_pages->setCurrentIndex(!m_model->isEmpty() ? 0 : any ? 2 : 1);
    refreshChips();
}

void FindingsPanel::refreshChips()
{
    const FindingCounts& counts = m_model->counts();
    const auto dress = [this](QToolButton* chip, const QString& name, int count, Severity severity, bool waived) {
        chip->setText(QStringLiteral("%1  %2").arg(name).arg(count));
        chip->setIcon(QIcon(severityPixmap(severity, 13, m_theme.style(), devicePixelRatioF(), waived)));
    };
    dress(m_errors, QStringLiteral("Errors"), counts.errors, Severity::Error, false);
    dress(m_warnings, QStringLiteral("Warnings"), counts.warnings, Severity::Warning, false);
    dress(m_advice, QStringLiteral("Advice"), counts.advice, Severity::Advice, false);
    dress(m_waived, QStringLiteral("Waived"), counts.waived, Severity::Advice, true);
    m_waived->setVisible(counts.waived > 0);
}

void FindingsPanel::choose(const QModelIndex& index)
{
    const Finding* finding = m_model->findingAt(index);
    if (!finding)
        return;
    m_current = findingKey(*finding);
    m_details->show(finding);
}

void FindingsPanel::goTo(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    m_tree->expand(index.parent());
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void FindingsPanel::showAbout(const QString& id)
{
    QModelIndex index = m_model->firstAbout(id);
    if (!index.isValid() && !m_search->text().isEmpty()) {
        m_search->clear();
        index = m_model->firstAbout(id);
    }
    goTo(index);
}

void FindingsPanel::showFinding(const QString& rule, const QStringList& subjects)
{
    Finding wanted;
    wanted.rule = rule;
    wanted.subjects = subjects;
    QModelIndex index = m_model->find(findingKey(wanted));
    if (!index.isValid() && !m_search->text().isEmpty()) {
        m_search->clear();
        index = m_model->find(findingKey(wanted));
    }
    goTo(index);
}

void FindingsPanel::step(int by)
{
    const QModelIndex index = m_model->next(m_tree->currentIndex(), by);
    goTo(index);
    if (const Finding* finding = m_model->findingAt(index))
        emit revealed(finding->subjects);
}

}  // namespace redoubt
