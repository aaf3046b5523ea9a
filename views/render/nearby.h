// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QRectF>
#include <algorithm>
#include <cmath>
#include <vector>

namespace redoubt {

/// Numbered rectangles, found by where they are without looking at all of them. Internal to views/render.
class Nearby {
public:
    void add(int number, const QRectF& rect)
    {
        const Cells cells = cellsOf(rect);
        m_all.push_back(number);
        if (cells.count() > mostCells)
            m_large.push_back(number);
        else
            cells.each([&](quint64 key) { m_cells[key].push_back(number); });
    }

    /// Those that may touch `area`, rising, each once; some that do not among them.
    [[nodiscard]] std::vector<int> at(const QRectF& area) const
    {
        const Cells cells = cellsOf(area);
        if (cells.count() > mostCells)
            return m_all;
        std::vector<int> found = m_large;
        cells.each([&](quint64 key) {
            if (const auto cell = m_cells.constFind(key); cell != m_cells.cend())
                found.insert(found.end(), cell->begin(), cell->end());
        });
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

private:
    static constexpr double side = 240;       ///< of a cell, in canvas units
    static constexpr qint64 mostCells = 2048;  ///< what covers more is looked at always

    struct Cells {
        qint64 left, top, right, bottom;

        [[nodiscard]] qint64 count() const { return (right - left + 1) * (bottom - top + 1); }
        template <class See>
        void each(See see) const
        {
            for (qint64 y = top; y <= bottom; ++y)
                for (qint64 x = left; x <= right; ++x)
                    see(quint64(quint32(x)) << 32 | quint32(y));
        }
    };
    static Cells cellsOf(const QRectF& rect)
    {
        const auto cell = [](double at) { return qint64(std::floor(at / side)); };
        return {cell(rect.left()), cell(rect.top()), cell(rect.right()), cell(rect.bottom())};
    }

    QHash<quint64, std::vector<int>> m_cells;
    std::vector<int> m_large, m_all;
};

}  // namespace redoubt
