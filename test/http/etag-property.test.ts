import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

/** What is read again and again, each by everybody. */
const READS = [
  '/v1/plans', '/v1/plans/p', '/v1/plans/p/document', '/v1/plans/p/versions', '/v1/plans/p/status', '/v1/plans/d', '/v1/plans/d/document', '/v1/goals/p.1', '/v1/goals/p.1/status', '/v1/targets', '/v1/targets/p.1a', '/v1/targets/p.1a/status',
  '/v1/targets/p.1a/history', '/v1/targets/p.1a/status?asOf=2026-06-02', '/v1/targets/p.1a/status?knownAt=2026-06-01T10:00:00Z', '/v1/targets/p.1a/comments', '/v1/measurements', '/v1/measurements?limit=1', '/v1/imports', '/v1/freshness',
  '/v1/figures?indicator=ledighed&area=0250', '/v1/exports/json-stat?indicator=ledighed', '/v1/indicators', '/v1/national-goals', '/v1/mappings', '/v1/changes', '/v1/changes?after=now', '/v1/audit', '/v1/api-keys', '/v1/webhooks', '/v1/me',
  '/v1/exports/measurements?format=csv', '/v1/exports/statuses?format=ndjson', '/v1/exports/plans?format=csv-da&status=draft', '/', '/kommuner/0250', '/reports/p', '/reports/p?since=2026-05-01', '/charts/p.1a.svg', '/badges/p.1a.svg'
]
type Write = (subject: TestApp, value: number) => Promise<unknown>
const ANY = { expectedVersion: 'any' } as const
async function put ({ services }: TestApp, plan: { id: string }): Promise<void> {
  const isThere = (await services.plans.find(ADMIN, { ids: [plan.id] })).length > 0
  await services.plans.putDocument(ADMIN, plan.id, plan, { ...isThere && ANY, reason: 'x' })
}
const WRITES: Write[] = [
  async ({ services }, value) => await services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: `2026-0${1 + value % 5}`, value }] }),
  async (subject, value) => await put(subject, planBody({ title: `Plan ${value % 3}`, period: { from: '2026-01-01', to: '2026-12-31' } }, { window: { start: '2026-01-01', deadline: `2026-06-0${1 + value % 9}` } })),
  // A draft that comes and goes begins at version 1 each time.
  async (subject, value) => await put(subject, planBody({ id: 'd', status: 'draft', title: `Udkast ${value % 3}` })),
  async ({ services }) => await services.planEdits.remove(ADMIN, 'd', ANY).catch((error: { code?: string }) => { if (error.code !== 'not_found') throw error }),
  async ({ services, clock }, value) => await services.comments.record(ADMIN, 'p.1a', { on: clock.now.slice(0, 10), text: `Bemærkning ${value}`, author: 'Chefen' }),
  async ({ services }, value) => await services.indicators.put(ADMIN, 'ledighed', indicatorBody({ definition: `Nr. ${value % 3}` })),
  async ({ services }, value) => await services.nationalGoals.put(ADMIN, '2099-1', { title: `Mål ${value % 3}` }),
  async ({ services }, value) => await services.keys.create(ADMIN, { name: `k${value}`, scopes: ['drafts:read'] }),
  async ({ services }) => await services.webhooks.create(ADMIN, { url: 'https://example.dk/x', types: ['measurements.recorded', 'target.status_changed'] }),
  async ({ services }) => { while (await services.dispatcher.run()); },
  // What is delivered leaves no entry in the audit trail, and may end a webhook.
  async ({ services, clock }, value) => {
    while (await services.deliveries.fanOut());
    for (const webhook of await services.deliveries.due()) {
      const parcel = await services.deliveries.take(webhook)
      for (const message of parcel?.messages ?? []) await services.deliveries.settle(parcel!, message, new Date(clock.now), { status: value % 2 === 0 ? 204 : 410, error: null, retryAfter: null })
    }
  },
  async ({ clock }, value) => { clock.now = new Date(Date.parse(clock.now) + (value % 12) * 4 * 3_600_000 + value).toISOString() }
]
/** What shows when it was computed, and nothing else of that instant. */
const MOMENTS = new Set(['knownAt', 'updated'])
function content (body: string): unknown {
  // Pages and files tell the instant in words, and in the addresses of what they show.
  if (!body.startsWith('{') || body.includes('}\n{')) return body.replace(/\d{4}-\d\d-\d\dT[\d:.%A]+Z|kl\. \d\d\.\d\d|knownAt[^"&]+/g, '')
  return JSON.parse(body, (name, value: unknown) => MOMENTS.has(name) ? null : value)
}

const step = fc.record({ write: fc.option(fc.nat(WRITES.length - 1), { freq: 2 }), value: fc.nat(1000), by: fc.nat(2) })

test('nobody is told that a copy is current where the answer would be another, whatever is written, by whom it is read and when', async () => {
  let current = 0
  await fc.assert(fc.asyncProperty(fc.subarray(READS, { minLength: 3, maxLength: 6 }), fc.array(step, { minLength: 20, maxLength: 40 }), async (urls, steps) => {
    const subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
    try {
      await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
      await WRITES[1]!(subject, 1)
      const readers: Record<string, string>[] = [{}, asAdmin, await keyWith(subject, ['drafts:read', 'plans:write'], ['0250'])]
      const copies = new Map<string, { etag: string, body: string }>()
      for (const { write, value, by } of steps) {
        if (write !== null) await WRITES[write]!(subject, value)
        for (const url of urls) {
          const ask = (headers: Record<string, string>) => subject.app.inject({ url, headers: { ...readers[by], ...headers } })
          const name = `${by} ${url}`
          const copy = copies.get(name)
          const answer = await ask(copy === undefined ? {} : { 'if-none-match': copy.etag })
          expect(answer.statusCode, url).toBeLessThan(500)
          if (answer.statusCode === 200) copies.set(name, { etag: String(answer.headers.etag), body: answer.body })
          if (answer.statusCode !== 304) continue
          current++
          const fresh = await ask({})
          expect([name, fresh.statusCode, content(fresh.body)]).toEqual([name, 200, content(copy!.body)])
        }
      }
    } finally {
      await subject.close()
    }
  }), { numRuns: 15 })
  expect(current).toBeGreaterThan(100)
}, 300_000)
