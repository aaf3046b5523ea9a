// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/sweep.h"
#include "model/design/design.h"
#include "views/render/style.h"

#include <QAbstractTableModel>

namespace redoubt {

/// What is shown of a sweep.
struct SweepFilter {
    QString words;  ///< each of them in the name of something that fails
    bool singles = true, doubles = true;
    QSet<ServiceState> states;  ///< of the service that is looked at
};

/// A sweep as a table: what fails, then each service; the one that is looked at comes first, and what hits it hardest on
/// top.
class SweepModel : public QAbstractTableModel {
    Q_OBJECT

public:
    SweepModel(const Style& style, QObject* parent) : QAbstractTableModel(parent), m_style(&style) {}

    void setStyle(const Style& style) { m_style = &style; }
    /// `names`: of the services, by id.
    void show(FailureSweep sweep, const Design& design, const QHash<QString, QString>& names, const QString& service);
    void filter(const SweepFilter& filter);
    [[nodiscard]] int countOf(ServiceState state) const;  ///< of the service that is looked at, everything unfiltered

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        const SweepVerdict* verdict;
        QString name;
        QString folded;  ///< the name, for looking up
    };
    [[nodiscard]] ServiceState stateAt(const Entry& entry, int service) const { return entry.verdict->states[size_t(m_order[service])]; }
    void build(const Design& design);

    const Style* m_style;
    FailureSweep m_sweep;
    QStringList m_names;   ///< of the services, in the order of the columns
    QList<int> m_order;    ///< column to service of the sweep
    std::vector<Entry> m_entries;
    std::vector<size_t> m_shown;
    SweepFilter m_filter;
};

}  // namespace redoubt
