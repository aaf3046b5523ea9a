// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingspanel.h"

#include "views/findings/detailsplit.h"
#include "views/findings/findingdetails.h"
#include "views/findings/rowpainting.h"
#include "views/findings/rowtree.h"
#include "views/parts/calmcombo.h"
#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr int narrowCombo = 106, narrowSearch = 112, wideSearch = 146;
constexpr int roomForWords = 550;  ///< width of the bar from which chips say their severity in words

RowWords wordsOf(const Finding& finding, const Style& style)
{
    return {finding.title, finding.message, finding.rule, {}, finding.waived,
            [severity = finding.severity, waived = finding.waived, picture = finding.ofDrawing, &style](QPainter& painter, const QRectF& rect) {
                if (picture)
                    paintPlainMark(painter, PlainMark::Picture, rect, style);
                else
                    paintSeverity(painter, severity, rect, style, waived);
            }};
}

}  // namespace

FindingsPanel::FindingsPanel(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_theme(theme)
    , m_model(new FindingsModel(this))
    , m_tree(new RowTree(this))
    , m_details(new FindingDetails(editor, analysis, theme, this))
    , m_pages(new QStackedWidget(this))
    , m_search(makeSearch(QStringLiteral("Search findings"), theme, this))
    , m_grouping(new CalmCombo(this))
    , m_area(new CalmCombo(this))
    , m_selectionOnly(makeChip(QStringLiteral("Selection"), this))
{
    setObjectName(QStringLiteral("panel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(makeRule(list));
    column->addWidget(makePages(), 1);
    layout->addWidget(new DetailSplit(list, m_details, this));
    connect(&analysis, &LiveAnalysis::reported, this, &FindingsPanel::refresh);
    connect(&analysis, &LiveAnalysis::rulesChanged, this, [this] { m_details->show(nullptr); });
    connect(&editor, &Editor::selectionChanged, this, &FindingsPanel::followSelection);
    connect(&theme, &Theme::changed, this, &FindingsPanel::refreshChips);
    connect(m_details, &FindingDetails::revealed, this, [this](const QString& id) { emit revealed({id}); });
    connect(m_details, &FindingDetails::referenceAsked, this, &FindingsPanel::referenceAsked);
    connect(m_details, &FindingDetails::fixAsked, this, &FindingsPanel::fixAsked);
    connect(m_details, &FindingDetails::fixAllAsked, this, &FindingsPanel::fixAllAsked);
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
    m_bar = bar;
    bar->installEventFilter(this);
    auto* layout = new FlowLayout(bar, 6);
    layout->setContentsMargins(12, 6, 12, 6);
    m_errors = makeSeverityChip(QStringLiteral("Errors"));
    m_warnings = makeSeverityChip(QStringLiteral("Warnings"));
    m_advice = makeSeverityChip(QStringLiteral("Advice"));
    m_waived = makeSeverityChip(QStringLiteral("Waived"));
    m_drawing = makeSeverityChip(QStringLiteral("Drawing"));
    m_drawing->setProperty("ofDrawing", true);
    {
        const QSignalBlocker quiet(m_drawing);
        m_drawing->setChecked(false);
    }
    for (QToolButton* chip : {m_errors, m_warnings, m_advice, m_waived, m_drawing, m_selectionOnly})
        layout->addWidget(chip);
    m_selectionOnly->setToolTip(QStringLiteral("Only findings about what is selected on the canvas"));
    m_selectionOnly->setAccessibleName(QStringLiteral("Only the selection"));
    connect(m_selectionOnly, &QToolButton::toggled, this, &FindingsPanel::applyFilter);
    m_area->setObjectName(QStringLiteral("findingsArea"));
    m_area->setAccessibleName(QStringLiteral("Area"));
    m_area->addItem(QStringLiteral("All areas"));
    m_area->setMinimumContentsLength(8);
    m_area->view()->setMinimumWidth(260);
    layout->addWidget(m_area);
    m_grouping->addItems({QStringLiteral("By severity"), QStringLiteral("By area"), QStringLiteral("By element")});
    m_grouping->setAccessibleName(QStringLiteral("Group findings by"));
    m_grouping->setMinimumContentsLength(8);
    layout->addWidget(m_grouping);
    m_search->setObjectName(QStringLiteral("findingsSearch"));
    m_search->setFixedWidth(wideSearch);
    layout->addWidget(m_search);
    connect(m_area, &QComboBox::currentIndexChanged, this, &FindingsPanel::applyFilter);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &FindingsPanel::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, &FindingsPanel::applyFilter);
    return bar;
}

QWidget* FindingsPanel::makePages()
{
    m_tree->setObjectName(QStringLiteral("findingsTree"));
    m_tree->setAccessibleName(QStringLiteral("Findings"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new RowDelegate(
        [this](const QModelIndex& index) -> std::optional<RowWords> {
            const Finding* finding = m_model->findingAt(index);
            return finding ? std::optional(wordsOf(*finding, m_theme.style())) : std::nullopt;
        },
        m_theme, m_tree));
    m_quiet = makeEmptyState(QStringLiteral("No findings"),
                             QStringLiteral("Nothing in this design breaks a rule. Findings appear here while you draw."), this);
    m_none = makeEmptyState(QStringLiteral("No finding matches"),
                            QStringLiteral("Clear the search, choose all areas, or switch on the severities that are hidden."), this);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_quiet);
    m_pages->addWidget(m_none);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!m_busy)
            choose(index);
    });
    connect(m_tree, &RowTree::rowClicked, this, [this](const QModelIndex& index) {
        revealOf(*m_model->findingAt(index));
    });
    connect(m_tree, &RowTree::rowEntered, this, [this](const QModelIndex& index) {
        const Finding finding = *m_model->findingAt(index);
        revealOf(finding);
        if (finding.fixable && !finding.waived)
            emit fixAsked(finding);
    });
    return m_pages;
}

void FindingsPanel::applyFilter()
{
    m_filter.errors = m_errors->isChecked();
    m_filter.warnings = m_warnings->isChecked();
    m_filter.advice = m_advice->isChecked();
    m_filter.waived = m_waived->isChecked();
    m_filter.drawing = m_drawing->isChecked();
    m_filter.search = m_search->text();
    m_filter.area = m_area->currentData().toString();
    m_filter.grouping = FindingGrouping(m_grouping->currentIndex());
    refresh();
}

void FindingsPanel::followSelection()
{
    if (m_selectionOnly->isChecked())
        refresh();
}

void FindingsPanel::refreshAreas()
{
    const QString chosen = m_area->currentData().toString();
    QMap<QString, int> counts;
    for (const Finding& finding : m_analysis.report().findings)
        ++counts[areaOf(finding.rule)];
    if (!chosen.isEmpty())
        counts[chosen];  // stays there while it is chosen, also when its last finding is gone
    const QSignalBlocker blocker(m_area);
    m_area->clear();
    m_area->addItem(QStringLiteral("All areas"), QString());
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        m_area->addItem(QStringLiteral("%1  %2").arg(areaName(it.key())).arg(it.value()), it.key());
    m_area->setCurrentIndex(qMax(0, m_area->findData(chosen)));
}

void FindingsPanel::refresh()
{
    m_busy = true;
    m_tree->keepFolds();
    refreshAreas();
    m_filter.about.reset();
    if (m_selectionOnly->isChecked())
        m_filter.about = idsAround(m_editor.design(), m_editor.selection());
    std::vector<Finding> all = m_analysis.report().findings;
    const std::vector<Finding> ofDrawing = m_lint.findings();
    all.insert(all.end(), ofDrawing.begin(), ofDrawing.end());
    m_model->show(std::move(all), m_editor.design(), m_filter);
    m_tree->restoreFolds();
    const QModelIndex current = m_model->find(m_current);
    if (current.isValid())
        m_tree->setCurrentIndex(current);
    m_details->show(m_model->findingAt(current));
    m_busy = false;
    const bool any = m_model->counts().open() + m_model->counts().waived > 0 || !m_model->isEmpty();
    m_pages->setCurrentIndex(!m_model->isEmpty() ? 0 : any ? 2 : 1);
    m_details->setVisible(any);
    refreshChips();
    emit choiceChanged();
}

void FindingsPanel::refreshChips()
{
    const FindingCounts& counts = m_model->counts();
    const auto dress = [this](QToolButton* chip, const QString& name, int count, Severity severity, bool waived) {
        chip->setText(m_narrow ? QString::number(count) : QStringLiteral("%1  %2").arg(name).arg(count));
        chip->setAccessibleName(QStringLiteral("%1, %2").arg(name).arg(count));
        chip->setToolTip(name);
        chip->setIcon(QIcon(severityPixmap(severity, 13, m_theme.style(), devicePixelRatioF(), waived)));
    };
    dress(m_errors, QStringLiteral("Errors"), counts.errors, Severity::Error, false);
    dress(m_warnings, QStringLiteral("Warnings"), counts.warnings, Severity::Warning, false);
    dress(m_advice, QStringLiteral("Advice"), counts.advice, Severity::Advice, false);
    dress(m_waived, QStringLiteral("Waived"), counts.waived, Severity::Advice, true);
    m_waived->setVisible(counts.waived > 0);
    dress(m_drawing, QStringLiteral("Drawing"), int(m_lint.faults.size()), Severity::Advice, false);
    m_drawing->setToolTip(QStringLiteral("What is wrong with the picture: never counted against the design.\n%1").arg(m_lint.counts.words()));
    m_drawing->setIcon(QIcon(plainMarkPixmap(PlainMark::Picture, 13, m_theme.style(), devicePixelRatioF())));
}

bool FindingsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_bar && event->type() == QEvent::Resize)
        narrowChips();
    return QWidget::eventFilter(watched, event);
}

void FindingsPanel::narrowChips()
{
    const bool narrow = m_bar->width() < roomForWords;
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    for (QComboBox* combo : {static_cast<QComboBox*>(m_area), static_cast<QComboBox*>(m_grouping)}) {
        combo->setMinimumWidth(narrow ? narrowCombo : 0);
        combo->setMaximumWidth(narrow ? narrowCombo : QWIDGETSIZE_MAX);
    }
    m_search->setFixedWidth(narrow ? narrowSearch : wideSearch);
    refreshChips();
}

void FindingsPanel::choose(const QModelIndex& index)
{
    const Finding* finding = m_model->findingAt(index);
    if (!finding) {
        emit choiceChanged();
        return;
    }
    const QString key = findingKey(*finding);
    if (std::exchange(m_current, key) != key)
        emit currentChanged();
    m_details->show(finding);
    emit choiceChanged();
}

QModelIndex FindingsPanel::found(const std::function<QModelIndex()>& look)
{
    QModelIndex index = look();
    if (index.isValid())
        return index;
    // It is there and the filter hides it: whoever asks for it by name wants to see it.
    {
        const QSignalBlocker area(m_area), search(m_search), selection(m_selectionOnly);
        m_area->setCurrentIndex(0);
        m_search->clear();
        m_selectionOnly->setChecked(false);
        for (QToolButton* chip : {m_errors, m_warnings, m_advice, m_waived}) {
            const QSignalBlocker blocker(chip);
            chip->setChecked(true);
        }
    }
    applyFilter();
    return look();
}

void FindingsPanel::setDrawing(const DrawingLint& lint)
{
    const bool same = lint.findings() == m_lint.findings();
    m_lint = lint;
    if (!same)
        refresh();
    else
        refreshChips();
}

void FindingsPanel::revealOf(const Finding& finding)
{
    for (const DrawingFault& fault : m_lint.faults)
        if (fault.finding == finding) {
            emit placeRevealed(finding.subjects, fault.place);
            return;
        }
    emit revealed(finding.subjects);
}

void FindingsPanel::showAbout(const QString& id)
{
    m_tree->goTo(found([&] { return m_model->firstAbout(id); }));
}

void FindingsPanel::showFinding(const QString& rule, const QStringList& subjects)
{
    Finding wanted;
    wanted.rule = rule;
    wanted.subjects = subjects;
    m_tree->goTo(found([&] { return m_model->find(findingKey(wanted)); }));
}

void FindingsPanel::showRule(const QString& rule)
{
    const auto& all = m_analysis.report().findings;
    const auto it = std::find_if(all.begin(), all.end(), [&](const Finding& finding) { return finding.rule == rule; });
    if (it != all.end())
        showFinding(it->rule, it->subjects);
}

void FindingsPanel::step(int by)
{
    const QModelIndex index = m_model->next(m_tree->currentIndex(), by);
    m_tree->goTo(index);
    if (const Finding* finding = m_model->findingAt(index))
        revealOf(*finding);
}

const Finding* FindingsPanel::current() const
{
    return m_model->findingAt(m_tree->currentIndex());
}

void FindingsPanel::waive()
{
    if (current())
        m_details->waiveOrWithdraw();
}

void FindingsPanel::fixAll()
{
    if (const Finding* finding = current(); finding && fixableAlike() > 0)
        emit fixAllAsked(finding->rule);
}

int FindingsPanel::fixableAlike() const
{
    const Finding* finding = current();
    return finding && !finding->waived ? m_details->fixableAlike() : 0;
}

void FindingsPanel::setAuthor(const QString& author)
{
    m_details->setAuthor(author);
}

}  // namespace redoubt
