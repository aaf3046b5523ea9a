// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/style.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QMutex>

namespace redoubt {
namespace {

/// One measuring font per weight; widths of other sizes follow in proportion because hinting is off.
const QFontMetricsF& metrics(bool semibold)
{
    static const QFontMetricsF regular(canvasFont(metric::element, false));
    static const QFontMetricsF bold(canvasFont(metric::element, true));
    return semibold ? bold : regular;
}

QFont makeFont(int pixels, bool semibold)
{
    QFont font(canvasFamily());
    font.setPixelSize(pixels);
    font.setWeight(semibold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Where a word without blanks may be broken: behind `.`, `-`, `/`, `_`, `@`; else anywhere.
qsizetype breakOf(const QString& word, double width, double size, bool semibold)
{
    qsizetype fits = 1;
    while (fits < word.size() && textWidth(word.left(fits + 1), size, semibold) <= width)
        ++fits;
    for (qsizetype i = fits; i > 1; --i)
        if (u".-/_@"_qs.contains(word[i - 1]))
            return i;
    return fits;
}

QStringList brokenLines(const QString& paragraph, double width, double size, bool semibold)
{
    QStringList lines;
    QString line;
    for (QString word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (textWidth(longer, size, semibold) <= width) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines << line;
        while (textWidth(word, size, semibold) > width && word.size() > 1) {
            const qsizetype at = breakOf(word, width, size, semibold);
            lines << word.left(at);
            word.remove(0, at);
        }
        line = word;
    }
    if (!line.isEmpty() || lines.isEmpty())
        lines << line;
    return lines;
}

}  // namespace

QString canvasFamily()
{
    static const QString family = [] {
        QFontDatabase::addApplicationFont(u":/fonts/LiberationSans-Bold.ttf"_qs);
        const int id = QFontDatabase::addApplicationFont(u":/fonts/LiberationSans-Regular.ttf"_qs);
        return QFontDatabase::applicationFontFamilies(id).value(0, u"Liberation Sans"_qs);
    }();
    return family;
}

QString svgFamily()
{
    return u"Arial"_qs;
}

const QFont& canvasFont(double size, bool semibold)
{
    static QMutex mutex;
    static std::map<std::pair<int, bool>, QFont> fonts;
    const std::pair<int, bool> key{int(std::lround(size * fontScale)), semibold};
    const QMutexLocker lock(&mutex);
    const auto found = fonts.find(key);
    return found != fonts.end() ? found->second : fonts.emplace(key, makeFont(key.first, semibold)).first->second;
}

QFont wholeFont(double size, bool semibold)
{
    return makeFont(int(std::lround(size)), semibold);
}

double textWidth(const QString& text, double size, bool semibold)
{
    // Shaping is slow and the same few words are measured again and again while something is dragged.
    constexpr qsizetype most = 20000;
    static thread_local QHash<QString, double> known[2];
    QHash<QString, double>& widths = known[semibold ? 1 : 0];
    auto found = widths.constFind(text);
    if (found == widths.constEnd()) {
        if (widths.size() >= most)
            widths.clear();
        found = widths.insert(text, metrics(semibold).horizontalAdvance(text));
    }
    return *found * size / (metric::element * fontScale);
}

double lineHeight(double size)
{
    return std::ceil(size * 1.25);
}

double ascent(double size)
{
    return lineHeight(size) / 2 + size * 0.36;  // capital letters of the family are 0.72 of the size high
}

QString elided(const QString& text, double width, double size, bool semibold)
{
    return metrics(semibold).elidedText(text, Qt::ElideRight, width * metric::element * fontScale / size);
}

QStringList wrapped(const QString& text, double width, double size, bool semibold, int maxLines)
{
    QStringList lines;
    for (const QString& paragraph : text.split(u'\n'))
        lines << brokenLines(paragraph, width, size, semibold);
    if (lines.size() > maxLines) {
        // Cut so that the last line shows that words are missing.
        QString rest = lines.mid(maxLines - 1).join(u' ');
        lines = lines.mid(0, maxLines - 1);
        lines << elided(rest, width, size, semibold);
    }
    return lines;
}

QStringList balanced(const QString& text, double width, double size, bool semibold, int maxLines)
{
    const QStringList widest = wrapped(text, width, size, semibold, maxLines);
    if (widest.size() < 2 || text.contains(u'\n') || widest.join(u' ') != text)
        return widest;
    double low = width / 2, high = width;
    QStringList best = widest;
    while (high - low > 1) {
        const double middle = (low + high) / 2;
        const QStringList lines = wrapped(text, middle, size, semibold, maxLines);
        const bool whole = lines.size() == widest.size() && lines.join(u' ') == text;
        (whole ? high : low) = middle;
        if (whole)
            best = lines;
    }
    return best;
}

}  // namespace redoubt
