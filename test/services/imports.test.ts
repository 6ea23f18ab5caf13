import { beforeEach, describe, expect, test } from 'vitest'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => {
  t = await openServices()
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  await t.services.plans.putDocument(ADMIN, 'p', planBody())
})
const at = (instant: string): void => { t.clock.now = instant }
const row = (period: string, value: number | null, change = {}) => ({ indicator: 'ledighed', area: '0250', period, value, ...change })
const record = async (...rows: object[]): Promise<string> => (await t.services.measurements.record(ADMIN, { measurements: rows })).import!
const shown = async (query = {}) => (await t.services.measurements.list(query)).items.map(one => [one.period, one.value, one.flag, one.revision])
const { undo, list, get } = { undo: (id: string) => t.services.imports.undo(ADMIN, id), list: (query = {}) => t.services.imports.list(ADMIN, query), get: (id: string) => t.services.imports.get(ADMIN, id) }

describe('imports', () => {
  test('are what was written together; a batch that changes nothing is none', async () => {
    const id = await record(row('2024-01', 3), row('2024-02', 4))
    expect(id).toMatch(/^imp-/)
    expect(await get(id)).toEqual({ id, kind: 'json', actor: 'admin', recordedAt: '2026-06-01T10:00:00.000Z', fileName: null, reason: null, received: 2, created: 2, revised: 0, unchanged: 0, rejected: 0, hash: expect.stringMatching(/^[0-9a-f]{64}$/), undoes: null })
    expect(await record(row('2024-01', 3))).toBeNull()
    expect((await t.services.measurements.record(ADMIN, { measurements: [row('2024-03', 3)] }, { dryRun: true })).import).toBeNull()
    expect((await list()).items.map(one => one.id)).toEqual([id])
    const [first] = (await t.services.measurements.list({})).items
    expect(first!.import).toBe(id)
  })

  test('say why they were written, and so does each revision of theirs', async () => {
    const { import: first } = await t.services.measurements.record(ADMIN, { measurements: [row('2024-01', 3)] })
    const { import: second } = await t.services.measurements.record(ADMIN, { measurements: [row('2024-01', 4)] }, { reason: 'genberegnet', fileName: 'januar.csv' })
    expect(await get(second!)).toMatchObject({ reason: 'genberegnet', fileName: 'januar.csv' })
    await t.services.imports.undo(ADMIN, second!, { reason: 'forkert fil' })
    const id = (await t.services.measurements.list({})).items[0]!.id
    expect((await t.services.measurements.revisions(id, {})).items.map(({ import: one, value, reason }) => [one === first, value, reason])).toEqual([[true, 3, null], [false, 4, 'genberegnet'], [false, 3, 'forkert fil']])
    await expect(t.services.measurements.record(ADMIN, { measurements: [row('2024-02', 3)] }, { reason: ' ' })).rejects.toMatchObject({ code: 'invalid_request', problems: [{ pointer: '/reason' }] })
  })

  test('come the latest first, page by page, those of one instant too', async () => {
    const ids: string[] = []
    for (const [number, instant] of ['2026-06-01T10:00:00.000Z', '2026-06-01T10:00:00.000Z', '2026-06-02T10:00:00.000Z', '2026-06-01T10:00:00.000Z'].entries()) {
      at(instant)
      ids.push(await record(row(`2024-0${number + 1}`, 1)))
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ limit: 1, ...cursor && { cursor } })
      seen.push(...page.items.map(one => one.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen[0]).toBe(ids[2])
    expect(seen.toSorted()).toEqual(ids.toSorted())
  })

  test('are for those who write; a bound key sees its own', async () => {
    const id = await record(row('2024-01', 3))
    const bound = { ...ADMIN, id: 'bound', scopes: ['measurements:write'] as const, kommuner: ['0250'] }
    const { import: own } = await t.services.measurements.record(bound, { measurements: [row('2024-02', 3)] })
    expect((await t.services.imports.list(bound, {})).items.map(one => one.id)).toEqual([own])
    await expect(t.services.imports.get(bound, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(t.services.imports.undo(bound, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(t.services.imports.list(ANONYMOUS, {})).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(get('imp-nothing')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('undoing', () => {
  test('restores what was: the value before, nothing where nothing was, and out of sight what was withdrawn', async () => {
    await record(row('2024-01', 3, { note: 'første' }), row('2024-03', 1))
    const [, march] = (await t.services.measurements.list({})).items
    await t.services.measurements.withdraw(ADMIN, march!.id)
    at('2026-06-02T10:00:00.000Z')
    const id = await record(row('2024-01', null, { flag: 'suppressed' }), row('2024-02', 5), row('2024-03', 2))
    at('2026-06-03T10:00:00.000Z')
    expect(await undo(id)).toEqual({ import: expect.stringMatching(/^imp-/), undoes: id, restored: 1, withdrawn: 2, affectedTargets: ['p.1a'] })
    expect(await shown()).toEqual([['2024-01', 3, 'final', 3]])
    expect((await t.services.measurements.list({})).items[0]).toMatchObject({ note: 'første', recordedAt: '2026-06-03T10:00:00.000Z' })
    expect(await shown({ knownAt: '2026-06-02T12:00:00.000Z' })).toEqual([['2024-01', null, 'suppressed', 2], ['2024-02', 5, 'final', 1], ['2024-03', 2, 'final', 3]])
    expect((await list()).items[0]).toMatchObject({ undoes: id, received: 3, revised: 3 })
  })

  test('is refused where a later change stands on it, naming it, and does nothing', async () => {
    const id = await record(row('2024-01', 3), row('2024-02', 4))
    at('2026-06-02T10:00:00.000Z')
    const later = await record(row('2024-02', 5))
    await expect(undo(id)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('1 of the 2'), problems: [{ code: 'later_change', detail: expect.stringMatching(new RegExp(`ledighed of 0250 in 2024-02 .* by admin, in the import ${later}`)) }] })
    expect(await shown()).toEqual([['2024-01', 3, 'final', 1], ['2024-02', 5, 'final', 2]])
    await undo(later)
    await expect(undo(id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is done once, and may itself be undone', async () => {
    const id = await record(row('2024-01', 3))
    const { import: undone } = await undo(id)
    await expect(undo(id)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining(undone) })
    expect(await shown()).toEqual([])
    expect(await undo(undone)).toMatchObject({ undoes: undone, restored: 1, withdrawn: 0 })
    expect(await shown()).toEqual([['2024-01', 3, 'final', 3]])
  })

  test('a withdrawal is an import of its own, and comes back when it is undone', async () => {
    await record(row('2024-01', 3))
    const [measurement] = (await t.services.measurements.list({})).items
    await t.services.measurements.withdraw(ADMIN, measurement!.id, { reason: 'talt dobbelt' })
    expect(await shown()).toEqual([])
    const [withdrawal] = (await list()).items.filter(one => one.kind === 'withdrawal')
    expect(withdrawal).toMatchObject({ received: 1, revised: 1, reason: 'talt dobbelt' })
    await undo(withdrawal!.id)
    expect(await shown()).toEqual([['2024-01', 3, 'final', 3]])
  })

  test('by two at once is done by one', async () => {
    const id = await record(row('2024-01', 3))
    const results = await Promise.allSettled([undo(id), undo(id), undo(id)])
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' })
    expect(await shown()).toEqual([])
  })

  test('needs a key for all that it touches', async () => {
    const bound = { ...ADMIN, id: 'bound', scopes: ['measurements:write'] as const, kommuner: ['0250', '0316'] }
    const { import: id } = await t.services.measurements.record(bound, { measurements: [row('2024-01', 3), row('2024-01', 3, { area: '0316' })] })
    await expect(t.services.imports.undo({ ...bound, kommuner: ['0250'] }, id!)).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('0316') })
    expect(await t.services.imports.undo(bound, id!)).toMatchObject({ withdrawn: 2 })
  })
})
