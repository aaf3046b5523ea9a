// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/samples.h"

namespace redoubt {

QByteArray sampleDesign()
{
    return R"(format: redoubt/1
title: Two nodes and a witness
reference: ss-pm-a1
settings: {customer: Example Ltd, environment: production, failover-goal: manual}
elements:
  dc-a: {kind: site, name: Datacenter A, role: primary}
  db-a: {kind: layer, name: Database Layer, in: dc-a}
  sql-1: {kind: sql-server, name: Primary, in: db-a, edition: standard, sql-version: "2019", votes: 1}
  sql-1-ss: {kind: sql-instance, in: sql-1, port: 1433}
  sql-2: {kind: sql-server, name: Secondary, in: db-a, edition: standard, sql-version: "2019", votes: 1}
  sql-2-ss: {kind: sql-instance, in: sql-2, port: 1433}
  lb-ss-a: {kind: load-balancer, in: dc-a, scope: local, listeners: [{name: ss-a.company.com, ports: [443/tcp, 5671/tcp], product: ss}], x-forwarded-for: true}
  ss-web-a: {kind: layer, name: Secret Server Web Layer, in: dc-a}
  rmq-1: {kind: rabbitmq-node, in: ss-web-a, host: ss-web-1}
  ss-web-1: {kind: ss-web, name: Node 1, in: ss-web-a, x-asset: {floor: 2, tag: A-17}}
  wit: {kind: witness, in: dc-a, type: file-share}
  lst-ss: {kind: ag-listener, dns-name: ss-aoag.company.com}
  users-ss: {kind: user-ss, name: Secret Server Users/Admins}
groups:
  ag-ss: {kind: availability-group, wsfc: wsfc-1, listener: lst-ss, databases: [{name: SecretServer, product: ss}], members: [{element: sql-1-ss, role: primary, mode: sync, failover: auto}, {element: sql-2-ss, role: secondary, mode: sync, failover: auto}]}
  wsfc-1: {kind: wsfc, members: [sql-1, sql-2], witness: wit}
links:
  l-1: {from: users-ss, to: lb-ss-a, row: CN-01}
  l-2: {from: lb-ss-a, to: ss-web-a, row: CN-03, ports: [443/tcp]}
  l-10: {from: users-ss, to: ss-web-a, row: CN-01, use: failover, hidden: true, label: by hand}
waivers:
  - {rule: RMQ-001, on: [rmq-1], reason: "accepted: one node", by: J. Example, date: 2026-11-23, expires: 2027-05-01}
scenarios:
  - {name: Server and witness lost, fails: [sql-2, wit], note: the cluster stops}
layout:
  dc-a: [40, 320, 860, 530]
  ss-web-1: [12.5, -3, 60, 60]
  l-2: 0.4
x-origin: {sheet: 4, tool: drawn by hand}
)";
}

}  // namespace redoubt
