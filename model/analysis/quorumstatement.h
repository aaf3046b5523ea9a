// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/topology.h"

namespace redoubt {

/// What a Windows cluster is left with after a loss (catalogue d.1.4).
struct QuorumLoss {
    QStringList lost;       ///< ids: a site, a voter, or two of them
    int votesLeft = 0;
    bool survives = false;  ///< static votes: lost at once, or nothing counted anew
    bool survivesSpaced = false;  ///< dynamic quorum, when machines are lost one after another
};

struct QuorumStatement {
    struct Voter {
        QString id;
        QString site;  ///< id; empty: in none
        int votes = 1;
        bool witness = false;
    };
    QString cluster;
    QString name;
    std::vector<Voter> voters;
    int total = 0;
    int majority = 0;
    bool hasWitness = false;
    bool diskOnly = false;
    bool dynamic = false;  ///< dynamic quorum is switched on in the design
    std::vector<QuorumLoss> sites;   ///< each site or container that holds a voter
    std::vector<QuorumLoss> voterLosses;  ///< each voter
    std::vector<QuorumLoss> pairs;   ///< each pair of voters, each voter with each site that it does not stand in, each pair of sites
    int spareVotes = 0;  ///< how many votes, one each, may be lost with a majority left
    QStringList sentences;
};

/// One for each Windows cluster, by id.
[[nodiscard]] std::vector<QuorumStatement> quorumStatements(const Topology& topology);

}  // namespace redoubt
