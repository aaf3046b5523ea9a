// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "views/render/drawing.h"

#include <QObject>
#include <QPixmap>
#include <QThreadPool>
#include <functional>

namespace redoubt {

/// Small pictures of designs for the start page, drawn by the same code as the canvas: laid out and drawn in a thread,
/// painted when they are shown.
class Thumbnails : public QObject {
    Q_OBJECT

public:
    explicit Thumbnails(const Catalog& catalog, QObject* parent = nullptr);
    ~Thumbnails() override;

    /// Asks for a picture by key; `drawn` follows. `load` runs in the thread and gives the text of a design file; it may
    /// throw FileError: then no picture comes.
    void request(const QString& key, bool dark, std::function<QByteArray()> load);
    void cancel();
    /// The drawing fitted into `size` on its canvas colour; without `allDetail` only what can be told apart at that size.
    [[nodiscard]] static QPixmap paintInto(const Drawing& drawing, QSize size, double ratio, bool allDetail = false);

signals:
    void drawn(const QString& key, const redoubt::Drawing& drawing);

private:
    const Catalog& m_catalog;
    QThreadPool m_pool;  ///< of one thread: the window needs the other cores
};

}  // namespace redoubt
