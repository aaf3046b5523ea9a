// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/files/designfile.h"
#include "tests/support/desk.h"
#include "views/canvas/badge.h"

using namespace redoubt;

namespace {

Finding finding(const char* rule, const QStringList& subjects, const QString& message = latin("If Node 1 fails, nobody signs in."))
{
    return {latin(rule), Severity::Warning, latin("One web server"), message, subjects, false, false};
}

const BadgeItem* badgeOf(const Desk& desk, const QString& id)
{
    for (const QGraphicsItem* item : desk.view.scene()->items())
        if (const auto* badge = qgraphicsitem_cast<const BadgeItem*>(item); badge && badge->subject() == id)
            return badge;
    return nullptr;
}

/// A web node that runs a broker of a cluster, in a site.
struct Hosted : Desk {
    QString node, broker, cluster;

    Hosted()
    {
        drop("site", {500, 400});
        node = drop("ss-web", {500, 400});
        broker = drop("rabbitmq-node", rect(node).center());
        editor.makeGroup(latin("rabbitmq-cluster"), {broker});
        for (const GroupId& id : design().groups.keys())
            cluster = id.value;
        editor.select({});
    }
};

}  // namespace

/// Findings on the canvas: badges, where they stand, what they say and where they lead.
class CanvasFindingsTest : public QObject {
    Q_OBJECT

private slots:
    void badgesLeadToTheirFinding()
    {
        Desk desk;
        const QString node = desk.drop("ss-web", {400, 300});
        Report report;
        report.findings.push_back({latin("WEB-001"), Severity::Warning, latin("One web server"),
                                   latin("If Node 1 fails, nobody signs in."), {node}, false, false});
        desk.view.setReport(report);
        const QPoint badge = desk.at(badgeOf(desk, node)->pos());
        QSignalSpy spy(&desk.view, &CanvasView::findingActivated);
        desk.click(badge);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().at(0).toString(), latin("WEB-001"));
        QCOMPARE(spy.first().at(1).toStringList(), QStringList{node});
        // Also while the element is selected and has a handle there.
        QCOMPARE(desk.editor.selection(), QStringList{node});
        desk.click(badge);
        QCOMPARE(spy.size(), 2);
        desk.view.setReport({});
        desk.click(badge);
        QCOMPARE(spy.size(), 2);
    }

    void aFindingOfWhatAMachineRunsMarksTheMachine()
    {
        Hosted desk;
        QCOMPARE(desk.design().element({desk.broker})->host.value, desk.node);
        QVERIFY(!desk.item(desk.broker));
        Report report;
        report.findings = {finding("RMQ-001", {desk.cluster}), finding("RMQ-002", {desk.broker}), finding("WEB-001", {desk.node})};
        desk.view.setReport(report);
        const BadgeItem* badge = badgeOf(desk, desk.node);
        QVERIFY(badge);
        QCOMPARE(badge->findings().size(), 3);
        // Its press lists them, and each leads to its own.
        QSignalSpy spy(&desk.view, &CanvasView::findingActivated);
        desk.click(desk.at(badge->pos()));
        auto* menu = desk.view.findChild<QMenu*>(latin("findingsMenu"));
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), 3);
        QVERIFY(spy.isEmpty());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().at(1).toStringList(), QStringList{desk.cluster});
    }

    void goingToWhatAMachineRunsMarksTheMachine()
    {
        Hosted desk;
        desk.view.reveal({desk.broker});
        QCOMPARE(desk.editor.selection(), QStringList{desk.broker});
        QVERIFY(desk.item(desk.node)->marks().testFlag(Mark::Selected));
        desk.editor.select({});
        QVERIFY(!desk.item(desk.node)->marks().testFlag(Mark::Selected));
        desk.view.reveal({desk.cluster});
        QVERIFY(desk.item(desk.node)->marks().testFlag(Mark::Selected));
    }

    void whateverNamesAPartOfTheDesignMarksOne()
    {
        Desk desk;
        const RuleSet rules = builtinRules();
        int marked = 0;
        for (const Rule& rule : rules.rules) {
            const QString path = latin(REDOUBT_SOURCE_DIR "/tests/rules/%1.bad.yaml").arg(rule.id);
            desk.document.reset(readDesignFile(path, desk.catalog).design);
            const Report report = analyse(desk.design(), desk.catalog, rules);
            desk.view.setReport(report);
            QHash<QString, int> seen;
            for (const QGraphicsItem* item : desk.view.scene()->items())
                if (const auto* badge = qgraphicsitem_cast<const BadgeItem*>(item))
                    for (const Finding& each : badge->findings())
                        ++seen[each.rule + each.subjects.join(u',')];
            for (const Finding& each : report.findings) {
                const bool named = std::any_of(each.subjects.begin(), each.subjects.end(),
                                               [&](const QString& id) { return desk.design().hasId(id) && hasMembers(desk.design(), id); });
                if (!named || each.waived)
                    continue;
                QVERIFY2(seen.value(each.rule + each.subjects.join(u',')) > 0,
                         qPrintable(QStringLiteral("%1 in %2: %3").arg(each.rule, rule.id, each.subjects.join(u' '))));
                ++marked;
            }
        }
        QVERIFY(marked > 200);
    }

    void theTipOfABadgeIsShort()
    {
        Desk desk;
        const QString node = desk.drop("ss-web", {400, 300});
        const QString sentence = latin("If the only web server of the primary site is lost, the users of both sites reach no other and nobody signs in until it is repaired.");
        Report report;
        const auto tip = [&](int count) {
            report.findings.clear();
            for (int i = 0; i < count; ++i)
                report.findings.push_back(finding("WEB-001", {node, QString::number(i)}, sentence));
            desk.view.setReport(report);
            return badgeOf(desk, node)->sentences().split(u'\n');
        };
        QVERIFY(tip(1).join(u' ').endsWith(sentence));
        for (const int count : {1, 2, 30}) {
            const QStringList lines = tip(count);
            for (const QString& line : lines)
                QVERIFY2(line.size() <= 66, qPrintable(line));
            QVERIFY(lines.size() <= 14);
        }
        QVERIFY(tip(30).back().contains(latin("26 more")));
    }

private:
    /// A group that nobody is in, such as one that only names an address, stands nowhere.
    static bool hasMembers(const Design& design, const QString& id)
    {
        const Group* group = design.group({id});
        return !group || !group->members.empty();
    }
};

QTEST_MAIN(CanvasFindingsTest)
#include "canvasfindings_test.moc"
