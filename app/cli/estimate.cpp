// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"
#include "app/cli/estimateviews.h"
#include "app/cli/figures.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "app/cli/scenario.h"
#include "model/analysis/analyse.h"
#include "model/analysis/availability.h"
#include "model/analysis/downtimecost.h"
#include "model/analysis/topology.h"
#include "model/design/numberwords.h"
#include "model/files/suggest.h"

#include <QJsonArray>
#include <cmath>

namespace redoubt::cli {

namespace {

struct Options {
    std::string file, format = "text", explain, scenario;
    std::vector<std::string> failed, services, shown;
    std::optional<std::string> minSla;  // percent; not given: no gate
    bool dynamicQuorum = false;
};

QJsonArray strings(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonObject json(const ServiceEstimate& service, const Design& design)
{
    QJsonArray cutSets, notes;
    for (const QStringList& set : service.cutSets)
        cutSets.append(strings(set));
    for (const QString& note : service.notes)
        notes.append(note);
    const Downtime downtime = downtimeOf(design, service);
    QJsonObject object{{u"id"_qs, service.id},
            {u"name"_qs, service.name},
            {u"automatic"_qs, service.automatic},
            {u"with-manual-failover"_qs, service.withManualFailover},
            {u"downtime-minutes-year"_qs, service.downtimeMinutesYear},
            {u"downtime-minutes-month"_qs, downtime.minutesMonth},
            {u"cut-sets"_qs, cutSets},
            {u"single-points"_qs, strings(service.singlePoints)},
            {u"notes"_qs, notes}};
    if (downtime.costYear) {
        object[u"downtime-cost-year"_qs] = *downtime.costYear;
        object[u"currency"_qs] = downtime.currency;
    }
    return object;
}

/// What the downtime costs, when the design says what an hour costs.
QString costText(const std::vector<ServiceEstimate>& services, const Design& design)
{
    QList<QStringList> rows{{u"COST OF DOWNTIME"_qs, u"A YEAR"_qs, u"A MONTH"_qs}};
    for (const ServiceEstimate& service : services)
        if (const Downtime downtime = downtimeOf(design, service); downtime.costYear)
            rows << QStringList{service.name, u"%1 %2"_qs.arg(amountWords(*downtime.costYear), downtime.currency).trimmed(),
                                u"%1 %2"_qs.arg(amountWords(*downtime.costMonth), downtime.currency).trimmed()};
    return rows.size() == 1 ? QString() : u'\n' + table(rows);
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

/// Given a failure, a figure a year would be none of that year; the second is that of the time after people have acted,
/// for as long as the failure lasts (catalogue d.2).
QString servicesText(const std::vector<ServiceEstimate>& services, bool givenFailure)
{
    if (services.empty())
        return u"No service: the design has none of the parts that one is made of.\n"_qs;
    QList<QStringList> rows{{u"SERVICE"_qs, givenFailure ? u"UNTIL SOMEBODY ACTS"_qs : u"AUTOMATIC"_qs, givenFailure ? u"AFTER MANUAL WORK"_qs : u"WITH MANUAL FAILOVER"_qs,
                             u"DOWN A YEAR"_qs, u"SINGLE POINTS OF FAILURE"_qs}};
    if (givenFailure)
        rows.front().removeAt(3);
    QStringList notes;
    for (const ServiceEstimate& service : services) {
        rows << QStringList{service.name, percentWords(service.automatic), percentWords(service.withManualFailover),
                            durationWords(service.downtimeMinutesYear),
                            service.singlePoints.isEmpty() ? u"none"_qs : service.singlePoints.join(u", ")};
        if (givenFailure)
            rows.back().removeAt(3);
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
    const Ink ink = verdict == BudgetVerdict::Fits ? Ink::Green : verdict == BudgetVerdict::FitsOnAverage ? Ink::Yellow : Ink::Red;
    return inked(verdictWords(verdict), ink);
}

QString budgetsText(const std::vector<TenantBudget>& budgets)
{
    if (budgets.empty())
        return {};
    QList<QStringList> rows{{u"VAULT TENANT"_qs, u"SECRETS"_qs, u"BEST"_qs, u"EXPECTED"_qs, u"WORST"_qs, u"LIMIT"_qs, u"VERDICT"_qs}};
    for (const TenantBudget& budget : budgets)
        rows << QStringList{budget.name.isEmpty() ? budget.tenant : budget.name,
                            amountWords(double(budget.secrets))
                                + (budget.limitSecrets ? u" of "_qs + amountWords(*budget.limitSecrets) : QString()),
                            amountWords(budget.best), amountWords(budget.expected), amountWords(budget.worst),
                            budget.limitCalls ? amountWords(*budget.limitCalls) : u"none"_qs, verdictText(budget.verdict)};
    return u"\nVault calls in a month of 30 days\n"_qs + table(rows);
}

QString membersOf(const Design& design, const GroupId& id)
{
    QStringList members;
    for (const GroupMember& member : design.group(id)->members)
        members << u"`%1`"_qs.arg(member.element.value);
    return members.join(u", ");
}

/// Ids given as arguments must exist: a typing error would otherwise look like good news.
void requireIds(const QStringList& ids, const Design& design)
{
    QStringList known;
    for (auto it = design.elements.keyBegin(); it != design.elements.keyEnd(); ++it)
        known << (*it).value;
    for (auto it = design.links.keyBegin(); it != design.links.keyEnd(); ++it)
        known << (*it).value;
    for (const QString& id : ids)
        if (design.group({id}))
            throw wrongUsage(u"--fail: `%1` is a group, and a group is nothing that fails by itself: give its members, %2"_qs.arg(
                id, membersOf(design, {id})));
        else if (!known.contains(id))
            throw wrongUsage(u"--fail: the design has no element or link `%1`%2"_qs.arg(id, didYouMean(id, known)));
}

/// A percentage as people write it. A fraction typed for one would let everything pass.
std::optional<double> targetOf(const std::optional<std::string>& text)
{
    if (!text)
        return {};
    bool number = false;
    const double percentage = QString::fromStdString(*text).toDouble(&number);
    if (!number || !(percentage > 1 && percentage <= 100))
        throw wrongUsage(u"--min-sla: give a percentage above 1 and up to 100, for example 99.95"_qs);
    return percentage / 100;
}

EstimateExtras extrasOf(const Options& options, const Design& design)
{
    EstimateExtras extras;
    extras.failed = decoded(options.failed);
    requireIds(extras.failed, design);
    extras.scenario = decoded(options.scenario);
    if (!extras.scenario.isEmpty())
        extras.failed = requireScenario(design, extras.scenario).fails;
    extras.shown = decoded(options.shown);
    extras.explained = decoded(options.explain);
    extras.dynamicQuorum = options.dynamicQuorum;
    extras.target = targetOf(options.minSla);
    return extras;
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

QStringList idsOf(const std::vector<ServiceEstimate>& services)
{
    QStringList ids;
    for (const ServiceEstimate& service : services)
        ids << service.id;
    return ids;
}

void refuseUnknownExplanation(const Report& report, const QString& id)
{
    QStringList known = idsOf(report.services);
    for (const TenantBudget& budget : report.dsv)
        known << budget.tenant;
    if (!id.isEmpty() && !known.contains(id))
        throw wrongUsage(u"--explain: the design has no service or vault tenant `%1`; it has: %2"_qs.arg(
            id, known.isEmpty() ? u"none"_qs : known.join(u", ")));
}

void printAsJson(const QString& file, const Report& report, const Topology& topology, const EstimateExtras& extras,
                 const std::vector<MissedTarget>& missed)
{
    QJsonObject all = envelope(u"estimate"_qs);
    all[u"rules"_qs] = QJsonObject{{u"version"_qs, report.rulesVersion}};
    all[u"catalog"_qs] = QJsonObject{{u"version"_qs, report.catalogVersion}};
    all[u"file"_qs] = file;
    QJsonArray services, tenants;
    for (const ServiceEstimate& service : report.services)
        services.append(json(service, topology.design()));
    for (const TenantBudget& budget : report.dsv)
        tenants.append(json(budget));
    all[u"services"_qs] = services;
    all[u"dsv"_qs] = tenants;
    const QStringList ids = idsOf(report.services);
    if (!extras.failed.isEmpty()) {
        all[u"failed"_qs] = strings(extras.failed);
        if (!extras.scenario.isEmpty())
            all[u"scenario"_qs] = extras.scenario;
        all[u"what-if"_qs] = statesJson(topology, extras, ids);
    }
    if (!extras.explained.isEmpty())
        all[u"explanation"_qs] = explanationJson(topology, extras);
    const QJsonObject more = extrasJson(topology, extras, ids);
    for (auto it = more.constBegin(); it != more.constEnd(); ++it)
        all[it.key()] = it.value();
    if (extras.target)
        all[u"gate"_qs] = gateJson(missed, extras);
    printJson(QJsonDocument(all));
}

void printAsText(const QString& title, const Report& report, const Topology& topology, const EstimateExtras& extras,
                 const std::vector<MissedTarget>& missed)
{
    QString out = inked(oneLine(title), Ink::Bold) + u'\n';
    if (!extras.failed.isEmpty())
        out += wrapped((extras.scenario.isEmpty() ? u"Assumed down: "_qs : u"Scenario %1, assumed down: "_qs.arg(oneLine(extras.scenario)))
                           + namedIds(topology.design(), extras.failed), 0);
    out += u'\n' + servicesText(report.services, !extras.failed.isEmpty());
    if (extras.failed.isEmpty())
        out += costText(report.services, topology.design());
    out += budgetsText(report.dsv);
    const QStringList ids = idsOf(report.services);
    if (!extras.failed.isEmpty())
        out += statesText(topology, extras, ids);
    if (!extras.explained.isEmpty())
        out += u"\nHow the figure comes about\n"_qs + explanationText(topology, extras);
    out += extrasText(topology, extras, ids);
    if (extras.target)
        out += gateText(topology, missed, extras);
    print(out);
}

int runEstimate(const Options& options)
{
    const Catalog catalog = builtinCatalog();
    const RuleSet rules = builtinRules();
    const QString path = decoded(options.file);
    const DesignFile file = readInput(path, catalog);
    const EstimateExtras extras = extrasOf(options, file.design);
    const Topology topology(file.design, catalog);
    Report report = analyse(file.design, catalog, rules);
    refuseUnknownExplanation(report, extras.explained);
    if (!extras.failed.isEmpty() || extras.dynamicQuorum) {
        Supposition reading(QSet<QString>(extras.failed.begin(), extras.failed.end()));
        reading.dynamicQuorum = extras.dynamicQuorum;
        report.services = estimateAvailability(topology, reading);
    }
    report.services = chosen(std::move(report.services), decoded(options.services));
    const std::vector<MissedTarget> missed = missedTargets(topology, report.services, extras);
    const QString title = file.design.settingText(u"title"_qs);
    if (options.format == "json")
        printAsJson(path, report, topology, extras, missed);
    else
        printAsText(title.isEmpty() ? path : title, report, topology, extras, missed);
    return missed.empty() ? Done : Findings;
}

}  // namespace

void addEstimate(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("estimate", "Availability of each service, and the vault's call budget");
    command->add_option("FILE", options->file, "A design file; - for standard input")->required()->type_name("");
    addFormat(command, options->format);
    command->add_option("--fail", options->failed, "Assume these elements and links down, separated by commas")
        ->delimiter(',')->type_name("ID,ID...");
    command->add_option("--scenario", options->scenario, "Assume down what this scenario of the design fails")
        ->excludes("--fail")->type_name("NAME");
    command->add_option("--service", options->services, "Only these services, separated by commas")
        ->delimiter(',')->type_name("ID,ID...");
    command->add_option("--min-sla", options->minSla, "Exit with 1 when a service stays below, with manual failover")
        ->type_name("PERCENT");
    command->add_option("--explain", options->explain, "How this figure comes about: a service, or a vault tenant")->type_name("ID");
    command->add_option("--show", options->shown, "More: importance (what to harden next), improvements, quorum, recovery, sweep (all failures)")
        ->delimiter(',')->check(CLI::IsMember({"importance", "improvements", "quorum", "recovery", "sweep"}))->type_name("WHAT,...");
    command->add_flag("--dynamic-quorum", options->dynamicQuorum, "Count votes anew after each loss, in clusters that do so");
    command->footer("Example: redoubt-cli estimate --fail dc-a design.redoubt.yaml\n"
                    "         redoubt-cli estimate --min-sla 99.95 --service ss-login design.redoubt.yaml\n"
                    "         redoubt-cli estimate --explain ss-login --show importance,quorum design.redoubt.yaml");
    command->callback([options, &action] { action.run = [options] { return runEstimate(*options); }; });
}

}  // namespace redoubt::cli
