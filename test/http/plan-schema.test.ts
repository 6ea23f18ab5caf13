import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSeed } from '../../db/seed/index.ts'
import { planSchema } from '../../src/http/plan-schema.ts'
import { planDocument } from '../../src/services/plan-document.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { planBody } from '../support/services.ts'

const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true })
formats.default(ajv)
const fits = ajv.compile(planSchema())
const problems = (document: unknown): string => fits(document) ? '' : ajv.errorsText(fits.errors)
const plans = readSeed().plans as unknown as Record<string, unknown>[]

describe('the JSON Schema of plan documents', () => {
  let subject: TestApp
  beforeAll(async () => { subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' }) })
  afterAll(() => subject.close())

  test('is at /schemas/plan.json, for all', async () => {
    const answer = await subject.app.inject('/schemas/plan.json')
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/schema+json; charset=utf-8'])
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(planSchema())))
    expect(answer.json()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: '/schemas/plan.json', title: expect.any(String), description: expect.any(String), type: 'object', additionalProperties: false })
    expect((await subject.app.inject({ method: 'PUT', url: '/schemas/plan.json' })).statusCode).toBe(405)
  })

  test('a document may name it, and does not keep it', async () => {
    await subject.app.inject({ method: 'PUT', url: '/v1/indicators/ledighed', headers: asAdmin, payload: { id: 'ledighed', name: { da: 'Ledighed', en: 'Unemployment' }, unit: 'percent', polarity: 'lower_is_better', frequency: 'month' } })
    const named = { $schema: 'https://maal.example.dk/schemas/plan.json', ...planBody(), id: 'navngivet' }
    expect(problems(named)).toBe('')
    const put = await subject.app.inject({ method: 'PUT', url: '/v1/plans/navngivet/document', headers: asAdmin, payload: named })
    expect(put.statusCode, put.body).toBe(201)
    const { $schema: _, ...kept } = named
    expect((await subject.app.inject({ url: '/v1/plans/navngivet/document' })).json()).toEqual(kept)
    const wrong = await subject.app.inject({ method: 'PUT', url: '/v1/plans/navngivet/document', headers: asAdmin, payload: { ...named, $schema: 7 } })
    expect(wrong.json()).toMatchObject({ status: 400, errors: [{ pointer: '/$schema' }] })
    expect(problems({ ...named, $schema: 7 })).not.toBe('')
  })
})

test.each(plans.map(plan => [String(plan.id), plan]))('%s fits', (_, plan) => {
  expect(problems(plan)).toBe('')
})

/** Where a description is not needed: days, fixed values and what is described elsewhere. */
const SAID = ['description', '$ref', 'const', 'enum', 'format']

test('every field of a document says what it is', () => {
  const unsaid: string[] = []
  const walk = (schema: unknown, place: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const [key, value] of Object.entries(schema)) {
      const fields = Object.entries(key === 'properties' ? value as Record<string, object> : {})
      for (const [name, field] of fields) if (!SAID.some(word => word in field)) unsaid.push(`${place}/${name}`)
      // A condition speaks of fields, and declares none.
      if (key !== 'if') walk(value, `${place}/${key}`)
    }
  }
  walk(planSchema(), '')
  expect(unsaid).toEqual([])
})

const target = (change: object) => ({ ...planBody(), goals: [{ code: '1', kind: 'local', title: 'x', targets: [{ code: '1a', title: 'x', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'monitor' }, ...change }] }] })
const rule = (one: object) => target({ rule: one })

test.each<[string, unknown]>([
  ['nothing', null], ['a list', []], ['no goals', { ...planBody(), goals: undefined }], ['an unknown field', { ...planBody(), farve: 1 }], ['an id with capitals', { ...planBody(), id: 'Plan' }], ['a kommune as a number', { ...planBody(), kommune: 250 }],
  ['a blank title', { ...planBody(), title: ' \n' }], ['a title too long', { ...planBody(), title: 'x'.repeat(501) }], ['a day that there is not', { ...planBody(), period: { from: '2024-02-30', to: '2024-12-31' } }], ['an unknown status', { ...planBody(), status: 'ny' }],
  ['a code with a space', target({ code: '1 a' })], ['an unknown kind of rule', rule({ kind: 'magic' })], ['a field of another kind', rule({ kind: 'monitor', value: 1 })], ['a rule without its figure', rule({ kind: 'threshold', comparator: 'gte' })],
  ['a figure too large', rule({ kind: 'threshold', comparator: 'gte', value: 1e16 })], ['a figure closer to zero than is kept', rule({ kind: 'threshold', comparator: 'gte', value: 1e-13 })], ['smoothing of a sum', rule({ kind: 'threshold', comparator: 'gte', value: 1, smoothing: 3, aggregate: 'sum' })],
  ['a benchmark of nothing', rule({ kind: 'benchmark_level', comparator: 'gte', benchmark: {} })], ['a baseline of two forms', rule({ kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2023', lag: 'P1Y' } })], ['a period that is none', rule({ kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2023-13' } })],
  ['a lag of a threshold', rule({ kind: 'threshold', comparator: 'gte', value: 1, baseline: { lag: 'P1Y' } })], ['a duration of hours', rule({ kind: 'assessment', reviewEvery: 'PT1H' })], ['one rule combined', rule({ kind: 'all_of', rules: [{ kind: 'monitor' }] })], ['no deliverables', rule({ kind: 'milestone', deliverables: [] })]
])('refuses %s, as the service does', (_, document) => {
  const sent: unknown = JSON.parse(JSON.stringify(document))
  expect(planDocument.safeParse(sent).success).toBe(false)
  expect(problems(sent)).not.toBe('')
})

test.each(['2024', '2024Y01', '2024-H1', '2024H2', '2024-Q2', '2024K1', '2024QMAT02', '2024-08', '2024M08', '2024-W35', '2024U05', '2024-08-31', '2023-01-01/2023-12-31', '1899', '2024-Q5', '2024-W54', '2024-8', '24', '2024-01-01/', '2024-00'])('the period %s is one to both or to neither', period => {
  const document = rule({ kind: 'change', comparator: 'gte', amount: 1, baseline: { period } })
  expect(problems(document) === '').toBe(planDocument.safeParse(document).success)
})

/** What lies between two fields is beyond a schema. */
const BETWEEN = /^(the start lies after|the first day lies after|the limit of at_risk|is not a period)/

test('judges the form as the service does, whatever is changed in a plan', () => {
  const value = fc.oneof(fc.constantFrom<unknown>(null, '', ' ', 'x', 0, -1, 1.5, true, [], {}, '2024-01-01', '2024-02-30', 'P1Y', 'DK', 'gte', 'threshold', 'sum', 400, 401, 1e16, 'Å', '1.10', [{}]), fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  const way = fc.constantFrom('replace', 'remove', 'add')
  let refused = 0
  fc.assert(fc.property(fc.nat(plans.length - 1), fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }), way, value, (at, steps, how, one) => {
    const plan = structuredClone(plans[at])
    let place: Record<string, unknown> = plan as Record<string, unknown>
    let name = ''
    for (const step of steps) {
      const names = Object.keys(place)
      name = names[step % names.length] ?? '0'
      const inner = place[name]
      if (typeof inner !== 'object' || inner === null) break
      if (step !== steps.at(-1)) place = inner as Record<string, unknown>
    }
    if (how === 'remove' && !Array.isArray(place)) Reflect.deleteProperty(place, name)
    else if (how === 'add' && !Array.isArray(place)) place.nyt = one
    else place[name] = one
    const checked = planDocument.safeParse(plan)
    if (!checked.success && checked.error.issues.every(issue => BETWEEN.test(issue.message))) return
    refused += checked.success ? 0 : 1
    expect(problems(plan) === '', `${how} ${name} ${JSON.stringify(one)}: ${problems(plan)} / ${checked.error?.message}`).toBe(checked.success)
  }), { numRuns: 1500 })
  expect(refused).toBeGreaterThan(300)
})
