// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
//
// redoubt-layout: a graph in DOT on standard input, laid out by Graphviz `dot`; on standard output one line per node,
// `NAME X Y` in points, y downwards. A program of its own, because Graphviz can crash, leaks and cannot be stopped but by
// ending its process; the only file that knows it.
// Exit codes: 0 done; 2 no graph could be read; 3 it could not be laid out.

#include <graphviz/gvc.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}

namespace {

/// What Graphviz has to say goes nowhere: thousands of lines for a large graph.
int silent(char*) { return 0; }

}  // namespace

int main()
{
    std::setlocale(LC_NUMERIC, "C");
    agseterrf(silent);
    // Built in: the plug-ins of the system are found by a generated file that may be missing.
    lt_symlist_t builtins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library}, {nullptr, nullptr}};
    GVC_t* context = gvContextPlugins(builtins, 0);
    Agraph_t* graph = agread(stdin, nullptr);
    if (!graph)
        return 2;
    if (gvLayout(context, graph, "dot") != 0)
        return 3;
    const double height = GD_bb(graph).UR.y;
    for (Agnode_t* node = agfstnode(graph); node; node = agnxtnode(graph, node))
        std::printf("%s %.2f %.2f\n", agnameof(node), ND_coord(node).x, height - ND_coord(node).y);
    std::fflush(stdout);
    _Exit(0);  // freeing a layout can crash, and the process ends here anyway
}
