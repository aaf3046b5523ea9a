// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "views/canvas/canvasitem.h"
#include "views/editing/editor.h"
#include "views/render/draw.h"
#include "views/render/outage.h"
#include "views/render/style.h"

#include <QGraphicsScene>
#include <optional>

namespace redoubt {

class BadgeItem;
class QuickMove;

/// The items of the drawing, one per element, link and link's words, kept in step with the editor's design by ids. For
/// the time of a gesture it shows the design as a patch would make it; nothing is edited before the gesture ends.
class CanvasScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit CanvasScene(Editor& editor, QObject* parent = nullptr);
    ~CanvasScene() override;

    [[nodiscard]] const Style& look() const { return m_style; }
    void setLook(const Style& style);
    [[nodiscard]] bool hiddenLinks() const { return m_options.hiddenLinks; }
    void setHiddenLinks(bool show);
    /// How the design is looked at; null: as drawn. Must outlive the scene.
    void setDesignView(const ViewDef* view);
    [[nodiscard]] const ViewDef* designView() const { return m_options.view; }
    /// Whether it would be drawn as itself if only the view were another.
    [[nodiscard]] bool isLeftOut(const QString& id) const;
    void setReport(const Report& report);
    /// Badges are part of the picture, or not while one presents.
    void setBadgesShown(bool shown);
    /// Draws what a what-if does; null: nothing. Badges of findings are left out meanwhile.
    void setOutage(std::shared_ptr<const Outage> outage);
    [[nodiscard]] const Outage* outage() const { return m_outage.get(); }
    /// Open findings about what this item shows, as in the report.
    [[nodiscard]] QList<Finding> findingsOf(const QString& id) const { return m_findings.value(id); }

    /// Shows the design with `patch` on top, in place of an earlier preview.
    void preview(const Patch& patch);
    /// The same for a patch that moves `roots`. In a large design only what moves and its links are looked at.
    void previewMove(const Patch& patch, const QStringList& roots);
    void endPreview();
    /// A preview that stays until it is ended: what `patch` makes and changes is lit up. Returns what is, for scrolling.
    QRectF previewFix(const Patch& patch);
    /// The design on screen; with a preview, not the editor's.
    [[nodiscard]] const Design& shown() const { return m_shown; }
    [[nodiscard]] const Placement& placement() const { return m_laidOut.placement; }
    [[nodiscard]] const Scene& laidOut() const { return m_laidOut; }
    [[nodiscard]] const DrawOptions& options() const { return m_options; }
    [[nodiscard]] bool isPreviewing() const { return m_quick || !m_previewed.isEmpty() || m_labelMoved; }

    [[nodiscard]] CanvasItem* item(const QString& id) const { return m_items.value(id); }
    /// The next thing that can fail (an element, or a link) from `id`, or from `place` when nothing has that id, in a
    /// direction of length 1. Empty: none is further on.
    [[nodiscard]] QString nextFrom(const QString& id, QPointF place, QPointF direction, bool links) const;
    /// What stands for it on the canvas: itself when it is drawn, the machine that it is drawn on, the collapsed layer that
    /// it stands in, the line that it is part of, the ends of a link that is hidden, the members of a group or else what its properties name. Ids of items; empty: nothing is drawn for it.
    [[nodiscard]] QStringList shownBy(const QString& id) const;
    /// Elements at a point, the innermost first.
    [[nodiscard]] QStringList elementsAt(QPointF point) const;
    /// What a press at the point fails: a mark on a machine by itself, else what is there; nothing for a note.
    [[nodiscard]] QString failableAt(QPointF point) const;
    /// The element or link a press at the point takes; empty: none.
    [[nodiscard]] QString idAt(QPointF point) const;
    /// The link whose words are at the point and can be moved along its line; empty: none.
    [[nodiscard]] QString labelAt(QPointF point) const;
    [[nodiscard]] const BadgeItem* badgeAt(QPointF point) const;
    [[nodiscard]] QRectF drawnBounds() const;
    /// Everything whose outline lies in the rectangle: nodes that it touches, containers and links that it encloses.
    [[nodiscard]] QStringList within(const QRectF& rect) const;

    void setHovered(const QString& id);
    [[nodiscard]] const QString& hovered() const { return m_hovered; }
    /// True while the mouse is over something that is neither selected nor around what is selected.
    [[nodiscard]] bool hoversBesideSelection() const;
    /// How much of the drawing a thing laid over `rect` would hide: square units of boxes and words, of lines a little.
    /// What is selected does not count.
    [[nodiscard]] double covered(const QRectF& rect) const;
    /// Lights up what a link may end at and dims all other elements.
    void showTargets(const QSet<QString>& legal, const QString& source);
    void hideTargets();
    /// Lights up the container that adopts what is dragged; empty: none.
    void showAdopter(const QString& id);
    void flash(const QStringList& ids, bool on);

signals:
    /// Items were made, changed or removed.
    void refreshed();

private:
    void onChanged(const Change& change);
    void restoreQuickMove();
    void refresh(const Design& design, const QStringList& touched);
    void rebuild();
    void sync(const QString& id);
    void drop(const QString& id);
    void showSelection();
    void spreadFindings();
    void placeBadges();
    void placeBadge(const QString& id);
    [[nodiscard]] QSet<QString> affected(const QStringList& touched) const;
    void mark(const QString& id, Mark mark, bool on);

    Editor& m_editor;
    Style m_style;
    double m_leastDetail = 0;
    mutable std::optional<QRectF> m_drawn;  ///< bounds of all items, until one changes
    DrawOptions m_options;
    Design m_shown;
    Scene m_laidOut;
    QHash<QString, int> m_routed;  ///< link id to its index in the routes
    QHash<QString, CanvasItem*> m_items;
    QHash<QString, CanvasItem*> m_labels;
    QHash<QString, BadgeItem*> m_badges;
    QList<Finding> m_open;                      ///< of the report
    QHash<QString, QList<Finding>> m_findings;  ///< by the id of what shows them
    std::unique_ptr<QuickMove> m_quick;
    QStringList m_previewed;  ///< ids that the preview touches
    bool m_labelMoved = false;  ///< the preview moves words along their line
    QStringList m_selected;
    QString m_hovered, m_adopter;
    QStringList m_lit;  ///< by the preview of a fix
    bool m_targets = false;
    bool m_badgesShown = true;
    std::shared_ptr<const Outage> m_outage;
};

}  // namespace redoubt
