// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <vector>

namespace redoubt {

struct Rule;
class Facts;

/// What a rule says of one design, also where it found nothing wrong. Made when somebody asks about one rule; not part
/// of judging a design.
struct Holding {
    enum class State {
        Broken,         ///< at least one finding
        Holds,          ///< something was judged, all of it in order
        NotApplicable,  ///< the design has nothing that the rule speaks of
        Unknown,        ///< nothing could be judged, since values that the rule needs are not given
    };

    State state = State::NotApplicable;
    // Ids of the things that a finding would name, one list for each thing or combination judged; each list once.
    std::vector<QStringList> broken;
    std::vector<QStringList> inOrder;
    std::vector<QStringList> unknown;  ///< could not be judged: a value is not given
    bool stopped = false;  ///< given up, as `StoppedRule` says; the state is Unknown then
};
[[nodiscard]] QString stateId(Holding::State state);  ///< `broken`, `holds`, `not-applicable`, `unknown`

/// Never throws. See also `analyse.h`, which makes the facts.
[[nodiscard]] Holding holding(const Rule& rule, Facts& facts);

}  // namespace redoubt
