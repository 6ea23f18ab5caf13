import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createTimings } from '../../src/http/metrics.ts'
import { listen, openClient } from '../graphql/subscribing.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
afterEach(async () => { await subject.close() })

const read = async (headers: Record<string, string> = asAdmin) => await subject.app.inject({ url: '/metrics', headers })

/** The value of a metric by its name and labels; undefined where it is not told. */
async function valueOf (metric: string): Promise<number | undefined> {
  const line = (await read()).body.split('\n').find(one => one.startsWith(`${metric} `))
  return line === undefined ? undefined : Number(line.slice(metric.length))
}

describe('metrics', () => {
  test('tell of requests by route and status, never by address', async () => {
    subject = await openTestApp({ seed: true, metrics: 'key' })
    for (const id of ['holbaek-2023', 'hvidovre-2023', 'findes-ikke-hemmelig']) await subject.app.inject(`/v1/plans/${id}?version=1`)
    await subject.app.inject('/intet/her')
    expect(await valueOf('http_request_duration_seconds_count{method="GET",route="/v1/plans/:id",status="200"}')).toBe(2)
    expect(await valueOf('http_request_duration_seconds_count{method="GET",route="/v1/plans/:id",status="404"}')).toBe(1)
    expect(await valueOf('http_request_duration_seconds_count{method="GET",route="none",status="404"}')).toBe(1)
    expect(await valueOf('http_requests_under_way')).toBe(1)
    expect((await read()).body).not.toMatch(/hemmelig|holbaek|test-admin|intet/)
  })

  test('tell of statements, of statuses and of what is to be sent', async () => {
    subject = await openTestApp({ metrics: 'key' })
    const { services } = subject
    await services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    await services.plans.putDocument(ADMIN, 'p', planBody())
    await subject.app.inject('/v1/plans/p/status')
    expect(await valueOf('status_evaluations_total')).toBe(1)
    await subject.app.inject('/v1/targets/p.1a/history?from=2024-01-01&to=2024-03-01')
    expect(await valueOf('status_evaluations_total')).toBe(4)
    const before = await valueOf('sql_statements_total') ?? NaN
    await subject.app.inject('/v1/plans/p')
    expect(await valueOf('sql_statements_total')).toBeGreaterThan(before)
    expect(await valueOf('webhook_deliveries_waiting')).toBe(0)
    await services.webhooks.create(ADMIN, { url: 'https://example.org/haendelser', types: ['plan.changed'] })
    await services.planEdits.update(ADMIN, 'p', { title: 'Ny' }, { expectedVersion: 1, reason: 'Rettet' })
    await services.deliveries.fanOut()
    subject.clock.now = new Date(Date.parse(subject.clock.now) + 90_000).toISOString()
    expect([await valueOf('webhook_deliveries_waiting'), await valueOf('webhook_deliveries_oldest_seconds')]).toEqual([1, 90])
    expect(await valueOf('process_resident_memory_bytes')).toBeGreaterThan(1e6)
  })

  test('tell how long statements and the engine took, by few names', async () => {
    const timings = createTimings()
    subject = await openTestApp({ seed: true, metrics: 'key', timings })
    await subject.app.inject('/v1/plans/holbaek-2023/status?asOf=2024-01-01')
    expect(await valueOf('sql_statement_duration_seconds_count{statement="select"}')).toBeGreaterThan(1)
    expect(await valueOf('sql_statement_duration_seconds_sum{statement="select"}')).toBeGreaterThan(0)
    expect(await valueOf('status_evaluation_duration_seconds_count')).toBe(1)
    timings.onStatement('vacuum', 1)
    timings.onStatement('', 1)
    const statements = new Set((await read()).body.match(/statement="\w+"/g))
    expect([...statements].every(one => /"(select|insert|update|delete|with|other)"/.test(one))).toBe(true)
    expect(await valueOf('sql_statement_duration_seconds_count{statement="other"}')).toBeGreaterThanOrEqual(2)
  })

  test('tell of what waits: connections, subscriptions, the event loop; and of the cache', async () => {
    subject = await openTestApp({ seed: true, metrics: 'key' })
    // Who looks for what is to be announced has a connection now and then.
    await expect.poll(async () => [await valueOf('database_connections_used'), await valueOf('database_connections_waited_for'), await valueOf('subscriptions')], { timeout: 5_000 }).toEqual([0, 0, 0])
    const client = openClient(await listen(subject))
    const event = client.iterate({ query: 'subscription { planChanged { cursor } }' }).next()
    await expect.poll(() => valueOf('subscriptions'), { timeout: 5_000 }).toBe(1)
    await client.dispose()
    await event.catch(() => undefined)
    await expect.poll(() => valueOf('subscriptions'), { timeout: 5_000 }).toBe(0)
    const missed = await valueOf('answer_cache_misses_total') ?? NaN
    for (let i = 0; i < 3; i++) await subject.app.inject('/v1/kommuner')
    expect([await valueOf('answer_cache_hits_total'), await valueOf('answer_cache_misses_total')]).toEqual([1, missed + 2])
    expect(await valueOf('answer_cache_bytes')).toBeGreaterThan(100)
    expect(await valueOf('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
  })

  test('count those who hang up, and do not take them for requests under way', async () => {
    subject = await openTestApp({ metrics: 'key' })
    await listen(subject)
    const socket = connect((subject.app.server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(`POST /v1/measurements HTTP/1.1\r\nHost: x\r\nAuthorization: ${asAdmin.authorization}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`)
    await expect.poll(() => valueOf('http_requests_under_way'), { timeout: 5_000 }).toBe(2)
    socket.destroy()
    await expect.poll(() => valueOf('http_requests_aborted_total'), { timeout: 5_000 }).toBe(1)
    expect(await valueOf('http_requests_under_way')).toBe(1)
  })

  test('are for an admin\'s key, unless they are open', async () => {
    subject = await openTestApp({ metrics: 'key' })
    const { secret } = await subject.services.keys.create(ADMIN, { name: 'Læser', scopes: ['drafts:read'] })
    expect([(await read({})).statusCode, (await read({ authorization: `Bearer ${secret}` })).statusCode, (await read()).statusCode]).toEqual([401, 403, 200])
    expect((await subject.app.inject({ method: 'POST', url: '/metrics' })).headers.allow).toContain('GET')
    await subject.close()
    subject = await openTestApp({ metrics: 'open' })
    expect((await read({})).headers).toMatchObject({ 'content-type': expect.stringContaining('text/plain'), 'cache-control': 'no-store' })
    await subject.close()
    subject = await openTestApp()
    expect((await read()).statusCode).toBe(404)
  })
})
