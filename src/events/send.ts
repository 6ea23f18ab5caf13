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
    ? { http: new http.Agent(), https: new https.Agent() }
    : { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() }

  return async ({ url, headers, body }, signal) => {
    const isSecure = url.startsWith('https:')
    if (!isSecure && targets !== 'any') return failed('the address is not https, and others are not allowed here (WEBHOOK_TARGETS=any would)')
    const timeout = AbortSignal.timeout(timeoutMs)
    const { request: open } = isSecure ? https : http
    return await new Promise(resolve => {
      const request = open(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'Maalopfoelgning-Webhooks/1', 'content-length': Buffer.byteLength(body), ...headers },
        agent: isSecure ? agents.https : agents.http,
        signal: AbortSignal.any([timeout, signal]),
        ...lookup && { lookup }
      })
      let answer: Answer | undefined
      request.on('response', response => {
        answer = answerOf(response)
        response.on('error', () => {}).on('close', () => { resolve(answer!) })
        discard(response)
      })
      request.on('error', error => { resolve(answer ?? failed(timeout.aborted ? `no answer within ${timeoutMs / 1000} seconds` : wordingOf(error))) })
      request.on('close', () => { resolve(answer ?? failed('the connection ended without an answer')) })
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
