// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/inspector.h"
#include "views/inspector/field.h"
#include "views/parts/elidedlabel.h"
#include "views/parts/theme.h"

#include <QtTest>
#include <QtWidgets>

using namespace redoubt;

namespace {

PropertyDef def(PropertyType type)
{
    PropertyDef made;
    made.id = QStringLiteral("p");
    made.label = QStringLiteral("P");
    made.type = type;
    return made;
}

}  // namespace

/// The inspector driven by keys and clicks; what counts is the design it leaves.
class InspectorTest : public QObject {
    Q_OBJECT

    Catalog m_catalog = builtinCatalog();
    RuleSet m_rules = builtinRules();
    Theme m_theme;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<LiveAnalysis> m_analysis;
    std::unique_ptr<Inspector> m_inspector;

    template <class T> T* field(const char* id)
    {
        T* found = m_inspector->findChild<T*>(QStringLiteral("field:") + QString::fromLatin1(id));
        if (!found)
            qWarning("no field %s", id);
        return found;
    }

    std::optional<PropertyValue> property(const ElementId& id, const char* key) const
    {
        const PropertyValue* value = find(m_document->design().element(id)->properties, QString::fromLatin1(key));
        return value ? std::optional(*value) : std::nullopt;
    }

    /// Types into a field and leaves it, as Tab does.
    static void type(QLineEdit* edit, const QString& text)
    {
        edit->setFocus();
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    /// The page made last; the one before is deleted when the event loop comes round.
    void settle() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); QCoreApplication::processEvents(); }

private slots:
    void initTestCase() { m_theme.setDark(false); }

    void init()
    {
        m_document = std::make_unique<Document>();
        m_editor = std::make_unique<Editor>(*m_document, m_catalog);
        m_analysis = std::make_unique<LiveAnalysis>(*m_document, m_catalog, m_rules);
        m_inspector = std::make_unique<Inspector>(*m_editor, *m_analysis, m_theme);
        m_inspector->resize(320, 900);
        m_inspector->show();
    }

    void cleanup()
    {
        m_inspector.reset();
        m_analysis.reset();
        m_editor.reset();
        m_document.reset();
    }

    void fieldsReadWhatPeopleType()
    {
        QCOMPARE(parseField(def(PropertyType::Availability), u"99.95"_qs).value, PropertyValue(0.9995));
        QCOMPARE(parseField(def(PropertyType::Availability), u"99,95 %"_qs).value, PropertyValue(0.9995));
        QVERIFY(!parseField(def(PropertyType::Availability), u"101"_qs).problem.isEmpty());
        QVERIFY(!parseField(def(PropertyType::Availability), u"0"_qs).problem.isEmpty());
        QCOMPARE(parseField(def(PropertyType::Integer), u"12"_qs).value, PropertyValue(12));
        QVERIFY(!parseField(def(PropertyType::Integer), u"1.5"_qs).problem.isEmpty());
        QVERIFY(!parseField(def(PropertyType::Number), u"many"_qs).problem.isEmpty());
        QCOMPARE(parseField(def(PropertyType::Number), u"1.5"_qs).value, PropertyValue(1.5));
        QCOMPARE(parseField(def(PropertyType::Number), u"1,500"_qs).value, PropertyValue(1500));
        QCOMPARE(parseField(def(PropertyType::Texts), u"443/tcp, 5671/tcp,"_qs).value,
                 PropertyValue::texts({u"443/tcp"_qs, u"5671/tcp"_qs}));
        QVERIFY(!parseField(def(PropertyType::Number), {}).value && parseField(def(PropertyType::Number), {}).problem.isEmpty());
        PropertyDef votes = def(PropertyType::Integer);
        votes.minimum = 0;
        votes.maximum = 1;
        QCOMPARE(parseField(votes, u"2"_qs).problem, u"At most 1"_qs);
    }

    void theDefaultIsShownAsDefault()
    {
        PropertyDef hours = def(PropertyType::Number);
        hours.unit = QStringLiteral("h");
        FieldState state;
        QCOMPARE(placeholderText(hours, state), u"not given"_qs);
        state.fallback = PropertyValue(4);
        QCOMPARE(placeholderText(hours, state), u"4 h · default"_qs);
        state.mixed = true;
        QCOMPARE(placeholderText(hours, state), u"several values"_qs);

        m_editor->add(u"site"_qs, {400, 300});
        QVERIFY(field<QLineEdit>("availability")->text().isEmpty());
        QVERIFY(field<QLineEdit>("availability")->placeholderText().endsWith(u"% · default"_qs));
        QCOMPARE(field<QComboBox>("geography")->currentText(), u"not given"_qs);
    }

    void anEditChangesTheDesignAndIsOneUndoStep()
    {
        const ElementId site = m_editor->add(u"site"_qs, {400, 300});
        const Design before = m_document->design();
        const int steps = m_editor->undoStack().count();
        type(field<QLineEdit>("availability"), u"99.95"_qs);
        QCOMPARE(property(site, "availability"), PropertyValue(0.9995));
        QCOMPARE(m_editor->undoStack().count(), steps + 1);
        m_editor->undoStack().undo();
        QVERIFY(m_document->design() == before);
        QVERIFY(field<QLineEdit>("availability")->text().isEmpty());
        m_editor->undoStack().redo();
        QCOMPARE(field<QLineEdit>("availability")->text(), u"99.95"_qs);
        type(field<QLineEdit>("availability"), {});
        QVERIFY(!property(site, "availability"));
    }

    void nonsenseIsMarkedAndNeverReachesTheDesign()
    {
        const ElementId site = m_editor->add(u"site"_qs, {400, 300});
        auto* edit = field<QLineEdit>("availability");
        edit->setFocus();
        QTest::keyClicks(edit, u"often"_qs);
        QVERIFY(edit->property("invalid").toBool());
        QVERIFY(!property(site, "availability"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->property("invalid").toBool());
        QVERIFY(edit->text().isEmpty());
    }

    void aChoiceIsChosenAndCleared()
    {
        const ElementId site = m_editor->add(u"site"_qs, {400, 300});
        auto* combo = field<QComboBox>("role");
        combo->setFocus();
        const int primary = combo->findData(u"primary"_qs);
        QVERIFY(primary > 0);
        combo->setCurrentIndex(primary);
        emit combo->activated(primary);
        QCOMPARE(property(site, "role"), PropertyValue(u"primary"_qs));
        emit combo->activated(0);
        QVERIFY(!property(site, "role"));
    }

    void theNameIsEditedInTheHeading()
    {
        const ElementId site = m_editor->add(u"site"_qs, {400, 300});
        auto* name = m_inspector->findChild<QLineEdit*>(u"heading"_qs);
        type(name, u"Datacenter A"_qs);
        QCOMPARE(m_document->design().element(site)->name, u"Datacenter A"_qs);
    }

    void severalElementsAreSetAtOnce()
    {
        const ElementId a = m_editor->add(u"ss-web"_qs, {100, 100});
        const ElementId b = m_editor->add(u"ss-web"_qs, {300, 100});
        m_editor->setProperty({a.value}, u"availability"_qs, PropertyValue(0.99));
        m_editor->endMerge();
        m_editor->select({a.value, b.value});
        settle();
        QCOMPARE(field<QLineEdit>("availability")->placeholderText(), u"several values"_qs);
        type(field<QLineEdit>("availability"), u"99.9"_qs);
        QCOMPARE(property(a, "availability"), PropertyValue(0.999));
        QCOMPARE(property(b, "availability"), PropertyValue(0.999));
        m_editor->undoStack().undo();
        QCOMPARE(property(a, "availability"), PropertyValue(0.99));
        QVERIFY(!property(b, "availability"));
    }

    void recordsAreAddedAndRemoved()
    {
        const ElementId balancer = m_editor->add(u"load-balancer"_qs, {100, 100});
        auto* add = m_inspector->findChild<QToolButton*>(u"add:listeners"_qs);
        QVERIFY(add);
        add->click();
        type(field<QLineEdit>("name"), u"ss.company.com"_qs);
        type(field<QLineEdit>("ports"), u"443/tcp, 5671/tcp"_qs);
        const std::optional<PropertyValue> listeners = property(balancer, "listeners");
        QVERIFY(listeners && listeners->list());
        QCOMPARE(listeners->list()->size(), size_t(1));
        const PropertyRecord& record = *listeners->list()->front().record();
        QCOMPARE(textAt(record, u"name"_qs), u"ss.company.com"_qs);
        QCOMPARE(find(record, u"ports"_qs)->textItems(), (QStringList {u"443/tcp"_qs, u"5671/tcp"_qs}));
    }

    void nothingSelectedShowsTheDocument()
    {
        type(field<QLineEdit>("customer"), u"Example Ltd"_qs);
        type(m_inspector->findChild<QLineEdit*>(u"heading"_qs), u"Two sites"_qs);
        QCOMPARE(m_document->design().settingText(u"customer"_qs), u"Example Ltd"_qs);
        QCOMPARE(m_document->design().settingText(u"title"_qs), u"Two sites"_qs);
        m_editor->undoStack().undo();
        QVERIFY(m_document->design().settingText(u"title"_qs).isEmpty());
        QCOMPARE(m_document->design().settingText(u"customer"_qs), u"Example Ltd"_qs);
    }

    void aLinkIsEdited()
    {
        const ElementId user = m_editor->add(u"user-ss"_qs, {100, 100});
        const ElementId web = m_editor->add(u"ss-web"_qs, {100, 400});
        const LinkId link = m_editor->connectElements(user, web);
        QVERIFY(!link.isEmpty());
        m_editor->select({link.value});
        settle();
        auto* use = field<QComboBox>("use");
        emit use->activated(use->findData(u"failover"_qs));
        QCOMPARE(m_document->design().link(link)->use, LinkUse::Failover);
        type(field<QLineEdit>("label"), u"Only at night"_qs);
        QCOMPARE(m_document->design().link(link)->label, u"Only at night"_qs);
        type(field<QLineEdit>("ports"), u"8443/tcp"_qs);
        QCOMPARE(m_document->design().link(link)->ports, QStringList {u"8443/tcp"_qs});
    }

    void aGroupIsMadeEditedAndDissolved()
    {
        const ElementId a = m_editor->add(u"rabbitmq-node"_qs, {100, 100});
        const ElementId b = m_editor->add(u"rabbitmq-node"_qs, {300, 100});
        const GroupId group = m_editor->makeGroup(u"rabbitmq-cluster"_qs, {a.value, b.value});
        QVERIFY(!group.isEmpty());
        m_inspector->showGroup(group.value);
        settle();
        auto* queues = field<QComboBox>("queue-type");
        QVERIFY(queues->count() > 1);
        emit queues->activated(1);
        QVERIFY(find(m_document->design().group(group)->properties, u"queue-type"_qs));
        m_inspector->findChild<QPushButton*>(u"dissolve"_qs)->click();
        QVERIFY(!m_document->design().group(group));
        QVERIFY(m_document->design().element(a));
        m_editor->undoStack().undo();
        QCOMPARE(m_document->design().group(group)->members.size(), size_t(2));
    }

    void nothingInItIsCut()
    {
        const auto check = [this](const QString& page) {
            settle();
            for (const QLabel* label : m_inspector->findChildren<QLabel*>()) {
                if (!label->isVisible() || label->text().isEmpty())
                    continue;
                bool whole = label->sizeHint().width() <= label->width();
                if (label->wordWrap()) {
                    whole = label->heightForWidth(label->width()) <= label->height();
                    for (const QString& word : label->text().split(QRegularExpression(QStringLiteral("[ \\x{200B}]"))))
                        whole = whole && label->fontMetrics().horizontalAdvance(word) <= label->width();
                } else if (const auto* elided = qobject_cast<const ElidedLabel*>(label)) {
                    whole = !elided->isElided();
                }
                QVERIFY2(whole, qPrintable(QStringLiteral("%1: %2").arg(page, label->text())));
            }
            for (const QAbstractButton* button : m_inspector->findChildren<QAbstractButton*>())
                if (button->isVisible() && !qobject_cast<const QLineEdit*>(button->parentWidget()))
                    QVERIFY2(button->height() >= button->sizeHint().height(),
                             qPrintable(QStringLiteral("%1: %2 %3 of %4").arg(page, button->text()).arg(button->height())
                                            .arg(button->sizeHint().height())));
        };
        m_inspector->show();
        check(QStringLiteral("design"));
        for (const ElementKind& kind : m_catalog.kinds) {
            if (const ElementId id = m_editor->add(kind.id, {400, 300}); !id.isEmpty())
                check(kind.id);
            m_editor->undoStack().undo();
        }
    }

    void aLongNameEndsInAnEllipsisUntilOneTypes()
    {
        const QString name = QStringLiteral("The second of the two web servers of the department of works");
        const ElementId id = m_editor->add(QStringLiteral("ss-web"), {400, 300});
        m_editor->rename(id.value, name);
        m_inspector->show();
        settle();
        auto* heading = m_inspector->findChild<QLineEdit*>(QStringLiteral("heading"));
        QCOMPARE(heading->text(), name);
        QVERIFY(!heading->hasFocus());
        const QImage elided = heading->grab().toImage();
        m_editor->rename(id.value, name.left(20));
        m_editor->rename(id.value, QString());
        m_editor->rename(id.value, name + QStringLiteral(" and bridges"));
        settle();
        // What has no room is not there at all: the same picture however the name goes on.
        QCOMPARE(heading->grab().toImage(), elided);
        QTest::mouseClick(heading, Qt::LeftButton);
        QTest::keyClick(heading, Qt::Key_End);
        QTest::keyClicks(heading, QStringLiteral("."));
        QTest::keyClick(heading, Qt::Key_Return);
        QCOMPARE(m_document->design().element(id)->name, name + QStringLiteral(" and bridges."));
    }
};

QTEST_MAIN(InspectorTest)
#include "inspector_test.moc"
