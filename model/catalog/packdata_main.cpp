// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0

// Runs while Redoubt is built: reads the data files, checks them and packs them, so that a start need not. A mistake
// ends the build with file, line and column.
//
//     redoubt-packdata catalog OUT FILE...
//     redoubt-packdata rules OUT PACKED-CATALOG FILE...
//     redoubt-packdata sources OUT FILE
//     redoubt-packdata drawing OUT PACKED-CATALOG FILE...
#include "model/catalog/packeddata.h"
#include "model/rules/rulereader.h"
#include "model/rules/sources.h"

#include <QFileInfo>
#include <QSaveFile>
#include <cstdio>

using namespace redoubt;

namespace {

struct Kind {
    const char* name;
    int before;  ///< number of packed files that come before the data
    void (*check)(const std::vector<NamedTree>& files, const QStringList& packed);
};

void checkCatalog(const std::vector<NamedTree>& files, const QStringList&)
{
    (void)readCatalog(files);
}

/// Rules speak the catalog's words.
void checkRules(const std::vector<NamedTree>& files, const QStringList& packed)
{
    (void)readRules(files, readCatalog(unpackFiles(readFile(packed.front()))));
}

void checkDrawing(const std::vector<NamedTree>& files, const QStringList& packed)
{
    (void)readDrawingRules(files, readCatalog(unpackFiles(readFile(packed.front()))));
}

void checkSources(const std::vector<NamedTree>& files, const QStringList&)
{
    for (const NamedTree& file : files)
        (void)readSources(file.root, file.path);
}

const Kind kinds[] = {
    {"catalog", 0, checkCatalog},
    {"rules", 1, checkRules},
    {"sources", 0, checkSources},
    {"drawing", 1, checkDrawing},
};

/// Parses every file, so that the mistakes of all are seen at once.
std::vector<NamedTree> parseAll(const QStringList& paths)
{
    std::vector<NamedTree> files;
    std::vector<Problem> problems;
    for (const QString& path : paths) {
        try {
            files.push_back({path, parseYaml(readFile(path), path)});
        } catch (const FileError& error) {
            for (Problem problem : error.problems()) {
                problem.path = path;
                problems.push_back(problem);
            }
        }
    }
    if (!problems.empty())
        throw FileError(paths.join(u' '), std::move(problems));
    return files;
}

void packTo(const QString& out, std::vector<NamedTree> files)
{
    for (NamedTree& file : files)
        file.path = QFileInfo(file.path).fileName();
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly))
        throw FileError(out, file.errorString());
    file.write(packFiles(files));
    if (!file.commit())
        throw FileError(out, file.errorString());
}

}  // namespace

int main(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const Kind* kind = nullptr;
    for (const Kind& candidate : kinds)
        if (arguments.value(0) == QLatin1String(candidate.name))
            kind = &candidate;
    if (!kind || arguments.size() < 2 + kind->before) {
        fprintf(stderr, "usage: redoubt-packdata catalog OUT FILE... | rules OUT PACKED-CATALOG FILE... | sources OUT FILE | "
                        "drawing OUT PACKED-CATALOG FILE...\n");
        return 2;
    }
    try {
        std::vector<NamedTree> files = parseAll(arguments.mid(2 + kind->before));
        kind->check(files, arguments.mid(2, kind->before));
        packTo(arguments[1], std::move(files));
    } catch (const FileError& error) {
        fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
