// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/compare/comparewindow.h"

#include "model/analysis/comparisontext.h"
#include "model/design/differences.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "views/compare/comparetable.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>

namespace redoubt {

/// One design with its drawing. The first's editor is the window's, the others have their own.
struct CompareWindow::Column {
    explicit Column(Editor& open) : editor(&open) {}
    Column(Design design, const Catalog& catalog, QString named)
        : title(std::move(named)), document(std::make_unique<Document>()), own(std::make_unique<Editor>(*document, catalog)), editor(own.get())
    {
        document->reset(std::move(design));
    }
    ~Column() { delete frame; }

    QString title;  ///< empty: that of the open design
    std::unique_ptr<Document> document;
    std::unique_ptr<Editor> own;
    Editor* editor;
    QWidget* frame = nullptr;
    QLabel *name = nullptr, *caption = nullptr;
    ComparedView* view = nullptr;

    Q_DISABLE_COPY_MOVE(Column)
};

namespace {

/// What is drawn of these things: of what runs on a machine, the machine.
QStringList drawn(const Design& design, const Catalog& catalog, const QStringList& ids)
{
    QStringList result;
    for (const QString& id : ids)
        result << (design.element({id}) ? standIn(design, catalog, {id}).value : id);
    return result;
}

QString differenceWords(const Differences& differences)
{
    if (differences.onlyInFirst.isEmpty() && differences.onlyInSecond.isEmpty() && differences.changed.isEmpty())
        return QStringLiteral("the same");
    return QStringLiteral("%1 only here, %2 changed, %3 missing")
        .arg(differences.onlyInSecond.size())
        .arg(differences.changed.size())
        .arg(differences.onlyInFirst.size());
}

QString titleOf(const Design& design)
{
    const QString title = design.settingText(QStringLiteral("title"));
    return title.isEmpty() ? QStringLiteral("This design") : title;
}

}  // namespace

CompareWindow::CompareWindow(Editor& open, LiveAnalysis& analysis, const Theme& theme, std::function<QString()> pathToOpen, QWidget* parent)
    : QWidget(parent, Qt::Window), m_open(open), m_analysis(analysis), m_theme(theme), m_pathToOpen(std::move(pathToOpen)),
      m_drawings(new QSplitter(Qt::Horizontal, this)), m_table(new CompareTable(theme, this)), m_problem(makeText({}, "error", this)),
      m_invitation(makeEmptyState(QStringLiteral("Compare with another design"),
                                  QStringLiteral("Add a version of this design, another option, or a published one: drawings move as one, "
                                                 "and the table below says where they differ."), this))
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    setWindowTitle(QStringLiteral("Compare designs"));
    setWindowIcon(theme.icon(QStringLiteral("redoubt")));
    resize(1400, 900);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    m_problem->setContentsMargins(12, 4, 12, 4);
    m_problem->setObjectName(QStringLiteral("compareProblem"));
    m_problem->hide();
    layout->addWidget(m_problem);
    auto* halves = new QSplitter(Qt::Vertical, this);
    halves->setHandleWidth(1);
    halves->setChildrenCollapsible(false);
    m_drawings->setHandleWidth(1);
    m_drawings->setChildrenCollapsible(false);
    halves->addWidget(m_drawings);
    halves->addWidget(m_table);
    halves->setSizes({520, 340});
    layout->addWidget(halves, 1);
    addColumn(std::make_unique<Column>(open));
    m_drawings->addWidget(m_invitation);
    refresh();
    connect(&analysis, &LiveAnalysis::reported, this, &CompareWindow::refresh);
    connect(&open.document(), &Document::changed, this, &CompareWindow::showMarks);
    connect(&theme, &Theme::changed, this, &CompareWindow::applyLook);
}

CompareWindow::~CompareWindow() = default;

QWidget* CompareWindow::makeTools()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_add = new QPushButton(QStringLiteral("Add a design"), bar);
    m_add->setObjectName(QStringLiteral("addDesign"));
    auto* menu = new QMenu(m_add);
    menu->addAction(QStringLiteral("From a file…"), this, [this] {
        if (const QString path = m_pathToOpen(); !path.isEmpty())
            addFile(path);
    });
    menu->addSection(QStringLiteral("Published designs"));
    for (const ReferenceDesign& reference : referenceDesigns())
        menu->addAction(QString(reference.title).replace(u'&', QStringLiteral("&&")), this, [this, id = reference.id] { addReference(id); });
    m_add->setMenu(menu);
    row->addWidget(m_add);
    row->addStretch(1);
    m_mark = makeChip(QStringLiteral("Mark what differs"), bar);
    m_mark->setObjectName(QStringLiteral("chip"));
    connect(m_mark, &QToolButton::toggled, this, &CompareWindow::showMarks);
    m_legend = makeLabel(QStringLiteral("+ only in this design   ≠ changed"), "caption", bar);
    m_legend->setObjectName(QStringLiteral("markLegend"));
    m_legend->hide();
    row->addWidget(m_legend);
    row->addWidget(m_mark);
    QToolButton* only = makeChip(QStringLiteral("Only differences in the table"), bar);
    connect(only, &QToolButton::toggled, m_table, &CompareTable::setOnlyDifferences);
    row->addWidget(only);
    auto* fit = makeLinkButton(QStringLiteral("Fit"), bar);
    connect(fit, &QToolButton::clicked, this, [this] {
        for (const auto& column : m_columns)
            column->view->setSight({});
    });
    row->addWidget(fit);
    auto* copy = makeLinkButton(QStringLiteral("Copy the table as Markdown"), bar);
    connect(copy, &QToolButton::clicked, this, &CompareWindow::copyTable);
    row->addWidget(copy);
    return bar;
}

ComparedView* CompareWindow::view(int index) const
{
    return m_columns.at(size_t(index))->view;
}

void CompareWindow::addColumn(std::unique_ptr<Column> column)
{
    auto* frame = new QWidget(m_drawings);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QWidget(frame);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 8, 6);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    column->name = makeText({}, "section", head);  // titles of options often begin alike: all of it must be read
    column->name->setMinimumWidth(60);
    column->caption = makeLabel({}, "caption", head);
    words->addWidget(column->name);
    words->addWidget(column->caption);
    row->addLayout(words, 1);
    column->view = new ComparedView(*column->editor, m_theme.style(), frame);
    ComparedView* view = column->view;
    if (column->own) {
        QToolButton* close = makeIconButton(m_theme.icon(QStringLiteral("close")), QStringLiteral("Take out of the comparison"), head);
        connect(close, &QToolButton::clicked, this, [this, view] { QMetaObject::invokeMethod(this, [this, view] { remove(view); }, Qt::QueuedConnection); });
        row->addWidget(close);
    }
    layout->addWidget(head);
    layout->addWidget(makeRule(frame));
    layout->addWidget(view, 1);
    column->frame = frame;
    m_drawings->insertWidget(count(), frame);
    connect(view, &ComparedView::looked, this, [this, view](const ComparedView::Sight& sight) {
        for (const auto& other : m_columns)
            if (other->view != view)
                other->view->setSight(sight);
    });
    connect(view, &ComparedView::pressed, this, [this](const QString& id) {
        for (const auto& other : m_columns)
            other->editor->select(id.isEmpty() ? QStringList() : QStringList{id});
    });
    if (!m_columns.empty())
        view->setSight(m_columns.front()->view->sight());
    m_columns.push_back(std::move(column));
    showRoom();
    showNames();
}

void CompareWindow::showRoom()
{
    m_invitation->setVisible(count() == 1);
    m_add->setEnabled(count() < most);
    m_drawings->setSizes(QList<int>(m_drawings->count(), 1000));
}

void CompareWindow::add(Design design, const QString& title)
{
    m_problem->hide();
    const Differences differences = differencesOf(m_open.design(), design);
    // Two versions of one design share most ids; of two that have little to do with each other all would be marked.
    const bool related = differences.common >= differences.onlyInFirst.size() + differences.onlyInSecond.size();
    addColumn(std::make_unique<Column>(std::move(design), m_open.catalog(), title));
    if (count() == 2)
        m_mark->setChecked(related);
    showMarks();
    refresh();
}

bool CompareWindow::addFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    if (count() >= most) {
        fail(name, QStringLiteral("There is room for %1 designs. Take one out first.").arg(most));
        return false;
    }
    try {
        Design design = readDesignFile(path, m_open.catalog()).design;
        const QString title = design.settingText(QStringLiteral("title"));
        add(std::move(design), title.isEmpty() || title == titleOf(m_open.design()) ? name : title);
        return true;
    } catch (const FileError& error) {
        fail(name, error.message());
        return false;
    }
}

bool CompareWindow::addReference(const QString& id)
{
    if (count() >= most)
        return false;
    Design design = readDesign(referenceDesign(id), id, m_open.catalog()).design;
    const QString title = design.settingText(QStringLiteral("title"));
    add(std::move(design), title == titleOf(m_open.design()) ? QStringLiteral("%1, as published").arg(title) : title);
    return true;
}

void CompareWindow::remove(const ComparedView* view)
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [&](const auto& column) { return column->view == view; });
    if (found == m_columns.end())
        return;
    m_columns.erase(found);
    showRoom();
    showMarks();
    refresh();
}

void CompareWindow::fail(const QString& name, const QString& why)
{
    m_problem->setText(QStringLiteral("%1 cannot be compared. %2").arg(name, why));
    m_problem->show();
}

void CompareWindow::refresh()
{
    QStringList titles;
    std::vector<Design> designs;
    for (const auto& column : m_columns) {
        titles << (column->title.isEmpty() ? titleOf(column->editor->design()) : column->title);
        designs.push_back(column->editor->design());
    }
    m_analysis.ask(
        this,
        [titles, designs, &catalog = m_open.catalog()](const RuleSet& rules) {
            std::vector<ComparedDesign> compared;
            for (size_t i = 0; i < designs.size(); ++i)
                compared.push_back({titles[qsizetype(i)], &designs[i]});
            return compareDesigns(compared, catalog, rules);
        },
        [this](Comparison comparison) {
            if (comparison.titles.size() != qsizetype(m_columns.size()))
                return;  // asked before a design came or went
            m_comparison = std::move(comparison);
            m_table->show(m_comparison);
            showNames();
            emit compared();
        });
}

void CompareWindow::showMarks()
{
    const Design& first = m_open.design();
    QStringList onlyInFirst, changed;
    const auto mark = [this](const Column& column, const QStringList& only, const QStringList& unlike) {
        const Design& design = column.editor->design();
        const bool on = m_mark->isChecked();
        column.view->markThings(on ? drawn(design, m_open.catalog(), only) : QStringList(), on ? drawn(design, m_open.catalog(), unlike) : QStringList());
    };
    for (size_t i = 1; i < m_columns.size(); ++i) {
        const Design& other = m_columns[i]->editor->design();
        const Differences differences = differencesOf(first, other);
        onlyInFirst += differences.onlyInFirst;
        changed += differences.changed;
        mark(*m_columns[i], differences.onlyInSecond, differences.changed);
        m_columns[i]->caption->setText(differenceWords(differences));
    }
    mark(*m_columns.front(), onlyInFirst, changed);
    m_legend->setVisible(m_mark->isChecked());
}

void CompareWindow::showNames()
{
    char16_t letter = u'A';  // as in the table
    for (const auto& column : m_columns) {
        const QString title = QStringLiteral("%1 · %2").arg(QChar(letter++)).arg(column->title.isEmpty() ? titleOf(column->editor->design()) : column->title);
        column->name->setText(title);
        column->name->setToolTip(title);
        column->view->setAccessibleName(title);
    }
    m_columns.front()->caption->setText(QStringLiteral("open in the window"));
}

void CompareWindow::applyLook()
{
    for (const auto& column : m_columns)
        column->view->setLook(m_theme.style());
    m_table->viewport()->update();
}

void CompareWindow::copyTable() const
{
    QApplication::clipboard()->setText(comparisonMarkdown(m_comparison));
}

}  // namespace redoubt
