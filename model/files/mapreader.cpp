// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/mapreader.h"

namespace redoubt {

void Problems::throwIfAny(const QString& what) const
{
    if (!m_list.empty())
        throw FileError(what, m_list);
}

std::optional<QString> textOf(const Node& node, Problems& problems)
{
    if (node.isScalar())
        return node.text;
    problems.add(node, QStringLiteral("expected a text"));
    return {};
}

std::optional<bool> boolOf(const Node& node, Problems& problems)
{
    if (node.isScalar() && !node.quoted) {
        if (node.text == QLatin1String("true"))
            return true;
        if (node.text == QLatin1String("false"))
            return false;
    }
    problems.add(node, QStringLiteral("expected true or false"));
    return {};
}

std::optional<qint64> integerOf(const Node& node, Problems& problems)
{
    bool ok = false;
    const qint64 value = node.isScalar() && !node.quoted ? node.text.toLongLong(&ok) : 0;
    if (ok)
        return value;
    problems.add(node, QStringLiteral("expected a whole number"));
    return {};
}

std::optional<double> numberOf(const Node& node, Problems& problems)
{
    bool ok = false;
    const double value = node.isScalar() && !node.quoted ? node.text.toDouble(&ok) : 0;
    if (ok && qIsFinite(value))
        return value;
    problems.add(node, QStringLiteral("expected a number"));
    return {};
}

QStringList textsOf(const Node& node, Problems& problems)
{
    QStringList result;
    if (!node.isList())
        problems.add(node, QStringLiteral("expected a list of texts"));
    for (const Node& item : node.items)
        if (const auto text = node.isList() ? textOf(item, problems) : std::nullopt)
            result << *text;
    return result;
}

MapReader::MapReader(const Node& node, Problems& problems) : m_node(node), m_problems(problems)
{
    if (!node.isMap())
        problems.add(node, QStringLiteral("expected keys and values"));
}

const Node* MapReader::at(const QString& key)
{
    m_asked.insert(key);
    return m_node.find(key);
}

const Node* MapReader::required(const QString& key)
{
    const Node* value = at(key);
    if (!value && m_node.isMap())
        m_problems.add(m_node, QStringLiteral("`%1` is missing").arg(key));
    return value;
}

QString MapReader::text(const QString& key)
{
    const Node* value = at(key);
    return value ? textOf(*value, m_problems).value_or(QString()) : QString();
}

QString MapReader::requiredText(const QString& key)
{
    const Node* value = required(key);
    const QString text = value ? textOf(*value, m_problems).value_or(QString()) : QString();
    if (value && value->isScalar() && text.isEmpty())
        m_problems.add(*value, QStringLiteral("`%1` is empty").arg(key));
    return text;
}

QStringList MapReader::texts(const QString& key)
{
    const Node* value = at(key);
    return value ? textsOf(*value, m_problems) : QStringList();
}

bool MapReader::flag(const QString& key, bool absent)
{
    const Node* value = at(key);
    return value ? boolOf(*value, m_problems).value_or(absent) : absent;
}

std::optional<double> MapReader::number(const QString& key)
{
    const Node* value = at(key);
    return value ? numberOf(*value, m_problems) : std::nullopt;
}

size_t MapReader::choice(const QString& key, const QStringList& choices)
{
    const Node* value = at(key);
    const qsizetype place = value ? choices.indexOf(value->text) : 0;
    if (place < 0)
        m_problems.add(*value, QStringLiteral("`%1` is not one of: %2").arg(value->text, choices.join(QStringLiteral(", "))));
    return size_t(std::max<qsizetype>(place, 0));
}

void MapReader::finish()
{
    for (const Node& key : m_node.keys)
        if (!m_asked.contains(key.text))
            m_problems.add(key, QStringLiteral("the key `%1` is not known here").arg(key.text));
}

}  // namespace redoubt
