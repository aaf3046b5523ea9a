// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/page.h"

#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace redoubt {

namespace {

/// The design as a whole. Title, project, customer, author, date and logo stand in the title block of every picture.
class DesignPage : public InspectorPage {
public:
    explicit DesignPage(const PageContext& context)
        : InspectorPage(context)
    {
        addHeader({}, [this](const QString& name) {
            m_context.editor.setSetting(QStringLiteral("title"),
                                        name.isEmpty() ? std::nullopt : std::optional(PropertyValue(name)));
            m_context.editor.endMerge();
        });
        std::vector<PropertyDef> settings = m_context.editor.catalog().settings;
        // The heading is the title already; where the design came from is not for typing.
        std::erase_if(settings, [](const PropertyDef& def) {
            return def.id == QLatin1String("title") || def.id == QLatin1String("reference");
        });
        m_form = new PropertyForm(settings, [this](const PropertyDef& def) {
            FieldState state;
            const Design& design = m_context.editor.design();
            const auto it = design.settings.find(def.id);
            if (it != design.settings.end())
                state.given = *it;
            state.fallback = def.defaultValue;
            return state;
        }, m_context.forEditors(), true, this);
        connect(m_form, &PropertyForm::edited, this, [this](const QString& key, const std::optional<PropertyValue>& value) {
            m_context.editor.setSetting(key, value);
        });
        connect(m_form, &PropertyForm::finished, this, [this] { m_context.editor.endMerge(); });
        column()->addWidget(m_form);
        m_groups = addSection(QStringLiteral("Groups"));
        refresh();
    }

    void refresh() override
    {
        const Design& design = m_context.editor.design();
        const QString reference = design.settingText(QStringLiteral("reference"));
        const QString counts = QStringLiteral("%1 elements, %2 links").arg(design.elements.size()).arg(design.links.size());
        setHeader(design.settingText(QStringLiteral("title")),
                  reference.isEmpty() ? QStringLiteral("Design · %1").arg(counts)
                                      : QStringLiteral("Design · %1 · from %2").arg(counts, reference));
        m_form->refresh();
        clearLayout(m_groups->body());
        for (auto it = design.groups.begin(); it != design.groups.end(); ++it) {
            const GroupKind* kind = m_context.editor.catalog().groupKind((*it)->kind);
            QPushButton* button = makeRowLink(
                QStringLiteral("%1 · %2").arg(design.displayName(it.key().value), kind ? kind->label : (*it)->kind));
            connect(button, &QPushButton::clicked, this, [this, id = it.key().value] { emit groupChosen(id); });
            m_groups->body()->addWidget(button);
        }
        if (design.groups.isEmpty())
            m_groups->body()->addWidget(makeText(
                QStringLiteral("No groups yet. Select servers and choose Arrange, Group as, to say which form a cluster."), "caption"));
    }

private:
    PropertyForm* m_form;
    Section* m_groups;
};

}  // namespace

InspectorPage* makeDesignPage(const PageContext& context)
{
    return new DesignPage(context);
}

}  // namespace redoubt
