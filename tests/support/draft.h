// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/apibudget.h"
#include "model/analysis/availability.h"
#include "model/catalog/catalog.h"

#include <QtTest>

namespace redoubt {

/// Builds small designs for tests in few words. Ids are plain text.
class Draft {
public:
    Design design;

    Draft& element(const QString& id, const QString& kind, const QString& in = {}, PropertyRecord properties = {},
                   const QString& host = {});
    Draft& set(const QString& id, const QString& key, PropertyValue value);
    Draft& link(const QString& from, const QString& to, const QString& row, LinkUse use = LinkUse::Normal,
                const QStringList& ports = {});
    Draft& group(const QString& id, const QString& kind, const QStringList& members, PropertyRecord properties = {});
    Draft& setting(const QString& key, PropertyValue value);

    /// A balancer with one listener for `product`.
    Draft& balancer(const QString& id, const QString& product, const QString& in = {});
    /// A replica of `ag` on `server`: its instance, and its entry in the group, which is made when it is not there.
    /// `mode`: `primary`, `auto` (synchronous, automatic) or `async` (by hand).
    Draft& replica(const QString& ag, const QString& product, const QString& server, const QString& mode,
                   bool primaryIsAutomatic = true);

    [[nodiscard]] std::vector<ServiceEstimate> estimate(const Supposition& reading = {}) const;
    /// The estimate of one service; a null id when the design does not have it.
    [[nodiscard]] ServiceEstimate service(const QString& id, const Supposition& reading = {}) const;
};

[[nodiscard]] QStringList idsOf(const QList<const LinkRow*>& rows);

/// The built-in catalog, read once.
[[nodiscard]] const Catalog& testCatalog();

}  // namespace redoubt
