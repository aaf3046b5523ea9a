// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/analysis/nearest.h"
#include "model/files/references.h"

#include <QJsonArray>

namespace redoubt::cli {

namespace {

/// Below this a design is too unlike all of them to be called near to one.
constexpr double leastLikeness = 0.15;

struct Options {
    std::string file, format = "text";
};

QString percent(double likeness)
{
    // Down, so that a design with a difference is never 100 % like another.
    return u"%1 %"_qs.arg(int(std::max(0.0, likeness) * 100));
}

QString text(const QString& path, const std::vector<Nearness>& ranking, const QMap<QString, QString>& titles)
{
    if (ranking.empty() || ranking.front().likeness < leastLikeness)
        return u"%1 resembles no reference design.\n"_qs.arg(path);
    const Nearness& first = ranking.front();
    QString out = u"%1 is nearest to %2: %3\n"_qs.arg(path, inked(first.reference, Ink::Bold), titles.value(first.reference));
    if (first.distance == 0)
        out += u"  no difference that matters\n"_qs;
    for (const Difference& difference : first.differences)
        out += wrapped(difference.text, 2);
    QStringList others;
    for (size_t i = 1; i < ranking.size() && others.size() < 3; ++i)
        if (ranking[i].likeness >= leastLikeness)
            others << u"%1 (%2 alike)"_qs.arg(ranking[i].reference, percent(ranking[i].likeness));
    if (!others.isEmpty())
        out += u"Then: "_qs + others.join(u", ") + u'\n';
    return out;
}

QJsonArray json(const std::vector<Nearness>& ranking, const QMap<QString, QString>& titles)
{
    QJsonArray result;
    for (const Nearness& nearness : ranking) {
        QJsonArray differences;
        for (const Difference& difference : nearness.differences)
            differences.append(QJsonObject{{u"text"_qs, difference.text}, {u"weight"_qs, difference.weight}});
        result.append(QJsonObject{{u"reference"_qs, nearness.reference},
                                  {u"title"_qs, titles.value(nearness.reference)},
                                  {u"distance"_qs, nearness.distance},
                                  {u"likeness"_qs, nearness.likeness},
                                  {u"differences"_qs, differences}});
    }
    return result;
}

int runNearest(const Options& options)
{
    const Catalog catalog = builtinCatalog();
    const QString path = decoded(options.file);
    const Design design = readInput(path, catalog).design;
    QMap<QString, Design> references;
    QMap<QString, QString> titles;
    for (const ReferenceDesign& reference : referenceDesigns()) {
        references.insert(reference.id, readDesign(referenceDesign(reference.id), reference.id, catalog).design);
        titles.insert(reference.id, reference.title);
    }
    const std::vector<Nearness> ranking = nearest(design, catalog, references);
    if (options.format == "json") {
        QJsonObject all = envelope(u"nearest"_qs);
        all[u"catalog"_qs] = QJsonObject{{u"version"_qs, catalog.version}};
        all[u"file"_qs] = path;
        all[u"nearest"_qs] = json(ranking, titles);
        printJson(QJsonDocument(all));
    } else {
        print(text(path, ranking, titles));
    }
    return Done;
}

}  // namespace

void addNearest(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("nearest", "The closest reference design, and what separates them");
    command->add_option("FILE", options->file, "A design file; - for standard input")->required()->type_name("");
    addFormat(command, options->format);
    command->footer("Example: redoubt-cli nearest design.redoubt.yaml");
    command->callback([options, &action] { action.run = [options] { return runNearest(*options); }; });
}

}  // namespace redoubt::cli
