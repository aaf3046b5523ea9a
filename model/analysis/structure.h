// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/components.h"
#include "model/analysis/graded.h"
#include "model/analysis/paths.h"
#include "model/analysis/reading.h"
#include "model/analysis/votes.h"

namespace redoubt {

/// What people do by hand. Its time is RTO in catalogue d.2.
enum class ActionKind { Database, Site, PrivilegeSecure, Share };

/// The setting of the design that holds the time of such an action.
[[nodiscard]] QString runbookSetting(ActionKind kind);

struct Action {
    ActionKind kind = ActionKind::Site;
    QString subject;  ///< the availability group, share ... that it moves; empty for the change of site
    double hours = 0;
    bool given = false;  ///< the time stands in the design; else the catalogue's default
};

/// One service of catalogue d.3 as the design builds it.
struct Service {
    QString id;
    QString name;
    Graded need;
    QStringList notes;
};

inline constexpr double minutesYear = 525'600;  // 365 days (catalogue d.4.5)

/// The structure functions of a design: who needs what, as functions of the components (catalogue d.1 to d.3). Parts
/// shared by several services are derived once.
class Structure {
public:
    Structure(const Topology& topology, Supposition reading);

    /// Every service that the design has the parts for, in the order of the catalogue. A design too entangled for the
    /// diagram (`Diagram::isExhausted`) yields those that were derived before it was full.
    [[nodiscard]] std::vector<Service> services();

    // Shared parts. Nothing: the design does not have it.
    [[nodiscard]] std::optional<Graded> webPath(const QString& product);
    [[nodiscard]] std::optional<Graded> database(const QString& product);
    [[nodiscard]] std::optional<Graded> signIn();         ///< Secret Server: web path and database
    [[nodiscard]] std::optional<Graded> workers(const QStringList& roles);
    [[nodiscard]] FactorPtr clusterUp(const ElementId& broker);  ///< its cluster takes and delivers messages (d.1.7)
    [[nodiscard]] bool isMirrored(const GroupId& cluster) const;  ///< one of its brokers is enough (d.1.7)
    [[nodiscard]] std::optional<FactorPtr> cloudService();
    [[nodiscard]] bool servesCloud(const ElementId& engine) const;
    /// The majority of a Windows cluster (d.1.4); always there when the group does not exist.
    [[nodiscard]] FactorPtr quorum(const GroupId& cluster);
    /// The same while failures are spaced in time and dynamic quorum counts the votes anew after each.
    [[nodiscard]] FactorPtr spacedQuorum(const ClusterVotes& votes);
    [[nodiscard]] Graded availabilityGroup(const GroupId& id);

    [[nodiscard]] const Topology& topology() const { return m_topology; }
    [[nodiscard]] Diagram& diagram() { return m_diagram; }
    [[nodiscard]] Components& components() { return m_components; }
    [[nodiscard]] const std::vector<Action>& actions() const { return m_actions; }
    [[nodiscard]] std::vector<double> actionHours() const;
    [[nodiscard]] const Supposition& reading() const { return m_reading; }

private:
    using Services = std::vector<Service>;

    void secretServerSignIn(Services& services);
    void rotations(Services& services);
    void recording(Services& services);
    void privilegeManager(Services& services);
    void vault(Services& services);
    void cloud(Services& services);
    void privilegeSecure(Services& services);

    int action(ActionKind kind, const QString& subject = {});
    [[nodiscard]] double runbookHours(ActionKind kind, bool& given) const;
    /// People bring it back in states `when`, after `action`, instead of waiting for `repair`.
    [[nodiscard]] std::vector<Remedy> remedies(Bdd when, int action, const RepairCases& repair);

    [[nodiscard]] PathFinder pathOf(const QString& product);
    [[nodiscard]] std::vector<Entry> userEntries(const PathFinder& path) const;
    [[nodiscard]] std::vector<Entry> entriesByHand(const PathFinder& path, const std::vector<Entry>& entries) const;
    [[nodiscard]] FactorPtr reachOver(const PathFinder& path, const std::vector<Entry>& entries,
                                const PathFinder::NodeUp& nodeUp);
    [[nodiscard]] RepairCases repairOfPath(const PathFinder& path, const std::vector<Entry>& entries);
    [[nodiscard]] Graded gradedPath(const PathFinder& path, const std::vector<Entry>& entries,
                                    const PathFinder::NodeUp& nodeUp);
    /// `rows`: what each of them must reach; see `connected`.
    [[nodiscard]] FactorPtr anyUp(const QList<ElementId>& ids, const FactorName& name = {}, const QStringList& rows = {});
    /// Up, and not cut off: of the links of these rows that are drawn from it, one is not taken as down.
    [[nodiscard]] FactorPtr connected(const ElementId& id, const QStringList& rows);
    /// `part`, as long as not every flow of `rows` among those that start at `from` has failed; with none drawn, `part`.
    [[nodiscard]] FactorPtr unlessCut(const FactorPtr& part, const QList<ElementId>& from, const QStringList& rows, const ElementId& about = {});
    [[nodiscard]] bool isCut(const QList<int>& flows, const QStringList& rows) const;

    [[nodiscard]] std::optional<Graded> drawnDatabase(const QString& product);
    [[nodiscard]] std::optional<Graded> standaloneDatabase(const QString& product);
    [[nodiscard]] std::optional<Graded> databaseNotDrawn();
    [[nodiscard]] bool isDatabaseCounted();  ///< Secret Server's: drawn, or left out with a figure
    [[nodiscard]] bool canVote(const ClusterVotes::Voter& voter) const;
    [[nodiscard]] bool isReplicationCut(const GroupId& id, const GroupMember& primary, const GroupMember& member) const;

    [[nodiscard]] GroupId brokerCluster(const ElementId& broker) const;
    [[nodiscard]] bool needsMajority(const GroupId& cluster) const;
    [[nodiscard]] RepairCases repairOfBroker(const ElementId& broker);
    [[nodiscard]] Graded brokerPath(const std::vector<Entry>& entries);
    [[nodiscard]] std::optional<Graded> engineBroker(const GroupId& site, const QList<ElementId>& engines);
    [[nodiscard]] std::optional<Graded> backboneBroker();

    [[nodiscard]] std::optional<Graded> secretServerWork(const QStringList& roles);
    [[nodiscard]] std::optional<Service> rotation(const GroupId& site);
    [[nodiscard]] Graded recordingShares();
    [[nodiscard]] Graded agentWay();
    [[nodiscard]] std::optional<Service> retrieval(const ElementId& tenant);
    [[nodiscard]] std::optional<Graded> syncSource(const ElementId& tenant);

    [[nodiscard]] bool runs(const ElementId& host, const QString& service) const;
    [[nodiscard]] QList<ElementId> hostsOf(const QString& service) const;
    [[nodiscard]] std::optional<Graded> databaseOfPrivilegeSecure();
    [[nodiscard]] Graded embeddedDatabases(const QList<ElementId>& databases);
    [[nodiscard]] QMap<QString, QList<ElementId>> segments(const QString& service, const QString& row) const;
    [[nodiscard]] FactorPtr onTheMesh(const ElementId& host);
    [[nodiscard]] FactorPtr enteredVaults();

    const Topology& m_topology;
    Diagram m_diagram;
    Components m_components;
    std::vector<Action> m_actions;
    Supposition m_reading;
    QMap<QString, std::optional<Graded>> m_webPath, m_database;
    QHash<GroupId, FactorPtr> m_brokerCluster;
};

/// The two figures of a service. Given a failure, the actions that it calls for by itself are taken as done (see
/// estimateAvailability): `done` names them.
struct ServiceFigures {
    double automatic = 0;
    double withManualFailover = 0;  ///< >= automatic
    double downtimeMinutesYear = 0;
    std::vector<int> done;
};
[[nodiscard]] ServiceFigures figuresOf(Structure& structure, Probability& probability, const Graded& need);
/// The levels that either figure depends on, ascending.
[[nodiscard]] std::vector<int> levelsOf(const Diagram& diagram, const Graded& need);

}  // namespace redoubt
