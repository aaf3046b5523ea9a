// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// The worked examples of domain catalogue e.4 and d.7, to the digits printed there.
#include "model/analysis/budgetstory.h"
#include "model/files/designfile.h"
#include "tests/support/draft.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

BudgetInput plain(double count, double scheduled, double interval = 720)
{
    return {interval, {{count, scheduled, 0}}};
}

BudgetInput random(double count, double changes, double interval)
{
    return {interval, {{count, 0, changes}}};
}

struct Expected {
    qint64 intervals;
    double best, expected, worst, ceiling;
};

struct Row {
    const char* id;
    BudgetInput input;
    Expected expected;
};

std::vector<Row> rows()
{
    BudgetInput d2 = plain(50, 1), d11 = plain(250, 1), d12 = plain(100, 0);
    d2.reserve = 2 * 3 * (1 + 1 + 20);
    d11.newlyMapped = 250;
    d12.pipelineRuns = 400;
    const BudgetInput d13{360, {{20, 30, 0}, {80, 4, 0}, {90, 1, 0}, {10, 1, 3}}, 0, 0, 1, 0, false, 138};
    return {
        {"D1", plain(50, 1), {60, 51, 84.106586, 100, 3060}},
        {"D2", d2, {60, 183, 216.106586, 232, 3192}},
        {"D3", plain(250, 1), {60, 251, 309.101865, 310, 15060}},
        {"D4", plain(250, 30.0 / 7), {60, 1075.714286, 1131.428571, 1131.428571, 15060}},
        {"D5", plain(250, 30), {60, 7530, 7560, 7560, 15060}},
        {"D6", plain(60, 30), {60, 1830, 1860, 1860, 3660}},
        {"D7", random(40, 300, 720), {60, 41, 2444.496148, 2460, 2460}},
        {"D8", random(40, 300, 10), {4320, 41, 15645.592923, 16320, 177120}},
        {"D9", plain(100, 2, 30), {1440, 202, 386.853379, 400, 145440}},
        {"D10a", plain(120, 2), {60, 242, 298.973497, 300, 7260}},
        {"D10b", plain(80, 2), {60, 162, 216.016263, 220, 4860}},
        {"D11", d11, {60, 502, 809.101865, 810, 15560}},
        {"D12", d12, {60, 800, 800, 800, 6860}},
        {"D13", d13, {120, 1188, 1307.494259, 1308, 24258}},
        {"D14", plain(300, 1), {60, 301, 359.612404, 360, 18060}},
        {"D15", plain(81, 30), {60, 2460, 2490, 2490, 4920}},
        {"D16", plain(82, 30), {60, 2490, 2520, 2520, 4980}},
        {"D17", random(28, 90, 30), {1440, 29, 3633.605263, 3960, 41760}},
    };
}

QString six(double value)
{
    return QString::number(value, 'f', 6);
}

Draft tenant(PropertyRecord properties)
{
    Draft draft;
    draft.element(u"region"_s, u"dsv-region"_s).element(u"dsv"_s, u"dsv-tenant"_s, u"region"_s, std::move(properties));
    return draft;
}

PropertyRecord group(const QString& name, qint64 count, double scheduled, double random = 0)
{
    return {{u"name"_s, name}, {u"count"_s, count}, {u"scheduled-changes"_s, scheduled}, {u"random-changes"_s, random}};
}

std::vector<TenantBudget> budgets(const Draft& draft)
{
    return callBudgets(Topology(draft.design, testCatalog()));
}

}  // namespace

class ApiBudgetTest : public QObject {
    Q_OBJECT

private slots:
    void workedExamples()
    {
        for (const Row& row : rows()) {
            const auto budget = callBudget(row.input);
            QVERIFY2(budget, row.id);
            qInfo("%-4s best %s (catalogue %s), expected %s (%s), worst %s (%s), ceiling %s (%s)", row.id, qPrintable(six(budget->best)),
                  qPrintable(six(row.expected.best)), qPrintable(six(budget->expected)), qPrintable(six(row.expected.expected)),
                  qPrintable(six(budget->worst)), qPrintable(six(row.expected.worst)), qPrintable(six(budget->ceiling)), qPrintable(six(row.expected.ceiling)));
            QVERIFY2(budget->intervals == row.expected.intervals, row.id);
            QCOMPARE(std::pair(row.id, six(budget->best)), std::pair(row.id, six(row.expected.best)));
            QCOMPARE(std::pair(row.id, six(budget->expected)), std::pair(row.id, six(row.expected.expected)));
            QCOMPARE(std::pair(row.id, six(budget->worst)), std::pair(row.id, six(row.expected.worst)));
            QCOMPARE(std::pair(row.id, six(budget->ceiling)), std::pair(row.id, six(row.expected.ceiling)));
        }
    }

    void twoTenantsAsOnePool()  // D10
    {
        const auto a = callBudget(plain(120, 2)), b = callBudget(plain(80, 2));
        QCOMPARE(six(a->best + b->best), six(404));
        QCOMPARE(six(a->expected + b->expected), u"514.989759"_s);
        QCOMPARE(six(a->worst + b->worst), six(520));
        QCOMPARE(six(a->ceiling + b->ceiling), six(12120));
    }

    void intervalTable()  // 100 secrets at 4 a month; 250 secrets daily
    {
        const QList<std::pair<int, double>> expected{{10, 782.209}, {30, 749.672}, {60, 707.537},
                                                     {360, 515.956}, {720, 459.939}, {1440, 430.000}};
        for (const auto& [interval, calls] : expected)
            QCOMPARE(QString::number(callBudget(plain(100, 4, interval))->expected, 'f', 3), QString::number(calls, 'f', 3));
        const QList<std::pair<int, double>> daily{{720, 7530}, {1440, 7530}, {2880, 3765}, {4320, 2510}, {10080, 1004}};
        for (const auto& [interval, best] : daily)
            QCOMPARE(callBudget(plain(250, 30, interval))->best, best);
    }

    void levers()
    {
        QCOMPARE(smallestInterval(plain(250, 30)), std::optional(4330));
        QCOMPARE(largestSecrets({1, 30, 0}, 720), std::optional<qint64>(81));
        QCOMPARE(largestSecrets({1, 30.0 / 7, 0}, 720), std::optional<qint64>(569));
        QCOMPARE(largestSecrets({1, 4, 0}, 720), std::optional<qint64>(610));
        QCOMPARE(largestSecrets({1, 1, 0}, 720), std::optional<qint64>(2440));
        QCOMPARE(largestSecrets({1, 60, 0}, 720), std::optional<qint64>(40));
        QCOMPARE(smallestInterval(plain(3000, 1)), std::optional<int>());
        QCOMPARE(largestSecrets({1, 0, 0}, 720), std::optional<qint64>());
        for (double changes : {0.3, 1.0, 7.5, 200.0})
            for (double interval : {10.0, 720.0, 2880.0}) {
                const auto most = largestSecrets({1, changes, 0}, interval);
                QVERIFY(most && callBudget(plain(double(*most), changes, interval))->worst <= freeCalls + 1e-6);
                QVERIFY(callBudget(plain(double(*most + 1), changes, interval))->worst > freeCalls);
            }
    }

    // The three lever tables of e.4: 250 secrets daily, how many secrets fit, 100 secrets at 4 a month.
    void leverTables()
    {
        const QList<std::tuple<int, qint64, double, double, double>> daily{{720, 60, 7530, 7560, 7560}, {1440, 30, 7530, 7530, 7530},
            {2880, 15, 3765, 3765, 3765}, {4320, 10, 2510, 2510, 2510}, {10080, 4, 1004, 1004, 1004}};
        for (const auto& [interval, n, best, expected, worst] : daily) {
            const auto budget = callBudget(plain(250, 30, interval));
            QCOMPARE(std::tuple(budget->intervals, six(budget->best), six(budget->expected), six(budget->worst)),
                     std::tuple(n, six(best), six(expected), six(worst)));
        }
        const QList<std::pair<double, qint64>> most{{30, 81}, {30.0 / 7, 569}, {4, 610}, {1, 2440}, {60, 40}};
        for (const auto& [changes, secrets] : most)
            QCOMPARE(largestGroup(plain(250, changes), 0), std::optional<qint64>(secrets));
        const QList<std::tuple<int, qint64, double, QString, double>> weekly{{10, 4320, 404, u"782.209"_s, 800}, {30, 1440, 404, u"749.672"_s, 800},
            {60, 720, 404, u"707.537"_s, 800}, {360, 120, 404, u"515.956"_s, 520}, {720, 60, 404, u"459.939"_s, 460}, {1440, 30, 404, u"430.000"_s, 430}};
        for (const auto& [interval, n, best, expected, worst] : weekly) {
            const auto budget = callBudget(plain(100, 4, interval));
            QCOMPARE(std::tuple(budget->intervals, six(budget->best), QString::number(budget->expected, 'f', 3), six(budget->worst)),
                     std::tuple(n, six(best), expected, six(worst)));
        }
    }

    void largestGroupLeavesTheRestAsItIs()
    {
        QRandomGenerator random(9);
        for (int round = 0; round < 200; ++round) {
            BudgetInput input = plain(random.bounded(60), 1 + random.bounded(40.0), 10 * (1 + random.bounded(200)));
            input.groups.push_back({double(random.bounded(60)), random.bounded(20.0), random.bounded(20.0)});
            input.reserve = random.bounded(200);
            const auto most = largestGroup(input, 0);
            if (!most)
                continue;
            input.groups[0].count = double(*most);
            QVERIFY(callBudget(input)->worst <= freeCalls + 1e-6);
            input.groups[0].count = double(*most + 1);
            QVERIFY(callBudget(input)->worst > freeCalls);
        }
        QVERIFY(!largestGroup(plain(5, 0), 0));
        QVERIFY(!largestGroup(plain(5, 1), 1));
        QVERIFY(!largestGroup({qQNaN(), {{5, 1, 0}}}, 0));
        BudgetInput over = plain(5, 1);
        over.reserve = 3000;
        QVERIFY(!largestGroup(over, 0));
    }

    void storyOfATenant()  // D13
    {
        Draft draft = tenant({{u"plan"_s, u"free"_s}, {u"sync-interval-min"_s, 360},
                              {u"mapped"_s, PropertyList{group(u"Daily"_s, 20, 30), group(u"Weekly"_s, 80, 4), group(u"Monthly"_s, 90, 1),
                                                        group(u"Edited"_s, 10, 1, 3)}},
                              {u"reserve"_s, PropertyList{PropertyRecord{{u"events"_s, 1}, {u"operators"_s, 6}, {u"reads"_s, 21}}}},
                              {u"event-pushes"_s, 5}, {u"secrets-per-push"_s, 3}, {u"newly-mapped"_s, 7}});
        const auto story = budgetStory(Topology(draft.design, testCatalog()), {u"dsv"_s});
        QVERIFY(story);
        const double additions = 5 * 4 + 2 * 7;
        QCOMPARE(six(story->budget.expected), six(1307.494259 + additions));
        QCOMPARE(six(story->budget.worst), six(1308 + additions));
        CallRange sum;
        for (const BudgetPart& part : story->parts) {
            sum.best += part.calls.best;
            sum.expected += part.calls.expected;
            sum.worst += part.calls.worst;
        }
        QCOMPARE(story->parts.size(), size_t(5));
        QCOMPARE(std::tuple(six(sum.best), six(sum.expected), six(sum.worst)),
                 std::tuple(six(story->budget.best), six(story->budget.expected), six(story->budget.worst)));
        QCOMPARE(six(story->callsLeft->worst), six(2500 - 1308 - additions));
        QCOMPARE(*story->secretsLeft, 50.0);
        QVERIFY(qAbs(*story->worstShare - (1308 + additions) / 2500) < 1e-12);
        QCOMPARE(story->groups.size(), size_t(4));
        QCOMPARE(story->groups[0].staleShare, staleShare(30, 360));
        QVERIFY(*story->groups[0].largest > 20);
        const QString formula = story->formula.join(u'\n');
        for (const QString& part : {u"43,200 min / 360 min = 120"_s, u"Daily: 20 secrets"_s, u"Event pipeline: 5 runs x (1 sign-in + 3 secrets) = 20"_s,
                                    u"retrievals in an outage: 138"_s, u"The plan allows 2,500 calls"_s, u"min(1, 30/120)"_s})
            QVERIFY2(formula.contains(part), qPrintable(part + u" in "_s + formula));
        const auto own = std::find_if(story->series.begin(), story->series.end(), [](const BudgetPoint& p) { return p.own; });
        QVERIFY(own != story->series.end() && own->intervalMinutes == 360 && own->worst == story->budget.worst);
        QVERIFY(std::is_sorted(story->series.begin(), story->series.end(),
                               [](const BudgetPoint& a, const BudgetPoint& b) { return a.intervalMinutes < b.intervalMinutes; }));
        QCOMPARE(story->minimumInterval, 10);
        QVERIFY(story->smallestInterval && *story->smallestInterval >= 10);
        draft.set(u"dsv"_s, u"plan"_s, u"paid"_s);
        const auto paid = budgetStory(Topology(draft.design, testCatalog()), {u"dsv"_s});
        QVERIFY(!paid->callsLeft && !paid->secretsLeft && !paid->smallestInterval);
        QVERIFY(!budgetStory(Topology(draft.design, testCatalog()), {u"region"_s}));
        QVERIFY(!budgetStory(Topology(tenant({}).design, testCatalog()), {u"dsv"_s}));
    }

    void leversOfADesign()  // D5
    {
        const Draft draft = tenant({{u"plan"_s, u"free"_s}, {u"sync-interval-min"_s, 720}, {u"mapped"_s, PropertyList{group(u"All"_s, 250, 30)}}});
        const auto story = budgetStory(Topology(draft.design, testCatalog()), {u"dsv"_s});
        QCOMPARE(*story->smallestInterval, 4330);
        QCOMPARE(*story->groups[0].largest, 81);
        QCOMPARE(story->budget.verdict, BudgetVerdict::OverCalls);
        QCOMPARE(six(story->callsLeft->best), six(-5030));
    }

    void staleness()
    {
        const QList<std::tuple<double, double, const char*>> table{
            {1, 720, "0.008287229"}, {1, 60, "0.000694123"},  {1, 10, "0.000115732"},
            {4, 720, "0.032604775"}, {30, 720, "0.213061319"}, {30, 30, "0.010344704"}};
        for (const auto& [changes, interval, expected] : table)
            QCOMPARE(QByteArray::number(staleShare(changes, interval), 'f', 9), QByteArray(expected));
        QCOMPARE(staleShare(0, 720), 0.0);
    }

    void orderOfTheFigures()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 2000; ++round) {
            BudgetInput input{random.bounded(5000.0) + 0.5, {}};
            for (int i = random.bounded(4); i > 0; --i)
                input.groups.push_back({double(random.bounded(300)), random.bounded(90.0), random.bounded(2) ? random.bounded(90.0) : random.bounded(1.0)});
            input.newlyMapped = random.bounded(20);
            input.pipelineRuns = random.bounded(20);
            const auto b = callBudget(input);
            QVERIFY(b->best <= b->expected && b->expected <= b->worst && b->worst <= b->ceiling + 1e-9);
        }
    }

    void tenantOfADesign()
    {
        Draft draft = tenant({{u"plan"_s, u"free"_s}, {u"sync-interval-min"_s, 720},
                              {u"mapped"_s, PropertyList{group(u"Critical"_s, 50, 1)}}});
        auto result = budgets(draft);
        QCOMPARE(result.size(), size_t(1));
        QCOMPARE(six(result[0].expected), u"84.106586"_s);
        QCOMPARE(result[0].secrets, 50);
        QCOMPARE(result[0].verdict, BudgetVerdict::Fits);
        QCOMPARE(*result[0].limitCalls, 2500.0);
        draft.set(u"dsv"_s, u"reserve"_s, PropertyList{PropertyRecord{{u"events"_s, 2}, {u"operators"_s, 3}, {u"hours"_s, 1}, {u"lists"_s, 1}, {u"reads"_s, 20}}});
        result = budgets(draft);
        QCOMPARE(result[0].reserve, 132.0);
        QCOMPARE(six(result[0].worst), six(232));
        draft.set(u"dsv"_s, u"other-secrets"_s, 201);
        QCOMPARE(budgets(draft)[0].verdict, BudgetVerdict::OverSecrets);
        draft.set(u"dsv"_s, u"plan"_s, u"paid"_s);
        QCOMPARE(budgets(draft)[0].verdict, BudgetVerdict::Fits);
        QVERIFY(!budgets(draft)[0].limitCalls);
        draft.set(u"dsv"_s, u"plan"_s, u"free"_s).set(u"dsv"_s, u"other-secrets"_s, 0);
        draft.set(u"dsv"_s, u"mapped"_s, PropertyList{group(u"Daily"_s, 82, 30)}).set(u"dsv"_s, u"reserve"_s, PropertyList{});
        QCOMPARE(budgets(draft)[0].verdict, BudgetVerdict::OverCalls);
        draft.set(u"dsv"_s, u"mapped"_s, PropertyList{group(u"Random"_s, 40, 0, 320)}).set(u"dsv"_s, u"event-pushes"_s, 25);
        QCOMPARE(budgets(draft)[0].verdict, BudgetVerdict::FitsOnAverage);
    }

    void publishedDesign()  // D1, and D2 with its reserve
    {
        Draft draft;
        draft.design = readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/ss-dsv-a1.redoubt.yaml"),
                                      testCatalog()).design;
        QCOMPARE(budgets(draft).size(), size_t(1));
        const TenantBudget d1 = budgets(draft)[0];
        QCOMPARE(d1.intervals, 60);
        QCOMPARE(std::tuple(six(d1.best), six(d1.expected), six(d1.worst), six(d1.ceiling)),
                 std::tuple(six(51), u"84.106586"_s, six(100), six(3060)));
        draft.set(d1.tenant, u"reserve"_s, PropertyList{PropertyRecord{{u"events"_s, 2}, {u"operators"_s, 3}, {u"reads"_s, 20}}});
        const TenantBudget d2 = budgets(draft)[0];
        QCOMPARE(std::tuple(six(d2.best), six(d2.expected), six(d2.worst), six(d2.ceiling), six(d2.reserve)),
                 std::tuple(six(183), u"216.106586"_s, six(232), six(3192), six(132)));
    }

    void publishedDesigns_data()  // D1, D10a, D10b
    {
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QStringList>("figures");
        const QStringList d1{u"51"_s, u"84.106586"_s, u"100"_s, u"3060"_s};
        QTest::newRow("ss-dsv-a1") << u"vault"_s << d1;
        QTest::newRow("ss-dsv-a2") << u"vault"_s << d1;
        QTest::newRow("ss-dsv-b1") << u"vault"_s << d1;
        QTest::newRow("ss-dsv-c1") << u"vault-us"_s << QStringList{u"242"_s, u"298.973497"_s, u"300"_s, u"7260"_s};
        QTest::newRow("ss-dsv-c1 Frankfurt") << u"vault-eu"_s << QStringList{u"162"_s, u"216.016263"_s, u"220"_s, u"4860"_s};
    }
    void publishedDesigns()
    {
        QFETCH(QString, tenant);
        QFETCH(QStringList, figures);
        Draft draft;
        draft.design = readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/%1.redoubt.yaml")
                                          .arg(QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0)),
                                      testCatalog()).design;
        for (const TenantBudget& budget : budgets(draft)) {
            if (budget.tenant != tenant)
                continue;
            const double found[]{budget.best, budget.expected, budget.worst, budget.ceiling};
            for (int i = 0; i < 4; ++i)
                QCOMPARE(six(found[i]), six(figures[i].toDouble()));
            QCOMPARE(budget.verdict, BudgetVerdict::Fits);
            return;
        }
        QFAIL("the design has no such tenant");
    }

    void oddInputGivesNothingOrFiniteNumbers()
    {
        for (const PropertyValue& interval : {PropertyValue(0), PropertyValue(-720), PropertyValue(qQNaN()),
                                              PropertyValue(qInf()), PropertyValue(u"often"_s), PropertyValue(1e-300)})
            QVERIFY(budgets(tenant({{u"sync-interval-min"_s, interval}})).empty());
        QVERIFY(budgets(tenant({})).empty());
        QVERIFY(budgets(Draft()).empty());
        for (const double odd : {-1.0, 0.0, qQNaN(), qInf(), 1e300}) {
            PropertyRecord mapped = group(u"Odd"_s, 5, odd, odd);
            const auto result = budgets(tenant({{u"sync-interval-min"_s, 100'000},
                                                {u"mapped"_s, PropertyList{mapped, u"nonsense"_s}},
                                                {u"event-pushes"_s, -3},
                                                {u"newly-mapped"_s, odd < 1e9 ? odd : -odd}}));
            QCOMPARE(result.size(), size_t(1));
            QVERIFY(std::isfinite(result[0].expected) && result[0].best >= 0 && result[0].staleShare <= 1);
            QVERIFY(result[0].best <= result[0].expected && result[0].expected <= result[0].worst);
        }
    }
};

QTEST_APPLESS_MAIN(ApiBudgetTest)
#include "apibudget_test.moc"
