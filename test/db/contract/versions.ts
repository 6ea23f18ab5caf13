import { describe, expect, test } from 'vitest'
import { auditRows } from '../../../db/stores/audit.ts'
import { eventRows } from '../../../db/stores/events.ts'
import { createStores } from '../../../db/stores/index.ts'
import type { NewAuditEntry } from '../../../src/domain/audit.ts'
import type { Subject } from '../contract.ts'

const entry = (at: string): NewAuditEntry => ({ at, actor: 'v', actorName: 'v', requestId: null, action: 'indicator.changed', subjectKind: 'indicator', subject: 'v', plan: null, kommune: null, reason: null, changes: [] })
const event = { type: 'indicator.changed', subject: 'v', occurredAt: '2099-01-03T00:00:00.000Z', data: {} } as const

export function describeVersions (subject: Subject, { isShared }: { isShared: boolean }): void {
  describe('the version of the data', () => {
    test('is where the trail and the events end, in one statement', async () => {
      const { versions } = subject.stores
      const before = await versions.current()
      await subject.database.atomically(() => auditRows([entry('2099-01-02T00:00:00.000Z'), entry('2099-01-01T00:00:00.000Z')]))
      expect(await versions.current()).toEqual({ ...before, audit: { seq: before.audit.seq + 2, at: '2099-01-01T00:00:00.000Z' }, latestAt: '2099-01-02T00:00:00.000Z' })
      await subject.database.atomically(() => eventRows([event, event]))
      const statements = subject.database.countStatements()
      expect((await versions.current()).events).toEqual({ seq: before.events.seq + 2, at: event.occurredAt })
      expect(subject.database.countStatements() - statements).toBe(1)
    })

    test.runIf(isShared)('is seen at once by another who reads', async () => {
      const other = await subject.open()
      try {
        const { versions } = createStores(other)
        const before = await versions.current()
        await subject.database.atomically(() => auditRows([entry('2099-01-04T00:00:00.000Z')]))
        expect(await versions.current()).toEqual({ ...before, audit: { seq: before.audit.seq + 1, at: '2099-01-04T00:00:00.000Z' }, latestAt: '2099-01-04T00:00:00.000Z' })
      } finally {
        await other.close()
      }
    })
  })
}
