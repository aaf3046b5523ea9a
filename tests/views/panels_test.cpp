// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/editing/liveanalysis.h"
#include "model/design/numberwords.h"
#include "views/estimates/servicecard.h"
#include "views/findings/findingdetails.h"
#include "views/findings/findingspanel.h"
#include "views/palette/outlinepanel.h"
#include "views/palette/palettemodel.h"
#include "views/palette/palettepanel.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"
#include "views/render/icons.h"

#include <QtTest>
#include <QtWidgets>

using namespace redoubt;

namespace {

Finding finding(const char* rule, Severity severity, const QStringList& subjects, bool waived = false)
{
    Finding made;
    made.rule = QString::fromLatin1(rule);
    made.severity = severity;
    made.title = QStringLiteral("Title of %1").arg(made.rule);
    made.message = QStringLiteral("What is wrong.");
    made.subjects = subjects;
    made.waived = waived;
    return made;
}

std::vector<Finding> someFindings()
{
    return {finding("SQL-001", Severity::Error, {u"sql-1"_qs}), finding("SQL-003", Severity::Warning, {u"sql-2"_qs}),
            finding("QRM-002", Severity::Advice, {u"sql-1"_qs, u"sql-2"_qs}),
            finding("RMQ-001", Severity::Warning, {u"rmq-1"_qs}, true)};
}

QStringList titles(const std::vector<FindingsGroup>& groups)
{
    QStringList result;
    for (const FindingsGroup& group : groups)
        result.append(QStringLiteral("%1 %2").arg(group.title).arg(group.findings.size()));
    return result;
}

}  // namespace

/// Palette, outline, findings, estimates and live analysis as their users meet them.
class PanelsTest : public QObject {
    Q_OBJECT

    Catalog m_catalog = builtinCatalog();
    RuleSet m_rules = builtinRules();
    Theme m_theme;

private slots:
    void initTestCase() { m_theme.setDark(false); }

    void paletteFindsKindsByAnyOfTheirWords()
    {
        const auto count = [&](const QString& search, const QString& product) {
            size_t kinds = 0;
            for (const PaletteGroup& group : paletteGroups(m_catalog, search, product))
                kinds += group.kinds.size();
            return kinds;
        };
        QCOMPARE(count({}, {}), m_catalog.kinds.size());
        QCOMPARE(count(u"no such thing"_qs, {}), size_t(0));
        QVERIFY(count(u"witness"_qs, {}) >= 1);
        QVERIFY(count(u"WITNESS"_qs, {}) == count(u"witness"_qs, {}));
        // With a product its own kinds and the shared ones are left.
        for (const PaletteGroup& group : paletteGroups(m_catalog, {}, u"dsv"_qs))
            QVERIFY(group.product == u"dsv"_qs || group.product == u"shared"_qs);
    }

    void paletteDragCarriesTheKind()
    {
        PaletteModel model(m_catalog, m_theme);
        const std::unique_ptr<QMimeData> data(model.mimeData({model.firstKind()}));
        QVERIFY(data);
        QCOMPARE(QString::fromUtf8(data->data(QString::fromLatin1(kindMimeType))), model.kindAt(model.firstKind())->id);
        QVERIFY(!model.mimeData({model.index(0, 0)}));
    }

    void enterInTheSearchAddsTheFirstMatch()
    {
        PalettePanel panel(m_catalog, m_theme);
        QSignalSpy chosen(&panel, &PalettePanel::chosen);
        auto* search = panel.findChild<QLineEdit*>(u"paletteSearch"_qs);
        QTest::keyClicks(search, u"ss-web"_qs);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen[0][0].toString().contains(u"ss-web"_qs));
    }

    void outlineSelectsBothWays()
    {
        Document document;
        Editor editor(document, m_catalog);
        OutlinePanel panel(editor, m_theme);
        const ElementId site = editor.add(u"site"_qs, {400, 300});
        const ElementId web = editor.add(u"ss-web"_qs, {400, 300});
        auto* tree = panel.findChild<QTreeWidget*>(u"outlineTree"_qs);
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->selectedItems().size(), 1);
        tree->clearSelection();
        tree->topLevelItem(0)->setSelected(true);
        QCOMPARE(editor.selection(), QStringList {site.value});
        editor.select({web.value});
        QCOMPARE(tree->selectedItems().size(), 1);
        QCOMPARE(tree->selectedItems().first()->data(0, Qt::UserRole).toString(), web.value);
    }

    void findingsAreGroupedAndFiltered()
    {
        const std::vector<Finding> findings = someFindings();
        Design design;
        FindingsFilter filter;
        QCOMPARE(titles(groupFindings(findings, design, filter)),
                 (QStringList {u"Errors 1"_qs, u"Warnings 1"_qs, u"Advice 1"_qs, u"Waived 1"_qs}));
        filter.grouping = FindingGrouping::Element;
        QCOMPARE(titles(groupFindings(findings, design, filter)).first(), u"sql-1 2"_qs);
        filter.grouping = FindingGrouping::Area;
        filter.warnings = false;
        filter.waived = false;
        QCOMPARE(titles(groupFindings(findings, design, filter)),
                 (QStringList {u"SQL Server and availability groups 1"_qs, u"Quorum and witness 1"_qs}));
        filter.area = u"QRM"_qs;
        QCOMPARE(titles(groupFindings(findings, design, filter)), QStringList {u"Quorum and witness 1"_qs});
        filter.area.clear();
        filter.about = QSet<QString> {u"sql-1"_qs};
        QCOMPARE(titles(groupFindings(findings, design, filter)).size(), 2);
        filter.about = QSet<QString> {u"rmq-1"_qs};
        QVERIFY(groupFindings(findings, design, filter).empty());
        filter.about.reset();
        filter.search = u"sql-2"_qs;
        QCOMPARE(titles(groupFindings(findings, design, filter)), QStringList {u"Quorum and witness 1"_qs});
        QCOMPARE(countFindings(findings).open(), 3);
        QCOMPARE(countFindings(findings).waived, 1);
    }

    void findingsAreWalkedRoundTheEnd()
    {
        FindingsModel model;
        model.show(someFindings(), {}, {});
        QModelIndex index = model.next({}, 1);
        QCOMPARE(model.findingAt(index)->rule, u"SQL-001"_qs);
        index = model.next(index, -1);
        QCOMPARE(model.findingAt(index)->rule, u"RMQ-001"_qs);
        QCOMPARE(model.findingAt(model.next(index, 1))->rule, u"SQL-001"_qs);
        QCOMPARE(model.findingAt(model.firstAbout(u"sql-2"_qs))->rule, u"SQL-003"_qs);
    }

    void waiversAreMadeAndWithdrawn()
    {
        const Finding subject = someFindings()[2];
        std::vector<Waiver> waivers = withWaiver({}, subject, u"accepted"_qs, u"J. Example"_qs, QDate(2026, 11, 23));
        QCOMPARE(waivers.size(), size_t(1));
        QCOMPARE(waivers[0].on, subject.subjects);
        waivers = withWaiver(waivers, subject, u"again"_qs, {}, QDate(2026, 11, 24));
        QCOMPARE(waivers.size(), size_t(1));
        QCOMPARE(waiverOf(waivers, subject)->reason, u"again"_qs);
        QVERIFY(!waiverOf(waivers, someFindings()[0]));
        QVERIFY(withoutWaiver(waivers, subject).empty());
    }

    void theDesignIsJudgedAfterEveryBurstOfEdits()
    {
        Document document;
        Editor editor(document, m_catalog);
        LiveAnalysis analysis(document, m_catalog, m_rules);
        QSignalSpy reported(&analysis, &LiveAnalysis::reported);
        QTRY_VERIFY(!reported.isEmpty() && !analysis.isPending());
        reported.clear();
        for (int i = 0; i < 40; ++i)
            editor.add(u"ss-web"_qs, {100.0 + 120 * i, 100});
        QVERIFY(analysis.isPending());
        QTRY_VERIFY(!analysis.isPending());
        // One run for the burst; one more when it started while edits still came.
        QVERIFY2(reported.size() >= 1 && reported.size() <= 3, qPrintable(QString::number(reported.size())));
        QCOMPARE(analysis.report().findings, analyse(document.design(), m_catalog, m_rules).findings);
        QVERIFY(analysis.delta().added > 0);
        editor.undoStack().setIndex(0);
        QTRY_VERIFY(!analysis.isPending());
        QVERIFY(analysis.delta().fixed > 0);
    }

    void aWaiverIsGivenInThePanelAndUndone()
    {
        Document document;
        Editor editor(document, m_catalog);
        LiveAnalysis analysis(document, m_catalog, m_rules);
        FindingsPanel panel(editor, analysis, m_theme);
        QSignalSpy revealed(&panel, &FindingsPanel::revealed);
        editor.add(u"ss-web"_qs, {100, 100});
        QTRY_VERIFY(!analysis.isPending() && !analysis.report().findings.empty());
        panel.step(1);
        QCOMPARE(revealed.size(), 1);
        const Finding first = analysis.report().findings.front();
        QCOMPARE(revealed[0][0].toStringList(), first.subjects);

        panel.findChild<QPushButton*>(u"waive"_qs)->click();
        auto* reason = panel.findChild<QLineEdit*>(u"waiverReason"_qs);
        auto* accept = panel.findChild<QPushButton*>(u"waiverAccept"_qs);
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(reason, u"Accepted by the customer"_qs);
        QVERIFY(accept->isEnabled());
        accept->click();
        QCOMPARE(document.design().waivers.size(), size_t(1));
        QCOMPARE(document.design().waivers[0].reason, u"Accepted by the customer"_qs);
        QTRY_VERIFY(countFindings(analysis.report().findings).waived == 1);
        editor.undoStack().undo();
        QVERIFY(document.design().waivers.empty());
        QTRY_VERIFY(!analysis.isPending());
        QCOMPARE(countFindings(analysis.report().findings).waived, 0);
    }

    void aBadgeLeadsToItsFinding()
    {
        Document document;
        Editor editor(document, m_catalog);
        LiveAnalysis analysis(document, m_catalog, m_rules);
        FindingsPanel panel(editor, analysis, m_theme);
        editor.add(u"ss-web"_qs, {100, 100});
        QTRY_VERIFY(!analysis.isPending() && !analysis.report().findings.empty());
        const Finding last = analysis.report().findings.back();
        panel.showFinding(last.rule, last.subjects);
        auto* tree = panel.findChild<QTreeView*>(u"findingsTree"_qs);
        QCOMPARE(tree->currentIndex().data().toString(), last.title);
    }

    void whatAnEditDidIsSaid()
    {
        Report before, after;
        before.findings = {finding("SQL-001", Severity::Error, {u"a"_qs}), finding("SQL-002", Severity::Error, {u"a"_qs})};
        after.findings = {finding("SQL-004", Severity::Error, {u"a"_qs})};
        QCOMPARE(compareFindings(before, after).text(), u"2 findings fixed, 1 new"_qs);
        QCOMPARE(compareFindings(after, before).text(), u"1 finding fixed, 2 new"_qs);
        QCOMPARE(compareFindings(after, after).text(), QString());
        QCOMPARE(compareFindings({}, after).text(), u"1 new finding"_qs);
        // What is accepted is neither fixed nor, when that is taken back, new.
        Report waived = after;
        waived.findings[0].waived = true;
        QCOMPARE(compareFindings(after, waived).text(), u"1 finding waived"_qs);
        QCOMPARE(compareFindings(waived, after).text(), u"1 finding open again"_qs);
        QCOMPARE(compareFindings(before, waived).text(), u"2 findings fixed"_qs);
    }

    void targetsAreJudgedByBothFigures()
    {
        ServiceEstimate service;
        service.automatic = 0.999;
        service.withManualFailover = 0.9995;
        QCOMPARE(judgeTarget(service, {}), TargetVerdict::None);
        QCOMPARE(judgeTarget(service, 0.999), TargetVerdict::Met);
        QCOMPARE(judgeTarget(service, 0.9995), TargetVerdict::MetByHand);
        QCOMPARE(judgeTarget(service, 0.9999), TargetVerdict::Missed);
        QCOMPARE(targetText(TargetVerdict::MetByHand, 0.9995), u"meets 99.95 % by hand"_qs);
    }

    void figuresReadAsPeopleSayThem()
    {
        QCOMPARE(percentWords(0.999864), u"99.9864 %"_qs);
        QCOMPARE(percentWords(0.9999), u"99.99 %"_qs);
        QCOMPARE(percentWords(1), u"100 %"_qs);
        QCOMPARE(percentWords(0.5), u"50 %"_qs);
        QCOMPARE(downtimeText(71.4), u"71 minutes a year"_qs);
        QCOMPARE(downtimeText(0.01), u"under a second a year"_qs);
        QCOMPARE(downtimeText(1), u"1 minute a year"_qs);
        QCOMPARE(downtimeText(525.6), u"8.8 hours a year"_qs);
        QCOMPARE(downtimeText(5256), u"3.7 days a year"_qs);
        QCOMPARE(countText(2500), u"2,500"_qs);
    }

    void theThemeIsSwitchedWhileRunning()
    {
        QPushButton button(u"Save"_qs);
        button.show();
        const QIcon icon = m_theme.icon(u"save"_qs);
        // What has no room has no picture, and asking for one harms nothing.
        for (const QIcon& any : {icon, m_theme.kindIcon(u"server"_qs, u"ss"_qs), redoubt::icon(u"save"_qs, Qt::black)})
            QVERIFY(any.pixmap(QSize(0, 0)).isNull() && any.pixmap(QSize(0, 16)).isNull());
        const QImage before = icon.pixmap(32, 32).toImage();
        QCOMPARE(qApp->palette().color(QPalette::Window), lightStyle().panel);
        QSignalSpy changed(&m_theme, &Theme::changed);
        m_theme.setDark(true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(qApp->palette().color(QPalette::Window), darkStyle().panel);
        QVERIFY(icon.pixmap(32, 32).toImage() != before);
        QVERIFY(!qApp->styleSheet().contains(u'@'));
        m_theme.setDark(false);
        QVERIFY(icon.pixmap(32, 32).toImage() == before);
    }
};

QTEST_MAIN(PanelsTest)
#include "panels_test.moc"
