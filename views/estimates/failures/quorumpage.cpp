// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/failures/quorumpage.h"

#include "model/design/names.h"
#include "views/estimates/figures/figurerow.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace redoubt {

namespace {

constexpr int LostRole = Qt::UserRole + 50;

QString votesText(int votes)
{
    return votes == 1 ? QStringLiteral("1 vote") : QStringLiteral("%1 votes").arg(votes);
}

bool survivesAny(const std::vector<QuorumLoss>& losses)
{
    return std::all_of(losses.begin(), losses.end(), [](const QuorumLoss& loss) { return loss.survives; });
}

}  // namespace

QString quorumCaption(const QuorumStatement& statement)
{
    if (statement.diskOnly)
        return QStringLiteral("the disk witness decides alone");
    const QString votes = QStringLiteral("%1, %2 needed").arg(votesText(statement.total)).arg(statement.majority);
    const auto sites = std::count_if(statement.sites.begin(), statement.sites.end(), [](const QuorumLoss& loss) { return loss.survives; });
    if (!survivesAny(statement.voterLosses))
        return votes + QStringLiteral("; one loss can stop it");
    return statement.sites.size() > 1 && size_t(sites) == statement.sites.size()
        ? votes + QStringLiteral("; survives any voter, any site")
        : votes + QStringLiteral("; survives any voter");
}

QuorumPage::QuorumPage(const FigureContext& context, QWidget* parent)
    : FigurePage(context, parent)
    , m_table(new FigureTable(context.theme, QStringLiteral("quorum"), this))
    , m_onDrawing(makeChip(QStringLiteral("Show on the drawing"), this))
    , m_words(makeLabel(QStringLiteral("A cluster keeps its database up while more than half of its votes are there."), "caption", this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_table->setRootIsDecorated(true);
    m_table->items().setHorizontalHeaderLabels({QStringLiteral("What is lost"), QStringLiteral("Votes left"), QStringLiteral("At once"), QStringLiteral("One after another")});
    m_table->items().horizontalHeaderItem(2)->setToolTip(QStringLiteral("Static votes: everything is lost at the same moment"));
    m_table->items().horizontalHeaderItem(3)->setToolTip(QStringLiteral("Dynamic quorum: the cluster counts anew between the losses"));
    m_table->setWidths({84, 124, 250});
    m_table->setAccessibleName(QStringLiteral("Quorum of the clusters"));
    layout->addWidget(m_table, 1);
    layout->addWidget(makeRule(this));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 12, 5);
    foot->addWidget(m_words, 1);
    m_onDrawing->setAccessibleName(QStringLiteral("Show votes on the drawing"));
    foot->addWidget(m_onDrawing);
    layout->addLayout(foot);
    connect(m_onDrawing, &QToolButton::toggled, this, &QuorumPage::draw);
    connect(m_table, &FigureTable::rowPointed, this, &FigurePage::pointed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &QuorumPage::draw);
}

void QuorumPage::clearExhibit()
{
    m_onDrawing->setChecked(false);
    m_table->setCurrentIndex({});
    draw();
}

void QuorumPage::compute()
{
    m_context.desk.ask(this, [](const Topology& topology) { return quorumStatements(topology); },
                       [this](std::vector<QuorumStatement> statements) { take(std::move(statements)); });
}

QList<QStandardItem*> QuorumPage::rowOf(const QuorumLoss& loss, const QuorumStatement& statement) const
{
    const Style& style = m_context.theme.style();
    FigureRow row = figureRow({Names(m_context.editor.design()).of(loss.lost),
                               QStringLiteral("%1 of %2").arg(loss.votesLeft).arg(statement.total), {}, {}}, loss.lost);
    row.front()->setData(loss.lost, LostRole);
    const auto say = [&](int column, bool survives, const QString& holds, const QString& lost) {
        showState(row, column, survives ? ServiceState::Working : ServiceState::Down, style);
        row[column]->setText(survives ? holds : lost);
    };
    const QString holds = QStringLiteral("quorum holds"), lost = QStringLiteral("quorum is lost");
    say(2, loss.survives, holds, lost);
    if (statement.dynamic)
        say(3, loss.survivesSpaced, holds, lost);
    else
        say(3, loss.survivesSpaced, QStringLiteral("would hold with dynamic quorum"), QStringLiteral("lost also with dynamic quorum"));
    if (!statement.dynamic)
        row[3]->setToolTip(QStringLiteral("Dynamic quorum is not switched on in this design."));
    return row;
}

void QuorumPage::take(std::vector<QuorumStatement> statements)
{
    m_statements = std::move(statements);
    emit clustersCounted(int(m_statements.size()));
    std::vector<FigureRow> rows;
    QHash<QString, QString> tips;
    for (const QuorumStatement& statement : m_statements) {
        FigureRow heading = headingRow(QStringLiteral("%1: %2").arg(statement.name, quorumCaption(statement)), 4);
        heading.front()->setToolTip(statement.sentences.join(QLatin1Char('\n')));
        QStringList voters;
        for (const QuorumStatement::Voter& voter : statement.voters) {
            voters << voter.id;
            tips[voter.id] += (tips.contains(voter.id) ? QStringLiteral("\n") : QString())
                + QStringLiteral("%1%2 in %3 (%4)").arg(voter.witness ? QStringLiteral("Witness, ") : QString(), votesText(voter.votes), statement.name, quorumCaption(statement));
        }
        heading.front()->setData(voters, FigureTable::IdsRole);
        for (const std::vector<QuorumLoss>* losses : {&statement.sites, &statement.voterLosses, &statement.pairs})
            for (const QuorumLoss& loss : *losses)
                heading.front()->appendRow(rowOf(loss, statement));
        rows.push_back(heading);
    }
    m_table->take(rows);
    for (int i = 0; i < m_table->items().rowCount(); ++i)
        m_table->setFirstColumnSpanned(i, {}, true);
    emit told(tips);
    draw();
}

void QuorumPage::draw()
{
    Exhibit exhibit;
    if (m_onDrawing->isChecked())
        for (const QuorumStatement& statement : m_statements)
            for (size_t i = 0; i < statement.voters.size(); ++i) {
                const QuorumStatement::Voter& voter = statement.voters[i];
                // The cluster has no place of its own: its witness speaks for it, else its first voter.
                const bool speaks = statement.hasWitness ? voter.witness : i == 0;
                const QString votes = voter.witness ? QStringLiteral("witness, ") + votesText(voter.votes) : votesText(voter.votes);
                exhibit.notes.push_back({voter.id, Exhibit::Look::Captioned, 1, speaks ? quorumCaption(statement) : votes});
            }
    if (isVisible())
        for (const Exhibit::Note& note : Exhibit::lost(m_table->currentIndex().siblingAtColumn(0).data(LostRole).toStringList()).notes)
            exhibit.notes.push_back(note);
    setExhibit(std::move(exhibit));
}

void QuorumPage::hideEvent(QHideEvent* event)
{
    FigurePage::hideEvent(event);
    m_table->setCurrentIndex({});
    draw();
}

}  // namespace redoubt
