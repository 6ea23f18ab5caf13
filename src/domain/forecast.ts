/** A value y at a place x on the line of time; estimates, so binary floats will do. */
export type Sample = { x: number, y: number }
/** What is expected and between which bounds it lies with the given probability. */
export type Band = { expected: number, low: number, high: number }

/** How likely it is that what comes lies in the band. */
export const LEVEL = 0.8
/** Fewer figures tell too little of how much they scatter. */
export const MIN_FIGURES = 6

/** The 90 per cent quantiles of Student's t for 1 to 12 degrees of freedom: between −t and t lie 80 per cent. */
const T_90 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356]
const quantile = (freedom: number): number => T_90[Math.min(freedom, T_90.length) - 1] ?? Infinity

export type Line = { slope: number, intercept: number }

/** The Theil–Sen line through some samples: the median of the slopes of all pairs, and of what is left at x = 0. @returns null where all x are equal */
export function lineThrough (samples: readonly Sample[]): Line | null {
  const slopes: number[] = []
  for (const [at, a] of samples.entries()) {
    for (const b of samples.slice(at + 1)) if (b.x !== a.x) slopes.push((b.y - a.y) / (b.x - a.x))
  }
  if (slopes.length === 0) return null
  const slope = median(slopes)
  return { slope, intercept: median(samples.map(({ x, y }) => y - slope * x)) }
}

/**
 * The sum of the values at some places (the value, where there is one place) as a line goes on, with its band. The band is the prediction interval of
 * linear regression (Montgomery, Peck & Vining, Introduction to Linear Regression Analysis, 2.5), with what the figures deviate from this line.
 * @returns null with fewer than {@link MIN_FIGURES} samples, or where all x are equal
 */
export function forecastByLine (samples: readonly Sample[], places: readonly number[]): Band | null {
  const line = samples.length < MIN_FIGURES ? null : lineThrough(samples)
  if (line === null) return null
  const [n, k] = [samples.length, places.length]
  const center = total(samples.map(({ x }) => x)) / n
  const spread = total(samples.map(({ x }) => (x - center) ** 2))
  const variance = total(samples.map(({ x, y }) => (y - line.slope * x - line.intercept) ** 2)) / (n - 2)
  const away = total(places) - k * center
  return around(line.slope * total(places) + k * line.intercept, quantile(n - 2) * Math.sqrt(variance * (k + k * k / n + away ** 2 / spread)))
}

/**
 * The sum of some values, each that of the same period a year before and the usual change since (seasonal naive with drift; Hyndman & Athanasopoulos,
 * Forecasting: Principles and Practice, 5.2), with the prediction interval of a mean.
 * @param yearBefore the figures of the same periods a year before
 * @param changes by how much each of the latest figures differs from that a year before it
 * @returns null with fewer than {@link MIN_FIGURES} changes
 */
export function forecastBySeason (yearBefore: readonly number[], changes: readonly number[]): Band | null {
  const [n, k] = [changes.length, yearBefore.length]
  if (n < MIN_FIGURES) return null
  const usual = median(changes)
  const variance = total(changes.map(change => (change - usual) ** 2)) / (n - 1)
  return around(total(yearBefore) + k * usual, quantile(n - 1) * Math.sqrt(variance * (k + k * k / n)))
}

const around = (expected: number, half: number): Band => ({ expected, low: expected - half, high: expected + half })
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

function median (values: readonly number[]): number {
  // Sorts by number itself, which a comparing function takes several times as long for.
  const sorted = new Float64Array(values).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] as number : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
