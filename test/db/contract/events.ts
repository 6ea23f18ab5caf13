import { describe, expect, test } from 'vitest'
import { eventRows } from '../../../db/stores/events.ts'
import { createStores, type Stores } from '../../../db/stores/index.ts'
import type { Event, NewEvent } from '../../../src/domain/event.ts'
import type { Import } from '../../../src/domain/measurement.ts'
import type { Subject } from '../contract.ts'
import { change, indicator, measurement, plan } from '../samples.ts'

const event = (subject: string, changes: Partial<NewEvent> = {}): NewEvent =>
  ({ type: 'indicator.changed', subject, occurredAt: '2024-03-01T00:00:00.000Z', data: { indicator: subject }, ...changes })

const WRITERS = 8
const WRITES = 12

export function describeEvents (subject: Subject, { isShared }: { isShared: boolean }): void {
  const written = (events: readonly NewEvent[]) => subject.database.atomically(() => eventRows(events))

  describe('events', () => {
    test('come back in their order, as they were written, numbered from the last one on', async () => {
      const last = await subject.stores.events.last()
      const events = [event('e-1', { data: { name: 'Æble', nothing: null, list: [1, 0.1] } }), event('e-2', { type: 'plan.adopted' })]
      await written(events)
      expect(await subject.stores.events.last()).toBe(last + 2)
      expect(await subject.stores.events.after(last, 10)).toEqual(events.map((one, at) => ({ seq: last + 1 + at, ...one })))
      expect(await subject.stores.events.after(last, 1)).toMatchObject([{ seq: last + 1 }])
      expect(await subject.stores.events.after(last, 10, ['plan.adopted', 'plan.changed'])).toMatchObject([{ seq: last + 2 }])
      expect(await subject.stores.events.after(last + 2, 10)).toEqual([])
      expect(await subject.stores.events.after(last, 10, [])).toEqual([])
    })

    test('many in one list keep their order, and none is no change', async () => {
      const last = await subject.stores.events.last()
      await written(Array.from({ length: 120 }, (_, at) => event(`e-many-${at}`)))
      await written([])
      const found = await subject.stores.events.after(last, 500)
      expect(found.map(({ seq, subject: name }) => [seq, name])).toEqual(Array.from({ length: 120 }, (_, at) => [last + 1 + at, `e-many-${at}`]))
    })

    test('of a list that is refused, or fails after them, none is written and no number is lost', async () => {
      const { stores } = subject
      const last = await stores.events.last()
      const fails = [...eventRows([event('e-lost')]), { sql: 'insert into meta (key, value) values (?, ?)', params: ['e-lost', null] }]
      await expect(subject.database.atomically(() => fails)).rejects.toThrow()
      await stores.plans.put(plan('e-plan'), { ...change(null), events: [event('e-plan')] })
      await expect(stores.plans.put(plan('e-plan'), { ...change(null), events: [event('e-lost')] })).rejects.toMatchObject({ code: 'version_conflict' })
      await stores.measurements.append([measurement({ indicator: 'e-taken' })])
      await expect(stores.measurements.append([measurement({ indicator: 'e-taken' })], undefined, [event('e-lost')])).rejects.toMatchObject({ code: 'conflict' })
      await expect(stores.indicators.put(indicator('e-bad', { unit: null as unknown as 'percent' }), { events: [event('e-lost')] })).rejects.toThrow()
      await expect(stores.followUps.recordDeliverable({ target: 'e', code: null as unknown as string, doneOn: null, evidence: null, recordedAt: 'x', actor: 'x' }, [event('e-lost')])).rejects.toThrow()
      await stores.indicators.put(indicator('e-good'), { events: [event('e-good')] })
      expect((await stores.events.after(last, 10)).map(({ seq, subject: name }) => [seq, name])).toEqual([[last + 1, 'e-plan'], [last + 2, 'e-good']])
    })

    test('of eight writers at once become visible in the order of their numbers, with what they tell of, and a reader sees each once', async () => {
      const start = await subject.stores.events.last()
      const others = isShared ? await Promise.all([subject.open(), subject.open()]) : []
      const opened = [subject.stores, ...others.map(createStores)]
      let isWriting = true
      const reading = follow(opened.at(-1)!, start, () => isWriting)
      const outcomes = (await Promise.all(Array.from({ length: WRITERS }, (_, writer) => writeMany(opened[writer % opened.length]!, writer)))).flat()
      isWriting = false
      const { seen, unseen } = await reading
      const accepted = outcomes.filter(id => id !== null)
      expect(accepted.length).toBeGreaterThanOrEqual(WRITERS * WRITES)
      expect(outcomes.length - accepted.length).toBeGreaterThan(0)
      expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: accepted.length }, (_, at) => start + 1 + at))
      expect(seen.map(one => one.subject).toSorted()).toEqual(accepted.toSorted())
      expect(unseen).toEqual([])
      for (const other of others) await other.close()
    })
  })
}

/** Writes figures with their event, some of them on a key that all writers want. @returns the imports that were written, null for each that was refused */
async function writeMany (stores: Stores, writer: number): Promise<(string | null)[]> {
  const outcomes: (string | null)[] = []
  for (let number = 0; number < WRITES; number++) {
    outcomes.push(await write(stores, `e-imp-${writer}-${number}`, measurement({ indicator: `e-race-${writer}`, area: String(number) })))
    if (number % 4 === 0) outcomes.push(await write(stores, `e-imp-same-${writer}-${number}`, measurement({ indicator: 'e-race-same', area: String(number) })))
  }
  return outcomes
}

async function write (stores: Stores, id: string, row: ReturnType<typeof measurement>): Promise<string | null> {
  const together: Import = { id, kind: 'json', actor: 'test', recordedAt: '2024-06-01T00:00:00.000Z', fileName: null, reason: null, received: 1, created: 1, revised: 0, unchanged: 0, rejected: 0, hash: 'h', undoes: null }
  try {
    await stores.measurements.append([{ ...row, import: id }], together, [event(id, { type: 'measurements.recorded' })])
    return id
  } catch (error) {
    expect(error).toMatchObject({ code: 'conflict' })
    return null
  }
}

/** Follows the feed while others write; what an event tells of must be there when the event is. */
async function follow (stores: Stores, start: number, isWriting: () => boolean): Promise<{ seen: Event[], unseen: string[] }> {
  const seen: Event[] = []
  const unseen: string[] = []
  for (let isLast = false; !isLast;) {
    isLast = !isWriting()
    for (let page: Event[] = []; (page = await stores.events.after(seen.at(-1)?.seq ?? start, 7)).length > 0;) {
      seen.push(...page)
      const there = new Set((await stores.imports.byIds(page.map(one => one.subject))).map(one => one.id))
      unseen.push(...page.map(one => one.subject).filter(id => !there.has(id)))
    }
    await new Promise(resolve => { setImmediate(resolve) })
  }
  return { seen, unseen }
}
