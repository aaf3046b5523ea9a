// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/linkchoice.h"
#include "views/canvas/movegesture.h"

namespace redoubt {

/// Pulls a line from an element. Only what the catalog lets it reach lights up; over such a target the link is shown as it
/// will be. A mere click leaves the line on the mouse until the next click.
class ConnectGesture : public Gesture {
public:
    /// Called at the end with all the ways there are, when there are any.
    using Choose = std::function<void(const QList<LinkChoice>&)>;

    ConnectGesture(const Workplace& place, QPointF start, QString from, Choose choose);

    void moveTo(QPointF point, Qt::KeyboardModifiers modifiers) override;
    bool release(QPointF point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    [[nodiscard]] QString hint() const override { return m_hint; }

private:
    void aimAt(const QString& id);

    Workplace m_place;
    QPointF m_start;
    QString m_from;
    Choose m_choose;
    Connections m_connections;
    QSet<QString> m_legal;
    QString m_aim;
    QList<LinkChoice> m_choices;
    QString m_hint;
    bool m_pulled = false;  ///< it has left its start
};

}  // namespace redoubt
