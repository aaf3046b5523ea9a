// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/patch.h"

namespace redoubt {

namespace {

/// Swaps shared parts: a null pointer stands for absence on either side.
template <class Map>
void swapParts(Map& design, Map& patch) noexcept
{
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        auto before = design.value(it.key());
        if (it.value())
            design.insert(it.key(), it.value());
        else
            design.remove(it.key());
        it.value() = std::move(before);
    }
}

template <class Map, class Changes>
void swapOptional(Map& design, Changes& patch) noexcept
{
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        typename Changes::mapped_type before;
        if (const auto found = design.constFind(it.key()); found != design.cend())
            before = found.value();
        if (it.value())
            design.insert(it.key(), *it.value());
        else
            design.remove(it.key());
        it.value() = std::move(before);
    }
}

template <class Map>
bool partsEqual(const Map& design, const Map& patch)
{
    for (auto it = patch.cbegin(); it != patch.cend(); ++it) {
        const auto now = design.value(it.key());
        if (bool(now) != bool(it.value()) || (now && now != it.value() && !(*now == *it.value())))
            return false;
    }
    return true;
}

template <class Map, class Changes>
bool optionalEqual(const Map& design, const Changes& patch)
{
    for (auto it = patch.cbegin(); it != patch.cend(); ++it) {
        const auto now = design.constFind(it.key());
        if ((now != design.cend()) != it.value().has_value() || (it.value() && !(*now == *it.value())))
            return false;
    }
    return true;
}

template <class Map>
void differParts(const Map& from, const Map& to, Map& patch)
{
    for (auto it = from.cbegin(); it != from.cend(); ++it)
        if (!to.contains(it.key()))
            patch.insert(it.key(), nullptr);
    for (auto it = to.cbegin(); it != to.cend(); ++it) {
        const auto before = from.value(it.key());
        if (!before || (before != it.value() && !(*before == *it.value())))
            patch.insert(it.key(), it.value());
    }
}

template <class Map, class Changes>
void differOptional(const Map& from, const Map& to, Changes& patch)
{
    for (auto it = from.cbegin(); it != from.cend(); ++it)
        if (!to.contains(it.key()))
            patch.insert(it.key(), {});
    for (auto it = to.cbegin(); it != to.cend(); ++it) {
        const auto before = from.constFind(it.key());
        if (before == from.cend() || !(before.value() == it.value()))
            patch.insert(it.key(), it.value());
    }
}

}  // namespace

bool Patch::isEmpty() const
{
    return elements.isEmpty() && links.isEmpty() && groups.isEmpty() && layout.isEmpty() && labelPlaces.isEmpty() && settings.isEmpty()
        && !waivers && !scenarios;
}

bool Patch::changesNothing(const Design& design) const
{
    return partsEqual(design.elements, elements) && partsEqual(design.links, links)
        && partsEqual(design.groups, groups) && optionalEqual(design.layout, layout) && optionalEqual(design.labelPlaces, labelPlaces)
        && optionalEqual(design.settings, settings) && (!waivers || *waivers == design.waivers)
        && (!scenarios || *scenarios == design.scenarios);
}

void Patch::set(const ElementId& id, Element element)
{
    elements[id] = std::make_shared<const Element>(std::move(element));
}

void Patch::set(const LinkId& id, Link link)
{
    links[id] = std::make_shared<const Link>(std::move(link));
}

void Patch::set(const GroupId& id, Group group)
{
    groups[id] = std::make_shared<const Group>(std::move(group));
}

void Patch::merge(const Patch& later)
{
    elements.insert(later.elements);
    links.insert(later.links);
    groups.insert(later.groups);
    layout.insert(later.layout);
    labelPlaces.insert(later.labelPlaces);
    settings.insert(later.settings);
    if (later.waivers)
        waivers = later.waivers;
    if (later.scenarios)
        scenarios = later.scenarios;
}

void swap(Design& design, Patch& patch) noexcept
{
    swapParts(design.elements, patch.elements);
    swapParts(design.links, patch.links);
    swapParts(design.groups, patch.groups);
    swapOptional(design.layout, patch.layout);
    swapOptional(design.labelPlaces, patch.labelPlaces);
    swapOptional(design.settings, patch.settings);
    if (patch.waivers)
        std::swap(*patch.waivers, design.waivers);
    if (patch.scenarios)
        std::swap(*patch.scenarios, design.scenarios);
}

Design patched(Design design, Patch patch)
{
    swap(design, patch);
    return design;
}

Patch difference(const Design& from, const Design& to)
{
    Patch patch;
    differParts(from.elements, to.elements, patch.elements);
    differParts(from.links, to.links, patch.links);
    differParts(from.groups, to.groups, patch.groups);
    differOptional(from.layout, to.layout, patch.layout);
    differOptional(from.labelPlaces, to.labelPlaces, patch.labelPlaces);
    differOptional(from.settings, to.settings, patch.settings);
    if (from.waivers != to.waivers)
        patch.waivers = to.waivers;
    if (from.scenarios != to.scenarios)
        patch.scenarios = to.scenarios;
    return patch;
}

Change touched(const Patch& patch)
{
    Change change;
    change.elements = patch.elements.keys();
    change.links = patch.links.keys();
    change.groups = patch.groups.keys();
    change.layout = patch.layout.keys();
    change.labelPlaces = patch.labelPlaces.keys();
    change.settings = patch.settings.keys();
    change.waivers = patch.waivers.has_value();
    change.scenarios = patch.scenarios.has_value();
    return change;
}

}  // namespace redoubt
