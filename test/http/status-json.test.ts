import { beforeAll, expect, test } from 'vitest'
import { statusWriter } from '../../src/http/answers/status-json.ts'
import type { TargetStatus } from '../../src/services/status.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
beforeAll(async () => { t = await openServices({ seed: true }) })

/** Each status as it is written twice over, the second time from memory. */
function expectSame<List extends string> (list: List, answer: Record<List, readonly TargetStatus[]>): void {
  const write = statusWriter(list)
  for (const written of [write(answer), write(answer)]) expect(written.toString()).toBe(JSON.stringify(answer))
}

test('writes what JSON.stringify writes: the country with its subjects and groups, plans, goals, and lists of none', async () => {
  const { statuses, status, plans } = t.services
  for (const asOf of ['2018-06-30', '2021-09-01', '2024-07-10']) {
    const country = await statuses.list(ANONYMOUS, { asOf, limit: 2_000, groupBy: ['kommune', 'status'] })
    expect(country.items.length).toBeGreaterThan(40)
    expectSame('items', country)
    for (const { id } of await plans.find(ANONYMOUS, {})) expectSame('targets', await status.ofPlan(ANONYMOUS, id, { asOf }))
  }
  const [goal] = await plans.findGoals(ANONYMOUS, {})
  expectSame('targets', await status.ofGoal(ANONYMOUS, goal!.id, { asOf: '2024-07-10' }))
  expectSame('items', await statuses.list(ANONYMOUS, { asOf: '2024-07-10', limit: 0 }))
})

test('writes what a new figure made another, and what stayed as it was', async () => {
  const { indicators, measurements, plans, status } = t.services
  await indicators.put(ADMIN, 'ledighed', indicatorBody())
  const [goal] = planBody().goals
  await plans.putDocument(ADMIN, 'p', planBody({ goals: [{ ...goal, targets: [...goal!.targets, { code: '1b', title: 'En dag', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'assessment' } }] }] }))
  const before = await status.ofPlan(ANONYMOUS, 'p', { asOf: '2024-06-01' })
  expectSame('targets', before)
  await measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-03', value: 2 }] })
  const after = await status.ofPlan(ANONYMOUS, 'p', { asOf: '2024-06-01' })
  expect(after.targets.map(({ current }) => current?.value)).toEqual([2, undefined])
  expectSame('targets', after)
})
