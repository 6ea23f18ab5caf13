import { describe, expect, test } from 'vitest'
import type { MeasurementRevision } from '../../../src/domain/measurement.ts'
import type { ImportFilter } from '../../../db/stores/index.ts'
import type { Subject } from '../contract.ts'
import { measurement } from '../samples.ts'

export function describeMeasurements (subject: Subject): void {
  const series = async (indicator: string, knownAt: string | null = null, segment: string | null = null) =>
    await subject.stores.measurements.series([{ indicator, area: '0250', segment }], knownAt)
  const observed = ({ note: _, withdrawn: __, recordedAt: ___, actor: ____, import: _____, ...observation }: MeasurementRevision) => observation

  describe('measurements', () => {
    const first = measurement({ indicator: 'm-rev', note: 'Foreløbig', flag: 'provisional' })
    const second = measurement({ indicator: 'm-rev', revision: 2, value: 4.1, recordedAt: '2024-03-01T00:00:00.000Z', actor: 'Bo' })
    const withdrawal = measurement({ indicator: 'm-rev', revision: 3, value: null, withdrawn: true, recordedAt: '2024-04-01T00:00:00.000Z', note: 'Fejl' })
    const key = { indicator: 'm-rev', area: '0250', segment: null, period: '2024-01' }

    test.each([['in order', [first, second, withdrawal]], ['backwards', [withdrawal, second, first]]])('revisions written %s are each known from their instant', async (order, revisions) => {
      const indicator = `m-rev ${order}`
      for (const revision of revisions) await subject.stores.measurements.append([{ ...revision, indicator }])
      const expected = (revision: MeasurementRevision) => [{ ...observed(revision), indicator }]
      expect(await series(indicator, '2024-01-31T23:59:59.999Z')).toEqual([])
      expect(await series(indicator, '2024-02-01T00:00:00.000Z')).toEqual(expected(first))
      expect(await series(indicator, '2024-03-31T00:00:00.000Z')).toEqual(expected(second))
      expect(await series(indicator, '2024-04-01T00:00:00.000Z')).toEqual([])
      expect(await series(indicator)).toEqual([])
      const renamed = (list: MeasurementRevision[]) => list.map(revision => ({ ...revision, indicator }))
      expect(await subject.stores.measurements.revisions({ ...key, indicator })).toEqual(renamed([first, second, withdrawal]))
      expect(await subject.stores.measurements.current([{ ...key, indicator }])).toEqual(renamed([withdrawal]))
      await subject.stores.measurements.append([{ ...second, indicator, revision: 4, value: 0, recordedAt: '2024-05-01T00:00:00.000Z' }])
      expect(await series(indicator)).toMatchObject([{ value: 0, revision: 4 }])
    })

    test('a value comes back to the last bit, and none as none', async () => {
      const values = [0.1, 0.30000000000000004, 1 / 3, 5e-324, 1.7976931348623157e308, -4.000000000000001, 9007199254740991, 3]
      await subject.stores.measurements.append([
        ...values.map((value, at) => measurement({ indicator: 'm-bits', period: `${2000 + at}`, value })),
        measurement({ indicator: 'm-bits', period: '2020', value: null, flag: 'suppressed' }),
        measurement({ indicator: 'm-bits', period: '2021', value: null, flag: 'missing', source: null })
      ])
      const found = await series('m-bits')
      expect(found.map(({ value }) => value)).toEqual([...values, null, null])
      expect(found.at(-1)).toEqual({ indicator: 'm-bits', area: '0250', segment: null, period: '2021', value: null, flag: 'missing', revision: 1, source: null })
    })

    test('series are told apart by indicator, area and segment', async () => {
      await subject.stores.measurements.append([
        measurement({ indicator: 'm-key', value: 1 }),
        measurement({ indicator: 'm-key', value: 2, segment: 'kvinder' }),
        measurement({ indicator: 'm-key', value: 3, area: 'DK' }),
        measurement({ indicator: 'm-key2', value: 4 }),
        measurement({ indicator: 'm-key', value: 5, period: '2023-12' })
      ])
      const own = { indicator: 'm-key', area: '0250', segment: null }
      expect((await series('m-key')).map(({ value }) => value)).toEqual([5, 1])
      expect(await series('m-key', null, 'kvinder')).toMatchObject([{ value: 2, segment: 'kvinder' }])
      const found = await subject.stores.measurements.series([{ ...own, area: 'DK' }, own, { ...own, indicator: 'nobody' }, { ...own, segment: 'kvinder' }, own], null)
      expect(found.map(({ value }) => value)).toEqual([3, 5, 1, 2])
      expect(await subject.stores.measurements.series([], null)).toEqual([])
    })

    test('a series is read until a day: periods that end later are not there', async () => {
      const key = { indicator: 'm-until', area: '0250', segment: null }
      await subject.stores.measurements.append(['2023', '2023-H2', '2023-12', '2024-01', '2023-12-15/2024-01-15'].map(period => measurement({ indicator: 'm-until', period })))
      const until = async (day: string, knownAt: string | null = null) => (await subject.stores.measurements.series([key], knownAt, day)).map(({ period }) => period)
      expect(await until('2023-12-30')).toEqual([])
      expect(await until('2023-12-31')).toEqual(['2023', '2023-12', '2023-H2'])
      expect(await until('2024-01-15')).toEqual(['2023', '2023-12', '2023-12-15/2024-01-15', '2023-H2'])
      expect(await until('2024-01-31')).toHaveLength(5)
      expect(await until('2024-01-31', '2000-01-01T00:00:00.000Z')).toEqual([])
    })

    test('500 series are one statement, and more are chunks of it', async () => {
      await subject.stores.measurements.append(Array.from({ length: 2_500 }, (_, at) => measurement({ indicator: `m-many-${at}`, value: at })))
      const keys = Array.from({ length: 2_500 }, (_, at) => ({ indicator: `m-many-${at}`, area: '0250', segment: null }))
      const counted = async (count: number) => {
        const before = subject.database.countStatements()
        const found = await subject.stores.measurements.series(keys.slice(0, count), null)
        expect(found.map(({ value }) => value)).toEqual(keys.slice(0, count).map((_, at) => at))
        return subject.database.countStatements() - before
      }
      expect(await counted(10)).toBe(1)
      expect(await counted(500)).toBe(1)
      expect(await counted(1_250)).toBe(3)
    })

    test('10,000 are written as one change and found again, the latest revision of each', async () => {
      const batch = Array.from({ length: 10_000 }, (_, at) => measurement({ indicator: `m-batch-${at % 100}`, area: `${Math.floor(at / 100)}`, value: at }))
      const keys = batch.map(({ indicator, area, segment, period }) => ({ indicator, area, segment, period }))
      expect(await subject.stores.measurements.current(keys)).toEqual([])
      await subject.stores.measurements.append(batch.toReversed())
      expect(await subject.stores.measurements.current(keys)).toEqual(batch)
      await subject.stores.measurements.append([{ ...batch[7]!, revision: 2, withdrawn: true }])
      const before = subject.database.countStatements()
      const found = await subject.stores.measurements.current([...keys, keys[0]!, { ...keys[0]!, period: '1999' }])
      expect(subject.database.countStatements() - before).toBeLessThanOrEqual(11)
      expect(found).toHaveLength(10_000)
      expect(await subject.stores.measurements.current([keys[9]!, keys[7]!, keys[8]!])).toEqual([batch[9], found[7], batch[8]])
      expect(found[7]).toEqual({ ...batch[7], revision: 2, withdrawn: true })
    })

    test('a revision that is taken refuses the whole batch', async () => {
      await subject.stores.measurements.append([measurement({ indicator: 'm-taken', period: '2024-06' })])
      const batch = Array.from({ length: 12 }, (_, at) => measurement({ indicator: 'm-taken', period: `2024-${String(at + 1).padStart(2, '0')}`, value: 1 }))
      await expect(subject.stores.measurements.append(batch)).rejects.toMatchObject({ code: 'conflict' })
      expect(await series('m-taken')).toMatchObject([{ period: '2024-06', value: 3.9 }])
      await subject.stores.measurements.append(batch.map(row => row.period === '2024-06' ? { ...row, revision: 2 } : row))
      expect(await series('m-taken')).toHaveLength(12)
    })

    test('of two batches at once that share a measurement one is written and one refused, in whatever order their rows stand', async () => {
      for (let round = 0; round < 5; round++) {
        const rows = Array.from({ length: 400 }, (_, at) => measurement({ indicator: `m-race-${round}`, area: `${at}` }))
        const outcomes = await Promise.allSettled([rows, rows.toReversed(), rows.slice(200, 201)].map(async (batch, at) =>
          await subject.stores.measurements.append(batch.map(row => ({ ...row, actor: `writer ${at}` })))))
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' })
        const written = await subject.stores.measurements.current(rows)
        expect(new Set(written.map(({ actor }) => actor)).size).toBe(1)
        expect([1, 400]).toContain(written.length)
      }
    })

    test('a value where the flag says that there is none is refused, and so is a period that is none', async () => {
      await expect(subject.stores.measurements.append([measurement({ indicator: 'm-check', flag: 'suppressed' })])).rejects.toThrow()
      await expect(subject.stores.measurements.append([measurement({ indicator: 'm-check', value: null })])).rejects.toThrow()
      await expect(subject.stores.measurements.append([measurement({ indicator: 'm-check', period: '2024-13' })])).rejects.toThrow()
      expect(await subject.stores.measurements.hasAny('m-check')).toBe(false)
    })

    test('arrivals tell how far each series has come and who wrote last', async () => {
      const at = (period: string, changes = {}) => measurement({ indicator: 'm-arr', period, ...changes })
      const later = { recordedAt: '2024-05-01T00:00:00.000Z', actor: 'Bo' }
      await subject.stores.measurements.append([at('2024-02'), at('2023-12'), at('2024-03'), at('2024-03', { revision: 2, withdrawn: true, value: null, ...later }), at('2024-01', { area: 'DK', ...later })])
      await subject.stores.measurements.append([at('2024-01', { segment: 'unge' }), at('2024-01', { segment: 'unge', revision: 2, withdrawn: true, value: null })])
      const keys = [['DK', null], ['0250', null], ['0316', null], ['0250', 'unge']].map(([area, segment]) => ({ indicator: 'm-arr', area: area!, segment: segment! }))
      expect(await subject.stores.measurements.arrivals(keys)).toEqual([
        { ...keys[0], latestPeriod: '2024-01', ...later },
        { ...keys[1], latestPeriod: '2024-02', ...later },
        { ...keys[3], latestPeriod: null, recordedAt: at('2024-01').recordedAt, actor: at('2024-01').actor }
      ])
      expect(await subject.stores.measurements.arrivals([])).toEqual([])
    })

    test('an import is written with its revisions, and finds them with what stood before and stands now', async () => {
      const { measurements, imports } = subject.stores
      const together = (id: string, changes = {}) => ({ id, actor: 'test', recordedAt: '2024-06-01T00:00:00.000Z', received: 2, created: 1, revised: 1, unchanged: 0, rejected: 0, hash: 'h', kind: 'json' as const, fileName: null, reason: null, undoes: null, ...changes })
      const at = (period: string, changes = {}) => measurement({ indicator: 'm-imp', period, ...changes })
      const [before, changed, later] = [at('2024-01'), at('2024-01', { revision: 2, value: 9, import: 'imp-1' }), at('2024-01', { revision: 3, value: 8 })]
      const fresh = at('2024-02', { import: 'imp-1', segment: 'unge' })
      await measurements.append([before])
      await measurements.append([changed, fresh], together('imp-1'))
      await measurements.append([later])
      expect(await imports.byId('imp-1')).toEqual(together('imp-1'))
      const found = await imports.revisions('imp-1')
      expect(found).toHaveLength(2)
      expect(found).toEqual(expect.arrayContaining([{ revision: changed, before, latest: later }, { revision: fresh, before: null, latest: fresh }]))
      expect(await imports.revisions('imp-nothing')).toEqual([])
      await expect(measurements.append([at('2024-03', { import: 'imp-2' }), changed], together('imp-2'))).rejects.toMatchObject({ code: 'conflict' })
      expect(await imports.byId('imp-2')).toBeUndefined()
    })

    test('an import is undone once, and imports come the latest first', async () => {
      const { measurements, imports } = subject.stores
      const write = (id: string, changes = {}) => measurements.append([measurement({ indicator: `m-${id}`, import: id })],
        { id, actor: 'pager', recordedAt: '2024-07-01T00:00:00.000Z', received: 1, created: 1, revised: 0, unchanged: 0, rejected: 0, hash: 'h', kind: 'json' as const, fileName: null, reason: null, undoes: null, ...changes })
      for (const id of ['imp-a', 'imp-c', 'imp-b']) await write(id)
      await write('imp-d', { recordedAt: '2024-07-02T00:00:00.000Z', undoes: 'imp-a' })
      await expect(write('imp-e', { undoes: 'imp-a' })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('imp-a') })
      expect((await imports.undoing('imp-a'))?.id).toBe('imp-d')
      expect(await imports.undoing('imp-b')).toBeUndefined()
      const ids = async (limit: number, after?: { id: string, recordedAt: string }) => (await imports.page({ actors: ['pager'] }, { limit, ...after && { after } })).map(one => one.id)
      expect(await ids(10)).toEqual(['imp-d', 'imp-c', 'imp-b', 'imp-a'])
      expect(await ids(2, { id: 'imp-c', recordedAt: '2024-07-01T00:00:00.000Z' })).toEqual(['imp-b', 'imp-a'])
      await write('imp-f', { kind: 'csv', recordedAt: '2024-07-03T00:00:00.000Z' })
      const found = async (filter: ImportFilter, ascending = false) => (await imports.page({ actors: ['pager', 'x'], ...filter }, { limit: 9, ascending, ...ascending && { after: { id: 'imp-b', recordedAt: '2024-07-01T00:00:00.000Z' } } })).map(one => one.id)
      expect(await found({}, true)).toEqual(['imp-c', 'imp-d', 'imp-f'])
      expect(await found({ kinds: ['csv', 'xlsx'] })).toEqual(['imp-f'])
      expect(await found({ from: '2024-07-02T00:00:00.000Z', to: '2024-07-02T12:00:00.000Z' })).toEqual(['imp-d'])
    })
  })
}
