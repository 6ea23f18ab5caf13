import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { openClient } from './graphql/subscribing.ts'
import { asAdmin } from './support/app.ts'
import { startServer } from './support/server.ts'

let server: Awaited<ReturnType<typeof startServer>>
afterEach(async () => {
  server.signal('SIGKILL')
  await server.ended
})

const statusOf = async (path: string): Promise<number> => (await fetch(`${server.address}${path}`)).status

/** A request of which half was sent. `finish` sends the rest. @returns what it was answered, when the connection is closed */
async function halfSent () {
  const body = JSON.stringify({ measurements: [] })
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
  await once(socket, 'connect')
  let answer = ''
  socket.on('data', data => { answer += data.toString() })
  const closed = once(socket, 'close').then(() => answer, () => answer)
  socket.write(`POST /v1/measurements HTTP/1.1\r\nHost: x\r\nAuthorization: ${asAdmin.authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`)
  await setTimeout(300)
  return { finish: () => { socket.write(body.slice(5)) }, closed }
}

describe('a stop', () => {
  test('tells the load balancer first, answers what is under way, and says goodbye to subscribers', async () => {
    server = await startServer({ DRAIN_SECONDS: '5', LOG_LEVEL: 'info' })
    const client = openClient(`${server.address.replace('http', 'ws')}/graphql`)
    await client.ready
    const request = await halfSent()
    expect(await statusOf('/health/ready')).toBe(200)
    server.signal('SIGTERM')
    await expect.poll(() => statusOf('/health/ready'), { timeout: 4_000 }).toBe(503)
    expect([await statusOf('/health/live'), await statusOf('/v1/areas')]).toEqual([200, 200])
    expect(await client.closed).toMatchObject({ code: 1001 })
    await expect.poll(() => fetch(server.address).then(() => 'answered', () => 'refused'), { timeout: 4_000 }).toBe('refused')
    request.finish()
    expect(await request.closed).toMatch(/^HTTP\/1\.1 4\d\d [^]*connection: close/i)
    expect(await server.ended).toBe(0)
    expect(server.said()).toMatch(/SIGTERM: closing[^]*"route":"\/v1\/measurements"/)
  }, 60_000)

  test('is at once where it is said twice', async () => {
    server = await startServer()
    await halfSent()
    server.signal('SIGTERM')
    await expect.poll(() => server.said(), { timeout: 10_000 }).toContain('SIGTERM: closing')
    server.signal('SIGINT')
    expect(await server.ended).toBe(1)
    expect(server.said()).toContain('SIGINT again: ended at once')
  }, 60_000)
})
