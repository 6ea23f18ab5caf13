import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith } from '../support/rest.ts'
import { ask, codesOf, dataOf } from './ask.ts'

const INDICATOR = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'

describe('filters and lists', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp({ seed: true, now: '2024-07-10T10:00:00Z' })
    await test.services.measurements.record(SEED_ACTOR, { measurements: [{ indicator: INDICATOR, area: '0250', period: '2024-06', value: 3.9, flag: 'provisional' }] }, { reason: 'Juni' })
  })
  afterAll(async () => { await test.close() })
  const rest = async (url: string, headers = {}) => (await test.app.inject({ url: `/v1/${url}`, headers })).json()

  it('take a list or a single value, as REST takes commas', async () => {
    const { one, two, targets, measurements, regions, words } = await dataOf(test, `query ($kommune: [ID!]) {
      one: plans(filter: { kommune: "0250", status: ADOPTED }) { id } two: plans(filter: { kommune: $kommune, nationalGoal: ["2023-5", "2024-1"], q: "plan" }) { id }
      targets(filter: { kommune: $kommune, ruleKind: [GAP_REDUCTION, MILESTONE], on: "2024-06-30" }, first: 500) { edges { node { id } } }
      measurements(filter: { indicator: "${INDICATOR}", area: ["0250", "DK"], flag: PROVISIONAL }) { edges { node { period value } } }
      regions: areas(kind: [REGION, COUNTRY]) { id } words: indicators(q: "sygedagpenge", polarity: [LOWER_IS_BETTER]) { id }
    }`, { kommune: ['0250', '316'] })
    const ids = (body: { items: { id: string }[] }): { id: string }[] => body.items.map(({ id }) => ({ id }))
    expect(one).toEqual([{ id: 'frederikssund-2024' }])
    expect(two).toEqual(ids(await rest('plans?kommune=0250,0316&nationalGoal=2023-5,2024-1&q=plan')))
    expect(targets.edges.map(({ node }: { node: object }) => node)).toEqual(ids(await rest('targets?kommune=0250,0316&ruleKind=gap_reduction,milestone&on=2024-06-30&limit=500')))
    expect(measurements.edges).toEqual([{ node: { period: '2024-06', value: 3.9 } }])
    expect(regions).toEqual(ids(await rest('areas?kind=region,country')))
    expect(words).toEqual(ids(await rest('indicators?q=sygedagpenge&polarity=lower_is_better')))
  })

  it('the cursors are those of REST, for the same question', async () => {
    const page = 'query ($after: String, $kommune: [ID!]) { targets(filter: { kommune: $kommune }, first: 2, after: $after) { pageInfo { endCursor } edges { node { id } } } }'
    const { nextCursor } = await rest('targets?kommune=0250,0316&limit=2')
    const { targets } = await dataOf(test, page, { kommune: ['0316', '0250'] })
    expect(targets.pageInfo.endCursor).toBe(nextCursor)
    const { errors } = await ask(test, page, { kommune: ['0250'], after: nextCursor })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '?after', code: 'invalid_cursor' }] })
  })

  it('imports and what is awaited are the same as in REST, with the same rights', async () => {
    const query = '{ imports(filter: { kind: JSON }, first: 1) { edges { cursor node { id kind actor recordedAt fileName reason received created revised unchanged rejected hash undoes } } pageInfo { hasNextPage } } }'
    const { imports } = await dataOf(test, query, {}, asAdmin)
    const shown = await rest('imports?kind=json&limit=1', asAdmin)
    expect(imports.edges.map(({ node }: { node: { kind: string } }) => ({ ...node, kind: node.kind.toLowerCase() }))).toEqual(shown.items)
    const one = '{ import(id: "imp-x") { id } }'
    expect([codesOf(await ask(test, query)), codesOf(await ask(test, one)), codesOf(await ask(test, one, {}, asAdmin))]).toEqual([['unauthenticated'], ['unauthenticated'], ['not_found']])
    expect((await dataOf(test, query, {}, await keyWith(test, ['measurements:write'], ['0250']))).imports.edges).toEqual([])
    const { freshness } = await dataOf(test, '{ freshness(kommune: "0250", asOf: "2024-12-01") { indicator { id } area { id name } segment latestPeriod awaited { period expectedOn overdueDays } lastRecordedAt lastActor targets } }')
    const { items } = await rest('freshness?kommune=0250&asOf=2024-12-01')
    expect(freshness.map(({ indicator, area, ...rest }: { indicator: { id: string }, area: { id: string } }) => ({ indicator: indicator.id, area: area.id, ...rest }))).toEqual(items)
    expect(items.length).toBeGreaterThan(1)
  })

  it('of what stands on a target, of keys, webhooks, mappings and events', async () => {
    const { keys, webhooks, mappings, changes, old, target } = await dataOf(test, `{ keys(active: true, scope: [ADMIN]) { scopes } webhooks(state: [ACTIVE], kommune: "0250") { id } mappings(table: "y25i01") { id }
      changes(type: [MEASUREMENTS_RECORDED], kommune: ["0250"], first: 500) { items { type } } old: changes(types: [MEASUREMENTS_RECORDED], kommune: "0250", first: 500) { items { type } }
      target(id: "frederikssund-2024.1a") { comments(from: "2024-01-01", to: "2024-12-31") { id } assessments(status: [ON_TRACK]) { on } deliverables(done: true) { code } } }`, {}, asAdmin)
    expect([keys, webhooks, mappings, target]).toEqual([[{ scopes: ['ADMIN'] }], [], [{ id: 'jobindsats-y25i01' }], { comments: [], assessments: [], deliverables: [] }])
    expect([changes.items.length > 0, changes]).toEqual([true, old])
  })

  it.each([
    ['plans(filter: { kommune: [] }) { id }', '?kommune'], ['plans(filter: { kommune: ["0250", "9999"] }) { id }', '?kommune'], ['indicators(q: "  ") { id }', '?q'], [`indicators(q: "${'x'.repeat(201)}") { id }`, '?q'],
    [`plans(filter: { kommune: [${Array.from({ length: 201 }, (_, n) => `"${n}"`).join()}] }) { id }`, '?kommune'], ['plans(filter: { from: "2024-01-01", to: "2023-01-01" }) { id }', '?to'], ['nationalGoals(year: [1850]) { id }', '?year'],
    ['measurements(filter: { import: "imp-x" }) { edges { cursor } }', '?import'], ['freshness(plan: "x") { targets }', '?plan'], ['target(id: "frederikssund-2024.1a") { comments(from: "2024-02-01", to: "2024-01-01") { id } }', '?to']
  ])('refuses %s', async (query, pointer) => {
    const { errors } = await ask(test, `{ ${query} }`)
    expect(errors?.[0]?.extensions.errors?.[0]?.pointer).toBe(pointer)
  })

  it.each([
    ['plan(id: "p\\u0000") { id }', '?id'], ['targets(filter: { plan: ["frederikssund-2024", "\\u0000"] }) { edges { cursor } }', '?plan'], ['indicators(q: "\\u0000") { id }', '?q'],
    ['figures(indicator: "x", areas: ["DK", "DK\\u0000"]) { items { value } }', '?areas'], ['plans(filter: null) { id } kommune(code: "\\u0000") { id }', '?code'], ['plan(id: "frederikssund-2024") { targets(nationalGoal: "2023-5\\u0000") { id } }', '?nationalGoal']
  ])('refuses a text that no database holds, the same on each: %s', async (query, pointer) => {
    const { errors } = await ask(test, `{ ${query} }`)
    expect(errors?.[0]?.extensions).toEqual({ code: 'invalid_request', errors: [{ pointer, code: 'invalid_value', detail: expect.stringContaining('U+0000') }] })
  })
})
