// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/scalars.h"

#include <QStringView>
#include <charconv>
#include <cmath>

namespace redoubt {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Consumes digits from `i` on; false when there are none.
bool skipDigits(QStringView text, qsizetype& i)
{
    const qsizetype start = i;
    while (i < text.size() && isDigit(text[i]))
        ++i;
    return i > start;
}

/// The integer part of a JSON number: no leading zeros.
bool skipWhole(QStringView text, qsizetype& i)
{
    if (i < text.size() && text[i] == u'-')
        ++i;
    const qsizetype start = i;
    return skipDigits(text, i) && (text[start] != u'0' || i == start + 1);
}

bool isNumber(QStringView text)
{
    qsizetype i = 0;
    if (!skipWhole(text, i))
        return false;
    if (i < text.size() && text[i] == u'.' && !skipDigits(text, ++i))
        return false;
    if (i < text.size() && (text[i] == u'e' || text[i] == u'E')) {
        ++i;
        if (i < text.size() && (text[i] == u'-' || text[i] == u'+'))
            ++i;
        if (!skipDigits(text, i))
            return false;
    }
    return i == text.size();
}

}  // namespace

std::optional<qint64> parseInteger(const QString& text)
{
    qsizetype i = 0;
    if (!skipWhole(text, i) || i != text.size())
        return {};
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<double> parseNumber(const QString& text)
{
    if (!isNumber(text))
        return {};
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value == 0 ? 0.0 : value) : std::nullopt;
}

QByteArray numberText(double value)
{
    if (value == 0)
        return "0";  // also for minus zero
    char buffer[64];
    const double size = std::fabs(value);
    if (size >= 1e-6 && size < 1e15) {
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
        return QByteArray(buffer, end - buffer);
    }
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    QByteArray text(buffer, end - buffer);
    if (!text.contains('.'))
        text.insert(text.indexOf('e'), ".0");  // YAML 1.1 takes 1e+20 for a text
    return text;
}

namespace {

/// Words and number forms that one YAML version or another reads as something other than text.
bool looksLikeAnotherType(const QString& text)
{
    static const QStringList words{u"null"_qs, u"~"_qs,  u"true"_qs, u"false"_qs, u"yes"_qs,
                                   u"no"_qs,   u"on"_qs, u"off"_qs,  u"y"_qs,     u"n"_qs};
    if (text.size() <= 5 && words.contains(text.toLower()))
        return true;
    const QChar first = text.front();
    if (!isDigit(first) && first != u'+' && first != u'-' && first != u'.')
        return false;
    // Numbers in any base, times (12:30), dates, exponents, .inf and .nan are made of these characters alone.
    for (const QChar c : text)
        if (!isDigit(c) && !QStringView(u"+-._:eExXoOabcdfABCDFTZ infINFaA").contains(c))
            return false;
    return true;
}

bool isPlainSafe(const QString& text)
{
    if (text.isEmpty() || text.back() == u' ')
        return false;
    const QChar first = text.front();
    if (!first.isLetterOrNumber() && first != u'/' && first != u'(' && first != u'_' && first != u'.')
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isSurrogate() || !c.isPrint())
            return false;
        if (c == u':' && (i + 1 == text.size() || !text[i + 1].isLetterOrNumber()) && text.mid(i, 3) != u"://")
            return false;
        if (c.unicode() < 128 && !c.isLetterOrNumber() && !QStringView(u" -_./()+*@%&';=<>$:").contains(c))
            return false;
        if (c.isSpace() && c != u' ')
            return false;
    }
    return !looksLikeAnotherType(text);
}

QByteArray escaped(char16_t c)
{
    switch (c) {
    case u'"': return "\\\"";
    case u'\\': return "\\\\";
    case u'\n': return "\\n";
    case u'\t': return "\\t";
    case u'\r': return "\\r";
    default: return "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
    }
}

}  // namespace

QByteArray yamlText(const QString& text)
{
    if (isPlainSafe(text))
        return text.toUtf8();
    QByteArray out = "\"";
    QString run;
    for (const QChar c : text) {
        const bool special = c == u'"' || c == u'\\' || (!c.isSurrogate() && !c.isPrint()) || c == QChar(0xfeff)
            || (c.isSpace() && c != u' ');
        if (!special) {
            run += c;
            continue;
        }
        out += run.toUtf8() + escaped(c.unicode());
        run.clear();
    }
    return out + run.toUtf8() + '"';
}

bool isPort(const QString& text)
{
    if (text == u"icmp")
        return true;
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0 || (text.mid(slash) != u"/tcp" && text.mid(slash) != u"/udp"))
        return false;
    const QStringList ends = text.left(slash).split(u'-');
    if (ends.size() > 2)
        return false;
    qint64 before = 1;
    for (const QString& end : ends) {
        const auto port = parseInteger(end);
        if (!port || *port < before || *port > 65535)
            return false;
        before = *port + 1;
    }
    return true;
}

bool naturalLess(const QString& a, const QString& b)
{
    qsizetype i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j])
                return a[i] < b[j];
            ++i;
            ++j;
            continue;
        }
        const qsizetype startA = i, startB = j;
        skipDigits(a, i);
        skipDigits(b, j);
        QStringView x = QStringView(a).sliced(startA, i - startA), y = QStringView(b).sliced(startB, j - startB);
        while (x.size() > 1 && x.front() == u'0')
            x = x.sliced(1);
        while (y.size() > 1 && y.front() == u'0')
            y = y.sliced(1);
        if (x.size() != y.size())
            return x.size() < y.size();
        if (x != y)
            return x < y;
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j;
    return a < b;
}

}  // namespace redoubt
