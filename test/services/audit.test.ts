import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../src/domain/audit.ts'
import { type Actor, OPERATOR } from '../../src/services/actor.ts'
import { auditQuery } from '../../src/services/audit.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let subject: TestServices
beforeAll(async () => {
  subject = await openServices({ now: '2026-06-01T10:00:00.000Z' })
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
afterAll(() => subject.database.close())

const actor = (changes: Partial<Actor> = {}): Actor => ({ ...ADMIN, id: 'k', name: 'Nøgle', requestId: 'req-1', ...changes })
const ofKommune = (...kommuner: string[]): Actor => actor({ scopes: ['plans:write'], kommuner })
const list = (who: Actor, query: Record<string, unknown> = {}) => subject.services.audit.list(who, auditQuery.parse(query))
const all = async (query: Record<string, unknown> = {}): Promise<AuditEntry[]> => (await list(ADMIN, { limit: '500', ...query })).items
/** What a change adds to the trail, the earliest first. */
async function addedBy (change: () => Promise<unknown>): Promise<AuditEntry[]> {
  const before = (await all())[0]?.seq ?? 0
  await change().catch(() => {})
  return (await all()).filter(entry => entry.seq > before).toReversed()
}

describe('an entry', () => {
  test('of a plan says from what to what, why, in which request, and its versions', async () => {
    const { plans } = subject.services
    const created = await addedBy(() => plans.putDocument(actor(), 'p', planBody()))
    expect(created).toEqual([expect.objectContaining({ at: '2026-06-01T10:00:00.000Z', actor: 'k', actorName: 'Nøgle', requestId: 'req-1', action: 'plan.created', subjectKind: 'plan', subject: 'p', plan: 'p', kommune: '0250', reason: null })])
    expect(created[0]!.changes).toEqual(expect.arrayContaining([{ path: '/version', op: 'add', before: null, after: 1 }, { path: '/goals', op: 'add', before: null, after: ['1'] }]))
    const changed = await addedBy(() => plans.putDocument(actor({ requestId: null }), 'p', planBody({}, { rule: { kind: 'threshold', comparator: 'lte', value: 2.5 } }), { expectedVersion: 1, reason: 'Byrådet' }))
    expect(changed).toMatchObject([{ action: 'plan.changed', requestId: null, reason: 'Byrådet', changes: [{ path: '/version', op: 'replace', before: 1, after: 2 }, { path: '/goals/1/targets/1a/rule/value', op: 'replace', before: 3, after: 2.5 }] }])
  })

  test('of an indicator and a national goal is one for each change, and none where nothing changes', async () => {
    const { indicators, nationalGoals } = subject.services
    expect(await addedBy(() => indicators.put(OPERATOR, 'ledighed', indicatorBody()))).toEqual([])
    expect(await addedBy(() => indicators.put(OPERATOR, 'ledighed', indicatorBody({ decimals: 2 })))).toMatchObject([{ actor: 'operator', requestId: null, action: 'indicator.changed', subject: 'ledighed', changes: [{ path: '/decimals', before: 1, after: 2 }] }])
    expect(await addedBy(() => nationalGoals.put(ADMIN, '2030-1', { title: 'Flere i job' }))).toMatchObject([{ action: 'national_goal.created', subjectKind: 'national_goal', subject: '2030-1', changes: expect.arrayContaining([{ path: '/title', op: 'add', before: null, after: 'Flere i job' }]) }])
    expect(await addedBy(() => nationalGoals.put(ADMIN, '2030-1', { title: 'Flere' }))).toMatchObject([{ action: 'national_goal.changed', changes: [{ path: '/title', before: 'Flere i job', after: 'Flere' }] }])
    expect(await addedBy(() => nationalGoals.put(ADMIN, '2030-1', { title: 'Flere' }))).toEqual([])
  })

  test('of an import says how much, of what and where, not each figure; the kommune where it is one', async () => {
    const { measurements, imports } = subject.services
    const rows = ['0250', 'DK'].map(area => ({ indicator: 'ledighed', area, period: '2024-01', value: 3 }))
    const counts = async (change: () => Promise<unknown>) => (await addedBy(change)).map(({ action, subjectKind, kommune, reason, changes }) => ({ action, subjectKind, kommune, reason, ...Object.fromEntries(changes.map(one => [one.path, one.after])) }))
    const two = await counts(() => measurements.record(ADMIN, { measurements: rows }, { fileName: 'januar.csv', reason: 'Første' }))
    expect(two).toEqual([{ action: 'measurements.recorded', subjectKind: 'import', kommune: null, reason: 'Første', '/kind': 'json', '/fileName': 'januar.csv', '/received': 2, '/created': 2, '/revised': 0, '/unchanged': 0, '/rejected': 0, '/indicators': ['ledighed'], '/areas': ['0250', 'DK'] }])
    expect(await counts(() => measurements.record(ADMIN, { measurements: [{ ...rows[0], value: 4 }] }))).toMatchObject([{ action: 'measurements.recorded', kommune: '0250', '/revised': 1 }])
    let last = ''
    expect(await counts(async () => { last = (await measurements.record(ADMIN, { measurements: [{ ...rows[1], value: 4 }] })).import ?? '' })).toMatchObject([{ kommune: null, '/areas': ['DK'] }])
    expect(await counts(() => imports.undo(ADMIN, last, { reason: 'Fejl' }))).toMatchObject([{ action: 'measurements.undone', reason: 'Fejl', '/undoes': last }])
    const [figure] = (await measurements.list({ area: ['0250'] })).items
    expect(await counts(() => measurements.withdraw(ADMIN, figure!.id, { reason: 'Forkert' }))).toMatchObject([{ action: 'measurements.withdrawn', kommune: '0250', reason: 'Forkert', '/period': '2024-01', '/indicators': ['ledighed'] }])
    expect(await counts(() => measurements.record(ADMIN, { measurements: rows }, { dryRun: true }))).toEqual([])
  })

  test('of a key or a webhook never holds a secret', async () => {
    const { keys, webhooks } = subject.services
    const secrets: string[] = []
    const kept = async <T extends { secret: string }>(opened: Promise<T>): Promise<T> => {
      const one = await opened
      secrets.push(one.secret)
      return one
    }
    const entries = await addedBy(async () => {
      const { key } = await kept(keys.create(ADMIN, { name: 'x', scopes: ['plans:write'], kommuner: ['250'] }))
      await kept(keys.rotate(ADMIN, key.id, { graceHours: 1 }))
      await keys.revoke(ADMIN, key.id)
      await keys.revoke(ADMIN, key.id)
      const { webhook } = await kept(webhooks.create(ADMIN, { url: 'https://example.dk/x', types: ['plan.adopted'] }))
      await kept(webhooks.rotate(ADMIN, webhook.id, {}))
      await webhooks.resume(ADMIN, webhook.id)
      await webhooks.remove(ADMIN, webhook.id)
    })
    expect(entries.map(one => one.action)).toEqual(['key.created', 'key.rotated', 'key.revoked', 'webhook.created', 'webhook.rotated', 'webhook.resumed', 'webhook.removed'])
    expect(entries[0]!.changes).toEqual(expect.arrayContaining([{ path: '/kommuner', op: 'add', before: null, after: ['0250'] }]))
    expect(entries[1]!.changes).toEqual([{ path: '/earlierUntil', op: 'add', before: null, after: '2026-06-01T11:00:00.000Z' }])
    expect(entries[2]!.changes).toEqual([{ path: '/revokedAt', op: 'add', before: null, after: '2026-06-01T10:00:00.000Z' }])
    expect(secrets).toHaveLength(4)
    for (const secret of secrets) expect(JSON.stringify(entries)).not.toContain(secret)
  })

  test('of the first key names the server', async () => {
    const fresh = await openServices()
    await fresh.services.keys.bootstrap(undefined)
    const { items: [first] } = await fresh.services.audit.list(ADMIN, {})
    expect(first).toMatchObject({ actor: 'server', action: 'key.created' })
    await fresh.database.close()
  })

  test('is there where what names the actor cannot be stored as it is', async () => {
    expect(await addedBy(() => subject.services.nationalGoals.put(actor({ name: 'A\0b' }), '2031-1', { title: 'x' }))).toMatchObject([{ actorName: 'Ab' }])
  })
})

describe('who may read the trail', () => {
  const codeOf = async (who: Actor, query: Record<string, unknown> = {}) => await list(who, query).then(() => 'read', (error: { code: string }) => error.code)

  test('admins all of it, keys of kommuner what concerns their own alone', async () => {
    const { plans } = subject.services
    await plans.putDocument(ADMIN, 'q', planBody({ id: 'q', kommune: '0253' }))
    const kommunerOf = async (who: Actor) => new Set((await list(who, { limit: '500' })).items.map(entry => entry.kommune))
    expect(await kommunerOf(ofKommune('0253'))).toEqual(new Set(['0253']))
    expect(await kommunerOf(ofKommune('0253', '0250'))).toEqual(new Set(['0253', '0250']))
    expect(await kommunerOf(ADMIN)).toEqual(new Set(['0253', '0250', null]))
    expect((await list(ofKommune('0253'), { plan: 'p' })).items).toEqual([])
    expect((await list(ofKommune('0253'), { kommune: '253' })).items).toMatchObject([{ plan: 'q' }])
    expect(await codeOf(ofKommune('0253'), { kommune: '0250' })).toBe('forbidden')
  })

  test('nobody else', async () => {
    expect(await codeOf(ANONYMOUS)).toBe('unauthenticated')
    expect(await codeOf(actor({ scopes: ['measurements:write', 'drafts:read'] }))).toBe('forbidden')
    expect(await codeOf(actor({ scopes: ['plans:write'] }))).toBe('forbidden')
  })
})

test('pages follow each other while more is written', async () => {
  const first = await list(ADMIN, { limit: '2' })
  await subject.services.nationalGoals.put(ADMIN, '2032-1', { title: 'x' })
  const second = await list(ADMIN, { limit: '500', cursor: first.nextCursor! })
  expect(second.nextCursor).toBeNull()
  const seqs = [...first.items, ...second.items].map(entry => entry.seq)
  expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, at) => seqs.length - at))
})
