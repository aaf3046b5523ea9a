// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/samereport.h"

#include <QRegularExpression>
#include <cmath>

namespace redoubt {

namespace {

constexpr double exactness = 1e-12;

class Reading {
public:
    Reading(const Report& report, QHash<QString, QString> oldIds) : m_report(report), m_oldIds(std::move(oldIds)) {}

    QStringList findings() const
    {
        QStringList result;
        for (const Finding& finding : m_report.findings)
            result << finding.rule + u' ' + severityId(finding.severity) + u' ' + ids(finding.subjects) + QStringLiteral(": ")
                    + words(finding.message);
        result.sort();
        return result;
    }

    QStringList services() const
    {
        QStringList result;
        for (const ServiceEstimate& service : m_report.services) {
            QStringList cuts, notes;
            for (const QStringList& cut : service.cutSets)
                cuts << ids(cut);
            cuts.sort();
            for (const QString& note : service.notes)
                notes << words(note);
            notes.sort();
            result << QStringList{serviceId(service), words(service.name), ids(service.components), ids(service.singlePoints),
                                  cuts.join(QStringLiteral("; ")), notes.join(QStringLiteral("; "))}.join(QStringLiteral(" | "));
        }
        result.sort();
        return result;
    }

    QMap<QString, QList<double>> figures() const
    {
        QMap<QString, QList<double>> result;
        for (const ServiceEstimate& service : m_report.services)
            result[serviceId(service)] = {service.automatic, service.withManualFailover, 1 - service.downtimeMinutesYear / 525600};
        for (const TenantBudget& tenant : m_report.dsv)
            result[m_oldIds.value(tenant.tenant, tenant.tenant) + QStringLiteral(" calls")] = {
                double(tenant.intervals), double(tenant.secrets), tenant.best, tenant.expected, tenant.worst, tenant.ceiling, tenant.reserve,
                tenant.limitCalls.value_or(-1), tenant.limitSecrets.value_or(-1), tenant.otherSecrets, tenant.staleShare, double(tenant.verdict)};
        return result;
    }

private:
    QString ids(const QStringList& list) const
    {
        QStringList result;
        for (const QString& id : list)
            result << m_oldIds.value(id, id);
        result.sort();
        return result.join(u' ');
    }

    QString serviceId(const ServiceEstimate& service) const
    {
        const QString of = service.id.section(u'@', 1);
        return service.id.section(u'@', 0, 0) + u'@' + m_oldIds.value(of, of);
    }

    /// What a sentence is made of: the things it lists may be said in another order.
    /// Words without the marks between them: which item of a list stands before a colon is not said alike.
    static QString words(const QString& sentence)
    {
        static const QRegularExpression gaps(QStringLiteral("[\\s,;:.]+"));
        QStringList result = sentence.split(gaps, Qt::SkipEmptyParts);
        result.sort();
        return result.join(u' ');
    }

    const Report& m_report;
    const QHash<QString, QString> m_oldIds;
};

QString firstApart(const QStringList& a, const QStringList& b)
{
    for (const QString& each : a)
        if (!b.contains(each))
            return QStringLiteral("only in the first: ") + each;
    for (const QString& each : b)
        if (!a.contains(each))
            return QStringLiteral("only in the second: ") + each;
    return a.size() == b.size() ? QString() : QStringLiteral("said more often in one of them");
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= exactness * std::max({1.0, std::abs(a), std::abs(b)});
}

}  // namespace

QString difference(const Report& first, const Report& second, const QHash<QString, QString>& oldIds)
{
    const Reading a(first, {}), b(second, oldIds);
    if (const QString apart = firstApart(a.services(), b.services()); !apart.isEmpty())
        return apart;
    const auto figures = a.figures(), others = b.figures();
    for (auto it = figures.cbegin(); it != figures.cend(); ++it)
        if (const auto other = others.value(it.key());
            !std::equal(it->cbegin(), it->cend(), other.cbegin(), other.cend(), isNear))
            return QStringLiteral("figures of %1").arg(it.key());
    if (figures.size() != others.size())
        return QStringLiteral("one has figures that the other lacks");
    return firstApart(a.findings(), b.findings());
}

QString difference(const std::vector<Nearness>& first, const std::vector<Nearness>& second)
{
    for (size_t i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i >= first.size() || i >= second.size() || first[i].reference != second[i].reference)
            return QStringLiteral("another order of the reference designs");
        QStringList a, b;
        for (const Difference& each : first[i].differences)
            a << each.text;
        for (const Difference& each : second[i].differences)
            b << each.text;
        if (a != b || !isNear(first[i].distance, second[i].distance) || !isNear(first[i].likeness, second[i].likeness))
            return first[i].reference + QStringLiteral(": ") + a.join(QStringLiteral("; ")) + QStringLiteral(" against ") + b.join(QStringLiteral("; "));
    }
    return {};
}

}  // namespace redoubt
