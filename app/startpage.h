// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/preferences.h"
#include "model/catalog/catalog.h"
#include "views/render/drawing.h"

#include <QHash>
#include <QScrollArea>
#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace redoubt {

class DesignCard;
class Theme;
class Thumbnails;

/// What stands in the window while no design is open: new, open, the recent files and the published designs, each with
/// its picture.
class StartPage : public QScrollArea {
    Q_OBJECT

public:
    StartPage(const Catalog& catalog, Preferences& preferences, const Theme& theme, QWidget* parent = nullptr);

    void refreshRecent();

signals:
    void newChosen();
    void openChosen();
    void fileChosen(const QString& path);
    void referenceChosen(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSide();
    QWidget* makeGallery();
    void addFamily(QVBoxLayout& layout, const QString& family);
    void drawPictures();
    void request(const QString& key, const std::function<QByteArray()>& load);
    void showDrawing(const QString& key, const Drawing& drawing);
    void filter(const QString& words);

    Preferences& m_preferences;
    const Theme& m_theme;
    Thumbnails* m_thumbnails;
    QVBoxLayout* m_recent = nullptr;
    struct FamilyPart {
        QWidget* heading;
        QWidget* holder;
        QStringList ids;
    };
    std::vector<FamilyPart> m_families;
    QHash<QString, QString> m_words;  ///< of a reference design, to search in
    QLabel* m_noMatch = nullptr;
    QHash<QString, Drawing> m_kept;  ///< what was drawn before, by key and theme
    QHash<QString, DesignCard*> m_references;
    QStringList m_order;  ///< of the gallery, from the top
    QHash<QString, DesignCard*> m_files;
    bool m_drawn = false;
};

/// The gallery's heading for a reference design, by its id.
[[nodiscard]] QString familyOf(const QString& referenceId);

}  // namespace redoubt
