import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { ask, codesOf, dataOf } from './ask.ts'

describe('what can be read', () => {
  let test: TestApp
  beforeAll(async () => { test = await openTestApp({ seed: true, now: '2026-07-01T10:00:00Z' }) })
  afterAll(async () => { await test.close() })

  it('lists kommuner by name, with regions, memberships and plans', async () => {
    const { kommuner, kommune } = await dataOf(test, '{ kommuner { id } kommune(code: "250") { id code kind name codes { source code } regions { name kind } memberships { area { id kind } } plans { id kommune { id } } } }')
    expect(kommuner).toHaveLength(98)
    expect(kommune).toMatchObject({ id: '0250', code: '0250', kind: 'KOMMUNE', name: 'Frederikssund', plans: [{ id: 'frederikssund-2024', kommune: { id: '0250' } }] })
    expect(kommune.regions[0]).toMatchObject({ kind: 'REGION' })
    expect(kommune.memberships.map((link: { area: { kind: string } }) => link.area.kind)).toContain('RAR')
  })

  it('filters areas by kind and membership', async () => {
    const { areas, kommuner } = await dataOf(test, '{ areas(kind: RAR) { __typename id } kommuner(memberOf: "1084") { id memberships { area { id } } ... on Area { name } } }')
    expect(areas).toHaveLength(8)
    expect(areas[0].__typename).toBe('AreaGroup')
    expect(kommuner.length).toBeGreaterThan(10)
    expect(kommuner.length).toBeLessThan(98)
  })

  it('takes null for what is left out', async () => {
    const { plans, kommuner } = await dataOf(test, 'query ($k: [ID!]) { plans(filter: { kommune: $k, kind: null }) { id } kommuner(memberOf: $k) { id } }', { k: null })
    expect(plans).toHaveLength(5)
    expect(kommuner).toHaveLength(98)
  })

  it('filters plans, indicators and national goals', async () => {
    const { plans, indicators, nationalGoals } = await dataOf(test, '{ plans(filter: { kind: STRATEGY, status: ADOPTED, on: "2020-01-01" }) { id planStatus kind } indicators(unit: RATIO) { unit } nationalGoals(year: 2023) { id goals { nationalGoals { id } } targets { goal { nationalGoals { id } } } } }')
    expect(plans).toEqual([{ id: 'kalundborg-2018-2021', planStatus: 'ADOPTED', kind: 'STRATEGY' }])
    expect(indicators.length).toBeGreaterThan(0)
    expect(new Set(indicators.map((one: { unit: string }) => one.unit))).toEqual(new Set(['RATIO']))
    expect(nationalGoals.map((goal: { id: string }) => goal.id)).toEqual(['2023-1', '2023-2', '2023-3', '2023-4', '2023-5'])
    for (const { id, goals, targets } of nationalGoals) {
      for (const goal of [...goals, ...targets.map((target: { goal: unknown }) => target.goal)]) expect(goal.nationalGoals).toContainEqual({ id })
    }
    expect(nationalGoals.flatMap((goal: { targets: unknown[] }) => goal.targets).length).toBeGreaterThan(0)
  })

  it('tells the parts of a plan', async () => {
    const { plan } = await dataOf(test, `{ plan(id: "frederikssund-2024") {
      version recordedAt period { from to } sources { title location } commitments { code quantity unit } notes { kind text } swot { strengths { text } } relations { kind title }
      goals { code kind objectives { code text } initiatives { code status } targets { code window { start deadline } rule { kind amount comparator benchmark { area { id } indicator { id } } baseline { period lag } } } } } }`)
    expect(plan.version).toBe(1)
    const target = plan.goals.flatMap((goal: { targets: { code: string }[] }) => goal.targets).find((one: { code: string }) => one.code === '3a')
    expect(target).toEqual({
      code: '3a',
      window: { start: '2024-01-01', deadline: '2024-12-31' },
      rule: { kind: 'GAP_REDUCTION', amount: 0.2, comparator: null, benchmark: { area: { id: 'DK' }, indicator: null }, baseline: { period: '2023-08', lag: null } }
    })
  })

  it.each([
    ['kommune(code: "9999") { id }', 'kommune'], ['area(id: "x") { id }', 'area'], ['indicator(id: "x") { id }', 'indicator'], ['nationalGoal(id: "1900-1") { id }', 'nationalGoal'],
    ['plan(id: "x") { id }', 'plan'], ['planDocument(id: "x") { version }', 'planDocument'], ['goal(id: "x.1") { id }', 'goal'], ['target(id: "x.1") { id }', 'target']
  ])('answers %s with null and not_found, and the rest of the query', async (field, name) => {
    const answer = await ask(test, `{ ${field} nationalGoals(year: 2024) { id } }`)
    expect(answer.status).toBe(200)
    expect(codesOf(answer)).toEqual(['not_found'])
    expect(answer.errors?.[0]?.path).toEqual([name])
    expect(answer.data[name]).toBeNull()
    expect(answer.data.nationalGoals).toHaveLength(5)
  })

  it.each([
    ['kommuner(memberOf: "x") { id }', '?memberOf', 'unknown_area'], ['plans(filter: { kommune: "9999" }) { id }', '?kommune', 'unknown_kommune'],
    ['targets(filter: { plan: "x" }) { edges { cursor } }', '?plan', 'unknown_plan'], ['targets(filter: { goal: "x" }) { edges { cursor } }', '?goal', 'unknown_goal'],
    ['targets(filter: { indicator: "x" }) { edges { cursor } }', '?indicator', 'unknown_indicator'], ['targets(filter: { nationalGoal: "1900-1" }) { edges { cursor } }', '?nationalGoal', 'unknown_national_goal'],
    ['measurements(filter: { area: "x" }) { edges { cursor } }', '?area', 'unknown_area'],
    ['plan(id: "frederikssund-2024") { targets(nationalGoal: "1900-1") { id } }', '?nationalGoal', 'unknown_national_goal'],
    ['plan(id: "frederikssund-2024") { goals(nationalGoalNumber: 99) { id } }', '?nationalGoalNumber', 'unknown_national_goal']
  ])('refuses %s by name, never with an empty list', async (field, pointer, code) => {
    const answer = await ask(test, `{ ${field} }`)
    expect(codesOf(answer)).toEqual(['invalid_request'])
    expect(answer.errors?.[0]?.extensions.errors).toEqual([expect.objectContaining({ pointer, code })])
  })

  it.each([
    ['{ plans(filter: { on: "2024-02-30" }) { id } }', undefined], ['{ plans(filter: { kind: PLAN }) { id } }', undefined], ['{ nix }', undefined], ['{ plans {', undefined], ['{ plan { id } }', undefined],
    ['query ($on: Date) { plans(filter: { on: $on }) { id } }', { on: '2024-02-30' }], ['query ($at: DateTime) { measurements(filter: { knownAt: $at }) { pageInfo { endCursor } } }', { at: '2024-01-01' }],
    ['query ($id: ID!) { plan(id: $id) { id } }', {}], ['query ($id: ID!) { plan(id: $id) { id } }', undefined], ['query ($year: Int) { nationalGoals(year: $year) { id } }', { year: 1.5 }]
  ])('refuses %s with %j as invalid_request, each time', async (query, variables) => {
    // The second time mercurius compiles the query, and coerces with other code.
    for (let time = 1; time <= 3; time++) {
      const answer = await ask(test, query, variables)
      expect(codesOf(answer)).toEqual(['invalid_request'])
      expect(answer.data).toBeUndefined()
      expect(answer.errors?.[0]?.message).not.toBe('')
    }
  })

  it('shows drafts only to those who may read them', async () => {
    const { document } = await test.services.plans.document(SEED_ACTOR, 'holbaek-2023')
    await test.services.plans.putDocument(SEED_ACTOR, 'holbaek-draft', { ...document, id: 'holbaek-draft', status: 'draft' })
    const query = '{ kommune(code: "0316") { plans { id } } draft: target(id: "holbaek-draft.1a") { id } }'
    const open = await ask(test, query)
    expect(open.data.kommune.plans).toEqual([{ id: 'holbaek-2023' }])
    expect(codesOf(open)).toEqual(['not_found'])
    const { kommune } = (await ask(test, query, undefined, asAdmin)).data
    expect(kommune.plans).toEqual([{ id: 'holbaek-2023' }, { id: 'holbaek-draft' }])
  })
})
