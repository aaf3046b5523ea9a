// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"
#include "app/cli/figures.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/design/numberwords.h"
#include "model/analysis/comparison.h"

#include <QFileInfo>
#include <QJsonArray>

namespace redoubt::cli {

namespace {

using Row = Comparison::Row;
using Unit = Comparison::Unit;

struct Options {
    std::vector<std::string> files;
    std::string format = "text";
};

QString number(const Row& row, double value)
{
    return row.unit == Unit::Fraction ? percentWords(value) : row.unit == Unit::Minutes ? duration(value) : amountWords(value);
}

QStringList cells(const Row& row)
{
    if (row.unit == Unit::Words) {
        QStringList result;
        for (const QString& words : row.words)
            result << (words.isEmpty() ? u"-"_qs : words);
        return result;
    }
    QStringList result;
    for (size_t i = 0; i < row.numbers.size(); ++i)
        result << (row.numbers[i] ? number(row, *row.numbers[i]) : u"-"_qs) + (row.best == int(i) ? u" *"_qs : QString());
    return result;
}

QString asText(const Comparison& comparison)
{
    QString out;
    QString section;
    QList<QStringList> rows;
    const auto flush = [&] {
        if (!rows.isEmpty())
            out += inked(section, Ink::Bold) + u'\n' + table(rows) + u'\n';
        rows.clear();
    };
    for (const Row& row : comparison.rows) {
        if (row.section != section) {
            flush();
            section = row.section;
            rows << (QStringList{u"  "_qs} + comparison.titles);
        }
        rows << (QStringList{(row.differs ? u"! "_qs : u"  "_qs) + row.label} + cells(row));
    }
    flush();
    return out + u"! marks what differs, * the better figure.\n"_qs;
}

/// A cell of a table: a bar would end it.
QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_qs).replace(u'|', u"\\|"_qs).replace(u'\n', u' ');
}

QString asMarkdown(const Comparison& comparison)
{
    QString out, section;
    for (const Row& row : comparison.rows) {
        if (row.section != section) {
            section = row.section;
            out += (out.isEmpty() ? QString() : u"\n"_qs) + u"## %1\n\n| |"_qs.arg(section);
            for (const QString& title : comparison.titles)
                out += u" %1 |"_qs.arg(escaped(title));
            out += u"\n|---|"_qs + u"---|"_qs.repeated(comparison.titles.size()) + u'\n';
        }
        out += u"| %1 |"_qs.arg(escaped(row.label));
        for (const QString& cell : cells(row))
            out += row.differs ? u" **%1** |"_qs.arg(escaped(cell)) : u" %1 |"_qs.arg(escaped(cell));
        out += u'\n';
    }
    return out + u"\nBold: differs. *: the better figure.\n"_qs;
}

QJsonObject asJson(const Comparison& comparison, const QStringList& files)
{
    static const QStringList units{u"fraction"_qs, u"minutes"_qs, u"calls"_qs, u"count"_qs, u"words"_qs};
    QJsonObject all = envelope(u"compare"_qs);
    QJsonArray designs, rows;
    for (qsizetype i = 0; i < files.size(); ++i)
        designs.append(QJsonObject{{u"file"_qs, files[i]}, {u"title"_qs, comparison.titles[i]}});
    for (const Row& row : comparison.rows) {
        QJsonArray values;
        for (const std::optional<double>& value : row.numbers)
            values.append(value ? QJsonValue(*value) : QJsonValue());
        for (const QString& words : row.words)
            values.append(words.isEmpty() ? QJsonValue() : QJsonValue(words));
        QJsonObject object{{u"section"_qs, row.section}, {u"label"_qs, row.label}, {u"unit"_qs, units[int(row.unit)]}, {u"values"_qs, values},
                           {u"differs"_qs, row.differs}};
        if (row.best >= 0)
            object[u"best"_qs] = row.best;
        rows.append(object);
    }
    all[u"designs"_qs] = designs;
    all[u"rows"_qs] = rows;
    return all;
}

int runCompare(const Options& options)
{
    const Catalog catalog = builtinCatalog();
    const RuleSet rules = builtinRules();
    const QStringList paths = decoded(options.files);
    std::vector<DesignFile> files;
    for (const QString& path : paths)
        files.push_back(readInput(path, catalog));
    std::vector<ComparedDesign> designs;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString title = files[size_t(i)].design.settingText(u"title"_qs);
        designs.push_back({title.isEmpty() ? QFileInfo(paths[i]).fileName() : title, &files[size_t(i)].design});
    }
    for (size_t i = 0; i < designs.size(); ++i)  // two versions of one design bear the same title
        for (size_t j = 0; j < designs.size(); ++j)
            if (i != j && designs[i].title == designs[j].title && designs[i].title != QFileInfo(paths[qsizetype(i)]).fileName()) {
                designs[i].title = QFileInfo(paths[qsizetype(i)]).fileName();
                j = designs.size();
            }
    const Comparison comparison = compareDesigns(designs, catalog, rules);
    if (options.format == "json")
        printJson(QJsonDocument(asJson(comparison, paths)));
    else
        print(options.format == "md" ? asMarkdown(comparison) : asText(comparison));
    return Done;
}

}  // namespace

void addCompare(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("compare", "Designs side by side: availability, calls, nodes, licences, findings, ports");
    command->add_option("FILE", options->files, "Two or more design files")->required()->expected(2, -1)->type_name("");
    command->add_option("--format", options->format, "text (default), json or md")->check(CLI::IsMember({"text", "json", "md"}))
        ->type_name("FORMAT");
    command->footer("Example: redoubt-cli compare option-a.redoubt.yaml option-b.redoubt.yaml --format md");
    command->callback([options, &action] { action.run = [options] { return runCompare(*options); }; });
}

}  // namespace redoubt::cli
