import { beforeAll, describe, expect, test } from 'vitest'
import type { MeasurementFilter, MeasurementOrder } from '../../../db/stores/index.ts'
import { createMeasurementPages } from '../../../db/stores/measurement-pages.ts'
import type { MeasurementKey } from '../../../src/domain/measurement.ts'
import type { Subject } from '../contract.ts'
import { indicator, measurement } from '../samples.ts'

export function describeMeasurementPages (subject: Subject): void {
  describe('pages of measurements', () => {
    const at = (text: string, changes: Parameters<typeof measurement>[0] = {}) => {
      const [name, area, segment, period] = text.split(' ')
      return measurement({ indicator: `q-${name}`, area: `Q${area}`, segment: segment === '-' ? null : segment!, period: period!, ...changes })
    }
    const rows = ['a 1 - 2024-01', 'a 1 - 2024-02', 'a 1 s 2024-01', 'a 2 - 2024-01', 'b 1 - 2024', 'b 1 - 2024-Q1', 'b 2 s 2023-12-01/2024-06-30'].map(text => at(text))
    const text = ({ indicator, area, segment, period }: { indicator: string, area: string, segment: string | null, period: string }) =>
      `${indicator.slice(2)} ${area.slice(1)} ${segment ?? '-'} ${period}`
    const page = async (filter: MeasurementFilter, limit = 100, after?: string, order?: MeasurementOrder) =>
      (await subject.stores.measurements.page(filter, { limit, after: after === undefined ? undefined : at(after), ...order && { order } })).found.map(text)
    const texts = rows.map(text)
    const ours = (found: string[]) => found.filter(row => texts.includes(row))

    beforeAll(async () => {
      for (const id of ['q-a', 'q-b']) await subject.stores.indicators.put(indicator(id))
      await subject.stores.measurements.append(rows.toReversed())
      await subject.stores.measurements.append([
        at('a 3 - 2024-01'), at('a 3 - 2024-01', { revision: 2, withdrawn: true, recordedAt: '2024-03-01T00:00:00.000Z' }),
        at('a 3 - 2024-02'), at('a 3 - 2024-02', { revision: 2, value: 9, recordedAt: '2024-03-01T00:00:00.000Z' })
      ])
    })

    const filtered: [MeasurementFilter, string[]][] = [
      [{ indicators: ['q-a'] }, [...texts.slice(0, 4), 'a 3 - 2024-02']],
      [{ indicators: ['q-a'], areas: ['Q1'] }, texts.slice(0, 3)],
      [{ indicators: ['q-a'], areas: ['Q1'], segments: [null] }, texts.slice(0, 2)],
      [{ indicators: ['q-a'], areas: ['Q1'], segments: ['s'] }, [texts[2]!]],
      [{ areas: ['Q1'] }, [...texts.slice(0, 3), ...texts.slice(4, 6)]],
      [{ areas: ['Q2'], segments: ['s'] }, [texts[6]!]],
      [{ indicators: ['q-b'], from: '2024-03-31' }, texts.slice(4)],
      [{ indicators: ['q-b'], from: '2024-04-01', to: '2024-06-30' }, [texts[6]!]],
      [{ indicators: ['q-b'], to: '2024-06-29' }, [texts[5]!]],
      [{ indicators: ['q-a'], areas: ['Q3'], knownAt: '2024-02-15T00:00:00.000Z' }, ['a 3 - 2024-01', 'a 3 - 2024-02']],
      [{ indicators: ['q-a'], areas: ['Q3'], knownAt: null }, ['a 3 - 2024-02']],
      [{ indicators: ['q-a'], knownAt: '2020-01-01T00:00:00.000Z' }, []],
      [{ indicators: ['q-b', 'q-a'], areas: ['Q2', 'Q1'] }, texts],
      [{ indicators: ['q-a', 'q-b', 'nobody'], areas: ['Q2'], segments: ['s', null] }, [texts[3]!, texts[6]!]],
      [{ areas: ['Q1', 'Q2'], segments: ['s'] }, [texts[2]!, texts[6]!]],
      [{ indicators: ['q-a'], flags: ['final'], areas: ['Q1', 'Q3'] }, [...texts.slice(0, 3), 'a 3 - 2024-02']],
      [{ indicators: ['q-a'], flags: ['provisional', 'missing'] }, []],
      [{ indicators: ['q-b'], imports: ['imp-nobody'] }, []],
      [{ indicators: ['nobody'] }, []],
      [{ indicators: [] }, []],
      [{ indicators: ['q-a'], areas: [] }, []],
      [{ indicators: ['q-a'], segments: [] }, []]
    ]
    test.each(filtered)('of %j come by key, the visible ones only', async (filter, expected) => {
      expect(await page(filter)).toEqual(expected)
    })

    test.each(filtered)('of %j are the same ones where each statement may look at two rows, and each page at three', async (filter, expected) => {
      const { page } = createMeasurementPages(subject.database, 2)
      const walked: string[] = []
      for (let after: MeasurementKey | undefined; ;) {
        const { found, reached } = await page(filter, { limit: 2, after, most: 3 })
        walked.push(...found.map(text))
        if (reached === null && found.length < 2) break
        after = reached ?? found.at(-1)
      }
      expect(walked).toEqual(expected)
    })

    test('a search stops where it has looked at as many rows as it may, and says where', async () => {
      const { page } = createMeasurementPages(subject.database, 2)
      const { found, reached } = await page({ indicators: ['q-a', 'q-b'], from: '2024-06-30' }, { limit: 9, most: 4 })
      expect(found).toEqual([])
      expect(text(reached!)).toBe(texts[3])
      const { found: all, reached: end } = await page({ indicators: ['q-a', 'q-b'], from: '2024-06-30' }, { limit: 9, most: 100 })
      expect(all.map(text)).toEqual([texts[4], texts[6]])
      expect(end).toBeNull()
    })

    test('without a filter every indicator comes', async () => {
      expect(ours(await page({}, 100_000))).toEqual(texts)
    })

    test.each<MeasurementFilter>([{ indicators: ['q-a'] }, { areas: ['Q1'] }, { indicators: ['q-b'], from: '2024-01-01' }, { indicators: ['q-b', 'q-a'] }, { indicators: ['q-b', 'q-a'], areas: ['Q1', 'Q2', 'Q3'] },
      { areas: ['Q2', 'Q1'] }, { indicators: ['q-a'], areas: ['Q2', 'Q1'], segments: [null] }])('of %j go on after a key, to the end', async filter => {
      await walks(filter)
    })

    const walks = async (filter: MeasurementFilter, order?: MeasurementOrder): Promise<void> => {
      const whole = await page(filter, 100, undefined, order)
      expect(whole.length).toBeGreaterThan(1)
      for (const limit of [1, 2, 3]) {
        const walked: string[] = []
        for (let found = await page(filter, limit, undefined, order); found.length > 0; found = await page(filter, limit, walked.at(-1), order)) walked.push(...found)
        expect(walked).toEqual(whole)
      }
    }

    test('of one indicator and area come by period too, forwards and backwards', async () => {
      const filter = { indicators: ['q-a'], areas: ['Q1'] }
      expect(await page(filter, 9, undefined, 'period')).toEqual([texts[0], texts[2], texts[1]])
      expect(await page(filter, 9, undefined, '-period')).toEqual([texts[1], texts[0], texts[2]])
      await walks(filter, 'period')
      await walks(filter, '-period')
      expect(await page({ indicators: ['q-a'], areas: ['Q3'] }, 1, undefined, '-period')).toEqual(['a 3 - 2024-02'])
    })

    test('of an import, those whose latest revision it wrote', async () => {
      const together = (id: string) => ({ id, actor: 'a', recordedAt: '2024-07-01T00:00:00.000Z', received: 1, created: 1, revised: 0, unchanged: 0, rejected: 0, hash: '', kind: 'json' as const, fileName: null, reason: null, undoes: null })
      await subject.stores.measurements.append([at('i 1 - 2024-01', { import: 'imp-q1' }), at('i 1 - 2024-02', { import: 'imp-q1', flag: 'provisional' })], together('imp-q1'))
      await subject.stores.measurements.append([at('i 1 - 2024-01', { import: 'imp-q2', revision: 2, value: 7 })], together('imp-q2'))
      expect(await page({ indicators: ['q-i'], imports: ['imp-q1'] })).toEqual(['i 1 - 2024-02'])
      expect(await page({ indicators: ['q-i'], imports: ['imp-q2', 'imp-q1'] })).toEqual(['i 1 - 2024-01', 'i 1 - 2024-02'])
      expect(await page({ indicators: ['q-i'], flags: ['provisional'] })).toEqual(['i 1 - 2024-02'])
    })

    test('a page shows the whole revision', async () => {
      expect(await subject.stores.measurements.page({ indicators: ['q-a'], areas: ['Q3'] }, { limit: 1 }))
        .toEqual({ found: [at('a 3 - 2024-02', { revision: 2, value: 9, recordedAt: '2024-03-01T00:00:00.000Z' })], reached: null })
    })

    test('many revisions and withdrawals in a row hide nothing that comes after them', async () => {
      const revised = Array.from({ length: 40 }, (_, n) => at('r 1 - 2024-01', { revision: n + 1, value: n }))
      const gone = Array.from({ length: 40 }, (_, n) => at(`r 1 - ${2030 + n}`, { withdrawn: true }))
      await subject.stores.measurements.append([at('r 0 - 2024'), ...revised, ...gone, at('r 2 - 2024-01'), at('r 2 - 2024-02')])
      expect(await page({ indicators: ['q-r'] }, 3)).toEqual(['r 0 - 2024', 'r 1 - 2024-01', 'r 2 - 2024-01'])
      expect(await page({ indicators: ['q-r'] }, 1, 'r 0 - 2024')).toEqual(['r 1 - 2024-01'])
      expect(await page({ indicators: ['q-r'] }, 2, 'r 1 - 2024-01')).toEqual(['r 2 - 2024-01', 'r 2 - 2024-02'])
      expect(await subject.stores.measurements.page({ indicators: ['q-r'], areas: ['Q1'] }, { limit: 1 })).toMatchObject({ found: [{ revision: 40, value: 39 }] })
    })

    test('a page costs one statement where there are few revisions', async () => {
      const before = subject.database.countStatements()
      await page({ indicators: ['q-a'] }, 3)
      expect(subject.database.countStatements() - before).toBe(1)
    })

    test('an indicator has measurements once one was written, withdrawn or not', async () => {
      expect(await subject.stores.measurements.hasAny('q-a')).toBe(true)
      expect(await subject.stores.measurements.hasAny('q')).toBe(false)
      await subject.stores.measurements.append([at('w 1 - 2024', { withdrawn: true, value: null })])
      expect(await subject.stores.measurements.hasAny('q-w')).toBe(true)
    })

    test('a measurement that is not there has no revisions', async () => {
      expect(await subject.stores.measurements.revisions(at('a 1 - 1999'))).toEqual([])
      expect(await subject.stores.measurements.revisions(at('a 1 s 2024-01'))).toEqual([rows[2]])
    })
  })
}
