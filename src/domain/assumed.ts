import { seriesName } from './composition.ts'
import type { Observation } from './measurement.ts'

/** The figures with some of them assumed: those take the place of what was posted of the same series and period. */
export function withAssumed (posted: Observation[], assumed: readonly Observation[]): Observation[] {
  if (assumed.length === 0) return posted
  const nameOf = (figure: Observation): string => `${seriesName(figure)}\u0000${figure.period}`
  const names = new Set(assumed.map(nameOf))
  return [...posted.filter(figure => !names.has(nameOf(figure))), ...assumed]
}
