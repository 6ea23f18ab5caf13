export const UNITS = ['percent', 'percentage_points', 'persons', 'fulltime_persons', 'count', 'ratio', 'hours', 'days', 'weeks', 'dkk', 'index'] as const
export const POLARITIES = ['higher_is_better', 'lower_is_better', 'neutral'] as const
export const FREQUENCIES = ['year', 'half', 'quarter', 'month', 'week', 'day', 'irregular'] as const

export type Unit = typeof UNITS[number]
export type Polarity = typeof POLARITIES[number]
export type Frequency = typeof FREQUENCIES[number]

/** A text in the two languages of the product. */
export type Bilingual = { da: string, en: string }

/** A part of the population or of the field that an indicator is also counted for, such as one kind of benefit. */
export type Segment = { code: string, name: Bilingual }

/** A series that an indicator is calculated from. `segment` null is the whole; left out it is the segment that is asked for. */
export type Part = { indicator: string, segment?: string | null }

/** How an indicator is calculated from others of the same frequency. `factor` is 1 unless said (100 for per cent); `periods` is how many a mean takes. */
export type Calculation =
  | { kind: 'sum', of: Part[] }
  | { kind: 'difference', of: [Part, Part] }
  | { kind: 'ratio', numerator: Part, denominator: Part, factor?: number }
  | { kind: 'rolling_mean', of: Part, periods: number }

/**
 * What is measured, and how to read it. `breaks` are the first days (ISO dates) of series that are not comparable with what came before;
 * `publicationLagDays` is how long after the end of a period its figure is out; `decimals` is how figures are written.
 * `additive`: figures of areas may be added up, that of a group is the sum of its members'. `calculation`: how a figure that nobody posted is found.
 */
export type Indicator = {
  id: string
  name: Bilingual
  definition: string | null
  unit: Unit
  polarity: Polarity
  frequency: Frequency
  publicationLagDays: number
  breaks: string[]
  source: string | null
  decimals: number
  segments: Segment[]
  additive: boolean
  calculation: Calculation | null
}

/** Counts, persons, times and money amounts of a follow-up are never below zero; a correction is a revision. */
export const isNeverNegative = (unit: Unit): boolean =>
  ['persons', 'fulltime_persons', 'count', 'hours', 'days', 'weeks'].includes(unit)
