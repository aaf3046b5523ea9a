// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/inspector.h"

#include "views/inspector/page.h"
#include "views/parts/theme.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace redoubt {

Inspector::Inspector(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("panel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_scroll);
    connect(&editor, &Editor::selectionChanged, this, [this] {
        m_group.clear();
        choose();
    });
    connect(&editor.document(), &Document::changed, this, &Inspector::choose);
    connect(&analysis, &LiveAnalysis::reported, this, &Inspector::refresh);
    choose();
}

void Inspector::showGroup(const QString& id)
{
    m_group = id;
    choose();
}

QString Inspector::subject() const
{
    const Design& design = m_editor.design();
    const auto kindOf = [&](const QString& id) {
        const Element* element = design.element(ElementId {id});
        return element ? element->kind : QString();
    };
    if (const Group* group = m_group.isEmpty() ? nullptr : design.group(GroupId {m_group})) {
        QString text = QStringLiteral("group %1 %2").arg(m_group, group->kind);
        for (const GroupMember& member : group->members)
            text += QLatin1Char(' ') + member.element.value;
        return text;
    }
    QStringList elements;
    QStringList links;
    for (const QString& id : m_editor.selection()) {
        if (design.element(ElementId {id}))
            elements.append(id + QLatin1Char(':') + kindOf(id));
        else if (const Link* link = design.link(LinkId {id}))
            links.append(QStringLiteral("%1 %2>%3 %4").arg(id, link->from.value, link->to.value, link->rows.join(QLatin1Char('+'))));
    }
    if (!elements.isEmpty())
        return QStringLiteral("elements ") + elements.join(QLatin1Char(' '));
    return links.isEmpty() ? QStringLiteral("design") : QStringLiteral("link ") + links.first();
}

InspectorPage* Inspector::makePage() const
{
    const PageContext context {m_editor, m_analysis, m_theme};
    const Design& design = m_editor.design();
    if (!m_group.isEmpty() && design.group(GroupId {m_group}))
        return makeGroupPage(context, GroupId {m_group});
    QStringList elements;
    QStringList links;
    for (const QString& id : m_editor.selection())
        (design.element(ElementId {id}) ? elements : links).append(id);
    if (!elements.isEmpty())
        return makeElementPage(context, elements);
    if (!links.isEmpty() && design.link(LinkId {links.first()}))
        return makeLinkPage(context, LinkId {links.first()});
    return makeDesignPage(context);
}

void Inspector::choose()
{
    const QString now = subject();
    if (m_page && now == m_subject) {
        refresh();
        return;
    }
    m_subject = now;
    // The field that is being edited may be what changed the subject: it must outlive its own signal.
    if (QWidget* old = m_scroll->takeWidget())
        old->deleteLater();
    m_page = makePage();
    connect(m_page, &InspectorPage::revealed, this, &Inspector::revealed);
    connect(m_page, &InspectorPage::findingChosen, this, &Inspector::findingChosen);
    connect(m_page, &InspectorPage::groupChosen, this, &Inspector::showGroup, Qt::QueuedConnection);
    m_scroll->setWidget(m_page);
    m_page->show();
}

void Inspector::refresh()
{
    if (m_page)
        m_page->refresh();
}

}  // namespace redoubt
