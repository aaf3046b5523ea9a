// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/catalog/catalog.h"
#include "model/design/scenario.h"

#include <QByteArray>
#include <functional>
#include <optional>

namespace redoubt {

struct Drawing;  // views/render/drawing.h

/// An export could not be made; the text is for people.
class ExportError : public std::exception {
public:
    explicit ExportError(const QString& text) : m_text(text), m_what(text.toUtf8()) {}
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] const char* what() const noexcept override { return m_what.constData(); }

private:
    QString m_text;
    QByteArray m_what;
};

struct ExportOptions {
    bool dark = false;
    bool customer = false;   ///< profile for the customer: no internal notes
    bool legend = true;
    bool titleBlock = true;
    bool hiddenLinks = false;
    const ViewDef* view = nullptr; ///< of the catalog: how a picture looks at the design; null: as drawn
    double dpi = 192;        ///< PNG
    /// Pictures: drawn as when this has come true, with a caption. Its name may be empty.
    std::optional<Scenario> whatIf = {};
    std::function<void(const Drawing&)> seen = {}; ///< told of the picture before it is written; may be empty
};

/// What an exporter may need. References must outlive the call.
struct ExportInput {
    const Design& design;
    const Catalog& catalog;
    const Report& report;
};

struct Exporter {
    const char* suffix;
    const char* label;
    QByteArray (*write)(const ExportInput&, const ExportOptions&);
};

/// All formats, in menu order: svg, png, pdf, yaml, csv.
[[nodiscard]] const std::vector<Exporter>& exporters();
[[nodiscard]] const Exporter* exporterFor(const QString& suffix);
/// Writes the file atomically. Throws ExportError or FileError.
void exportTo(const QString& path, const Exporter& exporter, const ExportInput& input, const ExportOptions& options);

}  // namespace redoubt
