// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/page.h"

#include "model/catalog/connections.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/render/draw.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace redoubt {

namespace {

QString useText(LinkUse use)
{
    return use == LinkUse::Normal ? QStringLiteral("normal")
        : use == LinkUse::Failover ? QStringLiteral("failover")
                                   : QStringLiteral("optional");
}

QString rowText(const LinkRow& row)
{
    const QString words = row.label.isEmpty() ? row.purpose : row.label;
    return words.isEmpty() ? row.id : QStringLiteral("%1 · %2").arg(row.id, words);
}

PropertyDef field(const char* id, const char* label, PropertyType type, const char* help)
{
    PropertyDef def;
    def.id = QString::fromLatin1(id);
    def.label = QString::fromLatin1(label);
    def.type = type;
    def.help = QString::fromLatin1(help);
    def.section = QStringLiteral("Connection");
    return def;
}

class LinkPage : public InspectorPage {
public:
    LinkPage(const PageContext& context, LinkId id)
        : InspectorPage(context)
        , m_id(std::move(id))
    {
        addHeader({}, {});
        auto* ends = new QVBoxLayout;
        ends->setContentsMargins(10, 0, 12, 10);
        ends->setSpacing(0);
        m_from = addEnd(ends);
        m_to = addEnd(ends);
        m_purpose = makeText({}, "secondary", this);
        m_purpose->setContentsMargins(2, 4, 0, 0);
        ends->addWidget(m_purpose);
        column()->addLayout(ends);
        m_form = new PropertyForm(fields(), [this](const PropertyDef& def) { return state(def); },
                                  m_context.forEditors(), true, this);
        connect(m_form, &PropertyForm::edited, this, [this](const QString& key, const std::optional<PropertyValue>& value) {
            m_context.editor.setProperty({m_id.value}, key, value);
        });
        connect(m_form, &PropertyForm::finished, this, [this] { m_context.editor.endMerge(); });
        column()->addWidget(m_form);
        refresh();
    }

    void refresh() override
    {
        const Link* link = design().link(m_id);
        if (!link)
            return;
        QStringList words = linkLabel(design(), catalog(), *link);
        setHeader(words.isEmpty() ? QStringLiteral("Link") : words.join(QStringLiteral(", ")),
                  QStringLiteral("Link · %1 · %2").arg(link->rows.join(QStringLiteral(", ")), m_id.value));
        m_from->setText(QStringLiteral("From %1").arg(design().displayName(link->from.value)));
        m_to->setText(QStringLiteral("To %1").arg(design().displayName(link->to.value)));
        QStringList purposes;
        for (const QString& id : link->rows) {
            if (const LinkRow* row = catalog().row(id); row && !row->purpose.isEmpty())
                purposes.append(row->purpose);
        }
        m_purpose->setText(purposes.join(QStringLiteral(". ")));
        m_purpose->setVisible(!purposes.isEmpty());
        m_form->refresh();
    }

private:
    const Design& design() const { return m_context.editor.design(); }
    const Catalog& catalog() const { return m_context.editor.catalog(); }

    QPushButton* addEnd(QBoxLayout* layout)
    {
        QPushButton* button = makeRowLink({}, this);
        connect(button, &QPushButton::clicked, this, [this, button] {
            const Link* link = design().link(m_id);
            if (link)
                emit revealed({button == m_from ? link->from.value : link->to.value});
        });
        layout->addWidget(button);
        return button;
    }

    /// The fields of every link, then what its rows add, then what any link may have.
    std::vector<PropertyDef> fields() const
    {
        const Link* link = design().link(m_id);
        std::vector<PropertyDef> defs;
        PropertyDef use = field("use", "Use", PropertyType::Choice, "Solid for normal running, dashed for failover, dotted for optional.");
        use.choices = QStringList {QStringLiteral("normal"), QStringLiteral("failover"), QStringLiteral("optional")};
        use.choiceLabels = QStringList {QStringLiteral("Normal"), QStringLiteral("Failover"), QStringLiteral("Optional")};
        defs.push_back(use);
        PropertyDef rows = field("rows", "Connection", PropertyType::Choices, "What the connection matrix allows between these two.");
        QList<const LinkRow*> legal = legalRows(design(), catalog(), link->from, link->to);
        for (const QString& id : link->rows) {
            const LinkRow* row = catalog().row(id);
            if (row && !legal.contains(row))
                legal.append(row);
        }
        for (const LinkRow* row : std::as_const(legal)) {
            rows.choices.append(row->id);
            rows.choiceLabels.append(rowText(*row));
        }
        defs.push_back(rows);
        defs.push_back(field("ports", "Ports", PropertyType::Texts, "Such as 443/tcp, 1434/udp or 49152-65535/tcp, with commas between them."));
        defs.push_back(field("label", "Label", PropertyType::Text, "Words on the line in place of the ports."));
        defs.push_back(field("hidden", "Hidden", PropertyType::Bool, "Kept in the design and judged, but not drawn."));
        const auto add = [&](const std::vector<PropertyDef>& more) {
            for (const PropertyDef& def : more) {
                if (std::none_of(defs.begin(), defs.end(), [&](const PropertyDef& d) { return d.id == def.id; }))
                    defs.push_back(def);
            }
        };
        for (const QString& id : link->rows) {
            if (const LinkRow* row = catalog().row(id))
                add(row->properties);
        }
        add(catalog().linkProperties);
        return defs;
    }

    FieldState state(const PropertyDef& def) const
    {
        FieldState state;
        const Link* link = design().link(m_id);
        if (!link)
            return state;
        if (def.id == QLatin1String("use")) {
            state.given = PropertyValue(useText(link->use));
        } else if (def.id == QLatin1String("rows")) {
            state.given = PropertyValue::texts(link->rows);
        } else if (def.id == QLatin1String("hidden")) {
            state.given = link->hidden ? std::optional(PropertyValue(true)) : std::nullopt;
            state.fallback = PropertyValue(false);
        } else if (def.id == QLatin1String("label")) {
            if (!link->label.isEmpty())
                state.given = PropertyValue(link->label);
            Link bare = *link;
            bare.label.clear();
            state.fallback = PropertyValue(linkLabel(design(), catalog(), bare).join(QStringLiteral(", ")));
        } else if (def.id == QLatin1String("ports")) {
            if (!link->ports.isEmpty())
                state.given = PropertyValue::texts(link->ports);
            Link bare = *link;
            bare.ports.clear();
            state.fallback = PropertyValue::texts(effectivePorts(design(), catalog(), bare));
        } else {
            if (const PropertyValue* value = redoubt::find(link->properties, def.id))
                state.given = *value;
            state.fallback = def.defaultValue;
        }
        return state;
    }

    LinkId m_id;
    PropertyForm* m_form;
    QPushButton* m_from = nullptr;
    QPushButton* m_to = nullptr;
    QLabel* m_purpose;
};

}  // namespace

InspectorPage* makeLinkPage(const PageContext& context, const LinkId& id)
{
    return new LinkPage(context, id);
}

}  // namespace redoubt
