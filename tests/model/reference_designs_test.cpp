// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/topology.h"
#include "model/catalog/catalog.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "model/files/tree.h"

#include <QDir>
#include <QtTest>

using namespace redoubt;

namespace {

const QString folder = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/");

}  // namespace

class ReferenceDesignsTest : public QObject {
    Q_OBJECT

    const Catalog m_catalog = builtinCatalog();

private slots:
    void readsWritesAndResolves_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString& name : QDir(folder).entryList({QStringLiteral("*.redoubt.yaml")}))
            QTest::newRow(qPrintable(name)) << folder + name;
    }
    /// Each file reads without a problem, is in canonical form, and every link joins at least one pair that its rows allow.
    void readsWritesAndResolves()
    {
        QFETCH(QString, path);
        try {
            const QByteArray text = readFile(path);
            const Design design = readDesign(text, path, m_catalog).design;
            if (qEnvironmentVariableIsSet("REDOUBT_REWRITE"))  // after an edit by hand: rewrites them, to be reviewed as a diff
                writeDesignFile(path, design, m_catalog);
            else
                QCOMPARE(QString::fromUtf8(writeDesign(design, m_catalog)), QString::fromUtf8(text));
            const Topology topology(design, m_catalog);
            for (const Flow& flow : topology.flows())
                QVERIFY2(!flow.rows.isEmpty(), qPrintable(flow.link.value + QStringLiteral(" joins nothing that may be joined")));
        } catch (const FileError& e) {
            QFAIL(qPrintable(e.message()));
        }
    }

    /// What the gallery, `new` and the title block show is there, and says which design it is.
    void isDescribed_data() { readsWritesAndResolves_data(); }
    void isDescribed()
    {
        QFETCH(QString, path);
        const Design design = readDesignFile(path, m_catalog).design;
        const auto text = [&](const char* setting) {
            return design.settings.value(QString::fromLatin1(setting)).text().value_or(QString());
        };
        QVERIFY(!text("title").isEmpty());
        QVERIFY(text("overview").endsWith(u'.'));
        QVERIFY(text("source").contains(u"(S"));
        QCOMPARE(text("reference") + QStringLiteral(".redoubt.yaml"), QFileInfo(path).fileName());
        QVERIFY(!design.settings.value(QStringLiteral("requirements")).textItems().isEmpty());
    }

    /// The gallery shows the designs as they build on each other, which their ids cannot tell: order.txt names every one.
    void theListingKeepsTheOrder()
    {
        const QStringList order = QString::fromUtf8(readFile(folder + QStringLiteral("order.txt"))).split(u'\n', Qt::SkipEmptyParts);
        QStringList listed;
        for (const ReferenceDesign& reference : referenceDesigns())
            listed << reference.id;
        QCOMPARE(listed.size(), QDir(folder).entryList({QStringLiteral("*.redoubt.yaml")}).size());
        QStringList expected = order;
        expected.removeIf([&](const QString& id) { return !listed.contains(id); });
        QCOMPARE(listed, expected);
    }
};

QTEST_APPLESS_MAIN(ReferenceDesignsTest)
#include "reference_designs_test.moc"
