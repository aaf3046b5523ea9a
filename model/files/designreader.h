// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/designfile.h"
#include "model/files/valuereader.h"

namespace redoubt {

/// What the two halves of reading share: the parts as read so far, and where each id stands.
struct DesignReading : Reading {
    DesignFile file;
    const Node& root;

    DesignReading(const Catalog& known, const Node& tree) : Reading{known, {}, {}}, root(tree) {}
};

/// Elements, groups and links of the file, each by its section's node.
void readElements(DesignReading& reading, const Node& section);
void readGroups(DesignReading& reading, const Node& section);
void readLinks(DesignReading& reading, const Node& section);

/// The sets of failures under a name.
void readScenarios(DesignReading& reading, const Node& section);

/// What can be judged only when all is read: ids that do not exist, containers that hold nothing, cycles.
void checkMentions(DesignReading& reading);
void checkNesting(DesignReading& reading);

/// Reads a section that is a list of maps, one thing each, and keeps where each stands as `ONE:INDEX`. `keys` names those
/// that an item cannot do without.
template <class Thing, class ReadOne>
void readList(DesignReading& reading, const Node& section, const QString& one, const QString& keys, std::vector<Thing>& into, ReadOne readOne)
{
    if (section.isNull())
        return;
    if (!section.isList()) {
        reading.problem(section, QStringLiteral("`%1s` is %2; expected a list").arg(one, describe(section)));
        return;
    }
    for (const Node& item : section.items) {
        if (!item.isMap()) {
            reading.problem(item, QStringLiteral("a %1 is %2; expected a map with %3").arg(one, describe(item), keys));
            continue;
        }
        reading.file.places.insert(QStringLiteral("%1:%2").arg(one).arg(into.size()), {item.line, item.column});
        into.push_back(readOne(reading, item));
    }
}

/// Reports a key that is not known at this place.
void unknownKey(Reading& reading, const Node& key, const QString& of, const QStringList& known);
/// True when the section is a map; reports when it is something else, and takes an empty one for an empty map.
[[nodiscard]] bool isSection(Reading& reading, const Node& section, const QString& name);

}  // namespace redoubt
