import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'

/** The cases that the spec comes with, here posted and asked through REST; they lie beside the repository and not in it. */
const source = new URL('../../../shared/acceptance/status-vectors.json', import.meta.url)

type Input = {
  rule: object,
  window: object,
  indicator: string,
  area: string,
  indicators: Record<string, object>,
  observations: { indicator: string }[],
  asOf: string
  paceLimits?: object,
  deliverables?: { code: string, on: string }[],
  assessments?: object[]
}
type Vector = { name: string, input: Input, expected: Record<string, unknown> }

const vectors: Vector[] = existsSync(source) ? JSON.parse(readFileSync(source, 'utf8')) : []

/** Each case has indicators and a plan of its own. */
const indicatorOf = (at: number, name: string): string => `v${at}-${name.toLowerCase().replaceAll('_', '-')}`
const planOf = (at: number): string => `v${at}`

/** The same rule, wherever it names an indicator naming the case's own. */
function renamed (value: unknown, at: number): unknown {
  if (Array.isArray(value)) return value.map(one => renamed(one, at))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'indicator' ? indicatorOf(at, String(one)) : renamed(one, at)]))
}

const documentOf = ({ input, name }: Vector, at: number) => ({
  id: planOf(at),
  kommune: input.area,
  title: name,
  kind: 'annual_plan',
  status: 'adopted',
  period: { from: '2000-01-01', to: '2030-12-31' },
  ...input.paceLimits && { paceLimits: input.paceLimits },
  goals: [{ code: '1', kind: 'local', title: name, targets: [{ code: '1a', title: name, indicator: indicatorOf(at, input.indicator), window: input.window, rule: renamed(input.rule, at) }] }]
})

/** Numbers agree within 0.0001, also inside of a projection. */
function expectSame (got: unknown, want: unknown, name: string): void {
  if (typeof want === 'number') expect(Math.abs(Number(got) - want), `${name}: ${got} is not ${want}`).toBeLessThanOrEqual(0.0001 + 1e-9)
  else if (typeof want === 'object' && want !== null) {
    for (const [key, value] of Object.entries(want)) expectSame((got as Record<string, unknown> | null)?.[key], value, `${name}.${key}`)
  } else expect(got, name).toBe(want)
}

describe.skipIf(vectors.length === 0)('acceptance vectors through REST', () => {
  let subject: TestApp
  const send = async (method: 'PUT' | 'POST', url: string, payload: object, statuses: number[]): Promise<void> => {
    const response = await subject.app.inject({ method, url, payload, headers: asAdmin })
    expect(statuses, `${method} ${url}: ${response.body.slice(0, 1000)}`).toContain(response.statusCode)
  }

  beforeAll(async () => {
    subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
    for (const [at, { input }] of vectors.entries()) {
      for (const [name, meaning] of Object.entries(input.indicators)) {
        await send('PUT', `/v1/indicators/${indicatorOf(at, name)}`, { name: { da: name, en: name }, unit: 'percent', ...meaning }, [201])
      }
    }
    for (const [at, vector] of vectors.entries()) await send('PUT', `/v1/plans/${planOf(at)}/document`, documentOf(vector, at), [201])
    const measurements = vectors.flatMap(({ input }, at) => input.observations.map(one => ({ ...one, indicator: indicatorOf(at, one.indicator) })))
    await send('POST', '/v1/measurements', { measurements }, [200])
    for (const [at, { input }] of vectors.entries()) {
      for (const { code, on } of input.deliverables ?? []) await send('POST', `/v1/targets/${planOf(at)}.1a/deliverables/${code}`, { doneOn: on }, [201])
      for (const judgement of input.assessments ?? []) await send('POST', `/v1/targets/${planOf(at)}.1a/assessments`, judgement, [201])
    }
  })
  afterAll(() => subject.close())

  test.each(vectors.map((vector, at) => [vector.name, at, vector] as const))('%s', async (_, at, { input, expected }) => {
    const response = await subject.app.inject(`/v1/targets/${planOf(at)}.1a/status?asOf=${input.asOf}`)
    expect(response.statusCode).toBe(200)
    const body = response.json<{ current: { measure: number, period: string } | null } & Record<string, unknown>>()
    const got: Record<string, unknown> = { ...body, measure: body.current?.measure ?? null, period: body.current?.period ?? null }
    for (const [name, want] of Object.entries({ reason: null, provisional: null, late: false, ...expected })) expectSame(got[name], want, name)
  })
})
