import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith } from '../support/rest.ts'
import { ask, codesOf, dataOf } from './ask.ts'

const RECORD = `mutation ($rows: [MeasurementInput!]!, $dryRun: Boolean, $atomic: Boolean) {
  recordMeasurements(input: { measurements: $rows }, dryRun: $dryRun, atomic: $atomic) {
    received created revised unchanged rejected skipped dryRun committed errors { row pointer code value detail remedy } notices { row code } affectedTargets targets { id status(asOf: "2024-07-10") { status } }
  }
}`
const PUT = `mutation ($id: ID!, $document: JSON!, $expectedVersion: Int, $reason: String, $dryRun: Boolean) {
  putPlanDocument(id: $id, document: $document, expectedVersion: $expectedVersion, reason: $reason, dryRun: $dryRun) { version created changed dryRun changes { path op before after } plan { id title version } userErrors { path code } }
}`
const indicator = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'
const plan = {
  id: 'greve-2024',
  kommune: '0253',
  title: 'Plan',
  kind: 'annual_plan',
  status: 'adopted',
  period: { from: '2024-01-01', to: '2024-12-31' },
  goals: [{
    code: '1',
    kind: 'local',
    title: 'Mål',
    targets: [
      { code: '1a', title: 'Fald', indicator, window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'threshold', comparator: 'lte', value: 3.5 } },
      { code: '1b', title: 'Færdig', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'milestone', deliverables: [{ code: 'a', title: 'Aftale' }] } },
      { code: '1c', title: 'Godt', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'assessment' } }
    ]
  }]
}
const row = (period: string, value: number) => ({ indicator, area: '253', period, value })

describe('what can be written', () => {
  let test: TestApp
  beforeEach(async () => {
    test = await openTestApp({ now: '2026-07-01T10:00:00Z' })
    await test.services.indicators.put(SEED_ACTOR, indicator, { name: { da: 'Sygedagpenge', en: 'Sickness benefit' }, unit: 'percent', polarity: 'lower_is_better', frequency: 'month' })
    await test.services.plans.putDocument(SEED_ACTOR, plan.id, plan)
  })
  afterEach(async () => { await test.close() })

  it('records measurements and tells at once how the affected targets stand', async () => {
    const { recordMeasurements } = await dataOf(test, RECORD, { rows: [row('2024M05', 3.4), row('2024-06', 3.3)] }, asAdmin)
    expect(recordMeasurements).toEqual({ received: 2, created: 2, revised: 0, unchanged: 0, rejected: 0, skipped: 0, dryRun: false, committed: true, errors: [], notices: [], affectedTargets: ['greve-2024.1a'], targets: [{ id: 'greve-2024.1a', status: { status: 'ON_TRACK' } }] })
    const { measurements } = await dataOf(test, '{ measurements { edges { node { period value flag revision actor indicator area } } } }')
    expect(measurements.edges.map((edge: { node: unknown }) => edge.node)).toEqual(['2024-05', '2024-06'].map((period, at) =>
      ({ period, value: [3.4, 3.3][at], flag: 'FINAL', revision: 1, actor: expect.stringMatching(/^key-/), indicator, area: '0253' })))
    const again = await dataOf(test, RECORD, { rows: [row('2024-05', 3.4), { ...row('2024-06', 3.6), flag: 'PROVISIONAL' }] }, asAdmin)
    expect(again.recordMeasurements).toMatchObject({ created: 0, revised: 1, unchanged: 1, committed: true, targets: [{ status: { status: 'AT_RISK' } }] })
  })

  it('answers a refused batch with its summary, every bad row named, and writes nothing', async () => {
    const rows = [row('2024-05', 3.4), row('2024M13', 1), { ...row('2024-06', 1), area: '9999', segment: 'x' }]
    const answer = await ask(test, RECORD, { rows }, asAdmin)
    expect(answer.errors).toBeUndefined()
    expect(answer.data.recordMeasurements).toMatchObject({ received: 3, created: 1, rejected: 2, committed: false, dryRun: false })
    expect(answer.data.recordMeasurements.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/measurements/1/period', 'invalid_value'], ['/measurements/2/area', 'unknown_area'], ['/measurements/2/segment', 'unknown_segment']])
    expect((await test.services.measurements.list({})).items).toEqual([])
  })

  it('writes the good rows where it is told to, and nothing in a trial', async () => {
    const rows = [row('2024-05', 3.4), row('2024', 1)]
    const trial = await dataOf(test, RECORD, { rows, dryRun: true }, asAdmin)
    expect(trial.recordMeasurements).toMatchObject({ created: 1, rejected: 1, dryRun: true, committed: false })
    expect((await test.services.measurements.list({})).items).toEqual([])
    const good = await dataOf(test, RECORD, { rows, atomic: false }, asAdmin)
    expect(good.recordMeasurements).toMatchObject({ created: 1, rejected: 1, committed: true, errors: [{ row: 1, code: 'frequency_mismatch' }] })
    expect((await test.services.measurements.list({})).items).toHaveLength(1)
  })

  it('takes rows as literals too', async () => {
    const { recordMeasurements } = await dataOf(test, `mutation { recordMeasurements(input: { measurements: [{ indicator: "${indicator}", area: "0253", period: "2024-06", value: null, flag: SUPPRESSED }] }) { committed created } }`, undefined, asAdmin)
    expect(recordMeasurements).toEqual({ committed: true, created: 1 })
  })

  it.each([['no key', 'unauthenticated'], ['a key without the scope', 'forbidden']])('refuses %s', async (which, code) => {
    const headers = which === 'no key' ? {} : await keyWith(test, ['drafts:read'])
    for (const [query, variables] of [
      [RECORD, { rows: [row('2024-05', 1)] }], [PUT, { id: plan.id, document: plan }],
      ['mutation { putIndicator(id: "x", input: { name: { da: "a", en: "b" }, unit: COUNT, polarity: NEUTRAL, frequency: YEAR }) { created } }', {}],
      ['mutation { recordDeliverable(target: "greve-2024.1b", code: "a", input: { doneOn: "2024-02-01" }) { code } }', {}],
      ['mutation { recordAssessment(target: "greve-2024.1c", input: { on: "2024-02-01", status: ON_TRACK }) { on } }', {}]
    ] as const) {
      const answer = await ask(test, query, variables, headers)
      expect(codesOf(answer)).toEqual([code])
      expect(answer.data).toBeNull()
    }
  })

  it('puts a plan document: read, changed, put on top of its version', async () => {
    const { planDocument } = await dataOf(test, '{ planDocument(id: "greve-2024") { version document } }')
    expect(planDocument).toEqual({ version: 1, document: plan })
    const document = { ...planDocument.document, title: 'En anden plan' }
    const refused = { version: null, created: false, changed: false, dryRun: false, changes: [], plan: null }
    const refusal = async (more: object) => (await dataOf(test, PUT, { id: plan.id, document, ...more }, asAdmin)).putPlanDocument
    expect(await refusal({})).toEqual({ ...refused, userErrors: [{ path: ['expectedVersion'], code: 'precondition_required' }] })
    expect(await refusal({ expectedVersion: 7 })).toEqual({ ...refused, userErrors: [{ path: ['expectedVersion'], code: 'version_conflict' }] })
    expect(await refusal({ expectedVersion: 1 })).toEqual({ ...refused, userErrors: [{ path: ['reason'], code: 'reason_required' }] })
    const change = { path: '/title', op: 'REPLACE', before: 'Plan', after: 'En anden plan' }
    const trial = await dataOf(test, PUT, { id: plan.id, document, dryRun: true }, asAdmin)
    expect(trial.putPlanDocument).toEqual({ version: 1, created: false, changed: true, dryRun: true, changes: [change], plan: { id: plan.id, title: 'Plan', version: 1 }, userErrors: [] })
    const put = await dataOf(test, PUT, { id: plan.id, document, expectedVersion: 1, reason: 'Nyt navn' }, asAdmin)
    expect(put.putPlanDocument).toEqual({ version: 2, created: false, changed: true, dryRun: false, changes: [change], plan: { id: plan.id, title: 'En anden plan', version: 2 }, userErrors: [] })
  })

  it('tells where a plan document is wrong', async () => {
    const errorsOf = async (change: object) => (await dataOf(test, PUT, { id: 'ny', document: { ...plan, id: 'ny', ...change } }, asAdmin)).putPlanDocument.userErrors
    expect(await errorsOf({ kind: 'x', goals: null })).toEqual([{ path: ['document', 'kind'], code: 'invalid_value' }, { path: ['document', 'goals'], code: 'invalid_type' }])
    expect(await errorsOf({ kommune: '9999' })).toEqual([{ path: ['document', 'kommune'], code: 'unknown_kommune' }])
    expect(await errorsOf({ id: 'gammel' })).toEqual([{ path: ['id'], code: 'id_mismatch' }])
  })

  it('puts an indicator', async () => {
    const query = 'mutation ($id: ID!, $input: IndicatorInput!) { putIndicator(id: $id, input: $input) { userErrors { path code } created indicator { id name { da en } unit polarity frequency publicationLagDays breaks decimals segments { code name { da } } } } }'
    const input = { name: { da: 'Klager', en: 'Complaints' }, unit: 'COUNT', polarity: 'LOWER_IS_BETTER', frequency: 'QUARTER', publicationLagDays: null, breaks: ['2024-01-01'], segments: [{ code: 'a', name: { da: 'A', en: 'A' } }] }
    const { putIndicator } = await dataOf(test, query, { id: 'klager', input }, asAdmin)
    expect(putIndicator).toEqual({ userErrors: [], created: true, indicator: { id: 'klager', name: input.name, unit: 'COUNT', polarity: 'LOWER_IS_BETTER', frequency: 'QUARTER', publicationLagDays: 0, breaks: ['2024-01-01'], decimals: 0, segments: [{ code: 'a', name: { da: 'A' } }] } })
    expect((await dataOf(test, query, { id: 'klager', input }, asAdmin)).putIndicator.created).toBe(false)
    expect((await dataOf(test, query, { id: 'Klager!', input }, asAdmin)).putIndicator).toEqual({ userErrors: [{ path: ['id'], code: 'invalid_format' }], created: false, indicator: null })
  })

  it('records deliverables and assessments, and what follows in the request sees them', async () => {
    const query = `mutation {
      first: recordDeliverable(target: "greve-2024.1b", code: "a", input: { doneOn: null }) { doneOn target { status(asOf: "2024-07-10") { status } deliverables { doneOn } } }
      second: recordDeliverable(target: "greve-2024.1b", code: "a", input: { doneOn: "2024-02-01", evidence: "Dagsorden" }) { code doneOn evidence target { status(asOf: "2024-07-10") { status } deliverables { doneOn } } }
      judged: recordAssessment(target: "greve-2024.1c", input: { on: "2024-05-01", status: OFF_TRACK, note: "Sent" }) { on status note target { status(asOf: "2024-07-10") { status } assessments { status } } }
    }`
    // Three times: as it is, compiled, and from the compiled.
    for (const time of [1, 2, 3]) {
      const { first, second, judged } = await dataOf(test, query, undefined, asAdmin)
      expect(first).toEqual({ doneOn: null, target: { status: { status: 'ON_TRACK' }, deliverables: [{ doneOn: null }] } })
      expect(second, `time ${time}`).toEqual({ code: 'a', doneOn: '2024-02-01', evidence: 'Dagsorden', target: { status: { status: 'ACHIEVED' }, deliverables: [{ doneOn: '2024-02-01' }] } })
      expect(judged).toEqual({ on: '2024-05-01', status: 'OFF_TRACK', note: 'Sent', target: { status: { status: 'OFF_TRACK' }, assessments: [{ status: 'OFF_TRACK' }] } })
    }
    expect(codesOf(await ask(test, 'mutation { recordDeliverable(target: "greve-2024.1b", code: "x", input: { doneOn: null }) { code } }', undefined, asAdmin))).toEqual(['not_found'])
    const early = await dataOf(test, 'mutation { recordDeliverable(target: "greve-2024.1b", code: "a", input: { doneOn: "2099-01-01" }) { deliverable { code } userErrors { path code } } }', undefined, asAdmin)
    expect(early.recordDeliverable).toEqual({ deliverable: null, userErrors: [{ path: ['input', 'doneOn'], code: 'in_the_future' }] })
  })
})
