// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/design/design.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace redoubt {

class Theme;

/// How a service stands to the target.
enum class TargetVerdict { None, Met, MetByHand, Missed };
[[nodiscard]] TargetVerdict judgeTarget(const ServiceEstimate& service, const std::optional<double>& target);
/// `meets 99.9 %`, `meets 99.9 % by hand`, `misses 99.9 %`.
[[nodiscard]] QString targetText(TargetVerdict verdict, double target);

/// One service: its figure large, what it means in a year, what it rests on.
class ServiceCard : public QFrame {
    Q_OBJECT

public:
    explicit ServiceCard(const Theme& theme, QWidget* parent = nullptr);

    void show(const ServiceEstimate& service, const std::optional<double>& target, const Design& design);

signals:
    /// The user wants to know more about this service.
    void detailsAsked(const QString& service);
    void revealed(const QStringList& ids);

private:
    void showTarget(const ServiceEstimate& service, const std::optional<double>& target);
    void showPoints(const ServiceEstimate& service, const Design& design);

    const Theme& m_theme;
    QString m_service;
    QLabel* m_name;
    QLabel* m_figure;
    QLabel* m_downtime;
    QLabel* m_automatic;
    QLabel* m_target;
    QLabel* m_pointsHead;
    QWidget* m_points;
    QStringList m_shownPoints;
};

}  // namespace redoubt
