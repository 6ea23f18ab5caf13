import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** One delivery that was acknowledged: which event, of what, and when (our clock, in milliseconds). */
export type Acknowledged = { id: string, subject: string, at: number }

/** What a receiver does with a message: how long it takes, and what it answers; undefined answers nothing. */
type Manner = (id: string) => { afterMs: number, status: number | undefined }
export type Receiver = Awaited<ReturnType<typeof openReceiver>>

/** A receiver of webhooks that keeps what it has acknowledged. A delivery whose sender hung up before it could is not. */
export async function openReceiver (name: string, manner: Manner) {
  const acknowledged: Acknowledged[] = []
  const counts = { arrived: 0, refused: 0, hungUp: 0 }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => { chunks.push(chunk) }).on('end', () => {
      counts.arrived++
      const { id, data } = JSON.parse(Buffer.concat(chunks).toString()) as { id: string, data: { subject: string } }
      const { afterMs, status } = manner(id)
      const answer = (): void => {
        if (response.destroyed) counts.hungUp++
        else if (status === undefined) counts.refused++
        else {
          if (status < 300) acknowledged.push({ id, subject: data.subject, at: Date.now() })
          else counts.refused++
          response.writeHead(status).end()
        }
      }
      if (afterMs === 0) answer()
      else setTimeout(afterMs).then(answer, () => {})
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return { name, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, acknowledged, counts, close }
}

const SLOWLY_MS = 200

/** One that acknowledges at once, one that does so slowly, and one that refuses some the first time they come and never answers others. */
export async function openReceivers (): Promise<Receiver[]> {
  const seen = new Set<string>()
  const fails: Manner = id => {
    const isFirst = !seen.has(id)
    seen.add(id)
    const number = Number(id.slice('evt-'.length))
    return { afterMs: 0, status: isFirst && number % 30 === 0 ? 500 : isFirst && number % 500 === 1 ? undefined : 200 }
  }
  return await Promise.all([
    openReceiver('at once', () => ({ afterMs: 0, status: 204 })),
    openReceiver('slowly', () => ({ afterMs: SLOWLY_MS, status: 200 })),
    openReceiver('fails sometimes', fails)
  ])
}
