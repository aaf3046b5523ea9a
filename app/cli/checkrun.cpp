// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkrun.h"

#include "app/cli/cli.h"
#include "model/design/numberwords.h"

#include <algorithm>

namespace redoubt::cli {

int CheckRun::exitCode() const
{
    const bool stopped = std::any_of(files.begin(), files.end(), [](const Judged& judged) { return !judged.report.stopped.empty(); });
    if (!unreadable.empty() || stopped)
        return BadFile;
    for (const Judged& judged : files)
        if (std::any_of(judged.report.findings.begin(), judged.report.findings.end(),
                        [&](const Finding& finding) { return fails(finding); }))
            return Findings;
    return Done;
}

std::vector<FileError> byFile(const FileError& error)
{
    std::vector<std::pair<QString, std::vector<Problem>>> files;
    for (Problem problem : error.problems()) {
        const QString path = problem.path.isEmpty() ? error.path() : problem.path;
        const auto same = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == path; });
        problem.path.clear();
        (same == files.end() ? files.emplace_back(path, std::vector<Problem>()) : *same).second.push_back(std::move(problem));
    }
    std::vector<FileError> errors;
    for (auto& [path, problems] : files)
        errors.emplace_back(path, std::move(problems));
    return errors;
}

QString stoppedText(const StoppedRule& rule)
{
    return rule.line > 0 ? u"%1:%2:%3: %4"_qs.arg(rule.path).arg(rule.line).arg(rule.column).arg(rule.text) : rule.text;
}

Place placeOf(const Finding& finding, const DesignFile& file)
{
    for (const QString& subject : finding.subjects)
        if (const auto it = file.places.constFind(subject); it != file.places.cend())
            return *it;
    return {1, 1};
}

QString waiverText(const Waiver& waiver)
{
    QString text = u"accepted"_qs;
    if (!waiver.by.isEmpty())
        text += u" by "_qs + waiver.by;
    if (waiver.date.isValid())
        text += u" on "_qs + waiver.date.toString(Qt::ISODate);
    if (waiver.expires.isValid())
        text += u" until "_qs + waiver.expires.toString(Qt::ISODate);
    return oneLine(waiver.reason.isEmpty() ? text : text + u": "_qs + waiver.reason);
}

}  // namespace redoubt::cli
