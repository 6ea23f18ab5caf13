import type { Indicator } from '../../domain/indicator.ts'
import { type Flag, FLAGS, type MeasurementRevision } from '../../domain/measurement.ts'
import { comparePeriods, parsePeriod } from '../../domain/period.ts'

type WrittenDimension = { label: string, category: { index: string[], label: Record<string, string>, unit?: Record<string, { label: string, decimals: number }> } }

/** A data set of JSON-stat 2.0 as it is exported. */
export type JsonStat = {
  version: '2.0'
  class: 'dataset'
  label: string
  source: string | null
  updated: string | null
  id: ['indicator', 'segment', 'area', 'period']
  size: number[]
  role: { time: ['period'], geo: ['area'], metric: ['indicator'] }
  dimension: { indicator: WrittenDimension, segment: WrittenDimension, area: WrittenDimension, period: WrittenDimension }
  value: (number | null)[]
  status: Record<string, Flag>
  extension: { maalopfoelgning: { knownAt: string } }
}

export type JsonStatWriter = ReturnType<typeof createJsonStatWriter>

/**
 * Gathers measurements for one data set, compactly: there may be very many. A cell without a measurement is null and has no status; what
 * is suppressed or missing is null with its flag as the status.
 */
export function createJsonStatWriter () {
  const [indicators, segments, areas, periods] = [createNumbers(), createNumbers(), createNumbers(), createNumbers()]
  const keys: number[] = []
  const values: (number | null)[] = []
  const flags: number[] = []
  let updated: string | null = null

  function add ({ indicator, segment, area, period, value, flag, recordedAt }: Pick<MeasurementRevision, 'indicator' | 'segment' | 'area' | 'period' | 'value' | 'flag' | 'recordedAt'>): void {
    keys.push(indicators.of(indicator), segments.of(segment ?? ''), areas.of(area), periods.of(period))
    values.push(value)
    flags.push(FLAGS.indexOf(flag))
    if (updated === null || recordedAt > updated) updated = recordedAt
  }

  /** How many cells the data set has: most of them may be empty. */
  const cells = (): number => [indicators, segments, areas, periods].reduce((product, { names }) => product * names.length, 1)

  /** How many categories the dimensions have together. */
  const categories = (): number => [indicators, segments, areas, periods].reduce((sum, { names }) => sum + names.length, 0)

  function write ({ known, areaNames, knownAt }: { known: readonly Indicator[], areaNames: ReadonlyMap<string, string>, knownAt: string }): JsonStat {
    const wanted = known.filter(({ id }) => indicators.names.includes(id))
    const segmentNames = new Map(wanted.flatMap(one => one.segments.map(({ code, name }) => [code, name.da] as const)))
    const orders = [
      indicators.sorted((a, b) => known.findIndex(({ id }) => id === a) - known.findIndex(({ id }) => id === b)),
      segments.sorted(byText), areas.sorted(byText), periods.sorted((a, b) => comparePeriods(parsePeriod(a), parsePeriod(b)))
    ]
    const size = orders.map(({ names }) => names.length)
    const value = new Array<number | null>(cells()).fill(null)
    const status: Record<string, Flag> = {}
    for (let at = 0; at < values.length; at++) {
      const cell = orders.reduce((place, order, dimension) => place * size[dimension]! + order.placeOf[keys[4 * at + dimension]!]!, 0)
      value[cell] = values[at]!
      if (flags[at] !== 0) status[cell] = FLAGS[flags[at]!]!
    }
    const dimensionOf = (at: number, label: string, nameOf: (code: string) => string): WrittenDimension =>
      ({ label, category: { index: orders[at]!.names, label: Object.fromEntries(orders[at]!.names.map(code => [code, nameOf(code)])) } })
    const measured = dimensionOf(0, 'Indikator', code => wanted.find(({ id }) => id === code)?.name.da ?? code)
    const sources = [...new Set(wanted.flatMap(({ source }) => source ?? []))]
    return {
      version: '2.0',
      class: 'dataset',
      label: wanted.map(({ name }) => name.da).join('; '),
      source: sources.length === 0 ? null : sources.join('; '),
      updated,
      id: ['indicator', 'segment', 'area', 'period'],
      size,
      role: { time: ['period'], geo: ['area'], metric: ['indicator'] },
      dimension: {
        indicator: { ...measured, category: { ...measured.category, unit: Object.fromEntries(wanted.map(({ id, unit, decimals }) => [id, { label: unit, decimals }])) } },
        segment: dimensionOf(1, 'Segment', code => code === '' ? 'I alt' : segmentNames.get(code) ?? code),
        area: dimensionOf(2, 'Område', code => areaNames.get(code) ?? code),
        period: dimensionOf(3, 'Periode', code => code)
      },
      value,
      status,
      extension: { maalopfoelgning: { knownAt } }
    }
  }

  return { add, cells, categories, write }
}

const byText = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0

/** Numbers names in the order that they are met. */
function createNumbers () {
  const numbers = new Map<string, number>()
  const names: string[] = []

  function of (name: string): number {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, names.length)
    return names.push(name) - 1
  }

  /** The names in an order, and the place there of each number. */
  function sorted (compare: (a: string, b: string) => number): { names: string[], placeOf: number[] } {
    const inOrder = names.toSorted(compare)
    const placeOf: number[] = []
    for (const [place, name] of inOrder.entries()) placeOf[of(name)] = place
    return { names: inOrder, placeOf }
  }

  return { of, names, sorted }
}
