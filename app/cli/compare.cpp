// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/analysis/comparisontext.h"

#include <QFileInfo>
#include <QJsonArray>

namespace redoubt::cli {

namespace {

using Row = Comparison::Row;

struct Options {
    std::vector<std::string> files;
    std::string format = "text";
};

QStringList cells(const Row& row)
{
    QStringList result = comparisonCells(row);
    if (row.best >= 0)
        result[row.best] += u" *"_qs;
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
        print(options.format == "md" ? comparisonMarkdown(comparison) : asText(comparison));
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
