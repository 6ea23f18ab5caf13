import { describe, expect, test } from 'vitest'
import { auditRows } from '../../../db/stores/audit.ts'
import { createStores, type AuditFilter } from '../../../db/stores/index.ts'
import type { NewAuditEntry } from '../../../src/domain/audit.ts'
import { eventRows } from '../../../db/stores/events.ts'
import type { Subject } from '../contract.ts'
import { change, indicator, measurement, plan } from '../samples.ts'

const entry = (subject: string, changes: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
  at: '2024-03-01T00:00:00.000Z', actor: 'a-1', actorName: 'Ærlig', requestId: null, action: 'indicator.changed', subjectKind: 'indicator', subject, plan: null, kommune: null, reason: null, changes: [], ...changes
})

export function describeAudit (subject: Subject, { isShared }: { isShared: boolean }): void {
  const written = (entries: readonly NewAuditEntry[]) => subject.database.atomically(() => auditRows(entries))
  const found = async (filter: AuditFilter, page: { limit: number, after?: number, ascending?: boolean } = { limit: 500 }) => (await subject.stores.audit.page(filter, page)).entries
  const last = async (): Promise<number> => (await found({}, { limit: 1 }))[0]?.seq ?? 0

  describe('the audit trail', () => {
    test('gives entries back as they were written, the latest first, numbered without gaps', async () => {
      const start = await last()
      const full = entry('au-1', { requestId: 'req-1', plan: 'p', kommune: '0250', reason: 'Fordi', changes: [{ path: '/x', op: 'replace', before: 0.1, after: ['Æ', null] }] })
      await written([full, entry('au-2')])
      await written([])
      await written([entry('au-3')])
      expect(await found({}, { limit: 3 })).toEqual([{ seq: start + 3, ...entry('au-3') }, { seq: start + 2, ...entry('au-2') }, { seq: start + 1, ...full }])
    })

    test('is narrowed by plan, kommuner, actor, action, subject and time, several together', async () => {
      await written([
        entry('au-f1', { actor: 'au-filter', plan: 'au-p', kommune: '0101', at: '2025-01-01T00:00:00.000Z' }),
        entry('au-f2', { actor: 'au-filter', plan: 'au-q', kommune: '0147', at: '2025-01-02T00:00:00.000Z', action: 'plan.changed' }),
        entry('au-f3', { actor: 'au-filter', at: '2025-01-03T00:00:00.000Z' })
      ])
      const subjects = async (filter: AuditFilter) => (await found({ actors: ['au-filter'], ...filter })).map(one => one.subject)
      expect(await subjects({})).toEqual(['au-f3', 'au-f2', 'au-f1'])
      expect(await subjects({ plans: ['au-p'] })).toEqual(['au-f1'])
      expect(await subjects({ kommuner: ['0147', '0101'] })).toEqual(['au-f2', 'au-f1'])
      expect(await subjects({ kommuner: [] })).toEqual([])
      expect(await subjects({ actions: ['plan.changed'] })).toEqual(['au-f2'])
      expect(await subjects({ subjects: ['au-f3'] })).toEqual(['au-f3'])
      expect(await subjects({ from: '2025-01-02T00:00:00.000Z' })).toEqual(['au-f3', 'au-f2'])
      expect(await subjects({ to: '2025-01-02T00:00:00.000Z', kommuner: ['0101', '0147'] })).toEqual(['au-f2', 'au-f1'])
      expect(await subjects({ subjects: ['au-f3', 'au-f1'], plans: ['au-p', 'au-q'] })).toEqual(['au-f1'])
      expect((await found({ actors: ['nobody', 'au-filter'] }, { limit: 2, ascending: true })).map(one => one.subject)).toEqual(['au-f1', 'au-f2'])
      expect((await found({ actors: ['au-filter'] }, { limit: 9, ascending: true, after: (await found({ subjects: ['au-f1'] }))[0]!.seq })).map(one => one.subject)).toEqual(['au-f2', 'au-f3'])
      expect(await found({ actors: ['nobody'] })).toEqual([])
    })

    test('comes page by page, and a page of very large entries ends early', async () => {
      await written(Array.from({ length: 45 }, (_, at) => entry(`au-page-${at}`, { actor: 'au-pages' })))
      const { entries, hasMore } = await subject.stores.audit.page({ actors: ['au-pages'] }, { limit: 44 })
      expect([entries.length, entries.at(-1)?.subject, hasMore]).toEqual([44, 'au-page-1', true])
      expect(await subject.stores.audit.page({ actors: ['au-pages'] }, { limit: 44, after: entries.at(-1)!.seq })).toMatchObject({ entries: [{ subject: 'au-page-0' }], hasMore: false })
      expect(await subject.stores.audit.page({ actors: ['au-pages'] }, { limit: 45 })).toMatchObject({ hasMore: false })
      const large = { actor: 'au-large', changes: [{ path: '/x', op: 'add' as const, before: null, after: 'x'.repeat(1_500_000) }] }
      await written([entry('au-large-1', large), entry('au-large-2', large), entry('au-large-3', large)])
      const first = await subject.stores.audit.page({ actors: ['au-large'] }, { limit: 50 })
      expect([first.entries.map(one => one.subject), first.hasMore]).toEqual([['au-large-3', 'au-large-2'], true])
    })

    test.each(['update audit set reason = actor where actor = ? and subject = ?', 'delete from audit where actor = ? and subject = ?'])('cannot be changed: %s', async sql => {
      await written([entry('au-kept', { actor: 'au-keeper' })])
      const before = await found({})
      await expect(subject.database.atomically(() => [{ sql, params: ['au-keeper', 'au-kept'] }])).rejects.toThrow('the audit trail is append-only')
      expect(await found({})).toEqual(before)
    })

    test('of a list that is refused, or fails after it, keeps nothing and loses no number', async () => {
      const { stores } = subject
      const start = await last()
      const lost = [entry('au-lost')]
      await expect(subject.database.atomically(() => [...auditRows(lost), { sql: 'insert into meta (key, value) values (?, ?)', params: ['au', null] }])).rejects.toThrow()
      await stores.plans.put(plan('au-plan'), { ...change(null), audit: [entry('au-plan')] })
      await expect(stores.plans.put(plan('au-plan'), { ...change(null), audit: lost })).rejects.toMatchObject({ code: 'version_conflict' })
      await stores.measurements.append([measurement({ indicator: 'au-taken' })], undefined, [], [entry('au-figure')])
      await expect(stores.measurements.append([measurement({ indicator: 'au-taken' })], undefined, [], lost)).rejects.toMatchObject({ code: 'conflict' })
      await expect(stores.indicators.put(indicator('au-bad', { unit: null as unknown as 'percent' }), { audit: lost })).rejects.toThrow()
      expect((await found({}, { limit: 2 })).map(({ seq, subject: name }) => [seq, name])).toEqual([[start + 2, 'au-figure'], [start + 1, 'au-plan']])
    })

    test('of eight writers at once, some of whom tell of events too, has each entry once and no gap', async () => {
      const start = await last()
      const others = isShared ? await Promise.all([subject.open(), subject.open()]) : []
      const databases = [subject.database, ...others]
      await Promise.all(Array.from({ length: 96 }, (_, at) => databases[at % databases.length]!.atomically(() => [
        ...auditRows([entry(`au-race-${at}`, { actor: 'au-race' })]),
        ...at % 3 === 0 ? eventRows([{ type: 'indicator.changed', subject: 'au-race', occurredAt: '2024-03-01T00:00:00.000Z', data: {} }]) : []
      ])))
      const { entries } = await createStores(databases.at(-1)!).audit.page({ actors: ['au-race'] }, { limit: 500 })
      expect(entries.map(one => one.seq).toReversed()).toEqual(Array.from({ length: 96 }, (_, at) => start + 1 + at))
      expect(new Set(entries.map(one => one.subject)).size).toBe(96)
      for (const other of others) await other.close()
    })
  })
}
