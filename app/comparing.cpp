// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"
#include "views/compare/comparewindow.h"

namespace redoubt {

CompareWindow* MainWindow::comparing() const
{
    return m_compare;
}

void MainWindow::compareDesigns()
{
    if (!m_compare) {
        m_compare = new CompareWindow(*m_editor, *m_analysis, m_theme, [this] { return m_files->askForFile(); });
        m_compare->setAttribute(Qt::WA_DeleteOnClose);
        // The design that was compared is gone with its window's first column.
        connect(m_files, &FileActions::opened, m_compare, &QWidget::close);
    }
    m_compare->show();
    m_compare->raise();
    m_compare->activateWindow();
}

}  // namespace redoubt
