import { setTimeout } from 'node:timers/promises'
import { ADMIN_KEY } from './instances.ts'

// Answers are looked at as they come: what they hold is what is tried here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any
export type Answer = { status: number, headers: Headers, text: string, json: () => Json }
export type Asked = { method?: string, body?: unknown, headers?: Record<string, string> }
export type Client = ReturnType<typeof createClient>

/** A request may take so long, and not longer. */
export const BOUND_MS = 40_000
const GIVEN_UP_MS = 60_000

/**
 * Asks our servers through HAProxy, and keeps what answers there were. The only failure that a caller may meet is 503 with Retry-After;
 * every other, and every slow one, is a problem. That a request was carried out before, whose answer is lost (409 at an Idempotency-Key), is an answer.
 */
export function createClient (base: string) {
  const problems: string[] = []
  const counts = { answered: 0, unavailable: 0, carriedOut: 0, slowestMs: 0, kinds: new Map<string, number>() }

  /** @returns the answer; null where it was 503 or none, so that nobody knows what became of the request */
  async function ask (path: string, { method = 'GET', body, headers = {} }: Asked = {}): Promise<Answer | null> {
    const began = performance.now()
    const about = `${method} ${path}`
    try {
      const response = await fetch(base + path, {
        method,
        signal: AbortSignal.timeout(GIVEN_UP_MS),
        headers: { authorization: `Bearer ${ADMIN_KEY}`, ...body !== undefined && { 'content-type': 'application/json' }, ...headers },
        ...body !== undefined && { body: JSON.stringify(body) }
      })
      const text = await response.text()
      return judged(about, { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as Json }, 'idempotency-key' in headers)
    } catch (error) {
      problems.push(`${about} had no answer after ${Math.round(performance.now() - began)} ms: ${error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error)}`)
      return null
    } finally {
      const took = performance.now() - began
      counts.slowestMs = Math.max(counts.slowestMs, Math.round(took))
      if (took > BOUND_MS) problems.push(`${about} took ${Math.round(took)} ms`)
    }
  }

  function judged (about: string, answer: Answer, isKeyed: boolean): Answer | null {
    const { status, headers, text } = answer
    if (status < 300 || status === 304) counts.answered++
    else if (status === 503 && headers.has('retry-after')) {
      counts.unavailable++
      const why = (JSON.parse(text) as Json).detail ?? text
      counts.kinds.set(why, (counts.kinds.get(why) ?? 0) + 1)
      return null
    } else if (status === 409 && isKeyed && text.includes('was carried out')) counts.carriedOut++
    else problems.push(`${about} answered ${status}${status === 503 ? ' without Retry-After' : ''}: ${text.slice(0, 300)}`)
    return answer
  }

  /** Asks again, as Retry-After says, until there is an answer. Only for what may be sent twice. */
  async function askUntilAnswered (path: string, asked: Asked = {}): Promise<Answer> {
    for (;;) {
      const answer = await ask(path, asked)
      if (answer !== null && answer.status < 500) return answer
      await setTimeout(500 + Math.random() * 500)
    }
  }

  /** Reads one thing. @throws Error where it is refused */
  async function read (path: string): Promise<Json> {
    const { status, text, json } = await askUntilAnswered(path)
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${text}`)
    return json()
  }

  /** Writes what nothing may refuse, and may write it twice where an answer is lost. @throws Error where it is refused */
  async function put (path: string, body: Json, method = 'PUT'): Promise<Json> {
    const { status, text, json } = await askUntilAnswered(path, { method, body })
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text}`)
    return json()
  }

  /** Reads a list whole. */
  async function list (path: string): Promise<Json[]> {
    const found: Json[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Json = await read(`${path}${path.includes('?') ? '&' : '?'}limit=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      found.push(...page.items)
      cursor = page.nextCursor
    }
    return found
  }

  return { ask, askUntilAnswered, read, put, list, problems, counts }
}
