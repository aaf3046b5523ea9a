// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/page.h"

#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace redoubt {

namespace {

/// A group: its name and properties, its members and what each is there.
class GroupPage : public InspectorPage {
public:
    GroupPage(const PageContext& context, GroupId id)
        : InspectorPage(context)
        , m_id(std::move(id))
    {
        const Group* group = design().group(m_id);
        m_kind = catalog().groupKind(group->kind);
        addHeader(m_context.theme.icon(QStringLiteral("group")),
                  [this](const QString& name) { m_context.editor.rename(m_id.value, name); });
        if (m_kind && !m_kind->description.isEmpty()) {
            QLabel* words = makeText(m_kind->description, "secondary", this);
            words->setContentsMargins(12, 0, 12, 12);
            column()->addWidget(words);
        }
        addMembers(*group);
        if (m_kind && !m_kind->properties.empty())
            addProperties();
        auto* foot = new QHBoxLayout;
        foot->setContentsMargins(12, 8, 12, 0);
        auto* drop = new QPushButton(QStringLiteral("Dissolve group"), this);
        drop->setObjectName(QStringLiteral("dissolve"));
        drop->setToolTip(QStringLiteral("The members stay; only the group goes."));
        connect(drop, &QPushButton::clicked, this, [this] {
            Patch patch;
            patch.remove(m_id);
            m_context.editor.apply(std::move(patch), QStringLiteral("Dissolve %1").arg(design().displayName(m_id.value)));
        });
        foot->addWidget(drop);
        foot->addStretch(1);
        column()->addLayout(foot);
        refresh();
    }

    void refresh() override
    {
        const Group* group = design().group(m_id);
        if (!group)
            return;
        setHeader(group->name, QStringLiteral("%1 · %2").arg(m_kind ? m_kind->label : group->kind, m_id.value));
        for (PropertyForm* form : std::as_const(m_forms))
            form->refresh();
    }

private:
    const Design& design() const { return m_context.editor.design(); }
    const Catalog& catalog() const { return m_context.editor.catalog(); }

    void addProperties()
    {
        auto* form = new PropertyForm(m_kind->properties, [this](const PropertyDef& def) {
            FieldState state;
            state.fallback = def.defaultValue;
            const Group* group = design().group(m_id);
            if (const PropertyValue* value = group ? redoubt::find(group->properties, def.id) : nullptr)
                state.given = *value;
            return state;
        }, m_context.forEditors(), true, this);
        connect(form, &PropertyForm::edited, this, [this](const QString& key, const std::optional<PropertyValue>& value) {
            m_context.editor.setProperty({m_id.value}, key, value);
        });
        connect(form, &PropertyForm::finished, this, [this] { m_context.editor.endMerge(); });
        m_forms.append(form);
        column()->addWidget(form);
    }

    void addMembers(const Group& group)
    {
        Section* section = addSection(QStringLiteral("Members"));
        QToolButton* add = makeLinkButton(QStringLiteral("Add…"), this);
        add->setPopupMode(QToolButton::InstantPopup);
        auto* menu = new QMenu(add);
        add->setMenu(menu);
        section->addAction(add);
        // What can join is asked when the menu opens, not now.
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill(menu); });
        for (size_t i = 0; i < group.members.size(); ++i)
            section->body()->addWidget(makeMember(group.members[i].element));
        if (group.members.empty())
            section->body()->addWidget(makeText(QStringLiteral("No members yet."), "caption"));
    }

    void fill(QMenu* menu)
    {
        menu->clear();
        const Group* group = design().group(m_id);
        const QStringList kinds = m_kind ? m_kind->memberKinds : QStringList();
        for (const Candidate& candidate : candidates(design(), kinds)) {
            const ElementId id {candidate.id};
            if (group->contains(id) || !design().element(id))
                continue;
            menu->addAction(candidate.name, this, [this, id] {
                change(QStringLiteral("Add %1").arg(design().displayName(id.value)),
                       [&](Group& changed) { changed.members.push_back({id, {}}); });
            });
        }
        if (menu->isEmpty())
            menu->addAction(QStringLiteral("Nothing in the design can join"))->setEnabled(false);
    }

    QWidget* makeMember(const ElementId& id)
    {
        auto* card = new QFrame(this);
        card->setObjectName(QStringLiteral("card"));
        auto* layout = new QVBoxLayout(card);
        layout->setContentsMargins(6, 4, 4, 6);
        layout->setSpacing(4);
        auto* top = new QHBoxLayout;
        QPushButton* name = makeRowLink(design().displayName(id.value), card);
        const Element* element = design().element(id);
        const ElementKind* kind = element ? catalog().kind(element->kind) : nullptr;
        if (kind)
            name->setIcon(m_context.theme.kindIcon(kind->icon, kind->product));
        name->setIconSize(QSize(16, 16));
        connect(name, &QPushButton::clicked, this, [this, id] { emit revealed({id.value}); });
        top->addWidget(name, 1);
        QToolButton* remove = makeIconButton(m_context.theme.icon(QStringLiteral("close")),
                                             QStringLiteral("Remove from the group"), card);
        remove->setIconSize(QSize(12, 12));
        connect(remove, &QToolButton::clicked, this, [this, id] {
            change(QStringLiteral("Remove %1 from the group").arg(design().displayName(id.value)), [&](Group& changed) {
                std::erase_if(changed.members, [&](const GroupMember& m) { return m.element == id; });
            });
        });
        top->addWidget(remove);
        layout->addLayout(top);
        if (m_kind && !m_kind->memberFields.empty())
            addMemberForm(layout, id, card);
        return card;
    }

    void addMemberForm(QBoxLayout* layout, const ElementId& id, QWidget* card)
    {
        auto* form = new PropertyForm(m_kind->memberFields, [this, id](const PropertyDef& def) {
            FieldState state;
            state.fallback = def.defaultValue;
            const Group* group = design().group(m_id);
            if (!group)
                return state;
            for (const GroupMember& member : group->members) {
                const PropertyValue* value = member.element == id ? redoubt::find(member.fields, def.id) : nullptr;
                if (value)
                    state.given = *value;
            }
            return state;
        }, m_context.forEditors(), false, card);
        form->layout()->setContentsMargins(4, 0, 0, 0);
        connect(form, &PropertyForm::edited, this,
                [this, id](const QString& key, const std::optional<PropertyValue>& value) {
            change(QStringLiteral("Change %1 in the group").arg(design().displayName(id.value)), [&](Group& changed) {
                for (GroupMember& member : changed.members) {
                    if (member.element != id)
                        continue;
                    if (value)
                        member.fields[key] = *value;
                    else
                        member.fields.erase(key);
                }
            });
        });
        m_forms.append(form);
        layout->addWidget(form);
    }

    void change(const QString& name, const std::function<void(Group&)>& how)
    {
        const Group* group = design().group(m_id);
        if (!group)
            return;
        Group changed = *group;
        how(changed);
        Patch patch;
        patch.set(m_id, std::move(changed));
        m_context.editor.apply(std::move(patch), name);
    }

    GroupId m_id;
    const GroupKind* m_kind = nullptr;
    QList<PropertyForm*> m_forms;
};

}  // namespace

InspectorPage* makeGroupPage(const PageContext& context, const GroupId& id)
{
    return new GroupPage(context, id);
}

}  // namespace redoubt
