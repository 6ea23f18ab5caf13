import { afterEach, describe, expect, test } from 'vitest'
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
