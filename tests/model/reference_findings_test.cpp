// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/catalog/catalog.h"
#include "model/files/designfile.h"
#include "model/files/tree.h"
#include "model/rules/rulereader.h"

#include <QDir>
#include <QtTest>

using namespace redoubt;

namespace {

const QString designs = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/");
const QString goldens = QStringLiteral(REDOUBT_SOURCE_DIR "/tests/golden/");

/// The names of the files in a folder that end so, without that end.
QStringList stems(const QString& folder, const QString& suffix)
{
    QStringList result;
    for (const QString& name : QDir(folder).entryList({u'*' + suffix}, QDir::Files, QDir::Name))
        result << name.chopped(suffix.size());
    return result;
}

/// `severity RULE-ID`, once for each kind of finding, in the order of the rule ids.
QStringList kindsOf(const std::vector<Finding>& findings)
{
    QStringList lines;
    for (const Finding& finding : findings)
        lines << severityId(finding.severity) + u' ' + finding.rule;
    lines.removeDuplicates();
    std::sort(lines.begin(), lines.end(), [](const QString& a, const QString& b) {
        return std::pair(a.section(u' ', 1), a) < std::pair(b.section(u' ', 1), b);
    });
    return lines;
}

QStringList without(QStringList list, const QStringList& others)
{
    list.removeIf([&](const QString& line) { return others.contains(line); });
    return list;
}

}  // namespace

/// Each reference design has exactly the findings of tests/golden/ID.findings: one line per kind of finding, severity and
/// rule id, sorted by rule id, an empty file for a design that shows none. The files are written by hand from what is
/// known of the published design, never from what the program says.
class ReferenceFindingsTest : public QObject {
    Q_OBJECT

    const Catalog m_catalog = builtinCatalog();
    const RuleSet m_rules = builtinRules();

private slots:
    void everyDesignHasItsFindingsWrittenDown()
    {
        const QStringList known = stems(designs, QStringLiteral(".redoubt.yaml"));
        QVERIFY(!known.isEmpty());
        QCOMPARE(stems(goldens, QStringLiteral(".findings")), known);
    }

    void exactlyTheExpectedFindings_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : stems(designs, QStringLiteral(".redoubt.yaml")))
            QTest::newRow(qPrintable(id)) << id;
    }
    void exactlyTheExpectedFindings()
    {
        QFETCH(QString, id);
        try {
            const QStringList expected = QString::fromUtf8(readFile(goldens + id + QStringLiteral(".findings")))
                                             .split(u'\n', Qt::SkipEmptyParts);
            const Design design = readDesignFile(designs + id + QStringLiteral(".redoubt.yaml"), m_catalog).design;
            const Report report = analyse(design, m_catalog, m_rules);
            QCOMPARE(report.checks, int(m_rules.rules.size()));
            for (const Finding& finding : report.findings) {
                QVERIFY2(finding.severity != Severity::Error, qPrintable(finding.message));
                QVERIFY2(!finding.waived, qPrintable(finding.message));
            }
            const QStringList found = kindsOf(report.findings);
            QVERIFY2(without(expected, found).isEmpty(), qPrintable(u"missing: "_qs + without(expected, found).join(u", "_qs)));
            QVERIFY2(without(found, expected).isEmpty(),
                     qPrintable(u"unexpected: "_qs + without(found, expected).join(u", "_qs)));
            QCOMPARE(found, expected);  // the file is in order and says nothing twice
        } catch (const FileError& error) {
            QFAIL(qPrintable(error.message()));
        }
    }
};

QTEST_APPLESS_MAIN(ReferenceFindingsTest)
#include "reference_findings_test.moc"
