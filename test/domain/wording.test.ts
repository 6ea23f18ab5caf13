import { describe, expect, test } from 'vitest'
import { decimal } from '../../src/domain/decimal.ts'
import { UNITS, type Unit } from '../../src/domain/indicator.ts'
import { decimalsOf, decimalsToTell, unitName, writeDay, writeDays, writeFigure, writeInstant, writeNumber, writePeriod } from '../../src/domain/status/wording.ts'

const third = decimal(1).div(3)

describe('numbers', () => {
  test.each([
    [0, 0, '0', '0'], [7, 0, '7', '7'], [999, 0, '999', '999'], [1000, 0, '1.000', '1,000'], [1234567, 0, '1.234.567', '1,234,567'], [-1234.5, 1, '−1.234,5', '−1,234.5'],
    [0.05, 1, '0,1', '0.1'], [-0.04, 1, '0,0', '0.0'], [2, 2, '2,00', '2.00'], [123456.789, 2, '123.456,79', '123,456.79']
  ])('%d with %i decimals: %s, %s', (value, decimals, da, en) => {
    expect([writeNumber(decimal(value), decimals, 'da'), writeNumber(decimal(value), decimals, 'en')]).toEqual([da, en])
  })

  test('has the decimals it has, four at most', () => {
    expect([5, 0.5, 0.25, -0.125, 1.10, 100, 0.00004].map(value => decimalsOf(decimal(value)))).toEqual([0, 1, 2, 3, 1, 0, 0])
    expect(decimalsOf(third)).toBe(4)
  })

  test('has as many as tell it from another: its own or more, four at most', () => {
    const tell = (a: number, b: number, decimals: number) => decimalsToTell(decimal(a), decimal(b), decimals)
    expect([tell(4.1, 4.2, 1), tell(4.06, 4.1, 1), tell(4.0999, 4.1, 1), tell(4.09999, 4.1, 1), tell(4, 5, 2)]).toEqual([1, 2, 4, 4, 2])
    // Equal ones need no telling, but all that they have.
    expect([tell(4.25, 4.25, 1), tell(4, 4, 1)]).toEqual([2, 1])
    expect([tell(4.1, 4.1000001, 5), tell(4.1, 4.2, 6)]).toEqual([5, 6])
  })
})

describe('units', () => {
  const told: Record<Unit, [da: string, daDifference: string, en: string, enDifference: string]> = {
    percent: ['2 pct.', '2 procentpoint', '2 per cent', '2 percentage points'],
    percentage_points: ['2 procentpoint', '2 procentpoint', '2 percentage points', '2 percentage points'],
    persons: ['2 personer', '2 personer', '2 persons', '2 persons'],
    fulltime_persons: ['2 fuldtidspersoner', '2 fuldtidspersoner', '2 full-time persons', '2 full-time persons'],
    count: ['2', '2', '2', '2'],
    ratio: ['2', '2', '2', '2'],
    index: ['2', '2', '2', '2'],
    hours: ['2 timer', '2 timer', '2 hours', '2 hours'],
    days: ['2 dage', '2 dage', '2 days', '2 days'],
    weeks: ['2 uger', '2 uger', '2 weeks', '2 weeks'],
    dkk: ['2 kr.', '2 kr.', '2 DKK', '2 DKK']
  }
  test.each(UNITS)('%s', unit => {
    expect((['da', 'en'] as const).flatMap(language => (['value', 'difference'] as const).map(quantity => writeFigure(2, quantity, unit, 0, language)))).toEqual(told[unit])
  })

  test('a relative change is in per cent whatever the unit, the difference of two in points', () => {
    expect([writeFigure(third, 'relative', 'persons', 1, 'da'), writeFigure(third, 'relative', 'persons', 1, 'en')]).toEqual(['0,3 pct.', '0.3 per cent'])
    expect([writeFigure(third, 'relative_difference', 'dkk', 1, 'da'), writeFigure(third, 'relative_difference', 'dkk', 1, 'en')]).toEqual(['0,3 procentpoint', '0.3 percentage points'])
  })

  test('standing alone, all have a name', () => {
    expect(UNITS.map(unit => unitName(unit, 'da'))).toEqual(['pct.', 'procentpoint', 'personer', 'fuldtidspersoner', 'antal', 'forhold', 'timer', 'dage', 'uger', 'kr.', 'indeks'])
    expect(UNITS.map(unit => unitName(unit, 'en'))).toEqual(['per cent', 'percentage points', 'persons', 'full-time persons', 'number', 'ratio', 'hours', 'days', 'weeks', 'DKK', 'index'])
  })
})

describe('time', () => {
  test.each([
    ['2024', '2024', '2024'], ['2024-H1', '1. halvår 2024', 'the first half of 2024'], ['2024-H2', '2. halvår 2024', 'the second half of 2024'],
    ['2024-Q1', '1. kvartal 2024', 'the first quarter of 2024'], ['2024-Q2', '2. kvartal 2024', 'the second quarter of 2024'], ['2024-Q3', '3. kvartal 2024', 'the third quarter of 2024'], ['2024-Q4', '4. kvartal 2024', 'the fourth quarter of 2024'],
    ['2024-W05', 'uge 5 i 2024', 'week 5 of 2024'], ['2024-W35', 'uge 35 i 2024', 'week 35 of 2024'], ['2024-08', 'august 2024', 'August 2024'],
    ['2024-08-31', 'den 31. august 2024', '31 August 2024'], ['2023-12-01/2024-02-29', 'perioden 1. december 2023 – 29. februar 2024', 'the period 1 December 2023 – 29 February 2024']
  ])('the period %s: %s, %s', (period, da, en) => expect([writePeriod(period, 'da'), writePeriod(period, 'en')]).toEqual([da, en]))

  test('the months', () => {
    const days = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}-01`)
    expect(days.map(day => writeDay(day, 'da'))).toEqual(['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'].map(month => `1. ${month} 2024`))
    expect(days.map(day => writeDay(day, 'en'))).toEqual(['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'].map(month => `1 ${month} 2024`))
  })

  test.each([
    ['2018-01-01', '2021-12-31', '2018–2021'], ['2024-01-01', '2024-12-31', '2024'], ['2024-05-01', '2025-04-30', '1. maj 2024 – 30. april 2025'],
    ['2024-01-01', '2024-06-30', '1. januar 2024 – 30. juni 2024'], ['2024-07-01', '2024-12-31', '1. juli 2024 – 31. december 2024']
  ])('the days from %s to %s: %s', (from, to, da) => expect(writeDays(from, to, 'da')).toBe(da))

  test('an instant, by Danish clocks', () => {
    expect([writeInstant('2024-08-31T12:05:00Z', 'da'), writeInstant('2024-08-31T12:05:00Z', 'en')]).toEqual(['31. august 2024 kl. 14.05', '31 August 2024 at 14:05'])
    expect(writeInstant('2024-12-31T23:30:00Z', 'da')).toBe('1. januar 2025 kl. 00.30')
  })
})
