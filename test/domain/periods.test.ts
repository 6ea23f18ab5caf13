import { describe, expect, test } from 'vitest'
import { dayText } from '../../src/domain/date.ts'
import { comparePeriods, firstPeriodEndingFrom, fitsFrequency, isPeriod, namesakeAYearEarlier, parsePeriod, PeriodError, periodRange, shiftPeriod, stepsBetween } from '../../src/domain/period.ts'

describe('spellings', () => {
  test.each([
    ['2024', '2024', 'year', '2024-01-01', '2024-12-31'],
    ['2024-H1', '2024-H1', 'half', '2024-01-01', '2024-06-30'],
    ['2024-H2', '2024-H2', 'half', '2024-07-01', '2024-12-31'],
    ['2024-Q2', '2024-Q2', 'quarter', '2024-04-01', '2024-06-30'],
    ['2024-02', '2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02', 'month', '2023-02-01', '2023-02-28'],
    ['1900-02', '1900-02', 'month', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02', 'month', '2000-02-01', '2000-02-29'],
    ['2024-W35', '2024-W35', 'week', '2024-08-26', '2024-09-01'],
    ['2024-08-31', '2024-08-31', 'day', '2024-08-31', '2024-08-31'],
    ['2023-01-01/2023-12-31', '2023-01-01/2023-12-31', 'range', '2023-01-01', '2023-12-31'],
    ['2024-02-29/2024-02-29', '2024-02-29/2024-02-29', 'range', '2024-02-29', '2024-02-29'],
    // Jobindsats
    ['2026M08', '2026-08', 'month', '2026-08-01', '2026-08-31'],
    ['2023Q1', '2023-Q1', 'quarter', '2023-01-01', '2023-03-31'],
    ['2023Q01', '2023-Q1', 'quarter', '2023-01-01', '2023-03-31'],
    ['2024Y01', '2024', 'year', '2024-01-01', '2024-12-31'],
    ['2023QMAT02', '2023-Q2', 'quarter', '2023-04-01', '2023-06-30'],
    // StatBank
    ['2020K1', '2020-Q1', 'quarter', '2020-01-01', '2020-03-31'],
    ['2020H1', '2020-H1', 'half', '2020-01-01', '2020-06-30'],
    ['2024U05', '2024-W05', 'week', '2024-01-29', '2024-02-04']
  ])('%s', (text, canonical, kind, start, end) => {
    expect(parsePeriod(text)).toMatchObject({ text: canonical, kind })
    expect(periodRange(text)).toEqual({ start, end })
  })

  test.each([
    ['2024-13', /no month 13/], ['2024-00', /no month 0/], ['2024-H3', /write a year/], ['2024-Q5', /write a year/], ['2024-Q0', /write a year/],
    ['2024-02-30', /write a year/], ['2023-02-29', /write a year/], ['2024-8', /write a year/], ['', /write a year/], ['august', /write a year/],
    ['2021-W53', /weeks 01 to 52/], ['2020-W54', /weeks 01 to 53/], ['2020-W00', /weeks 01/],
    ['2024-02-01/2024-01-01', /ends before it begins/], ['2024-01-01/2024-02-01/2024-03-01', /write a year/], ['2024-01/2024-02', /write a year/],
    ['2024-01-01/2024-13-01', /write a year/], ['0024', /1900 to 2199/], ['2200', /1900 to 2199/], ['1899-12-31', /1900 to 2199/], ['2199-01-01/2200-01-01', /1900 to 2199/],
    ['2025MYTD08', /year to date/], [' 2024', /write a year/], ['2024-08-31T00:00', /write a year/], ['2024-W00', /"2024-W00": 2024 has weeks 01 to 52/]
  ])('%j is refused with what is wrong', (text, message) => {
    expect(() => parsePeriod(text)).toThrow(PeriodError)
    expect(() => parsePeriod(text)).toThrow(message)
    expect(isPeriod(text)).toBe(false)
  })
})

describe('ISO weeks', () => {
  test.each([
    ['2020-W53', '2020-12-28', '2021-01-03'], ['2021-W01', '2021-01-04', '2021-01-10'], ['2019-W01', '2018-12-31', '2019-01-06'],
    ['2015-W53', '2015-12-28', '2016-01-03'], ['2026-W53', '2026-12-28', '2027-01-03']
  ])('%s', (text, start, end) => expect(periodRange(text)).toEqual({ start, end }))
  test.each([['2020-W53', 1, '2021-W01'], ['2021-W01', -1, '2020-W53'], ['2021-W52', 1, '2022-W01'], ['2020-W52', 2, '2021-W01']])('%s moved by %i is %s', (from, steps, to) => {
    expect(shiftPeriod(parsePeriod(from), steps)?.text).toBe(to)
  })
})

describe('moving', () => {
  test.each([
    ['2024', 1, '2025'], ['2024-H2', 1, '2025-H1'], ['2024-H1', -1, '2023-H2'], ['2024-Q4', 1, '2025-Q1'], ['2024-12', 1, '2025-01'], ['2024-01', -1, '2023-12'],
    ['2024-01', -13, '2022-12'], ['2024-02-28', 1, '2024-02-29'], ['2024-12-31', 1, '2025-01-01']
  ])('%s by %i is %s', (from, steps, to) => expect(shiftPeriod(parsePeriod(from), steps)?.text).toBe(to))
  test('there and back again', () => {
    const may = parsePeriod('2024-05')
    expect([1, -1, 1, -1, 0].map(steps => shiftPeriod(may, steps)?.text)).toEqual(['2024-06', '2024-04', '2024-06', '2024-04', '2024-05'])
  })
  test.each([['2023-01-01/2023-12-31', 1], ['2199', 1], ['1900-01', -1], ['2199-12-31', 1], ['1900-W01', -1]])('%s by %i is nothing', (from, steps) => {
    expect(shiftPeriod(parsePeriod(from), steps)).toBeNull()
  })
})

describe('how many periods lie between', () => {
  test.each([
    ['2023', '2025', 2], ['2023-H2', '2025-H1', 3], ['2024-Q4', '2025-Q1', 1], ['2024-05', '2024-05', 0], ['2024-05', '2023-12', -5], ['2020-W52', '2021-W01', 2], ['2024-W10', '2024-W08', -2], ['2024-02-28', '2024-03-01', 2], ['2024-03-01', '2024-02-28', -2]
  ])('from %s to %s: %i', (from, to, steps) => expect(stepsBetween(parsePeriod(from), parsePeriod(to))).toBe(steps))
  test.each([['2024', '2024-05'], ['2024-05', '2024'], ['2024-01-01/2024-01-31', '2024-02-01/2024-02-29']])('from %s to %s there are none', (from, to) => {
    expect(() => stepsBetween(parsePeriod(from), parsePeriod(to))).toThrow(`${from} and ${to} are not periods of one frequency`)
  })
})

describe('the period of the same name a year earlier', () => {
  test.each([['2024', '2023'], ['2024-H1', '2023-H1'], ['2024-Q2', '2023-Q2'], ['2024-08', '2023-08'], ['2024-W35', '2023-W35'], ['2021-W52', '2020-W52'], ['2024-08-31', '2023-08-31'], ['2025-02-28', '2024-02-28']])('%s: %s', (text, earlier) => {
    expect(namesakeAYearEarlier(parsePeriod(text))?.text).toBe(earlier)
  })
  test.each(['2020-W53', '2024-02-29', '2023-01-01/2023-12-31', '1900'])('%s has none', text => expect(namesakeAYearEarlier(parsePeriod(text))).toBeNull())
})

describe('order and frequency', () => {
  test('by the last day; of two that end together the one beginning later is the later', () => {
    const order = ['2024-06', '2024', '2024-12', '2024-12-31', '2024-H2', '2024-Q4'].map(parsePeriod).sort(comparePeriods).map(({ text }) => text)
    expect(order).toEqual(['2024-06', '2024', '2024-H2', '2024-Q4', '2024-12', '2024-12-31'])
  })
  test('two names of the same days have an order too, and one name is itself', () => {
    const [year, range] = ['2024', '2024-01-01/2024-12-31'].map(parsePeriod)
    expect([[range!, year!], [year!, range!]].map(both => both.sort(comparePeriods).map(({ text }) => text))).toEqual([[year!.text, range!.text], [year!.text, range!.text]])
    expect([comparePeriods(year!, year!), comparePeriods(year!, range!), comparePeriods(range!, year!)]).toEqual([0, -1, 1])
  })
  test('irregular takes any, another only its own', () => {
    expect(fitsFrequency(parsePeriod('2024-01-01/2024-02-01'), 'irregular')).toBe(true)
    expect(fitsFrequency(parsePeriod('2024-01'), 'month')).toBe(true)
    expect(fitsFrequency(parsePeriod('2024-01'), 'quarter')).toBe(false)
  })
  test.each([
    ['year', '2024'], ['half', '2024-H1'], ['quarter', '2024-Q2'], ['month', '2024-05'], ['week', '2024-W20'], ['day', '2024-05-15']
  ] as const)('the first %s to end from 15 May 2024', (frequency, text) => {
    const period = firstPeriodEndingFrom(frequency, parsePeriod('2024-05-15').start)
    expect(period?.text).toBe(text)
    expect(dayText(period?.end ?? 0) >= '2024-05-15').toBe(true)
  })
  test('beyond the calendar there is none; before it, its first', () => {
    expect(firstPeriodEndingFrom('month', parsePeriod('2199-12-31').end + 1)).toBeNull()
    expect(firstPeriodEndingFrom('month', parsePeriod('1900').start - 400)?.text).toBe('1900-01')
  })
})
