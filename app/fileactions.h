// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/preferences.h"
#include "model/files/recovery.h"
#include "views/editing/editor.h"

#include <QThreadPool>
#include <QTimer>
#include <functional>

namespace redoubt {

/// What the files part asks its user. The window asks by dialogs; tests answer themselves.
struct FileQuestions {
    enum class Answer { Save, Discard, Cancel };
    std::function<Answer(const QString& name)> unsaved;
    std::function<bool(const QString& name)> loseComments;
    std::function<QString(const QString& folder)> pathToOpen;     ///< empty: cancelled
    std::function<QString(const QString& proposed)> pathToSave;
};
[[nodiscard]] FileQuestions dialogsOver(QWidget* window);

/// The one open design and its file: new, open, save, what is asked before something is lost, and the copy that survives
/// a crash. Catches FileError: a file that cannot be read leaves the open design as it is.
class FileActions : public QObject {
    Q_OBJECT

public:
    FileActions(Editor& editor, Preferences& preferences, FileQuestions questions, QObject* parent = nullptr);
    ~FileActions() override;

    /// Empty for a design that was never saved.
    [[nodiscard]] const QString& path() const { return m_path; }
    /// The name in the title bar: the file's, else the design's title.
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isModified() const;
    /// False while the start page is all there is.
    [[nodiscard]] bool hasDesign() const { return m_open; }

    /// Asks for the path of another design file; empty: none.
    [[nodiscard]] QString askForFile() const { return m_questions.pathToOpen(m_preferences.lastFolder()); }
    void newDesign();
    void open();
    bool openFile(const QString& path);
    void openReference(const QString& id);
    bool save();
    bool saveAs();
    /// Asks about unsaved changes, saves when told to. False: stay.
    bool mayLeave();
    /// Closes the design without asking; the recovery copy goes.
    void close();

    [[nodiscard]] std::vector<Leftover> leftovers() const { return m_leftovers; }
    void recover(const Leftover& leftover);
    void dropLeftovers();
    /// Looks for copies that a crash left behind for designs that were never saved.
    void lookForUnsaved();

signals:
    /// Another design is open, or none.
    void opened();
    void nameChanged();
    void failed(const QString& path, const std::vector<redoubt::Problem>& problems);
    void said(const QString& text);
    void recentChanged();
    /// Copies that a crash left are there to be offered.
    void leftoversFound();

private:
    void take(Design design, const QString& path, bool clean);
    /// With the author of the preferences, unless it names one.
    [[nodiscard]] Design signedByUser(Design design) const;
    bool write(const QString& path);
    void startRecovery();
    void keepCopy();
    void dropCopy();

    Editor& m_editor;
    Preferences& m_preferences;
    FileQuestions m_questions;
    QString m_path;
    bool m_open = false;
    bool m_hasComments = false;
    std::shared_ptr<RecoveryCopy> m_copy;
    std::vector<Leftover> m_leftovers;
    QString m_leftoverOf;  ///< the design file they belong to; empty: never saved
    QTimer m_copyTimer;
    QThreadPool m_copying;  ///< of one thread, so that copies are written in order
};

}  // namespace redoubt
