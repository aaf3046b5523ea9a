// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/value.h"

#include <QString>
#include <memory>
#include <variant>
#include <vector>

namespace redoubt {

/// Something a condition can speak of. Things are equal when they are the same thing of the same design.
struct Thing {
    enum Type { Design = 1, Element = 2, Group = 4, Link = 8, Flow = 16, Member = 32, Record = 64, Service = 128 };

    Type type = Design;
    QString id;     ///< of the element, group, link or service; of a member: its group's
    int index = 0;  ///< of a flow in the topology, of a member in its group, of a service in the report
    const void* object = nullptr;  ///< the Element, Group or Link
    std::shared_ptr<const PropertyRecord> record;

    friend bool operator==(const Thing& a, const Thing& b)
    {
        return a.type == b.type && a.index == b.index && a.record == b.record && a.id == b.id;
    }
};

struct Fact;
class FactItems;
using FactList = std::shared_ptr<const std::vector<Fact>>;

/// What an expression yields. The empty one is unknown: comparing with it is unknown, and unknown never fires a rule.
struct Fact {
    std::variant<std::monostate, bool, double, QString, Thing, FactList> data;

    Fact() = default;
    Fact(bool v) : data(v) {}
    Fact(int v) : data(double(v)) {}
    Fact(double v) : data(v) {}
    Fact(QString v) : data(std::move(v)) {}
    Fact(Thing v) : data(std::move(v)) {}
    Fact(std::vector<Fact> v) : data(std::make_shared<const std::vector<Fact>>(std::move(v))) {}
    Fact(const char*) = delete;

    [[nodiscard]] bool isKnown() const { return data.index() != 0; }
    [[nodiscard]] bool isTrue() const
    {
        const bool* v = std::get_if<bool>(&data);
        return v && *v;
    }
    [[nodiscard]] const Thing* thing() const { return std::get_if<Thing>(&data); }
    [[nodiscard]] const double* number() const { return std::get_if<double>(&data); }
    [[nodiscard]] const QString* text() const { return std::get_if<QString>(&data); }
    /// Null when this is not a list.
    [[nodiscard]] const std::vector<Fact>* list() const
    {
        const FactList* v = std::get_if<FactList>(&data);
        return v ? v->get() : nullptr;
    }
    /// A list as it is, anything else known as a list of one, unknown as an empty one.
    [[nodiscard]] FactItems items() const;

    friend bool operator==(const Fact& a, const Fact& b);
};

/// The things of a list, without a copy of them; keeps the list alive.
class FactItems {
public:
    explicit FactItems(FactList list) : m_list(std::move(list)) {}

    [[nodiscard]] auto begin() const { return m_list->begin(); }
    [[nodiscard]] auto end() const { return m_list->end(); }
    [[nodiscard]] size_t size() const { return m_list->size(); }
    [[nodiscard]] bool empty() const { return m_list->empty(); }
    [[nodiscard]] const Fact& front() const { return m_list->front(); }
    [[nodiscard]] const Fact& back() const { return m_list->back(); }
    [[nodiscard]] const Fact& operator[](size_t i) const { return (*m_list)[i]; }
    [[nodiscard]] const std::vector<Fact>& list() const { return *m_list; }

private:
    FactList m_list;  ///< never null
};

/// 1 for a thing or value; of a list how many items it has, those of its lists included.
[[nodiscard]] qint64 deepSize(const Fact& fact);

/// For sets of facts: equal facts have equal hashes.
[[nodiscard]] size_t qHash(const Fact& fact, size_t seed = 0);

/// Less than zero, zero or more than zero as `a` is older than, as old as or newer than `b`: parts are compared one by
/// one, numbers as numbers, and a missing part is the smallest (`2012` < `2012 R2` < `2016`, `4.7.2` < `4.8`).
[[nodiscard]] int compareVersions(const QString& a, const QString& b);

}  // namespace redoubt
