import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { Received } from '../kill/receiver.ts'

/** So far a message's time may be from the server's clock, which may be set while it is on its way. */
const FAR_MS = 60_000
const REFUSED_SHARE = 0.01

/**
 * A webhook's receiver on a clock that is moved: a library that we did not write signs the message again, and both signatures must be the same.
 * It answers one message in a hundred with an error the first time.
 * @param clock.isNear whether an instant is about the server's time
 */
export async function createSoakReceiver (clock: { isNear: (instant: number, withinMs: number) => boolean }) {
  const received: Received[] = []
  const refusedOnce = new Set<string>()
  let secret = ''
  const isGood = (body: string, headers: Record<string, string | string[] | undefined>): boolean => {
    const seconds = Number(headers['webhook-timestamp'])
    return clock.isNear(seconds * 1000, FAR_MS) && headers['webhook-signature'] === new Webhook(secret).sign(String(headers['webhook-id']), new Date(seconds * 1000), body)
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const id = String(request.headers['webhook-id'])
      if (Math.random() < REFUSED_SHARE && !refusedOnce.has(id)) {
        refusedOnce.add(id)
        response.writeHead(500).end()
        return
      }
      received.push({ id: (JSON.parse(body) as { id: string }).id, good: isGood(body, request.headers) })
      response.writeHead(204).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received, sign: (given: string) => { secret = given }, close: () => { server.close(); server.closeAllConnections() } }
}
