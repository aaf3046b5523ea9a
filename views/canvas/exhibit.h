// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace redoubt {

/// What a panel lays over the drawing for as long as it likes: what belongs together, how much each thing counts, a
/// figure beside it. No part of the design, and of no export.
struct Exhibit {
    enum class Look {
        Pointed,  ///< what the mouse is on in a panel; of two designs, what is not alike
        Only,     ///< of two designs, what is in this one alone
        Lost,     ///< taken as failed: an edge and a cross
        Weighed,  ///< coloured by `weight`, with its figure beside it
        Captioned ///< words beside it
    };
    struct Note {
        QString id;  ///< an element or link; what is drawn as part of another shows there
        Look look = Look::Pointed;
        double weight = 1;  ///< 0 to 1, of Weighed
        QString text;

        friend bool operator==(const Note&, const Note&) = default;
    };
    std::vector<Note> notes;
    /// What the colours of Weighed mean; empty: no legend.
    QString legend, least, most;

    [[nodiscard]] static Exhibit lost(const QStringList& ids)
    {
        Exhibit exhibit;
        for (const QString& id : ids)
            exhibit.notes.push_back({id, Look::Lost, 1, {}});
        return exhibit;
    }
    [[nodiscard]] bool isEmpty() const { return notes.empty() && legend.isEmpty(); }
    friend bool operator==(const Exhibit&, const Exhibit&) = default;
};

}  // namespace redoubt
