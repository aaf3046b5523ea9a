// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/liveanalysis.h"
#include "views/inspector/propertyform.h"

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace redoubt {

class Section;

/// What the pages of the inspector work with.
struct PageContext {
    Editor& editor;
    const LiveAnalysis& analysis;
    const Theme& theme;

    [[nodiscard]] EditorContext forEditors() const { return {editor, theme}; }
};

/// One page of the inspector: a heading, forms, lists. Lives as long as what it is about keeps its ids and kinds; values
/// are read anew by `refresh`.
class InspectorPage : public QWidget {
    Q_OBJECT

public:
    explicit InspectorPage(const PageContext& context);

    virtual void refresh() = 0;

signals:
    void revealed(const QStringList& ids);
    void groupChosen(const QString& id);
    void findingChosen(const QString& id);

protected:
    /// Icon, a name to be edited in place (`rename` null: fixed), a caption.
    void addHeader(const QIcon& icon, std::function<void(const QString&)> rename);
    void setHeader(const QString& name, const QString& caption);
    Section* addSection(const QString& title);
    QVBoxLayout* column() { return m_column; }

    PageContext m_context;

private:
    QVBoxLayout* m_column;
    QLineEdit* m_name = nullptr;
    QLabel* m_fixedName = nullptr;
    QLabel* m_caption = nullptr;
};

/// The design as a whole: title block, goals, runbook times; its groups.
[[nodiscard]] InspectorPage* makeDesignPage(const PageContext& context);
/// One element, or what several have in common.
[[nodiscard]] InspectorPage* makeElementPage(const PageContext& context, const QStringList& ids);
[[nodiscard]] InspectorPage* makeLinkPage(const PageContext& context, const LinkId& id);
[[nodiscard]] InspectorPage* makeGroupPage(const PageContext& context, const GroupId& id);

/// The properties that all of the elements have, by id and type.
[[nodiscard]] std::vector<PropertyDef> commonProperties(const Catalog& catalog, const Design& design, const QStringList& ids);
/// What a form shows for a property of elements.
[[nodiscard]] FieldState elementState(const Catalog& catalog, const Design& design, const QStringList& ids,
                                      const PropertyDef& def);

}  // namespace redoubt
