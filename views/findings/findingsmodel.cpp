// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingsmodel.h"

#include "model/design/edits.h"
#include "views/parts/severitymark.h"

namespace redoubt {

namespace {

constexpr quintptr headingId = std::numeric_limits<quintptr>::max();

bool passes(const Finding& finding, const QHash<QString, QString>& names, const FindingsFilter& filter)
{
    if (finding.ofDrawing) {
        if (!filter.drawing)
            return false;
    } else if (finding.waived) {
        if (!filter.waived)
            return false;
    } else {
        const bool shown = finding.severity == Severity::Error ? filter.errors
            : finding.severity == Severity::Warning            ? filter.warnings
                                                               : filter.advice;
        if (!shown)
            return false;
    }
    if (!filter.area.isEmpty() && areaOf(finding.rule) != filter.area)
        return false;
    if (filter.about && std::none_of(finding.subjects.begin(), finding.subjects.end(),
                                     [&](const QString& id) { return filter.about->contains(id); }))
        return false;
    QString hay = QStringList {finding.rule, finding.title, finding.message, areaName(finding.rule)}.join(QLatin1Char('\n'));
    for (const QString& id : finding.subjects)
        hay += QLatin1Char('\n') + id + QLatin1Char('\n') + names.value(id);
    const QStringList words = filter.search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return hay.contains(word, Qt::CaseInsensitive); });
}

QHash<QString, QString> namesOf(const std::vector<Finding>& findings, const Design& design)
{
    QHash<QString, QString> names;
    for (const Finding& finding : findings) {
        for (const QString& id : finding.subjects) {
            if (!names.contains(id))
                names.insert(id, design.displayName(id));
        }
    }
    return names;
}

QString headingOf(const Finding& finding, const QHash<QString, QString>& names, FindingGrouping grouping)
{
    if (grouping == FindingGrouping::Area)
        return areaName(finding.rule);
    if (grouping == FindingGrouping::Element)
        return finding.subjects.isEmpty() ? QStringLiteral("The design") : names.value(finding.subjects.first());
    if (finding.ofDrawing)
        return QStringLiteral("Drawing");
    if (finding.waived)
        return QStringLiteral("Waived");
    switch (finding.severity) {
    case Severity::Error:
        return QStringLiteral("Errors");
    case Severity::Warning:
        return QStringLiteral("Warnings");
    case Severity::Advice:
        break;
    }
    return QStringLiteral("Advice");
}

}  // namespace

std::vector<FindingsGroup> groupFindings(const std::vector<Finding>& findings, const Design& design, const FindingsFilter& filter)
{
    const QHash<QString, QString> names = namesOf(findings, design);
    std::vector<int> order;
    for (int i = 0; i < int(findings.size()); ++i) {
        if (passes(findings[size_t(i)], names, filter))
            order.push_back(i);
    }
    // Waived ones come last whatever their severity, and behind them what is no finding about the design.
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const Finding& x = findings[size_t(a)];
        const Finding& y = findings[size_t(b)];
        if (x.ofDrawing != y.ofDrawing)
            return y.ofDrawing;
        if (x.waived != y.waived)
            return y.waived;
        return x.severity < y.severity;
    });
    std::vector<FindingsGroup> groups;
    for (const int i : order) {
        const QString title = headingOf(findings[size_t(i)], names, filter.grouping);
        auto it = std::find_if(groups.begin(), groups.end(), [&](const FindingsGroup& g) { return g.title == title; });
        if (it == groups.end())
            it = groups.insert(groups.end(), FindingsGroup {title, {}});
        it->findings.push_back(i);
    }
    return groups;
}

QString findingKey(const Finding& finding)
{
    return finding.rule + QLatin1Char('|') + finding.subjects.join(QLatin1Char(','));
}

QString areaName(const QString& ruleId)
{
    static const QHash<QString, QString> names {
        {QStringLiteral("GEN"), QStringLiteral("Drawing and naming")},
        {QStringLiteral("DRAW"), QStringLiteral("The picture")},
        {QStringLiteral("SITE"), QStringLiteral("Sites")},
        {QStringLiteral("LB"), QStringLiteral("Load balancers")},
        {QStringLiteral("WEB"), QStringLiteral("Secret Server web tier")},
        {QStringLiteral("SQL"), QStringLiteral("SQL Server and availability groups")},
        {QStringLiteral("QRM"), QStringLiteral("Quorum and witness")},
        {QStringLiteral("RMQ"), QStringLiteral("Message broker")},
        {QStringLiteral("DE"), QStringLiteral("Distributed engines")},
        {QStringLiteral("SR"), QStringLiteral("Session recording")},
        {QStringLiteral("PM"), QStringLiteral("Privilege Manager")},
        {QStringLiteral("DSV"), QStringLiteral("DevOps Secrets Vault")},
        {QStringLiteral("SSC"), QStringLiteral("Secret Server Cloud")},
        {QStringLiteral("NPS"), QStringLiteral("Netwrix Privilege Secure")},
        {QStringLiteral("NET"), QStringLiteral("Network exposure")},
        {QStringLiteral("SLA"), QStringLiteral("Availability")},
    };
    const QString area = areaOf(ruleId);
    return names.value(area, area);
}

QString areaOf(const QString& ruleId)
{
    return ruleId.section(QLatin1Char('-'), 0, 0);
}

QSet<QString> idsAround(const Design& design, const QStringList& selection)
{
    QSet<QString> ids = edits::withContents(design, selection);
    for (const QString& id : selection)
        ids.insert(id);
    const QSet<QString> members = ids;
    for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it)
        for (const GroupMember& member : it.value()->members)
            if (members.contains(member.element.value))
                ids.insert(it.key().value);
    return ids;
}

FindingsModel::FindingsModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void FindingsModel::show(std::vector<Finding> findings, const Design& design, const FindingsFilter& filter)
{
    beginResetModel();
    m_findings = std::move(findings);
    m_counts = countFindings(m_findings);
    m_names = namesOf(m_findings, design);
    m_groups = groupFindings(m_findings, design, filter);
    endResetModel();
}

const Finding* FindingsModel::findingAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == headingId)
        return nullptr;
    return &m_findings[size_t(m_groups[size_t(index.internalId())].findings[size_t(index.row())])];
}

QString FindingsModel::groupTitle(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() == headingId ? m_groups[size_t(index.row())].title : QString();
}

int FindingsModel::groupSize(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() == headingId ? int(m_groups[size_t(index.row())].findings.size()) : 0;
}

QString FindingsModel::subjectNames(const Finding& finding) const
{
    QStringList names;
    for (const QString& id : finding.subjects)
        names.append(m_names.value(id, id));
    return names.join(QStringLiteral(", "));
}

QModelIndex FindingsModel::find(const QString& key) const
{
    for (int g = 0; g < int(m_groups.size()); ++g) {
        for (int i = 0; i < int(m_groups[size_t(g)].findings.size()); ++i) {
            if (findingKey(m_findings[size_t(m_groups[size_t(g)].findings[size_t(i)])]) == key)
                return index(i, 0, index(g, 0));
        }
    }
    return {};
}

QModelIndex FindingsModel::firstAbout(const QString& id) const
{
    QModelIndex also;
    for (int g = 0; g < int(m_groups.size()); ++g) {
        for (int i = 0; i < int(m_groups[size_t(g)].findings.size()); ++i) {
            const Finding& finding = m_findings[size_t(m_groups[size_t(g)].findings[size_t(i)])];
            if (!finding.subjects.isEmpty() && finding.subjects.first() == id)
                return index(i, 0, index(g, 0));
            if (!also.isValid() && finding.subjects.contains(id))
                also = index(i, 0, index(g, 0));
        }
    }
    return also;
}

QModelIndex FindingsModel::next(const QModelIndex& from, int step) const
{
    QModelIndexList rows;
    for (int g = 0; g < int(m_groups.size()); ++g) {
        for (int i = 0; i < int(m_groups[size_t(g)].findings.size()); ++i)
            rows.append(index(i, 0, index(g, 0)));
    }
    if (rows.isEmpty())
        return {};
    const qsizetype at = rows.indexOf(from);
    if (at < 0)
        return step > 0 ? rows.first() : rows.last();
    return rows[(at + step + rows.size()) % rows.size()];
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : headingId);
}

QModelIndex FindingsModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == headingId)
        return {};
    return createIndex(int(index.internalId()), 0, headingId);
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == headingId ? int(m_groups[size_t(parent.row())].findings.size()) : 0;
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    const Finding* finding = findingAt(index);
    if (role == Qt::DisplayRole)
        return finding ? finding->title : groupTitle(index);
    if (role == Qt::AccessibleTextRole && finding)
        return QStringLiteral("%1: %2").arg(finding->ofDrawing ? QStringLiteral("Drawing") : severityWord(finding->severity), finding->message);
    if (role == Qt::ToolTipRole && finding)
        return finding->message;
    return {};
}

}  // namespace redoubt
