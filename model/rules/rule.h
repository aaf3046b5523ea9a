// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fact.h"
#include "model/rules/finding.h"

#include <memory>
#include <optional>

namespace redoubt {

struct Condition;  // model/rules/condition.h
struct FixPlan;    // model/rules/fixplan.h

/// A figure of a rule that an organisation may change. Expressions and texts of the rule speak of it by name.
struct RuleParameter {
    QString name;    ///< `limit`
    Fact value;      ///< a number or a text (a version)
    QString unit;    ///< in words: `ms`, `GB`, `secrets`; may be empty
    QString source;  ///< where the figure comes from, when the sources of the rule do not tell; usually empty
};
[[nodiscard]] QString parameterWords(const Fact& value);          ///< `2,500`, `0.2`, `2016`
[[nodiscard]] QString parameterText(const RuleParameter& parameter);  ///< the same with its unit: `30 ms`

/// The texts of a rule as written, with {limit} where a parameter stands.
struct RuleTexts {
    QString severityNote, title, condition, message, why, fix;
};

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
    QString measure;      ///< what is counted of it in the finished picture; such a rule is not judged on the design
    std::shared_ptr<const Condition> when;  ///< else this
    std::shared_ptr<const FixPlan> plan;    ///< the fix that the program can make itself; usually as `fixable` says
    std::vector<RuleParameter> parameters;
    std::shared_ptr<const RuleTexts> written;  ///< when texts name parameters; those above then state their values
    QString path;                 ///< the file in which it stands, and where its id does, from 1; of a built-in rule 0
    int line = 0;
    int column = 0;
    QString pack;                 ///< the rule pack that it came with; empty for a built-in rule
    bool fixedSeverity = false;   ///< a pack says its severity: nothing in the design changes it
    bool off = false;             ///< a pack switched it off: it is known and not judged

    [[nodiscard]] const RuleParameter* parameter(const QString& name) const;
};

/// What a rule pack does to one rule that was there before it.
struct RuleChange {
    struct Severities {
        Severity before, after;
    };
    struct Value {
        QString name, before, after;  ///< `limit`, `30 ms`, `20 ms`
    };

    QString rule;
    std::optional<Severities> severity;
    std::vector<Value> parameters;
    std::optional<bool> off;  ///< switched off, or on again
    QString reason;           ///< why, in the pack's words; may be empty
};

/// A rule pack that was loaded, and what it did.
struct RulePack {
    QString name;
    QString version;
    QString path;
    QStringList added;  ///< ids of its own rules
    std::vector<RuleChange> changes;
};

/// True for `SQL-003`: capital letters and digits, and a number of three digits.
[[nodiscard]] bool isRuleId(const QString& text);

struct RuleSet {
    QString version;
    std::vector<Rule> rules;      ///< switched-off ones included
    std::vector<RulePack> packs;  ///< in the order in which they were applied

    /// Also a rule that is switched off; null when there is none of that id.
    [[nodiscard]] const Rule* rule(const QString& id) const;
    /// The pack that switched a rule off; null when it is on.
    [[nodiscard]] const RulePack* offBy(const QString& id) const;
};

/// The rules compiled into the program; checked when it was built. Never throws.
[[nodiscard]] RuleSet builtinRules();

/// What is looked for in a finished picture (views/render/drawinglint.h), compiled in likewise. Read once; never throws.
[[nodiscard]] const RuleSet& drawingRules();

}  // namespace redoubt
