// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/referencecard.h"

#include "app/thumbnails.h"
#include "model/files/references.h"
#include "views/parts/panels.h"
#include "views/render/style.h"

#include <QCursor>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr QSize pictureSize(420, 260);

}  // namespace

ReferenceCard::ReferenceCard(const Catalog& catalog, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_thumbnails(new Thumbnails(catalog, this))
    , m_picture(new QLabel(this))
    , m_title(makeText({}, "heading", this))
    , m_overview(makeText({}, "", this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(QStringLiteral("Published design"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 14);
    layout->setSpacing(8);
    m_picture->setFixedSize(pictureSize);
    layout->addWidget(m_picture);
    layout->addWidget(m_title);
    layout->addWidget(m_overview);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* start = new QPushButton(QStringLiteral("New design from it"), this);
    start->setObjectName(QStringLiteral("newFromReference"));
    start->setProperty("primary", true);
    row->addWidget(start);
    layout->addLayout(row);
    setFixedWidth(pictureSize.width() + 32);
    connect(start, &QPushButton::clicked, this, [this] {
        hide();
        emit chosen(m_id);
    });
    connect(m_thumbnails, &Thumbnails::drawn, this, [this](const QString& key, const Drawing& drawing) {
        if (key == m_id)
            m_picture->setPixmap(Thumbnails::paintInto(drawing, pictureSize, devicePixelRatioF(), true));
    });
}

void ReferenceCard::show(const QString& id)
{
    m_id = id;
    for (const ReferenceDesign& reference : referenceDesigns()) {
        if (reference.id != id)
            continue;
        m_title->setText(reference.title);
        m_overview->setText(reference.overview);
    }
    QPixmap blank(pictureSize);
    // A published picture is paper, whatever the window looks like: small and dark it could not be read.
    blank.fill(lightStyle().canvas);
    m_picture->setPixmap(blank);
    m_thumbnails->request(id, false, [id] { return referenceDesign(id); });
    adjustSize();
    resize(width(), heightForWidth(width()));
    const QRect room = parentWidget() ? parentWidget()->window()->geometry() : QRect();
    QPoint at = QCursor::pos() - QPoint(width() / 2, height() + 12);
    at.setX(std::clamp(at.x(), room.left() + 12, std::max(room.left() + 12, room.right() - width() - 12)));
    at.setY(std::max(at.y(), room.top() + 12));
    move(at);
    QFrame::show();
}

}  // namespace redoubt
