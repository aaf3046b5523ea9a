// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/tree.h"

#include "model/files/columns.h"

#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QSet>
#include <QStringDecoder>
#include <cstring>
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace redoubt {

const Node* Node::find(const QString& key) const
{
    if (type != Type::Map)
        return nullptr;
    for (size_t i = 0; i < keys.size(); ++i)
        if (keys[i].text == key)
            return &items[i];
    return nullptr;
}

namespace {

/// Ends the parse at once: what follows would cost time or memory that no design needs.
struct Stop {
    Problem problem;
};

/// Qt takes a leading byte order mark away, also from a text that has one.
QString exactText(const std::string& value)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(value.data(), qsizetype(value.size())));
}

/// Builds the tree from parser events. Aliases never expand because they are refused.
class Builder : public YAML::EventHandler {
public:
    explicit Builder(const TreeLimits& limits) : m_limits(limits) {}

    Node root;
    std::vector<Problem> problems;
    Problem lastQuoted;  ///< where the last quoted text began

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        add(Node::Type::Null, mark);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        throw Stop{at(mark, QStringLiteral("aliases (`*name`) are not allowed; write the value out"))};
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        refuseAnchor(mark, anchor);
        if (!tag.empty() && tag != "?" && tag != "!")
            problems.push_back(at(mark, QStringLiteral("tags (`%1`) are not allowed").arg(QString::fromStdString(tag))));
        Node& node = add(Node::Type::Scalar, mark);
        node.text = exactText(value);
        node.quoted = tag == "!";
        if (node.quoted)
            lastQuoted = at(mark, {});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(Node::Type::List, mark, tag, anchor);
    }
    void OnSequenceEnd() override { m_open.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(Node::Type::Map, mark, tag, anchor);
    }
    void OnMapEnd() override { m_open.pop_back(); }

private:
    struct Level {
        Node* node;
        bool expectsKey = true;
        QSet<QString> seen;
    };

    static Problem at(const YAML::Mark& mark, const QString& text)
    {
        return Problem{mark.line + 1, mark.column + 1, text};
    }

    void refuseAnchor(const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            throw Stop{at(mark, QStringLiteral("anchors (`&name`) are not allowed; write the value out"))};
    }

    void open(Node::Type type, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor)
    {
        refuseAnchor(mark, anchor);
        if (int(m_open.size()) >= m_limits.depth)
            throw Stop{at(mark, QStringLiteral("nested deeper than %1 levels").arg(m_limits.depth))};
        if (!tag.empty() && tag != "?" && tag != "!")
            problems.push_back(at(mark, QStringLiteral("tags (`%1`) are not allowed").arg(QString::fromStdString(tag))));
        m_open.push_back(Level{&add(type, mark), true, {}});
    }

    Node& add(Node::Type type, const YAML::Mark& mark)
    {
        if (++m_nodes > m_limits.nodes)
            throw Stop{at(mark, QStringLiteral("more than %1 values").arg(m_limits.nodes))};
        Node node;
        node.type = type;
        node.line = mark.line + 1;
        node.column = mark.column + 1;
        if (m_open.empty()) {
            root = std::move(node);
            return root;
        }
        Level& level = m_open.back();
        if (level.node->type != Node::Type::Map) {
            level.node->items.push_back(std::move(node));
            return level.node->items.back();
        }
        if (level.expectsKey) {
            if (type != Node::Type::Scalar)
                throw Stop{at(mark, QStringLiteral("expected a plain key"))};
            level.expectsKey = false;
            level.node->keys.push_back(std::move(node));
            return level.node->keys.back();
        }
        level.expectsKey = true;
        const Node& key = level.node->keys.back();
        if (key.text == QLatin1String("<<") && !key.quoted)
            throw Stop{Problem{key.line, key.column, QStringLiteral("merge keys (`<<`) are not allowed")}};
        if (level.seen.contains(key.text))
            problems.push_back({key.line, key.column, QStringLiteral("the key `%1` stands here twice").arg(key.text)});
        level.seen.insert(key.text);
        level.node->items.push_back(std::move(node));
        return level.node->items.back();
    }

    const TreeLimits& m_limits;
    std::vector<Level> m_open;
    int m_nodes = 0;
};

/// yaml-cpp lets a quoted text end silently at the end of the file.
bool isClosed(const QByteArray& bytes, const Problem& start)
{
    qsizetype i = 0;
    for (int line = 1; line < start.line; ++line)
        i = bytes.indexOf('\n', i) + 1;
    i += start.column - 1;
    if (i < bytes.size() && (bytes[i] == '|' || bytes[i] == '>'))
        return true;  // a block of text has no quotes to close
    while (i < bytes.size() && bytes[i] != '"' && bytes[i] != '\'')
        ++i;
    const char quote = i < bytes.size() ? bytes[i] : '"';
    for (++i; i < bytes.size(); ++i) {
        if (quote == '"' && bytes[i] == '\\')
            ++i;
        else if (bytes[i] == quote)
            return true;
    }
    return false;
}

/// The parser reads deep brackets as something else before it comes to count them; so they are counted first.
void refuseDeepBrackets(const QByteArray& bytes, int depth)
{
    int open = 0, line = 1;
    qsizetype lineStart = 0;
    char quote = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '\n') {
            ++line;
            lineStart = i + 1;
        } else if (quote) {
            if (quote == '"' && c == '\\')
                ++i;
            else if (c == quote)
                quote = 0;
        } else if ((c == '"' || c == '\'') && i > 0 && strchr(" \n[{,:", bytes[i - 1])) {
            quote = c;
        } else if (c == '[' || c == '{') {
            if (++open > depth)
                throw Stop{{line, int(i - lineStart) + 1, QStringLiteral("nested deeper than %1 levels").arg(depth)}};
        } else if ((c == ']' || c == '}') && open > 0) {
            --open;
        }
    }
}

Problem placeOf(const YAML::Exception& e)
{
    if (e.mark.is_null())
        return {0, 0, QString::fromStdString(e.msg)};
    return {e.mark.line + 1, e.mark.column + 1, QStringLiteral("not valid YAML: %1").arg(QString::fromStdString(e.msg))};
}

Problem notUtf8(const QByteArray& bytes)
{
    int line = 1;
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i <= bytes.size(); ++i) {
        if (i < bytes.size() && bytes[i] != '\n')
            continue;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(QByteArrayView(bytes).sliced(lineStart, i - lineStart));
        if (decoder.hasError())
            return {line, int(text.indexOf(QChar::ReplacementCharacter)) + 1, QStringLiteral("not UTF-8 text")};
        ++line;
        lineStart = i + 1;
    }
    return {1, 1, QStringLiteral("not UTF-8 text")};
}

}  // namespace

Node parseYaml(const QByteArray& bytes, const QString& path, const TreeLimits& limits)
{
    if (bytes.size() > limits.bytes)
        throw FileError(path, QStringLiteral("larger than %1 MiB").arg(limits.bytes / (1024 * 1024)));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString checked = decoder(bytes);
    if (decoder.hasError() || bytes.contains('\0'))
        throw FileError(path, {notUtf8(bytes)});

    Builder builder(limits);
    std::istringstream stream(bytes.toStdString());
    try {
        refuseDeepBrackets(bytes, limits.depth);
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        if (builder.lastQuoted.line > 0 && !isClosed(bytes, builder.lastQuoted)) {
            builder.lastQuoted.text = QStringLiteral("the quote is never closed");
            throw Stop{builder.lastQuoted};
        }
        Builder second(limits);
        if (parser.HandleNextDocument(second))
            builder.problems.push_back(
                {second.root.line, second.root.column, QStringLiteral("a second document; expected one per file")});
    } catch (const Stop& stop) {
        builder.problems.push_back(stop.problem);
    } catch (const YAML::Exception& e) {
        builder.problems.push_back(placeOf(e));
    }
    countCharacters(bytes, builder.root, builder.problems);
    if (!builder.problems.empty())
        throw FileError(path, builder.problems);
    return std::move(builder.root);
}

QByteArray readFile(const QString& path, const TreeLimits& limits)
{
    const QFileInfo info(path);
    if (!info.exists())
        throw FileError(path, QStringLiteral("there is no such file"));
    if (info.isDir())
        throw FileError(path, QStringLiteral("this is a folder; expected a design file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(path, QStringLiteral("cannot be read: %1").arg(file.errorString()));
    const QByteArray bytes = file.read(limits.bytes + 1);
    if (bytes.size() > limits.bytes)
        throw FileError(path, QStringLiteral("larger than %1 MiB").arg(limits.bytes / (1024 * 1024)));
    if (file.error() != QFileDevice::NoError)
        throw FileError(path, QStringLiteral("cannot be read: %1").arg(file.errorString()));
    return bytes;
}

bool hasComments(const QByteArray& yaml)
{
    char quote = 0;
    char before = '\n';
    for (qsizetype i = 0; i < yaml.size(); ++i) {
        const char c = yaml[i];
        if (quote) {
            if (c == '\\' && quote == '"')
                ++i;
            else if (c == quote)
                quote = 0;
        } else if ((c == '"' || c == '\'') && !isalnum(static_cast<unsigned char>(before))) {
            quote = c;
        } else if (c == '#' && isspace(static_cast<unsigned char>(before))) {
            return true;
        }
        before = c;
    }
    return false;
}

namespace {

/// Seven bits in a byte, the lowest first; the eighth says that more follow.
void packNumber(QByteArray& out, size_t number)
{
    for (; number >= 0x80; number >>= 7)
        out.append(char(0x80 | (number & 0x7f)));
    out.append(char(number));
}

void pack(QByteArray& out, const Node& node)
{
    const QByteArray text = node.text.toUtf8();
    packNumber(out, size_t(node.type) | (node.quoted ? 8U : 0U));
    for (const size_t number : {size_t(node.line), size_t(node.column), size_t(text.size()), node.items.size()})
        packNumber(out, number);
    out.append(text);
    for (const Node& key : node.keys)
        pack(out, key);
    for (const Node& item : node.items)
        pack(out, item);
}

/// Reads what `pack` wrote. Programs read packed data at every start: this takes a quarter of the time of a QDataStream.
class Unpacker {
public:
    explicit Unpacker(const QByteArray& bytes) : m_at(bytes.constData()), m_end(m_at + bytes.size()) {}

    Node node()
    {
        Node result;
        const size_t head = number();
        result.type = Node::Type(head & 7U);
        result.quoted = head & 8U;
        result.line = int(number());
        result.column = int(number());
        const size_t wanted = number(), items = number();
        const size_t length = std::min(wanted, size_t(m_end - m_at));
        result.text = QString::fromUtf8(m_at, qsizetype(length));
        m_at += length;
        if (result.isMap())
            fill(result.keys, items);
        fill(result.items, items);
        return result;
    }

private:
    const char* m_at;
    const char* m_end;

    size_t number()
    {
        size_t result = 0;
        for (int shift = 0; m_at < m_end && shift < 63; shift += 7) {
            const auto byte = static_cast<unsigned char>(*m_at++);
            result |= size_t(byte & 0x7fU) << shift;
            if (byte < 0x80)
                break;
        }
        return result;
    }

    void fill(std::vector<Node>& nodes, size_t count)
    {
        nodes.reserve(std::min(count, size_t(m_end - m_at)));
        for (size_t i = 0; i < count && m_at < m_end; ++i)
            nodes.push_back(node());
    }
};

}  // namespace

QByteArray packTree(const Node& node)
{
    QByteArray bytes;
    pack(bytes, node);
    return bytes;
}

Node unpackTree(const QByteArray& bytes)
{
    return Unpacker(bytes).node();
}

}  // namespace redoubt
