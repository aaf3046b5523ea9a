// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/fileactions.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace redoubt {

namespace {

const QString filter = QStringLiteral("Redoubt designs (*.redoubt.yaml *.yaml *.yml);;All files (*)");

FileQuestions::Answer askUnsaved(QWidget* window, const QString& name)
{
    QMessageBox box(window);
    box.setObjectName(QStringLiteral("unsavedChanges"));
    box.setWindowTitle(QStringLiteral("Unsaved changes"));
    box.setText(QStringLiteral("Save the changes to %1?").arg(name));
    box.setInformativeText(QStringLiteral("Without saving they are lost."));
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return FileQuestions::Answer::Save;
    case QMessageBox::Discard:
        return FileQuestions::Answer::Discard;
    default:
        return FileQuestions::Answer::Cancel;
    }
}

bool askComments(QWidget* window, const QString& name)
{
    QMessageBox box(window);
    box.setObjectName(QStringLiteral("losesComments"));
    box.setWindowTitle(QStringLiteral("Comments in the file"));
    box.setText(QStringLiteral("Saving loses the comments in %1.").arg(name));
    box.setInformativeText(QStringLiteral("The file holds comments written by hand, and Redoubt writes it anew. "
                                          "Save under another name to keep the original."));
    QPushButton* save = box.addButton(QStringLiteral("Save without comments"), QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == save;
}

}  // namespace

FileQuestions dialogsOver(QWidget* window)
{
    FileQuestions questions;
    questions.unsaved = [window](const QString& name) { return askUnsaved(window, name); };
    questions.loseComments = [window](const QString& name) { return askComments(window, name); };
    questions.pathToOpen = [window](const QString& folder) {
        return QFileDialog::getOpenFileName(window, QStringLiteral("Open a design"), folder, filter);
    };
    questions.pathToSave = [window](const QString& proposed) {
        return QFileDialog::getSaveFileName(window, QStringLiteral("Save the design as"), proposed, filter);
    };
    return questions;
}

}  // namespace redoubt
