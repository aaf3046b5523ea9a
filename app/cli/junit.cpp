// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0

// JUnit XML as continuous integration reads it: a suite for each file, a case for each rule that was judged.
#include "app/cli/checkrun.h"

#include <QHash>
#include <QXmlStreamWriter>

namespace redoubt::cli {

namespace {

/// Characters that XML 1.0 cannot carry, not even escaped, become a replacement mark.
QString clean(QString text)
{
    for (QChar& c : text) {
        const char16_t code = c.unicode();
        const bool allowed = code == u'\t' || code == u'\n' || code == u'\r' || (code >= 0x20 && code < 0xfffe);
        if (!allowed)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString line(const Judged& judged, const Finding& finding)
{
    const Place place = placeOf(finding, judged.file);
    return u"%1:%2:%3: %4: %5"_qs.arg(judged.path).arg(place.line).arg(place.column)
        .arg(severityId(finding.severity), finding.message);
}

/// What one rule found in one file.
struct Case {
    QStringList failures, waived, others;
    QString firstMessage, severity, firstWaiver, stopped;
};

class Writer {
public:
    explicit Writer(const CheckRun& run) : m_run(run), m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
    }

    QByteArray all()
    {
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"testsuites"_qs);
        m_xml.writeAttribute(u"name"_qs, u"redoubt-cli check"_qs);
        for (const Judged& judged : m_run.files)
            suite(judged);
        for (const FileError& error : m_run.unreadable)
            unreadable(error);
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void attribute(const char* name, const QString& value) { m_xml.writeAttribute(QLatin1String(name), clean(value)); }
    void attribute(const char* name, int value) { attribute(name, QString::number(value)); }

    [[nodiscard]] QHash<QString, Case> casesOf(const Judged& judged) const
    {
        QHash<QString, Case> cases;
        for (size_t i = 0; i < judged.report.findings.size(); ++i) {
            const Finding& finding = judged.report.findings[i];
            Case& one = cases[finding.rule];
            if (finding.waived) {
                const Waiver* waiver = judged.report.waiverOf(i);
                const QString words = waiver ? waiverText(*waiver) : QString();
                if (one.waived.isEmpty())
                    one.firstWaiver = words;
                one.waived << line(judged, finding) + u" ("_qs + words + u')';
            } else if (m_run.fails(finding)) {
                if (one.failures.isEmpty()) {
                    one.firstMessage = finding.message;
                    one.severity = severityId(finding.severity);
                }
                one.failures << line(judged, finding);
            } else {
                one.others << line(judged, finding);
            }
        }
        for (const StoppedRule& rule : judged.report.stopped)
            cases[rule.rule].stopped = stoppedText(rule);
        return cases;
    }

    void suite(const Judged& judged)
    {
        const QHash<QString, Case> cases = casesOf(judged);
        int failures = 0, skipped = 0, stopped = int(judged.report.stopped.size());
        for (const Case& one : cases) {
            failures += one.failures.isEmpty() ? 0 : 1;
            skipped += one.failures.isEmpty() && one.others.isEmpty() && one.stopped.isEmpty() ? 1 : 0;
        }
        m_xml.writeStartElement(u"testsuite"_qs);
        attribute("name", judged.path);
        attribute("tests", judged.report.checks + stopped);
        attribute("failures", failures);
        attribute("errors", stopped);
        attribute("skipped", skipped);
        properties(judged);
        for (const Rule& rule : m_run.rules.rules)
            if (!rule.off)
                testCase(rule, cases.value(rule.id));
        m_xml.writeEndElement();
    }

    void properties(const Judged& judged)
    {
        m_xml.writeStartElement(u"properties"_qs);
        property(u"rules"_qs, m_run.rules.version);
        for (const RulePack& pack : m_run.rules.packs) {
            property(u"rule pack"_qs, pack.name + u' ' + pack.version);
            for (const RuleChange& change : pack.changes)
                property(change.rule, changeText(change));
        }
        if (judged.drawing) {
            property(u"drawing"_qs, judged.drawing->counts.words());
            for (const DrawingFault& fault : judged.drawing->faults)
                property(fault.finding.rule, fault.finding.message);
        }
        m_xml.writeEndElement();
    }

    void property(const QString& name, const QString& value)
    {
        m_xml.writeStartElement(u"property"_qs);
        attribute("name", name);
        attribute("value", value);
        m_xml.writeEndElement();
    }

    void testCase(const Rule& rule, const Case& found)
    {
        m_xml.writeStartElement(u"testcase"_qs);
        attribute("classname", rule.area);
        attribute("name", rule.id + u' ' + rule.title);
        if (!found.stopped.isEmpty()) {
            m_xml.writeStartElement(u"error"_qs);
            attribute("type", u"rule-stopped"_qs);
            attribute("message", found.stopped);
            m_xml.writeEndElement();
        } else if (!found.failures.isEmpty()) {
            m_xml.writeStartElement(u"failure"_qs);
            attribute("type", found.severity);
            attribute("message", found.firstMessage);
            m_xml.writeCharacters(clean(found.failures.join(u'\n')));
            m_xml.writeEndElement();
        } else if (!found.waived.isEmpty() && found.others.isEmpty()) {
            m_xml.writeStartElement(u"skipped"_qs);
            attribute("message", found.firstWaiver);
            m_xml.writeEndElement();
        }
        if (const QStringList rest = found.others + found.waived; !rest.isEmpty())
            m_xml.writeTextElement(u"system-out"_qs, clean(rest.join(u'\n')));
        m_xml.writeEndElement();
    }

    void unreadable(const FileError& error)
    {
        m_xml.writeStartElement(u"testsuite"_qs);
        attribute("name", error.path());
        attribute("tests", 1);
        attribute("failures", 0);
        attribute("errors", 1);
        attribute("skipped", 0);
        m_xml.writeStartElement(u"testcase"_qs);
        attribute("classname", u"file"_qs);
        attribute("name", u"The file can be understood"_qs);
        m_xml.writeStartElement(u"error"_qs);
        attribute("type", u"file"_qs);
        attribute("message", error.problems().empty() ? QString() : error.problems().front().text);
        m_xml.writeCharacters(clean(error.message()));
        for (int open = 0; open < 3; ++open)
            m_xml.writeEndElement();
    }

    const CheckRun& m_run;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

}  // namespace

QByteArray junit(const CheckRun& run)
{
    return Writer(run).all();
}

}  // namespace redoubt::cli
