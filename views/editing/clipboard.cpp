// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/editing/clipboard.h"

#include "model/files/designfile.h"
#include "views/export/exporters.h"

#include <QMimeData>

namespace redoubt {

namespace {

const QString ownType = QString::fromLatin1(partMimeType);
const QString yamlType = QStringLiteral("text/yaml");

void addPicture(QMimeData& data, const QString& type, const QString& suffix, const ExportInput& input)
{
    const Exporter* exporter = exporterFor(suffix);
    if (!exporter)
        return;
    ExportOptions options;
    options.legend = false;
    options.titleBlock = false;
    try {
        data.setData(type, exporter->write(input, options));
    } catch (const ExportError&) {
        // A selection too large for a picture is still copied as a design.
    }
}

}  // namespace

QMimeData* partToMime(const Design& part, const Catalog& catalog)
{
    auto* data = new QMimeData;
    const QByteArray yaml = writeDesign(part, catalog);
    data->setData(ownType, yaml);
    data->setData(yamlType, yaml);
    data->setText(QString::fromUtf8(yaml));
    const Report report;
    addPicture(*data, QStringLiteral("image/svg+xml"), QStringLiteral("svg"), {part, catalog, report});
    addPicture(*data, QStringLiteral("image/png"), QStringLiteral("png"), {part, catalog, report});
    return data;
}

std::optional<Design> partFromMime(const QMimeData* data, const Catalog& catalog)
{
    if (!data)
        return {};
    QByteArray yaml;
    if (data->hasFormat(ownType))
        yaml = data->data(ownType);
    else if (data->hasFormat(yamlType))
        yaml = data->data(yamlType);
    else if (data->hasText() && data->text().contains(u"redoubt/"))
        yaml = data->text().toUtf8();
    if (yaml.isEmpty())
        return {};
    try {
        return readDesign(yaml, QStringLiteral("clipboard"), catalog).design;
    } catch (const FileError&) {
        return {};
    }
}

}  // namespace redoubt
