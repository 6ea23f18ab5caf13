import { describe, expect, test } from 'vitest'
import { trim, trimmable } from '../../../db/trim.ts'
import { eventRows } from '../../../db/stores/events.ts'
import type { Subject } from '../contract.ts'

const EARLY = '2019-03-01T00:00:00.000Z'
const LATE = '2019-05-01T00:00:00.000Z'
const BEFORE = '2019-04-01T00:00:00.000Z'

export function describeTrim (subject: Subject): void {
  describe('the log of deliveries', () => {
    test('loses what was settled before an instant, with its attempts, and nothing else', async () => {
      const { database } = subject
      await database.atomically(() => eventRows([{ type: 'plan.changed', subject: 'trimmed', occurredAt: EARLY, data: {} }]))
      const [[seq]] = await database.query<[number]>('select max(seq) from events', []) as [[number]]
      const delivery = (id: string, replay: number, state: string, settledAt: string | null) => ({
        sql: 'insert into deliveries (id, webhook, seq, subject, replay, state, attempts, created_at, settled_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        params: [id, 'w-trim', seq, 'trimmed', replay, state, 1, EARLY, settledAt]
      })
      const attempt = (id: string) => ({ sql: 'insert into delivery_attempts (delivery, number, at, duration_ms) values (?, ?, ?, ?)', params: [id, 1, EARLY, 5] })
      const early = Array.from({ length: 1_200 }, (_, at) => `trim-early-${at}`)
      await database.atomically(() => [
        { sql: 'insert into webhooks (id, url, types, created_at, created_by, state, seq) values (?, ?, ?, ?, ?, ?, ?)', params: ['w-trim', 'https://example.dk', '[]', EARLY, 'test', 'active', seq] },
        ...early.map((id, at) => delivery(id, at, at % 2 === 0 ? 'delivered' : 'failed', EARLY)), delivery('trim-late', 9_001, 'delivered', LATE), delivery('trim-pending', 9_002, 'pending', null),
        ...[...early, 'trim-late', 'trim-pending'].map(attempt)
      ])
      expect(await trimmable(database, BEFORE)).toEqual({ deliveries: 1_200, attempts: 1_200 })
      expect(await trim(database, BEFORE)).toBe(1_200)
      expect(await trimmable(database, BEFORE)).toEqual({ deliveries: 0, attempts: 0 })
      expect(await trim(database, BEFORE)).toBe(0)
      expect(await database.query("select id from deliveries where webhook = 'w-trim' order by id", [])).toEqual([['trim-late'], ['trim-pending']])
      expect(await database.query("select delivery from delivery_attempts where delivery like 'trim-%' order by delivery", [])).toEqual([['trim-late'], ['trim-pending']])
      expect(await database.query('select subject from events where seq = ?', [seq])).toEqual([['trimmed']])
      await database.atomically(() => [{ sql: "delete from webhooks where id = 'w-trim'", params: [] }])
    })
  })
}
