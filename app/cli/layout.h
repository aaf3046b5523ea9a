// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace CLI {
class App;
}

namespace redoubt::cli {

struct Action;

/// `layout`: tidies the placement of a file.
void addLayout(CLI::App& app, Action& action);

}  // namespace redoubt::cli
