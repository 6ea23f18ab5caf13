import { Agent, type IncomingMessage, request as send } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Answer, Asked, Json } from '../ha/client.ts'
import { ADMIN_KEY } from '../ha/instances.ts'
import type { Weather } from './weather.ts'

/** A request may take so long, and not longer. */
const BOUND_MS = 30_000
/** Those that take longer are counted. */
const SLOW_MS = 1_000
export type LoadClient = ReturnType<typeof createLoadClient>

/**
 * Asks over so many connections, and keeps what answers there were. Beside answers there may be 503 with Retry-After; 507 with Retry-After to a
 * write while the disk is full; no answer around a kill; and that a key's request was carried out before (409). All else is a problem.
 */
export function createLoadClient ({ base, connections, weather }: { base: string, connections: number, weather: Weather }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const problems: string[] = []
  const counts = { answered: 0, notModified: 0, unavailable: 0, full: 0, broken: 0, carriedOut: 0, slow: 0, slowBesideSlowReaders: 0, slowest: { ms: 0, about: '' }, readWhileFull: 0, kinds: new Map<string, number>() }
  /** How long reads took whose time is looked at, with when they ended. */
  const timed: { at: number, ms: number }[] = []

  function exchange (path: string, { method = 'GET', body, headers = {} }: Asked): Promise<{ response: IncomingMessage, text: string }> {
    const { promise, resolve, reject } = Promise.withResolvers<{ response: IncomingMessage, text: string }>()
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const asked = send(base + path, { agent, method, headers: { authorization: `Bearer ${ADMIN_KEY}`, ...payload !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }, ...headers } }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => { chunks.push(chunk) }).on('error', reject)
      response.on('end', () => { resolve({ response, text: Buffer.concat(chunks).toString() }) })
    })
    asked.on('error', reject).setTimeout(BOUND_MS, () => { asked.destroy(new Error(`no answer within ${BOUND_MS} ms`)) })
    asked.end(payload)
    return promise
  }

  /** @returns the answer; null where there was none, 503 or 507: nothing is known of the request then, or that it was not carried out */
  async function ask (path: string, asked: Asked = {}): Promise<Answer | null> {
    const began = performance.now()
    const about = `${asked.method ?? 'GET'} ${path}`
    try {
      const { response, text } = await exchange(path, asked)
      const ms = Math.round(performance.now() - began)
      if (ms > SLOW_MS) counts[weather.was('slow', began) ? 'slowBesideSlowReaders' : 'slow']++
      if (ms > counts.slowest.ms) counts.slowest = { ms, about }
      const headers = new Headers(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
      return judged({ about, began, isWrite: asked.method !== undefined && path !== '/graphql' }, { status: response.statusCode!, headers, text, json: () => JSON.parse(text) as Json })
    } catch (error) {
      if (weather.was('killed', began)) counts.broken++
      else problems.push(`${about} had no answer after ${Math.round(performance.now() - began)} ms: ${String(error)}`)
      return null
    }
  }

  function judged ({ about, began, isWrite }: { about: string, began: number, isWrite: boolean }, answer: Answer): Answer | null {
    const { status, headers, text } = answer
    const isToBeAskedAgain = headers.has('retry-after')
    if (status < 300 || status === 304) {
      counts.answered++
      if (status === 304) counts.notModified++
      if (!isWrite && weather.was('full', performance.now())) counts.readWhileFull++
    } else if (status === 507 && isToBeAskedAgain && isWrite && weather.was('full', began)) {
      counts.full++
      return null
    } else if (status === 503 && isToBeAskedAgain && (isWrite || !weather.was('full', began))) {
      counts.unavailable++
      const why: string = (JSON.parse(text) as Json).detail ?? text
      counts.kinds.set(why, (counts.kinds.get(why) ?? 0) + 1)
      return null
    } else if (status === 409 && text.includes('was carried out')) counts.carriedOut++
    else problems.push(`${about} answered ${status}${isToBeAskedAgain ? '' : ' without Retry-After'}: ${text.slice(0, 300)}`)
    return answer
  }

  /** Asks, and keeps how long it took. */
  async function askTimed (path: string, asked: Asked = {}): Promise<Answer | null> {
    const began = performance.now()
    const answer = await ask(path, asked)
    if (answer !== null) timed.push({ at: performance.now(), ms: performance.now() - began })
    return answer
  }

  /** Asks again until there is an answer. Only for what may be sent twice. */
  async function askUntilAnswered (path: string, asked: Asked = {}): Promise<Answer> {
    for (;;) {
      const answer = await ask(path, asked)
      if (answer !== null) return answer
      await setTimeout(300 + Math.random() * 400)
    }
  }

  return { ask, askTimed, askUntilAnswered, problems, counts, timed, close: () => { agent.destroy() } }
}
