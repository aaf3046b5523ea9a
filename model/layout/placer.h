// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout/arrangement.h"
#include "model/layout/spread.h"

#include <algorithm>
#include <map>

namespace redoubt::layout {

/// Works the places of one arrangement out: from inside to outside the sizes, then the canvas.
class Placer {
public:
    Placer(const Plan& plan, const Arrangement& arrangement);
    std::vector<QRectF> run();

private:
    struct Measures {
        double height = 0;
        double gap = 0;  ///< below
    };
    using Heights = std::map<int, Measures>;  ///< by key of the row

    [[nodiscard]] const Part& part(int i) const { return m_plan.parts[size_t(i)]; }
    [[nodiscard]] QRectF& here(int i) { return m_here[size_t(i)]; }
    [[nodiscard]] const QRectF& here(int i) const { return m_here[size_t(i)]; }
    /// A length of gap, by how roomy the arrangement is, in whole steps.
    [[nodiscard]] double roomy(double length) const { return upToStep(length * m_arrangement.room); }

    /// How many lines a gap grows for: very roomy arrangements are for those with more.
    [[nodiscard]] double lanesFor(double lines, int most) const { return std::clamp(lines, 0.0, most * std::max(1.0, m_arrangement.room / 1.5)); }

    // Inside of holders (placing.cpp)
    [[nodiscard]] double beside(int holder, int a, int b) const;
    void measure(int holder, const std::vector<Row>& rows, Heights& heights) const;
    void inside(int i);
    void fill(int i, const std::vector<Row>& rows, const Heights& heights);
    void align(int holder, const std::vector<Row>& rows, double left, double width);
    [[nodiscard]] Wish wishOf(int holder, int child, double left, double width) const;
    [[nodiscard]] QPointF centreOf(const Tied& tied) const;

    // The canvas (placingcanvas.cpp)
    [[nodiscard]] bool isColumnSite(int i) const;
    void canvas();
    double placeBand(int number, double top);
    double placeSites(int number, double top);
    void stack(const std::vector<int>& items, double top, double gap);
    [[nodiscard]] double gapWidth(int number, int gap) const;
    [[nodiscard]] std::vector<int> inGap(int number, int gap) const;
    void placeZone(Seat::Zone zone, double edge);
    void resolve();

    const Plan& m_plan;
    const Arrangement& m_arrangement;
    std::vector<QRectF> m_here;    ///< relative to what each stands in
    std::vector<QRectF> m_places;  ///< absolute, of the round before
    std::vector<char> m_standing;  ///< on the canvas: has its place
};

}  // namespace redoubt::layout
