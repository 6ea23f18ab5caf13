import { decimal, type Decimal } from '../decimal.ts'
import { type Band, forecastByLine, forecastBySeason, LEVEL, MIN_FIGURES } from '../forecast.ts'
import { isNeverNegative } from '../indicator.ts'
import { namesakeAYearEarlier, type Period } from '../period.ts'
import { meets } from './measures.ts'
import { measureAt, type Reading } from './reading.ts'
import { lastMeasures, roundedFloat } from './trend.ts'

export const FORECAST_METHODS = ['line', 'same_period_last_year'] as const
/** Whether the goal line is met in the whole band, in a part of it or nowhere in it. */
export const PROSPECTS = ['likely', 'open', 'unlikely'] as const
/** Why there is no forecast. */
export const NO_FORECAST = ['too_few_figures', 'no_figures_left', 'not_forecast', 'too_far'] as const
export type NoForecast = typeof NO_FORECAST[number]

/**
 * The measure as it may be at the deadline, if it goes on as before: between `low` and `high` with the probability `level`. An estimate, rounded to
 * four decimals, made of so many `figures`, those from `from` to `to`.
 */
export type Forecast = {
  forecast: true
  method: typeof FORECAST_METHODS[number]
  period: string | null
  measure: number
  low: number
  high: number
  level: number
  met: boolean
  prospect: typeof PROSPECTS[number]
  figures: number
  from: string
  to: string
}
export type Outlook = { forecast: Forecast | null, noForecast: NoForecast | null }

const LATEST = 12
/** More than a season needs of daily figures. */
const LONGEST = 800
const none = (noForecast: NoForecast): Outlook => ({ forecast: null, noForecast })

/** What is still to come of a rule: the last period that counts, those without a figure yet, and of a sum or mean what is there already. */
export type ToCome = { last: Period | null, periods: readonly Period[] | null, sum: Decimal | null, count: number }

/** The forecast of a rule's measure at the deadline, or why there is none. `toCome.periods` null is more than can be listed. */
export function outlookOf (reading: Reading, { last, periods, sum, count }: ToCome): Outlook {
  const { meter, frequency, deadline } = reading
  const { aggregate } = meter
  if (aggregate === 'max' || aggregate === 'min' || (frequency === 'irregular' && aggregate !== 'latest')) return none('not_forecast')
  if (periods === null) return none('too_far')
  if (periods.length === 0 && frequency !== 'irregular') return none('no_figures_left')
  const latest = reading.own.points.findLast(({ period }) => period.end <= deadline && measureAt(reading, period) !== null)?.period
  if (latest === undefined) return none('too_few_figures')
  const wanted = aggregate === 'latest' ? [last] : periods
  const found = bandOf(reading, latest, wanted.map(period => period))
  if (found === null) return none('too_few_figures')
  const whole = (value: number): number => {
    const bounded = meter.relative || reading.rule.kind !== 'threshold' || !isNeverNegative(reading.indicator.unit) ? value : Math.max(0, value)
    if (aggregate === 'latest') return roundedFloat(bounded)
    const all = (sum?.valueOf() ?? 0) + bounded
    return roundedFloat(aggregate === 'sum' ? all : all / (count + periods.length))
  }
  const [measure, low, high] = [whole(found.expected), whole(found.low), whole(found.high)]
  const isMet = (value: number): boolean => meets(decimal(value), meter.comparator, meter.goal)
  const prospect = isMet(low) && isMet(high) ? 'likely' : isMet(low) || isMet(high) || isMet(measure) ? 'open' : 'unlikely'
  return { forecast: { forecast: true, method: found.method, period: last?.text ?? null, measure, low, high, level: LEVEL, met: isMet(measure), prospect, ...found.made }, noForecast: null }
}

type Found = Band & { method: Forecast['method'], made: Pick<Forecast, 'figures' | 'from' | 'to'> }

/**
 * By the same periods of the year before, where the figures have a season and go back so far; else by the line of the projection, through the latest
 * twelve. A mean of several periods, and a baseline that moves along, have no season.
 */
function bandOf (reading: Reading, latest: Period, wanted: readonly (Period | null)[]): Found | null {
  const { deadline, frequency, smoothing, moving } = reading
  const all = lastMeasures(reading, latest, LONGEST)
  const ofPeriod = new Map(all.map(one => [one.period.text, one.measure.valueOf()]))
  const before = (period: Period | null): number | undefined => ofPeriod.get((period === null ? null : namesakeAYearEarlier(period))?.text ?? '')
  const latestOnes = all.slice(0, LATEST)
  if (frequency !== 'year' && frequency !== 'irregular' && smoothing < 2 && !moving) {
    const yearBefore = wanted.map(before).filter(value => value !== undefined)
    const changes = latestOnes.flatMap(({ period, measure }) => {
      const earlier = before(period)
      return earlier === undefined ? [] : [{ period, change: measure.valueOf() - earlier }]
    })
    const band = yearBefore.length < wanted.length ? null : forecastBySeason(yearBefore, changes.map(one => one.change))
    if (band !== null) return { ...band, method: 'same_period_last_year', made: spanOf(changes.map(one => one.period)) }
  }
  if (latestOnes.length < MIN_FIGURES) return null
  // The deadline lies at x = 0, as in the projection.
  const places = reading.meter.aggregate === 'latest' ? [0] : wanted.map(period => (period as Period).end - deadline)
  const band = forecastByLine(latestOnes.map(({ day, measure }) => ({ x: day - deadline, y: measure.valueOf() })), places)
  return band === null ? null : { ...band, method: 'line', made: spanOf(latestOnes.map(one => one.period)) }
}

/** How many figures were used, and from which to which; the latest comes first. */
const spanOf = (periods: readonly Period[]): Found['made'] => ({ figures: periods.length, from: (periods.at(-1) as Period).text, to: (periods[0] as Period).text })
