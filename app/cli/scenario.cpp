// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/scenario.h"

#include "app/cli/options.h"
#include "model/files/suggest.h"

namespace redoubt::cli {

const Scenario& requireScenario(const Design& design, const QString& name)
{
    if (const Scenario* found = design.scenario(name))
        return *found;
    QStringList known;
    for (const Scenario& each : design.scenarios)
        known << u'`' + each.name + u'`';
    throw wrongUsage(known.isEmpty() ? u"--scenario: the design has no scenarios"_qs
                                     : u"--scenario: the design has no scenario `%1`; it has %2"_qs.arg(name, known.join(u", ")));
}

}  // namespace redoubt::cli
