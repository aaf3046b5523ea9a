// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/measure/svgpath.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace redoubt::measure {

namespace {

constexpr double tolerance = 0.05;  ///< coordinates are written with two decimals

struct Command {
    char letter;
    QList<double> numbers;
    [[nodiscard]] QPointF end() const { return {numbers[numbers.size() - 2], numbers.last()}; }
};

std::optional<QList<Command>> commandsOf(const QString& data)
{
    static const QRegularExpression token(QStringLiteral("\\s*,?\\s*(?:([A-Za-z])|([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?))"));
    QList<Command> out;
    qsizetype at = 0;
    while (at < data.size()) {
        const auto match = token.match(data, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return data.mid(at).trimmed().isEmpty() ? std::optional(out) : std::nullopt;
        at = match.capturedEnd();
        if (match.hasCaptured(1) && !match.captured(1).isEmpty())
            out.append(Command{match.captured(1).front().toLatin1(), {}});
        else if (out.isEmpty())
            return std::nullopt;
        else
            out.last().numbers.append(match.captured(2).toDouble());
    }
    return out;
}

qsizetype numbersOf(char letter)
{
    switch (letter) {
    case 'H':
    case 'V': return 1;
    case 'M':
    case 'L': return 2;
    case 'Q': return 4;
    case 'A': return 7;
    default: return 0;
    }
}

/// Where the straight continuations of a quarter circle's ends meet.
QPointF cornerOfQuarter(QPointF from, QPointF to, bool clockwise)
{
    const QPointF centre(from.x(), to.y()), other(to.x(), from.y());
    const QPointF a = from - centre, b = to - centre;
    // With y downwards a clockwise turn has a positive cross product.
    return (a.x() * b.y() - a.y() * b.x() > 0) == clockwise ? other : centre;
}

class Tracer {
public:
    std::optional<QList<QPointF>> run(const QList<Command>& commands)
    {
        for (const Command& command : commands) {
            const qsizetype per = numbersOf(command.letter);
            if (per == 0 || command.numbers.isEmpty() || command.numbers.size() % per != 0
                || (command.letter == 'M') != m_points.isEmpty() || (command.letter == 'M' && command.numbers.size() > 2))
                return std::nullopt;
            for (qsizetype i = 0; i < command.numbers.size(); i += per)
                step({command.letter, command.numbers.mid(i, per)});
        }
        if (m_points.size() < 2)
            return std::nullopt;
        return simplified();
    }

private:
    void step(const Command& command)
    {
        switch (command.letter) {
        case 'H': go({command.numbers[0], m_at.y()}); break;
        case 'V': go({m_at.x(), command.numbers[0]}); break;
        case 'Q':
            go({command.numbers[0], command.numbers[1]});
            go(command.end());
            break;
        case 'A': arc(command); break;
        default: go(command.end()); break;
        }
    }

    /// While over a crossing nothing is a corner until the line is back on its level.
    void go(QPointF to)
    {
        m_at = to;
        if (m_hopping) {
            const QPointF off = to - m_points.last();
            const double away = std::abs(m_direction.x() * off.y() - m_direction.y() * off.x());
            if (away > tolerance)
                return;
            m_hopping = false;
        }
        if (!m_points.isEmpty()) {
            const QPointF way = to - m_points.last();
            const double length = std::hypot(way.x(), way.y());
            if (length < 1e-9)
                return;
            m_direction = way / length;
        }
        m_points.append(to);
    }

    void arc(const Command& command)
    {
        const QPointF from = m_at, to = command.end(), chord = to - from;
        const double radius = command.numbers[0];
        const bool quarter = std::abs(std::abs(chord.x()) - radius) < tolerance && std::abs(std::abs(chord.y()) - radius) < tolerance;
        if (quarter && !m_hopping) {
            const QPointF corner = cornerOfQuarter(from, to, command.numbers[4] != 0);
            const QPointF way = corner - from;
            const bool ahead = way.x() * m_direction.x() + way.y() * m_direction.y() > radius / 2;
            if (ahead || m_points.size() < 2) {
                go(corner);
                go(to);
                return;
            }
            m_hopping = true;
        }
        go(to);
    }

    [[nodiscard]] QList<QPointF> simplified() const
    {
        QList<QPointF> out;
        for (const QPointF& point : m_points) {
            while (out.size() >= 2) {
                const QPointF a = out.last() - out[out.size() - 2], b = point - out.last();
                const double cross = a.x() * b.y() - a.y() * b.x();
                const double along = a.x() * b.x() + a.y() * b.y();
                if (std::abs(cross) > tolerance * std::max(1.0, std::min(std::hypot(a.x(), a.y()), std::hypot(b.x(), b.y()))) || along < 0)
                    break;
                out.removeLast();
            }
            out.append(point);
        }
        return out;
    }

    QList<QPointF> m_points;
    QPointF m_at, m_direction;
    bool m_hopping = false;
};

}  // namespace

std::optional<QList<QPointF>> cornersOf(const QString& data)
{
    const auto commands = commandsOf(data);
    return commands ? Tracer().run(*commands) : std::nullopt;
}

QRectF boundsOf(const QString& data)
{
    QList<double> xs, ys;
    QPointF at;
    for (const Command& command : commandsOf(data).value_or(QList<Command>())) {
        const qsizetype per = numbersOf(command.letter);
        for (qsizetype i = 0; per > 0 && i + per <= command.numbers.size(); i += per) {
            const QList<double> numbers = command.numbers.mid(i, per);
            at = command.letter == 'H' ? QPointF(numbers[0], at.y())
                : command.letter == 'V' ? QPointF(at.x(), numbers[0])
                                        : QPointF(numbers[per - 2], numbers[per - 1]);
            xs.append(at.x());
            ys.append(at.y());
        }
    }
    if (xs.isEmpty())
        return {};
    const auto [left, right] = std::minmax_element(xs.cbegin(), xs.cend());
    const auto [top, bottom] = std::minmax_element(ys.cbegin(), ys.cend());
    return QRectF(QPointF(*left, *top), QPointF(*right, *bottom));
}

}  // namespace redoubt::measure
