import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import type { ToldEvent } from '../../src/services/changes.ts'
import { createServices, type Services } from '../../src/services/index.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
let place: string
beforeEach(async () => {
  t = await openServices({ now: '2024-06-01T10:00:00.000Z' })
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  place = 'evt-0'
})
afterEach(() => t.database.close())

/** Turns until nothing is left to do. */
async function settle ({ dispatcher }: Services = t.services): Promise<void> {
  while (await dispatcher.run((error, target) => { throw new Error(`${target} is in trouble`, { cause: error }) }));
}
/** What was announced since it was last asked for. */
async function announced (): Promise<ToldEvent[]> {
  await settle()
  const { items, nextCursor } = await t.services.changes.list({ after: place, limit: 500 })
  place = nextCursor
  return items.filter(item => item.type === 'target.status_changed')
}
/** As {@link announced}, each as one line: target, before, after and because of what. */
const lines = async (): Promise<string[]> => (await announced()).map(({ data }) => {
  const { target, before, after, because } = data as unknown as { target: string, before: { status: string } | null, after: { status: string }, because: { type: string } }
  return `${target} ${before?.status ?? '-'} > ${after.status} (${because.type})`
})
const record = (value: number, period = '2024-05', indicator = 'ledighed', area = '0250') =>
  t.services.measurements.record(ADMIN, { measurements: [{ indicator, area, period, value }] })
const create = (change: Record<string, unknown> = {}, target: Record<string, unknown> = {}) => t.services.plans.putDocument(ADMIN, 'p', planBody(change, target))
const put = (change: Record<string, unknown> = {}, target: Record<string, unknown> = {}) =>
  t.services.plans.putDocument(ADMIN, 'p', planBody(change, target), { expectedVersion: 'any', reason: 'Rettet' })
/** The targets of one goal, `t0` and on, each satisfied below a line of its own. */
const many = (count: number) => ({
  goals: [{ code: '1', kind: 'local', title: 'Et mål', targets: Array.from({ length: count }, (_, at) => ({ ...planBody().goals[0]!.targets[0], code: `t${at}`, rule: { kind: 'threshold', comparator: 'lte', value: 3 } })) }]
})

describe('a status is announced', () => {
  test('when figures move it: once, with before, after, why and because of what', async () => {
    await create()
    expect(await lines()).toEqual(['p.1a - > no_data (plan.adopted)'])
    await record(2.5)
    const [event, ...others] = await announced()
    expect(others).toEqual([])
    const [cause] = (await t.services.changes.list({ type: ['measurements.recorded'] })).items
    expect(event).toEqual({
      id: expect.any(String),
      type: 'target.status_changed',
      timestamp: t.clock.now,
      data: {
        target: 'p.1a',
        plan: 'p',
        kommune: '0250',
        before: { status: 'no_data', asOf: '2024-06-01' },
        after: {
          status: 'on_track', final: false, reason: null, provisional: null, current: { period: '2024-05', value: 2.5, benchmark: null, measure: 2.5 }, goalLine: { comparator: 'lte', value: 3 }, asOf: '2024-06-01'
        },
        why: (await t.services.status.ofTarget(ANONYMOUS, 'p.1a', {})).explanation,
        because: { type: 'measurements.recorded', seq: Number(cause!.id.slice(4)) },
        subject: 'p.1a'
      }
    })
    await record(2.4)
    await record(2.6, '2024-05', 'ledighed', '0316')
    expect(await lines()).toEqual([])
  })

  test('when the calendar moves it, at Danish midnight and not before', async () => {
    await create()
    await record(2.5)
    expect(await lines()).toEqual(['p.1a - > on_track (measurements.recorded)'])
    t.clock.now = '2024-12-30T22:59:59.999Z'
    expect(await lines()).toEqual([])
    t.clock.now = '2024-12-30T23:00:00.000Z'
    expect(await lines()).toEqual(['p.1a on_track > awaiting_data (calendar)'])
    expect(await lines()).toEqual([])
  })

  test('when figures are withdrawn, undone and put back', async () => {
    await create()
    await record(2.5)
    await lines()
    const [measurement] = (await t.services.measurements.list({})).items
    await t.services.measurements.withdraw(ADMIN, measurement!.id)
    expect(await lines()).toEqual(['p.1a on_track > no_data (measurements.recorded)'])
    const withdrawal = (await t.services.changes.list({ type: ['measurements.recorded'] })).items.at(-1)
    await t.services.imports.undo(ADMIN, withdrawal!.data.subject)
    expect(await lines()).toEqual(['p.1a no_data > on_track (measurements.recorded)'])
  })

  test('when a plan, an indicator or a record changes it', async () => {
    await create()
    await record(2.5)
    await lines()
    await put({}, { rule: { kind: 'threshold', comparator: 'lte', value: 2 } })
    expect(await lines()).toEqual([expect.stringMatching(/^p\.1a on_track > \w+ \(plan\.changed\)$/)])
    await put({}, { rule: { kind: 'change', comparator: 'lte', amount: -1, baseline: { period: '2024-04' } } })
    await record(4, '2024-04')
    await lines()
    await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody({ breaks: ['2024-05-01'] }))
    expect(await lines()).toEqual([expect.stringMatching(/^p\.1a \w+ > no_data \(indicator\.changed\)$/)])
    await put({}, { rule: { kind: 'assessment' }, indicator: null })
    await lines()
    await t.services.followUps.recordAssessment(ADMIN, 'p.1a', { on: '2024-05-30', status: 'off_track' })
    expect(await lines()).toEqual([expect.stringMatching(/^p\.1a \w+ > off_track \(follow_up\.recorded\)$/)])
  })

  test('when a figure that it is calculated from moves it, or how it is calculated', async () => {
    for (const part of ['del-a', 'del-b']) await t.services.indicators.put(ADMIN, part, indicatorBody({ segments: [] }))
    const total = (of: string[]) => t.services.indicators.put(ADMIN, 'alt', indicatorBody({ segments: [], calculation: { kind: 'sum', of: of.map(indicator => ({ indicator })) } }))
    await t.services.indicators.put(ADMIN, 'del-c', indicatorBody({ segments: [] }))
    await total(['del-a', 'del-b'])
    for (const part of ['del-b', 'del-c']) await record(2, '2024-05', part)
    await create({}, { indicator: 'alt' })
    expect(await lines()).toEqual(['p.1a - > no_data (plan.adopted)'])
    await record(0.5, '2024-05', 'del-a')
    expect(await lines()).toEqual(['p.1a no_data > on_track (measurements.recorded)'])
    await total(['del-b', 'del-c'])
    expect(await lines()).toEqual([expect.stringMatching(/^p\.1a on_track > (off_track|at_risk) \(indicator\.changed\)$/)])
    for (const part of ['del-b', 'del-c']) await record(3, '2024-04', part)
    await put({}, { indicator: 'alt', rule: { kind: 'change', comparator: 'lte', amount: -1, baseline: { period: '2024-04' } } })
    expect(await lines()).toEqual([expect.stringMatching(/^p\.1a \w+ > on_track \(plan\.changed\)$/)])
    await t.services.indicators.put(ADMIN, 'del-b', indicatorBody({ segments: [], breaks: ['2024-05-01'] }))
    expect(await lines()).toEqual(['p.1a on_track > no_data (indicator.changed)'])
  })

  test('of adopted and closed plans; of drafts, withdrawn plans and targets that are gone it is not', async () => {
    await create({ status: 'draft' })
    expect(await lines()).toEqual([])
    await put()
    expect(await lines()).toEqual(['p.1a - > no_data (plan.adopted)'])
    await put({ status: 'closed' })
    await record(2.5)
    expect(await lines()).toEqual(['p.1a no_data > on_track (measurements.recorded)'])
    await put({ status: 'closed' }, { code: '1b' })
    expect(await lines()).toEqual([expect.stringMatching(/^p\.1b - > \w+ \(plan\.changed\)$/)])
    await put({ status: 'withdrawn' }, { code: '1b' })
    await record(9)
    t.clock.now = '2024-06-02T10:00:00.000Z'
    expect(await lines()).toEqual([])
  })

  test('where the plans are older than the events', async () => {
    await create()
    await t.database.atomically(() => ['events', 'event_counter'].map(table => ({ sql: `delete from ${table}`, params: [] })))
    expect(await lines()).toEqual(['p.1a - > no_data (calendar)'])
  })
})

describe('the dispatcher', () => {
  test('costs one statement where nothing is new, and as many for fifty targets as for two', async () => {
    const cost = async (step: () => Promise<unknown>): Promise<number> => {
      const before = t.database.countStatements()
      await step()
      return t.database.countStatements() - before
    }
    const costs: number[] = []
    for (const count of [2, 50]) {
      await (count === 2 ? create(many(count)) : put(many(count)))
      await settle()
      expect(await cost(() => settle())).toBe(1)
      await record(count)
      costs.push(await cost(() => settle()))
    }
    expect(costs[1]).toBe(costs[0])
    expect(costs[0]).toBeLessThanOrEqual(30)
  })

  test('takes fifty targets a turn, and an end at any moment loses and repeats nothing', async () => {
    await create(many(170))
    const expected = Array.from({ length: 170 }, (_, at) => `p.t${at}`).toSorted()
    for (const day of ['2024-06-01', '2025-02-01']) {
      t.clock.now = `${day}T10:00:00.000Z`
      for (const [writes, isWritten] of [[0, false], [0, true], [1, false], [0, true], [1, false], [1, true]] as const) await dieAt(writes, isWritten)
      expect((await announced()).map(item => item.data.subject).toSorted(), day).toEqual(expected)
    }
  })

  /** A dispatcher of its own that ends at a write, after so many, before or after the write is done. */
  async function dieAt (writes: number, isWritten: boolean): Promise<void> {
    let left = writes
    const append: typeof t.stores.announcements.append = async (...args) => {
      if (left > 0 || isWritten) await t.stores.announcements.append(...args)
      if (left-- === 0) throw new Error('killed')
    }
    const { dispatcher } = createServices({ ...t.stores, announcements: { ...t.stores.announcements, append } }, () => new Date(t.clock.now))
    await expect((async () => { while (await dispatcher.run()); })()).rejects.toThrow('killed')
  }

  test('leaves out a target that cannot be judged, tells of it, and goes on with the rest', async () => {
    await create(many(5))
    await t.database.atomically(() => [{ sql: "update targets set record = replace(record, 'threshold', 'nonsense') where id = 'p.t2'", params: [] }])
    const troubled: string[] = []
    while (await t.services.dispatcher.run((error, target) => {
      expect(error).toBeInstanceOf(Error)
      troubled.push(target)
    }));
    expect(new Set(troubled)).toEqual(new Set(['p.t2']))
    expect((await t.stores.announcements.latest()).map(one => one.target)).toEqual(['p.t0', 'p.t1', 'p.t3', 'p.t4'])
    await t.database.atomically(() => [{ sql: "update targets set record = replace(record, 'nonsense', 'threshold') where id = 'p.t2'", params: [] }])
    t.clock.now = '2024-06-02T10:00:00.000Z'
    await settle()
    expect(await t.stores.announcements.latest(['p.t2'])).toHaveLength(1)
  })

  test('that finds the database away says so, and begins where it was', async () => {
    await create()
    await t.services.dispatcher.run()
    const before = await t.stores.announcements.progress()
    const series = async (): Promise<never> => { throw new AppError('unavailable', 'The database is away.') }
    const poor = createServices({ ...t.stores, measurements: { ...t.stores.measurements, series } }, () => new Date(t.clock.now))
    await expect(poor.dispatcher.run()).rejects.toMatchObject({ code: 'unavailable' })
    expect(await t.stores.announcements.progress()).toEqual(before)
    expect(await lines()).toEqual(['p.1a - > no_data (plan.adopted)'])
  })

  test('comes back from a clock that was wrong, and is not confused by one that is a little behind', async () => {
    await create()
    await record(2.5)
    await lines()
    t.clock.now = '2030-01-01T10:00:00.000Z'
    expect(await lines()).toHaveLength(1)
    t.clock.now = '2024-06-01T10:00:00.000Z'
    expect(await lines()).toEqual([expect.stringMatching(/^p\.1a \w+ > on_track \(calendar\)$/)])
    t.clock.now = '2024-05-31T21:59:59.000Z'
    await settle()
    expect((await t.stores.announcements.progress()).day).toBe((await t.stores.announcements.progress()).passed)
    expect(await lines()).toEqual([])
  })
})
