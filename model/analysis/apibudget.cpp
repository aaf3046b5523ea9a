// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/apibudget.h"

namespace redoubt {

namespace {

double numberAt(const Topology& topology, const ElementId& id, const QString& key, double otherwise)
{
    const auto value = topology.value(id, key);
    return value ? value->number().value_or(otherwise) : otherwise;
}

double numberIn(const PropertyRecord& record, const QString& key, double otherwise)
{
    const PropertyValue* value = find(record, key);
    return value ? value->number().value_or(otherwise) : otherwise;
}

/// The records of a list, or the one that stands there alone.
std::vector<PropertyRecord> recordsAt(const Topology& topology, const ElementId& id, const QString& key)
{
    std::vector<PropertyRecord> result;
    const auto value = topology.value(id, key);
    if (value && value->record())
        result.push_back(*value->record());
    if (value && value->list())
        for (const PropertyValue& item : *value->list())
            if (item.record())
                result.push_back(*item.record());
    return result;
}

// Events times operators times calls of each: a sign-in an hour (K1), lists and reads. What a row does not say is once:
// the reserve of D2, "2 events x 3 operators x 20 reads", is 2 x 3 x (1 hour + 1 list + 20 reads).
double reserveOf(const PropertyRecord& row)
{
    const auto atLeastZero = [&](const char16_t* key, double otherwise) {
        const double value = numberIn(row, QString::fromUtf16(key), otherwise);
        return value > 0 ? value : 0;
    };
    return atLeastZero(u"events", 1) * atLeastZero(u"operators", 1)
        * (atLeastZero(u"hours", 1) + atLeastZero(u"lists", 1) + atLeastZero(u"reads", 0));
}

BudgetVerdict verdictOf(const TenantBudget& budget)
{
    constexpr double rounding = 1e-9;
    if (budget.limitCalls && budget.expected > *budget.limitCalls + rounding)
        return BudgetVerdict::OverCalls;
    if (budget.limitSecrets && double(budget.secrets) + budget.otherSecrets > *budget.limitSecrets)
        return BudgetVerdict::OverSecrets;
    if (budget.limitCalls && budget.worst > *budget.limitCalls + rounding)
        return BudgetVerdict::FitsOnAverage;
    return BudgetVerdict::Fits;
}

}  // namespace

std::optional<BudgetInput> budgetInput(const Topology& topology, const ElementId& tenant)
{
    const auto interval = topology.value(tenant, QStringLiteral("sync-interval-min"));
    if (!interval || !interval->number())
        return {};
    BudgetInput input;
    input.intervalMinutes = *interval->number();
    for (const PropertyRecord& row : recordsAt(topology, tenant, QStringLiteral("mapped")))
        input.groups.push_back({numberIn(row, QStringLiteral("count"), 0),
                                numberIn(row, QStringLiteral("scheduled-changes"), 0),
                                numberIn(row, QStringLiteral("random-changes"), 0), textAt(row, QStringLiteral("name"))});
    input.otherSecrets = std::max(0.0, numberAt(topology, tenant, QStringLiteral("other-secrets"), 0));
    input.pipelineRuns = numberAt(topology, tenant, QStringLiteral("event-pushes"), 0);
    input.secretsPerRun = numberAt(topology, tenant, QStringLiteral("secrets-per-push"), 1);
    input.newlyMapped = numberAt(topology, tenant, QStringLiteral("newly-mapped"), 0);
    const auto oneGo = topology.value(tenant, QStringLiteral("mapped-in-one-go"));
    input.mappedInOneGo = oneGo && oneGo->boolean().value_or(false);
    for (const PropertyRecord& row : recordsAt(topology, tenant, QStringLiteral("reserve")))
        input.reserve += reserveOf(row);
    return input;
}

std::vector<TenantBudget> callBudgets(const Topology& topology)
{
    std::vector<TenantBudget> result;
    for (const ElementId& tenant : topology.ofKind(QStringLiteral("dsv-tenant"))) {
        const auto input = budgetInput(topology, tenant);
        const auto calls = input ? callBudget(*input) : std::nullopt;
        if (!calls)
            continue;
        TenantBudget budget;
        budget.tenant = tenant.value;
        budget.name = topology.design().displayName(tenant.value);
        budget.intervals = calls->intervals;
        budget.secrets = qint64(calls->secrets);
        budget.best = calls->best;
        budget.expected = calls->expected;
        budget.worst = calls->worst;
        budget.ceiling = calls->ceiling;
        budget.reserve = input->reserve;
        budget.otherSecrets = input->otherSecrets;
        budget.staleShare = calls->staleShare;
        if (topology.text(tenant, QStringLiteral("plan")) == QLatin1String("free")) {
            budget.limitCalls = freeCalls;
            budget.limitSecrets = freeSecrets;
        }
        budget.verdict = verdictOf(budget);
        result.push_back(budget);
    }
    return result;
}

}  // namespace redoubt
