import type { ChangeFeed } from '../services/change-watches.ts'
import type { ChangeQuery, Changes, ToldEvent } from '../services/changes.ts'
import { createLoop } from './loop.ts'

type FeedOptions = {
  /** Reads a page of the feed. */
  read: (query: ChangeQuery) => Promise<Changes>
  /** How often it is looked for new events while somebody follows, in milliseconds; a function is asked before each wait. */
  everyMs: number | (() => number)
  onError: (error: unknown) => void
}

/** `wake` has it look at once: for whoever hears of new events sooner, see `onNews` of a database. */
export type Feed = ChangeFeed & { followers: () => number, wake: () => void, stop: () => Promise<void> }

const EVENTS_A_PAGE = 250
/** The latest events are kept for all who follow. Who is further behind, for being slow or beginning earlier, has its own pages read. */
const KEPT = 1_000

const idOf = (seq: number): string => `evt-${seq}`
const seqOf = (id: string): number => Number(id.slice('evt-'.length))

/**
 * One reader of the events for all who follow them in this process. Each follower has its own place, and events are numbered without gaps
 * in the order in which they become visible, so none is lost or told twice, however many instances write. It reads only while somebody follows.
 */
export function createFeed ({ read, everyMs, onError }: FeedOptions): Feed {
  let recent: ToldEvent[] = []
  /** The last event that was read; null before the first look. */
  let last: number | null = null
  let followers = 0
  let reading: Promise<unknown> = Promise.resolve()
  const waiting = new Set<() => void>()
  const loop = createLoop({ work: look, everyMs, onError })

  async function look (): Promise<boolean> {
    const before = last
    const { items, nextCursor, hasMore } = await read(before === null ? { after: 'now', limit: 1 } : { after: idOf(before), limit: EVENTS_A_PAGE })
    last = seqOf(nextCursor)
    if (last === before) return false
    recent = [...recent, ...items].slice(-KEPT)
    for (const go of [...waiting]) go()
    return hasMore
  }

  async function placeOf (after = 'now'): Promise<number> {
    const { nextCursor } = await read({ after, limit: 1 })
    return seqOf(after === 'now' ? nextCursor : after)
  }

  async function * follow (seq: number, signal: AbortSignal): AsyncGenerator<ToldEvent[], void> {
    let at = seq
    join()
    try {
      while (!signal.aborted) {
        const events = await after(at)
        // Looked at and waited for in one go: nothing can be read in between.
        if (events.length === 0 && (last === null || at >= last)) await something(signal)
        if (events.length === 0) continue
        yield events
        at += events.length
      }
    } finally {
      await leave()
    }
  }

  /** Some of the events after a number; none where there is nothing new. */
  async function after (at: number): Promise<ToldEvent[]> {
    if (last !== null && at >= last) return []
    if (last !== null && last - at <= recent.length) return recent.slice(recent.length - (last - at)).slice(0, EVENTS_A_PAGE)
    return await inTurn(async () => (await read({ after: idOf(at), limit: EVENTS_A_PAGE })).items)
  }

  /** One page of what is long past at a time, however many ask, so that the database has others to serve too. */
  function inTurn<T> (work: () => Promise<T>): Promise<T> {
    const turn = reading.then(work)
    reading = turn.catch(() => undefined)
    return turn
  }

  function something (signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const go = (): void => {
        waiting.delete(go)
        signal.removeEventListener('abort', go)
        resolve()
      }
      waiting.add(go)
      signal.addEventListener('abort', go)
      if (signal.aborted) go()
    })
  }

  function join (): void {
    followers++
    loop.start()
  }

  async function leave (): Promise<void> {
    followers--
    if (followers > 0) return
    await loop.stop()
    if (followers > 0) return
    last = null
    recent = []
  }

  return { placeOf, follow, followers: () => followers, wake: loop.wake, stop: loop.stop }
}
