import { setTimeout } from 'node:timers/promises'
import { parsed } from './refusals.ts'
import type { createSender } from './send.ts'

const PAUSE_MS = 500

/** Sends what must be done before a surface is fuzzed, as the admin; a server that has too much to do is asked again. */
export const createPreparing = (send: ReturnType<typeof createSender>['send'], adminKey: string) => async (method: 'GET' | 'PUT', url: string, body?: object): Promise<unknown> => {
  const asked = { method, url, headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' }, body: body === undefined ? null : Buffer.from(JSON.stringify(body)) }
  for (;;) {
    const { status, text } = await send(asked)
    if (status < 300) return parsed(text)
    if (status !== 503) throw new Error(`${method} ${url} is answered with ${status}: ${text}`)
    await setTimeout(PAUSE_MS)
  }
}
