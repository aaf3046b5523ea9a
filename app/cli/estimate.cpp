// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"
#include "app/cli/figures.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/analysis/analyse.h"
#include "model/analysis/availability.h"
#include "model/analysis/topology.h"
#include "model/files/suggest.h"

#include <QJsonArray>
#include <cmath>

namespace redoubt::cli {

namespace {

struct Options {
    std::string file, format = "text";
    std::vector<std::string> failed, services;
};

QJsonArray strings(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonObject json(const ServiceEstimate& service)
{
    QJsonArray cutSets, notes;
    for (const QStringList& set : service.cutSets)
        cutSets.append(strings(set));
    for (const QString& note : service.notes)
        notes.append(note);
    return {{u"id"_qs, service.id},
            {u"name"_qs, service.name},
            {u"automatic"_qs, service.automatic},
            {u"with-manual-failover"_qs, service.withManualFailover},
            {u"downtime-minutes-year"_qs, service.downtimeMinutesYear},
            {u"cut-sets"_qs, cutSets},
            {u"single-points"_qs, strings(service.singlePoints)},
            {u"notes"_qs, notes}};
}

QJsonValue orNull(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject json(const TenantBudget& budget)
{
    return {{u"tenant"_qs, budget.tenant},
            {u"name"_qs, budget.name},
            {u"intervals"_qs, budget.intervals},
            {u"secrets"_qs, budget.secrets},
            {u"best"_qs, budget.best},
            {u"expected"_qs, budget.expected},
            {u"worst"_qs, budget.worst},
            {u"ceiling"_qs, budget.ceiling},
            {u"reserve"_qs, budget.reserve},
            {u"limit-calls"_qs, orNull(budget.limitCalls)},
            {u"limit-secrets"_qs, orNull(budget.limitSecrets)},
            {u"verdict"_qs, verdictId(budget.verdict)}};
}

QString servicesText(const std::vector<ServiceEstimate>& services)
{
    if (services.empty())
        return u"No service: the design has none of the parts that one is made of.\n"_qs;
    QList<QStringList> rows{{u"SERVICE"_qs, u"AUTOMATIC"_qs, u"WITH MANUAL FAILOVER"_qs, u"DOWN A YEAR"_qs, u"SINGLE POINTS OF FAILURE"_qs}};
    QStringList notes;
    for (const ServiceEstimate& service : services) {
        rows << QStringList{service.name, percent(service.automatic), percent(service.withManualFailover),
                            duration(service.downtimeMinutesYear),
                            service.singlePoints.isEmpty() ? u"none"_qs : service.singlePoints.join(u", ")};
        for (const QString& note : service.notes)
            if (!notes.contains(note))
                notes << note;
    }
    QString out = table(rows);
    for (const QString& note : notes)
        out += u"- "_qs + wrapped(note, 2).mid(2);
    return out;
}

QString verdictText(BudgetVerdict verdict)
{
    switch (verdict) {
    case BudgetVerdict::Fits: return inked(u"fits"_qs, Ink::Green);
    case BudgetVerdict::FitsOnAverage: return inked(u"fits on average"_qs, Ink::Yellow);
    case BudgetVerdict::OverCalls: return inked(u"too many calls"_qs, Ink::Red);
    case BudgetVerdict::OverSecrets: return inked(u"too many secrets"_qs, Ink::Red);
    }
    return {};
}

QString budgetsText(const std::vector<TenantBudget>& budgets)
{
    if (budgets.empty())
        return {};
    QList<QStringList> rows{{u"VAULT TENANT"_qs, u"SECRETS"_qs, u"BEST"_qs, u"EXPECTED"_qs, u"WORST"_qs, u"LIMIT"_qs, u"VERDICT"_qs}};
    for (const TenantBudget& budget : budgets)
        rows << QStringList{budget.name.isEmpty() ? budget.tenant : budget.name,
                            amount(double(budget.secrets))
                                + (budget.limitSecrets ? u" of "_qs + amount(*budget.limitSecrets) : QString()),
                            amount(budget.best), amount(budget.expected), amount(budget.worst),
                            budget.limitCalls ? amount(*budget.limitCalls) : u"none"_qs, verdictText(budget.verdict)};
    return u"\nVault calls in a month of 30 days\n"_qs + table(rows);
}

/// Ids given as arguments must exist: a typing error would otherwise look like good news.
QSet<QString> failedIds(const QStringList& ids, const Design& design)
{
    QStringList known;
    for (auto it = design.elements.keyBegin(); it != design.elements.keyEnd(); ++it)
        known << (*it).value;
    for (const QString& id : ids)
        if (!known.contains(id))
            throw wrongUsage(u"--fail: the design has no element `%1`%2"_qs.arg(id, didYouMean(id, known)));
    return QSet<QString>(ids.begin(), ids.end());
}

std::vector<ServiceEstimate> chosen(std::vector<ServiceEstimate> services, const QStringList& wanted)
{
    QStringList known;
    for (const ServiceEstimate& service : services)
        known << service.id;
    for (const QString& id : wanted)
        if (!known.contains(id))
            throw wrongUsage(u"--service: the design has no service `%1`; it has: %2"_qs.arg(
                id, known.isEmpty() ? u"none"_qs : known.join(u", ")));
    if (!wanted.isEmpty())
        std::erase_if(services, [&](const ServiceEstimate& service) { return !wanted.contains(service.id); });
    return services;
}

int runEstimate(const Options& options)
{
    const Catalog catalog = builtinCatalog();
    const RuleSet rules = builtinRules();
    const DesignFile file = readInput(decoded(options.file), catalog);
    const QStringList failed = decoded(options.failed);
    Report report = analyse(file.design, catalog, rules);
    if (const QSet<QString> ids = failedIds(failed, file.design); !ids.isEmpty())
        report.services = estimateAvailability(Topology(file.design, catalog), ids);
    report.services = chosen(std::move(report.services), decoded(options.services));
    if (options.format == "json") {
        QJsonObject all = envelope(u"estimate"_qs);
        all[u"rules"_qs] = QJsonObject{{u"version"_qs, rules.version}};
        all[u"catalog"_qs] = QJsonObject{{u"version"_qs, catalog.version}};
        all[u"file"_qs] = decoded(options.file);
        if (!failed.isEmpty())
            all[u"failed"_qs] = strings(failed);
        QJsonArray services, tenants;
        for (const ServiceEstimate& service : report.services)
            services.append(json(service));
        for (const TenantBudget& budget : report.dsv)
            tenants.append(json(budget));
        all[u"services"_qs] = services;
        all[u"dsv"_qs] = tenants;
        printJson(QJsonDocument(all));
        return Done;
    }
    const QString title = file.design.settingText(u"title"_qs);
    QString out = inked(title.isEmpty() ? decoded(options.file) : title, Ink::Bold) + u'\n';
    if (!failed.isEmpty())
        out += u"Assumed down: "_qs + failed.join(u", ") + u'\n';
    print(out + u'\n' + servicesText(report.services) + budgetsText(report.dsv));
    return Done;
}

}  // namespace

void addEstimate(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("estimate", "Availability of each service, and the vault's call budget");
    command->add_option("FILE", options->file, "A design file; - for standard input")->required()->type_name("");
    addFormat(command, options->format);
    command->add_option("--fail", options->failed, "Assume these elements down, separated by commas")
        ->delimiter(',')->type_name("ID,ID...");
    command->add_option("--service", options->services, "Only these services, separated by commas")
        ->delimiter(',')->type_name("ID,ID...");
    command->footer("Example: redoubt-cli estimate --fail dc-a design.redoubt.yaml");
    command->callback([options, &action] { action.run = [options] { return runEstimate(*options); }; });
}

}  // namespace redoubt::cli
