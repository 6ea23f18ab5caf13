import type { AuditAction } from '../../src/domain/audit.ts'
import type { TestApp } from '../support/app.ts'
import type { RestClient } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

// Every operation that writes, as one request that does it.

/** One write as it is sent: what of the operation's path is filled in, its body, and what else it takes. */
export type Write = { ids?: Record<string, string>, body?: unknown, query?: string, headers?: Record<string, string> }
export type Prepare = (subject: TestApp) => Write | Promise<Write>

let number = 0
/** A name that nothing else has. */
const fresh = (): string => `n${++number}`
const ANY = { 'if-match': '*' }
const json = { 'content-type': 'application/json' }
export const figure = () => ({ indicator: 'ledighed', area: '0250', period: `${1900 + ++number}-06`, value: 3 })
const mapping = (id: string) => ({ id, title: { da: 'En', en: 'One' }, table: 'y1', series: [{ measure: 'Antal', indicator: 'ledighed' }] })
const rule = { kind: 'all_of', rules: [{ kind: 'milestone', deliverables: [{ code: 'aftale', title: 'Aftale' }] }, { kind: 'assessment' }] }

async function madePlan ({ services }: TestApp, id = fresh(), change: Record<string, unknown> = {}): Promise<string> {
  await services.plans.putDocument(ADMIN, id, planBody({ id, ...change }, { indicator: null, rule }))
  return id
}
/** An edit of a draft with two goals, the first of which has a target. */
const changing = (write: (plan: string) => Write): { action: AuditAction, prepare: Prepare } => ({
  action: 'plan.changed',
  prepare: async subject => {
    const { goals } = planBody({}, { indicator: null, rule })
    const plan = await madePlan(subject, fresh(), { status: 'draft', goals: [...goals, { code: '2', kind: 'local', title: 'To' }] })
    return { headers: ANY, ...write(plan) }
  }
})
const madeImport = async ({ services }: TestApp): Promise<string> => (await services.measurements.record(ADMIN, { measurements: [figure()] })).import ?? ''
const madeKey = async ({ services }: TestApp): Promise<string> => (await services.keys.create(ADMIN, { name: 'x', scopes: ['drafts:read'] })).key.id
const madeWebhook = async ({ services }: TestApp): Promise<string> => (await services.webhooks.create(ADMIN, { url: 'https://example.dk/x', types: ['measurements.recorded'] })).webhook.id
const madeComment = async (subject: TestApp): Promise<string> => (await subject.services.comments.record(ADMIN, `${await madePlan(subject)}.1a`, { on: '2026-05-01', text: 'Godt', author: 'Chefen' })).id
/** A webhook with an event that was looked at for it and delivered. */
async function madeDelivery (subject: TestApp): Promise<{ id: string, delivery: string, seq: number }> {
  const { services, clock } = subject
  const id = await madeWebhook(subject)
  await madeImport(subject)
  while (await services.deliveries.fanOut());
  const parcel = await services.deliveries.take(id)
  for (const message of parcel?.messages ?? []) await services.deliveries.settle(parcel!, message, new Date(clock.now), { status: 204, error: null, retryAfter: null })
  const { items: [delivery] } = await services.webhooks.log.list(ADMIN, id, {})
  return { id, delivery: delivery!.id, seq: delivery!.seq }
}

/** Every operation that writes, a request that does it, and what it is called in the trail. Who adds an operation adds it here. */
export const WRITES: Record<string, { action: AuditAction, prepare: Prepare }> = {
  'PUT /v1/plans/{id}/document': { action: 'plan.created', prepare: () => { const id = fresh(); return { ids: { id }, body: planBody({ id }) } } },
  'POST /v1/plans': { action: 'plan.created', prepare: () => { const { goals: _, status: __, ...head } = planBody({ id: fresh() }); return { body: head } } },
  'POST /v1/plans/{id}/copy': { action: 'plan.created', prepare: async subject => ({ ids: { id: await madePlan(subject, `${fresh()}-2024`) }, body: { to: 2025 } }) },
  'PATCH /v1/plans/{id}': changing(id => ({ ids: { id }, body: { title: 'En anden' } })),
  'POST /v1/plans/{id}/adopt': changing(id => ({ ids: { id }, body: {} })),
  'POST /v1/plans/{id}/close': { action: 'plan.changed', prepare: async subject => ({ ids: { id: await madePlan(subject) }, headers: ANY, body: { reason: 'Året er gået' } }) },
  'POST /v1/plans/{id}/withdraw': { action: 'plan.changed', prepare: async subject => ({ ids: { id: await madePlan(subject) }, headers: ANY, body: { reason: 'Erstattet af en anden' } }) },
  'DELETE /v1/plans/{id}': { ...changing(id => ({ ids: { id } })), action: 'plan.removed' },
  'POST /v1/plans/{id}/goals': changing(id => ({ ids: { id }, body: { kind: 'local', title: 'Endnu et' } })),
  'PATCH /v1/goals/{id}': changing(id => ({ ids: { id: `${id}.1` }, body: { title: 'Et andet' } })),
  'DELETE /v1/goals/{id}': changing(id => ({ ids: { id: `${id}.1` }, query: '?withTargets=true' })),
  'POST /v1/goals/{id}/move': changing(id => ({ ids: { id: `${id}.1` }, body: { position: 1 } })),
  'POST /v1/goals/{id}/targets': changing(id => ({ ids: { id: `${id}.1` }, body: { title: 'Endnu et', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule } })),
  'PATCH /v1/targets/{id}': changing(id => ({ ids: { id: `${id}.1a` }, body: { title: 'Et andet' } })),
  'DELETE /v1/targets/{id}': changing(id => ({ ids: { id: `${id}.1a` } })),
  'POST /v1/targets/{id}/move': changing(id => ({ ids: { id: `${id}.1a` }, body: { goal: `${id}.2` } })),
  'PUT /v1/indicators/{id}': { action: 'indicator.created', prepare: () => ({ ids: { id: fresh() }, body: indicatorBody() }) },
  'PATCH /v1/indicators/{id}': { action: 'indicator.changed', prepare: async ({ services }) => { const id = fresh(); await services.indicators.put(ADMIN, id, indicatorBody()); return { ids: { id }, body: { decimals: 3 } } } },
  'DELETE /v1/indicators/{id}': { action: 'indicator.removed', prepare: async ({ services }) => { const id = fresh(); await services.indicators.put(ADMIN, id, indicatorBody()); return { ids: { id } } } },
  'PATCH /v1/national-goals/{id}': { action: 'national_goal.changed', prepare: () => ({ ids: { id: '2024-1' }, body: { title: 'Rettet' } }) },
  'DELETE /v1/national-goals/{id}': { action: 'national_goal.removed', prepare: async ({ services }) => { await services.nationalGoals.put(ADMIN, '2098-1', { title: 'Flere i job' }); return { ids: { id: '2098-1' } } } },
  'PUT /v1/national-goals/{id}': { action: 'national_goal.created', prepare: () => ({ ids: { id: '2099-1' }, body: { title: 'Flere i job' } }) },
  'PUT /v1/mappings/{id}': { action: 'mapping.created', prepare: () => { const id = fresh(); return { ids: { id }, body: mapping(id) } } },
  'DELETE /v1/mappings/{id}': { action: 'mapping.removed', prepare: async ({ services }) => ({ ids: { id: (await services.mappings.put(ADMIN, 'gone', mapping('gone'))).mapping.id } }) },
  'POST /v1/measurements': { action: 'measurements.recorded', prepare: () => ({ body: { measurements: [figure(), figure()] } }) },
  'DELETE /v1/measurements/{id}': {
    action: 'measurements.withdrawn',
    prepare: async ({ services }) => {
      const row = figure()
      await services.measurements.record(ADMIN, { measurements: [row] })
      return { ids: { id: Buffer.from(JSON.stringify([row.indicator, row.area, null, row.period])).toString('base64url') } }
    }
  },
  'POST /v1/imports/{id}/undo': { action: 'measurements.undone', prepare: async subject => ({ ids: { id: await madeImport(subject) } }) },
  'POST /v1/imports/jobindsats': {
    action: 'measurements.recorded',
    prepare: async ({ services }) => {
      await services.mappings.put(ADMIN, 'table', mapping('table'))
      return { query: '?mapping=table', headers: json, body: JSON.stringify({ columns: ['Periode', 'Område', 'Antal'], rows: [[`${1900 + ++number}M06`, 'Frederikssund', 4]] }) }
    }
  },
  'POST /v1/imports/json-stat': {
    action: 'measurements.recorded',
    prepare: () => {
      const one = (label: string) => ({ category: { index: [label] } })
      const { indicator, area, period } = figure()
      return { headers: json, body: JSON.stringify({ version: '2.0', class: 'dataset', id: ['indicator', 'area', 'period'], size: [1, 1, 1], role: { metric: ['indicator'], geo: ['area'], time: ['period'] }, dimension: { indicator: one(indicator), area: one(area), period: one(period) }, value: [3] }) }
    }
  },
  'POST /v1/targets/{id}/deliverables/{code}': { action: 'deliverable.recorded', prepare: async subject => ({ ids: { id: `${await madePlan(subject)}.1a`, code: 'aftale' }, body: { doneOn: '2026-05-01' } }) },
  'POST /v1/targets/{id}/assessments': { action: 'assessment.recorded', prepare: async subject => ({ ids: { id: `${await madePlan(subject)}.1a` }, body: { on: '2026-05-01', status: 'on_track' } }) },
  'POST /v1/targets/{id}/comments': { action: 'comment.recorded', prepare: async subject => ({ ids: { id: `${await madePlan(subject)}.1a` }, body: { on: '2026-05-01', text: 'Godt', author: 'Chefen' } }) },
  'PATCH /v1/comments/{id}': { action: 'comment.changed', prepare: async subject => ({ ids: { id: await madeComment(subject) }, body: { text: 'Skidt' } }) },
  'DELETE /v1/comments/{id}': { action: 'comment.withdrawn', prepare: async subject => ({ ids: { id: await madeComment(subject) } }) },
  'POST /v1/api-keys': { action: 'key.created', prepare: () => ({ body: { name: 'x', scopes: ['drafts:read'] } }) },
  'POST /v1/api-keys/{id}/rotate': { action: 'key.rotated', prepare: async subject => ({ ids: { id: await madeKey(subject) } }) },
  'DELETE /v1/api-keys/{id}': { action: 'key.revoked', prepare: async subject => ({ ids: { id: await madeKey(subject) } }) },
  'POST /v1/webhooks': { action: 'webhook.created', prepare: () => ({ body: { url: 'https://example.dk/x', types: ['plan.adopted'] } }) },
  'POST /v1/webhooks/{id}/rotate': { action: 'webhook.rotated', prepare: async subject => ({ ids: { id: await madeWebhook(subject) } }) },
  'POST /v1/webhooks/{id}/resume': { action: 'webhook.resumed', prepare: async subject => ({ ids: { id: await madeWebhook(subject) } }) },
  'DELETE /v1/webhooks/{id}': { action: 'webhook.removed', prepare: async subject => ({ ids: { id: await madeWebhook(subject) } }) },
  'POST /v1/webhooks/{id}/replay': { action: 'webhook.replayed', prepare: async subject => { const { id, seq } = await madeDelivery(subject); return { ids: { id }, body: { after: `evt-${seq - 1}` } } } },
  'POST /v1/webhooks/{id}/deliveries/{delivery}/replay': { action: 'webhook.replayed', prepare: async subject => { const { id, delivery } = await madeDelivery(subject); return { ids: { id, delivery } } } }
}
/** What is sent by another method than GET and writes nothing. */
export const ONLY_TELLS = ['POST /v1/imports/preview', 'POST /v1/targets/{id}/what-if']

/** Sends a write, with headers of one's own. The database needs the indicator `ledighed`. */
export async function send (rest: RestClient, operation: string, { ids = {}, query = '', body, headers = {} }: Write, own: Record<string, string> = {}) {
  const [method = '', path = ''] = operation.split(' ')
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? '')) + query
  const call = { POST: rest.post, PUT: rest.put, PATCH: rest.patch, DELETE: (to: string, _: unknown, more: Record<string, string>) => rest.delete(to, more) }[method]
  if (call === undefined) throw new Error(`${method} is no method that this test sends`)
  return await call(url, body, { ...headers, ...own })
}
