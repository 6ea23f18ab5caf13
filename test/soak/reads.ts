import type { Answer, Json } from '../ha/client.ts'
import { type Oracle, statusesPath, statusPath, TARGETS } from '../ha/world.ts'
import type { Written } from '../ha/writers.ts'
import type { LoadClient } from './client.ts'
import type { Server } from './server.ts'
import { TURNING } from './world.ts'

const SEEDED = ['frederikssund-2024', 'holbaek-2023', 'synthetic-0250', 'synthetic-0101', 'synthetic-0461', 'synthetic-0851']
const AS_OF = 'asOf=2024-09-15'
const NESTED = 'query ($id: ID!) { plan(id: $id) { title goals { title targets { title status(asOf: "2024-09-15") { status explanation { da } current { period value } } } } } }'
const EXPORTS = ['measurements?indicator=ha-a,ha-d&format=csv', 'measurements?indicator=synthetic-1&area=0250&format=csv-da', 'measurements?indicator=synthetic-2&area=0250,0101&format=xlsx', `statuses?${AS_OF}&kommune=0250&format=ndjson`, `statuses?${AS_OF}&kommune=0250&format=json-stat`, 'plans?format=ndjson&kommune=0250']

const one = <T>(those: readonly T[]): T => those[Math.floor(Math.random() * those.length)]!
const codes = TARGETS.map(({ code }) => code)

/** The works of readers, by name. What is told of the targets that are written must be right at every moment, and so must the day. */
export function createReads ({ ask, askTimed, askUntilAnswered }: LoadClient, { oracle, places, server }: { oracle: Oracle, places: Written['places'], server: Pick<Server, 'today'> }) {
  const wrong: string[] = []
  const counts = { statuses: 0, days: 0, events: 0 }
  /** The events that the feed told, in its order. */
  const events: Json[] = []
  /** What was told of each day of the plan that nobody writes. */
  const days = new Map<string, string>()
  const etags = new Map<string, string>()
  let after = ''

  /** Asks, half of the time only whether what it had still holds. */
  async function askAgain (path: string, asking = ask): Promise<Answer | null> {
    const etag = Math.random() < 0.5 ? etags.get(path) : undefined
    const answer = await asking(path, etag === undefined ? {} : { headers: { 'if-none-match': etag } })
    if (answer?.status === 200) etags.set(path, answer.headers.get('etag')!)
    return answer
  }

  function look (code: string, status: Json, from: number): void {
    counts.statuses++
    const { sent } = places.get(code)!
    if (!oracle.isRight(code, status, from, sent)) wrong.push(`${code} after ${from} to ${sent} writes: ${JSON.stringify(status)}`)
  }

  async function targetStatus (): Promise<void> {
    const code = one(codes)
    const from = places.get(code)!.done
    const answer = await ask(statusPath(code))
    if (answer?.status === 200) look(code, answer.json(), from)
  }

  async function statuses (): Promise<void> {
    const before = new Map([...places].map(([code, { done }]) => [code, done]))
    const answer = await ask(statusesPath)
    if (answer?.status !== 200) return
    for (const status of answer.json().items) {
      const code = String(status.target).split('.')[1]!
      look(code, status, before.get(code)!)
    }
  }

  /** The status of the server's day: another as soon as it is midnight in Denmark, and no sooner. */
  async function today (): Promise<void> {
    const before = server.today()
    const answer = await ask(`/v1/plans/${TURNING}/status`)
    if (answer?.status !== 200) return
    counts.days++
    const status: Json = answer.json()
    const possible = [...before, ...server.today()]
    if (!possible.includes(status.asOf)) wrong.push(`${status.asOf} was told as the day, on ${possible.join()}`)
    const text = daily(status)
    if (days.has(status.asOf) && days.get(status.asOf) !== text) wrong.push(`${status.asOf} was told in two ways: ${text} and ${days.get(status.asOf)}`)
    days.set(status.asOf, text)
  }

  async function graphql (): Promise<void> {
    const answer = await ask('/graphql', { method: 'POST', body: { query: NESTED, variables: { id: one(SEEDED) } } })
    if (answer !== null && answer.json().data?.plan?.goals === undefined) wrong.push(`GraphQL answered ${answer.text.slice(0, 300)}`)
  }

  /** Follows the feed: each event once and in its order. */
  async function follow (): Promise<void> {
    const answer = await ask(`/v1/changes?limit=500${after && `&after=${after}`}`)
    if (answer?.status !== 200) return
    const { items, nextCursor } = answer.json()
    events.push(...items.map(({ id }: Json) => ({ id })))
    counts.events += items.length
    after = nextCursor
  }

  /** Follows to the end. */
  async function followOn (): Promise<void> {
    while ((await askUntilAnswered('/v1/changes?after=now')).json().nextCursor !== after) await follow()
  }

  const works: [name: string, weight: number, work: () => Promise<unknown>][] = [
    ['planStatus', 30, async () => await askTimed(`/v1/plans/${one(SEEDED)}/status?${AS_OF}`)],
    ['planStatusAgain', 8, async () => await askAgain(`/v1/plans/${one(SEEDED)}/status?${AS_OF}`)],
    ['targetStatus', 10, targetStatus],
    ['statuses', 4, statuses],
    ['today', 8, today],
    ['country', 0.5, async () => await askAgain(`/v1/statuses?${AS_OF}&limit=2000`)],
    ['map', 1, async () => await askAgain(`/v1/statuses?${AS_OF}&groupBy=kommune&limit=0`)],
    ['graphql', 8, graphql],
    ['measurements', 12, async () => await ask(`/v1/measurements?indicator=synthetic-${1 + Math.floor(Math.random() * 12)}&area=0250&limit=50`)],
    ['report', 2, async () => await askAgain(`/reports/${one(SEEDED)}?${AS_OF}`)],
    ['export', 0.5, async () => await ask(`/v1/exports/${one(EXPORTS)}`)]
  ]
  return { works, wrong, counts, events, days, follow, followOn }
}

/** A status without what is another at each instant. */
export const daily = (status: Json): string => JSON.stringify(status, (name, value: unknown) => name === 'knownAt' ? undefined : value)
