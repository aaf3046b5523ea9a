// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/recovery.h"

#include "model/files/filewriter.h"
#include "model/files/tree.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

namespace redoubt {

namespace {

const QString& suffix()
{
    static const QString text = u".redoubt-recovery"_qs;
    return text;
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/redoubt/recovery"_qs;
}

/// Names without number and suffix under which a design's copies may stand, the preferred one first.
QStringList stemsOf(const QString& designPath)
{
    if (designPath.isEmpty())
        return {dataFolder() + u"/unsaved"_qs};
    const QFileInfo info(designPath);
    const QString absolute = info.absoluteFilePath();
    const QByteArray hash = QCryptographicHash::hash(absolute.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    return {info.absolutePath() + u"/."_qs + info.fileName(),
            dataFolder() + u"/"_qs + info.fileName() + u"-"_qs + QString::fromLatin1(hash)};
}

/// Several windows may have one design open, so a copy's name may carry a number.
QString numbered(const QString& stem, int number)
{
    return number == 1 ? stem + suffix() : stem + u".%1"_qs.arg(number) + suffix();
}
constexpr int mostCopies = 20;

QString lockPath(const QString& copy)
{
    return copy.chopped(suffix().size()) + u".lock"_qs + suffix();
}

std::unique_ptr<QLockFile> tryLock(const QString& copy)
{
    auto lock = std::make_unique<QLockFile>(lockPath(copy));
    lock->setStaleLockTime(0);  // only the death of its process makes a lock stale, never its age
    if (!lock->tryLock(0))
        return nullptr;
    return lock;
}

std::vector<Leftover> leftoversAt(const QStringList& stems)
{
    std::vector<Leftover> found;
    for (const QString& stem : stems)
        for (int number = 1; number <= mostCopies; ++number)
            if (const QString path = numbered(stem, number); QFileInfo(path).size() > 0)
                if (const auto lock = tryLock(path))
                    found.push_back({path, QFileInfo(path).lastModified()});
    std::stable_sort(found.begin(), found.end(),
                     [](const Leftover& a, const Leftover& b) { return a.written > b.written; });
    return found;
}

}  // namespace

RecoveryCopy::RecoveryCopy(QString designPath) : m_designPath(std::move(designPath)) {}

RecoveryCopy::~RecoveryCopy() = default;

bool RecoveryCopy::claim(const QString& path)
{
    if (QFileInfo::exists(path))
        return false;  // someone's, or a leftover that is still to be offered
    auto lock = tryLock(path);
    if (!lock)
        return false;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return false;
    m_lock = std::move(lock);
    m_path = path;
    return true;
}

void RecoveryCopy::write(const QByteArray& design)
{
    if (m_path.isEmpty()) {
        QDir().mkpath(dataFolder());
        for (const QString& stem : stemsOf(m_designPath))
            for (int number = 1; number <= mostCopies && m_path.isEmpty(); ++number)
                if (claim(numbered(stem, number)))
                    break;
    }
    if (m_path.isEmpty())
        throw FileError(m_designPath.isEmpty() ? dataFolder() : m_designPath, u"no recovery copy can be written"_qs);
    writeFile(m_path, design);
}

void RecoveryCopy::discard()
{
    if (m_path.isEmpty())
        return;
    QFile::remove(m_path);
    m_path.clear();
    m_lock.reset();
}

std::vector<Leftover> leftoversOf(const QString& designPath)
{
    return leftoversAt(stemsOf(designPath));
}

std::vector<Leftover> unsavedLeftovers()
{
    return leftoversAt(stemsOf({}));
}

QByteArray readLeftover(const QString& path)
{
    return readFile(path);
}

void discardLeftover(const QString& path)
{
    QFile::remove(path);
}

}  // namespace redoubt
