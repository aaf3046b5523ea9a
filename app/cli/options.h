// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <QFile>
#include <QStringList>

namespace redoubt::cli {

/// An argument as Qt sees it.
inline QString decoded(const std::string& argument)
{
    return QFile::decodeName(QByteArray::fromStdString(argument));
}

inline QStringList decoded(const std::vector<std::string>& arguments)
{
    QStringList list;
    for (const std::string& argument : arguments)
        list << decoded(argument);
    return list;
}

/// `--format text|json`.
inline CLI::Option* addFormat(CLI::App* command, std::string& format)
{
    return command->add_option("--format", format, "text (default) or json")->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
}

/// `--rules PACK.yaml`, as often as there are packs.
inline CLI::Option* addRules(CLI::App* command, std::vector<std::string>& packs)
{
    return command->add_option("--rules", packs, "A rule pack of your organisation; may be given several times")
        ->allow_extra_args(false)->type_name("PACK.yaml");
}

/// A wrong argument that only the program's knowledge can tell; the text is for people.
inline CLI::ValidationError wrongUsage(const QString& text)
{
    return CLI::ValidationError(text.toStdString(), 0);
}

}  // namespace redoubt::cli
