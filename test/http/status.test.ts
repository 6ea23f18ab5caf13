import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-01-01T00:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
})
afterAll(() => subject.close())

let count = 0
let indicator: string
beforeEach(async () => {
  indicator = `indikator-${++count}`
  await rest.put(`/v1/indicators/${indicator}`, indicatorBody())
})

/** Puts a plan with one target on the indicator. @returns the path of the target */
async function made (rule: object, change: object = {}): Promise<string> {
  const id = `plan-${count}`
  expect((await rest.put(`/v1/plans/${id}/document`, planBody({ id }, { indicator, rule, ...change }))).body).toMatchObject({ version: 1 })
  return `/v1/targets/${id}.1a`
}

async function posted (...rows: [area: string, period: string, value: number][]): Promise<void> {
  const { status } = await rest.post('/v1/measurements', { measurements: rows.map(([area, period, value]) => ({ indicator, area, period, value })) })
  expect(status).toBe(200)
}

describe('Frederikssund 2024, target 3a (the worked example)', () => {
  const rule = { kind: 'gap_reduction', amount: 0.2, benchmark: { area: 'DK' }, baseline: { period: '2023-08' } }

  test.each([
    ['2023-12-01', [], { status: 'not_started', final: false }],
    ['2024-03-01', [], { status: 'no_data', reason: 'no_measurement_in_window', current: null }],
    ['2024-07-10', ['2024-06', 3.9], { status: 'at_risk', expected: 0.1246, pace: 0.8026, current: { period: '2024-06', value: 3.9, benchmark: 3.4, measure: 0.1 } }],
    ['2024-07-10', ['2024-06', 4.0], { status: 'off_track', pace: 0 }],
    ['2024-07-10', ['2024-06', 3.8], { status: 'on_track', met: true, distance: 0 }],
    ['2025-01-15', ['2024-11', 3.7], { status: 'awaiting_data', provisional: 'achieved' }],
    ['2025-02-15', ['2024-12', 3.8], { status: 'achieved', final: true, current: { period: '2024-12', value: 3.8, benchmark: 3.4, measure: 0.2 } }]
  ] as const)('on %s after %j', async (asOf, [period, value], expected) => {
    const target = await made(rule)
    await posted(['0250', '2023-08', 4], ['DK', '2023-08', 3.4])
    if (period !== undefined && value !== undefined) await posted(['0250', period, value], ['DK', period, 3.4])
    const { status, body } = await rest.get(`${target}/status?asOf=${asOf}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ target: `plan-${count}.1a`, asOf, knownAt: '2026-01-01T00:00:00.000Z', rule, ...expected })
    expect(body.explanation.da).toBeTruthy()
    expect(body.explanation.en).toBeTruthy()
  })

  test('the answer has exactly the fields of the contract, rule and window', async () => {
    const { body } = await rest.get(`${await made(rule)}/status?asOf=2024-03-01`)
    expect(Object.keys(body).toSorted()).toEqual([
      'asOf', 'baseline', 'children', 'current', 'distance', 'evidence', 'expected', 'explanation', 'final', 'goalLine', 'knownAt', 'late', 'met', 'pace', 'paceLimits',
      'progress', 'projection', 'provisional', 'reason', 'rule', 'stale', 'status', 'target', 'trend', 'window'
    ])
  })

  test('names each figure that it was computed from', async () => {
    const target = await made(rule)
    await posted(['0250', '2023-08', 4], ['DK', '2023-08', 3.4], ['0250', '2024-06', 3.9], ['DK', '2024-06', 3.4])
    const { body } = await rest.get(`${target}/status?asOf=2024-07-10`)
    expect(body.evidence.map((one: { area: string, period: string, value: number }) => [one.area, one.period, one.value]).toSorted())
      .toEqual([['0250', '2023-08', 4], ['0250', '2024-06', 3.9], ['DK', '2023-08', 3.4], ['DK', '2024-06', 3.4]])
  })
})

describe('Holbæk 2023, recruitment requests (the worked example)', () => {
  const months = (total: number, to: number): [string, string, number][] =>
    Array.from({ length: to }, (_, i) => ['0250', `2023-${String(i + 1).padStart(2, '0')}`, i === 0 ? total - (to - 1) * 50 : 50])

  test.each([
    [340, 6, '2023-07-10', { status: 'on_track', final: false, expected: 347.1233, pace: 0.9795 }],
    [702, 11, '2023-12-05', { status: 'achieved', final: true, met: true }]
  ])('%d in all after %d months', async (total, to, asOf, expected) => {
    await rest.put(`/v1/indicators/${indicator}`, indicatorBody({ unit: 'count', polarity: 'higher_is_better' }))
    const target = await made({ kind: 'threshold', comparator: 'gte', value: 700, aggregate: 'sum' }, { window: { start: '2023-01-01', deadline: '2023-12-31' } })
    await posted(...months(total, to))
    expect((await rest.get(`${target}/status?asOf=${asOf}`)).body).toMatchObject(expected)
  })
})

describe('goals and plans', () => {
  test('roll their targets up', async () => {
    await made({ kind: 'threshold', comparator: 'lte', value: 3 })
    await posted(['0250', '2024-01', 5], ['0250', '2024-02', 5])
    const query = '?asOf=2024-04-01'
    const target = (await rest.get(`/v1/targets/plan-${count}.1a/status${query}`)).body
    const rollup = { overall: target.status, counts: { [target.status]: 1 }, coverage: 1 }
    expect(target.status).toBe('at_risk')
    expect((await rest.get(`/v1/goals/plan-${count}.1/status${query}`)).body)
      .toEqual({ goal: `plan-${count}.1`, plan: `plan-${count}`, asOf: '2024-04-01', knownAt: '2026-01-01T00:00:00.000Z', ...rollup, targets: [target] })
    expect((await rest.get(`/v1/plans/plan-${count}/status${query}`)).body)
      .toEqual({ plan: `plan-${count}`, asOf: '2024-04-01', knownAt: '2026-01-01T00:00:00.000Z', ...rollup, goals: [{ goal: `plan-${count}.1`, ...rollup }], targets: [target] })
  })

  test('with only monitored targets have no overall', async () => {
    await made({ kind: 'monitor' })
    expect((await rest.get(`/v1/plans/plan-${count}/status`)).body).toMatchObject({ overall: null, counts: {}, coverage: null })
  })

  test('a combination shows its parts, and theirs', async () => {
    const part = { kind: 'threshold', comparator: 'lte', value: 3 }
    const target = await made({ kind: 'all_of', rules: [part, { kind: 'any_of', rules: [part, { kind: 'monitor', segment: 'unge' }] }] })
    const { body } = await rest.get(`${target}/status?asOf=2024-04-01`)
    expect(body.children).toHaveLength(2)
    expect(body.children[1]).toMatchObject({ rule: { kind: 'any_of' }, children: [{ status: 'no_data', indicator }, { status: 'monitored', segment: 'unge' }] })
  })
})

describe('knownAt and history', () => {
  test('a revision counts from the moment it was recorded', async () => {
    const target = await made({ kind: 'threshold', comparator: 'lte', value: 3 })
    await posted(['0250', '2024-01', 2])
    subject.clock.now = '2026-01-02T00:00:00.000Z'
    await posted(['0250', '2024-01', 4])
    const valueAt = async (knownAt: string) => (await rest.get(`${target}/status?asOf=2024-04-01&knownAt=${knownAt}`)).body.current?.value
    expect(await valueAt('2025-12-31T23:59:59Z')).toBeUndefined()
    expect(await valueAt('2026-01-01T12:00:00%2B01:00')).toBe(2)
    expect(await valueAt('2026-01-03T00:00:00Z')).toBe(4)
    subject.clock.now = '2026-01-01T00:00:00.000Z'
  })

  test('history is the status at each step', async () => {
    const target = await made({ kind: 'threshold', comparator: 'lte', value: 3 })
    await posted(['0250', '2024-01', 2], ['0250', '2024-02', 5])
    const { body } = await rest.get(`${target}/history?from=2024-01-15&to=2024-03-15&step=P1M`)
    expect(body.items.map((one: { asOf: string, status: string }) => [one.asOf, one.status])).toEqual([['2024-01-15', 'no_data'], ['2024-02-15', 'on_track'], ['2024-03-15', 'at_risk']])
    expect(body.items[1]).toEqual((await rest.get(`${target}/status?asOf=2024-02-15`)).body)
    expect((await rest.get(`${target}/history`)).body.items[0].asOf).toBe('2024-01-01')
  })

  test('history that would go through too many figures is refused, in words that help', async () => {
    await rest.put('/v1/indicators/daglig', indicatorBody({ frequency: 'day' }))
    const day = (i: number): string => new Date(Date.UTC(2015, 0, 1 + i)).toISOString().slice(0, 10)
    await rest.post('/v1/measurements', { measurements: Array.from({ length: 3_000 }, (_, i) => ({ indicator: 'daglig', area: '0250', period: day(i), value: 1 })) })
    const target = await made({ kind: 'threshold', comparator: 'gte', value: 3, aggregate: 'mean', indicator: 'daglig' })
    const { status, body } = await rest.get(`${target}/history?from=2024-01-01&to=2024-12-31&step=P1D`)
    expect([status, body.errors[0].pointer, body.detail]).toEqual([400, '?step', expect.stringContaining('3000 figures on each of 366 days')])
    expect((await rest.get(`${target}/history?from=2024-01-01&to=2024-12-31&step=P1M`)).status).toBe(200)
  })

  test('without asOf it is today in Denmark', async () => {
    const target = await made({ kind: 'monitor' })
    subject.clock.now = '2026-01-01T23:30:00.000Z'
    expect((await rest.get(`${target}/status`)).body.asOf).toBe('2026-01-02')
    subject.clock.now = '2026-01-01T00:00:00.000Z'
  })
})
