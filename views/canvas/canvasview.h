// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "views/canvas/exhibit.h"
#include "views/editing/editor.h"
#include "views/render/draw.h"

#include <QGraphicsView>
#include <memory>

namespace redoubt {

class BadgeItem;
class Gesture;
class Outage;
struct LinkChoice;
struct Style;

/// The drawing as it is edited: shows the design of an editor, and turns mouse and keys into its verbs. Keeps no part of
/// the design; everything it shows follows from `Document::changed`.
class CanvasView : public QGraphicsView {
    Q_OBJECT

public:
    explicit CanvasView(Editor& editor, QWidget* parent = nullptr);
    ~CanvasView() override;

    /// 1 at 100 %.
    [[nodiscard]] double zoom() const;
    /// True while the next press on an element starts a link.
    [[nodiscard]] bool isConnecting() const;
    /// Where the middle of the view is on the canvas; the window adds elements there from the keyboard.
    [[nodiscard]] QPointF middle() const;
    /// A free spot near the middle for a new element of `kind`, inside the selected container when that accepts it.
    [[nodiscard]] QPointF freeSpot(const QString& kind) const;
    [[nodiscard]] bool showsHiddenLinks() const;
    [[nodiscard]] const ViewDef* designView() const;
    [[nodiscard]] const Exhibit& exhibit() const;
    /// Open findings about the selected things.
    [[nodiscard]] QList<Finding> findingsOfSelection() const;

    /// Ids of everything drawn: elements, then links. For assistive technology, like the two after it.
    [[nodiscard]] QStringList drawnIds() const;
    struct Spoken {
        QString name, description;
        QRect rect;  ///< in the viewport
        bool selected = false;
    };
    /// Nothing when it is not drawn.
    [[nodiscard]] std::optional<Spoken> spoken(const QString& id) const;
    [[nodiscard]] QString idUnder(QPoint point) const;
    void selectOnly(const QString& id);

    struct Picture {
        Design design;
        Scene scene;
        DrawOptions options;
    };
    /// The design and where its parts are drawn; nothing while a gesture or a preview shows another.
    [[nodiscard]] std::optional<Picture> picture() const;

    /// What-if: a click fails or restores, editing gestures are off.
    void setFailing(bool on);
    [[nodiscard]] bool isFailing() const;
    /// Draws what the failures do; only during what-if.
    void showOutage(std::shared_ptr<const Outage> outage);

    using QGraphicsView::setStyle;

public slots:
    void setStyle(const redoubt::Style& style);
    /// Marks the elements that findings are about; kept until the next report.
    void setReport(const redoubt::Report& report);
    /// Whether badges of findings are drawn; not while one presents or draws with a customer.
    void showBadges(bool show);
    /// Shows the design with a fix applied, lit up and in sight, until it is ended. Return or Escape on the canvas, or a
    /// press on it, answer the preview. Returns what is lit up, in pixels of the view.
    QRect previewFix(const redoubt::Patch& patch);
    void endFixPreview();
    /// Lays figures of a panel over the drawing; an empty exhibit takes them off.
    void setExhibit(const redoubt::Exhibit& exhibit);
    /// More words for the tooltips of these things, by id.
    void setTips(const QHash<QString, QString>& tips);
    /// Whether links marked hidden (cluster traffic) are drawn.
    void showHiddenLinks(bool show);
    /// How the design is looked at (Catalog::views); null: as drawn. Must outlive the canvas.
    void setDesignView(const redoubt::ViewDef* view);
    void showMinimap(bool show);
    /// Scrolls until this point of the canvas is in the middle.
    void goTo(QPointF point);
    /// Scrolls no further than it takes to see the thing whole.
    void showWhole(const QString& id);
    void fit();
    void fitSelection();
    void zoomIn();
    void zoomOut();
    void setZoom(double zoom);
    /// Scrolls to the things, selects them and lights them up for a moment.
    void reveal(const QStringList& ids);
    /// The same, with this part of the canvas in sight.
    void revealAt(const QStringList& ids, const QRectF& place);
    /// Connect mode: drag (or click, then click) from one element to another; Escape leaves it.
    void beginConnect();
    /// Starts renaming the selected element in place.
    void renameSelected();
    void selectAll();
    void removeSelected();
    void copy();
    void cut();
    /// At the mouse when it is over the canvas, else beside where it was copied.
    void paste();
    void duplicate();

signals:
    void zoomChanged(double zoom);
    void designViewChanged();
    void statusMessage(const QString& text);
    /// The picture has changed.
    void redrawn();
    void findingActivated(const QString& rule, const QStringList& subjects);
    void connectingChanged(bool connecting);
    /// Asked from the menu of an element: show what the fix would do.
    void fixAsked(const redoubt::Finding& finding);
    void fixPreviewAnswered(bool apply);
    /// During what-if: clicked, or chosen from the menu.
    void failToggled(const QString& id);
    void restoreAsked();
    /// The user has taken an exhibit off the drawing.
    void exhibitClosed();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    bool viewportEvent(QEvent* event) override;

private:
    void scaleTo(double zoom, QPoint fixed);
    void growCanvas();
    void followSelection();
    void bringInSight(const QRectF& rect);
    void showHint();
    void hover(QPointF point);
    void openBadge(const BadgeItem& badge);
    void startGesture(std::unique_ptr<Gesture> gesture);
    void endGesture(bool cancelled);
    void pressOn(QPointF point, Qt::KeyboardModifiers modifiers);
    bool isRoom(const QString& id) const;
    bool pressedFrame(const QString& id, QPointF point) const;
    [[nodiscard]] std::optional<QPointF> anchorUnder(QPointF point) const;
    void connectFrom(const QString& id, QPointF point);
    void choose(const QList<LinkChoice>& choices, QPoint where);
    void nudge(QPointF step);
    void renameInPlace(const QString& id);
    bool failingPress(const QMouseEvent& event);
    bool failingMove(const QMouseEvent& event);
    bool failingRelease(const QMouseEvent& event);
    bool failingKey(const QKeyEvent& event);
    /// In a what-if, the arrow keys select the next thing in their direction; with Shift the next link.
    bool walk(const QKeyEvent& event);
    void failingMenu(const QContextMenuEvent& event);
    void hoverFailing(QPointF point);
    void say(const QString& text, QPoint where);
    bool nativeZoom(QEvent* event);
    QPointF dropPoint(QPointF point, Qt::KeyboardModifiers modifiers);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace redoubt
