import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { dataOf } from './ask.ts'

const COPIES = 12
let writes = 0

/** Every level at once, up and down again. */
const EVERYTHING = `query ($plans: PlanFilter) {
  kommuner { name regions { name } memberships { area { name } } }
  nationalGoals { title goals { code plan { id } } targets { code status { status } } }
  plans(filter: $plans) {
    id
    kommune { name plans { id version } }
    umbrella { id }
    relations { title plan { id } }
    status(asOf: "2024-07-10") { overall goals { goal overall } targets { target status } plan }
    targets(nationalGoalNumber: 1) { id }
    goals(nationalGoalNumber: 1) { id }
    adopting: goals {
      title
      nationalGoals { title }
      status(asOf: "2024-07-10") { overall plan goal targets { status } }
      targets {
        plan { title }
        goal { title plan { id } }
        kommune { name }
        indicator { name { da } }
        rule { kind indicator { id } benchmark { area { name } indicator { id } } rules { kind benchmark { area { id } } } }
        deliverables { doneOn target { id } }
        assessments { status target { id } }
        now: status { status evidence { area indicator } children { indicator status } }
        then: status(asOf: "2024-07-10") { status explanation { da } }
        before: status(asOf: "2023-12-01", knownAt: "2023-12-01T00:00:00Z") { status }
      }
    }
  }
}`

const STATUSES = '{ plans { id targets { id status(asOf: "2024-07-10") { status } } } }'
const NESTED = '{ kommuner { plans { goals { targets { status(asOf: "2024-07-10") { status } } } } } }'

// On PostgreSQL answers come when they come, so that what is gathered must not depend on luck.
describe('the number of SQL statements', () => {
  let test: TestApp
  let few: Record<string, number>

  async function statementsOf (query: string, variables?: object): Promise<number> {
    await dataOf(test, query, variables)
    // After a write of anything but figures all is read anew.
    await test.services.nationalGoals.put(SEED_ACTOR, '2031-1', { title: `Skrevet ${++writes}` })
    const before = test.countReads()
    await dataOf(test, query, variables)
    return test.countReads() - before
  }

  /** Puts the plan again under other ids, for other kommuner. */
  async function copyPlan (id: string, first: number): Promise<void> {
    const { document } = await test.services.plans.document(SEED_ACTOR, id)
    const { items } = await test.services.areas.kommuner({})
    for (let at = 0; at < COPIES; at++) {
      const copy = { ...document, id: `${id}-copy-${at}`, kommune: items[first + at]?.id ?? '' }
      await test.services.plans.putDocument(SEED_ACTOR, copy.id, copy)
    }
  }

  beforeAll(async () => {
    test = await openTestApp({ seed: true, now: '2026-07-01T10:00:00Z' })
    few = { STATUSES: await statementsOf(STATUSES), NESTED: await statementsOf(NESTED), EVERYTHING: await statementsOf(EVERYTHING) }
    await copyPlan('frederikssund-2024', 0)
    await copyPlan('hvidovre-2023', 20)
  })
  afterAll(async () => { await test.close() })

  it('is small', () => {
    // Plans, targets, series, indicators (all of them where one is calculated), deliverables and assessments, whatever is asked.
    expect(few.STATUSES).toBeLessThanOrEqual(8)
    expect(few.NESTED).toBeLessThanOrEqual(9)
  })

  it.each([['STATUSES', STATUSES], ['NESTED', NESTED], ['EVERYTHING', EVERYTHING]])('does not grow with the number of plans (%s)', async (name, query) => {
    const { plans } = await dataOf(test, '{ plans { targets { id } } }')
    expect(plans).toHaveLength(5 + 2 * COPIES)
    expect(await statementsOf(query)).toBe(few[name])
  })

  it('is the same for one plan as for many', async () => {
    const one = await statementsOf(EVERYTHING, { plans: { kommune: '0250', kind: 'ANNUAL_PLAN' } })
    // One statement of it finds the kommune's plans; the same holds of all plans.
    expect(one).toBeLessThanOrEqual(few.EVERYTHING as number)
    const query = 'query ($first: Int) { targets(filter: { kommune: "0167" }, first: $first) { edges { node { status(asOf: "2024-07-10") { status } indicator { id } goal { id } plan { id } } } } }'
    expect(await statementsOf(query, { first: 1 })).toBe(await statementsOf(query, { first: 500 }))
  })

  it('is the same for the status of plans, goals and targets together as for the plans alone, but for the reading of levels', async () => {
    const alone = await statementsOf('{ plans { status(asOf: "2024-07-10") { overall } } }')
    const together = await statementsOf('{ plans { status(asOf: "2024-07-10") { overall } goals { status(asOf: "2024-07-10") { overall } targets { status(asOf: "2024-07-10") { status } } } } }')
    // The targets by goal are the one level that the plans' statuses did not read.
    expect(together).toBe(alone + 1)
  })

  it('does not depend on which of two lists is answered first', async () => {
    const query = '{ a: plans(filter: { kind: STRATEGY }) { targets { id } } b: plans(filter: { kind: ANNUAL_PLAN }) { targets { id } } }'
    const usual = await statementsOf(query)
    const { list } = test.services.plans
    const slow = vi.spyOn(test.services.plans, 'list').mockImplementation(async (actor, filter) => {
      if (filter.kind?.[0] === 'annual_plan') await setTimeout(30)
      return await list(actor, filter)
    })
    expect(await statementsOf(query)).toBe(usual)
    expect(usual).toBe(3)
    slow.mockRestore()
  })

  it('does not grow with what is calculated, and is one more where anything is', async () => {
    const put = (id: string, change: object) => test.services.indicators.put(SEED_ACTOR, id, { name: { da: id, en: id }, unit: 'persons', polarity: 'neutral', frequency: 'month', ...change })
    for (const id of ['ledige', 'styrke']) await put(id, { additive: true })
    await put('andel', { calculation: { kind: 'ratio', numerator: { indicator: 'ledige' }, denominator: { indicator: 'styrke' } } })
    const target = { code: '1a', title: 'Mål', indicator: 'andel', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'RAR-SJ' } } }
    const strategies = '{ plans(filter: { kind: STRATEGY }) { id targets { id status(asOf: "2024-07-10") { status } } } }'
    const goalsOf = (indicator: string) => [{ code: '1', kind: 'local', title: 'Mål', targets: [{ ...target, indicator }, { ...target, indicator, code: '1b', rule: { ...target.rule, benchmark: { area: 'RAR-HOV' } } }] }]
    const putPlan = (id: string) => test.services.plans.putDocument(SEED_ACTOR, id, { id, kommune: '0250', title: id, kind: 'strategy', status: 'adopted', period: { from: '2024-01-01', to: '2024-12-31' }, goals: goalsOf(id) })
    await putPlan('ledige')
    const before = await statementsOf(strategies)
    await putPlan('andel')
    expect(await statementsOf(strategies)).toBe(before + 1)
    await copyPlan('andel', 40)
    expect(await statementsOf(strategies)).toBe(before + 1)
  })
})
