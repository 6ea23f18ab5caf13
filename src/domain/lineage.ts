import type { Making, MeasurementKey, Method, Observation } from './measurement.ts'

/** A figure that another was calculated from. `revision` and `source` are null where it was calculated itself. */
export type LineagePart = MeasurementKey & Pick<Observation, 'value' | 'flag' | 'revision' | 'source'>

/**
 * What a calculated figure is made of, so that anyone can do the sum again: first its direct parts in their order, then those of each part that was
 * calculated itself, every figure of these once. `missing` are the members of a group without a figure.
 */
export type Lineage = { method: Method, parts: LineagePart[], missing: string[] }

const lineages = new WeakMap<Making, Lineage>()

/** The lineage of a figure; null where it was posted. */
export function lineageOf ({ made }: Observation): Lineage | null {
  if (made === undefined) return null
  const known = lineages.get(made) ?? traced(made)
  lineages.set(made, known)
  return known
}

function traced (made: Making): Lineage {
  const listed = new Set(made.parts)
  const missing = new Set(made.missing)
  // A set is walked through to the end of what is added on the way.
  for (const part of listed) {
    part.made?.missing.forEach(member => missing.add(member))
    part.made?.parts.forEach(one => listed.add(one))
  }
  return { method: made.method, parts: [...listed].map(shown), missing: [...missing] }
}

const shown = ({ indicator, area, segment, period, value, flag, revision, source }: Observation): LineagePart =>
  ({ indicator, area, segment, period, value, flag, revision, source })

const sizes = new WeakMap<Observation, number>()

/** How many figures it takes to show a figure and its lineage, at most: it bounds what an answer may hold. */
export function sizeOf (observation: Observation): number {
  if (observation.made === undefined) return 1
  const known = sizes.get(observation)
  if (known !== undefined) return known
  const size = observation.made.parts.reduce((total, part) => total + sizeOf(part), 1)
  sizes.set(observation, size)
  return size
}
