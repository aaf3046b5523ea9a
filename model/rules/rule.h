// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/tree.h"
#include "model/rules/finding.h"

#include <memory>

namespace redoubt {

struct Condition;  // model/rules/condition.h
struct FixPlan;    // model/rules/fixplan.h

/// One rule as its data file states it.
struct Rule {
    QString id;       ///< `SQL-003`
    QString area;     ///< `SQL`
    Severity severity = Severity::Advice;
    QString severityNote;  ///< the condition under which the severity changes, in words; usually empty
    QString title;
    QString condition;  ///< in words
    QString message;    ///< with {placeholders}
    QString why;
    QString fix;
    bool fixable = false;  ///< the catalogue marks it auto-fix
    QStringList sources;
    QStringList designs;  ///< reference designs it speaks of
    QString check;        ///< name of a C++ check, when the vocabulary cannot say it
    std::shared_ptr<const Condition> when;  ///< else this
    std::shared_ptr<const FixPlan> plan;    ///< the fix that the program can make itself; usually as `fixable` says
};

struct RuleSet {
    QString version;
    std::vector<Rule> rules;

    [[nodiscard]] const Rule* rule(const QString& id) const;
};

/// The rules compiled into the program; checked when it was built. Never throws.
[[nodiscard]] RuleSet builtinRules();

}  // namespace redoubt
