// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/budget/budgetpage.h"

#include "views/estimates/budget/budgetchart.h"
#include "views/estimates/budget/secretgroups.h"
#include "views/estimates/budgetcard.h"
#include "views/inspector/propertyform.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace redoubt {

namespace {

QLabel* number(const QString& text, const char* tone, QWidget* parent)
{
    QLabel* label = makeLabel(text, tone, parent);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

/// Whole calls, as people count them; a figure that is not whole keeps one digit.
QString callsText(double calls)
{
    const bool whole = std::abs(calls - std::round(calls)) < 0.05;
    return whole || std::abs(calls) >= 1000 ? countText(calls) : QString::number(calls, 'f', 1);
}

}  // namespace

BudgetPage::BudgetPage(const FigureContext& context, QWidget* parent)
    : FigurePage(context, parent)
    , m_verdict(makeLabel({}, "", this))
    , m_sentence(makeText({}, "", this))
    , m_figures(new QWidget(this))
    , m_sum(new QGridLayout)
    , m_chart(new BudgetChart(context.theme, this))
    , m_levers(new QVBoxLayout)
    , m_groups(new SecretGroups(context, this))
    , m_inputs(new QWidget(this))
    , m_formula(new QVBoxLayout)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("panelBody"));
    scroll->setWidget(body);
    outer->addWidget(scroll);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(12, 8, 12, 14);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->setSpacing(10);
    m_verdict->setObjectName(QStringLiteral("budgetVerdict"));
    m_sentence->setObjectName(QStringLiteral("budgetSentence"));
    top->addWidget(m_verdict);
    top->addWidget(m_sentence, 1);
    column->addLayout(top);
    auto* middle = new QHBoxLayout(m_figures);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(20);
    auto* left = new QVBoxLayout;
    m_sum->setHorizontalSpacing(14);
    m_sum->setVerticalSpacing(3);
    left->addLayout(m_sum);
    left->addStretch(1);
    middle->addLayout(left);
    middle->addWidget(m_chart, 1);
    column->addWidget(m_figures);
    m_levers->setSpacing(4);
    column->addLayout(m_levers);
    column->addWidget(makeLabel(QStringLiteral("Mapped secrets"), "section", body));
    column->addWidget(m_groups);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(24);
    auto* inputs = new QVBoxLayout(m_inputs);
    inputs->setContentsMargins(0, 0, 0, 0);
    inputs->addWidget(makeLabel(QStringLiteral("What else it follows from"), "section", m_inputs));
    m_inputs->setMinimumWidth(300);
    bottom->addWidget(m_inputs, 1, Qt::AlignTop);
    auto* words = new QWidget(body);
    words->setLayout(m_formula);
    m_formula->setContentsMargins(0, 0, 0, 0);
    m_formula->setSpacing(5);
    bottom->addWidget(words, 1, Qt::AlignTop);
    column->addLayout(bottom);
    column->addStretch(1);
}

void BudgetPage::makeForm()
{
    const Element* element = m_context.editor.design().element({subject()});
    const ElementKind* kind = element ? m_context.editor.catalog().kind(element->kind) : nullptr;
    if (m_form || !kind)
        return;
    std::vector<PropertyDef> properties;
    for (const PropertyDef& def : kind->properties)
        if ((def.section == QLatin1String("Call budget") && def.id != QLatin1String("mapped") && def.type != PropertyType::Bool)
            || def.id == QLatin1String("plan") || def.id == QLatin1String("mapped-in-one-go"))
            properties.push_back(def);
    m_form = new PropertyForm(properties, [this](const PropertyDef& def) {
        FieldState state;
        const Element* tenant = m_context.editor.design().element({subject()});
        if (const PropertyValue* given = tenant ? redoubt::find(tenant->properties, def.id) : nullptr)
            state.given = *given;
        state.fallback = def.defaultValue;
        return state;
    }, {m_context.editor, m_context.theme}, false, m_inputs);
    m_form->setObjectName(QStringLiteral("budgetInputs"));
    m_inputs->layout()->addWidget(m_form);
    connect(m_form, &PropertyForm::edited, this, [this](const QString& key, const std::optional<PropertyValue>& value) {
        m_context.editor.setProperty({subject()}, key, value);
    });
    connect(m_form, &PropertyForm::finished, this, [this] { m_context.editor.endMerge(); });
}

void BudgetPage::compute()
{
    makeForm();
    m_context.desk.ask(this, [tenant = ElementId {subject()}](const Topology& topology) {
        Answer answer {budgetStory(topology, tenant), {}};
        if (answer.story)
            answer.levers = leversOf(topology, tenant, *answer.story);
        return answer;
    }, [this](const Answer& answer) { take(answer); });
}

void BudgetPage::take(const Answer& answer)
{
    const bool known = answer.story.has_value();
    m_figures->setVisible(known);
    m_verdict->setVisible(known);
    clearLayout(m_formula);
    clearLayout(m_levers);
    m_groups->show({subject()}, known ? &*answer.story : nullptr);
    if (m_form)
        m_form->refresh();
    if (!known) {
        m_sentence->setText(QStringLiteral("Give the synchronisation interval, a number above 0 minutes: the calls follow from it."));
        return;
    }
    showVerdict(*answer.story);
    showSum(*answer.story);
    m_chart->show(*answer.story);
    showLevers(answer.levers);
    showFormula(*answer.story);
}

void BudgetPage::showVerdict(const BudgetStory& story)
{
    const Style& style = m_context.theme.style();
    const TenantBudget& budget = story.budget;
    const bool fits = budget.verdict == BudgetVerdict::Fits, average = budget.verdict == BudgetVerdict::FitsOnAverage;
    const QColor fill = fits ? style.goodFill : average ? style.warningFill : style.errorFill;
    m_verdict->setText(verdictWords(budget.verdict));
    m_verdict->setStyleSheet(QStringLiteral("color: %1; background: %2; border-radius: 8px; padding: 2px 10px; font-weight: 600;")
                                 .arg(readable(fits ? style.good : average ? style.warning : style.error, fill, 4.5).name(), fill.name()));
    QStringList parts;
    if (budget.limitCalls) {
        const double over = budget.expected - *budget.limitCalls, worstOver = budget.worst - *budget.limitCalls;
        parts << (over > 0        ? QStringLiteral("An expected month is %1 calls over the plan's %2.").arg(countText(over), countText(*budget.limitCalls))
                  : worstOver > 0 ? QStringLiteral("The worst month is %1 calls over the plan's %2.").arg(countText(worstOver), countText(*budget.limitCalls))
                                  : QStringLiteral("The worst month takes %1 % of the plan's calls.").arg(100 * story.worstShare.value_or(0), 0, 'f', 1));
        if (story.secretsLeft && *story.secretsLeft < 0)
            parts << QStringLiteral("%1 secrets too many.").arg(countText(-*story.secretsLeft));
    } else {
        parts << QStringLiteral("A paid plan has no limit to compare with.");
    }
    parts << QStringLiteral("A copy is older than its secret %1 % of the time.").arg(100 * budget.staleShare, 0, 'g', 2);
    m_sentence->setText(parts.join(QLatin1Char(' ')));
}

void BudgetPage::showSum(const BudgetStory& story)
{
    clearLayout(m_sum);
    int row = 0;
    const auto line = [&](const QString& name, const CallRange& calls, const char* tone) {
        m_sum->addWidget(makeLabel(name, tone, this), row, 0);
        m_sum->addWidget(number(callsText(calls.best), tone, this), row, 1);
        m_sum->addWidget(number(callsText(calls.expected), tone, this), row, 2);
        m_sum->addWidget(number(callsText(calls.worst), tone, this), row, 3);
        ++row;
    };
    const auto rule = [&] { m_sum->addWidget(makeRule(this), row++, 0, 1, 4); };
    const QStringList heads {QStringLiteral("Calls a month"), QStringLiteral("Best"), QStringLiteral("Expected"), QStringLiteral("Worst")};
    for (int i = 0; i < heads.size(); ++i)
        m_sum->addWidget(i == 0 ? makeLabel(heads[i], "caption", this) : number(heads[i], "caption", this), row, i);
    ++row;
    for (const BudgetPart& part : story.parts)
        line(part.name, part.calls, "secondary");
    rule();
    line(QStringLiteral("In all"), {story.budget.best, story.budget.expected, story.budget.worst}, "section");
    if (story.callsLeft)
        line(QStringLiteral("Head-room, calls"), *story.callsLeft, "secondary");
    rule();
    const auto single = [&](const QString& name, const QString& value, const QString& tip) {
        QLabel* label = makeLabel(name, "secondary", this);
        label->setToolTip(tip);
        m_sum->addWidget(label, row, 0, 1, 3);
        m_sum->addWidget(number(value, "secondary", this), row++, 3);
    };
    single(QStringLiteral("Ceiling"), countText(story.budget.ceiling), QStringLiteral("If everything changed in every interval"));
    single(QStringLiteral("Intervals a month"), countText(double(story.budget.intervals)), QStringLiteral("Of 43,200 minutes"));
    if (story.secretsLeft)
        single(QStringLiteral("Head-room, secrets"), countText(*story.secretsLeft), QStringLiteral("The plan's secrets without those mapped and the others"));
}

void BudgetPage::showLevers(const std::vector<Lever>& levers)
{
    if (levers.empty())
        return;
    m_levers->addWidget(makeLabel(QStringLiteral("What can be turned"), "section", this));
    int index = 0;
    for (const Lever& lever : levers) {
        auto* row = new QWidget(this);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(12);
        layout->addWidget(makeText(lever.words, "", row), 1);
        if (!lever.patch.isEmpty()) {
            layout->addWidget(makeLabel(QStringLiteral("worst %1, %2").arg(countText(lever.worst), verdictWords(lever.verdict)), "secondary", row));
            auto* apply = new QPushButton(QStringLiteral("Apply"), row);
            apply->setObjectName(QStringLiteral("applyLever%1").arg(index));
            apply->setAccessibleName(lever.step);
            layout->addWidget(apply);
            connect(apply, &QPushButton::clicked, this, [this, lever] {
                m_context.editor.endMerge();
                m_context.editor.apply(lever.patch, lever.step);
            });
        }
        ++index;
        m_levers->addWidget(row);
    }
}

void BudgetPage::showFormula(const BudgetStory& story)
{
    m_formula->addWidget(makeLabel(QStringLiteral("How the calls come about"), "section", this));
    for (const QString& line : story.formula)
        m_formula->addWidget(makeText(line, "secondary", this));
}

}  // namespace redoubt
