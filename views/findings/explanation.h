// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"
#include "model/rules/rule.h"

#include <QScrollArea>

class QVBoxLayout;

namespace redoubt {

/// A column of words about a rule: what it says, why, what to do, which published designs and documents stand behind it.
/// Filled from the top, anew for each finding or rule.
class Explanation : public QScrollArea {
    Q_OBJECT

public:
    explicit Explanation(QWidget* parent = nullptr);

    void clear();
    void addTitle(const QString& title, const QString& sentence);
    void addBlock(const QString& heading, const QString& text);
    /// Names of things in the design; each shows its place on the canvas.
    void addThings(const QString& heading, const Design& design, const QStringList& ids);
    /// Why, what to do, figures it goes by, published designs, documents.
    void addRule(const Rule& rule);
    /// Closes the column; nothing is added after it.
    void finish();

signals:
    void revealed(const QString& id);
    /// A published design was named: show it.
    void referenceAsked(const QString& id);

private:
    void addFigures(const Rule& rule);
    void addDesigns(const QStringList& patterns);
    void addSources(const QStringList& keys);

    QVBoxLayout* m_column = nullptr;
};

}  // namespace redoubt
