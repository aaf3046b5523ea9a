// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/editing/liveanalysis.h"

#include <QSet>

namespace redoubt {

namespace {

/// Long enough to pool a burst of key strokes or the patches of one gesture, short enough not to be seen.
constexpr int quietMs = 8;

/// What makes two findings the same one: message and severity may change with a name or a figure.
QSet<QString> keys(const Report& report)
{
    QSet<QString> result;
    for (const Finding& finding : report.findings) {
        if (!finding.waived)
            result.insert(finding.rule + QLatin1Char('|') + finding.subjects.join(QLatin1Char(',')));
    }
    return result;
}

}  // namespace

QString FindingsDelta::text() const
{
    const auto findings = [](int count) {
        return count == 1 ? QStringLiteral("1 finding") : QStringLiteral("%1 findings").arg(count);
    };
    if (fixed && added)
        return QStringLiteral("%1 fixed, %2 new").arg(findings(fixed)).arg(added);
    if (fixed)
        return QStringLiteral("%1 fixed").arg(findings(fixed));
    if (added)
        return QStringLiteral("%1 new %2").arg(added).arg(added == 1 ? QStringLiteral("finding") : QStringLiteral("findings"));
    return {};
}

FindingsDelta compareFindings(const Report& before, const Report& after)
{
    const QSet<QString> old = keys(before);
    const QSet<QString> now = keys(after);
    return {int((old - now).size()), int((now - old).size())};
}

LiveAnalysis::LiveAnalysis(Document& document, const Catalog& catalog, const RuleSet& rules, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_catalog(catalog)
    , m_rules(rules)
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
    // The run in flight refers to the catalog and the rules, which may go after us.
    m_pool.waitForDone();
}

void LiveAnalysis::start()
{
    if (m_running) {
        m_waiting = true;
        return;
    }
    m_running = true;
    m_pool.start([this, design = m_document.design(), serial = m_resets] {
        Report report = analyse(design, m_catalog, m_rules);
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
