import { once } from 'node:events'
import { type AddressInfo, createServer, type LookupFunction } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createSender } from '../../src/events/send.ts'
import { openReceiver, type Received, type Receiver, type Reply } from './receiver.ts'

let receiver: Receiver
afterEach(() => receiver?.close())

const never = new AbortController().signal
const send = createSender({ targets: 'any', timeoutMs: 300 })
const message = (url: string) => ({ url, headers: { 'webhook-id': 'evt-1' }, body: '{"æ":1}' })

async function sendTo (reply: (request: Received) => Reply, path = '') {
  receiver = await openReceiver(reply)
  return await send(message(`${receiver.url}${path}`), never)
}

describe('what is answered', () => {
  test.each([200, 201, 204, 299])('%s is a success', async status => {
    expect(await sendTo(() => status, 'maal?x=1')).toEqual({ status, error: null, retryAfter: null })
    expect(receiver.received).toMatchObject([{ path: '/maal?x=1', body: '{"æ":1}', headers: { 'webhook-id': 'evt-1', 'content-type': 'application/json', 'content-length': '8', 'user-agent': 'Maalopfoelgning-Webhooks/1' } }])
  })

  test.each([[400, 'answered 400'], [410, 'the receiver wants no more'], [500, 'answered 500']])('%s is none, and says why', async (status, error) => {
    expect(await sendTo(() => status)).toEqual({ status, error: expect.stringContaining(error), retryAfter: null })
  })

  test.each([301, 302, 303, 307, 308])('a redirect (%s) is not followed', async status => {
    const other = await openReceiver()
    const answer = await sendTo(() => ({ status, headers: { location: other.url } }))
    expect(answer).toMatchObject({ status, error: expect.stringContaining('redirects are not followed') })
    expect([receiver.received.length, other.received.length]).toEqual([1, 0])
    await other.close()
  })

  test('Retry-After is told', async () => {
    expect(await sendTo(() => ({ status: 503, headers: { 'retry-after': '120' } }))).toMatchObject({ status: 503, retryAfter: '120' })
  })

  test('an endless answer is not read to its end', async () => {
    const endless = (response: { write: (text: string) => boolean, writeHead: (status: number) => unknown, on: (name: string, listener: () => void) => unknown, destroyed: boolean }) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1)
      response.on('close', () => { clearInterval(timer) })
    }
    expect(await sendTo(() => endless as Reply)).toEqual({ status: 200, error: null, retryAfter: null })
  })
})

describe('no answer', () => {
  test('comes in time: it is no longer waited for', async () => {
    const began = performance.now()
    expect(await sendTo(() => undefined)).toEqual({ status: null, error: 'no answer within 0.3 seconds', retryAfter: null })
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('is left of one that began and hangs: its status counts', async () => {
    expect(await sendTo(() => response => { response.writeHead(200).write('x') })).toMatchObject({ status: 200, error: null })
  })

  test.each([
    ['breaks off', ''], ['speaks no HTTP', 'hello\r\n\r\n'], ['changes the protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'],
    ['sends endless headers', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`], ['only says to go on', 'HTTP/1.1 100 Continue\r\n\r\n']
  ])('comes from a receiver that %s', async (_, text) => {
    const server = createServer(socket => { socket.on('error', () => {}).once('data', () => { socket.end(text) }) }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const answer = await send(message(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`), never)
    expect(answer).toEqual({ status: null, error: expect.stringMatching(/^(could not be reached|the connection ended|no answer)/), retryAfter: null })
    server.close()
  })

  test('comes from nobody, and the port is named', async () => {
    const gone = await openReceiver()
    await gone.close()
    expect(await send(message(gone.url), never)).toMatchObject({ status: null, error: expect.stringContaining('ECONNREFUSED') })
    const lookup: LookupFunction = (name, _, done) => { done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), []) }
    expect(await createSender({ targets: 'any', lookup })(message('http://nothing.example/'), never)).toMatchObject({ status: null, error: expect.stringContaining('ENOTFOUND nothing.example') })
  })

  test('is waited for no longer when it is broken off', async () => {
    receiver = await openReceiver(() => undefined)
    const breaking = new AbortController()
    setTimeout(() => { breaking.abort() }, 20)
    expect(await send(message(receiver.url), breaking.signal)).toMatchObject({ status: null })
  })
})

describe('connections', () => {
  /** A receiver that answers so many requests of a connection, and then closes it without an answer. */
  async function answering (count: number) {
    let connections = 0
    const server = createServer(socket => {
      connections++
      let left = count
      socket.on('error', () => {}).on('data', () => {
        if (left-- > 0) socket.write('HTTP/1.1 204 No Content\r\nConnection: keep-alive\r\n\r\n')
        else socket.destroy()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, count: () => connections, close: () => server.close() }
  }

  test('are used again', async () => {
    const { url, count, close } = await answering(100)
    for (let sent = 0; sent < 5; sent++) expect(await send(message(url), never)).toMatchObject({ status: 204 })
    expect(count()).toBe(1)
    close()
  })

  test('that the receiver has closed are replaced at once, and that is no failure', async () => {
    const { url, count, close } = await answering(1)
    for (let sent = 0; sent < 4; sent++) expect(await send(message(url), never)).toEqual({ status: 204, error: null, retryAfter: null })
    expect(count()).toBe(4)
    close()
  })

  test('of a receiver that never answers on a new one are a failure', async () => {
    const { url, count, close } = await answering(0)
    expect(await send(message(url), never)).toMatchObject({ status: null, error: expect.stringContaining('ECONNRESET') })
    expect(count()).toBe(1)
    close()
  })
})

describe('only the public internet is sent to', () => {
  const open = createSender({ targets: 'public', timeoutMs: 2_000 })
  const PRIVATE = { status: null, error: expect.stringContaining('not of the public internet'), retryAfter: null }

  test.each([
    'https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0177.0.0.1/', 'https://0.0.0.0/', 'https://localhost/',
    'https://[::1]/', 'https://[::]/', 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:10.0.0.1]/', 'https://[fe80::1]/', 'https://[fd00::1]/', 'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/',
    'https://10.0.0.1/', 'https://172.16.0.1/', 'https://192.168.1.1/', 'https://100.64.0.1/', 'https://169.254.169.254/latest/meta-data/', 'https://224.0.0.1/', 'https://255.255.255.255/'
  ])('not to %s', async url => {
    expect(await open(message(url), never)).toEqual(PRIVATE)
  })

  test('not to a name that leads elsewhere when it is looked up, or to one of two addresses', async () => {
    let connections = 0
    const server = createServer(socket => { connections++; socket.destroy() }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `https://looks-public.example:${(server.address() as AddressInfo).port}/`
    for (const addresses of [['127.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['::ffff:127.0.0.1']]) {
      const lookup: LookupFunction = (_, __, done) => { done(null, addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))) }
      expect(await createSender({ targets: 'public', lookup })(message(url), never)).toEqual(PRIVATE)
    }
    expect(connections).toBe(0)
    server.close()
  })

  test('and not without https', async () => {
    receiver = await openReceiver()
    expect(await open(message(receiver.url), never)).toMatchObject({ status: null, error: expect.stringContaining('not https') })
    expect(receiver.received).toEqual([])
  })
})
