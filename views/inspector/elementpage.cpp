// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/page.h"

#include "model/design/edits.h"
#include "views/parts/panels.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"
#include "views/render/draw.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

namespace redoubt {

namespace {

class ElementPage : public InspectorPage {
public:
    ElementPage(const PageContext& context, QStringList ids)
        : InspectorPage(context)
        , m_ids(std::move(ids))
    {
        const bool one = m_ids.size() == 1;
        addHeader(icon(), one ? [this](const QString& name) { m_context.editor.rename(m_ids.first(), name); }
                              : std::function<void(const QString&)>());
        m_form = new PropertyForm(commonProperties(catalog(), design(), m_ids),
                                  [this](const PropertyDef& def) { return elementState(catalog(), design(), m_ids, def); },
                                  m_context.forEditors(), true, this);
        connect(m_form, &PropertyForm::edited, this, [this](const QString& key, const std::optional<PropertyValue>& value) {
            m_context.editor.setProperty(m_ids, key, value);
        });
        connect(m_form, &PropertyForm::finished, this, [this] { m_context.editor.endMerge(); });
        if (one) {
            m_findings = addSection(QStringLiteral("Findings"));
            m_place = addSection(QStringLiteral("Place"));
        }
        column()->addWidget(m_form);
        m_groups = addSection(QStringLiteral("Groups"));
        addGroupButton();
        if (one)
            m_links = addSection(QStringLiteral("Links"));
        refresh();
    }

    void refresh() override
    {
        m_form->refresh();
        if (m_ids.size() == 1) {
            const Element* element = design().element(ElementId {m_ids.first()});
            const ElementKind* kind = element ? catalog().kind(element->kind) : nullptr;
            setHeader(element ? element->name : QString(),
                      QStringLiteral("%1 · %2").arg(kind ? kind->label : QString(), m_ids.first()));
            listPlace();
            listFindings();
            listLinks();
        } else {
            setHeader(QStringLiteral("%1 elements").arg(m_ids.size()), kindsText());
        }
        listGroups();
    }

private:
    const Design& design() const { return m_context.editor.design(); }
    const Catalog& catalog() const { return m_context.editor.catalog(); }

    QIcon icon() const
    {
        const Element* element = design().element(ElementId {m_ids.first()});
        const ElementKind* kind = element ? catalog().kind(element->kind) : nullptr;
        return kind ? m_context.theme.kindIcon(kind->icon, kind->product) : QIcon();
    }

    QString kindsText() const
    {
        QMap<QString, int> counts;
        for (const QString& id : m_ids) {
            const Element* element = design().element(ElementId {id});
            const ElementKind* kind = element ? catalog().kind(element->kind) : nullptr;
            if (kind)
                ++counts[kind->label];
        }
        QStringList words;
        for (auto it = counts.begin(); it != counts.end(); ++it)
            words.append(it.value() == 1 ? it.key() : QStringLiteral("%1 × %2").arg(it.value()).arg(it.key()));
        return words.join(QStringLiteral(", "));
    }

    QPushButton* addJump(QBoxLayout* layout, const QString& text, const QStringList& ids)
    {
        QPushButton* button = makeRowLink(text);
        connect(button, &QPushButton::clicked, this, [this, ids] { emit revealed(ids); });
        layout->addWidget(button);
        return button;
    }

    void listPlace()
    {
        clearLayout(m_place->body());
        const Element* element = design().element(ElementId {m_ids.first()});
        const ElementId parent = !element ? ElementId {} : element->host.isEmpty() ? element->in : element->host;
        m_place->setVisible(!parent.isEmpty());
        if (parent.isEmpty())
            return;
        const QString where = element->host.isEmpty() ? QStringLiteral("In %1") : QStringLiteral("On %1");
        addJump(m_place->body(), where.arg(design().displayName(parent.value)), {parent.value});
    }

    void listFindings()
    {
        clearLayout(m_findings->body());
        int count = 0;
        for (const Finding& finding : m_context.analysis.report().findings) {
            if (!finding.subjects.contains(m_ids.first()))
                continue;
            ++count;
            QPushButton* button = addJump(m_findings->body(), finding.title, m_ids);
            button->setIcon(QIcon(severityPixmap(finding.severity, 14, m_context.theme.style(), devicePixelRatioF(), finding.waived)));
            button->setIconSize(QSize(14, 14));
            button->setToolTip(finding.message);
            connect(button, &QPushButton::clicked, this, [this] { emit findingChosen(m_ids.first()); });
        }
        m_findings->setVisible(count > 0);
    }

    void listLinks()
    {
        clearLayout(m_links->body());
        const ElementId self {m_ids.first()};
        for (auto it = design().links.begin(); it != design().links.end(); ++it) {
            const Link& link = **it;
            if (link.from != self && link.to != self)
                continue;
            const ElementId other = link.from == self ? link.to : link.from;
            const QString text = QStringLiteral("%1 %2 · %3")
                                     .arg(link.from == self ? QStringLiteral("to") : QStringLiteral("from"),
                                          design().displayName(other.value),
                                          linkLabel(design(), catalog(), link).join(QStringLiteral(", ")));
            addJump(m_links->body(), text, {it.key().value});
        }
        m_links->setVisible(m_links->body()->count() > 0);
    }

    void addGroupButton()
    {
        QToolButton* button = makeLinkButton(QStringLiteral("Group as…"), this);
        button->setObjectName(QStringLiteral("groupAs"));
        button->setPopupMode(QToolButton::InstantPopup);
        auto* menu = new QMenu(button);
        button->setMenu(menu);
        m_groups->addAction(button);
        for (const GroupKind& kind : catalog().groupKinds) {
            if (edits::makeGroup(design(), catalog(), kind.id, m_ids).ids.isEmpty())
                continue;
            menu->addAction(kind.label, this, [this, id = kind.id] {
                const GroupId made = m_context.editor.makeGroup(id, m_ids);
                if (!made.isEmpty())
                    emit groupChosen(made.value);
            });
        }
        button->setVisible(!menu->isEmpty());
        m_canGroup = !menu->isEmpty();
    }

    void listGroups()
    {
        clearLayout(m_groups->body());
        for (auto it = design().groups.begin(); it != design().groups.end(); ++it) {
            const bool has = std::any_of(m_ids.begin(), m_ids.end(),
                                         [&](const QString& id) { return (*it)->contains(ElementId {id}); });
            if (!has)
                continue;
            const GroupKind* kind = catalog().groupKind((*it)->kind);
            QPushButton* button = makeRowLink(
                QStringLiteral("%1 · %2").arg(design().displayName(it.key().value), kind ? kind->label : (*it)->kind));
            connect(button, &QPushButton::clicked, this, [this, id = it.key().value] { emit groupChosen(id); });
            m_groups->body()->addWidget(button);
        }
        if (m_groups->body()->count() == 0 && m_canGroup)
            m_groups->body()->addWidget(makeText(QStringLiteral("Not in a group."), "caption"));
        m_groups->setVisible(m_canGroup || m_groups->body()->count() > 0);
    }

    QStringList m_ids;
    PropertyForm* m_form = nullptr;
    Section* m_place = nullptr;
    Section* m_findings = nullptr;
    Section* m_groups = nullptr;
    Section* m_links = nullptr;
    bool m_canGroup = false;
};

}  // namespace

InspectorPage* makeElementPage(const PageContext& context, const QStringList& ids)
{
    return new ElementPage(context, ids);
}

}  // namespace redoubt
