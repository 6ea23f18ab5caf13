import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { decimal, fixed, isZero, largest, mean, nearest, relativeChange, rounded, smallest, sum } from '../../src/domain/decimal.ts'

const all = (...values: number[]) => values.map(decimal)

describe('exact as printed', () => {
  test.each([
    [4.0, 3.4, '0.6'], [0.6, 0.4, '0.2'], [0.3, 0.1, '0.2'], [1e21, 1, '999999999999999999999'], [1.1, 1, '0.1'], [5e-7, 0, '0.0000005'], [-0.5, 0.25, '-0.75'], [-0, 0, '0'], [100.25, 0.25, '100'], [1.5e-10, 0, '0.00000000015']
  ])('%d − %d is %s', (a, b, text) => expect(decimal(a).sub(decimal(b)).toString()).toBe(text))
  test('a sum of tenths', () => expect(sum(all(0.1, 0.2)).compare(decimal(0.3))).toBe(0))
  test('a third is a third', () => expect(mean(all(1, 0, 0)).mul(3).compare(decimal(1))).toBe(0))
  test.each([NaN, Infinity, -Infinity])('%d is refused', value => expect(() => decimal(value)).toThrow(`${value} is not a number`))
})

describe('the nearest number', () => {
  test.each([
    [0.1, 1, 0.1], [1, 3, 1 / 3], [-1, 3, -1 / 3], [0, 7, 0], [-0, 7, 0], [2, 3e22, 2 / 3e22], [1e22, 7, 1e22 / 7], [1, 1e-5, 1e5], [2 ** 60, 2 ** 6, 2 ** 54], [1e300, 1e-300, Infinity], [-1e300, 1e-300, -Infinity], [1e-300, 1e300, 0]
  ])('of %d / %d is %d', (a, b, number) => expect(nearest(decimal(a).div(decimal(b)))).toBe(number))
  test('is rounded once, also where the parts are no numbers of their own', () => {
    const between = 2n ** 53n + 1n
    expect(nearest(new Fraction(between))).toBe(2 ** 53)
    // The least more than the middle of two numbers is nearer to the greater one.
    expect(nearest(new Fraction(between * 2n ** 80n + 1n, 2n ** 80n))).toBe(2 ** 53 + 2)
    expect(nearest(new Fraction(1n, between))).toBe(2 ** -53 - 2 ** -106)
  })
  test('is the number itself', () => {
    for (const value of [Number.MAX_VALUE, 1.7976931348623155e308, 123456789.12345679, 5e-7, 1e21, -4.35]) expect(nearest(decimal(value))).toBe(value)
  })
})

describe('putting together', () => {
  test('largest and smallest', () => {
    expect(rounded(largest(all(-3, 2, 1)))).toBe(2)
    expect(rounded(smallest(all(-3, 2, 1)))).toBe(-3)
  })
  test('relative change is to the size of the base', () => {
    expect(rounded(relativeChange(decimal(45), decimal(50)))).toBe(-10)
    expect(rounded(relativeChange(decimal(-5), decimal(-10)))).toBe(50)
  })
  test('zero', () => {
    expect(isZero(decimal(0.1).sub(decimal(0.1)))).toBe(true)
    expect(isZero(decimal(-0))).toBe(true)
  })
})

describe('rounding half away from zero, in output only', () => {
  test.each([[0.00005, 4, '0.0001'], [-0.00005, 4, '-0.0001'], [0.00004999, 4, '0.0000'], [-0.00004, 4, '0.0000'], [2.5, 0, '3'], [-2.5, 0, '-3'], [1.005, 2, '1.01'], [12345.678, 1, '12345.7'], [0, 2, '0.00'], [0.5, 25, `0.5${'0'.repeat(24)}`]])('%d to %i places is %s', (value, places, text) => {
    expect(fixed(decimal(value), places)).toBe(text)
  })
  test('a rounded zero has no sign', () => expect(Object.is(rounded(decimal(-0.00001)), 0)).toBe(true))
  test.each([987_654_321_098.7654, -4_503_599_627_370.5, -0.6, 1e21, Number('4741005702686.689'), Number('1951667097427227.2')])('%d is shown as it is', value => expect(rounded(decimal(value))).toBe(value))
  test('a third has four decimals', () => expect(rounded(decimal(1).div(3))).toBe(0.3333))
})
