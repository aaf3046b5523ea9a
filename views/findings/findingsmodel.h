// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/findingcounts.h"
#include "model/analysis/report.h"
#include "model/design/design.h"
#include "model/rules/rule.h"

#include <QAbstractItemModel>
#include <QSet>
#include <optional>

namespace redoubt {

enum class FindingGrouping { Severity, Area, Element };

/// Which findings are shown, and under which headings.
struct FindingsFilter {
    bool errors = true;
    bool warnings = true;
    bool advice = true;
    bool waived = true;
    bool drawing = false;  ///< what is wrong with the picture
    QString search;
    QString area;  ///< `SQL`; empty: every area
    std::optional<QSet<QString>> about;  ///< only findings about one of these; see `idsAround`
    FindingGrouping grouping = FindingGrouping::Severity;
};

struct FindingsGroup {
    QString title;
    std::vector<int> findings;  ///< indices into the report
};
[[nodiscard]] std::vector<FindingsGroup> groupFindings(const std::vector<Finding>& findings, const Design& design,
                                                       const FindingsFilter& filter);
/// What stays the same between two reports: rule and subjects.
[[nodiscard]] QString findingKey(const Finding& finding);
/// The area of a rule id in words: `SQL` is `SQL Server and availability groups`.
[[nodiscard]] QString areaName(const QString& ruleId);

/// The area's id: `SQL` of `SQL-003`.
[[nodiscard]] QString areaOf(const QString& ruleId);
/// What a selection is about: itself, what stands in it, and the groups of these.
[[nodiscard]] QSet<QString> idsAround(const Design& design, const QStringList& selection);

/// Headings and findings as a tree.
class FindingsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit FindingsModel(QObject* parent = nullptr);

    void show(std::vector<Finding> findings, const Design& design, const FindingsFilter& filter);

    /// Null for a heading.
    [[nodiscard]] const Finding* findingAt(const QModelIndex& index) const;
    [[nodiscard]] QString groupTitle(const QModelIndex& index) const;
    [[nodiscard]] int groupSize(const QModelIndex& index) const;
    /// The names of what it is about, as people say them.
    [[nodiscard]] QString subjectNames(const Finding& finding) const;
    [[nodiscard]] QModelIndex find(const QString& key) const;
    /// The first finding about this id; invalid when there is none.
    [[nodiscard]] QModelIndex firstAbout(const QString& id) const;
    /// The next (or previous) finding in the order of the rows, round the end.
    [[nodiscard]] QModelIndex next(const QModelIndex& from, int step) const;
    [[nodiscard]] const FindingCounts& counts() const { return m_counts; }
    [[nodiscard]] bool isEmpty() const { return m_groups.empty(); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Finding> m_findings;
    std::vector<FindingsGroup> m_groups;
    FindingCounts m_counts;
    QHash<QString, QString> m_names;  ///< of the subjects, by id
};

}  // namespace redoubt
