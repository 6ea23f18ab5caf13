import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { asAdmin, ADMIN_KEY } from '../support/app.ts'
import { startServer } from '../support/server.ts'
import { openCollector, type Span } from './collector.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const PARENT = 'b7ad6b7169203331'
const CLIENT = 3

let collector: Awaited<ReturnType<typeof openCollector>>
let server: Awaited<ReturnType<typeof startServer>>
const received: IncomingHttpHeaders[] = []
const receiver = createServer((request, response) => {
  received.push(request.headers)
  request.resume()
  response.end()
})

beforeAll(async () => {
  await once(receiver.listen(0, '127.0.0.1'), 'listening')
  collector = await openCollector()
  server = await startServer({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=prøve', OTEL_BSP_SCHEDULE_DELAY: '100', WEBHOOK_TARGETS: 'any', LOG_LEVEL: 'warn' })
}, 60_000)
afterAll(async () => {
  expect(await server.stop()).toBe(0)
  await collector.close()
  receiver.closeAllConnections()
  receiver.close()
})

const ask = (path: string, init: RequestInit = {}) => fetch(`${server.address}${path}`, init)
const childrenOf = (parent: Span) => collector.spans().filter(({ parentSpanId }) => parentSpanId === parent.spanId)

describe('traces', () => {
  test('go on where the caller has begun one: the request, its statements, the engine', async () => {
    const answer = await ask('/v1/plans/holbaek-2023/status?asOf=2024-01-01', { headers: { traceparent: `00-${TRACE}-${PARENT}-01`, 'x-request-id': 'mit-kald' } })
    expect(answer.status).toBe(200)
    const request = await collector.span(({ name, traceId }) => name === 'GET /v1/plans/:id/status' && traceId === TRACE)
    expect(request).toMatchObject({
      parentSpanId: PARENT,
      attributes: { 'http.route': '/v1/plans/:id/status', 'http.request.method': 'GET', 'http.response.status_code': 200, 'url.path': '/v1/plans/:id/status', 'request.id': 'mit-kald' },
      resource: { 'service.name': 'maalopfoelgning', 'deployment.environment.name': 'prøve' }
    })
    const engine = await collector.span(({ name, traceId }) => name === 'status engine' && traceId === TRACE)
    expect(engine).toMatchObject({ parentSpanId: request.spanId, attributes: { 'status.targets': expect.any(Number) } })
    const statements = childrenOf(request).filter(({ kind }) => kind === CLIENT)
    expect(statements.map(({ name }) => name)).toContain('select plans')
    expect(statements.every(({ name, attributes }) => /^(select|with) \w+$/.test(name) && attributes['db.system.name'] === 'sqlite' && attributes['db.query.summary'] === name)).toBe(true)
    expect(collector.paths.every(path => path === 'POST /v1/traces')).toBe(true)
  })

  test('hold a body\'s statements under the request that sent it, GraphQL too', async () => {
    await ask('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', traceparent: `00-${TRACE.replace('0a', '0b')}-${PARENT}-01` }, body: JSON.stringify({ query: '{ plan(id: "hedensted-2021") { title } }' }) })
    const request = await collector.span(({ name, traceId }) => name === 'POST /graphql' && traceId.startsWith('0b'))
    expect(childrenOf(request).map(({ name }) => name)).toContain('select plans')
  })

  test('tell a refusal from a failure, and nothing of what was sent', async () => {
    const secret = 'dybt-hemmelig'
    await ask(`/v1/plans/${secret}?key=${secret}`, { headers: { authorization: `Bearer ${secret}`, 'x-other': secret, baggage: `key=${secret}` } })
    await ask('/v1/measurements', { method: 'POST', headers: { ...asAdmin, 'content-type': 'application/json' }, body: JSON.stringify({ measurements: [{ indicator: secret, value: secret }] }) })
    await ask(`/${secret}`)
    const refused = await collector.span(({ name }) => name === 'POST /v1/measurements')
    expect(refused).toMatchObject({ status: { code: 0 }, events: [], attributes: { 'http.response.status_code': 422 } })
    expect(await collector.span(({ name, attributes }) => name === 'GET' && attributes['http.response.status_code'] === 404)).toMatchObject({ attributes: { 'url.path': '' } })
    expect(collector.text()).not.toMatch(new RegExp(`${secret}|${ADMIN_KEY}|holbaek`))
  })

  test('go out with what is sent to webhooks', async () => {
    const { port } = receiver.address() as AddressInfo
    const made = await ask('/v1/webhooks', { method: 'POST', headers: { ...asAdmin, 'content-type': 'application/json' }, body: JSON.stringify({ url: `http://127.0.0.1:${port}/hemmelig-sti`, types: ['measurements.recorded'] }) })
    expect(made.status).toBe(201)
    const row = { indicator: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke', area: '0250', period: '2024-06', value: 3.9 }
    expect((await ask('/v1/measurements', { method: 'POST', headers: { ...asAdmin, 'content-type': 'application/json' }, body: JSON.stringify({ measurements: [row] }) })).status).toBe(200)
    const sent = await collector.span(({ name }) => name === 'POST webhook')
    expect(sent.attributes).toEqual({ 'http.request.method': 'POST', 'server.address': '127.0.0.1', 'http.response.status_code': 200 })
    expect(received[0]?.traceparent).toBe(`00-${sent.traceId}-${sent.spanId}-01`)
    expect(collector.text()).not.toContain('hemmelig-sti')
  })

  test('do not tell of probes, nor of work that no request asked for', async () => {
    await ask('/health/ready')
    await ask('/metrics', { headers: asAdmin })
    await ask('/v1/areas')
    await collector.span(({ name }) => name === 'GET /v1/areas')
    expect(collector.spans().filter(({ name }) => /health|metrics/.test(name))).toEqual([])
    // A write wakes what works in the background, long after it was answered.
    const write = await collector.span(({ name }) => name === 'POST /v1/measurements')
    expect(childrenOf(write).filter(({ startTimeUnixNano }) => BigInt(startTimeUnixNano) > BigInt(write.endTimeUnixNano))).toEqual([])
    expect(collector.spans().filter(({ kind, parentSpanId, name }) => kind === CLIENT && parentSpanId === undefined && name !== 'POST webhook')).toEqual([])
  })
})

test('a collector that cannot be reached is told of once, and holds up nothing', async () => {
  const alone = await startServer({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_EXPORTER_OTLP_HEADERS: 'api-key=hemmelig', OTEL_EXPORTER_OTLP_TIMEOUT: '300', OTEL_BSP_SCHEDULE_DELAY: '50' })
  for (let i = 0; i < 5; i++) expect((await fetch(`${alone.address}/v1/plans`)).status).toBe(200)
  await vi.waitFor(() => { expect(alone.said()).toContain('traces cannot be sent now') }, { timeout: 20_000 })
  expect(await alone.stop()).toBe(0)
  expect(alone.said().match(/traces cannot be sent now/g)).toHaveLength(1)
  expect(alone.said()).not.toContain('hemmelig')
}, 60_000)
