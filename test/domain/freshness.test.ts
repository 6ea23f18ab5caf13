import { describe, expect, test } from 'vitest'
import { awaitedOf } from '../../src/domain/freshness.ts'

const month = { frequency: 'month' as const, publicationLagDays: 45 }
const year2024 = [{ start: '2024-01-01', deadline: '2024-12-31' }]

describe('the figure that a series owes', () => {
  test.each([
    ['the first of the window where there is none', null, '2024-03-01', { period: '2024-01', expectedOn: '2024-03-16', overdueDays: 0 }],
    ['the first of the window, not those before', '2023-08', '2024-03-01', { period: '2024-01', expectedOn: '2024-03-16', overdueDays: 0 }],
    ['the one after the latest', '2024-06', '2024-09-14', { period: '2024-07', expectedOn: '2024-09-14', overdueDays: 0 }],
    ['overdue from the day after it ought to be out', '2024-06', '2024-09-15', { period: '2024-07', expectedOn: '2024-09-14', overdueDays: 1 }],
    ['the last of the window', '2024-11', '2025-03-01', { period: '2024-12', expectedOn: '2025-02-14', overdueDays: 15 }],
    ['none after the window', '2024-12', '2025-06-01', null],
    ['none where later ones are there', '2025-03', '2025-06-01', null]
  ])('is %s', (_, latest, asOf, awaited) => {
    expect(awaitedOf(month, latest, year2024, asOf)).toEqual(awaited)
  })

  test('is asked of all windows together', () => {
    const windows = [...year2024, { start: '2023-06-15', deadline: '2025-01-30' }]
    expect(awaitedOf(month, null, windows, '2023-01-01')).toMatchObject({ period: '2023-06' })
    expect(awaitedOf(month, '2024-12', windows, '2025-01-01')).toBeNull()
  })

  test('is none of an irregular indicator, and none where nothing reads the series', () => {
    expect(awaitedOf({ ...month, frequency: 'irregular' }, null, year2024, '2024-06-01')).toBeNull()
    expect(awaitedOf(month, null, [], '2024-06-01')).toBeNull()
  })

  test('follows the frequency', () => {
    expect(awaitedOf({ frequency: 'year', publicationLagDays: 60 }, '2023', year2024, '2025-01-01')).toEqual({ period: '2024', expectedOn: '2025-03-01', overdueDays: 0 })
    expect(awaitedOf({ frequency: 'week', publicationLagDays: 0 }, '2024-W52', year2024, '2025-01-01')).toBeNull()
  })
})
