import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, codesOf, dataOf } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { pointersOf, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
const DELIVERABLES = [{ code: 'a', title: 'Aftale' }, { code: 'b', title: 'Møde' }]
const TARGET = '/v1/targets/p.1a'
const own = (code: string, rule: object, indicator: string | null = null) => ({ code, title: code, indicator, window: { start: '2024-01-01', deadline: '2024-12-31' }, rule })

beforeAll(async () => {
  subject = await openTestApp({ now: '2024-07-10T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  const targets = [own('1a', { kind: 'all_of', rules: [{ kind: 'milestone', deliverables: DELIVERABLES }, { kind: 'assessment' }] }), own('1b', { kind: 'threshold', comparator: 'lte', value: 3 }, 'ledighed')]
  await rest.put('/v1/plans/p/document', planBody({ goals: [{ code: '1', kind: 'local', title: 'Et mål', targets }] }))
  for (const on of ['2024-02-01', '2024-03-01', '2024-04-01']) {
    await rest.post(`${TARGET}/assessments`, { on, status: 'on_track' })
    await rest.post(`${TARGET}/comments`, { on, text: 'Der er ansat to.', author: 'Chefen' })
  }
  await rest.post(`${TARGET}/deliverables/a`, { doneOn: '2024-03-01' })
  await rest.post(`${TARGET}/deliverables/b`, { doneOn: null })
  await rest.post('/v1/measurements', { measurements: ['0250', '0253', '0259'].map(area => ({ indicator: 'ledighed', area, period: '2024-06', value: 3.5 })) })
})
afterAll(() => subject.close())

const days = async (path: string): Promise<string[]> => (await rest.get(path)).body.items.map((one: { on: string }) => one.on)

describe.each(['assessments', 'comments'])('the days of %s', list => {
  test.each([
    ['', ['2024-02-01', '2024-03-01', '2024-04-01']], ['?from=2024-03-01', ['2024-03-01', '2024-04-01']], ['?to=2024-03-01', ['2024-02-01', '2024-03-01']], ['?from=2024-02-02&to=2024-03-31', ['2024-03-01']], ['?from=2024-03-01&to=2024-03-01', ['2024-03-01']]
  ])('%s', async (query, expected) => {
    expect((await days(`${TARGET}/${list}${query}`)).sort()).toEqual(expected)
    const given = [...new URLSearchParams(query)].map(([name, day]) => `${name}: "${day}"`).join(', ')
    const { target } = await dataOf(subject, `{ target(id: "p.1a") { ${list}${given && `(${given})`} { on } } }`)
    expect((target as Record<string, { on: string }[]>)[list]?.map(one => one.on).sort()).toEqual(expected)
  })
  test('that run backwards are refused, in the same words by both', async () => {
    const refused = await rest.get(`${TARGET}/${list}?from=2024-03-02&to=2024-03-01`)
    expect([refused.status, pointersOf(refused), refused.body.detail]).toEqual([400, ['?to'], expect.stringContaining('lies before from, 2024-03-02')])
    const asked = await ask(subject, `{ target(id: "p.1a") { ${list}(from: "2024-03-02", to: "2024-03-01") { on } } }`)
    expect([codesOf(asked), asked.errors?.[0]?.message]).toEqual([['invalid_request'], expect.stringContaining('lies before from, 2024-03-02')])
  })
})

test.each([[true, ['a']], [false, ['b']]])('deliverables that are done: %s', async (done, codes) => {
  expect((await rest.get(`${TARGET}/deliverables?done=${done}`)).body.items.map((one: { code: string }) => one.code)).toEqual(codes)
  expect((await dataOf(subject, `{ target(id: "p.1a") { deliverables(done: ${done}) { code } } }`)).target).toEqual({ deliverables: codes.map(code => ({ code })) })
})

describe('imports', () => {
  const count = async (query: string): Promise<number> => (await rest.get(`/v1/imports?${query}`)).body.items.length
  test('from an instant and to one', async () => {
    expect([await count(''), await count('from=2024-07-10T10:00:00Z'), await count('to=2024-07-10T10:00:00Z'), await count('to=2024-07-10T09:59:59Z'), await count('from=2024-07-10T10:00:01Z')]).toEqual([1, 1, 1, 0, 0])
  })
  test('not backwards', async () => {
    const refused = await rest.get('/v1/imports?from=2024-07-11T00:00:00Z&to=2024-07-10T00:00:00Z')
    expect([refused.status, pointersOf(refused)]).toEqual([400, ['?to']])
  })
})

describe('comparison', () => {
  test('of equals is by name, in pages of one too', async () => {
    const all = (await rest.get('/v1/compare?indicator=ledighed&areas=0259,0250,0253')).body.items.map((one: { area: string }) => one.area)
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await rest.get(`/v1/compare?indicator=ledighed&areas=0259,0250,0253&limit=1${cursor && `&cursor=${cursor}`}`)
      paged.push(...body.items.map((one: { area: string }) => one.area))
      cursor = body.nextCursor
    }
    expect([all, paged]).toEqual([['0250', '0253', '0259'], ['0250', '0253', '0259']])
  })
  test('takes no cursor of another list, nor one of an area that is not in it', async () => {
    const { body } = await rest.get('/v1/compare?indicator=ledighed&areas=0250,0253,0259&limit=1')
    const [question] = JSON.parse(Buffer.from(body.nextCursor, 'base64url').toString()) as unknown[]
    const cursor = (...place: unknown[]) => Buffer.from(JSON.stringify([question, ...place])).toString('base64url')
    for (const wrong of [cursor('2024-06', '0270'), cursor('august', '0250'), cursor(null, '0250'), cursor('2024-06', null), cursor(), 'x']) {
      const refused = await rest.get(`/v1/compare?indicator=ledighed&areas=0250,0253,0259&limit=1&cursor=${wrong}`)
      expect([refused.status, pointersOf(refused)], wrong).toEqual([400, ['?cursor']])
    }
  })
  test('of no areas is refused', async () => {
    expect(pointersOf(await rest.get('/v1/compare?indicator=ledighed&areas='))).toEqual(['?areas'])
    const asked = await ask(subject, '{ compare(indicator: "ledighed", areas: []) { items { value } } }')
    expect([codesOf(asked), asked.errors?.[0]?.message]).toEqual([['invalid_request'], expect.stringContaining('is an empty list')])
  })
})

describe('what if', () => {
  const problems = async (target: string, body: object) => {
    const refused = await rest.post(`/v1/targets/${target}/what-if`, body)
    return [refused.status, ...refused.body.errors.map(({ pointer, code, detail }: { pointer: string, code: string, detail: string }) => [pointer, code, detail])]
  }
  test('a deliverable is named once, and one that there is', async () => {
    expect(await problems('p.1a', { deliverables: [{ code: 'a', doneOn: '2024-06-01' }, { code: 'c', doneOn: '2024-06-01' }, { code: 'a', doneOn: '2024-06-02' }] })).toEqual([422,
      ['/deliverables/1/code', 'unknown_deliverable', 'there is no deliverable "c" in the target: it has a, b'], ['/deliverables/2/code', 'duplicate_code', 'the deliverable a is named before: name each once']])
    expect(await problems('p.1b', { deliverables: [{ code: 'a', doneOn: '2024-06-01' }] })).toEqual([422, ['/deliverables/0/code', 'unknown_deliverable', expect.stringContaining('its rule has none')]])
  })
  test('a figure of another series says which are read', async () => {
    expect(await problems('p.1b', { measurements: [{ area: '0253', period: '2024-05', value: 3 }] })).toEqual([422, ['/measurements/0', 'series_not_read', expect.stringContaining('it reads ledighed of 0250')]])
    expect(await problems('p.1a', { measurements: [{ indicator: 'ledighed', period: '2024-05', value: 3 }] })).toEqual([422, ['/measurements/0', 'series_not_read', expect.stringContaining('it reads none')]])
    expect(await problems('p.1b', { measurements: [{ period: '2024-13', value: 3 }] })).toEqual([400, ['/measurements/0/period', 'invalid_value', expect.stringContaining('has no month 13')]])
  })
  test('as of what was known then', async () => {
    const { body } = await rest.post('/v1/targets/p.1b/what-if?knownAt=2024-07-01T00:00:00Z', { rule: { value: 4 } })
    expect([body.actual.status, body.whatIf.status]).toEqual(['no_data', 'no_data'])
  })
})

test('targets are asked by the number of a national goal that there is', async () => {
  const asked = await ask(subject, '{ plan(id: "p") { targets(nationalGoalNumber: 99) { id } } }')
  expect([codesOf(asked), asked.errors?.[0]?.message]).toEqual([['invalid_request'], expect.stringContaining('99')])
  expect(pointersOf(await rest.get('/v1/targets?nationalGoalNumber=99'))).toEqual(['?nationalGoalNumber'])
})

describe('a plan is refused', () => {
  const refused = async (target: object) => {
    const { status, body } = await rest.put('/v1/plans/afvist/document', planBody({ id: 'afvist', goals: [{ code: '1', kind: 'local', title: 'Et mål', targets: [{ ...own('1a', {}), ...target }] }] }))
    return [status, ...(body.errors ?? []).map(({ pointer, code }: { pointer: string, code: string }) => `${pointer} ${code}`)]
  }
  const threshold = { kind: 'threshold', comparator: 'lte', value: 3 }
  beforeAll(() => subject.services.indicators.put(ADMIN, 'delt', indicatorBody({ segments: [{ code: 'seniorer', name: { da: 'Seniorer', en: 'Seniors' } }] })))

  test('that combines more than 50 rules in a target, with those that hold the others', async () => {
    const parts = { kind: 'any_of', rules: Array.from({ length: 9 }, () => threshold) }
    expect(await refused({ indicator: 'ledighed', rule: { kind: 'all_of', rules: [parts, parts, parts, parts, parts] } })).toEqual([422, '/goals/0/targets/0/rule rule_too_large'])
  })
  test('that compares with an indicator or a segment that is not there', async () => {
    const against = (indicator: string) => ({ rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { indicator } } })
    expect(await refused({ indicator: 'ledighed', ...against('ukendt') })).toEqual([422, '/goals/0/targets/0/rule/benchmark/indicator unknown_indicator'])
    expect(await refused({ indicator: 'delt', segment: 'seniorer', ...against('ledighed') })).toEqual([422, '/goals/0/targets/0/rule/benchmark/indicator unknown_segment'])
  })
})

test('a literal of GraphQL holds no variables inside, in lists and objects neither', async () => {
  for (const value of ['{ id: $id }', '[{ id: "p", title: $id }]']) {
    const asked = await ask(subject, `mutation ($id: String) { putPlanDocument(document: ${value}) { plan { id } } }`, { id: 'p' }, asAdmin)
    expect(asked.errors?.[0]?.message, value).toMatch(/A variable cannot stand inside this value/)
  }
})

test('of what is used ten are named, and how many more there are', async () => {
  const codes = Array.from({ length: 12 }, (_, at) => `1${'abcdefghijkl'[at]}`)
  const goal = { code: '1', kind: 'local', title: 'Et mål', targets: codes.map(code => own(code, { kind: 'threshold', comparator: 'lte', value: 3 }, 'brugt')) }
  await subject.services.indicators.put(ADMIN, 'brugt', indicatorBody())
  await rest.put('/v1/plans/stor/document', planBody({ id: 'stor', goals: [goal] }))
  const { body: used } = await rest.delete('/v1/indicators/brugt')
  expect(used.errors[0].detail).toMatch(/by the targets stor\.1a, .* and \d+ more: remove those uses first/)
  const { body: full } = await rest.delete('/v1/goals/stor.1?reason=Uden', { 'if-match': '*' })
  expect(full.errors[0]).toMatchObject({ pointer: '?withTargets', code: 'goal_has_targets', detail: expect.stringContaining('has the targets 1a, 1b, 1c, 1d, 1e, 1f, 1g, 1h, 1i, 1j, …: move them first') })
})

test.each([
  ['application/json', 'application/json'], ['text/csv', 'text/csv'], ['application/x-ndjson', 'application/x-ndjson'], ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['*/*', 'text/csv']
])('an export is of the type that Accept asks for: %s', async (accept, type) => {
  const { status, headers } = await rest.get('/v1/exports/measurements?indicator=ledighed', { accept })
  expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, type])
})
