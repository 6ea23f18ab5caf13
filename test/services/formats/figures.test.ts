import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFigure } from '../../../src/services/formats/figures.ts'

describe('a figure', () => {
  test.each([
    ['0', 0, null], ['007', 7, null], ['1234', 1234, null], ['4,1', 4.1, ','], ['4.1', 4.1, '.'], [' 4,10 ', 4.1, ','], [',5', 0.5, ','], ['0,123', 0.123, ','], ['0.500', 0.5, '.'],
    ['1234,567', 1234.567, ','], ['1.234,5', 1234.5, ','], ['1,234.5', 1234.5, '.'], ['1.234.567', 1_234_567, ','], ['1,234,567', 1_234_567, '.'],
    ['1 234', 1234, null], ['1\u00a0234,5', 1234.5, ','], ['12\u202f345\u202f678', 12_345_678, null], ['1 234.567', 1234.567, '.'],
    ['-4,1', -4.1, ','], ['−4,1', -4.1, ','], ['–3', -3, null], ['+3', 3, null], ['-0', 0, null]
  ])('%j is read', (text, value, mark) => {
    expect(readFigure(text)).toEqual({ kind: 'number', value, mark, percent: false })
  })

  test('may have a per cent sign', () => {
    expect(readFigure('78,5 %')).toEqual({ kind: 'number', value: 78.5, mark: ',', percent: true })
    expect(readFigure('-5%')).toEqual({ kind: 'number', value: -5, mark: null, percent: true })
  })

  test.each([['1.234', 1234, 1.234], ['1,234', 1.234, 1234], ['−12.345', -12_345, -12.345], ['999,000', 999, 999_000]])('%j is ambiguous', (text, comma, point) => {
    expect(readFigure(text)).toEqual({ kind: 'ambiguous', byMark: { ',': comma, '.': point }, percent: false })
  })

  test.each(['..', '.', '-', '–', '—', '•', '…', '*', 'x', 'n/a', 'NaN', 'null', '#N/A', '#DIV/0!'])('%j is a mark, never zero', text => {
    expect(readFigure(text)).toMatchObject({ kind: 'unreadable', detail: 'is a mark, not a number', remedy: expect.stringContaining('suppressed') })
  })

  test.each(['', ' ', '%', '1e5', '1,2E+05', '4,1,2', '1.23.4', '12.34,5', '1,23.4', '1 23', '1234 567', '4-', '--4', '4,', '4 1', 'fire', '٣', '0x10', 'Infinity', '(4)', '4,1 pct.', '9'.repeat(61)])('%j is none', text => {
    expect(readFigure(text)).toMatchObject({ kind: 'unreadable', detail: expect.any(String), remedy: expect.any(String) })
  })

  test.each(['999999999999999,99', '9007199254740993', '-0.12345678901234567891', '1.234.567.890.123.456.789,5', '12 345 678 901 234 567 891', '3,14159265358979323846 %'])('%j has more digits than are kept', text => {
    expect(readFigure(text)).toEqual({ kind: 'unreadable', detail: 'has more digits than can be kept', remedy: 'round it to 15' })
  })

  test.each([['999999999999999', 999_999_999_999_999], ['0,30000000000000004', 0.1 + 0.2], ['3.5714285714285716', 25 / 7], ['1000000000000000000000,00', 1e21], ['0000000000000000000007', 7], [',00000000000000000001', 1e-20]])('%j is kept digit for digit', (text, value) => {
    expect(readFigure(text)).toMatchObject({ kind: 'number', value })
  })

  test('is what was written, in every dialect that is not ambiguous', () => {
    const dialects = [[',', '.'], ['.', ','], [',', ' '], ['.', '\u00a0'], [',', ''], ['.', '']] as const
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(...dialects), (units, places, [mark, group]) => {
      const value = units / 10 ** places
      const [whole = '', fraction] = Math.abs(value).toFixed(places).split('.')
      const text = `${value < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${fraction === undefined ? '' : mark + fraction}`
      const figure = readFigure(text)
      expect(figure.kind === 'ambiguous' ? figure.byMark[mark] : figure.kind === 'number' ? figure.value : text).toBe(value + 0)
    }))
  })
})
