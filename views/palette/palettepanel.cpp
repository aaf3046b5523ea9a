// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/palette/palettepanel.h"

#include "views/palette/palettemodel.h"
#include "views/palette/palettedelegate.h"
#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/render/icons.h"

#include <QDrag>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace redoubt {

PaletteTree::PaletteTree(PaletteModel& model, const Theme& theme, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
    , m_theme(theme)
{
    setModel(&model);
    setObjectName(QStringLiteral("paletteTree"));
    setAccessibleName(QStringLiteral("Palette"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setExpandsOnDoubleClick(false);
    setItemDelegate(new PaletteDelegate(theme, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    expandAll();
    connect(&model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (!m_model.kindAt(index))
            setExpanded(index, !isExpanded(index));
    });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const ElementKind* kind = m_model.kindAt(index))
            emit chosen(kind->id);
    });
}

void PaletteTree::startDrag(Qt::DropActions)
{
    const ElementKind* kind = m_model.kindAt(currentIndex());
    QMimeData* mime = m_model.mimeData({currentIndex()});
    if (!kind || !mime)
        return;
    const double ratio = devicePixelRatioF();
    constexpr int side = 48;
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(0.9);
    paintIcon(painter, QRectF(0, 0, side, side), kind->icon, m_theme.style().product(kind->product));
    painter.end();
    auto* drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(pixmap);
    drag->setHotSpot(QPoint(side / 2, side / 2));
    drag->exec(Qt::CopyAction);
}

void PaletteTree::keyPressEvent(QKeyEvent* event)
{
    const ElementKind* kind = m_model.kindAt(currentIndex());
    if (kind && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit chosen(kind->id);
        return;
    }
    QTreeView::keyPressEvent(event);
}

PalettePanel::PalettePanel(const Catalog& catalog, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_model(new PaletteModel(catalog, theme, this))
    , m_tree(new PaletteTree(*m_model, theme, this))
    , m_search(makeSearch(QStringLiteral("Search kinds"), theme, this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("panel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    top->setSpacing(8);
    m_search->setObjectName(QStringLiteral("paletteSearch"));
    m_search->installEventFilter(this);
    top->addWidget(m_search);
    auto* chips = new FlowLayout(nullptr, 4);
    for (const Product& product : catalog.products) {
        if (product.id == QLatin1String("shared"))
            continue;
        QToolButton* chip = makeChip(product.id.toUpper(), this);
        chip->setToolTip(product.name);
        chip->setAccessibleName(product.name);
        connect(chip, &QToolButton::toggled, this, [this, chip, id = product.id](bool on) {
            if (on) {
                for (QToolButton* other : std::as_const(m_chips))
                    other->setChecked(other == chip);
                m_product = id;
            } else if (m_product == id) {
                m_product.clear();
            }
            filter();
        });
        m_chips.append(chip);
        chips->addWidget(chip);
    }
    top->addLayout(chips);
    layout->addLayout(top);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(makeEmptyState(QStringLiteral("No kind matches"),
                                      QStringLiteral("Try another word, or clear the product filter."), this));
    layout->addWidget(m_pages, 1);
    connect(m_search, &QLineEdit::textChanged, this, &PalettePanel::filter);
    connect(m_tree, &PaletteTree::chosen, this, &PalettePanel::chosen);
}

void PalettePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PalettePanel::filter()
{
    m_model->setFilter(m_search->text(), m_product);
    m_pages->setCurrentIndex(m_model->isEmpty() ? 1 : 0);
    if (!m_search->text().isEmpty())
        m_tree->setCurrentIndex(m_model->firstKind());
}

bool PalettePanel::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const ElementKind* kind = m_model->kindAt(m_tree->currentIndex());
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && kind) {
            emit chosen(kind->id);
            return true;
        }
        if (key == Qt::Key_Down) {
            m_tree->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

}  // namespace redoubt
