import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** A message that reached the receiver: its id, and whether a library that we did not write accepts its signature. */
export type Received = { id: string, good: boolean }

type IsGood = (secret: string, body: string, headers: IncomingHttpHeaders) => boolean

/** Whether a message is signed with the secret, at about this time. */
const isVerified: IsGood = (secret, body, headers) => {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>)
    return true
  } catch {
    return false
  }
}

/**
 * A webhook's receiver: it keeps what it gets. Whoever makes the webhook tells it the secret.
 * @param options `refusedShare` of the messages is answered with an error the first time; `isGood` tells a signature that is accepted
 */
export async function createReceiver ({ refusedShare = 0.05, isGood = isVerified }: { refusedShare?: number, isGood?: IsGood } = {}) {
  const received: Received[] = []
  const refusedOnce = new Set<string>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const id = String(request.headers['webhook-id'])
      if (Math.random() < refusedShare && !refusedOnce.has(id)) {
        refusedOnce.add(id)
        response.writeHead(500).end()
        return
      }
      received.push({ id: String((JSON.parse(body) as { id?: string }).id ?? id), good: isGood(receiver.secret, body, request.headers) })
      response.writeHead(204).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const receiver = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, secret: '', received, close: () => { server.close(); server.closeAllConnections() } }
  return receiver
}
