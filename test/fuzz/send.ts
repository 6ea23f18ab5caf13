import { Agent, request as requestOver } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Request } from './requests.ts'

/** An answer as it came; `text` is its body with any compression undone, `told` are its headers. */
export type Answered = { status: number, told: Record<string, string>, bytes: number, text: string, ms: number }

const PATIENCE_MS = 30_000
const DECODE: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync }

/**
 * Sends requests to a server one after the other, on a connection that is kept.
 * @returns `send` rejects where there is no answer in 30 seconds
 */
export function createSender (base: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  async function send (given: Pick<Request, 'method' | 'url' | 'headers' | 'body'>): Promise<Answered> {
    try {
      return await sendOnce(given)
    } catch (error) {
      // The server may close a kept connection at the moment that something is sent on it.
      if (!['ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
      return await sendOnce(given)
    }
  }

  async function sendOnce ({ method, url, headers, body }: Pick<Request, 'method' | 'url' | 'headers' | 'body'>): Promise<Answered> {
    const began = performance.now()
    const length = body === null ? {} : { 'content-length': String(body.length) }
    return await new Promise((resolve, reject) => {
      const call = requestOver(base + '/', { agent, method, path: url, headers: { ...headers, ...length }, timeout: PATIENCE_MS, joinDuplicateHeaders: true })
      let isAnswered = false
      call.on('response', response => {
        isAnswered = true
        buffer(response).then(bytes => {
          const told = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
          const decode = DECODE[told['content-encoding'] ?? '']
          resolve({ status: response.statusCode!, told, bytes: bytes.length, text: (decode === undefined || bytes.length === 0 ? bytes : decode(bytes)).toString(), ms: performance.now() - began })
        }).catch(reject)
      })
      call.on('timeout', () => { call.destroy(new Error(`no answer in ${PATIENCE_MS / 1000} s`)) })
      // Who is refused before all was sent hears the refusal; that the rest cannot be sent is no trouble then.
      call.on('error', error => { if (!isAnswered) reject(error) })
      call.end(body ?? undefined)
    })
  }

  return { send, close: () => { agent.destroy() } }
}

const MOST_SHOWN = 3_000
const quoted = (text: string): string => `'${text.replaceAll('\'', '\'"\'"\'')}'`

/** A request as a line of curl. Long bodies and those that are no plain text are given as base64. */
export function curlOf (base: string, { method, url, headers, body }: Pick<Request, 'method' | 'url' | 'headers' | 'body'>): string {
  const fields = Object.entries(headers).map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`)
  const text = body?.toString() ?? ''
  const isPlain = text.length <= MOST_SHOWN && /^[^\0-\x08\ufffd]*$/.test(text) // eslint-disable-line no-control-regex
  const sent = body === null ? [] : [isPlain ? `--data-binary ${quoted(text)}` : '--data-binary @-']
  const before = body === null || isPlain ? '' : `base64 -d <<< ${body.length > 20 * MOST_SHOWN ? `'…${body.length} bytes…'` : body.toString('base64')} | `
  return [`${before}curl -i -g --path-as-is -X ${method}`, quoted(base + url), ...fields, ...sent].join(' ')
}
