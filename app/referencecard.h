// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <QFrame>

class QLabel;

namespace redoubt {

class Thumbnails;

/// A published design at a glance, where a rule names it: picture, title, overview, and a way to start from it. Goes when
/// one presses elsewhere.
class ReferenceCard : public QFrame {
    Q_OBJECT

public:
    explicit ReferenceCard(const Catalog& catalog, QWidget* parent = nullptr);

    /// Shows it near the mouse, inside the window.
    void show(const QString& id);

signals:
    void chosen(const QString& id);

private:
    Thumbnails* m_thumbnails;
    QLabel* m_picture;
    QLabel* m_title;
    QLabel* m_overview;
    QString m_id;
};

}  // namespace redoubt
