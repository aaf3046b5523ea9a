// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/propertyeditor.h"

namespace redoubt {

PropertyEditor::PropertyEditor(const PropertyDef& def, QWidget* parent)
    : QWidget(parent)
    , m_def(def)
{
    setObjectName(QStringLiteral("property:") + def.id);
}

PropertyEditor* makeEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent)
{
    // Texts of several sentences; everything else fits on a line.
    const QStringList longTexts {QStringLiteral("overview"), QStringLiteral("requirements"), QStringLiteral("text")};
    switch (def.type) {
    case PropertyType::Bool:
        return makeBoolEditor(def, context, parent);
    case PropertyType::Choice:
    case PropertyType::Ref:
        return makeComboEditor(def, context, parent);
    case PropertyType::Choices:
    case PropertyType::Refs:
        return makeChipsEditor(def, context, parent);
    case PropertyType::Records:
        return makeRecordsEditor(def, context, parent);
    case PropertyType::Text:
    case PropertyType::Texts:
        if (longTexts.contains(def.id))
            return makeTextEditor(def, context, parent);
        return makeLineEditor(def, context, parent);
    default:
        return makeLineEditor(def, context, parent);
    }
}

QList<Candidate> candidates(const Design& design, const QStringList& kinds)
{
    QList<Candidate> result;
    const auto add = [&](const QString& id, const QString& kind) {
        if (kinds.isEmpty() || kinds.contains(kind))
            result.append({id, design.displayName(id)});
    };
    for (auto it = design.elements.begin(); it != design.elements.end(); ++it)
        add(it.key().value, (*it)->kind);
    for (auto it = design.groups.begin(); it != design.groups.end(); ++it)
        add(it.key().value, (*it)->kind);
    std::stable_sort(result.begin(), result.end(), [](const Candidate& a, const Candidate& b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    // Two of one name are told apart by their ids.
    for (qsizetype i = 0; i < result.size(); ++i) {
        const auto same = [&](const Candidate& c) { return c.name == result[i].name; };
        if (std::count_if(result.begin(), result.end(), same) > 1) {
            const QString name = result[i].name;
            for (Candidate& candidate : result) {
                if (candidate.name == name)
                    candidate.name = QStringLiteral("%1 (%2)").arg(name, candidate.id);
            }
        }
    }
    return result;
}

}  // namespace redoubt
