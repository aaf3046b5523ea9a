// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/document.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace redoubt;

namespace {

QString pick(QRandomGenerator& random, const QString& stem)
{
    return QStringLiteral("%1-%2").arg(stem).arg(random.bounded(8));
}

/// A few random additions, changes and removals.
Patch randomPatch(QRandomGenerator& random)
{
    Patch patch;
    for (int i = 0; i < 4; ++i) {
        const QString e = pick(random, QStringLiteral("e"));
        if (random.bounded(3) == 0)
            patch.remove(ElementId{e});
        else
            patch.set(ElementId{e}, Element{QStringLiteral("ss-web"), pick(random, QStringLiteral("Name")), {}, {}, {}});
        if (random.bounded(2))
            patch.layout[e] = QRectF(random.bounded(100), random.bounded(100), 60, 60);
        else
            patch.layout[e] = std::nullopt;
        Link link;
        link.from = {pick(random, QStringLiteral("e"))};
        link.to = {pick(random, QStringLiteral("e"))};
        patch.set(LinkId{pick(random, QStringLiteral("l"))}, link);
        patch.labelPlaces[pick(random, QStringLiteral("l"))] = random.bounded(2) ? std::optional(random.bounded(1.0)) : std::nullopt;
        patch.settings[QStringLiteral("title")] = PropertyValue(pick(random, QStringLiteral("Title")));
        if (random.bounded(2))
            patch.waivers = std::vector<Waiver>{{pick(random, QStringLiteral("R")), {e}, QStringLiteral("why"), {}, {}, {}}};
        if (random.bounded(2))
            patch.scenarios = std::vector<Scenario>{{pick(random, QStringLiteral("S")), {e}, {}}};
    }
    return patch;
}

}  // namespace

class PatchTest : public QObject {
    Q_OBJECT

private slots:
    void undoingEverythingGivesTheStartAndRedoingTheEnd()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 50; ++round) {
            Document document;
            const Design start = document.design();
            std::vector<Patch> done;
            for (int i = 0; i < 30; ++i) {
                done.push_back(randomPatch(random));
                document.apply(done.back());
            }
            const Design end = document.design();
            for (auto it = done.rbegin(); it != done.rend(); ++it)
                document.apply(*it);
            QVERIFY(document.design() == start);
            for (Patch& patch : done)
                document.apply(patch);
            QVERIFY(document.design() == end);
        }
    }

    void differenceLeadsFromOneToTheOther()
    {
        QRandomGenerator random(2);
        Design a, b;
        for (int i = 0; i < 20; ++i) {
            a = patched(a, randomPatch(random));
            b = patched(b, randomPatch(random));
            QVERIFY(patched(a, difference(a, b)) == b);
            QVERIFY(difference(a, a).isEmpty());
        }
    }

    void aPatchThatChangesNothingSaysSo()
    {
        QRandomGenerator random(3);
        const Design design = patched({}, randomPatch(random));
        Patch same;
        same.settings[QStringLiteral("title")] = design.settings.value(QStringLiteral("title"));
        QVERIFY(same.changesNothing(design));
        same.settings[QStringLiteral("title")] = PropertyValue(QStringLiteral("other"));
        QVERIFY(!same.changesNothing(design));
    }

    void ids()
    {
        QVERIFY(isValidId(QStringLiteral("sql-1")));
        for (const char* bad : {"", "1a", "a-", "a--b", "A", "a b", "-a"})
            QVERIFY2(!isValidId(QString::fromLatin1(bad)), bad);
    }
};

QTEST_APPLESS_MAIN(PatchTest)
#include "patch_test.moc"
