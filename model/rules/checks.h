// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/facts.h"
#include "model/rules/finding.h"

namespace redoubt {

/// One place where a check found its rule broken.
struct Hit {
    QStringList subjects;
    QMap<QString, QString> fills;  ///< words for the placeholders of the rule's message
    std::optional<Severity> severity = {};  ///< when it differs from the rule's
};

/// A message with its placeholders filled.
[[nodiscard]] QString filled(QString message, const QMap<QString, QString>& fills);

/// A rule that the vocabulary cannot say. Named in the rule's data, found in one table; pure.
struct Check {
    const char* name;
    std::vector<Hit> (*run)(Facts&);
    std::vector<QStringList> (*candidates)(Facts&);  ///< whom it judges, named as its hits are
};

/// Null when there is none of that name.
[[nodiscard]] const Check* findCheck(const QString& name);

// One function per check, by area; the table in checks.cpp names them.
std::vector<Hit> connectionNotInMatrix(Facts& facts);
std::vector<Hit> wrongContainer(Facts& facts);
std::vector<Hit> unconnected(Facts& facts);
std::vector<Hit> nameUsedTwice(Facts& facts);
std::vector<Hit> portDiffers(Facts& facts);
std::vector<Hit> arrowReversed(Facts& facts);
std::vector<Hit> tierMissingInDr(Facts& facts);
std::vector<Hit> siteLatencyMissing(Facts& facts);
std::vector<Hit> oneActionService(Facts& facts);
std::vector<Hit> balancerWithoutTargets(Facts& facts);
std::vector<Hit> databaseShared(Facts& facts);
std::vector<Hit> clusterTrafficMissing(Facts& facts);
std::vector<Hit> brokerPortsMissing(Facts& facts);

// What they judge (candidates.cpp).
std::vector<QStringList> allLinks(Facts& facts);
std::vector<QStringList> linksWithRows(Facts& facts);
std::vector<QStringList> placements(Facts& facts);
std::vector<QStringList> connectables(Facts& facts);
std::vector<QStringList> namedFrontEnds(Facts& facts);
std::vector<QStringList> drSites(Facts& facts);
std::vector<QStringList> sitesWithLatency(Facts& facts);
std::vector<QStringList> actionServices(Facts& facts);
std::vector<QStringList> balancers(Facts& facts);
std::vector<QStringList> databaseStores(Facts& facts);
std::vector<QStringList> clusterPairs(Facts& facts);
std::vector<QStringList> brokerPairs(Facts& facts);

}  // namespace redoubt
