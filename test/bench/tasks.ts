import type { Database as Raw } from 'better-sqlite3'
import { setImmediate } from 'node:timers/promises'
import { evaluate, type EvaluationInput } from '../../src/domain/status/evaluate.ts'
import { evaluateNumeric } from '../../src/domain/status/numeric.ts'
import { read } from '../../src/domain/status/reading.ts'
import type { SeriesIndex } from '../../src/domain/status/series.ts'
import { toDay } from '../../src/domain/date.ts'
import { isNumericRule, ownSeries } from '../../src/domain/target.ts'
import { ANONYMOUS, SEED_ACTOR } from '../../src/services/actor.ts'
import { createServices, type Services } from '../../src/services/index.ts'
import type { Stores } from '../../db/stores/index.ts'

// What is measured inside the process under load. Times are milliseconds of its processor, so that what else the machine does counts little.

const ROWS = 10_000
const AS_OF = '2024-09-15'
const now = (): Date => new Date()

/** How long some work took, and the longest that others had to wait meanwhile. */
async function timed (work: () => Promise<unknown>): Promise<{ ms: number, slice: number }> {
  let [slice, last] = [0, performance.now()]
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      await setImmediate()
      slice = Math.max(slice, performance.now() - last)
      last = performance.now()
    }
  })()
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  over.abort()
  await watching
  return { ms: (user + system) / 1000, slice }
}

/** How many of some works a second of the processor does, over and over for half a second of it, once what runs has been compiled. */
function perSecond<T> (works: readonly T[], work: (one: T) => unknown): number {
  const spent = (since: NodeJS.CpuUsage): number => {
    const { user, system } = process.cpuUsage(since)
    return (user + system) / 1e6
  }
  const measure = (seconds: number): number => {
    const began = process.cpuUsage()
    let done = 0
    while (spent(began) < seconds) {
      works.forEach(work)
      done += works.length
    }
    return done / spent(began)
  }
  measure(0.3)
  return measure(0.5)
}

/** Services that tell how long statements and the engine took so far, in milliseconds. */
export type TimedServices = { services: Services, spent: { sql: number, engine: number } }

export function createTasks ({ stores, services, raw, timed: own }: { stores: Stores, services: Services, raw: Raw, timed: TimedServices }) {
  let count = 0

  const change = () => services.measurements.record(SEED_ACTOR, { measurements: [{ indicator: 'synthetic-1', area: '0250', period: '2024-08', value: 3 + ++count % 9 / 10 }] })
  const countryOf = ({ statuses }: Services) => statuses.list(ANONYMOUS, { asOf: AS_OF, limit: 2_000 })

  /** The statuses of the whole country: after a change, with nothing remembered, and what it takes to write them out. */
  async function country () {
    await change()
    let answer: unknown
    const changed = await timed(async () => { answer = await countryOf(services) })
    const fresh = createServices(stores, now)
    const first = await timed(() => countryOf(fresh))
    const written = await timed(async () => JSON.stringify(answer))
    return { changed, first, written }
  }

  /** A batch of 10,000 rows, all new and then all unchanged, and the same rows by plain inserts in one transaction. */
  async function batch () {
    const year = 1900 + count++ % 100
    const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
    const areas = (await services.reference.areas()).all.filter(area => area.kind === 'kommune').map(area => area.id)
    const measurements = Array.from({ length: 12 }, (_, i) => areas.flatMap(area => months.map(period => ({ indicator: `synthetic-${i + 1}`, area, period, value: 3.5 })))).flat().slice(0, ROWS)
    const created = await timed(() => services.measurements.record(SEED_ACTOR, { measurements }))
    const unchanged = await timed(() => services.measurements.record(SEED_ACTOR, { measurements }))
    const insert = raw.prepare('insert or replace into measurements values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    const plain = await timed(async () => raw.transaction(() => {
      for (const { indicator, area, period, value } of measurements) insert.run(indicator, area, '', period, 1, value, 'final', null, null, '2026-01-01T00:00:00.000Z', 'key')
    })())
    return { created, unchanged, plain }
  }

  /** Evaluations a second by one core, of the numeric rules of the country with a year of monthly figures: without and with projection and sentences. */
  async function engine () {
    const targets = await services.plans.findTargets(ANONYMOUS, {})
    const given = await services.status.inputsOf(targets, { asOf: '2024-12-31' })
    const series = ofOneYear(given[0]!.series)
    const inputs = given.map((input): EvaluationInput => ({ ...input, series }))
    const numeric = inputs.flatMap(input => isNumericRule(input.rule) ? [{ input, rule: input.rule, own: ownSeries(input.rule, input.own)! }] : [])
    return {
      alone: perSecond(numeric, ({ input, rule, own }) => evaluateNumeric(read(rule, own, input.window, toDay(input.asOf), input.series, input.indicators), input.window, input.paceLimits)),
      whole: perSecond(numeric, ({ input }) => evaluate({ ...input, asOf: AS_OF }))
    }
  }

  /** What the parts of a plan's status take, each after a change of its figures, in microseconds: all of it, and of that statements, the engine and writing it out. */
  async function parts () {
    let sum = { whole: 0, sql: 0, engine: 0, written: 0 }
    for (let time = -200; time < 1_000; time++) {
      if (time === 0) sum = { whole: 0, sql: 0, engine: 0, written: 0 }
      await change()
      const before = { ...own.spent }
      const began = performance.now()
      const status = await own.services.status.ofPlan(ANONYMOUS, 'synthetic-0250', { asOf: AS_OF })
      const found = performance.now()
      JSON.stringify(status)
      const written = performance.now() - found
      sum = { whole: sum.whole + found - began + written, sql: sum.sql + own.spent.sql - before.sql, engine: sum.engine + own.spent.engine - before.engine, written: sum.written + written }
    }
    return sum
  }

  const cpu = async () => process.cpuUsage()

  return { country, batch, engine, parts, cpu }
}

/** The figures from the last month before the window on, which the baselines are read from. */
function ofOneYear (index: SeriesIndex): SeriesIndex {
  return new Map([...index].map(([name, { points }]) => {
    const kept = points.filter(({ period }) => period.text >= '2023-12' && period.text <= '2024-12')
    return [name, { points: kept, byPeriod: new Map(kept.map(point => [point.period.text, point])) }] as const
  }))
}
