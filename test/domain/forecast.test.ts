import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecastByLine, forecastBySeason, lineThrough, MIN_FIGURES } from '../../src/domain/forecast.ts'

const at = (...values: number[]) => values.map((y, i) => ({ x: i + 1, y }))
const near = (got: { expected: number, low: number, high: number } | null, expected: number, low: number, high: number) => {
  for (const [one, want] of [[got?.expected, expected], [got?.low, low], [got?.high, high]]) expect(one).toBeCloseTo(want as number, 3)
}

describe('the Theil–Sen line', () => {
  test('is not led astray by one figure that is far out', () => {
    expect(lineThrough(at(1, 2, 3, 40, 5, 6))).toEqual({ slope: 1, intercept: 0 })
  })
  test('is none where all figures are of one day', () => {
    expect(lineThrough([{ x: 1, y: 1 }, { x: 1, y: 2 }])).toBeNull()
  })
})

describe('a forecast by the line', () => {
  // Of the 15 slopes 1/2 is the median. y − x/2 is 9.5 three times and 11 three times: 10.25 in the middle, so that each figure is 0.75 off.
  const variance = 6 * 0.75 ** 2 / 4
  const samples = at(10, 12, 11, 13, 12, 14)
  test('of one figure: the prediction interval of regression by hand', () => {
    const half = 1.533 * Math.sqrt(variance * (1 + 1 / 6 + (7 - 3.5) ** 2 / 17.5))
    near(forecastByLine(samples, [7]), 13.75, 13.75 - half, 13.75 + half)
  })
  test('of a sum of two: the scatter of both and the doubt of the line', () => {
    const half = 1.533 * Math.sqrt(variance * (2 + 4 / 6 + (15 - 7) ** 2 / 17.5))
    near(forecastByLine(samples, [7, 8]), 28, 28 - half, 28 + half)
  })
  test('has no band where the figures lie on a line, and is none of fewer than six', () => {
    near(forecastByLine(at(1, 2, 3, 4, 5, 6), [10]), 10, 10, 10)
    expect(forecastByLine(at(1, 2, 3, 4, 5), [10])).toBeNull()
  })
  test('is wider the farther ahead it is, and always holds what is expected', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: MIN_FIGURES, maxLength: 12 }), fc.integer({ min: 1, max: 50 }), (values, ahead) => {
      const [close, far] = [ahead, ahead + 1].map(steps => forecastByLine(at(...values), [values.length + steps]))
      expect(close!.low <= close!.expected && close!.expected <= close!.high).toBe(true)
      expect(far!.high - far!.low + 1e-9 >= close!.high - close!.low).toBe(true)
    }))
  })
})

describe('a forecast by the season', () => {
  test('adds the usual change to the figures of the year before', () => {
    // Changes 4, 6, 5, 5, 7, 3: median 5, squares 1 + 1 + 0 + 0 + 4 + 4 = 10 over 5 degrees of freedom.
    const half = 1.476 * Math.sqrt(10 / 5 * (2 + 4 / 6))
    near(forecastBySeason([100, 50], [4, 6, 5, 5, 7, 3]), 160, 160 - half, 160 + half)
    expect(forecastBySeason([100], [4, 6, 5, 5, 7])).toBeNull()
  })
})
