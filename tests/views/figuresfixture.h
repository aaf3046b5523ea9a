// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/mainwindow.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/exhibits.h"
#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figurespanel.h"
#include "views/estimates/figures/figuretable.h"
#include "views/findings/fixpreview.h"

#include <QtTest>
#include <QtWidgets>

namespace redoubt {

/// The real window with its panel of figures, for tests that press and read.
class FiguresFixture {
public:
    explicit FiguresFixture(Theme& theme)
        : preferences(folder.filePath(u"settings.ini"_qs))
        , window(std::make_unique<MainWindow>(catalog(), rules(), preferences, theme))
    {
        window->resize(1600, 1000);
        window->show();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    ~FiguresFixture() { editor().undoStack().setClean(); }

    static const Catalog& catalog()
    {
        static const Catalog result = builtinCatalog();
        return result;
    }
    static const RuleSet& rules()
    {
        static const RuleSet result = builtinRules();
        return result;
    }

    Editor& editor() { return window->editor(); }
    const Design& design() { return editor().design(); }
    FiguresPanel& figures() { return window->figures(); }
    const Report& report() { return window->analysis().report(); }
    int steps() { return editor().undoStack().count(); }

    void open(const QString& reference)
    {
        window->files().openReference(reference);
        settle();
    }
    /// Until nothing is being judged or worked out.
    bool settle()
    {
        const bool calm = QTest::qWaitFor([this] { return !window->analysis().isPending() && !figures().isBusy(); }, 60'000);
        QCoreApplication::processEvents();  // what came last is shown
        return calm;
    }
    template <class Widget>
    Widget* find(const char* name)
    {
        return window->findChild<Widget*>(QString::fromLatin1(name));
    }
    bool press(const char* name)
    {
        // What was replaced is hidden and goes a little later.
        for (QAbstractButton* button : window->findChildren<QAbstractButton*>(QString::fromLatin1(name))) {
            if (!button->isVisible() || !button->isEnabled())
                continue;
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
        return false;
    }
    bool pressChip(const QString& name)
    {
        for (QToolButton* chip : window->findChildren<QToolButton*>(u"chip"_qs))
            if (chip->accessibleName() == name && chip->isVisible()) {
                QTest::mouseClick(chip, Qt::LeftButton);
                return true;
            }
        return false;
    }
    const ServiceEstimate& service(const QString& id)
    {
        for (const ServiceEstimate& each : report().services)
            if (each.id == id)
                return each;
        static const ServiceEstimate none;
        return none;
    }

    /// The first row, anywhere, that `wanted` takes.
    static QModelIndex rowWhere(const QAbstractItemModel& model, const std::function<bool(const QModelIndex&)>& wanted, const QModelIndex& parent = {})
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (wanted(index))
                return index;
            if (const QModelIndex inside = rowWhere(model, wanted, index); inside.isValid())
                return inside;
        }
        return {};
    }
    static QModelIndex rowOf(const QAbstractItemView& view, const QString& id)
    {
        return rowWhere(*view.model(), [&](const QModelIndex& index) { return FigureTable::idsOf(index) == QStringList {id}; });
    }
    static void clickOn(QAbstractItemView& view, const QModelIndex& index)
    {
        view.scrollTo(index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
    }
    /// The editor that a click on a cell opens; null when it opens none.
    static QLineEdit* openCell(QAbstractItemView& view, const QModelIndex& index)
    {
        clickOn(view, index);
        return editorIn(view);
    }
    /// Types into a cell and presses Return.
    static bool type(QAbstractItemView& view, const QModelIndex& index, const QString& text)
    {
        QLineEdit* edit = openCell(view, index);
        if (!edit)
            return false;
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            QTest::keyClicks(edit, text);
        return end(edit, Qt::Key_Return);
    }
    /// Presses a key that ends editing: the editor closes when events come to it.
    static bool end(QPointer<QLineEdit> edit, Qt::Key key)
    {
        QTest::keyClick(edit.data(), key);
        return QTest::qWaitFor([&] { return !edit || !edit->isVisible(); });
    }
    /// The editor that is open; null when none is.
    static QLineEdit* editorIn(QAbstractItemView& view)
    {
        for (QLineEdit* edit : view.viewport()->findChildren<QLineEdit*>())
            if (edit->objectName().startsWith(u"cell:"_qs) && edit->isVisible())
                return edit;
        return nullptr;
    }
    QSet<QString> exhibited(Exhibit::Look look)
    {
        QSet<QString> ids;
        for (const Exhibit::Note& note : window->canvas().exhibit().notes)
            if (note.look == look)
                ids << note.id;
        return ids;
    }
    /// Notes that are really drawn over something.
    int drawn(Exhibit::Look look)
    {
        int count = 0;
        for (const QGraphicsItem* item : window->canvas().scene()->items())
            if (const auto* note = qgraphicsitem_cast<const ExhibitItem*>(item); note && note->note().look == look)
                ++count;
        return count;
    }

    QTemporaryDir folder;
    Preferences preferences;
    std::unique_ptr<MainWindow> window;
};

}  // namespace redoubt
