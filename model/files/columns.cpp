// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/columns.h"

#include <algorithm>

namespace redoubt {

namespace {

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

bool isAscii(const QByteArray& bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Offsets at which lines begin. A byte order mark is no part of the first.
std::vector<qsizetype> lineStarts(const QByteArray& bytes)
{
    std::vector<qsizetype> starts{bytes.startsWith("\xef\xbb\xbf") ? 3 : 0};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '\n')
            starts.push_back(i + 1);
    return starts;
}

class Columns {
public:
    explicit Columns(const QByteArray& bytes) : m_starts(lineStarts(bytes))
    {
        for (qsizetype i = 0; i < bytes.size(); ++i)
            if (isContinuation(bytes[i]))
                m_continuations.push_back(i);
    }

    [[nodiscard]] int characters(int line, int column) const
    {
        if (line < 1 || size_t(line) > m_starts.size())
            return column;
        const qsizetype start = m_starts[size_t(line) - 1];
        return column - int(continuationsBefore(start + column - 1) - continuationsBefore(start));
    }

    void correct(Node& node) const
    {
        node.column = characters(node.line, node.column);
        for (Node& key : node.keys)
            correct(key);
        for (Node& item : node.items)
            correct(item);
    }

private:
    [[nodiscard]] qsizetype continuationsBefore(qsizetype offset) const
    {
        return std::lower_bound(m_continuations.begin(), m_continuations.end(), offset) - m_continuations.begin();
    }

    std::vector<qsizetype> m_starts;
    std::vector<qsizetype> m_continuations;  ///< where bytes stand that begin no character
};

/// Walks a text as it is written, beside the text as it is meant.
class Walk {
public:
    /// `source` begins with the line of `place`.
    Walk(const QString& source, TextPlace place) : m_source(source), m_place(place)
    {
        for (int column = 1; column < place.column && !atEnd(); ++column)
            m_at += here().isHighSurrogate() ? 2 : 1;
    }

    /// Past the opening quote, or past the head of a folded block.
    void begin(bool quoted)
    {
        const QChar c = here();
        if (quoted && (c == u'"' || c == u'\'')) {
            m_quote = c;
            step();
        } else if (quoted && (c == u'>' || c == u'|')) {
            while (!atEnd() && here() != u'\n')
                step();
            skipBlanks();
        }
    }

    /// Past one character of the meaning. A fold stands for one blank, two quotes or an escape for one character.
    void past(QChar meant)
    {
        if (meant == u' ' && isFold())
            skipBlanks();
        else if (m_quote == u'"' && here() == u'\\')
            step(2);
        else if (m_quote == u'\'' && here() == u'\'')
            step(2);
        else
            step();
    }

    [[nodiscard]] TextPlace place() const { return m_place; }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_source.size(); }
    [[nodiscard]] QChar here() const { return atEnd() ? QChar() : m_source[m_at]; }

    [[nodiscard]] bool isFold() const
    {
        qsizetype at = m_at;
        while (at < m_source.size() && (m_source[at] == u' ' || m_source[at] == u'\r'))
            ++at;
        return at < m_source.size() && m_source[at] == u'\n';
    }

    void skipBlanks()
    {
        while (here().isSpace())
            step();
    }

    void step(int count = 1)
    {
        for (; count > 0 && !atEnd(); --count) {
            if (here() == u'\n')
                m_place = {m_place.line + 1, 1};
            else if (!here().isLowSurrogate())
                ++m_place.column;
            ++m_at;
        }
    }

    const QString& m_source;
    TextPlace m_place;
    qsizetype m_at = 0;
    QChar m_quote;
};

}  // namespace

void countCharacters(const QByteArray& bytes, Node& root, std::vector<Problem>& problems)
{
    if (isAscii(bytes))
        return;
    const Columns columns(bytes);
    columns.correct(root);
    for (Problem& problem : problems)
        problem.column = columns.characters(problem.line, problem.column);
}

TextPlace placeInside(const QByteArray& bytes, const Node& scalar, int offset)
{
    if (bytes.isEmpty())
        return {scalar.line, scalar.column + offset + (scalar.quoted ? 1 : 0)};
    qsizetype start = 0;
    for (int line = 1; line < scalar.line; ++line)
        start = bytes.indexOf('\n', start) + 1;
    const qsizetype enough = scalar.column * 4 + scalar.text.size() * 8 + 4096;
    const QString source = QString::fromUtf8(bytes.mid(start, enough));
    Walk walk(source, {scalar.line, scalar.column});
    walk.begin(scalar.quoted);
    for (int i = 0; i < offset && i < scalar.text.size(); ++i)
        walk.past(scalar.text[i]);
    return walk.place();
}

}  // namespace redoubt
