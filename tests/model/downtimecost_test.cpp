// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/downtimecost.h"
#include "tests/support/references.h"

#include <cmath>
#include <limits>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

ServiceEstimate down(double minutes)
{
    ServiceEstimate service;
    service.downtimeMinutesYear = minutes;
    return service;
}

Downtime costing(const PropertyValue& price, double minutes)
{
    Draft draft;
    draft.setting(u"downtime-cost-hour"_s, price).setting(u"currency"_s, u"EUR"_s);
    return downtimeOf(draft.design, down(minutes));
}

}  // namespace

class DowntimeCostTest : public QObject {
    Q_OBJECT

private slots:
    void costIsLinear()
    {
        for (const double price : {0.0, 1.0, 250.0, 12'345.5})
            for (const double minutes : {0.0, 1.58, 149.26, 525'600.0}) {
                const Downtime one = costing(price, minutes), twice = costing(2 * price, minutes), longer = costing(price, 3 * minutes);
                QVERIFY(std::abs(*one.costYear - price * minutes / 60) <= 1e-9 * std::max(1.0, *one.costYear));
                QVERIFY(std::abs(*twice.costYear - 2 * *one.costYear) <= 1e-9 * std::max(1.0, *twice.costYear));
                QVERIFY(std::abs(*longer.costYear - 3 * *one.costYear) <= 1e-9 * std::max(1.0, *longer.costYear));
                QVERIFY(std::abs(12 * *one.costMonth - *one.costYear) <= 1e-9 * std::max(1.0, *one.costYear));
                QVERIFY(std::abs(12 * one.minutesMonth - one.minutesYear) <= 1e-9 * std::max(1.0, one.minutesYear));
                QCOMPARE(one.currency, u"EUR"_s);
            }
    }

    void aWholeYearDownCostsAllHours()
    {
        QCOMPARE(*costing(1000, 525'600).costYear, 8'760'000.0);
    }

    // E4: 149.26 minutes a year.
    void theFigureOfADesign()
    {
        Draft draft = secretServerA1();
        draft.setting(u"downtime-cost-hour"_s, 6000);
        const ServiceEstimate service = draft.service(u"ss-login"_s);
        QCOMPARE(QString::number(*downtimeOf(draft.design, service).costYear, 'f', 0), u"14926"_s);
    }

    void withoutAPriceThereIsNoCost()
    {
        QVERIFY(!downtimeOf(Design{}, down(100)).costYear);
        QCOMPARE(downtimeOf(Design{}, down(100)).minutesYear, 100.0);
        for (const PropertyValue& price : {PropertyValue(-1), PropertyValue(-0.01), PropertyValue(u"much"_s), PropertyValue(true),
                                           PropertyValue(std::numeric_limits<double>::quiet_NaN()), PropertyValue(std::numeric_limits<double>::infinity())}) {
            const Downtime downtime = costing(price, 100);
            QVERIFY(!downtime.costYear && !downtime.costMonth);
            QVERIFY(downtime.currency.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(DowntimeCostTest)
#include "downtimecost_test.moc"
