// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>
#include <vector>

namespace redoubt {

/// A published design that a customer could start from, compiled into the program.
struct ReferenceDesign {
    QString id;     ///< `ss-pm-a1`
    QString title;
    QString overview;  ///< one paragraph; may be empty
};

/// All reference designs, in the order of reference-designs/order.txt, others after it by id. Never throws: a test reads every one of them.
[[nodiscard]] std::vector<ReferenceDesign> referenceDesigns();
/// The ids of those that patterns such as `ss-pm-*` name, in their order; and their titles.
[[nodiscard]] QStringList matchingReferences(const QStringList& patterns);
[[nodiscard]] QStringList matchingTitles(const QStringList& patterns);
/// The design file of a reference design; empty when there is none of this id.
[[nodiscard]] QByteArray referenceDesign(const QString& id);

}  // namespace redoubt
