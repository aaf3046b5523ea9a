// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/files/designfile.h"
#include "views/render/drawinglint.h"

#include <QJsonObject>

namespace redoubt::cli {

/// One design that was judged.
struct Judged {
    QString path;  ///< as the caller gave it
    DesignFile file;
    Report report;
    std::optional<DrawingLint> drawing = {};  ///< when asked for; never makes the run fail
};

/// What `check` found; each format writes all of it.
struct CheckRun {
    const Catalog& catalog;
    const RuleSet& rules;
    Severity failOn = Severity::Error;
    bool waivers = true;   ///< false: judged as if there were none
    bool verbose = false;  ///< texts list every check
    std::vector<Judged> files;
    std::vector<FileError> unreadable;  ///< designs, or rule packs; with these no design is judged

    /// True when the finding makes the run fail.
    [[nodiscard]] bool fails(const Finding& finding) const { return !finding.waived && finding.severity <= failOn; }
    [[nodiscard]] int exitCode() const;
};

/// One error for each file that it is about.
[[nodiscard]] std::vector<FileError> byFile(const FileError& error);
/// `pack.yaml:5:3: OWN-001 (title) was given up ...`
[[nodiscard]] QString stoppedText(const StoppedRule& rule);
/// Where a finding is shown in the file: at its first subject that has a place; else at the beginning.
[[nodiscard]] Place placeOf(const Finding& finding, const DesignFile& file);

/// `accepted by J. Example on 2026-11-23 until 2027-05-01: reason`, as far as the waiver says it.
[[nodiscard]] QString waiverText(const Waiver& waiver);

/// `rules` of a JSON result: version, and what rule packs added, changed and switched off.
[[nodiscard]] QJsonObject rulesJson(const RuleSet& rules);
/// `switched off: reason`, `error instead of warning, limit is 20 ms instead of 30 ms`.
[[nodiscard]] QString changeText(const RuleChange& change);
/// The same in words, a line for each pack and change; empty without packs.
[[nodiscard]] QString packsText(const RuleSet& rules);

// The formats.
[[nodiscard]] QString checkText(const CheckRun& run);
[[nodiscard]] QJsonObject checkJson(const CheckRun& run);
[[nodiscard]] QJsonObject sarif(const CheckRun& run);  ///< SARIF 2.1.0
[[nodiscard]] QByteArray junit(const CheckRun& run);   ///< JUnit XML

}  // namespace redoubt::cli
