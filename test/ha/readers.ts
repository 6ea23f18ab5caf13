import { setTimeout } from 'node:timers/promises'
import type { Client, Json } from './client.ts'
import type { Written } from './writers.ts'
import { type Oracle, statusesPath, statusPath, TARGETS } from './world.ts'

const PAUSE_MS = 40

/**
 * Readers that look at every status they are told, until told to stop: it must be that of what was acknowledged before they asked, or of what
 * was sent before the answer came.
 */
export function createReaders ({ ask }: Client, oracle: Oracle, { places }: Pick<Written, 'places'>) {
  const wrong: string[] = []
  const counts = { statuses: 0, notModified: 0, events: 0 }
  const events: Json[] = []
  const stopping = new AbortController()
  const codes = TARGETS.map(({ code }) => code)
  const done = (): Map<string, number> => new Map([...places].map(([code, place]) => [code, place.done]))

  function look (code: string, status: Json, from: number): void {
    counts.statuses++
    const { sent } = places.get(code)!
    if (!oracle.isRight(code, status, from, sent)) wrong.push(`${code} after ${from} to ${sent} writes: ${JSON.stringify(status)}`)
  }

  /** Reads again and again. */
  async function whileRunning (read: () => Promise<void>): Promise<void> {
    while (!stopping.signal.aborted) {
      await read()
      await setTimeout(PAUSE_MS)
    }
  }

  const readOne = async (): Promise<void> => await whileRunning(async () => {
    const code = codes[Math.floor(Math.random() * codes.length)]!
    const from = done().get(code)!
    const answer = await ask(statusPath(code))
    if (answer?.status === 200) look(code, answer.json(), from)
  })

  const readAll = async (): Promise<void> => await whileRunning(async () => {
    const before = done()
    const answer = await ask(statusesPath)
    if (answer?.status !== 200) return
    const { items }: { items: Json[] } = answer.json()
    for (const status of items) look(codeOf(status), status, before.get(codeOf(status))!)
    if (items.length !== codes.length) wrong.push(`${items.length} statuses instead of ${codes.length}`)
  })

  /** Keeps what it read, and asks whether it still holds. */
  async function askAgain (code: string): Promise<void> {
    let kept: { etag: string, status: Json } | undefined
    await whileRunning(async () => {
      const from = done().get(code)!
      const answer = await ask(statusPath(code), { headers: kept === undefined ? {} : { 'if-none-match': kept.etag } })
      if (answer?.status === 200) kept = { etag: answer.headers.get('etag')!, status: answer.json() }
      if (answer?.status === 304) counts.notModified++
      if (answer !== null && kept !== undefined) look(code, kept.status, from)
    })
  }

  /** Follows the feed: what was told once must stay, and nothing may be missing. */
  async function follow (): Promise<void> {
    let after = ''
    await whileRunning(async () => {
      const answer = await ask(`/v1/changes?limit=500${after && `&after=${after}`}`)
      if (answer?.status !== 200) return
      const { items, nextCursor } = answer.json()
      events.push(...items)
      counts.events += items.length
      after = nextCursor
    })
  }

  const running = [readOne(), readOne(), readAll(), askAgain(codes[3]!), follow()]

  return { wrong, counts, events, stop: async () => { stopping.abort(); await Promise.all(running) } }
}

const codeOf = (status: Json): string => String(status.target).split('.')[1]!
