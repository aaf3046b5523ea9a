// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/openpsa.h"

namespace redoubt {

namespace {

using namespace Qt::StringLiterals;

class Writer {
public:
    explicit Writer(Structure& structure) : m_structure(structure) {}

    [[nodiscard]] QByteArray model(const Factor& top)
    {
        const QString name = failureOf(top);
        if (m_unsayable || !name.startsWith(u"<gate"_s))
            return {};
        QString events;
        for (auto it = m_events.cbegin(); it != m_events.cend(); ++it)
            events += u"<define-basic-event name=\"%1\"><float value=\"%2\"/></define-basic-event>\n"_s.arg(
                it.key(), QString::number(it.value(), 'g', 17));
        return (u"<?xml version=\"1.0\"?>\n<opsa-mef>\n<define-fault-tree name=\"service\">\n<define-gate name=\"down\">"_s + name
                + u"</define-gate>\n"_s + m_gates + u"</define-fault-tree>\n<model-data>\n"_s + events + u"</model-data>\n</opsa-mef>\n"_s)
            .toUtf8();
    }

private:
    /// A reference to the event that the factor does not work.
    QString failureOf(const Factor& factor)
    {
        if (factor.kind == Factor::Kind::Condition)
            m_unsayable = true;
        if (factor.parts.empty())
            return basic(factor);
        if (const auto known = m_known.constFind(&factor); known != m_known.cend())
            return known.value();
        QString parts;
        for (size_t i = 0; i < factor.parts.size(); ++i) {
            m_unsayable = m_unsayable || (factor.kind == Factor::Kind::AtLeast && factor.weights[i] != 1);
            parts += failureOf(*factor.parts[i]);
        }
        const int count = int(factor.parts.size()), enough = count - factor.need + 1;
        const QString formula = count == 1        ? parts
            : factor.kind == Factor::Kind::All    ? u"<or>"_s + parts + u"</or>"_s
            : factor.kind == Factor::Kind::Any    ? u"<and>"_s + parts + u"</and>"_s
            : enough <= 1                         ? u"<or>"_s + parts + u"</or>"_s
            : enough >= count                     ? u"<and>"_s + parts + u"</and>"_s
                                                  : u"<atleast min=\"%1\">"_s.arg(enough) + parts + u"</atleast>"_s;
        const QString name = u"g%1"_s.arg(m_known.size());
        m_gates += u"<define-gate name=\"%1\">%2</define-gate>\n"_s.arg(name, formula);
        const QString reference = u"<gate name=\"%1\"/>"_s.arg(name);
        m_known.insert(&factor, reference);
        return reference;
    }

    QString basic(const Factor& factor)
    {
        const auto level = m_structure.components().levelOf(factor.subject);
        if (Diagram::isConstant(factor.works) || !level)
            return u"<constant value=\"%1\"/>"_s.arg(factor.works == Diagram::no ? u"true"_s : u"false"_s);
        const QString name = u"e-"_s + factor.subject;
        m_events[name] = 1 - m_structure.components().figureAt(*level).availability;
        return u"<basic-event name=\"%1\"/>"_s.arg(name);
    }

    Structure& m_structure;
    QHash<const Factor*, QString> m_known;
    QMap<QString, double> m_events;
    QString m_gates;
    bool m_unsayable = false;
};

}  // namespace

QByteArray openPsaModel(Structure& structure, const Service& service)
{
    return service.need.how ? Writer(structure).model(*service.need.how) : QByteArray();
}

}  // namespace redoubt
