// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "views/export/exporters.h"
#include "views/render/style.h"

#include <QtTest>

using namespace redoubt;

namespace {

constexpr QColor logoColor(230, 20, 140);  // nothing else on a page has it

QByteArray logoFile()
{
    QImage image(48, 20, QImage::Format_RGB32);
    image.fill(logoColor);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

int logoPixels(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == logoColor ? 1 : 0;
    return count;
}

}  // namespace

/// The customer's logo in the title block of every picture.
class TitleBlockTest : public QObject {
    Q_OBJECT

    Catalog m_catalog = builtinCatalog();
    QTemporaryDir m_folder;

    Design withLogo(const QString& logo) const
    {
        Design design = readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/ss-pm-a1.redoubt.yaml"), m_catalog).design;
        design.settings[QStringLiteral("logo")] = PropertyValue(logo);
        return design;
    }
    QByteArray written(const char* suffix, const Design& design, bool titleBlock = true) const
    {
        ExportOptions options;
        options.titleBlock = titleBlock;
        options.dpi = 96;
        return exporterFor(QString::fromLatin1(suffix))->write({design, m_catalog, {}}, options);
    }

private slots:
    void aLogoFromAFileOrFromTheDesignIsDrawn()
    {
        const QString path = m_folder.filePath(QStringLiteral("logo.png"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(logoFile());
        file.close();
        for (const QString& logo : {path, QStringLiteral("data:image/png;base64,%1").arg(QString::fromLatin1(logoFile().toBase64()))}) {
            const Design design = withLogo(logo);
            const QImage picture = QImage::fromData(written("png", design), "png");
            // 48 by 20, fitted into 96 by 40.
            const int pixels = logoPixels(picture);
            QVERIFY2(pixels > 80 * 34 && pixels <= 97 * 41, qPrintable(QString::number(pixels)));
            QVERIFY(written("svg", design).contains("<image "));
            QVERIFY(written("pdf", design).contains("/Subtype /Image"));
            QCOMPARE(logoPixels(QImage::fromData(written("png", design, false), "png")), 0);
        }
    }

    void whatIsNoPictureLeavesTheBlockAsItIs()
    {
        const QByteArray plain = written("svg", withLogo({}));
        for (const QString& logo : {QStringLiteral("/no/such/logo.png"), QStringLiteral("data:image/png;base64,AAAA"), m_folder.path()}) {
            const QByteArray svg = written("svg", withLogo(logo));
            QVERIFY(!svg.contains("<image "));
            QCOMPARE(svg.count("<text "), plain.count("<text "));
        }
    }
};

QTEST_MAIN(TitleBlockTest)
#include "titleblock_test.moc"
