import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { ADMIN_KEY } from '../ha/instances.ts'
import { LARGE } from './world.ts'

const EACH = 8
const BYTES = 16
const EVERY_MS = 500
const LARGE_READS = [`/v1/exports/measurements?indicator=${LARGE}&format=csv`, `/v1/exports/measurements?indicator=${LARGE}&format=ndjson`, '/v1/statuses?asOf=2024-09-15&limit=2000', '/v1/exports/statuses?asOf=2024-09-15&format=csv']

/** Clients that take a large answer a few bytes at a time, and as many that never read, for so long. @returns how many the server let go meanwhile */
export async function readSlowly (base: string, forMs: number): Promise<{ clients: number, letGo: number }> {
  const { port } = new URL(base)
  let letGo = 0
  let isOver = false
  const sockets = Array.from({ length: 2 * EACH }, (_, at): Socket => {
    const socket = connect({ port: Number(port), host: '127.0.0.1' })
    socket.on('error', () => {}).on('close', () => { if (!isOver) letGo++ })
    socket.write(`GET ${LARGE_READS[at % LARGE_READS.length]} HTTP/1.1\r\nHost: soak\r\nAuthorization: Bearer ${ADMIN_KEY}\r\n\r\n`)
    socket.pause()
    if (at >= EACH) return socket
    // In paused mode nothing more is taken from the socket than is read here.
    socket.on('readable', () => {})
    const timer = setInterval(() => { socket.read(BYTES) }, EVERY_MS)
    return socket.on('close', () => { clearInterval(timer) })
  })
  await setTimeout(forMs)
  isOver = true
  for (const socket of sockets) socket.destroy()
  return { clients: sockets.length, letGo }
}
