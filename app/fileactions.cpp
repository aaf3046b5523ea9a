// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/fileactions.h"

#include "model/files/designfile.h"
#include "model/files/references.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace redoubt {

namespace {

// The copy may be five seconds behind; this leaves time to write it.
constexpr int copyMs = 2500;
const QString suffix = QStringLiteral(".redoubt.yaml");

}  // namespace

FileActions::FileActions(Editor& editor, Preferences& preferences, FileQuestions questions, QObject* parent)
    : QObject(parent)
    , m_editor(editor)
    , m_preferences(preferences)
    , m_questions(std::move(questions))
{
    m_copying.setMaxThreadCount(1);
    m_copyTimer.setSingleShot(true);
    m_copyTimer.setInterval(copyMs);
    connect(&m_copyTimer, &QTimer::timeout, this, &FileActions::keepCopy);
    connect(&m_editor.document(), &Document::changed, this, [this](const Change& change) {
        // Not restarted by the next edit: a long drag must not keep the copy waiting.
        if (!change.reset && m_open && !m_copyTimer.isActive())
            m_copyTimer.start();
        if (change.reset || change.settings.contains(QStringLiteral("title")))
            emit nameChanged();
    });
    connect(&m_editor.undoStack(), &QUndoStack::cleanChanged, this, [this](bool clean) {
        if (clean)
            dropCopy();
        emit nameChanged();
    });
}

FileActions::~FileActions()
{
    m_copying.waitForDone();
}

QString FileActions::name() const
{
    if (!m_path.isEmpty()) {
        QString name = QFileInfo(m_path).fileName();
        if (name.endsWith(suffix))
            name.chop(suffix.size());
        return name;
    }
    const QString title = m_editor.design().settingText(QStringLiteral("title"));
    return title.isEmpty() ? QStringLiteral("Untitled") : title;
}

bool FileActions::isModified() const
{
    return m_open && !m_editor.undoStack().isClean();
}

void FileActions::take(Design design, const QString& path, bool clean)
{
    dropCopy();
    m_editor.select({});
    m_open = true;
    m_path = path;
    m_hasComments = false;
    m_editor.undoStack().clear();
    m_editor.document().reset(std::move(design));
    if (!clean)
        m_editor.undoStack().resetClean();
    startRecovery();
    emit opened();
    emit nameChanged();
}

void FileActions::newDesign()
{
    if (!mayLeave())
        return;
    take(signedByUser({}), {}, true);
}

Design FileActions::signedByUser(Design design) const
{
    const QString author = m_preferences.author();
    if (!author.isEmpty() && design.settingText(QStringLiteral("author")).isEmpty())
        design.settings[QStringLiteral("author")] = author;
    return design;
}

void FileActions::open()
{
    if (!mayLeave())
        return;
    const QString path = m_questions.pathToOpen(m_preferences.lastFolder());
    if (!path.isEmpty())
        openFile(path);
}

bool FileActions::openFile(const QString& path)
{
    try {
        DesignFile file = readDesignFile(path, m_editor.catalog());
        const QString full = QFileInfo(path).absoluteFilePath();
        take(std::move(file.design), full, true);
        m_hasComments = file.hasComments;
        m_preferences.setLastFolder(QFileInfo(full).absolutePath());
        m_preferences.addRecentFile(full);
        emit recentChanged();
        m_leftoverOf = full;
        m_leftovers = leftoversOf(full);
        if (!m_leftovers.empty())
            emit leftoversFound();
        return true;
    } catch (const FileError& error) {
        emit failed(path, error.problems());
        return false;
    }
}

void FileActions::openReference(const QString& id)
{
    if (!mayLeave())
        return;
    try {
        // A copy: saving it asks for a name.
        take(signedByUser(readDesign(referenceDesign(id), id, m_editor.catalog()).design), {}, true);
    } catch (const FileError& error) {
        emit failed(id, error.problems());
    }
}

bool FileActions::save()
{
    if (m_path.isEmpty())
        return saveAs();
    if (m_hasComments && !m_questions.loseComments(name()))
        return false;
    return write(m_path);
}

bool FileActions::saveAs()
{
    QString proposed = name().toLower();
    if (m_path.isEmpty()) {
        proposed.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
        proposed = m_preferences.lastFolder() + QLatin1Char('/') + proposed + suffix;
    } else {
        proposed = m_path;
    }
    QString path = m_questions.pathToSave(proposed);
    if (path.isEmpty())
        return false;
    if (!path.endsWith(QLatin1String(".yaml")) && !path.endsWith(QLatin1String(".yml")))
        path += suffix;
    return write(QFileInfo(path).absoluteFilePath());
}

bool FileActions::write(const QString& path)
{
    try {
        writeDesignFile(path, m_editor.design(), m_editor.catalog());
    } catch (const FileError& error) {
        emit failed(path, error.problems());
        return false;
    }
    const bool moved = path != m_path;
    m_path = path;
    m_hasComments = false;
    m_editor.undoStack().setClean();
    dropCopy();
    if (moved)
        startRecovery();
    m_preferences.setLastFolder(QFileInfo(path).absolutePath());
    m_preferences.addRecentFile(path);
    emit recentChanged();
    emit nameChanged();
    emit said(QStringLiteral("Saved %1").arg(QFileInfo(path).fileName()));
    return true;
}

bool FileActions::mayLeave()
{
    if (!isModified())
        return true;
    switch (m_questions.unsaved(name())) {
    case FileQuestions::Answer::Save:
        return save();
    case FileQuestions::Answer::Discard:
        return true;
    case FileQuestions::Answer::Cancel:
        break;
    }
    return false;
}

void FileActions::close()
{
    dropCopy();
    m_copy.reset();
    m_open = false;
    m_path.clear();
    m_editor.select({});
    m_editor.undoStack().clear();
    m_editor.document().reset({});
    emit opened();
    emit nameChanged();
}

void FileActions::startRecovery()
{
    m_copy = std::make_shared<RecoveryCopy>(m_path);
    if (isModified())
        m_copyTimer.start();
}

void FileActions::keepCopy()
{
    if (!isModified() || !m_copy)
        return;
    m_copying.start([this, copy = m_copy, design = m_editor.design(), &catalog = m_editor.catalog()] {
        try {
            copy->write(writeDesign(design, catalog));
        } catch (const FileError& error) {
            QMetaObject::invokeMethod(this, [this, text = error.message()] {
                emit said(QStringLiteral("No recovery copy: %1").arg(text));
            }, Qt::QueuedConnection);
        }
    });
}

void FileActions::dropCopy()
{
    m_copyTimer.stop();
    m_copying.waitForDone();
    if (m_copy)
        m_copy->discard();
}

void FileActions::lookForUnsaved()
{
    m_leftoverOf.clear();
    m_leftovers = unsavedLeftovers();
    if (!m_leftovers.empty())
        emit leftoversFound();
}

void FileActions::recover(const Leftover& leftover)
{
    try {
        Design design = readDesign(readLeftover(leftover.path), leftover.path, m_editor.catalog()).design;
        // What the crash interrupted goes on: same file, changes not saved yet. The old copy goes when the new one is there.
        take(std::move(design), m_leftoverOf, false);
        keepCopy();
        m_copying.waitForDone();
        if (m_copy->path() != leftover.path)
            discardLeftover(leftover.path);
        std::erase_if(m_leftovers, [&](const Leftover& l) { return l.path == leftover.path; });
    } catch (const FileError& error) {
        emit failed(leftover.path, error.problems());
    }
}

void FileActions::dropLeftovers()
{
    for (const Leftover& leftover : m_leftovers)
        discardLeftover(leftover.path);
    m_leftovers.clear();
}

}  // namespace redoubt
