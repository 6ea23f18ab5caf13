import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import type { Answer } from '../domain/delivery.ts'
import type { WebhookTargets } from '../services/webhooks.ts'

export type Send = (request: { url: string, headers: Record<string, string>, body: string }, signal: AbortSignal) => Promise<Answer>

const TIMEOUT_MS = 15_000
/** So much of an answer is read, which nobody looks at: to let its sender finish, not more. */
const READ_BYTES = 16_384
const ERROR_LENGTH = 300
/** Connections are used again, for seconds only: receivers commonly close theirs after five. Each was looked at when it was made. */
const KEPT_OPEN = { keepAlive: true, timeout: 4_000, maxFreeSockets: 16 }

type SenderOptions = {
  /** Where it may send to. The address is looked at when a connection is made, so that no name can lead to a private one. */
  targets: WebhookTargets
  /** The longest that an attempt may last, with its answer. Default 15,000. */
  timeoutMs?: number
  /** How names become addresses; as the system does, unless given. */
  lookup?: LookupFunction
}

/** Sends POSTs to receivers: follows no redirects, waits a bounded time and keeps nothing of the answer but its status. It never throws. */
export function createSender ({ targets, timeoutMs = TIMEOUT_MS, lookup }: SenderOptions): Send {
  const agents = targets === 'any'
    ? { http: new http.Agent(KEPT_OPEN), https: new https.Agent(KEPT_OPEN) }
    : { http: new RequestFilteringHttpAgent(KEPT_OPEN), https: new RequestFilteringHttpsAgent(KEPT_OPEN) }

  return async (message, signal) => {
    const isSecure = message.url.startsWith('https:')
    if (!isSecure && targets !== 'any') return failed('the address is not https, and others are not allowed here (WEBHOOK_TARGETS=any would)')
    const timeout = AbortSignal.timeout(timeoutMs)
    for (;;) {
      const { answer, isStale } = await attempt(message, { isSecure, timeout, signal })
      if (!isStale) return answer
    }
  }

  /** One try. It is stale where a connection of before was used that the receiver has closed meanwhile: that is no failure of the receiver. */
  async function attempt ({ url, headers, body }: Parameters<Send>[0], { isSecure, timeout, signal }: { isSecure: boolean, timeout: AbortSignal, signal: AbortSignal }): Promise<{ answer: Answer, isStale: boolean }> {
    const { request: open } = isSecure ? https : http
    return await new Promise(resolve => {
      const request = open(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'Maalopfoelgning-Webhooks/1', 'content-length': Buffer.byteLength(body), ...headers },
        agent: isSecure ? agents.https : agents.http,
        signal: AbortSignal.any([timeout, signal]),
        ...lookup && { lookup }
      })
      const told = (answer: Answer): void => { resolve({ answer, isStale: false }) }
      let answer: Answer | undefined
      request.on('response', response => {
        answer = answerOf(response)
        response.on('error', () => {}).on('close', () => { told(answer!) })
        discard(response)
      })
      request.on('error', (error: NodeJS.ErrnoException) => {
        if (answer === undefined && request.reusedSocket && error.code === 'ECONNRESET') resolve({ answer: failed(''), isStale: true })
        else told(answer ?? failed(timeout.aborted ? `no answer within ${timeoutMs / 1000} seconds` : wordingOf(error)))
      })
      request.on('close', () => { told(answer ?? failed('the connection ended without an answer')) })
      request.end(body)
    })
  }
}

const failed = (error: string): Answer => ({ status: null, error: error.slice(0, ERROR_LENGTH), retryAfter: null })

function answerOf ({ statusCode: status = 0, headers }: IncomingMessage): Answer {
  const error = status >= 200 && status < 300
    ? null
    : status === 410
      ? 'answered 410: the receiver wants no more'
      : status >= 300 && status < 400 ? `answered ${status}, and redirects are not followed: make a webhook with the address it leads to` : `answered ${status}`
  return { status, error, retryAfter: headers['retry-after'] ?? null }
}

function discard (response: IncomingMessage): void {
  let read = 0
  response.on('data', (chunk: Buffer) => {
    read += chunk.length
    if (read > READ_BYTES) response.destroy()
  })
}

/** Why there was no answer. The agent that refuses private addresses has no code of its own. */
function wordingOf (error: NodeJS.ErrnoException): string {
  if (error.message.includes('is not allowed. Because')) return 'the address is not of the public internet, and others are not allowed here (WEBHOOK_TARGETS=any would)'
  return `could not be reached: ${[error.code, error.message].filter(Boolean).join(' ')}`
}
