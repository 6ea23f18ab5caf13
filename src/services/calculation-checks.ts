import { type Indicators, partsOf } from '../domain/composition.ts'
import type { Problem } from '../domain/errors.ts'
import type { Calculation, Indicator, Part } from '../domain/indicator.ts'

/** How many calculations may stand on each other. */
const MAX_DEPTH = 5

/**
 * Everything that is wrong with how an indicator is calculated, and with what it would do to those that are calculated from it.
 * @param others the indicators that there are; the one that is checked takes the place of its former self
 */
export function calculationProblems (indicator: Indicator, others: Indicators): Problem[] {
  const all = new Map([...others, [indicator.id, indicator]])
  const problems = [...ownProblems(indicator, all), ...readerProblems(indicator, all)]
  const circle = circleOf(indicator.id, all)
  if (circle !== null) problems.push({ pointer: '/calculation', code: 'calculation_circular', detail: `leads back to ${indicator.id} itself (${circle.join(' → ')}): calculate it from others` })
  else problems.push(...depthProblems(indicator, all))
  return problems
}

/** The parts with their places in the input. */
function partsWithPlaces (calculation: Calculation | null): { part: Part, at: string }[] {
  switch (calculation?.kind) {
    case undefined: return []
    case 'sum':
    case 'difference': return calculation.of.map((part, i) => ({ part, at: `/calculation/of/${i}` }))
    case 'ratio': return [{ part: calculation.numerator, at: '/calculation/numerator' }, { part: calculation.denominator, at: '/calculation/denominator' }]
    case 'rolling_mean': return [{ part: calculation.of, at: '/calculation/of' }]
  }
}

function ownProblems (indicator: Indicator, all: Indicators): Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  if (indicator.calculation?.kind === 'rolling_mean' && indicator.frequency === 'irregular') {
    problems.push({ pointer: '/calculation/kind', code: 'rolling_mean_irregular', detail: 'an irregular indicator has no consecutive periods to take a mean of: choose another frequency or calculation' })
  }
  for (const { part, at } of partsWithPlaces(indicator.calculation)) {
    const name = JSON.stringify([part.indicator, part.segment])
    if (seen.has(name)) problems.push({ pointer: at, code: 'duplicate_part', detail: `is ${part.indicator} again: each part counts once` })
    seen.add(name)
    const other = all.get(part.indicator)
    if (other === undefined) problems.push({ pointer: `${at}/indicator`, code: 'unknown_indicator', detail: `there is no indicator ${part.indicator}: put it first, at /v1/indicators/${part.indicator}` })
    else problems.push(...partProblems(indicator, part, other).map(({ field, code, detail }) => ({ pointer: `${at}/${field}`, code, detail })))
  }
  return problems
}

/** What keeps a part from being read: another frequency, or a segment that it does not have. */
function partProblems (indicator: Indicator, part: Part, other: Indicator): { field: 'indicator' | 'segment', code: string, detail: string }[] {
  const declared = new Set(other.segments.map(one => one.code))
  const needed = part.segment === undefined ? indicator.segments.map(one => one.code) : [part.segment].filter(code => code !== null)
  const lacking = needed.filter(code => !declared.has(code))
  return [
    ...other.frequency === indicator.frequency ? [] : [{ field: 'indicator' as const, code: 'frequency_mismatch', detail: `${other.id} is ${other.frequency}, and ${indicator.id} is ${indicator.frequency}: calculate from indicators of one frequency` }],
    ...lacking.length === 0 ? [] : [{ field: 'segment' as const, code: 'unknown_segment', detail: `${other.id} declares no segment ${lacking.slice(0, 5).join(', ')}, which ${indicator.id} takes from it: declare it there, or name the segment of the part (null is the whole)` }]
  ]
}

/** What a change would break for those that are calculated from the indicator. */
function readerProblems (indicator: Indicator, all: Indicators): Problem[] {
  const readers = [...all.values()].filter(({ id, calculation }) => id !== indicator.id && partsOf(calculation).some(part => part.indicator === indicator.id))
  return readers.flatMap(reader => partsOf(reader.calculation).filter(part => part.indicator === indicator.id).flatMap(part => partProblems(reader, part, indicator)))
    .map(({ field, code, detail }) => ({ pointer: field === 'indicator' ? '/frequency' : '/segments', code, detail }))
}

/** The way from an indicator back to itself; null where there is none. */
function circleOf (start: string, all: Indicators): string[] | null {
  const seen = new Set<string>()
  const search = (id: string): string[] | null => {
    for (const part of partsOf(all.get(id)?.calculation ?? null)) {
      if (part.indicator === start) return [id, start]
      if (seen.has(part.indicator)) continue
      seen.add(part.indicator)
      const rest = search(part.indicator)
      if (rest !== null) return [id, ...rest]
    }
    return null
  }
  return search(start)
}

/** Whether the indicator, or one that stands on it, would be calculated in too many steps. */
function depthProblems (indicator: Indicator, all: Indicators): Problem[] {
  const known = new Map<string, number>()
  const depthOf = (id: string): number => {
    const before = known.get(id)
    if (before !== undefined) return before
    // Counts as nothing until it is known: a circle elsewhere, which nothing should have let in, ends here.
    known.set(id, 0)
    const parts = partsOf(all.get(id)?.calculation ?? null)
    const depth = parts.length === 0 ? 0 : 1 + Math.max(...parts.map(part => depthOf(part.indicator)))
    known.set(id, depth)
    return depth
  }
  if (indicator.calculation === null) return []
  const deepest = [...all.keys()].reduce((most, id) => depthOf(id) > depthOf(most) ? id : most, indicator.id)
  if (depthOf(deepest) <= MAX_DEPTH) return []
  return [{ pointer: '/calculation', code: 'calculation_too_deep', detail: `makes ${deepest} a calculation of calculations ${depthOf(deepest)} deep, and ${MAX_DEPTH} is the most: calculate from the figures themselves` }]
}
