import { describe, expect, test } from 'vitest'
import type { Announcement, Progress } from '../../../db/stores/index.ts'
import type { NewEvent } from '../../../src/domain/event.ts'
import type { Subject } from '../contract.ts'

const announcement = (target: string, number: number, changes: Partial<Announcement> = {}): Announcement =>
  ({ target, number, status: 'on_track', asOf: '2024-06-01', announcedAt: '2024-06-01T00:00:00.000Z', record: { final: false, reason: null, provisional: null }, ...changes })
const told = (target: string): NewEvent => ({ type: 'target.status_changed', subject: target, occurredAt: '2024-06-01T00:00:00.000Z', data: {} })

export function describeAnnouncements (subject: Subject): void {
  const append = (announcements: Announcement[], from: Progress, to?: Partial<Progress>) =>
    subject.stores.announcements.append(announcements, announcements.map(({ target }) => told(target)), from, to)

  describe('announcements', () => {
    test('the last of each target comes back as it was written, in one statement', async () => {
      const { announcements } = subject.stores
      const last = announcement('a.2', 2, { status: 'awaiting_data', record: { final: true, reason: 'not_assessed', provisional: 'achieved' } })
      await append([announcement('a.1', 1), announcement('a.2', 1), announcement('a.3', 1)], await announcements.progress())
      await append([last], await announcements.progress())
      const before = subject.database.countStatements()
      expect(await announcements.latest(['a.2', 'a.1', 'a.2', 'a.9'])).toEqual([announcement('a.1', 1), last])
      expect((await announcements.latest()).filter(one => one.target.startsWith('a.')).map(one => [one.target, one.number])).toEqual([['a.1', 1], ['a.2', 2], ['a.3', 1]])
      expect(await announcements.latest([])).toEqual([])
      expect(subject.database.countStatements() - before).toBe(2)
    })

    test('are written with their events and the progress, or not at all', async () => {
      const { announcements, events } = subject.stores
      const from = await announcements.progress()
      expect(from.last).toBe(await events.last())
      await append([announcement('b.1', 1)], from, { seq: from.last, day: 19_000 })
      const after = await announcements.progress()
      expect(after).toEqual({ seq: from.last, last: from.last + 1, day: 19_000, passed: from.passed, turn: from.turn + 1 })
      await expect(append([announcement('b.2', 1), announcement('b.1', 1)], after, { seq: after.last })).rejects.toMatchObject({ code: 'conflict' })
      expect(await announcements.progress()).toEqual(after)
      expect(await announcements.latest(['b.2'])).toEqual([])
      await append([], after, { day: 18_999, passed: 18_999 })
      expect(await announcements.progress()).toEqual({ ...after, day: 18_999, passed: 18_999, turn: after.turn + 1 })
    })

    test('of one who was overtaken are refused: whatever part of the progress moved', async () => {
      const { announcements } = subject.stores
      for (const part of ['seq', 'day', 'passed'] as const) {
        const from = await announcements.progress()
        await append([], from, { [part]: from[part] + 1 })
        await expect(append([announcement(`c.${part}`, 1)], from)).rejects.toMatchObject({ code: 'conflict' })
        await expect(append([], from, { seq: from.seq + 5 })).rejects.toMatchObject({ code: 'conflict' })
      }
      const from = await announcements.progress()
      await append([], from)
      await expect(append([announcement('c.turn', 1)], from)).rejects.toMatchObject({ code: 'conflict' })
      expect(await announcements.latest(['c.seq', 'c.day', 'c.passed', 'c.turn'])).toEqual([])
    })

    test('of ten at once from the same progress one is written', async () => {
      for (let round = 0; round < 5; round++) {
        const from = await subject.stores.announcements.progress()
        const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => append([announcement(`d.${round}`, 1), announcement(`d.${round}.${at}`, 1)], from, { seq: from.seq + 1 })))
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' })
        expect(await subject.stores.announcements.latest([`d.${round}`])).toHaveLength(1)
        expect((await subject.stores.announcements.progress()).seq).toBe(from.seq + 1)
      }
    })
  })
}
