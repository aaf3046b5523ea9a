// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/actions.h"

#include "views/parts/theme.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace redoubt {

Actions::Actions(QObject* owner, const Theme& theme)
    : m_owner(owner)
    , m_theme(theme)
{
    newDesign = make(QStringLiteral("&New design"), QKeySequence::New, "new");
    open = make(QStringLiteral("&Open…"), QKeySequence::Open, "open");
    save = make(QStringLiteral("&Save"), QKeySequence::Save, "save");
    saveAs = make(QStringLiteral("Save &as…"), QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    closeDesign = make(QStringLiteral("&Close design"), QKeySequence(QStringLiteral("Ctrl+W")));
    exportPicture = make(QStringLiteral("&Export…"), QKeySequence(QStringLiteral("Ctrl+E")), "export");
    compare = make(QStringLiteral("&Compare with…"), QKeySequence(QStringLiteral("Ctrl+Shift+O")), nullptr, QStringLiteral("Other designs beside this one: drawings and figures"));
    printPreview = make(QStringLiteral("Print pre&view…"), QKeySequence(QStringLiteral("Ctrl+Shift+P")));
    print = make(QStringLiteral("&Print…"), QKeySequence::Print, "print");
    quit = make(QStringLiteral("&Quit"), QKeySequence(QStringLiteral("Ctrl+Q")));

    undo = make(QStringLiteral("&Undo"), QKeySequence::Undo, "undo");
    redo = make(QStringLiteral("&Redo"), QKeySequence(QStringLiteral("Ctrl+Shift+Z")), "redo");
    redo->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    cut = make(QStringLiteral("Cu&t"), QKeySequence::Cut);
    copy = make(QStringLiteral("&Copy"), QKeySequence::Copy, "copy");
    paste = make(QStringLiteral("&Paste"), QKeySequence::Paste, "paste");
    duplicate = make(QStringLiteral("&Duplicate"), QKeySequence(QStringLiteral("Ctrl+D")));
    remove = make(QStringLiteral("De&lete"), QKeySequence::Delete, "delete");
    selectAll = make(QStringLiteral("Select &all"), QKeySequence::SelectAll);
    rename = make(QStringLiteral("Re&name"), QKeySequence(Qt::Key_F2));

    findKind = make(QStringLiteral("&Find in the palette"), QKeySequence(QStringLiteral("Ctrl+F")), "search");
    connectMode = make(QStringLiteral("&Connect"), QKeySequence(QStringLiteral("Ctrl+L")), "connect",
                       QStringLiteral("Connect: drag from one element to another; only legal targets light up"));
    connectMode->setCheckable(true);
    note = make(QStringLiteral("Add a &note"), {}, "note");
    alignLeft = make(QStringLiteral("Align &left"), {}, "align-left");
    alignCenter = make(QStringLiteral("Align &centres"), {}, "align-center");
    alignRight = make(QStringLiteral("Align &right"), {}, "align-right");
    alignTop = make(QStringLiteral("Align &top"), {}, "align-top");
    alignMiddle = make(QStringLiteral("Align &middles"), {}, "align-middle");
    alignBottom = make(QStringLiteral("Align &bottom"), {}, "align-bottom");
    distributeH = make(QStringLiteral("Distribute &horizontally"), {}, "distribute-h");
    distributeV = make(QStringLiteral("Distribute &vertically"), {}, "distribute-v");
    tidy = make(QStringLiteral("T&idy"), QKeySequence(QStringLiteral("Ctrl+T")), "tidy",
                QStringLiteral("Tidy: proposes a place for everything that is not pinned; shown before it is done"));
    tidySlide = make(QStringLiteral("Tidy for a &slide (16:9)"));
    tidyA4 = make(QStringLiteral("Tidy for an A&4 page"));

    zoomIn = make(QStringLiteral("Zoom &in"), QKeySequence(QStringLiteral("Ctrl++")), "zoom-in");
    zoomIn->setShortcuts({QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))});
    zoomOut = make(QStringLiteral("Zoom &out"), QKeySequence(QStringLiteral("Ctrl+-")), "zoom-out");
    zoomFull = make(QStringLiteral("&100 %"), QKeySequence(QStringLiteral("Ctrl+1")));
    fit = make(QStringLiteral("&Fit the design"), QKeySequence(QStringLiteral("Ctrl+0")), "fit");
    fitSelection = make(QStringLiteral("Fit the &selection"), QKeySequence(QStringLiteral("Ctrl+2")));
    hiddenLinks = make(QStringLiteral("Show &hidden links"));
    hiddenLinks->setCheckable(true);
    minimap = make(QStringLiteral("Mini&map"), QKeySequence(QStringLiteral("Ctrl+M")), "minimap");
    minimap->setCheckable(true);
    hidePanels = make(QStringLiteral("Hide all &panels"), QKeySequence(QStringLiteral("Ctrl+\\")), "panel");
    hidePanels->setCheckable(true);
    present = make(QStringLiteral("P&resent"), QKeySequence(Qt::Key_F11), "present",
                   QStringLiteral("Present: the drawing alone on the whole screen; Escape comes back"));
    present->setCheckable(true);
    whiteboard = make(QStringLiteral("&Whiteboard"), QKeySequence(QStringLiteral("Ctrl+Shift+B")), "whiteboard",
                      QStringLiteral("Whiteboard: the drawing without marks and counts; findings wait in their panel"));
    whiteboard->setCheckable(true);
    darkTheme = make(QStringLiteral("&Dark theme"), QKeySequence(QStringLiteral("Ctrl+Shift+D")), "theme",
                     QStringLiteral("Dark or light window"));
    darkTheme->setCheckable(true);

    nextFinding = make(QStringLiteral("&Next finding"), QKeySequence(Qt::Key_F8));
    previousFinding = make(QStringLiteral("&Previous finding"), QKeySequence(Qt::SHIFT | Qt::Key_F8));
    previewFix = make(QStringLiteral("Preview the &fix"), QKeySequence(QStringLiteral("Ctrl+.")));
    fixAll = make(QStringLiteral("Fix a&ll of this rule"), QKeySequence(QStringLiteral("Ctrl+Shift+.")));
    fixAll->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+.")), QKeySequence(QStringLiteral("Ctrl+>"))});
    waive = make(QStringLiteral("&Waive…"), QKeySequence(QStringLiteral("Ctrl+Shift+W")));
    allRules = make(QStringLiteral("All &rules"), QKeySequence(QStringLiteral("Ctrl+Shift+R")));
    allWaivers = make(QStringLiteral("All &waivers"));
    whatIf = make(QStringLiteral("&What-if"), QKeySequence(Qt::Key_F9), "what-if",
                  QStringLiteral("What-if: click a server, a site or a connection to see what happens without it"));
    whatIf->setCheckable(true);
    restoreAll = make(QStringLiteral("&Restore all"));
    nextScenario = make(QStringLiteral("&Next scenario"), QKeySequence(Qt::Key_PageDown));
    previousScenario = make(QStringLiteral("&Previous scenario"), QKeySequence(Qt::Key_PageUp));
    saveScenario = make(QStringLiteral("&Save as a scenario…"));
    preferences = make(QStringLiteral("Pre&ferences…"), QKeySequence(QStringLiteral("Ctrl+,")));
    about = make(QStringLiteral("&About Redoubt"));
}

QAction* Actions::make(const QString& text, const QKeySequence& keys, const char* icon, const QString& tip)
{
    auto* action = new QAction(text, m_owner);
    if (!keys.isEmpty())
        action->setShortcut(keys);
    if (icon)
        action->setIcon(m_theme.icon(QString::fromLatin1(icon)));
    QString words = tip.isEmpty() ? QString(text).remove(QLatin1Char('&')).remove(QStringLiteral("…")) : tip;
    if (!keys.isEmpty())
        words += QStringLiteral("  (%1)").arg(keys.toString(QKeySequence::NativeText));
    action->setToolTip(words);
    action->setIconVisibleInMenu(false);
    return action;
}

QList<QAction*> Actions::onDesign() const
{
    return {save,       saveAs,  closeDesign,  exportPicture, compare, printPreview, print,      paste,       selectAll,
            findKind,   note,    connectMode,  zoomIn,        zoomOut,      zoomFull,   fit,         fitSelection,
            hiddenLinks, minimap,  hidePanels, present,  whiteboard,    nextFinding,  previousFinding, allRules,  allWaivers, whatIf,
            tidy,        tidySlide, tidyA4};
}

QList<QAction*> Actions::onEditing() const
{
    return onSelection() + QList<QAction*>{paste, connectMode, note, previewFix, fixAll, waive, tidy, tidySlide, tidyA4};
}

QList<QAction*> Actions::onWhatIf() const
{
    return {restoreAll, nextScenario, previousScenario, saveScenario};
}

QList<QAction*> Actions::onSelection() const
{
    return {cut,        copy,       duplicate, remove,      rename,      alignLeft,   alignCenter,
            alignRight, alignTop,   alignMiddle, alignBottom, distributeH, distributeV};
}

Menus makeMenus(QMainWindow& window, const Actions& a)
{
    Menus menus;
    QMenuBar* bar = window.menuBar();
    QMenu* file = bar->addMenu(QStringLiteral("&File"));
    file->addActions({a.newDesign, a.open});
    menus.recent = file->addMenu(QStringLiteral("Open &recent"));
    file->addSeparator();
    file->addActions({a.save, a.saveAs, a.closeDesign});
    file->addSeparator();
    file->addActions({a.compare, a.exportPicture, a.printPreview, a.print});
    file->addSeparator();
    file->addAction(a.quit);

    QMenu* edit = bar->addMenu(QStringLiteral("&Edit"));
    edit->addActions({a.undo, a.redo});
    edit->addSeparator();
    edit->addActions({a.cut, a.copy, a.paste, a.duplicate, a.remove});
    edit->addSeparator();
    edit->addActions({a.selectAll, a.rename, a.findKind});
    edit->addSeparator();
    edit->addAction(a.preferences);

    QMenu* arrange = bar->addMenu(QStringLiteral("&Arrange"));
    arrange->addActions({a.connectMode, a.note});
    menus.groupAs = arrange->addMenu(QStringLiteral("&Group as"));
    arrange->addSeparator();
    arrange->addActions({a.alignLeft, a.alignCenter, a.alignRight});
    arrange->addSeparator();
    arrange->addActions({a.alignTop, a.alignMiddle, a.alignBottom});
    arrange->addSeparator();
    arrange->addActions({a.distributeH, a.distributeV});
    arrange->addSeparator();
    arrange->addActions({a.tidy, a.tidySlide, a.tidyA4});

    QMenu* view = bar->addMenu(QStringLiteral("&View"));
    view->addActions({a.zoomIn, a.zoomOut, a.zoomFull, a.fit, a.fitSelection});
    view->addSeparator();
    menus.views = view->addMenu(QStringLiteral("&Show as"));
    view->addActions({a.hiddenLinks, a.minimap});
    view->addSeparator();
    menus.panels = view->addMenu(QStringLiteral("&Panels"));
    view->addActions({a.hidePanels, a.present, a.whiteboard});
    view->addSeparator();
    view->addAction(a.darkTheme);

    QMenu* findings = bar->addMenu(QStringLiteral("F&indings"));
    findings->addActions({a.nextFinding, a.previousFinding});
    findings->addSeparator();
    findings->addActions({a.previewFix, a.fixAll, a.waive});
    findings->addSeparator();
    findings->addActions({a.allRules, a.allWaivers});
    QMenu* whatIf = bar->addMenu(QStringLiteral("&What-if"));
    whatIf->addActions({a.whatIf, a.restoreAll});
    whatIf->addSeparator();
    whatIf->addActions({a.nextScenario, a.previousScenario, a.saveScenario});
    bar->addMenu(QStringLiteral("&Help"))->addAction(a.about);
    return menus;
}

QToolBar* makeToolBar(QMainWindow& window, const Actions& a)
{
    QToolBar* bar = window.addToolBar(QStringLiteral("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions({a.newDesign, a.open, a.save});
    bar->addSeparator();
    bar->addActions({a.undo, a.redo});
    bar->addSeparator();
    bar->addActions({a.connectMode, a.note});
    bar->addSeparator();
    bar->addActions({a.alignLeft, a.alignCenter, a.alignTop, a.alignMiddle, a.distributeH, a.distributeV, a.tidy});
    bar->addSeparator();
    bar->addActions({a.zoomOut, a.zoomIn, a.fit});
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    bar->addActions({a.exportPicture, a.print});
    bar->addSeparator();
    bar->addAction(a.whatIf);
    bar->addSeparator();
    bar->addActions({a.hidePanels, a.whiteboard, a.present, a.darkTheme});
    return bar;
}

}  // namespace redoubt
