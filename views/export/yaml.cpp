// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "views/export/texts.h"

namespace redoubt {

QByteArray writeYaml(const ExportInput& input, const ExportOptions&)
{
    return writeDesign(input.design, input.catalog);
}

}  // namespace redoubt
