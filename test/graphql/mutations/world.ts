import { asAdmin, openTestApp, type TestApp } from '../../support/app.ts'
import { ADMIN, indicatorBody, planBody } from '../../support/services.ts'
import { dataOf } from '../ask.ts'

export type UserError = { path: string[], code: string, message: { da: string, en: string }, conflict: { currentVersion: number, changesSince: number | null, changes: { path: string }[] } | null }
export const USER_ERRORS = 'userErrors { path code message { da en } conflict { currentVersion changesSince changes { path op before after } moreChanges } }'
export type World = Awaited<ReturnType<typeof openWorld>>

const window = { start: '2024-01-01', deadline: '2024-12-31' }

/** A plan with something in each of its lists: `p.1` and `p.2` are goals, `p.1a` to `p.1c` targets, judged by figures, a milestone and people. */
export const fullPlan = (change: Record<string, unknown> = {}) => {
  const [goal] = planBody().goals
  const targets = [
    ...goal?.targets ?? [],
    { code: '1b', title: 'En aftale', window, rule: { kind: 'milestone', deliverables: [{ code: 'a', title: 'Aftale', due: '2024-06-01' }] } },
    { code: '1c', title: 'Godt samarbejde', window, rule: { kind: 'assessment' } }
  ]
  return planBody({
    goals: [
      { ...goal, objectives: [{ code: 'O1', text: 'Flere i job' }], initiatives: [{ code: 'I1', title: 'Jobmesse' }], targets },
      { code: '2', kind: 'local', title: 'Et mål til', nationalGoals: ['2024-5'] }
    ],
    commitments: [{ code: 'C1', text: 'Svar inden 48 timer', quantity: 48, unit: 'hours' }, { code: 'C2', text: 'Et møde om året', quantity: 1, unit: 'meeting' }],
    notes: [{ kind: 'context', text: 'Første' }, { kind: 'context', text: 'Anden' }],
    ...change
  })
}

/**
 * A server with an indicator and one that nothing uses, an adopted plan `p`, a draft `kladde` like it, a mapping, a comment, a key, and a webhook to which one event
 * was delivered.
 */
export async function openWorld () {
  const test = await openTestApp({ now: '2026-07-01T10:00:00Z' })
  const { services, clock } = test
  await services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  await services.indicators.put(ADMIN, 'ubrugt', indicatorBody())
  const { webhook } = await services.webhooks.create(ADMIN, { url: 'https://example.dk/maal', types: ['plan.adopted'], kommuner: ['0250'] })
  await services.plans.putDocument(ADMIN, 'p', fullPlan())
  await services.plans.putDocument(ADMIN, 'kladde', fullPlan({ id: 'kladde', status: 'draft' }))
  await services.mappings.put(ADMIN, 'tabel', { id: 'tabel', title: { da: 'Ledighed', en: 'Unemployment' }, table: 'y01', series: [{ measure: 'Procent', indicator: 'ledighed' }] })
  const comment = await services.comments.record(ADMIN, 'p.1a', { on: '2024-05-01', text: 'Et nyt hold', author: 'Chefen' })
  const { key } = await services.keys.create(ADMIN, { name: 'til Greve', scopes: ['plans:write'], kommuner: ['0253'] })
  await services.deliveries.fanOut()
  const parcel = await services.deliveries.take(webhook.id)
  const [message] = parcel?.messages ?? []
  if (parcel === null || message === undefined) throw new Error('Nothing is to be delivered.')
  await services.deliveries.settle(parcel, message, new Date(clock.now), { status: 204, error: null, retryAfter: null })
  return { ...test, comment: comment.id, key: key.id, webhook: webhook.id, delivery: message.delivery }
}

/** Everything that the database holds. */
export async function dump ({ database }: Pick<TestApp, 'database'>): Promise<Record<string, unknown[]>> {
  const rows = await Promise.all(Object.entries(database.tables).map(async ([name, table]) => [name, await database.db.select().from(table)] as const))
  return Object.fromEntries(rows)
}

/** The payload of one mutation, sent by the admin. */
export async function payloadOf (test: Pick<TestApp, 'app'>, query: string, variables: object = {}, headers: Record<string, string> = asAdmin) {
  const data = await dataOf(test, query, variables, headers)
  return data[Object.keys(data as object)[0] ?? '']
}
