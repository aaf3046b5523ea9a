// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkrun.h"

#include "app/cli/cli.h"

#include <algorithm>

namespace redoubt::cli {

int CheckRun::exitCode() const
{
    if (!unreadable.empty())
        return BadFile;
    for (const Judged& judged : files)
        if (std::any_of(judged.report.findings.begin(), judged.report.findings.end(),
                        [&](const Finding& finding) { return fails(finding); }))
            return Findings;
    return Done;
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
    return waiver.reason.isEmpty() ? text : text + u": "_qs + waiver.reason;
}

}  // namespace redoubt::cli
