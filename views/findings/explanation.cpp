// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/explanation.h"

#include "model/files/references.h"
#include "model/rules/sources.h"
#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr int leastLink = 80;          ///< pixels: a longer name is cut rather than the column widened past its room
constexpr qsizetype mostThings = 60;  ///< more names than this tell nobody anything

/// Read once: the files are compiled in.
const std::vector<ReferenceDesign>& references()
{
    static const std::vector<ReferenceDesign> all = referenceDesigns();
    return all;
}

}  // namespace

Explanation::Explanation(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(24);  // what stands below it, such as a form, is seen whole also in a low panel
    clear();
}

void Explanation::clear()
{
    auto* body = new QWidget;
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(16, 12, 16, 12);
    m_column->setSpacing(4);
    setWidget(body);
}

void Explanation::addTitle(const QString& title, const QString& sentence)
{
    m_column->addWidget(makeText(title, "heading"));
    if (!sentence.isEmpty())
        m_column->addWidget(makeText(sentence, ""));
}

void Explanation::addBlock(const QString& heading, const QString& text)
{
    if (text.isEmpty())
        return;
    m_column->addSpacing(6);
    m_column->addWidget(makeLabel(heading, "caption"));
    m_column->addWidget(makeText(text, ""));
}

void Explanation::addThings(const QString& heading, const Design& design, const QStringList& ids)
{
    if (ids.isEmpty())
        return;
    if (!heading.isEmpty()) {
        m_column->addSpacing(6);
        m_column->addWidget(makeLabel(heading, "caption"));
    }
    auto* row = new QWidget;
    auto* flow = new FlowLayout(row, 10);
    for (const QString& id : ids.mid(0, mostThings)) {
        QToolButton* button = makeLinkButton(design.displayName(id), row);
        button->setMinimumWidth(leastLink < button->sizeHint().width() ? leastLink : 0);
        button->setToolTip(QStringLiteral("Show on the canvas"));
        connect(button, &QToolButton::clicked, this, [this, id] { emit revealed(id); });
        flow->addWidget(button);
    }
    if (ids.size() > mostThings)
        flow->addWidget(makeLabel(QStringLiteral("and %1 more").arg(ids.size() - mostThings), "secondary", row));
    m_column->addWidget(row);
}

void Explanation::addRule(const Rule& rule)
{
    addBlock(QStringLiteral("Why"), rule.why);
    addBlock(QStringLiteral("What to do"), rule.fix);
    addFigures(rule);
    addDesigns(rule.designs);
    addSources(rule.sources);
}

void Explanation::addFigures(const Rule& rule)
{
    QStringList lines;
    for (const RuleParameter& parameter : rule.parameters)
        lines << QStringLiteral("%1: %2").arg(parameter.name, parameterText(parameter))
                + (parameter.source.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(parameter.source));
    addBlock(QStringLiteral("Figures it goes by; a rule pack may change them"), lines.join(u'\n'));
}

void Explanation::addDesigns(const QStringList& patterns)
{
    const QStringList ids = matchingReferences(patterns);
    if (ids.isEmpty())
        return;
    m_column->addSpacing(6);
    m_column->addWidget(makeLabel(QStringLiteral("Published designs it speaks of"), "caption"));
    if (patterns.contains(QStringLiteral("*"))) {
        m_column->addWidget(makeText(QStringLiteral("All of them"), ""));
        return;
    }
    auto* row = new QWidget;
    auto* flow = new FlowLayout(row, 10);
    for (const ReferenceDesign& reference : references()) {
        if (!ids.contains(reference.id))
            continue;
        QToolButton* button = makeLinkButton(reference.title, row);
        button->setObjectName(QStringLiteral("reference:") + reference.id);
        button->setMinimumWidth(leastLink);
        button->setToolTip(QStringLiteral("%1: show this published design").arg(reference.title));
        connect(button, &QToolButton::clicked, this, [this, id = reference.id] { emit referenceAsked(id); });
        flow->addWidget(button);
    }
    m_column->addWidget(row);
}

void Explanation::addSources(const QStringList& keys)
{
    if (keys.isEmpty())
        return;
    m_column->addSpacing(6);
    m_column->addWidget(makeLabel(keys.size() == 1 ? QStringLiteral("Source") : QStringLiteral("Sources"), "caption"));
    for (const QString& key : keys) {
        const Source source = sourceOf(key);
        QString words = source.key == source.title ? source.title : QStringLiteral("%1: %2").arg(source.key, source.title);
        if (!source.clause.isEmpty())
            words += QStringLiteral(", ") + source.clause;
        m_column->addWidget(makeText(words, ""));
        if (!source.place.isEmpty())
            m_column->addWidget(makeText(source.place, "caption"));
    }
}

void Explanation::finish()
{
    m_column->addStretch(1);
}

}  // namespace redoubt
