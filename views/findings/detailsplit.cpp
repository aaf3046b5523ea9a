// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/detailsplit.h"

namespace redoubt {

namespace {

// Pixels. The height keeps a title, its sentence and a few lines beside the buttons, or a form whole.
constexpr int leastList = 250, leastDetails = 280, leastHeight = 172;

}  // namespace

DetailSplit::DetailSplit(QWidget* list, QWidget* details, QWidget* parent) : QSplitter(Qt::Horizontal, parent)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
    list->setMinimumWidth(leastList);
    details->setMinimumWidth(leastDetails);
    setMinimumHeight(leastHeight);
    addWidget(list);
    addWidget(details);
    setStretchFactor(0, 5);
    setStretchFactor(1, 4);
    setSizes({500, 440});
}

}  // namespace redoubt
