// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mutations.h"

#include "model/analysis/analyse.h"
#include "model/files/designfile.h"
#include "tests/support/draft.h"

#include <QtTest>

using namespace redoubt;

namespace {

QSet<QString> firing(const Design& design)
{
    static const RuleSet rules = builtinRules();
    QSet<QString> result;
    for (const Finding& finding : analyse(design, testCatalog(), rules).findings)
        result << finding.rule;
    return result;
}

QString joined(const QSet<QString>& ids)
{
    QStringList sorted(ids.cbegin(), ids.cend());
    sorted.sort();
    return sorted.join(u' ');
}

}  // namespace

/// One thing changed in a reference design changes exactly the findings that the domain says.
class MutationsTest : public QObject {
    Q_OBJECT

    std::vector<Mutation> m_mutations;
    QHash<QString, QSet<QString>> m_before;

private slots:
    void initTestCase()
    {
        try {
            m_mutations = mutations(testCatalog());
        } catch (const FileError& error) {
            QFAIL(qPrintable(error.message()));
        }
        for (const Mutation& mutation : m_mutations)
            if (!m_before.contains(mutation.base))
                m_before.insert(mutation.base,
                                firing(readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/%1.redoubt.yaml")
                                                          .arg(mutation.base), testCatalog()).design));
        QVERIFY(m_mutations.size() >= 60);
    }
    void findingsAppearAndGo_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < m_mutations.size(); ++i)
            QTest::newRow(qPrintable(m_mutations[i].base + QStringLiteral(": ") + m_mutations[i].name)) << int(i);
    }
    void findingsAppearAndGo()
    {
        QFETCH(int, index);
        const Mutation& mutation = m_mutations[size_t(index)];
        const QSet<QString> before = m_before.value(mutation.base), after = firing(mutation.design);
        QCOMPARE(joined(after - before), mutation.appear.join(u' '));
        QCOMPARE(joined(before - after), mutation.go.join(u' '));
    }
};

QTEST_GUILESS_MAIN(MutationsTest)
#include "mutations_test.moc"
