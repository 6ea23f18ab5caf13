import { openTestApp, asAdmin } from '../support/app.ts'
import type { Client, Json } from './client.ts'

// What is written and read, and what it must come to. Every series has one writer, whose writes are numbered from 1: after the first n of them
// the status of its target is known, whatever happened meanwhile.

/** The targets: each is measured by an indicator of its own, and each has a rule of another kind. */
export const TARGETS = [
  { code: 'a', rule: { kind: 'threshold', comparator: 'gte', value: 50 } },
  { code: 'b', rule: { kind: 'threshold', comparator: 'gte', value: 600, aggregate: 'sum' } },
  { code: 'c', rule: { kind: 'threshold', comparator: 'lte', value: 50, aggregate: 'mean' } },
  { code: 'd', rule: { kind: 'direction', direction: 'increase', baseline: { period: '2024-01' } } },
  { code: 'e', rule: { kind: 'change', comparator: 'gte', amount: 20, mode: 'absolute', baseline: { period: '2024-01' } } }
] as const
/** The targets whose figures come in batches, with an Idempotency-Key; those of the others come singly, without. */
export const BATCHED: readonly string[] = ['a', 'b', 'c']
export const PLAN = 'ha-2024'
/** The plan that is edited, of which no status is asked. */
export const EDITED = 'ha-rettes-2024'
export const AREA = '0250'
const AS_OF = '2024-12-20'
const MONTHS = 12

export const idOf = (code: string): string => `${PLAN}.${code}`
export const indicatorOf = (code: string): string => `ha-${code}`
export const monthOf = (write: number): string => `2024-${String((write - 1) % MONTHS + 1).padStart(2, '0')}`
/** Another for the same month each time, so that every write is a revision. */
export const valueOf = (write: number): number => write * 37 % 101
export const rowOf = (code: string, write: number): Json => ({ indicator: indicatorOf(code), area: AREA, period: monthOf(write), value: valueOf(write) })
export const statusPath = (code: string): string => `/v1/targets/${idOf(code)}/status?asOf=${AS_OF}`
export const statusesPath = `/v1/statuses?plan=${PLAN}&asOf=${AS_OF}`

/** The days of a batch, beside the month: of a series that nothing is computed from. */
export const DAYS_A_BATCH = 20
export const dayRow = (code: string, write: number, place: number): Json =>
  ({ indicator: `ha-dag-${code}`, area: AREA, period: new Date(Date.UTC(1960, 0, 1 + write * DAYS_A_BATCH + place)).toISOString().slice(0, 10), value: write })

const indicator = (frequency: string): Json => ({ name: { da: 'Prøve', en: 'Trial' }, unit: 'count', polarity: 'higher_is_better', frequency })
const plan = (id: string, targets: Json[]): Json => ({
  id, kommune: AREA, title: 'Prøve', kind: 'annual_plan', period: { from: '2024-01-01', to: '2024-12-31' }, status: 'adopted', goals: [{ code: '1', kind: 'local', title: 'Et mål', targets }]
})
const targets = TARGETS.map(({ code, rule }) => ({ code, title: `Succeskriterium ${code}`, indicator: indicatorOf(code), window: { start: '2024-01-01', deadline: '2024-12-31' }, rule }))

/** What there is before the writers begin, as requests. */
const beginning: [path: string, body: Json][] = [
  ...TARGETS.flatMap(({ code }): [string, Json][] => [[`/v1/indicators/${indicatorOf(code)}`, indicator('month')], [`/v1/indicators/ha-dag-${code}`, indicator('day')]]),
  [`/v1/plans/${PLAN}/document`, plan(PLAN, targets)],
  [`/v1/plans/${EDITED}/document`, plan(EDITED, [])]
]

export async function prepare ({ put }: Pick<Client, 'put'>): Promise<void> {
  for (const [path, body] of beginning) await put(path, body)
}

export type Oracle = Awaited<ReturnType<typeof openOracle>>

/** A server of its own on SQLite in memory, which nothing happens to: it tells the status of each target after so many writes. */
export async function openOracle () {
  const { app, close } = await openTestApp()
  const known = new Map<string, string[]>()

  async function send (method: 'GET' | 'PUT' | 'POST', url: string, payload?: Json): Promise<Json> {
    const answer = await app.inject({ method, url, headers: asAdmin, ...payload !== undefined && { payload } })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url} answered ${answer.statusCode}: ${answer.body}`)
    return answer.json()
  }
  for (const [path, body] of beginning) await send('PUT', path, body)
  for (const { code } of TARGETS) known.set(code, [essence(await send('GET', statusPath(code)))])

  /** Learns what the target's next write comes to. */
  async function learn (code: string, write: number): Promise<void> {
    await send('POST', '/v1/measurements', { measurements: [rowOf(code, write)] })
    known.get(code)![write] = essence(await send('GET', statusPath(code)))
  }

  /** Whether a status is the one after some number of writes between two. */
  const isRight = (code: string, status: Json, from: number, to: number): boolean => known.get(code)!.slice(from, to + 1).includes(essence(status))

  return { learn, isRight, close }
}

/** A status without the instant that it was asked at, and without what lists tell beside it. */
function essence ({ knownAt: _, subject: _subject, ...status }: Json): string {
  return JSON.stringify(status)
}
