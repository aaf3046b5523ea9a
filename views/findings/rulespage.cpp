// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/rulespage.h"

#include "views/findings/detailsplit.h"
#include "views/findings/explanation.h"
#include "views/findings/findingsmodel.h"
#include "views/findings/packwords.h"
#include "views/findings/rowpainting.h"
#include "views/findings/rowtree.h"
#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr int ruleRole = Qt::UserRole + 1;
constexpr qsizetype mostNamed = 12;  ///< in a caption, which is cut at the end of its line

bool mentions(const Rule& rule, const QString& search)
{
    const QString hay = QStringList {rule.id, rule.title, rule.condition, rule.why, rule.fix, areaName(rule.id), rule.pack}.join(u'\n');
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return hay.contains(word, Qt::CaseInsensitive); });
}

PlainMark markOf(RuleState state)
{
    switch (state) {
    case RuleState::Holds:
        return PlainMark::Check;
    case RuleState::Unknown:
        return PlainMark::Question;
    case RuleState::Off:
        return PlainMark::Cross;
    default:
        return PlainMark::Dash;
    }
}

}  // namespace

RulesPage::RulesPage(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_theme(theme)
    , m_model(new QStandardItemModel(this))
    , m_tree(new RowTree(this))
    , m_pages(new QStackedWidget(this))
    , m_words(new Explanation(this))
    , m_show(new QPushButton(QStringLiteral("Show on the canvas"), this))
    , m_findings(new QPushButton(QStringLiteral("Show the findings"), this))
    , m_search(makeSearch(QStringLiteral("Search rules"), theme, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_tree->setObjectName(QStringLiteral("rulesTree"));
    m_tree->setAccessibleName(QStringLiteral("Rules"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new RowDelegate(
        [this](const QModelIndex& index) -> std::optional<RowWords> {
            const QString id = index.data(ruleRole).toString();
            const Rule* rule = id.isEmpty() ? nullptr : m_analysis.rules().rule(id);
            const RuleVerdict* found = verdict(id);
            return rule && found ? std::optional(wordsOf(*found, *rule)) : std::nullopt;
        },
        theme, m_tree));
    m_pages->addWidget(m_tree);
    m_pages->addWidget(makeEmptyState(QStringLiteral("No rule matches"),
                                      QStringLiteral("Clear the search, or switch on the states that are hidden."), this));
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(makeRule(list));
    column->addWidget(m_pages, 1);
    layout->addWidget(new DetailSplit(list, makeDetails(), this));
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const QString id = index.data(ruleRole).toString(); !id.isEmpty())
            explain(id);
    });
    const auto stale = [this] {
        m_stale = true;
        if (isVisible())
            judge();
    };
    connect(&analysis, &LiveAnalysis::reported, this, stale);
    connect(&analysis, &LiveAnalysis::rulesChanged, this, [this] {
        // Verdicts of rules that are gone must not be shown beside those that came.
        m_verdicts.clear();
        fill();
    });
}

QWidget* RulesPage::makeBar()
{
    auto* bar = new QWidget(this);
    auto* layout = new FlowLayout(bar, 6);
    layout->setContentsMargins(12, 6, 12, 6);
    for (const RuleState state : ruleStates) {
        QToolButton* chip = makeChip(ruleStateWord(state), bar);
        chip->setObjectName(QStringLiteral("chip"));
        chip->setAccessibleName(ruleStateWord(state));
        chip->setChecked(true);
        connect(chip, &QToolButton::toggled, this, &RulesPage::fill);
        layout->addWidget(chip);
        m_chips.insert(int(state), chip);
    }
    m_search->setObjectName(QStringLiteral("rulesSearch"));
    m_search->setFixedWidth(170);
    layout->addWidget(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &RulesPage::fill);
    return bar;
}

QWidget* RulesPage::makeDetails()
{
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_words, 1);
    layout->addWidget(makeRule(side));
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(12, 8, 12, 8);
    actions->setSpacing(8);
    m_show->setObjectName(QStringLiteral("showSatisfied"));
    m_findings->setObjectName(QStringLiteral("showFindings"));
    actions->addWidget(m_show);
    actions->addWidget(m_findings);
    actions->addStretch(1);
    layout->addLayout(actions);
    connect(m_words, &Explanation::revealed, this, [this](const QString& id) { emit revealed({id}); });
    connect(m_words, &Explanation::referenceAsked, this, &RulesPage::referenceAsked);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const RuleVerdict* found = verdict(m_current))
            emit revealed(flattened(found->holding.inOrder));
    });
    connect(m_findings, &QPushButton::clicked, this, [this] { emit findingsAsked(m_current); });
    m_words->addTitle(QStringLiteral("Every rule that the design is judged by"),
                      QStringLiteral("Select one to read what it looks for, and where the design satisfies it."));
    m_words->finish();
    m_show->hide();
    m_findings->hide();
    return side;
}

void RulesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        judge();
}

void RulesPage::judge()
{
    if (m_judging)
        return;  // looked at again when the run under way is done
    m_judging = true;
    m_stale = false;
    m_analysis.ask(
        this,
        [design = m_editor.design(), &catalog = m_analysis.catalog(), report = m_analysis.report()](const RuleSet& rules) {
            return ruleVerdicts(design, catalog, rules, report);
        },
        [this](std::vector<RuleVerdict> verdicts) {
            m_judging = false;
            if (m_stale && isVisible()) {
                judge();
                return;
            }
            m_verdicts = std::move(verdicts);
            fill();
        });
}

const RuleVerdict* RulesPage::verdict(const QString& id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.cend() ? nullptr : &m_verdicts[*it];
}

void RulesPage::countChips()
{
    QHash<int, int> counts;
    for (const RuleVerdict& each : m_verdicts)
        ++counts[int(each.state)];
    for (const RuleState state : ruleStates) {
        QToolButton* chip = m_chips.value(int(state));
        chip->setText(QStringLiteral("%1  %2").arg(ruleStateWord(state)).arg(counts.value(int(state))));
        chip->setVisible(counts.value(int(state)) > 0 || state == RuleState::Broken || state == RuleState::Holds);
    }
}

void RulesPage::fill()
{
    m_index.clear();
    for (size_t i = 0; i < m_verdicts.size(); ++i)
        m_index.insert(m_verdicts[i].rule, i);
    countChips();
    m_tree->keepFolds();
    {
        const QSignalBlocker blocker(m_tree->selectionModel());
        m_model->clear();
    }
    QStandardItem* heading = nullptr;
    QStandardItem* current = nullptr;
    QString area;
    for (const RuleVerdict& each : m_verdicts) {
        const Rule* rule = m_analysis.rules().rule(each.rule);
        if (!rule || !m_chips.value(int(each.state))->isChecked() || !mentions(*rule, m_search->text()))
            continue;
        if (!heading || area != rule->area) {
            area = rule->area;
            heading = new QStandardItem(areaName(rule->id));
            heading->setSelectable(false);
            m_model->appendRow(heading);
        }
        auto* row = new QStandardItem(ruleHeading(*rule, each.state));
        row->setData(rule->id, ruleRole);
        row->setToolTip(rule->condition);
        row->setAccessibleText(QStringLiteral("%1: %2").arg(ruleHeading(*rule, each.state), ruleStateWord(each.state)));
        heading->appendRow(row);
        if (rule->id == m_current)
            current = row;
    }
    m_tree->restoreFolds();
    m_pages->setCurrentIndex(m_model->rowCount() > 0 || m_verdicts.empty() ? 0 : 1);
    if (current)
        m_tree->goTo(current->index());
    if (!m_current.isEmpty() && verdict(m_current))
        explain(m_current);
}

QString RulesPage::captionOf(const RuleVerdict& found, const Rule& rule) const
{
    const auto names = [this](const QString& words, const std::vector<QStringList>& things) {
        QStringList list;
        for (const QString& id : flattened(things).mid(0, mostNamed))
            list << m_editor.design().displayName(id);
        return list.isEmpty() ? QString() : words.arg(list.join(QStringLiteral(", ")));
    };
    QString caption;
    if (found.state == RuleState::Holds)
        caption = names(QStringLiteral("In order: %1"), found.holding.inOrder);
    else if (found.state == RuleState::Unknown)
        caption = names(QStringLiteral("A value is missing: %1"), found.holding.unknown);
    return caption.isEmpty() ? rule.condition : caption;
}

RowWords RulesPage::wordsOf(const RuleVerdict& found, const Rule& rule) const
{
    QString state = ruleStateWord(found.state);
    if (found.findings > 0)
        state = counted(found.findings, QStringLiteral("finding"), QStringLiteral("findings"));
    const bool severe = found.state == RuleState::Broken || found.state == RuleState::Waived;
    return {ruleHeading(rule, found.state), captionOf(found, rule), rule.id, state,
            found.state == RuleState::NotApplicable || found.state == RuleState::Off,
            [this, severe, state = found.state, severity = rule.severity](QPainter& painter, const QRectF& rect) {
                if (severe)
                    paintSeverity(painter, severity, rect, m_theme.style(), state == RuleState::Waived);
                else
                    paintPlainMark(painter, markOf(state), rect, m_theme.style());
            }};
}

void RulesPage::explain(const QString& id)
{
    const Rule* rule = m_analysis.rules().rule(id);
    const RuleVerdict* found = verdict(id);
    if (!rule || !found)
        return;
    m_current = id;
    // A report that says the same again leaves the words, and how far they are scrolled, alone.
    const QString told = QStringList {id, QString::number(int(found->state)), QString::number(found->findings),
                                      flattened(found->holding.broken).join(u','), flattened(found->holding.inOrder).join(u','),
                                      flattened(found->holding.unknown).join(u',')}.join(u'|');
    if (std::exchange(m_told, told) == told)
        return;
    m_words->clear();
    m_words->addTitle(ruleHeading(*rule, found->state), {});
    m_words->addBlock(QStringLiteral("What the rule looks for"), rule->condition);
    explainThings(*found);
    m_words->addRule(*rule);
    m_words->addBlock(QStringLiteral("Rule"),
                      QStringLiteral("%1 · %2 · %3").arg(rule->id, areaName(rule->id), severityWord(rule->severity))
                          + (rule->pack.isEmpty() ? QString() : QStringLiteral(" · from the rule pack %1").arg(rule->pack)));
    for (const RulePack& pack : m_analysis.rules().packs)
        for (const RuleChange& change : pack.changes)
            if (change.rule == id)
                m_words->addBlock(QStringLiteral("Changed by the rule pack %1").arg(pack.name), changeWords(change));
    m_words->finish();
    m_show->setVisible(!found->holding.inOrder.empty());
    m_findings->setVisible(found->findings > 0 || found->state == RuleState::Waived);
}

void RulesPage::explainThings(const RuleVerdict& found)
{
    const Design& design = m_editor.design();
    switch (found.state) {
    case RuleState::NotApplicable:
        m_words->addBlock(QStringLiteral("In this design"), QStringLiteral("Nothing here is of the kind that the rule speaks of."));
        break;
    case RuleState::Off: {
        const RulePack* pack = m_analysis.rules().offBy(found.rule);
        m_words->addBlock(QStringLiteral("In this design"),
                          pack ? QStringLiteral("Not judged: the rule pack %1 switches the rule off.").arg(pack->name)
                               : QStringLiteral("Not judged: the rule is switched off."));
        break;
    }
    default:
        m_words->addThings(QStringLiteral("Broken by"), design, flattened(found.holding.broken));
        m_words->addThings(QStringLiteral("Satisfied by"), design, flattened(found.holding.inOrder));
        m_words->addThings(QStringLiteral("Not known for, since a value is missing"), design, flattened(found.holding.unknown));
    }
}

void RulesPage::showRule(const QString& id)
{
    m_current = id;
    for (QToolButton* chip : std::as_const(m_chips)) {
        const QSignalBlocker blocker(chip);
        chip->setChecked(true);
    }
    m_search->clear();
    fill();
}

}  // namespace redoubt
