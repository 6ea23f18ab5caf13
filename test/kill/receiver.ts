import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** A message that reached the receiver: its id, and whether a library that we did not write accepts its signature. */
export type Received = { id: string, good: boolean }

/** A webhook's receiver: it keeps what it gets, and answers one message in twenty with an error the first time. */
export async function createReceiver () {
  const received: Received[] = []
  const refusedOnce = new Set<string>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const id = String(request.headers['webhook-id'])
      if (Math.random() < 0.05 && !refusedOnce.has(id)) {
        refusedOnce.add(id)
        response.writeHead(500).end()
        return
      }
      received.push({ id: String((JSON.parse(body) as { id?: string }).id ?? id), good: isGood(body, request.headers as Record<string, string>) })
      response.writeHead(204).end()
    })
  })
  const isGood = (body: string, headers: Record<string, string>): boolean => {
    try {
      new Webhook(receiver.secret).verify(body, headers)
      return true
    } catch {
      return false
    }
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const receiver = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, secret: '', received, close: () => { server.close(); server.closeAllConnections() } }
  return receiver
}
