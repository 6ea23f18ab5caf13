import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GoalRollup, GoalStatus, PlanStatus, StatusGroup, StatusSummary } from '../../graphql/resolvers/statuses.ts'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { ask, dataOf } from './ask.ts'

const indicator = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'
const id = 'frederikssund-2024.3a'

describe('statuses', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp({ seed: true, now: '2026-07-01T10:00:00Z' })
    const rows = [['0250', '2024-06', 3.9], ['DK', '2024-06', 3.4], ['0250', '2024-12', 3.8], ['DK', '2024-12', 3.4]] as const
    await test.services.measurements.record(SEED_ACTOR, { measurements: rows.map(([area, period, value]) => ({ indicator, area, period, value })) })
  })
  afterAll(async () => { await test.close() })

  it('tells each alias its own day', async () => {
    const { target } = await dataOf(test, `{ target(id: "${id}") {
      before: status(asOf: "2023-12-01") { asOf status } early: status(asOf: "2024-03-01") { asOf status reason } july: status(asOf: "2024-07-10") { asOf status pace current { measure } }
      after: status(asOf: "2025-02-15") { asOf status final met } unknown: status(asOf: "2024-07-10", knownAt: "2024-07-10T00:00:00+02:00") { knownAt status } } }`)
    expect(target).toEqual({
      before: { asOf: '2023-12-01', status: 'NOT_STARTED' },
      early: { asOf: '2024-03-01', status: 'NO_DATA', reason: 'NO_MEASUREMENT_IN_WINDOW' },
      july: { asOf: '2024-07-10', status: 'AT_RISK', pace: 0.8026, current: { measure: 0.1 } },
      after: { asOf: '2025-02-15', status: 'ACHIEVED', final: true, met: true },
      unknown: { knownAt: '2024-07-09T22:00:00.000Z', status: 'NO_DATA' }
    })
  })

  it('shows the sum', async () => {
    const { target: { status } } = await dataOf(test, `{ target(id: "${id}") { status(asOf: "2024-07-10") {
      baseline { period on value benchmark measure } goalLine { comparator value } evidence { indicator area period value revision source } rule { kind amount } ruleKind window { start } explanation { da en } children { status } target } } }`)
    expect(status).toMatchObject({
      baseline: { period: '2023-08', on: '2023-08-31', value: 4, benchmark: 3.4, measure: 0 },
      goalLine: { comparator: 'GTE', value: 0.2 },
      rule: { kind: 'GAP_REDUCTION', amount: 0.2 },
      ruleKind: 'GAP_REDUCTION',
      window: { start: '2024-01-01' },
      children: null,
      target: id
    })
    expect(status.evidence).toContainEqual({ indicator, area: 'DK', period: '2024-06', value: 3.4, revision: 1, source: null })
    expect(status.explanation.en).toContain('0.1')
  })

  it('rolls up from the statuses that the targets themselves are given', async () => {
    const { plan } = await dataOf(test, `{ plan(id: "frederikssund-2024") {
      status(asOf: "2024-07-10") { overall coverage counts { missed offTrack atRisk awaitingData noData notStarted onTrack achieved } goals { goal overall } targets { target status } }
      goals { id status(asOf: "2024-07-10") { overall targets { target status } } }
      targets { id status(asOf: "2024-07-10") { status } } } }`)
    const own = plan.targets.map((target: { id: string, status: { status: string } }) => ({ target: target.id, status: target.status.status }))
    expect(plan.status.targets).toEqual(own)
    expect(plan.goals.flatMap((goal: { status: { targets: unknown[] } }) => goal.status.targets)).toEqual(own)
    expect(plan.status.goals).toEqual(plan.goals.map((goal: { id: string, status: { overall: string } }) => ({ goal: goal.id, overall: goal.status.overall })))
    const judged = own.filter((one: { status: string }) => one.status !== 'MONITORED')
    const { counts } = plan.status
    expect(Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count)).toBe(judged.length)
    expect(counts.atRisk).toBe(judged.filter((one: { status: string }) => one.status === 'AT_RISK').length)
  })

  it('tells how many there are of each status', () => {
    const counts = { missed: 1, off_track: 2, at_risk: 3, awaiting_data: 4, no_data: 5, not_started: 6, on_track: 7 }
    for (const type of [PlanStatus, GoalStatus, GoalRollup, StatusGroup, StatusSummary]) {
      expect(type.counts({ overall: 'missed', coverage: 1, counts })).toEqual({ missed: 1, offTrack: 2, atRisk: 3, awaitingData: 4, noData: 5, notStarted: 6, onTrack: 7, achieved: 0 })
    }
  })

  it('tells the kind of every rule', async () => {
    const { targets } = await dataOf(test, '{ targets(first: 500) { edges { node { ruleKind rule { kind } status { ruleKind rule { kind } } } } } }')
    const kinds = targets.edges.map(({ node }: { node: { ruleKind: string } }) => node.ruleKind)
    expect(new Set(kinds).size).toBeGreaterThan(4)
    for (const { node } of targets.edges) expect([node.ruleKind, node.status.ruleKind, node.status.rule.kind]).toEqual(Array(3).fill(node.rule.kind))
  })

  it('of the country are filtered by lists or by single values, and paged', async () => {
    const { statuses } = await dataOf(test, `{ statuses(asOf: "2024-07-10", filter: { kommune: "0250", plan: ["frederikssund-2024"], ruleKind: GAP_REDUCTION, status: [AT_RISK, NO_DATA], planStatus: ADOPTED, final: false, late: null }, sort: STATUS, limit: 1) {
      total { targets } groups { targets } items { target status subject { id code } } nextCursor } }`)
    expect(statuses).toMatchObject({ groups: null, items: [{ target: id, status: 'AT_RISK', subject: { id, code: '3a' } }] })
    const all: string[] = []
    let cursor: string | null = null
    do {
      const { statuses: page }: Awaited<ReturnType<typeof dataOf>> = await dataOf(test, 'query ($cursor: String) { statuses(asOf: "2024-07-10", sort: KOMMUNE_DESC, limit: 20, cursor: $cursor) { items { target subject { kommune { name } } } nextCursor } }', { cursor })
      all.push(...page.items.map((item: { target: string }) => item.target))
      cursor = page.nextCursor
    } while (cursor !== null)
    const { statuses: { total } } = await dataOf(test, '{ statuses(limit: 0, groupBy: []) { total { targets } groups { targets } } }')
    expect([all.length, new Set(all).size, all[0]?.split('-')[0], all.at(-1)?.split('-')[0]]).toEqual([total.targets, total.targets, 'kalundborg', 'frederikssund'])
  })

  it('of the country are grouped by every field that there is', async () => {
    const { statuses } = await dataOf(test, `{ statuses(asOf: "2024-07-10", limit: 0, filter: { target: "${id}" }, groupBy: [KOMMUNE, REGION, RAR, PLAN, GOAL, INDICATOR, NATIONAL_GOAL, NATIONAL_GOAL_NUMBER, STATUS, RULE_KIND, STATUS]) {
      groups { targets overall coverage counts { atRisk missed } key { kommune { id } region { id } rar { id } plan { id } goal { id } indicator { id } nationalGoal { id } nationalGoalNumber { id } status { id name { en } } ruleKind { id } } } } }`)
    expect(statuses.groups).toEqual([{
      targets: 1,
      overall: 'AT_RISK',
      coverage: 1,
      counts: { atRisk: 1, missed: 0 },
      key: {
        kommune: { id: '0250' }, region: { id: '1084' }, rar: { id: 'RAR-HOV' }, plan: { id: 'frederikssund-2024' }, goal: { id: 'frederikssund-2024.3' }, indicator: { id: indicator }, nationalGoal: null, nationalGoalNumber: null, status: { id: 'at_risk', name: { en: 'At risk' } }, ruleKind: { id: 'gap_reduction' }
      }
    }])
  })

  it.each([['limit: 2001', 'limit'], ['limit: -1', 'limit'], ['filter: { plan: ["x"] }', 'plan'], ['filter: { nationalGoalNumber: 98 }', 'nationalGoalNumber'], ['filter: { nationalGoalNumber: -5 }', 'nationalGoalNumber'], ['cursor: "x"', 'cursor']])('of the country are refused with %s, naming the argument', async (argument, name) => {
    const { errors } = await ask(test, `{ statuses(${argument}) { total { targets } } }`)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'invalid_request', errors: [{ pointer: `?${name}` }] })
  })
})
