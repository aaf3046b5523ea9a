// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/placement.h"
#include "model/design/patch.h"
#include "model/rules/facts.h"

namespace redoubt {

/// A design while a fix changes it, with what rules know of it as it stands. Steps and C++ fixes are made of these
/// moves. A move answers false, or an empty id, when it cannot be made; the fix is then given up.
class FixDraft {
public:
    /// `report` is that of the design; facts about services and budgets are known before the first change only.
    FixDraft(Design design, const Catalog& catalog, Report report);

    [[nodiscard]] const Design& design() const { return m_state->design; }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    /// Valid until the next change.
    [[nodiscard]] Facts& facts() { return m_state->facts; }
    /// The same thing, or list, in the design as it stands; what is gone is left out.
    [[nodiscard]] Fact refreshed(const Fact& fact) const;
    /// Facts made before the changes since are read through `refreshed`; call it when they all have been.
    void forgetPast() { m_past.clear(); }

    void apply(const Patch& patch);

    /// A new element at a free place as near to `near` as can be, in the nearest container around it that takes the
    /// kind; `in` (an id, or "" for the canvas) overrules. Containers grow, and what they would cover makes room.
    ElementId add(const QString& kind, const ElementId& near, const std::optional<ElementId>& in = {});
    /// A second one like `original`, near `near`, with its properties except names and addresses.
    ElementId addLike(const ElementId& original, const std::optional<ElementId>& in, const ElementId& near);
    /// The same beside the original, or in the other site `site`, and it takes part in all the original does: in its
    /// groups and its connections, in another site with the counterparts there.
    ElementId copy(const ElementId& original, const ElementId& site = {});
    /// Moves into a container at a free place there; without one into the nearest that takes it.
    bool move(const ElementId& id, const std::optional<ElementId>& into = {});

    /// Links the two by the row, or by the best there is when empty, unless they are so already; the id of the link.
    std::optional<LinkId> connect(const ElementId& from, const ElementId& to, const QString& row = {});
    /// One link of all these rows, drawn as `model` is.
    bool connect(const ElementId& from, const ElementId& to, const QStringList& rows, const Link& model);
    bool reverse(const LinkId& id);
    /// Moves one end or both of a flow to other elements. Of a link between layers the rest stays.
    bool redirect(const Flow& flow, const ElementId& from, const ElementId& to);
    void removeFlow(const Flow& flow);
    void remove(const QStringList& ids);

    /// Sets or clears a property of an element, group, link, flow, member or the design.
    bool set(const Thing& thing, const QString& key, const Fact& value);
    /// The same of an element or a group.
    bool set(const QString& id, const char* key, const Fact& value);
    bool join(const ElementId& id, const GroupId& group, const PropertyRecord& fields);
    bool leave(const ElementId& id, const GroupId& group);

    /// The value as the property's type holds it.
    [[nodiscard]] PropertyValue valueOf(const Fact& fact, const PropertyDef* def) const;
    [[nodiscard]] const PropertyDef* definition(const Thing& thing, const QString& key) const;

    /// Words that say better than the rule's data what was done.
    QString words;

private:
    struct State {
        State(Design d, const Catalog& catalog, Report r)
            : design(std::move(d)), report(std::move(r)), topology(design, catalog), facts(topology, report)
        {
        }
        Design design;
        Report report;
        Topology topology;
        Facts facts;
    };

    ElementId addNear(const QString& kind, const ElementId& near, const ElementId& container);
    [[nodiscard]] std::optional<ElementId> home(const QString& kind, const ElementId& near) const;
    LinkId isolate(const Flow& flow);
    void makeRoom(ElementId container, const Placement& before);
    void connectLike(const ElementId& original, const ElementId& copy);

    const Catalog& m_catalog;
    std::shared_ptr<State> m_state;
    std::vector<std::shared_ptr<State>> m_past;  ///< facts and pointers made before a change live on here
};

}  // namespace redoubt
