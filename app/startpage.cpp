// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/startpage.h"

#include "app/designcard.h"
#include "app/thumbnails.h"
#include "model/files/references.h"
#include "model/files/tree.h"
#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace redoubt {

namespace {

const QString filePrefix = QStringLiteral("file:");
const QString referencePrefix = QStringLiteral("reference:");

QString homely(const QString& folder)
{
    return folder.startsWith(QDir::homePath()) ? QLatin1Char('~') + folder.mid(QDir::homePath().size()) : folder;
}

}  // namespace

namespace {

/// The gallery's headings in their order, by how the ids of their designs begin.
struct Family {
    const char* prefix;
    const char* name;
};
constexpr Family families[] = {
    {"ss-pm-", "Secret Server and Privilege Manager"},
    {"ss-dsv-", "Secret Server and DevOps Secrets Vault"},
    {"ssc", "Secret Server Cloud"},
    {"pm-", "Privilege Manager"},
    {"nps-", "Netwrix Privilege Secure"},
    {"", "More designs"},
};

/// `B-1` of `ss-pm-b1`, as the vendor's pages number it; empty where they do not.
QString publishedNumber(const QString& id)
{
    static const QRegularExpression pattern(QStringLiteral("-([a-z])(\\d)$"));
    const QRegularExpressionMatch match = pattern.match(id);
    return match.hasMatch() ? match.captured(1).toUpper() + u'-' + match.captured(2) : QString();
}

}  // namespace

QString familyOf(const QString& id)
{
    for (const Family& family : families) {
        if (id.startsWith(QLatin1String(family.prefix)))
            return QString::fromLatin1(family.name);
    }
    return {};
}

StartPage::StartPage(const Catalog& catalog, Preferences& preferences, const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_preferences(preferences)
    , m_theme(theme)
    , m_thumbnails(new Thumbnails(catalog, this))
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("panelBody"));
    auto* outer = new QHBoxLayout(body);
    outer->setContentsMargins(40, 40, 40, 32);
    outer->setSpacing(40);
    outer->addWidget(makeSide());
    outer->addWidget(makeGallery(), 1);
    setWidget(body);
    connect(m_thumbnails, &Thumbnails::drawn, this, [this](const QString& key, const Drawing& drawing) {
        m_kept.insert(key, drawing);
        showDrawing(key, drawing);
    });
    connect(&theme, &Theme::changed, this, [this] {
        m_drawn = false;
        if (isVisible())
            drawPictures();
    });
}

QWidget* StartPage::makeSide()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(284);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    auto* mark = new QLabel(side);
    mark->setPixmap(m_theme.icon(QStringLiteral("redoubt")).pixmap(QSize(36, 36), devicePixelRatioF()));
    connect(&m_theme, &Theme::changed, mark, [this, mark] {
        mark->setPixmap(m_theme.icon(QStringLiteral("redoubt")).pixmap(QSize(36, 36), devicePixelRatioF()));
    });
    head->addWidget(mark);
    head->addWidget(makeLabel(QStringLiteral("Redoubt"), "title", side), 1);
    layout->addLayout(head);
    layout->addWidget(makeText(QStringLiteral("Draw a privileged-access deployment, see it judged while you draw."), "secondary", side));
    layout->addSpacing(12);
    auto* fresh = new QPushButton(QStringLiteral("New design"), side);
    fresh->setObjectName(QStringLiteral("startNew"));
    fresh->setProperty("primary", true);
    fresh->setMinimumHeight(34);
    auto* open = new QPushButton(QStringLiteral("Open a file…"), side);
    open->setObjectName(QStringLiteral("startOpen"));
    open->setMinimumHeight(34);
    layout->addWidget(fresh);
    layout->addWidget(open);
    layout->addWidget(makeText(QStringLiteral("Or drop a design file on this window."), "caption", side));
    layout->addSpacing(20);
    layout->addWidget(makeLabel(QStringLiteral("Recent"), "section", side));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    layout->addLayout(m_recent);
    layout->addStretch(1);
    connect(fresh, &QPushButton::clicked, this, &StartPage::newChosen);
    connect(open, &QPushButton::clicked, this, &StartPage::openChosen);
    refreshRecent();
    return side;
}

QWidget* StartPage::makeGallery()
{
    auto* gallery = new QWidget(this);
    auto* layout = new QVBoxLayout(gallery);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    auto* head = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(makeLabel(QStringLiteral("Start from a published design"), "heading", gallery));
    words->addWidget(makeText(QStringLiteral("Opens as a copy of your own; the published design stays as it is."), "secondary", gallery));
    head->addLayout(words, 1);
    QLineEdit* search = makeSearch(QStringLiteral("Search the designs"), m_theme, gallery);
    search->setObjectName(QStringLiteral("gallerySearch"));
    search->setFixedWidth(220);
    head->addWidget(search, 0, Qt::AlignTop);
    layout->addLayout(head);
    connect(search, &QLineEdit::textChanged, this, &StartPage::filter);
    m_noMatch = makeText(QStringLiteral("No published design matches. Clear the search to see all."), "secondary", gallery);
    m_noMatch->hide();
    layout->addWidget(m_noMatch);
    for (const Family& family : families)
        addFamily(*layout, QString::fromLatin1(family.name));
    layout->addStretch(1);
    return gallery;
}

void StartPage::addFamily(QVBoxLayout& layout, const QString& family)
{
    FlowLayout* flow = nullptr;
    for (const ReferenceDesign& reference : referenceDesigns()) {
        if (familyOf(reference.id) != family)
            continue;
        if (!flow) {
            QLabel* heading = makeLabel(family, "section");
            heading->setContentsMargins(0, 10, 0, 0);
            layout.addWidget(heading);
            auto* holder = new QWidget;
            flow = new FlowLayout(holder, 16);
            layout.addWidget(holder);
            m_families.push_back({heading, holder, {}});
        }
        auto* card = new DesignCard(DesignCard::Form::Tile, reference.title, reference.overview, m_theme);
        card->setObjectName(QStringLiteral("reference:") + reference.id);
        connect(card, &DesignCard::clicked, this, [this, id = reference.id] { emit referenceChosen(id); });
        flow->addWidget(card);
        m_references.insert(reference.id, card);
        m_order.append(reference.id);
        m_families.back().ids.append(reference.id);
        m_words.insert(reference.id, QStringList {reference.id, publishedNumber(reference.id), reference.title, reference.overview,
                                                  family}.join(u'\n'));
    }
}

void StartPage::refreshRecent()
{
    clearLayout(m_recent);
    m_files.clear();
    for (const QString& path : m_preferences.recentFiles()) {
        const QFileInfo info(path);
        if (!info.exists() || m_files.size() >= 6)
            continue;
        QString title = info.fileName();
        title.remove(QStringLiteral(".redoubt.yaml"));
        const QString caption = QStringLiteral("%1 · %2").arg(agoText(info.lastModified(), QDateTime::currentDateTime()),
                                                              homely(info.absolutePath()));
        auto* card = new DesignCard(DesignCard::Form::Row, title, caption, m_theme, this);
        card->setObjectName(QStringLiteral("recent:") + title);
        card->setToolTip(path);
        connect(card, &DesignCard::clicked, this, [this, path] { emit fileChosen(path); });
        m_recent->addWidget(card);
        m_files.insert(path, card);
    }
    if (m_files.isEmpty())
        m_recent->addWidget(makeText(QStringLiteral("Designs you open or save appear here."), "caption"));
    m_drawn = false;
    if (isVisible())
        drawPictures();
}

void StartPage::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    if (!m_drawn)
        drawPictures();
}

void StartPage::drawPictures()
{
    m_drawn = true;
    m_thumbnails->cancel();
    for (auto it = m_files.begin(); it != m_files.end(); ++it)
        request(filePrefix + it.key(), [path = it.key()] { return readFile(path); });
    for (const QString& id : std::as_const(m_order))
        request(referencePrefix + id, [id] { return referenceDesign(id); });
}

void StartPage::request(const QString& key, const std::function<QByteArray()>& load)
{
    // A file that was written since is another picture; so is another theme.
    const QFileInfo info(key.startsWith(filePrefix) ? key.mid(filePrefix.size()) : QString());
    const QString full = QStringLiteral("%1|%2|%3").arg(m_theme.isDark() ? u"dark" : u"light").arg(info.lastModified().toMSecsSinceEpoch()).arg(key);
    const auto kept = m_kept.constFind(full);
    if (kept != m_kept.cend())
        showDrawing(full, *kept);
    else
        m_thumbnails->request(full, m_theme.isDark(), load);
}

void StartPage::showDrawing(const QString& key, const Drawing& drawing)
{
    const QString name = key.section(u'|', 2);
    DesignCard* card = name.startsWith(filePrefix) ? m_files.value(name.mid(filePrefix.size()))
                                                   : m_references.value(name.mid(referencePrefix.size()));
    if (card)
        card->setDrawing(drawing);
}

void StartPage::filter(const QString& search)
{
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    bool any = false;
    for (const FamilyPart& family : m_families) {
        bool some = false;
        for (const QString& id : family.ids) {
            const bool matches = std::all_of(words.begin(), words.end(), [&](const QString& word) {
                return m_words.value(id).contains(word, Qt::CaseInsensitive);
            });
            m_references.value(id)->setVisible(matches);
            some = some || matches;
        }
        family.heading->setVisible(some);
        family.holder->setVisible(some);
        family.holder->updateGeometry();
        any = any || some;
    }
    m_noMatch->setVisible(!any);
}

}  // namespace redoubt
