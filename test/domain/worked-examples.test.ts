import { describe } from 'vitest'
import { table } from './case.ts'

describe('Frederikssund 2024, target 3a: the gap in sickness benefit against the country, reduced by at least 0.2 points', () => {
  const base = { own: { '2023-08': 4.0 }, country: { '2023-08': 3.4 } }
  const posted = (period: string, own: number) => ({ own: { ...base.own, [period]: own }, country: { ...base.country, [period]: 3.4 } })
  table({ rule: { kind: 'gap_reduction', amount: 0.2, benchmark: { area: 'DK' }, baseline: { period: '2023-08' } }, polarity: 'lower_is_better' }, [
    ['2023-12-01: before 2024-01-01', { asOf: '2023-12-01', ...base }, { status: 'not_started' }],
    ['2024-03-01: only the baseline', { asOf: '2024-03-01', ...base }, { status: 'no_data', reason: 'no_measurement_in_window' }],
    ['2024-07-10: 3.9 against 3.4', { asOf: '2024-07-10', ...posted('2024-06', 3.9) }, { status: 'at_risk', measure: 0.1, expected: 0.2 * 304 / 488, pace: 0.5 * 488 / 304, progress: 0.5, distance: -0.1, trend: null, projection: null, baseline: { period: '2023-08', on: '2023-08-31', value: 4, benchmark: 3.4, measure: 0 } }],
    ['2024-07-10: 4.0 against 3.4', { asOf: '2024-07-10', ...posted('2024-06', 4.0) }, { status: 'off_track', measure: 0 }],
    ['2024-07-10: 3.8 against 3.4, exactly', { asOf: '2024-07-10', ...posted('2024-06', 3.8) }, { status: 'on_track', measure: 0.2, met: true, distance: 0 }],
    ['2025-01-15: December decides', { asOf: '2025-01-15', ...posted('2024-11', 3.7) }, { status: 'awaiting_data', provisional: 'achieved' }],
    ['2025-02-15: decided', { asOf: '2025-02-15', ...posted('2024-12', 3.8) }, { status: 'achieved', final: true }]
  ])
})

describe('Holbæk 2023, recruitment requests: at least 700 in the year', () => {
  const half = { '2023-01': 50, '2023-02': 60, '2023-03': 55, '2023-04': 55, '2023-05': 60, '2023-06': 60 }
  table({ rule: { kind: 'threshold', comparator: 'gte', value: 700, aggregate: 'sum' }, window: '2023-01-01/2023-12-31', unit: 'count', decimals: 0 }, [
    ['340 by the end of June, 181 of 365 days', { asOf: '2023-07-10', own: half }, { status: 'on_track', measure: 340, expected: 700 * 181 / 365, pace: 340 / (700 * 181 / 365) }],
    ['702 by the end of November: achieved at once', { asOf: '2023-12-01', own: { ...half, '2023-07': 70, '2023-08': 72, '2023-09': 70, '2023-10': 75, '2023-11': 75 } }, { status: 'achieved', final: true, measure: 702 }]
  ])
})
