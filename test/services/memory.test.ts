import { beforeEach, expect, test } from 'vitest'
import { createServices } from '../../src/services/index.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
let statements: string[] = []

beforeEach(async () => {
  t = await openServices({ onStatement: sql => { statements.push(sql) } })
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  const goals = [...planBody().goals, {
    code: '2', kind: 'local', title: 'Vurderes', targets: [{ code: '2a', title: 'Vurdering', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'assessment' } }]
  }]
  await t.services.plans.putDocument(ADMIN, 'p', planBody({ goals }))
  await record(2)
})

const record = (value: number, area = '0250') => t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area, period: '2024-03', value }] })
const AS_OF = '2024-06-01'

/** How the targets stand, and which tables were read for it of those that are remembered; it is what one who remembers nothing finds. */
async function read (): Promise<{ found: unknown[], tables: string[] }> {
  statements = []
  const { targets } = await t.services.status.ofPlan(ANONYMOUS, 'p', { asOf: AS_OF })
  const tables = ['measurements', 'plans'].filter(table => statements.some(sql => new RegExp(`\\b${table}\\b`).test(sql)))
  const fresh = await createServices(t.stores, () => new Date(t.clock.now)).status.ofPlan(ANONYMOUS, 'p', { asOf: AS_OF })
  expect(targets).toEqual(fresh.targets)
  return { found: targets.map(({ status, current }) => [status, current?.value]), tables }
}

test('what was read is not read again, whatever is written that it is not made of', async () => {
  expect((await read()).tables).toEqual(['measurements', 'plans'])
  expect((await read()).tables).toEqual([])
  await t.services.comments.record(ADMIN, 'p.1a', { on: '2024-05-01', text: 'Går godt', author: 'Chefen' })
  await t.services.keys.create(ADMIN, { name: 'Nøgle', scopes: ['drafts:read'] })
  await record(5, '0316')
  expect((await read()).tables).toEqual([])
  expect((await read()).found).toEqual([['on_track', 2], ['no_data', undefined]])
})

test('what people record of a target is read each time', async () => {
  await read()
  await t.services.followUps.recordAssessment(ADMIN, 'p.2a', { on: '2024-05-01', status: 'at_risk', note: 'Trægt' })
  expect(await read()).toEqual({ found: [['on_track', 2], ['at_risk', undefined]], tables: [] })
})

test('figures that were written are read again, and those alone', async () => {
  await read()
  await record(4)
  expect(await read()).toEqual({ found: [['at_risk', 4], ['no_data', undefined]], tables: ['measurements'] })
})

test('a plan or an indicator that was changed is read again, and no figures', async () => {
  await read()
  await t.services.plans.putDocument(ADMIN, 'p', planBody({}, { rule: { kind: 'threshold', comparator: 'lte', value: 1 } }), { expectedVersion: 'any', reason: 'Skærpet' })
  expect(await read()).toEqual({ found: [['at_risk', 2]], tables: ['plans'] })
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody({ breaks: ['2024-02-01'] }))
  expect((await read()).tables).toEqual(['plans'])
})

test('after more writes than it would pay to look through, all is read again', async () => {
  await read()
  for (let value = 0; value < 25; value++) await record(value / 10)
  expect(await read()).toEqual({ found: [['on_track', 2.4], ['no_data', undefined]], tables: ['measurements', 'plans'] })
})

test('a target is one object however it is asked for, and another once it is changed', async () => {
  const asked = async () => [
    (await t.services.plans.atVersion(ANONYMOUS, 'p')).targets[0],
    await t.services.plans.target(ANONYMOUS, 'p.1a'),
    (await t.services.plans.findTargets(ANONYMOUS, { plans: ['p'] }))[0],
    (await t.services.plans.findTargets(ANONYMOUS, { goals: ['p.1'] }))[0]
  ]
  const before = await asked()
  expect(new Set(before).size).toBe(1)
  expect(before[0]?.id).toBe('p.1a')
  await t.services.plans.putDocument(ADMIN, 'p', planBody({}, { rule: { kind: 'threshold', comparator: 'lte', value: 1 } }), { expectedVersion: 'any', reason: 'Skærpet' })
  const after = await asked()
  expect(new Set(after).size).toBe(1)
  expect(after[0]?.rule).toMatchObject({ value: 1 })
  expect((await t.services.plans.atVersion(ANONYMOUS, 'p', 1)).targets[0]?.rule).toEqual(before[0]?.rule)
})
