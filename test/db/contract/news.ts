import { describe, expect, test, vi } from 'vitest'
import type { News } from '../../../db/news.ts'
import { auditRows } from '../../../db/stores/audit.ts'
import { eventRows } from '../../../db/stores/events.ts'
import type { NewAuditEntry } from '../../../src/domain/audit.ts'
import type { Subject } from '../contract.ts'

const event = { type: 'indicator.changed', subject: 'told', occurredAt: '2024-01-01T00:00:00.000Z', data: {} } as const
const entry = { at: '2024-01-01T00:00:00.000Z', actor: 'test', actorName: 'test', requestId: null, action: 'indicator.changed', subjectKind: 'indicator', subject: 'told', plan: null, kommune: null, reason: null, changes: [] } satisfies NewAuditEntry
const meta = (key: string | null) => ({ sql: 'insert into meta (key, value) values (?, ?)', params: [key, ''] })

export function describeNews (subject: Subject, { isShared }: { isShared: boolean }): void {
  describe('news', () => {
    test('are told when events and entries are written, at once and once, until one hears no more', async () => {
      const heard: News[] = []
      const stop = subject.database.onNews(news => { if (news.isOwn) heard.push(news) })
      await subject.database.atomically(() => [...auditRows([entry]), ...eventRows([event, event])])
      expect(heard).toEqual([{ isOwn: true }])
      await subject.database.atomically(() => auditRows([entry]))
      expect(heard.length).toBe(2)
      stop()
      await subject.database.atomically(() => eventRows([event]))
      expect(heard.length).toBe(2)
    })

    test('are none where nothing was written, or nothing that others are told of', async () => {
      const heard: News[] = []
      const stop = subject.database.onNews(news => { if (news.isOwn) heard.push(news) })
      await expect(subject.database.atomically(() => [...eventRows([event]), meta(null)])).rejects.toThrow()
      await subject.database.atomically(() => [meta('not news')])
      await subject.database.atomically(() => [...auditRows([]), ...eventRows([]), meta('nor this')])
      stop()
      expect(heard).toEqual([])
    })

    test.runIf(isShared)('reach others who have the same database open', async () => {
      const other = await subject.open()
      try {
        // Processes that share a SQLite file do not tell each other.
        if (other.dialect === 'sqlite') return expect(other.hearsOthers()).toBe(false)
        let heard = 0
        other.onNews(({ isOwn }) => { if (!isOwn) heard++ })
        await vi.waitFor(() => { expect(other.hearsOthers()).toBe(true) }, { timeout: 10_000, interval: 10 })
        const before = heard
        await subject.database.atomically(() => eventRows([event]))
        await vi.waitFor(() => { expect(heard).toBe(before + 1) }, { timeout: 2_000, interval: 5 })
        await subject.database.atomically(() => [meta('quiet')])
        await expect(subject.database.atomically(() => [...eventRows([event]), meta(null)])).rejects.toThrow()
        await subject.database.atomically(() => eventRows([event]))
        await vi.waitFor(() => { expect(heard).toBe(before + 2) }, { timeout: 2_000, interval: 5 })
      } finally {
        await other.close()
      }
    })
  })
}
