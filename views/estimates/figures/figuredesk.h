// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/topology.h"
#include "views/editing/editor.h"

#include <QPointer>
#include <QThreadPool>
#include <atomic>

namespace redoubt {

/// Works out what the pages of figures show, off the window's thread and apart from the judgement, which must not wait
/// for it. Of each asker only the last question is answered.
class FigureDesk : public QObject {
    Q_OBJECT

public:
    explicit FigureDesk(Editor& editor, QObject* parent = nullptr) : QObject(parent), m_editor(editor)
    {
        m_pool.setMaxThreadCount(1);
    }
    ~FigureDesk() override { m_pool.waitForDone(); }

    /// Does `work(const Topology&)` on the design as it is now; `done` gets the result in the window's thread.
    template <class Work, class Done>
    void ask(QObject* asker, Work work, Done done)
    {
        const auto last = serialOf(asker);
        const quint64 serial = ++*last;
        ++m_open;
        m_pool.start([this, asker = QPointer<QObject>(asker), last, serial, design = m_editor.design(),
                      &catalog = m_editor.catalog(), work = std::move(work), done = std::move(done)] {
            using Result = decltype(work(Topology(design, catalog)));
            std::optional<Result> result;
            if (*last == serial)
                result = work(Topology(design, catalog));
            QMetaObject::invokeMethod(this, [this, asker, last, serial, done, result = std::move(result)]() mutable {
                --m_open;
                if (asker && result && *last == serial)
                    done(std::move(*result));
            }, Qt::QueuedConnection);
        });
    }
    /// True while something is being worked out.
    [[nodiscard]] bool isBusy() const { return m_open > 0; }

private:
    using Serial = std::shared_ptr<std::atomic<quint64>>;
    Serial serialOf(QObject* asker)
    {
        Serial& serial = m_serials[asker];
        if (!serial)
            serial = std::make_shared<std::atomic<quint64>>(0);
        return serial;
    }

    Editor& m_editor;
    QThreadPool m_pool;
    QHash<QObject*, Serial> m_serials;
    int m_open = 0;
};

}  // namespace redoubt
