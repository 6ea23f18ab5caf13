import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { ask, codesOf, dataOf } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

const EVALUATION = 'status final met current { period value benchmark measure } expected pace progress distance evidence { indicator area period value revision source } explanation { da en }'
const WHAT_IF = `target hypothetical asOf knownAt assumed { measurements { indicator area segment period value flag } rule { kind comparator value } window { start deadline } deliverables { code doneOn } assessment { on status } }
  actual { ${EVALUATION} } whatIf { ${EVALUATION} } difference { status measure distance pace progress }`
const CHILD = `kind state reason goalLine { comparator value } current { period value benchmark measure } periodsLeft nextPeriod lastPeriod remaining perPeriod soFar needed { in comparator value } assumption { benchmark period }
  due { code title by overdue } forecast { forecast method period measure low high level met prospect figures from to } noForecast explanation { da en }`
const PACE = `target asOf knownAt ${CHILD} children { indicator segment ${CHILD} children { state } }`

const small = (value: unknown): unknown => typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value) && value !== 'DK' ? value.toLowerCase() : value
/** An answer of GraphQL with its enums in the words of REST. */
const asRest = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (_, part: unknown) => small(part))
/** Of an answer of REST what a GraphQL answer asked for. */
const like = (asked: unknown, told: unknown): unknown => {
  if (Array.isArray(asked) && Array.isArray(told)) return told.map((one, at) => like(asked[at], one))
  if (typeof asked !== 'object' || asked === null || typeof told !== 'object' || told === null) return told ?? null
  return Object.fromEntries(Object.keys(asked).map(name => [name, like((asked as Record<string, unknown>)[name], (told as Record<string, unknown>)[name])]))
}

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
const target = (code: string, rule: object, change: object = {}) => ({ code, title: code, indicator: 'ledighed', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule, ...change })
const MILESTONE = { kind: 'milestone', deliverables: [{ code: 'a', title: 'Aftale', due: '2024-03-31' }, { code: 'b', title: 'Møde' }] }
const TARGETS = [
  target('1a', { kind: 'threshold', comparator: 'lte', value: 3, baseline: { period: '2023-12' } }),
  target('1b', { kind: 'gap_reduction', amount: 0.2, baseline: { period: '2023-12' }, benchmark: { area: 'RAR-BOR' } }, { indicator: 'andel' }),
  target('1c', MILESTONE, { indicator: null }),
  target('1d', { kind: 'assessment' }, { indicator: null }),
  target('1e', { kind: 'all_of', rules: [{ kind: 'threshold', indicator: 'ledighed', comparator: 'lte', value: 3 }, MILESTONE, { kind: 'monitor', indicator: 'ledige' }] }, { indicator: null }),
  target('1f', { kind: 'threshold', comparator: 'lte', aggregate: 'sum', value: 700 }, { indicator: 'ledige' })
]
const figures = [['ledighed', '0250', '2023-12', 4], ['ledighed', '0250', '2024-05', 3.8], ['ledighed', '0250', '2024-06', 3.7], ...[['0250', 50, 1000], ['0400', 20, 500]].flatMap(([area, persons, force]) =>
  ['2023-12', '2024-06'].flatMap(period => [['ledige', area, period, persons], ['styrke', area, period, force]]))] as [string, string, string, number][]

beforeAll(async () => {
  subject = await openTestApp({ now: '2024-07-10T10:00:00.000Z' })
  rest = await restClient(subject)
  const { services } = subject
  for (const id of ['ledige', 'styrke']) await services.indicators.put(SEED_ACTOR, id, indicatorBody({ unit: 'persons', additive: true }))
  await services.indicators.put(SEED_ACTOR, 'andel', indicatorBody({ calculation: { kind: 'ratio', numerator: { indicator: 'ledige' }, denominator: { indicator: 'styrke' }, factor: 100 } }))
  await services.indicators.put(SEED_ACTOR, 'ledighed', indicatorBody())
  const goals = [{ code: '1', kind: 'local', title: 'Et mål', targets: TARGETS }]
  await services.plans.putDocument(SEED_ACTOR, 'p', planBody({ goals }))
  await services.plans.putDocument(SEED_ACTOR, 'kladde', planBody({ id: 'kladde', status: 'draft' }))
  await services.measurements.record(SEED_ACTOR, { measurements: figures.map(([indicator, area, period, value]) => ({ indicator, area, period, value })) })
})
afterAll(() => subject.close())

const whatIf = async (code: string, body: unknown, query = '') => await rest.post(`/v1/targets/p.${code}/what-if${query}`, body)
const inGraphql = async (code: string, input: string, when = '') => (await dataOf(subject, `{ whatIf(target: "p.${code}", input: ${input}${when}) { ${WHAT_IF} } }`)).whatIf

describe('what if', () => {
  test('a figure were posted: the status it would have, with nothing stored', async () => {
    const before = (await rest.get('/v1/audit', asAdmin)).body
    const { body, status } = await whatIf('1a', { measurements: [{ period: '2024-07', value: 2.9 }] })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      hypothetical: true,
      asOf: '2024-07-31',
      assumed: { measurements: [{ indicator: 'ledighed', area: '0250', segment: null, period: '2024-07', value: 2.9, flag: 'final' }], rule: null, window: null },
      actual: { status: 'at_risk', current: { period: '2024-06', value: 3.7 } },
      whatIf: { status: 'on_track', met: true, current: { period: '2024-07', value: 2.9 } },
      difference: { status: 'better', measure: -0.8, distance: 0.8 }
    })
    expect(body.whatIf.evidence[0]).toMatchObject({ period: '2024-07', value: 2.9, revision: null, source: null, calculation: null })
    expect((await rest.get('/v1/measurements?indicator=ledighed&from=2024-07-01')).body.items).toEqual([])
    expect((await rest.get('/v1/audit', asAdmin)).body).toEqual(before)
  })

  test('a figure that others are made of, and a member of the group that is compared with', async () => {
    const { body } = await whatIf('1b', { measurements: [{ indicator: 'ledige', period: '2024-06', value: 30 }, { indicator: 'ledige', area: '400', period: '2024-06', value: 15 }] }, '?asOf=2024-07-10')
    expect(body.actual.current).toMatchObject({ value: 5, benchmark: 4, measure: 0 })
    expect(body.whatIf).toMatchObject({ status: 'on_track', current: { value: 3, benchmark: 3, measure: 1 } })
    expect(body.assumed.measurements.map((one: { area: string }) => one.area)).toEqual(['0250', '0400'])
  })

  test('the line, the rule or the window were another', async () => {
    expect((await whatIf('1a', { rule: { value: 3.8 } })).body).toMatchObject({ assumed: { rule: { kind: 'threshold', value: 3.8, baseline: { period: '2023-12' } } }, whatIf: { status: 'on_track', goalLine: { value: 3.8 } }, difference: { status: 'better', distance: 0.8 } })
    expect((await whatIf('1a', { window: { deadline: '2024-06-30' } })).body).toMatchObject({ assumed: { window: { start: '2024-01-01', deadline: '2024-06-30' } }, whatIf: { status: 'missed' }, difference: { status: 'worse' } })
    expect((await whatIf('1a', { rule: { kind: 'monitor' } })).body).toMatchObject({ whatIf: { status: 'monitored' }, difference: { status: null } })
  })

  test('deliverables were done, or a judgement were made', async () => {
    expect((await whatIf('1c', { deliverables: [{ code: 'a', doneOn: '2024-03-01' }, { code: 'b', doneOn: '2024-09-01' }] })).body).toMatchObject({ asOf: '2024-09-01', actual: { status: 'at_risk' }, whatIf: { status: 'achieved' }, difference: { status: 'better' } })
    expect((await whatIf('1d', { assessment: { on: '2024-07-01', status: 'off_track' } })).body).toMatchObject({ asOf: '2024-07-10', actual: { status: 'no_data' }, whatIf: { status: 'off_track' }, difference: { status: 'worse' } })
  })

  test('all were as it is: then so is the status', async () => {
    const posted = figures.filter(([indicator]) => indicator === 'ledighed').map(([indicator, area, period, value]) => ({ indicator, area, period, value }))
    await fc.assert(fc.asyncProperty(fc.subarray(posted), fc.constantFrom('2024-03-31', '2024-07-10', '2025-02-01'), async (some, asOf) => {
      const measurements = some.filter(one => `${one.period}-31` <= asOf)
      const { body } = await whatIf('1a', { measurements, rule: {}, window: {} }, `?asOf=${asOf}`)
      const { evidence: _, ...actual } = body.actual
      const { evidence: __, ...would } = body.whatIf
      expect(would).toEqual(actual)
      expect(body.difference.status).toBe('same')
    }), { numRuns: 30 })
  })

  test.each<[string, string, unknown, number, string]>([
    ['a figure of nothing that it reads', '1a', { measurements: [{ area: '0260', period: '2024-07', value: 1 }] }, 422, '/measurements/0'],
    ['an indicator that there is not', '1a', { measurements: [{ indicator: 'x', period: '2024-07', value: 1 }] }, 422, '/measurements/0/indicator'],
    ['an area that there is not', '1a', { measurements: [{ area: '9999', period: '2024-07', value: 1 }] }, 422, '/measurements/0/area'],
    ['a period of another frequency', '1a', { measurements: [{ period: '2024', value: 1 }] }, 422, '/measurements/0/period'],
    ['no period at all', '1a', { measurements: [{ period: 'juli', value: 1 }] }, 400, '/measurements/0/period'],
    ['fewer than no persons', '1f', { measurements: [{ period: '2024-07', value: -1 }] }, 422, '/measurements/0/value'],
    ['no value', '1a', { measurements: [{ period: '2024-07' }] }, 422, '/measurements/0/value'],
    ['two values of one figure', '1a', { measurements: [{ period: '2024-07', value: 1 }, { period: '2024-07', value: 2 }] }, 422, '/measurements/0'],
    ['a segment that there is not', '1a', { measurements: [{ period: '2024-07', value: 1, segment: 'x' }] }, 422, '/measurements/0/segment'],
    ['no indicator where the target has none', '1e', { measurements: [{ period: '2024-07', value: 1 }] }, 422, '/measurements/0/indicator'],
    ['a comparator that there is not', '1a', { rule: { comparator: 'x' } }, 400, '/rule/comparator'],
    ['an indicator of a rule that there is not', '1a', { rule: { indicator: 'x' } }, 422, '/rule/indicator'],
    ['a window that ends before it begins', '1a', { window: { deadline: '2023-01-01' } }, 400, '/window/deadline'],
    ['a deliverable that it has not', '1a', { deliverables: [{ code: 'a', doneOn: null }] }, 422, '/deliverables/0/code'],
    ['a judgement where nobody judges', '1a', { assessment: { on: '2024-07-01', status: 'missed' } }, 422, '/assessment'],
    ['a field that there is not', '1a', { figures: [] }, 400, '/figures'],
    ['a list', '1a', [], 400, ''],
    ['too many figures', '1a', { measurements: Array.from({ length: 1001 }, () => ({ period: '2024-07', value: 1 })) }, 400, '/measurements']
  ])('refuses %s, with its place', async (_, code, body, status, pointer) => {
    const response = await whatIf(code, body)
    expect([response.status, pointersOf(response)[0]]).toEqual([status, pointer])
  })

  test('refuses what would not be seen on the day that is asked for', async () => {
    const response = await whatIf('1c', { deliverables: [{ code: 'a', doneOn: '2024-08-01' }] }, '?asOf=2024-07-10')
    expect([response.status, pointersOf(response)]).toEqual([422, ['/deliverables/0/doneOn']])
    expect(pointersOf(await whatIf('1a', { measurements: [{ period: '2024-06', value: 1 }, { period: '2024-07', value: 1 }] }, '?asOf=2024-07-10'))).toEqual(['/measurements/1/period'])
  })

  test('is answered to whoever may read the target, whatever is sent', async () => {
    for (const path of ['what-if', 'required-pace']) {
      const send = (headers?: Record<string, string>) => path === 'what-if' ? rest.post(`/v1/targets/kladde.1a/${path}`, {}, headers) : rest.get(`/v1/targets/kladde.1a/${path}`, headers)
      expect([(await send()).status, (await send(await keyWith(subject, ['drafts:read']))).status]).toEqual([404, 200])
    }
    await fc.assert(fc.asyncProperty(fc.oneof(fc.json(), fc.record({ measurements: fc.array(fc.record({ period: fc.string(), value: fc.double(), indicator: fc.string() })) }).map(one => JSON.stringify(one)), fc.json().map(rule => `{"rule":${rule}}`)), async json => {
      const response = await rest.post('/v1/targets/p.1a/what-if', json, { 'content-type': 'application/json' })
      expect([200, 400, 422]).toContain(response.status)
    }), { numRuns: 150 })
  })
})

describe('GraphQL tells the same', () => {
  test.each<[string, object, string, string?]>([
    ['1a', { measurements: [{ period: '2024-07', value: 2.9 }] }, '{ measurements: [{ period: "2024-07", value: 2.9, flag: null }] }'],
    ['1a', { measurements: [{ period: '2024-07', flag: 'suppressed' }], window: { deadline: '2025-12-31' } }, '{ measurements: [{ period: "2024-07", flag: SUPPRESSED }], window: { deadline: "2025-12-31" } }'],
    ['1a', { rule: { value: 3.5, baseline: null } }, '{ rule: { value: 3.5, baseline: null } }', '2024-06-30'],
    ['1c', { deliverables: [{ code: 'a', doneOn: '2024-03-01' }, { code: 'b', doneOn: null }] }, '{ deliverables: [{ code: "a", doneOn: "2024-03-01" }, { code: "b" }] }'],
    ['1d', { assessment: { on: '2024-07-01', status: 'off_track' } }, '{ assessment: { on: "2024-07-01", status: OFF_TRACK } }']
  ])('of what if, %s %j', async (code, body, input, asOf) => {
    const told = (await whatIf(code, body, asOf === undefined ? '' : `?asOf=${asOf}`)).body
    const asked = asRest(await inGraphql(code, input, asOf === undefined ? '' : `, asOf: "${asOf}"`))
    expect(asked).toEqual(like(asked, told))
  })

  test('of what is refused', async () => {
    const { errors } = (await whatIf('1a', { measurements: [{ area: '0260', period: '2024-07', value: 1 }] })).body
    const answer = await ask(subject, '{ whatIf(target: "p.1a", input: { measurements: [{ area: "0260", period: "2024-07", value: 1 }] }) { target } }')
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'unprocessable', errors })
    expect(codesOf(await ask(subject, '{ whatIf(target: "kladde.1a", input: {}) { target } }'))).toEqual(['not_found'])
  })

  test('of the required pace of every target, in as many statements as for one', async () => {
    const asked = async (targets: string) => {
      const before = subject.countReads()
      const { plan } = await dataOf(subject, `{ plan(id: "p") { ${targets} { id requiredPace(asOf: "2024-07-10") { ${PACE} } } } }`)
      return { told: plan[targets] as { id: string, requiredPace: unknown }[], statements: subject.countReads() - before }
    }
    const { told, statements } = await asked('targets')
    expect(statements).toBeLessThanOrEqual(8)
    for (const { id, requiredPace } of told) expect(asRest(requiredPace)).toEqual(like(asRest(requiredPace), (await rest.get(`/v1/targets/${id}/required-pace?asOf=2024-07-10`)).body))
    expect(told.map(one => (one.requiredPace as { state: string }).state)).toEqual(['REQUIRED', 'REQUIRED', 'NOT_APPLICABLE', 'NOT_APPLICABLE', 'NOT_APPLICABLE', 'REQUIRED'])
  })
})

test('the required pace refuses what the status refuses', async () => {
  expect(codeOf(await rest.get('/v1/targets/p.9/required-pace'))).toBe('not_found')
  expect(pointersOf(await rest.get('/v1/targets/p.1a/required-pace?asOf=x&y=1'))).toEqual(['?asOf', '?y'])
})

test('what if: a figure that is posted meanwhile is in both statuses or in none, so that the difference is of what is assumed alone', async () => {
  const { measurements } = subject.stores
  const read = measurements.series
  const late = vi.spyOn(measurements, 'series').mockImplementationOnce(async (...asked) => {
    const found = await read(...asked)
    await subject.services.measurements.record(SEED_ACTOR, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-08', value: 9 }] })
    return found
  })
  const { body } = await whatIf('1a', {}, '?asOf=2024-09-30')
  expect(late).toHaveBeenCalled()
  expect(body.whatIf).toEqual(body.actual)
  expect(body.difference).toMatchObject({ status: 'same', measure: 0 })
  late.mockRestore()
})
