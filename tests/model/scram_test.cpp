// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// The figures against those of scram, a fault tree analyser, on the same structures in the Open-PSA exchange format.
#include "model/files/filewriter.h"
#include "tests/support/openpsa.h"
#include "tests/support/references.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// A reference with random figures, more nodes and sometimes quorum queues.
Draft larger(QRandomGenerator& random)
{
    Draft draft = random.bounded(2) ? secretServerC3() : secretServerC1();
    for (int i = random.bounded(2, 8); i > 0; --i) {
        const QString letter = random.bounded(2) ? u"a"_s : u"b"_s, node = u"ss-web-%1-x%2"_s.arg(letter).arg(i);
        draft.element(node, u"ss-web"_s, u"site-"_s + letter).link(u"lb-ss-"_s + letter, node, u"CN-03"_s);
    }
    for (const ElementId& id : draft.design.elements.keys())
        if (figureOf(Topology(draft.design, testCatalog()), id).counts)
            draft.set(id.value, u"availability"_s, 0.9 + random.bounded(0.0999));
    for (const GroupId& id : draft.design.groups.keys())
        if (draft.design.group(id)->kind == u"rabbitmq-cluster"_s && random.bounded(2))
            draft.set(id.value, u"queue-type"_s, u"quorum"_s);
    return draft;
}

}  // namespace

class ScramTest : public QObject {
    Q_OBJECT

private slots:
    void figuresAgree()
    {
        const QString program = QStandardPaths::findExecutable(u"scram"_s);
        QVERIFY2(!program.isEmpty(), "scram is missing: apt-get install scram");
        const QTemporaryDir folder;
        QRandomGenerator random(21);
        int compared = 0, components = 0;
        double largest = 0;
        for (int round = 0; round < 8; ++round) {
            const Draft draft = larger(random);
            const Topology topology(draft.design, testCatalog());
            Structure structure(topology, {});
            Probability probability(structure.diagram(), structure.components().probabilities());
            for (const Service& service : structure.services()) {
                const QByteArray model = openPsaModel(structure, service);
                if (model.isEmpty())
                    continue;
                const QString path = folder.filePath(u"model.xml"_s);
                writeFile(path, model);
                QProcess scram;
                scram.start(program, {u"--bdd"_s, u"--probability"_s, u"1"_s, u"--limit-order"_s, u"20"_s, path});
                QVERIFY(scram.waitForFinished(120'000));
                const QString report = QString::fromUtf8(scram.readAllStandardOutput());
                QVERIFY2(scram.exitCode() == 0, scram.readAllStandardError());
                const auto match = QRegularExpression(u"<sum-of-products[^>]* probability=\"([^\"]+)\""_s).match(report);
                QVERIFY2(match.hasMatch(), qPrintable(report.left(600)));
                const double theirs = match.captured(1).toDouble();
                const double ours = double(1 - probability.of(service.need.automatic));
                largest = std::max(largest, qAbs(ours - theirs) / theirs);
                components = std::max(components, int(structure.diagram().support(service.need.automatic).size()));
                ++compared;
                QVERIFY2(qAbs(ours - theirs) <= 1e-5 * theirs, qPrintable(u"%1: %2, scram %3"_s.arg(service.id).arg(ours).arg(theirs)));
            }
        }
        qInfo("%d services of up to %d components, largest relative difference %g (scram prints six digits)", compared, components, largest);
        QVERIFY(compared >= 20);
    }
};

QTEST_APPLESS_MAIN(ScramTest)
#include "scram_test.moc"
