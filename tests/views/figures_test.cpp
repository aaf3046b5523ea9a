// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// What follows from a service's figure, in the real window: every row leads to the canvas, every input is edited where
// it stands, what is proposed is previewed and made.
#include "tests/views/figuresfixture.h"

#include "model/design/numberwords.h"
#include "model/analysis/downtimecost.h"
#include "model/analysis/importance.h"
#include "model/analysis/recoverystatement.h"
#include "model/analysis/sweep.h"
#include "views/estimates/service/pricestrip.h"
#include "views/parts/words.h"

using namespace redoubt;

class FiguresTest : public QObject {
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<FiguresFixture> m_at;

    FigureTable& table(const char* name)
    {
        auto* found = m_at->find<FigureTable>(name);
        Q_ASSERT(found);
        return *found;
    }
    void show(FiguresPanel::Page page, const QString& service = QStringLiteral("ss-login"))
    {
        m_at->find<QDockWidget>("figures")->show();
        m_at->find<QDockWidget>("figures")->raise();
        m_at->figures().showService(service, page);
        QVERIFY(m_at->settle());
    }
    static QModelIndex cell(const QModelIndex& row, int column) { return row.siblingAtColumn(column); }
    static int works() { return 1; }
    static int repair() { return 2; }
    /// A web server whose figure stands in the tree.
    QString webServer()
    {
        for (auto it = m_at->design().elements.cbegin(); it != m_at->design().elements.cend(); ++it)
            if (it.value()->kind == u"ss-web"_qs && FiguresFixture::rowOf(table("factors"), it.key().value).isValid())
                return it.key().value;
        return {};
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_theme.setDark(false);
    }
    void init()
    {
        m_at = std::make_unique<FiguresFixture>(m_theme);
        m_at->open(u"ss-pm-b1"_qs);
    }
    void cleanup() { m_at.reset(); }

    void aCardLeadsToItsFigure()
    {
        auto* dock = m_at->find<QDockWidget>("figures");
        QVERIFY(!dock->isVisible());
        QVERIFY(m_at->press("serviceDetails"));
        QVERIFY(dock->isVisible());
        QVERIFY(m_at->settle());
        QVERIFY(table("factors").model()->rowCount() > 0);
        const ServiceEstimate& first = m_at->report().services.front();
        QCOMPARE(m_at->find<QLabel>("serviceFigure")->text(), percentWords(first.withManualFailover));
        QCOMPARE(table("factors").model()->index(0, works()).data().toString(), percentWords(first.automatic));
    }

    void anInputIsEditedInItsRowAndUndone()
    {
        show(FiguresPanel::Number);
        const QString web = webServer();
        QVERIFY(!web.isEmpty());
        const Design before = m_at->design();
        const double figure = m_at->service(u"ss-login"_qs).withManualFailover;
        const int steps = m_at->steps();
        const QModelIndex row = FiguresFixture::rowOf(table("factors"), web);
        QCOMPARE(cell(row, 3).data(FieldDelegate::TagRole).toString(), u"assumption"_qs);
        QVERIFY(FiguresFixture::type(table("factors"), cell(row, works()), u"90"_qs));
        QCOMPARE(m_at->design().element({web})->properties.at(u"availability"_qs), PropertyValue(0.9));
        QCOMPARE(m_at->steps(), steps + 1);
        QVERIFY(m_at->settle());
        QVERIFY(m_at->service(u"ss-login"_qs).withManualFailover < figure);
        const QModelIndex now = FiguresFixture::rowOf(table("factors"), web);
        QCOMPARE(cell(now, works()).data().toString(), percentWords(0.9));
        QCOMPARE(cell(now, 3).data(FieldDelegate::TagRole).toString(), u"given"_qs);
        QCOMPARE(m_at->find<QLabel>("serviceFigure")->text(), percentWords(m_at->service(u"ss-login"_qs).withManualFailover));

        m_at->window->actionsOf().undo->trigger();
        QVERIFY(m_at->design() == before);
        QVERIFY(m_at->settle());
        QCOMPARE(m_at->service(u"ss-login"_qs).withManualFailover, figure);
        QCOMPARE(cell(FiguresFixture::rowOf(table("factors"), web), 3).data(FieldDelegate::TagRole).toString(), u"assumption"_qs);

        // A fraction is taken for what it is; an empty field means the usual figure.
        QVERIFY(FiguresFixture::type(table("factors"), cell(FiguresFixture::rowOf(table("factors"), web), works()), u"0.95"_qs));
        QCOMPARE(m_at->design().element({web})->properties.at(u"availability"_qs), PropertyValue(0.95));
        QVERIFY(m_at->settle());
        QVERIFY(FiguresFixture::type(table("factors"), cell(FiguresFixture::rowOf(table("factors"), web), works()), {}));
        QVERIFY(!m_at->design().element({web})->properties.count(u"availability"_qs));
    }

    void whatCannotBeTakenIsRefusedInPlace()
    {
        show(FiguresPanel::Number);
        const QString web = webServer();
        const Design before = m_at->design();
        const int steps = m_at->steps();
        auto* hint = m_at->find<QLabel>("factorHint");
        const QString usual = hint->text();
        for (const QString& text : {u"1.2"_qs, u"120"_qs, u"-1"_qs, u"0"_qs, u"high"_qs}) {
            QLineEdit* edit = FiguresFixture::openCell(table("factors"), cell(FiguresFixture::rowOf(table("factors"), web), works()));
            QVERIFY2(edit, qPrintable(text));
            edit->selectAll();
            QTest::keyClicks(edit, text);
            QTest::keyClick(edit, Qt::Key_Return);
            QVERIFY2(edit->isVisible(), qPrintable(text));
            QVERIFY2(edit->property("invalid").toBool(), qPrintable(text));
            QVERIFY2(hint->text() != usual && !hint->text().isEmpty(), qPrintable(hint->text()));
            QVERIFY(m_at->design() == before);
            QVERIFY(FiguresFixture::end(edit, Qt::Key_Escape));
            QTRY_COMPARE(hint->text(), usual);
        }
        QCOMPARE(m_at->steps(), steps);
        QVERIFY(m_at->design() == before);
    }

    void timesOfPeopleAreInputsToo()
    {
        show(FiguresPanel::Number);
        const double before = m_at->service(u"ss-login"_qs).withManualFailover;
        const QModelIndex row = FiguresFixture::rowWhere(*table("factors").model(), [](const QModelIndex& index) {
            return index.siblingAtColumn(2).data(FieldDelegate::CellRole).value<FieldCell>().key == u"rto-site"_qs;
        });
        QVERIFY(row.isValid());
        QCOMPARE(cell(row, 3).data(FieldDelegate::TagRole).toString(), u"assumption"_qs);
        QVERIFY(FiguresFixture::type(table("factors"), cell(row, repair()), u"1"_qs));
        QCOMPARE(m_at->design().settings.value(u"rto-site"_qs), PropertyValue(1));
        QVERIFY(m_at->settle());
        QVERIFY(m_at->service(u"ss-login"_qs).withManualFailover > before);
    }

    void everyFactorLeadsToTheCanvas()
    {
        show(FiguresPanel::Number);
        const QString web = webServer();
        const QModelIndex row = FiguresFixture::rowOf(table("factors"), web);
        table("factors").scrollTo(row);
        QTest::mouseMove(table("factors").viewport(), table("factors").visualRect(row).center());
        QTRY_VERIFY(m_at->exhibited(Exhibit::Look::Pointed).contains(web));
        QVERIFY(m_at->drawn(Exhibit::Look::Pointed) > 0);
        FiguresFixture::clickOn(table("factors"), row);
        QCOMPARE(m_at->editor().selection(), QStringList {web});
        const QPointF centre = m_at->editor().placement().value(web).center();
        QVERIFY(m_at->window->canvas().mapToScene(m_at->window->canvas().viewport()->rect()).boundingRect().contains(centre));
        // Every component of the figure that stands in the design has a row that leads to it.
        for (const QString& id : m_at->service(u"ss-login"_qs).components)
            if (m_at->design().element({id}))
                QVERIFY2(FiguresFixture::rowOf(table("factors"), id).isValid(), qPrintable(id));
    }

    void downtimeHasAPrice()
    {
        show(FiguresPanel::Number);
        auto* strip = m_at->find<QWidget>("priceStrip");
        auto* price = strip->findChild<QLineEdit*>(u"field:downtime-cost-hour"_qs);
        auto* sum = m_at->find<QLabel>("downtimeCost");
        QVERIFY(price && sum->text().isEmpty());
        const int steps = m_at->steps();
        price->setFocus();
        QTest::keyClicks(price, u"6000"_qs);
        QTest::keyClick(price, Qt::Key_Return);
        QCOMPARE(m_at->design().settings.value(u"downtime-cost-hour"_qs), PropertyValue(6000));
        QCOMPARE(m_at->steps(), steps + 1);
        const Downtime downtime = downtimeOf(m_at->design(), m_at->service(u"ss-login"_qs));
        QCOMPARE(sum->text(), QStringLiteral("%1 a year, %2 a month").arg(moneyText(*downtime.costYear, {}), moneyText(*downtime.costMonth, {})));
        price->selectAll();
        QTest::keyClicks(price, u"-5"_qs);
        QCOMPARE(sum->text(), u"At least 0"_qs);
        QCOMPARE(m_at->design().settings.value(u"downtime-cost-hour"_qs), PropertyValue(6000));
        m_at->window->actionsOf().undo->trigger();
        QVERIFY(!m_at->design().settings.contains(u"downtime-cost-hour"_qs));
    }

    void theChosenCutIsDrawn()
    {
        show(FiguresPanel::Cuts);
        FigureTable& cuts = table("cuts");
        std::vector<QStringList> listed;
        for (int group = 0; group < cuts.model()->rowCount(); ++group)
            for (int i = 0; i < cuts.model()->rowCount(cuts.model()->index(group, 0)); ++i)
                listed.push_back(FigureTable::idsOf(cuts.model()->index(i, 0, cuts.model()->index(group, 0))));
        std::vector<QStringList> expected = m_at->service(u"ss-login"_qs).cutSets;
        std::sort(listed.begin(), listed.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(listed, expected);

        QVERIFY(m_at->exhibited(Exhibit::Look::Lost).isEmpty());
        const QModelIndex pair = FiguresFixture::rowWhere(*cuts.model(), [](const QModelIndex& index) { return index.parent().isValid() && FigureTable::idsOf(index).size() == 2; });
        QVERIFY(pair.isValid());
        const QStringList ids = FigureTable::idsOf(pair);
        FiguresFixture::clickOn(cuts, pair);
        QCOMPARE(m_at->exhibited(Exhibit::Look::Lost), QSet<QString>(ids.begin(), ids.end()));
        QCOMPARE(m_at->drawn(Exhibit::Look::Lost), 2);
        const QRectF sight = m_at->window->canvas().mapToScene(m_at->window->canvas().viewport()->rect()).boundingRect();
        for (const QString& id : ids)
            QVERIFY2(sight.intersects(m_at->editor().placement().value(id)), qPrintable(id));
        // Another page takes it off again.
        QVERIFY(m_at->press("recoveryTab"));
        QVERIFY(m_at->exhibited(Exhibit::Look::Lost).isEmpty());
        QCOMPARE(m_at->drawn(Exhibit::Look::Lost), 0);
    }

    void whatToHardenIsRankedAndColoured()
    {
        show(FiguresPanel::Harden);
        const auto all = importanceOf(Topology(m_at->design(), m_at->catalog()));
        const auto own = std::find_if(all.begin(), all.end(), [](const ServiceImportance& s) { return s.service == u"ss-login"_qs; });
        QVERIFY(own != all.end());
        QCOMPARE(table("harden").model()->rowCount(), int(own->components.size()));
        for (int i = 0; i < int(own->components.size()); ++i)
            QCOMPARE(FigureTable::idsOf(table("harden").model()->index(i, 0)), QStringList {own->components[size_t(i)].id});
        QVERIFY(m_at->exhibited(Exhibit::Look::Weighed).isEmpty());
        QVERIFY(m_at->pressChip(u"Show on the drawing what to harden"_qs));
        QVERIFY(m_at->exhibited(Exhibit::Look::Weighed).contains(own->components.front().id));
        QVERIFY(m_at->drawn(Exhibit::Look::Weighed) > 1);
        for (const Exhibit::Note& note : m_at->window->canvas().exhibit().notes) {
            QVERIFY(!note.text.isEmpty());  // the number always stands beside the colour
            QVERIFY(note.weight > 0 && note.weight <= 1);
        }
        auto* legend = m_at->window->findChild<ExhibitLegend*>();
        QVERIFY(legend && legend->isVisible());
        // It stays while one looks at something else, and goes with the legend's cross.
        QVERIFY(m_at->press("cutsTab"));
        QVERIFY(!m_at->exhibited(Exhibit::Look::Weighed).isEmpty());
        QTest::mouseClick(legend, Qt::LeftButton, {}, QPoint(legend->width() - 14, 14));
        QVERIFY(m_at->exhibited(Exhibit::Look::Weighed).isEmpty());
        QVERIFY(!legend->isVisible());
    }

    void aChangeThatReachesTheTargetIsPreviewedAndMade()
    {
        m_at->editor().setSetting(u"sla-target"_qs, std::nullopt);
        m_at->editor().endMerge();
        show(FiguresPanel::Target);
        auto* field = m_at->find<QPushButton>("previewChange")->parentWidget()->findChild<QLineEdit*>(u"field:sla-target"_qs);
        QVERIFY(field && table("improvements").model()->rowCount() == 0);
        field->setFocus();
        QTest::keyClicks(field, u"99.97"_qs);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_at->design().settings.value(u"sla-target"_qs), PropertyValue(0.9997));
        QVERIFY(m_at->settle());
        FigureTable& changes = table("improvements");
        QVERIFY2(changes.model()->rowCount() > 0, qPrintable(m_at->find<QLabel>("targetWords")->text()));
        const QModelIndex first = changes.model()->index(0, 0, changes.model()->index(0, 0));
        const Design before = m_at->design();
        const int steps = m_at->steps();
        changes.setCurrentIndex(first);
        QVERIFY(m_at->press("previewChange"));
        QTRY_VERIFY(m_at->window->fixes().isActive());
        QVERIFY(m_at->design() == before);
        QVERIFY2(m_at->find<QLabel>("fixEffect")->text().contains(u'→'), qPrintable(m_at->find<QLabel>("fixEffect")->text()));
        double sum = 0, sumAfter = 0;
        for (const ServiceEstimate& service : m_at->report().services)
            sum += service.withManualFailover;
        QVERIFY(m_at->press("applyFix"));
        QCOMPARE(m_at->steps(), steps + 1);
        QVERIFY(m_at->settle());
        for (const ServiceEstimate& service : m_at->report().services)
            sumAfter += service.withManualFailover;
        QVERIFY(sumAfter > sum);
        m_at->window->actionsOf().undo->trigger();
        QVERIFY(m_at->design() == before);
    }

    void everyFailureHasItsVerdict()
    {
        show(FiguresPanel::Sweep);
        auto* view = m_at->find<QTreeView>("sweep");
        const FailureSweep sweep = sweepFailures(Topology(m_at->design(), m_at->catalog()));
        const auto column = size_t(sweep.services.indexOf(u"ss-login"_qs));
        const auto count = [&](ServiceState state) {
            int result = 0;
            for (const auto* list : {&sweep.singles, &sweep.doubles})
                for (const SweepVerdict& verdict : *list)
                    result += verdict.states[column] == state;
            return result;
        };
        const int hit = count(ServiceState::Down) + count(ServiceState::NeedsPerson) + count(ServiceState::Degraded);
        QCOMPARE(view->model()->rowCount(), hit);  // what changes nothing is hidden at first
        QCOMPARE(view->model()->columnCount(), 1 + int(sweep.services.size()));
        QCOMPARE(view->model()->index(0, 1).data().toString(), stateWords(count(ServiceState::Down) ? ServiceState::Down : ServiceState::NeedsPerson));
        for (QToolButton* chip : view->parentWidget()->findChildren<QToolButton*>(u"chip"_qs))
            if (chip->text().startsWith(stateWords(ServiceState::Working)))
                QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(view->model()->rowCount(), int(sweep.singles.size() + sweep.doubles.size()));
        const QString name = m_at->design().displayName(sweep.singles.front().failed.front());
        QTest::keyClicks(m_at->find<QLineEdit>("sweepSearch"), name);
        QVERIFY(view->model()->rowCount() > 0 && view->model()->rowCount() < int(sweep.doubles.size()));
        for (int i = 0; i < view->model()->rowCount(); ++i)
            QVERIFY(view->model()->index(i, 0).data().toString().contains(name, Qt::CaseInsensitive));
        const QModelIndex row = view->model()->index(view->model()->rowCount() - 1, 0);
        FiguresFixture::clickOn(*view, row);
        const QStringList failed = FigureTable::idsOf(row);
        QCOMPARE(m_at->exhibited(Exhibit::Look::Lost), QSet<QString>(failed.begin(), failed.end()));
    }

    void recoveryIsStatedForEveryFailure()
    {
        show(FiguresPanel::Recovery);
        const auto lines = recoveryStatement(Topology(m_at->design(), m_at->catalog()));
        const QAbstractItemModel& model = *table("recovery").model();
        size_t shown = 0;
        for (int set = 0; set < model.rowCount(); ++set)
            for (int i = 0; i < model.rowCount(model.index(set, 0)); ++i, ++shown) {
                const QModelIndex row = model.index(i, 0, model.index(set, 0));
                QVERIFY(shown < lines.size());
                QCOMPARE(row.data().toString(), lines[shown].failure);
                QCOMPARE(cell(row, 1).data().toString(), stateWords(lines[shown].state));
                QVERIFY(lines[shown].recoveryTime.startsWith(cell(row, 2).data().toString()));
                QCOMPARE(cell(row, 3).data().toString(), lines[shown].recoveryPoint);
            }
        QCOMPARE(shown, lines.size());
        QVERIFY(shown > 0);
    }

    void quorumStandsOnTheDrawing()
    {
        show(FiguresPanel::Quorum);
        const Topology topology(m_at->design(), m_at->catalog());
        const QString witness = topology.ofKind(u"witness"_qs).value(0).value;
        QVERIFY(table("quorum").model()->rowCount() == 1);
        QVERIFY(m_at->exhibited(Exhibit::Look::Captioned).isEmpty());
        QVERIFY(m_at->pressChip(u"Show votes on the drawing"_qs));
        QVERIFY(m_at->exhibited(Exhibit::Look::Captioned).contains(witness));
        QString words;
        for (const Exhibit::Note& note : m_at->window->canvas().exhibit().notes)
            if (note.id == witness)
                words = note.text;
        QCOMPARE(words, u"3 votes, 2 needed; survives any voter, any site"_qs);
        QCOMPARE(m_at->drawn(Exhibit::Look::Captioned), 3);
        // A vote less: the words follow.
        const QString server = topology.ofKind(u"sql-server"_qs).value(0).value;
        m_at->editor().setProperty({server}, u"votes"_qs, PropertyValue(0));
        QVERIFY(m_at->settle());
        for (const Exhibit::Note& note : m_at->window->canvas().exhibit().notes)
            if (note.id == witness)
                words = note.text;
        QCOMPARE(words, u"2 votes, 2 needed; one loss can stop it"_qs);
    }
};

QTEST_MAIN(FiguresTest)
#include "figures_test.moc"
