import { describe, expect, test } from 'vitest'
import { addDuration, danishDay, dayText, isDuration, isoWeekday, parseDay, toDay } from '../../src/domain/date.ts'

describe('days', () => {
  test.each([['1970-01-01', 0], ['1969-12-31', -1], ['2024-02-29', 19_782], ['2024-03-01', 19_783], ['2000-02-29', 11_016]])('%s is day %i', (text, day) => {
    expect(parseDay(text)).toBe(day)
    expect(dayText(day)).toBe(text)
  })
  test.each(['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '2024-1-1', '2024-01-01T00:00:00Z', '20240101', 'x2024-01-01', '2024-01-01x', ''])('%j is none', text => {
    expect(parseDay(text)).toBeNull()
    expect(() => toDay(text)).toThrow(`${JSON.stringify(text)} is not a day`)
  })
  test('Monday is 1, Sunday 7, also before 1970', () => {
    expect(['2024-08-26', '2024-09-01', '1969-12-29', '1970-01-01'].map(text => isoWeekday(toDay(text)))).toEqual([1, 7, 1, 4])
  })
})

describe('durations', () => {
  test.each([
    ['2024-02-29', 'P1Y', '2025-02-28'], ['2024-02-29', 'P4Y', '2028-02-29'], ['2024-01-31', 'P1M', '2024-02-29'], ['2023-12-31', 'P2M', '2024-02-29'],
    ['2024-11-30', 'P3M', '2025-02-28'], ['2024-01-01', 'P90D', '2024-03-31'], ['2024-01-01', 'P2W', '2024-01-15'], ['2024-01-31', 'P1Y1M1W1D', '2025-03-08'], ['2024-05-05', 'P24M', '2026-05-05'], ['2024-12-15', 'P12M', '2025-12-15']
  ])('%s and %s is %s', (from, duration, to) => expect(dayText(addDuration(toDay(from), duration))).toBe(to))
  test.each(['P', 'PT1H', 'P1', '1Y', 'P1.5Y', 'P-1Y', 'P1D1Y', 'p1y', 'P1000000000D', ''])('%j is none', text => {
    expect(isDuration(text)).toBe(false)
    expect(() => addDuration(0, text)).toThrow(`${JSON.stringify(text)} is not a duration`)
  })
})

describe('the Danish day of an instant', () => {
  test.each([
    ['2024-07-09T21:59:59Z', '2024-07-09', 'summer: midnight is 22:00 UTC'],
    ['2024-07-09T22:00:00Z', '2024-07-10', 'summer'],
    ['2024-01-09T22:59:59Z', '2024-01-09', 'winter: midnight is 23:00 UTC'],
    ['2024-01-09T23:00:00Z', '2024-01-10', 'winter'],
    ['2024-03-30T23:00:00Z', '2024-03-31', 'the night the clock goes forward begins in winter time'],
    ['2024-03-31T21:59:59Z', '2024-03-31', 'and ends in summer time'],
    ['2024-03-31T22:00:00Z', '2024-04-01', 'a day of 23 hours'],
    ['2024-10-26T22:00:00Z', '2024-10-27', 'the night the clock goes back'],
    ['2024-10-27T22:59:59Z', '2024-10-27', 'a day of 25 hours'],
    ['2024-10-27T23:00:00Z', '2024-10-28', 'over'],
    ['2024-12-31T23:30:00Z', '2025-01-01', 'New Year'],
    ['2024-07-10T00:30:00+02:00', '2024-07-10', 'with an offset']
  ])('%s is %s (%s)', (instant, day) => {
    expect(danishDay(instant)).toBe(day)
    expect(danishDay(Date.parse(instant))).toBe(day)
  })
  test('before 1894 midnight was not at a whole hour', () => {
    expect(['1890-06-01T23:05:00Z', '1890-06-01T23:15:00Z', '1890-06-01T23:06:00Z'].map(danishDay)).toEqual(['1890-06-01', '1890-06-02', '1890-06-01'])
  })
})
