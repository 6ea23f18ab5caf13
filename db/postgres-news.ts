import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

/** The channel of NOTIFY; each database has its own. */
const CHANNEL = 'maalopfoelgning'
/** How often it is tried whether word comes through, and how long it may take. */
const TRY_EVERY_MS = 20_000
const PATIENCE_MS = 5_000
const LONGEST_WAIT_MS = 10_000

type ListenerOptions = {
  /** How the connection that listens is made. */
  config: pg.ClientConfig
  /** Runs a statement on any other connection. */
  send: (text: string, params: unknown[]) => Promise<unknown>
  /** Another process has written; or may have, unheard. */
  onOthers: () => void
}

/**
 * Hears of what other processes write, by LISTEN on a connection of its own, which is made anew whenever it breaks. From time to time a
 * word is sent round, to see that one comes through: a connection may hang, lead to a former primary, or be shared by a pooler.
 */
export function createListener ({ config, send, onOthers }: ListenerOptions) {
  const name = randomUUID()
  const stopping = new AbortController()
  let hears = false
  let running: Promise<void> | undefined

  async function run (): Promise<void> {
    let failures = 0
    while (!stopping.signal.aborted) {
      await listen(() => { failures = 0 }).catch(() => {})
      hears = false
      await pause(Math.min(100 * 2 ** failures++, LONGEST_WAIT_MS), stopping.signal)
    }
  }

  /** Listens on one connection until it breaks; then it throws. */
  async function listen (onHearing: () => void): Promise<void> {
    const client = new pg.Client({ ...config, query_timeout: PATIENCE_MS })
    const broken = new AbortController()
    const end = (): void => { broken.abort() }
    let word = ''
    let heard = (): void => {}
    client.on('error', end).on('end', end).on('notification', ({ payload = '' }) => {
      if (payload === word) heard()
      else if (payload !== name && !payload.startsWith('try ')) onOthers()
    })
    stopping.signal.addEventListener('abort', end)
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      while (!broken.signal.aborted) {
        word = `try ${randomUUID()}`
        const coming = new Promise<void>(resolve => { heard = resolve })
        await send('select pg_notify($1, $2)', [CHANNEL, word])
        await before(coming, AbortSignal.any([broken.signal, AbortSignal.timeout(PATIENCE_MS)]))
        onHearing()
        // What was written before this connection listened.
        if (!hears) onOthers()
        hears = true
        await pause(TRY_EVERY_MS, broken.signal)
      }
    } finally {
      stopping.signal.removeEventListener('abort', end)
      await Promise.race([client.end().catch(() => {}), setTimeout(PATIENCE_MS, undefined, { ref: false })])
    }
  }

  return {
    /** Begins to listen; a second time it changes nothing. */
    start: (): void => { running ??= run() },
    /** Whether word came through when it was tried last. */
    hears: (): boolean => hears,
    /** The statement that tells the others of what is committed with it. */
    telling: `notify ${CHANNEL}, '${name}'`,
    stop: async (): Promise<void> => {
      stopping.abort()
      await running
    }
  }
}

/** What comes, if it comes before the signal. */
async function before<T> (coming: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  return await Promise.race([coming, once(signal, 'abort').then(() => { throw new Error('No word came through.') })])
}

/** Waits, unless the signal ends it. */
const pause = async (ms: number, signal: AbortSignal): Promise<void> => { await setTimeout(ms, undefined, { signal, ref: false }).catch(() => {}) }
