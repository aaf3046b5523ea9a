// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/quorumstatement.h"
#include "views/estimates/figures/figurepage.h"

class QLabel;
class QToolButton;

namespace redoubt {

class FigureTable;

/// The votes of every cluster and which losses it survives; as words beside the voters on the drawing too.
class QuorumPage : public FigurePage {
    Q_OBJECT

public:
    QuorumPage(const FigureContext& context, QWidget* parent);

    void clearExhibit() override;

signals:
    /// Words for the tooltips of voters, by id.
    void told(const QHash<QString, QString>& tips);
    void clustersCounted(int count);

protected:
    void compute() override;
    [[nodiscard]] bool isWatched() const override { return true; }
    void hideEvent(QHideEvent* event) override;

private:
    void take(std::vector<QuorumStatement> statements);
    [[nodiscard]] QList<QStandardItem*> rowOf(const QuorumLoss& loss, const QuorumStatement& statement) const;
    void draw();

    FigureTable* m_table;
    QToolButton* m_onDrawing;
    QLabel* m_words;
    std::vector<QuorumStatement> m_statements;
};

/// `3 votes, 2 needed; survives the loss of any one`.
[[nodiscard]] QString quorumCaption(const QuorumStatement& statement);

}  // namespace redoubt
