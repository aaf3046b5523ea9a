// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/comparison.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "tests/support/references.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

Design reference(const QString& id)
{
    return readDesign(referenceDesign(id), id, testCatalog()).design;
}

const RuleSet& rules()
{
    static const RuleSet set = builtinRules();
    return set;
}

Comparison compared(const std::vector<const Design*>& designs)
{
    std::vector<ComparedDesign> list;
    for (size_t i = 0; i < designs.size(); ++i)
        list.push_back({u"option %1"_s.arg(i + 1), designs[i]});
    return compareDesigns(list, testCatalog(), rules());
}

const Comparison::Row* rowOf(const Comparison& comparison, const QString& section, const QString& label)
{
    for (const Comparison::Row& row : comparison.rows)
        if (row.section == section && row.label == label)
            return &row;
    return nullptr;
}

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private slots:
    void aDesignDoesNotDifferFromItself()
    {
        for (const ReferenceDesign& each : referenceDesigns()) {
            const Design design = reference(each.id);
            const Comparison comparison = compared({&design, &design, &design});
            QVERIFY(!comparison.rows.empty());
            for (const Comparison::Row& row : comparison.rows) {
                QVERIFY2(!row.differs, qPrintable(each.id + u": "_s + row.label));
                QCOMPARE(row.best, -1);
                QCOMPARE(row.unit == Comparison::Unit::Words ? size_t(row.words.size()) : row.numbers.size(), size_t(3));
            }
        }
    }

    void rowsSayWhatTheDesignsSay()
    {
        const Design a = reference(u"ss-pm-a1"_s), c = reference(u"ss-pm-c3"_s);
        const Comparison comparison = compared({&a, &c});
        const std::vector<const Design*> designs{&a, &c};
        for (size_t i = 0; i < designs.size(); ++i) {
            const Report report = analyse(*designs[i], testCatalog(), rules());
            for (const ServiceEstimate& service : report.services) {
                const auto* row = rowOf(comparison, u"Availability"_s, service.name + u", with manual failover"_s);
                QVERIFY(row && row->numbers[i]);
                QCOMPARE(*row->numbers[i], service.withManualFailover);
            }
            const auto errors = std::count_if(report.findings.begin(), report.findings.end(),
                                              [](const Finding& f) { return !f.waived && f.severity == Severity::Error; });
            QCOMPARE(*rowOf(comparison, u"Findings"_s, u"Errors"_s)->numbers[i], double(errors));
        }
    }

    void theBetterOneIsMarked()
    {
        const Design a = reference(u"ss-pm-a1"_s), c = reference(u"ss-pm-c3"_s);
        const Comparison there = compared({&a, &c}), back = compared({&c, &a});
        const QString label = u"Secret Server sign-in, with manual failover"_s;
        const auto* row = rowOf(there, u"Availability"_s, label);
        QVERIFY(row && row->differs);
        QCOMPARE(row->best, *row->numbers[1] > *row->numbers[0] ? 1 : 0);
        // Swapping the designs swaps the columns and nothing else.
        QCOMPARE(there.rows.size(), back.rows.size());
        for (const Comparison::Row& each : there.rows) {
            const auto* other = rowOf(back, each.section, each.label);
            QVERIFY2(other, qPrintable(each.label));
            QCOMPARE(other->differs, each.differs);
            QCOMPARE(other->best, each.best < 0 ? -1 : 1 - each.best);
            if (each.unit != Comparison::Unit::Words)
                QVERIFY(other->numbers[0] == each.numbers[1] && other->numbers[1] == each.numbers[0]);
        }
    }

    void aChangeShowsInItsRow()
    {
        const Design before = reference(u"ss-dsv-a2"_s);
        Design after = before;
        for (auto it = before.elements.cbegin(); it != before.elements.cend(); ++it)
            if (it.value()->kind == u"dsv-tenant"_s) {
                Element tenant = *it.value();
                tenant.properties[u"mapped"_s] = PropertyList{PropertyRecord{{u"count"_s, 250}, {u"scheduled-changes"_s, 30}}};
                tenant.properties[u"sync-interval-min"_s] = 720;
                tenant.properties[u"plan"_s] = u"free"_s;
                after.insert(it.key().value, tenant);
            }
        const Comparison comparison = compared({&before, &after});
        bool found = false;
        for (const Comparison::Row& row : comparison.rows) {
            if (row.section != u"Vault calls"_s || !row.label.endsWith(u"worst month"_s))
                continue;
            found = true;
            QVERIFY(row.differs);
            QCOMPARE(*row.numbers[1], 7560.0);  // D5
        }
        QVERIFY(found);
        for (const Comparison::Row& row : comparison.rows)
            if (row.section == u"Nodes"_s)
                QVERIFY2(!row.differs, qPrintable(row.label));
    }

    void nothingToCompare()
    {
        const Design empty;
        QVERIFY(!compared({&empty, &empty}).titles.isEmpty());
        QVERIFY(compared({}).rows.empty());
    }
};

QTEST_APPLESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
