// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

namespace redoubt {

/// A list and, beside it over the whole height, what its selected row means. All pages of the findings panel are divided
/// alike; neither side gets too small to be read.
class DetailSplit : public QSplitter {
    Q_OBJECT

public:
    DetailSplit(QWidget* list, QWidget* details, QWidget* parent = nullptr);
};

}  // namespace redoubt
