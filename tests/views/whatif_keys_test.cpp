// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/scenarios.h"
#include "tests/support/judgementdesk.h"
#include "views/canvas/canvasitem.h"
#include "views/canvas/canvasscene.h"
#include "views/whatif/whatifmode.h"

using namespace redoubt;

/// What-if without a mouse: the arrow keys lead to everything that can fail. And what becomes of scenarios in an edit.
class WhatIfKeysTest : public QObject, private JudgementDesk {
    Q_OBJECT

    CanvasView& canvas() { return m_window->canvas(); }

    /// What the arrow keys can lead to from what is selected.
    QStringList reached(bool links)
    {
        const auto* scene = qobject_cast<CanvasScene*>(canvas().scene());
        QStringList found = editor().selection(), open = found;
        while (!open.isEmpty()) {
            const QString from = open.takeFirst();
            for (const QPointF direction : {QPointF(-1, 0), QPointF(0, -1), QPointF(1, 0), QPointF(0, 1)}) {
                const QString at = scene->nextFrom(from, {}, direction, links);
                if (!at.isEmpty() && !found.contains(at)) {
                    found << at;
                    open << at;
                }
            }
        }
        return found;
    }
    /// What is drawn on the canvas as an element (or a link).
    QStringList drawn(bool links)
    {
        QStringList ids;
        for (QGraphicsItem* each : canvas().scene()->items())
            if (auto* item = qgraphicsitem_cast<CanvasItem*>(each);
                item && (links ? item->drawn().role == DrawnRole::Link
                               : item->drawn().role == DrawnRole::Element || item->drawn().role == DrawnRole::Container))
                ids << item->id();
        return ids;
    }

private slots:
    void initTestCase() { start(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openWindow();
        m_window->files().openReference(u"ss-pm-c3"_qs);
        canvas().setFocus();
    }
    void cleanup() { end(); }

    void arrowsLeadToEverything()
    {
        m_window->actionsOf().whatIf->trigger();
        const int steps = editor().undoStack().count();
        for (const bool links : {false, true}) {
            editor().select({});
            const Qt::KeyboardModifiers modifiers = links ? Qt::ShiftModifier : Qt::NoModifier;
            QTest::keyClick(&canvas(), Qt::Key_Down, modifiers);
            QCOMPARE(editor().selection().size(), 1);
            const QString first = editor().selection().front();
            QTest::keyClick(&canvas(), Qt::Key_Down, modifiers);
            QTest::keyClick(&canvas(), Qt::Key_Right, modifiers);
            QVERIFY(editor().selection().size() == 1 && editor().selection().front() != first);
            const QStringList found = reached(links);
            for (const QString& id : drawn(links))
                QVERIFY2(found.contains(id), qPrintable(id));
        }
        QCOMPARE(editor().undoStack().count(), steps);  // nothing was moved
    }

    void enterFailsAndRestores()
    {
        m_window->actionsOf().whatIf->trigger();
        QTest::keyClick(&canvas(), Qt::Key_Down);
        const QStringList at = editor().selection();
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QCOMPARE(m_window->whatIf().failed(), at);
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QCOMPARE(m_window->whatIf().failed(), QStringList());
    }

    void anEditSaysWhichScenariosItTakesAlong()
    {
        const Design before = editor().design();
        editor().apply(edits::saveScenario(editor().design(), {u"Site A lost"_qs, {u"dc-a"_qs}, {}}), u"save"_qs);
        editor().apply(edits::saveScenario(editor().design(), {u"Both"_qs, {u"dc-a"_qs, u"witness"_qs}, {}}), u"save"_qs);
        QSignalSpy said(&editor(), &Editor::said);
        editor().select({u"dc-a"_qs});
        editor().removeSelection();
        QCOMPARE(said.size(), 1);
        QVERIFY(said[0][0].toString().contains(u"Site A lost"_qs) && !said[0][0].toString().contains(u"Both"_qs));
        QCOMPARE(editor().design().scenarios.size(), size_t(1));
        editor().undoStack().undo();
        QCOMPARE(editor().design().scenarios.size(), size_t(2));
        editor().select({u"dc-b"_qs});
        editor().removeSelection();
        QCOMPARE(said.size(), 1);
        while (editor().undoStack().canUndo())
            editor().undoStack().undo();
        QVERIFY(editor().design() == before);
    }
};

QTEST_MAIN(WhatIfKeysTest)
#include "whatif_keys_test.moc"
