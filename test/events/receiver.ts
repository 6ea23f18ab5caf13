import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that arrived. `told` is its body, read as JSON. */
export type Received = { path: string, headers: Record<string, string>, body: string, told: { id: string, type: string, timestamp: string, data: Record<string, unknown> & { subject: string } } }
/** What to answer: a status, with headers, or something by hand; undefined never answers. */
export type Reply = number | { status: number, headers: Record<string, string> } | ((response: ServerResponse) => void) | undefined

/** A receiver of webhooks on this machine. `reply` says what it answers to each request, 204 unless given. */
export async function openReceiver (reply: (request: Received, place: number) => Reply = () => 204) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const one = { path: request.url ?? '', headers: request.headers as Record<string, string>, body, told: JSON.parse(body || 'null') as Received['told'] }
      received.push(one)
      const answer = reply(one, received.length - 1)
      if (typeof answer === 'function') answer(response)
      else if (typeof answer === 'number') response.writeHead(answer).end()
      else if (answer !== undefined) response.writeHead(answer.status, answer.headers).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { url: `http://127.0.0.1:${port}/`, port, received, close }
}
export type Receiver = Awaited<ReturnType<typeof openReceiver>>
