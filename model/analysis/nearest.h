// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

namespace redoubt {

/// One way in which a design differs from a reference design, to be read after the name of the latter.
struct Difference {
    QString text;  ///< `without the witness in the third site`, `one SQL Server fewer in the recovery site`
    double weight = 0;
};

/// How near a design is to one reference design. Compared by meaning: roles of sites, tiers and their numbers, machines
/// of the brokers, balancers, replication, witness, vaults; ids, names, order and positions do not matter.
struct Nearness {
    QString reference;
    double distance = 0;  ///< sum of the weights of all differences; 0: none
    double likeness = 0;  ///< 1: none; 0: nothing in common
    std::vector<Difference> differences;  ///< at most ten, the most telling first
};

/// Compares with every reference design (by id), nearest first; equally near ones by id. Pure; never throws.
[[nodiscard]] std::vector<Nearness> nearest(const Design& design, const Catalog& catalog,
                                            const QMap<QString, Design>& references);

}  // namespace redoubt
