// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/mainwindow.h"
#include "app/preferencesdialog.h"
#include "app/referencecard.h"
#include "app/rulepacks.h"
#include "model/files/references.h"
#include "views/canvas/badge.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/contextmenu.h"
#include "views/findings/explanation.h"
#include "views/findings/findingspanel.h"
#include "views/findings/fixpreview.h"
#include "views/findings/judgementpanel.h"
#include "views/findings/rulespage.h"
#include "views/findings/waiverform.h"

#include <QtTest>
#include <QtWidgets>

namespace redoubt {

/// The rule of which the drawn design has two findings.
inline const QString express = QStringLiteral("SQL-003");

/// The real window with a design of two findings, and what tests of the judgement press and read in it.
class JudgementWindow {
protected:
    Catalog m_catalog = builtinCatalog();
    RuleSet m_rules = builtinRules();
    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;

    Editor& editor() { return m_window->editor(); }
    const Design& design() { return editor().design(); }
    const std::vector<Finding>& findings() { return m_window->analysis().report().findings; }
    QString statusText() { return m_window->findChild<QLabel*>(u"statusText"_qs)->text(); }

    template <class Widget>
    Widget* find(const char* name)
    {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    void press(const char* name)
    {
        auto* button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    bool judged() { return QTest::qWaitFor([this] { return !m_window->analysis().isPending(); }); }
    int count(const QString& rule)
    {
        return int(std::count_if(findings().begin(), findings().end(),
                                 [&](const Finding& f) { return f.rule == rule && !f.waived; }));
    }
    const Finding* first(const QString& rule)
    {
        const auto it = std::find_if(findings().begin(), findings().end(), [&](const Finding& f) { return f.rule == rule; });
        return it == findings().end() ? nullptr : &*it;
    }
    void select(const QString& rule)
    {
        const Finding* finding = first(rule);
        QVERIFY2(finding, qPrintable(rule));
        m_window->judgement().findings().showFinding(finding->rule, finding->subjects);
    }
    int badges()
    {
        int shown = 0;
        for (const QGraphicsItem* item : m_window->canvas().scene()->items())
            shown += qgraphicsitem_cast<const BadgeItem*>(item) ? 1 : 0;
        return shown;
    }
    void openWindow()
    {
        m_window.reset();
        m_preferences = std::make_unique<Preferences>(m_folder->filePath(u"settings.ini"_qs));
        m_window = std::make_unique<MainWindow>(m_catalog, m_rules, *m_preferences, m_theme);
        m_window->resize(1500, 950);
        m_window->show();
        (void)QTest::qWaitForWindowActive(m_window.get());
    }
    /// Two servers with the trial edition in a production design: two findings that have a fix.
    void drawServers()
    {
        m_window->actionsOf().newDesign->trigger();
        editor().setSetting(u"environment"_qs, PropertyValue(u"production"_qs));
        for (const double x : {200.0, 500.0}) {
            const ElementId id = editor().add(u"sql-server"_qs, {x, 300});
            editor().setProperty({id.value}, u"edition"_qs, PropertyValue(u"express"_qs));
            editor().endMerge();
        }
        editor().select({});
        QVERIFY(judged());
        QCOMPARE(count(express), 2);
    }
    QString pack(const QByteArray& text)
    {
        const QString path = m_folder->filePath(u"own.yaml"_qs);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path;
    }
    /// The row of a rule in the list of rules, as a screen reader says it.
    QString ruleRow(const QString& id)
    {
        m_window->actionsOf().allRules->trigger();
        m_window->judgement().rules().showRule(id);
        auto* tree = find<QTreeView>("rulesTree");
        return tree->currentIndex().data(Qt::AccessibleTextRole).toString();
    }
    QString wordsOfRule()
    {
        QStringList words;
        for (const QLabel* label : m_window->findChild<RulesPage*>()->findChildren<QLabel*>())
            words << label->text();
        for (const QToolButton* button : m_window->findChild<RulesPage*>()->findChild<Explanation*>()->findChildren<QToolButton*>())
            words << button->text();
        return words.join(u'\n');
    }
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openWindow();
        drawServers();
    }
    void end()
    {
        editor().undoStack().setClean();
        m_window.reset();
    }
    void light()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_theme.setDark(false);
    }
};

}  // namespace redoubt
