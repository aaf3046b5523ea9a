// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/editing/liveanalysis.h"

#include <QSet>

namespace redoubt {

namespace {

/// Long enough to pool a burst of key strokes or the patches of one gesture, short enough not to be seen.
constexpr int quietMs = 8;

/// What makes two findings the same one: message and severity may change with a name or a figure.
struct Keys {
    QSet<QString> open, waived;

    explicit Keys(const Report& report)
    {
        for (const Finding& finding : report.findings)
            (finding.waived ? waived : open).insert(finding.rule + QLatin1Char('|') + finding.subjects.join(QLatin1Char(',')));
    }
};

}  // namespace

QString FindingsDelta::text() const
{
    // The first figure names the thing counted: `2 findings fixed, 1 new`.
    QStringList parts;
    const auto add = [&parts](int count, const QString& what) {
        if (count == 0)
            return;
        parts << (!parts.isEmpty() ? QStringLiteral("%1 %2").arg(count).arg(what)
                      : count == 1 ? QStringLiteral("1 finding %1").arg(what)
                                   : QStringLiteral("%1 findings %2").arg(count).arg(what));
    };
    if (added && !fixed && !waived && !reopened)
        return added == 1 ? QStringLiteral("1 new finding") : QStringLiteral("%1 new findings").arg(added);
    add(fixed, QStringLiteral("fixed"));
    add(added, QStringLiteral("new"));
    add(waived, QStringLiteral("waived"));
    add(reopened, QStringLiteral("open again"));
    return parts.join(QStringLiteral(", "));
}

FindingsDelta compareFindings(const Report& before, const Report& after)
{
    const Keys old(before);
    const Keys now(after);
    FindingsDelta delta;
    delta.fixed = int((old.open - now.open - now.waived).size());
    delta.added = int((now.open - old.open - old.waived).size());
    delta.waived = int((now.waived & old.open).size());
    delta.reopened = int((now.open & old.waived).size());
    return delta;
}

LiveAnalysis::LiveAnalysis(Document& document, const Catalog& catalog, RuleSet rules, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_catalog(catalog)
    , m_rules(std::make_shared<const RuleSet>(std::move(rules)))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(quietMs);
    connect(&m_timer, &QTimer::timeout, this, &LiveAnalysis::start);
    connect(&document, &Document::changed, this, [this](const Change& change) {
        if (change.reset) {
            m_fresh = true;
            ++m_resets;
        }
        m_timer.start();
    });
    m_timer.start();
}

LiveAnalysis::~LiveAnalysis()
{
    // The run in flight refers to the catalog, which may go after us.
    m_pool.waitForDone();
}

void LiveAnalysis::setRules(RuleSet rules)
{
    m_rules = std::make_shared<const RuleSet>(std::move(rules));
    m_fresh = true;
    ++m_resets;
    m_timer.start();
    emit rulesChanged();
}

void LiveAnalysis::start()
{
    if (m_running) {
        m_waiting = true;
        return;
    }
    m_running = true;
    m_pool.start([this, design = m_document.design(), rules = m_rules, serial = m_resets] {
        Report report = analyse(design, m_catalog, *rules);
        QMetaObject::invokeMethod(this, [this, report = std::move(report), serial]() mutable {
            finish(std::move(report), serial);
        }, Qt::QueuedConnection);
    });
}

void LiveAnalysis::finish(Report report, quint64 serial)
{
    m_running = false;
    const bool stale = serial != m_resets;
    if (!stale) {
        m_delta = m_fresh ? FindingsDelta {} : compareFindings(m_report, report);
        m_fresh = false;
        m_report = std::move(report);
    }
    if (m_waiting) {
        m_waiting = false;
        start();
    }
    if (!stale)
        emit reported(m_report);
}

}  // namespace redoubt
