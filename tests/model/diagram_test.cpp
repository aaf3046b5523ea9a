// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// The decision diagram, its probabilities and cut sets against truth tables.
#include "model/analysis/cutsets.h"

#include <QRandomGenerator>
#include <QtTest>
#include <bit>
#include <set>

using namespace redoubt;

class DiagramTest : public QObject {
    Q_OBJECT

private slots:
    void diagramAgreesWithEnumeration()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            const int count = 1 + random.bounded(12);
            Diagram diagram;
            std::vector<long double> up;
            std::vector<Bdd> pool;
            std::vector<std::vector<bool>> truth;  // by function, by state
            const size_t states = size_t(1) << count;
            for (int i = 0; i < count; ++i) {
                up.push_back(static_cast<long double>(random.bounded(1.0)));
                pool.push_back(diagram.variable(i));
                truth.emplace_back(states);
                for (size_t s = 0; s < states; ++s)
                    truth.back()[s] = (s >> i) & 1;
            }
            for (int step = 0; step < 25; ++step) {
                const auto pick = [&] { return size_t(random.bounded(int(pool.size()))); };
                const size_t a = pick(), b = pick(), c = pick();
                const int weight = random.bounded(4), need = random.bounded(5);
                const int operation = random.bounded(5);
                std::vector<bool> table(states);
                for (size_t s = 0; s < states; ++s)
                    table[s] = operation == 0 ? truth[a][s] && truth[b][s]
                        : operation == 1      ? truth[a][s] || truth[b][s]
                        : operation == 2      ? !truth[a][s]
                        : operation == 3      ? (truth[a][s] ? truth[b][s] : truth[c][s])
                                              : truth[a][s] * weight + truth[b][s] + truth[c][s] * 2 >= need;
                pool.push_back(operation == 0   ? diagram.both(pool[a], pool[b])
                               : operation == 1 ? diagram.either(pool[a], pool[b])
                               : operation == 2 ? diagram.negated(pool[a])
                               : operation == 3 ? diagram.choose(pool[a], pool[b], pool[c])
                                                : diagram.atLeast({{pool[a], weight}, {pool[b], 1}, {pool[c], 2}}, need));
                truth.push_back(std::move(table));
            }
            Probability probability(diagram, up);
            for (size_t f = 0; f < pool.size(); ++f) {
                long double sum = 0;
                for (size_t s = 0; s < states; ++s) {
                    long double weight = 1;
                    for (int i = 0; i < count; ++i)
                        weight *= (s >> i) & 1 ? up[size_t(i)] : 1 - up[size_t(i)];
                    sum += truth[f][s] ? weight : 0;
                }
                QVERIFY(std::abs(double(probability.of(pool[f]) - sum)) < 1e-15);
                for (size_t g = 0; g < f; ++g)  // equal functions are one node
                    QCOMPARE(pool[f] == pool[g], truth[f] == truth[g]);
                verifyCutSets(diagram, pool[f], truth[f], count);
            }
        }
    }

    void specialCases()
    {
        Diagram diagram;
        std::vector<Bdd> parts;
        std::vector<Diagram::Vote> votes;
        for (int i = 0; i < 9; ++i) {
            parts.push_back(diagram.variable(i));
            votes.push_back({parts.back(), 1});
        }
        QCOMPARE(diagram.atLeast(votes, 9), diagram.allOf(parts));
        QCOMPARE(diagram.atLeast(votes, 1), diagram.anyOf(parts));
        QCOMPARE(diagram.atLeast(votes, 0), Diagram::yes);
        QCOMPARE(diagram.atLeast(votes, 10), Diagram::no);
        const long double a = 0.9L;
        Probability probability(diagram, std::vector<long double>(9, a));
        const auto near = [](long double x, long double y) { return std::abs(double(x - y)) < 1e-17; };
        QVERIFY(near(probability.of(diagram.allOf(parts)), std::pow(a, 9.0L)));
        QVERIFY(near(probability.of(diagram.anyOf(parts)), 1 - std::pow(1 - a, 9.0L)));
        long double total = 0, exactly5 = 126 * std::pow(a, 5.0L) * std::pow(1 - a, 4.0L);  // weights add up to 1
        for (int k = 0; k <= 9; ++k)
            total += probability.of(diagram.without(diagram.atLeast(votes, k), diagram.atLeast(votes, k + 1)));
        QVERIFY(near(total, 1));
        QVERIFY(near(probability.of(diagram.without(diagram.atLeast(votes, 5), diagram.atLeast(votes, 6))), exactly5));
    }

    void tooLargeAFunctionIsSaid()
    {
        // Pairs in the worst order: the diagram has to remember every first half. 2^24 nodes without the limit.
        Diagram diagram(100'000);
        std::vector<Bdd> pairs;
        for (int i = 0; i < 24; ++i)
            pairs.push_back(diagram.both(diagram.variable(i), diagram.variable(i + 24)));
        (void)diagram.anyOf(pairs);
        QVERIFY(diagram.isExhausted());
        QVERIFY(diagram.size() <= 100'000);
    }

private:
    void verifyCutSets(const Diagram& diagram, Bdd f, const std::vector<bool>& truth, int count)
    {
        const size_t states = truth.size();
        std::set<std::vector<int>> expected;
        for (size_t failed = 0; failed < states; ++failed) {  // failed components; the rest is up
            const int size = std::popcount(failed);
            const size_t all = states - 1;
            bool minimal = size <= 3 && !truth[all & ~failed];
            for (size_t part = failed; minimal && part != 0;) {
                part = (part - 1) & failed;
                minimal = truth[all & ~part];
            }
            if (!minimal)
                continue;
            std::vector<int> set;
            for (int i = 0; i < count; ++i)
                if ((failed >> i) & 1)
                    set.push_back(i);
            expected.insert(set);
        }
        if (Diagram::isConstant(f))
            expected.clear();
        const CutSets cuts = minimalCutSets(diagram, f, 3);
        QCOMPARE(std::set<std::vector<int>>(cuts.sets.begin(), cuts.sets.end()), expected);
    }
};

QTEST_APPLESS_MAIN(DiagramTest)
#include "diagram_test.moc"
