import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SubscriptionLimits } from '../../graphql/subscriptions/limits.ts'
import { AppError } from '../../src/domain/errors.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { ADMIN, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'
import { openGraphql } from './plugin.ts'
import { listen, openClient, openSocket, refusalOf, take } from './subscribing.ts'

const PLANS = 'subscription ($after: String) { planChanged(after: $after) { cursor plan { id } } }'
const FIGURES = 'subscription ($after: String) { measurementsRecorded(after: $after) { cursor } }'
const subscribe = (id: string, query = PLANS, after = 'evt-0') => ({ id, type: 'subscribe', payload: { query, variables: { after } } })

describe('a connection', () => {
  let t: TestServices
  let app: FastifyInstance
  beforeEach(async () => {
    t = await openServices()
    await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    await t.services.plans.putDocument(ADMIN, 'p', planBody())
  })
  afterEach(async () => {
    await app.close()
    await t.database.close()
  })

  const open = async (limits: Partial<SubscriptionLimits> = {}, mayUse?: (origin: string) => boolean): Promise<string> => {
    app = await openGraphql(t, { limits, ...mayUse && { mayUse } })
    return await listen({ app })
  }
  const record = (value: number) => t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-01', value }] })

  it.each([
    ['of another protocol', 'graphql-ws', [], 4406], ['of no protocol', [], [], 4406], ['that sends no JSON', undefined, ['{'], 4400], ['that sends an unknown message', undefined, [{ type: 'nix' }], 4400],
    ['that sends a list', undefined, ['[]'], 4400], ['that sends binary data', undefined, [Buffer.from('{"type":"connection_init"}')], 4400], ['that begins twice', undefined, [{ type: 'connection_init' }, { type: 'connection_init' }], 4429],
    ['that subscribes before it begins', undefined, [subscribe('1')], 4401], ['whose payload is no object', undefined, [{ type: 'connection_init', payload: 'x' }], 4400],
    ['that uses a name twice', undefined, [{ type: 'connection_init' }, null, subscribe('1'), subscribe('1')], 4409], ['whose message is too large', undefined, [{ type: 'ping', payload: { x: 'x'.repeat(70_000) } }], 1009],
    ['whose name is not text', undefined, [{ type: 'connection_init' }, null, { ...subscribe('1'), id: 1 }], 4400], ['whose query is not text', undefined, [{ type: 'connection_init' }, null, { id: '1', type: 'subscribe', payload: { query: {} } }], 4400]
  ])('%s is ended with its code', async (_, protocol, messages, code) => {
    const connection = openSocket(await open(), protocol)
    await connection.opened.catch(() => undefined)
    for (const message of messages) {
      if (message === null) await connection.until('connection_ack')
      else if (Buffer.isBuffer(message)) connection.socket.send(message)
      else connection.send(message)
    }
    // A client that offers no protocol, or another, is told by its library before the server's code arrives.
    const ended = await connection.closed
    expect(protocol === undefined ? ended.code : [4406, 1006]).toEqual(protocol === undefined ? code : expect.arrayContaining([ended.code]))
    expect(await take(openClient(await listen({ app })), PLANS, 1, { after: 'evt-0' })).toHaveLength(1)
  })

  it('names that every object has are names like others', async () => {
    const { init, send, until, socket } = openSocket(await open())
    await init()
    send(subscribe('constructor'), subscribe('__proto__', 'subscription { nix }'))
    expect((await until('next')).id).toBe('constructor')
    expect((await until('error')).id).toBe('__proto__')
    socket.terminate()
  })

  it('answers pings, and ends subscriptions that the client completes', async () => {
    const { init, send, until, messages, socket } = openSocket(await open())
    await init()
    send({ type: 'ping', payload: { a: 1 } }, subscribe('1', FIGURES))
    expect(await until('pong')).toEqual({ type: 'pong', payload: { a: 1 } })
    await record(1)
    await until('next')
    send({ type: 'complete', id: '1' }, { type: 'complete', id: 'nix' })
    await setTimeout(50)
    const told = messages.length
    await record(2)
    await setTimeout(100)
    expect(messages).toHaveLength(told)
    send(subscribe('1', PLANS))
    expect((await until('next')).id).toBe('1')
    socket.terminate()
  })

  it('that does not begin is ended', async () => {
    expect(await openSocket(await open({ init: 30 })).closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
  })

  it('is one of so many, from one address and in all; whoever goes makes room', async () => {
    for (const limits of [{ connections: 2 }, { fromAddress: 2 }]) {
      const url = await open(limits)
      const [first, second] = [openSocket(url), openSocket(url)]
      await Promise.all([first.init(), second.init()])
      expect(await openSocket(url).closed).toEqual({ code: 1013, reason: expect.stringMatching(/connections/) })
      first.socket.close()
      await first.closed
      const next = openSocket(url)
      await next.init()
      for (const { socket } of [second, next]) socket.terminate()
      await app.close()
    }
  })

  it('has so many subscriptions', async () => {
    const client = openClient(await open({ subscriptions: 3 }))
    const ended = [1, 2, 3].map(() => client.subscribe({ query: FIGURES }, { next: () => {}, error: () => {}, complete: () => {} }))
    expect(await refusalOf(client, PLANS)).toMatchObject([{ message: expect.stringContaining('3 subscriptions'), extensions: { code: 'invalid_request' } }])
    ended[0]!()
    expect(await take(client, PLANS, 1, { after: 'evt-0' })).toHaveLength(1)
    await client.dispose()
  })

  it('sends so many messages, pings of the line among them', async () => {
    const url = await open({ messages: 10 })
    for (const flood of [(socket: WebSocketLike) => socket.ping(), (socket: WebSocketLike) => socket.send('{"type":"ping"}')]) {
      const { init, socket, closed } = openSocket(url)
      await init()
      for (let at = 0; at < 20; at++) flood(socket)
      expect(await closed).toEqual({ code: 4429, reason: expect.stringContaining('More than 10 messages') })
    }
  })
  type WebSocketLike = { ping: () => void, send: (text: string) => void }

  it('that does not answer is ended', async () => {
    const { init, closed, socket } = openSocket(await open({ ping: 30 }), undefined, { autoPong: false })
    await init()
    const began = performance.now()
    expect((await closed).code).toBe(1006)
    expect(performance.now() - began).toBeLessThan(1_000)
    const alive = openSocket(await listen({ app }))
    await alive.init()
    await setTimeout(150)
    expect(alive.socket.readyState).toBe(alive.socket.OPEN)
    for (const one of [alive.socket, socket]) one.terminate()
  })

  it('that reads too slowly is ended', { timeout: 20_000 }, async () => {
    const url = await open({ waiting: 200_000, messages: 1_000_000 })
    const slow = openSocket(url)
    await slow.init()
    slow.socket.pause()
    // It asks and never reads: answers pile up, first on the way, then here.
    const payload = { x: 'x'.repeat(60_000) }
    for (let at = 0; at < 400 && slow.socket.readyState === slow.socket.OPEN; at++) {
      slow.send({ type: 'ping', payload })
      await setTimeout(1)
    }
    slow.socket.resume()
    expect(await slow.closed).toEqual({ code: 1013, reason: expect.stringContaining('too slowly') })
  })

  it('tells an event for so much, and the next one after', async () => {
    for (const version of [1, 2, 3]) await t.services.plans.putDocument(ADMIN, 'p', planBody({ title: `Nr. ${version}` }), { expectedVersion: version, reason: 'x' })
    const url = await open({ eventCost: 50 })
    const statuses = (count: number) => `subscription { planChanged(after: "evt-0") { plan { ${Array.from({ length: count }, (_, at) => `a${at}: status(asOf: "2024-02-${10 + at}") { counts { atRisk } }`).join(' ')} } } }`
    const [cheap, dear] = [openClient(url), openClient(url)]
    expect(await take(cheap, statuses(6), 4)).toHaveLength(4)
    let told = 0
    for await (const { errors } of dear.iterate({ query: statuses(12) })) {
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'invalid_request', limit: 50, errors: [{ code: 'query_too_costly' }] } })
      if (++told === 4) break
    }
    await Promise.all([cheap.dispose(), dear.dispose()])
  })

  it('tells at least the place of an event that cannot be told', async () => {
    const client = openClient(await open({ eventCost: 1 }))
    const { items: [event] } = await t.services.changes.list({ type: ['plan.adopted'] })
    const { value } = await client.iterate({ query: 'subscription { planChanged(after: "evt-0") { kommune { regions { id } memberships { area { id } } } } }' }).next()
    expect(value).toMatchObject({ data: null, errors: [{ extensions: { code: 'invalid_request', errors: [{ code: 'query_too_costly' }] } }], extensions: { cursor: event!.id } })
    await client.dispose()
  })

  it('of a key that is revoked or runs out is ended', async () => {
    const url = await open({ check: 30 })
    const make = async (change: object = {}) => await t.services.keys.create(ADMIN, { name: 'n', scopes: ['drafts:read'], ...change })
    const [revoked, expired, kept] = [await make(), await make({ expiresAt: '2026-06-01T11:00:00.000Z' }), await make()]
    const [one, two, three] = [revoked, expired, kept].map(({ secret }) => openClient(url, { Authorization: `Bearer ${secret}` }))
    await Promise.all([one, two, three].map(client => take(client!, PLANS, 1, { after: 'evt-0' })))
    await t.services.keys.revoke(ADMIN, revoked.key.id)
    expect(await one!.closed).toEqual({ code: 4403, reason: expect.stringContaining('was revoked') })
    t.clock.now = '2026-06-01T12:00:00.000Z'
    expect(await two!.closed).toEqual({ code: 4403, reason: expect.stringContaining('expired') })
    expect(await take(three!, PLANS, 1, { after: 'evt-0' })).toHaveLength(1)
    await three!.dispose()
  })

  it('is ended where the database cannot answer for a moment, so that clients connect again and miss nothing', async () => {
    let isGone = true
    const whenThere = <In extends unknown[], Out>(work: (...given: In) => Promise<Out>) => async (...given: In): Promise<Out> => {
      if (isGone) throw new AppError('unavailable', 'The database cannot answer right now.')
      return await work(...given)
    }
    const { keys, changeWatches, plans } = t.services
    const services = { ...t.services, plans: { ...plans, find: whenThere(plans.find) }, changeWatches: { ...changeWatches, plans: whenThere(changeWatches.plans) } }
    app = await openGraphql({ services }, { authenticate: whenThere(keys.authenticate) })
    const url = await listen({ app })
    const passing = { code: 1013, reason: 'The database cannot answer right now.' }
    expect(await openClient(url).closed).toEqual(passing)
    isGone = false
    const { nextCursor: last } = await t.services.changes.list({ after: 'now' })
    const [begun, telling] = [openSocket(url), openSocket(url)]
    await Promise.all([begun.init(), telling.init()])
    telling.send(subscribe('1', PLANS, last))
    await setTimeout(200)
    isGone = true
    begun.send(subscribe('1'))
    await t.services.planEdits.close(ADMIN, 'p', { reason: 'Året er gået' }, { expectedVersion: 1 })
    expect(await begun.closed).toEqual(passing)
    expect(await telling.closed).toEqual(passing)
    expect(telling.messages.filter(({ type }) => type !== 'connection_ack')).toEqual([])
  })

  it('of a page whose origin may not is ended', async () => {
    const url = await open({}, origin => origin === 'https://en.dk')
    expect(await openSocket(url, undefined, { origin: 'https://anden.dk' }).closed).toEqual({ code: 4403, reason: expect.stringContaining('CORS_ORIGINS') })
    const { init, socket } = openSocket(url, undefined, { origin: 'https://en.dk' })
    await init()
    socket.terminate()
  })

  it('is ended when the server goes, at once or where the client does not answer', async () => {
    const url = await open({ goodbye: 100 })
    const [good, mute] = [openSocket(url), openSocket(url)]
    await Promise.all([good.init(), mute.init()])
    good.send(subscribe('1', FIGURES))
    mute.socket.pause()
    const began = performance.now()
    await app.close()
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(await good.closed).toEqual({ code: 1001, reason: expect.stringContaining('going') })
    mute.socket.terminate()
  })
})

describe('upgrades', () => {
  let t: TestApp
  beforeEach(async () => { t = await openTestApp() })
  afterEach(async () => { await t.close() })

  /** What a server answers to a request as it is written; the first kilobytes. */
  async function answerTo (lines: string[]): Promise<string> {
    const { port } = new URL((await listen(t)).replace('ws:', 'http:'))
    const socket = connect(Number(port), '127.0.0.1')
    socket.write([...lines, 'Host: x', '', ''].join('\r\n'))
    let text = ''
    for await (const chunk of socket) {
      text += String(chunk)
      if (text.includes('\r\n\r\n')) break
    }
    return text
  }

  it.each([
    ['GET /v1/areas/DK HTTP/1.1', 'h2c', 200], ['GET /v1/areas/DK HTTP/1.1', 'websocket', 200], ['GET /graphql?query={plans{id}} HTTP/1.1', 'h2c', 200], ['GET /graphql/schema.graphql HTTP/1.1', 'websocket', 200], ['GET /nix HTTP/1.1', 'websocket', 404],
    ['GET /graphql HTTP/1.1', 'websocket', 400]
  ])('of other kinds and to other places are answered as if they asked for none: %s %s', async (line, upgrade, status) => {
    const answer = await answerTo([line, 'Connection: Upgrade', `Upgrade: ${upgrade}`])
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  it('with a wrong key are refused as requests are, and leave nothing open', async () => {
    const answer = await answerTo(['GET /graphql HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Authorization: Bearer nobody'])
    expect(answer).toMatch(/^HTTP\/1.1 401 /)
    expect(answer).toContain('The key is not known')
  })

  it('count as requests do', async () => {
    const limited = await openTestApp({ rateLimit: 3 })
    const url = await listen(limited)
    const codes = []
    for (let at = 0; at < 5; at++) codes.push(await openSocket(url).opened.then(() => 101, (error: Error) => error.message))
    expect(codes).toEqual([101, 101, 101, 'Unexpected server response: 429', 'Unexpected server response: 429'])
    await limited.close()
  })

  it('leave keep-alive requests and the key of the page as they were', async () => {
    expect((await t.app.inject({ url: '/graphql', query: { query: '{ plans { id } }' }, headers: asAdmin })).json()).toEqual({ data: { plans: [] } })
  })
})
