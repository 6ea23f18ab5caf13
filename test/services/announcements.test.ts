import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { createStores } from '../../db/stores/index.ts'
import { createServices, type Services } from '../../src/services/index.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

const folder = mkdtempSync(join(tmpdir(), 'maal-announcements-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const DAY_MS = 86_400_000
const START = '2024-06-01T10:00:00.000Z'

async function settle ({ dispatcher }: Services): Promise<void> {
  while (await dispatcher.run((error, target) => { throw new Error(`${target} is in trouble`, { cause: error }) }));
}
const pass = (t: TestServices, days: number): void => { t.clock.now = new Date(Date.parse(t.clock.now) + days * DAY_MS).toISOString() }
const another = ({ stores, clock }: TestServices): Services => createServices(stores, () => new Date(clock.now))
const record = (t: TestServices, value: number, period = '2024-05', indicator = 'ledighed') =>
  t.services.measurements.record(ADMIN, { measurements: [{ indicator, area: '0250', period, value }] })

/** A plan whose targets are moved by figures, by a calculated figure, by a judgement and by the calendar. */
const plan = (line: number, count = 1, status = 'adopted') => {
  const [model] = planBody().goals[0]!.targets
  const rule = { kind: 'threshold', comparator: 'lte', value: line }
  const targets = [
    { ...model, code: 'calculated', indicator: 'dobbelt', rule },
    { ...model, code: 'judged', indicator: null, rule: { kind: 'assessment', reviewEvery: 'P1M' } },
    { ...model, code: 'short', rule, window: { start: '2024-03-01', deadline: '2024-07-31' } },
    ...Array.from({ length: count }, (_, at) => ({ ...model, code: `t${at}`, rule }))
  ]
  return planBody({ status, goals: [{ code: '1', kind: 'local', title: 'Et mål', targets }] })
}
const put = (t: TestServices, document: ReturnType<typeof plan>) => t.services.plans.putDocument(ADMIN, 'p', document, { expectedVersion: 'any', reason: 'Rettet' })

/** The services with that plan adopted. */
async function prepare ({ count = 1, databaseUrl }: { count?: number, databaseUrl?: string } = {}): Promise<TestServices> {
  const t = await openServices({ now: START, ...databaseUrl !== undefined && { databaseUrl } })
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody({ segments: [] }))
  await t.services.indicators.put(ADMIN, 'andet', indicatorBody({ segments: [] }))
  await t.services.indicators.put(ADMIN, 'dobbelt', indicatorBody({ segments: [], calculation: { kind: 'sum', of: [{ indicator: 'ledighed' }, { indicator: 'andet' }] } }))
  await t.services.plans.putDocument(ADMIN, 'p', plan(3, count))
  return t
}

/** Fails unless each target's announcements are a chain without repetitions that ends in the status that is computed. */
async function check (t: TestServices, isTold: boolean): Promise<number> {
  const chains = new Map<string, string[]>()
  for (let after = 'evt-0', hasMore = true; hasMore;) {
    const page = await t.services.changes.list({ after, limit: 500, type: ['target.status_changed'] })
    ;({ nextCursor: after, hasMore } = page)
    for (const { data } of page.items) {
      const { target, before, after: { status } } = data as unknown as { target: string, before: { status: string } | null, after: { status: string } }
      const chain = chains.get(target) ?? []
      expect([before?.status, target]).toEqual([chain.at(-1), target])
      expect(status, target).not.toBe(chain.at(-1))
      chains.set(target, [...chain, status])
    }
  }
  const latest = new Map((await t.stores.announcements.latest()).map(one => [one.target, one]))
  expect([...latest].map(([target, { number, status }]) => [target, number, status]).toSorted()).toEqual([...chains].map(([target, chain]) => [target, chain.length, chain.at(-1)]).toSorted())
  if (isTold) for (const one of (await t.services.status.ofPlan(ANONYMOUS, 'p', {})).targets) expect([one.target, latest.get(one.target)?.status]).toEqual([one.target, one.status])
  return chains.size
}

type Step = { kind: 'figure', indicator: string, month: number, value: number } | { kind: 'withdraw' | 'undo' | 'turn' | 'restart' } | { kind: 'days', days: number } |
  { kind: 'plan', line: number, count: number, status: string } | { kind: 'break', month: number } | { kind: 'judge', status: string }

const month = (number: number): string => `2024-${String(number).padStart(2, '0')}`
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('figure' as const), indicator: fc.constantFrom('ledighed', 'andet'), month: fc.integer({ min: 1, max: 12 }), value: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 5, arbitrary: fc.constantFrom<Step>({ kind: 'withdraw' }, { kind: 'undo' }, { kind: 'restart' }) },
  { weight: 5, arbitrary: fc.constant<Step>({ kind: 'turn' }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('plan' as const), line: fc.integer({ min: 1, max: 5 }), count: fc.integer({ min: 0, max: 55 }), status: fc.constantFrom('adopted', 'adopted', 'closed', 'draft', 'withdrawn') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('break' as const), month: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('judge' as const), status: fc.constantFrom('on_track', 'at_risk', 'off_track') }) }
)

/** Takes a step. What the rules of the house refuse (an undo under a later change, a closed plan adopted again) is no step. */
async function take (t: TestServices, one: Step, dispatcher: { current: Services }): Promise<void> {
  switch (one.kind) {
    case 'figure': await record(t, one.value, month(one.month), one.indicator); return
    case 'days': pass(t, one.days); return
    case 'turn': await dispatcher.current.dispatcher.run(); return
    case 'restart': dispatcher.current = another(t); return
    case 'plan': await put(t, plan(one.line, one.count, one.status)).catch((error: { problems?: { code: string }[] }) => { if (error.problems?.[0]?.code !== 'transition_not_allowed') throw error }); return
    case 'break': await t.services.indicators.put(ADMIN, 'andet', indicatorBody({ segments: [], breaks: [`${month(one.month)}-01`] })); return
    case 'judge': await t.services.followUps.recordAssessment(ADMIN, 'p.judged', { on: t.clock.now.slice(0, 10), status: one.status }); return
    case 'withdraw': {
      const last = (await t.services.measurements.list({ limit: 500 })).items.at(-1)
      if (last !== undefined) await t.services.measurements.withdraw(ADMIN, last.id)
      return
    }
    case 'undo': {
      const [last] = (await t.services.imports.list(ADMIN, {})).items
      if (last !== undefined) await t.services.imports.undo(ADMIN, last.id).catch((error: { code?: string }) => { if (error.code !== 'conflict') throw error })
    }
  }
}

test('after any sequence of writes, days, turns and restarts the last announced status of each target is the one that is computed', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async steps => {
    const t = await prepare()
    const dispatcher = { current: t.services }
    for (const one of steps) await take(t, one, dispatcher)
    await settle(dispatcher.current)
    const { status } = await t.services.plans.get({ ...ADMIN, scopes: ['drafts:read'] }, 'p')
    await check(t, status === 'adopted' || status === 'closed')
    await t.database.close()
  }), { numRuns: 40 })
}, 60_000)

describe('several dispatchers', () => {
  const { url } = inject('postgres')
  const engines = [['a SQLite file', async () => `file:${join(folder, 'several.sqlite')}`], ['PostgreSQL', url === null ? null : () => createPostgresDatabase(url)]] as const

  test.each(engines.filter(([, make]) => make !== null))('at once on %s, while others write, announce each change once and in order', async (_, make) => {
    const databaseUrl = await make!()
    const t = await prepare({ count: 60, databaseUrl })
    const other = await openDatabase(databaseUrl)
    const instances = [another(t), another(t), createServices(createStores(other), () => new Date(t.clock.now))]
    const writing = { isOver: false }
    const running = instances.map(async services => {
      while (await services.dispatcher.run() || !writing.isOver) await new Promise(resolve => { setImmediate(resolve) })
    })
    for (let number = 0; number < 30; number++) {
      await record(t, number % 2 === 0 ? 2 : 9)
      if (number % 7 === 0) pass(t, 1)
      await new Promise(resolve => { setTimeout(resolve, number % 3 * 5) })
    }
    writing.isOver = true
    await Promise.all(running)
    await settle(t.services)
    expect(await check(t, true)).toBe(63)
    await other.close()
    await t.database.close()
  })

  test.each([['all of its work', 1], ['a part of its work', 60]])('one that judged by old figures is overtaken by one that did %s with newer ones and had nothing to tell: it announces nothing', async (_, count) => {
    const t = await prepare({ count })
    await record(t, 2)
    await settle(t.services)
    const before = await t.stores.announcements.latest()
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    const series: typeof t.stores.measurements.series = async (...args) => {
      const found = await t.stores.measurements.series(...args)
      await gate
      return found
    }
    const slow = createServices({ ...t.stores, measurements: { ...t.stores.measurements, series } }, () => new Date(t.clock.now))
    const { import: wrong } = await record(t, 9)
    const turn = slow.dispatcher.run()
    await new Promise(resolve => { setTimeout(resolve, 20) })
    await t.services.imports.undo(ADMIN, wrong!)
    // More than fifty targets take two turns.
    await t.services.dispatcher.run()
    open()
    expect(await turn).toBe(false)
    await settle(t.services)
    await settle(slow)
    t.clock.now = new Date(Date.parse(t.clock.now) + 2_000).toISOString()
    await settle(slow)
    expect(await t.stores.announcements.latest()).toEqual(before)
    await check(t, true)
    await t.database.close()
  })
})

test('a change of the reason alone is not announced; it is kept with the next change of the status', async () => {
  const t = await prepare()
  await settle(t.services)
  const kept = async () => (await t.stores.announcements.latest(['p.short']))[0]
  expect(await kept()).toMatchObject({ number: 1, status: 'no_data', record: { reason: 'no_measurement' } })
  await record(t, 2, '2024-02')
  await settle(t.services)
  expect((await t.services.status.ofTarget(ANONYMOUS, 'p.short', {})).reason).toBe('no_measurement_in_window')
  expect(await kept()).toMatchObject({ number: 1, record: { reason: 'no_measurement' } })
  await record(t, 2, '2024-05')
  await settle(t.services)
  expect(await kept()).toMatchObject({ number: 2, status: 'on_track', asOf: '2024-06-01', record: { final: false, reason: null, provisional: null } })
  await t.database.close()
})
