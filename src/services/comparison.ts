import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Area } from '../domain/area.ts'
import { type AreaComparison, compareAreas, type ComparedFigure, differenceUnit, figureOf, isValidOn, periodToCompare } from '../domain/comparison.ts'
import { composed, memberParts, seriesName } from '../domain/composition.ts'
import { dayText } from '../domain/date.ts'
import type { Indicator, Polarity, Unit } from '../domain/indicator.ts'
import type { Observation } from '../domain/measurement.ts'
import { fitsFrequency, isPeriod, namesakeAYearEarlier, parsePeriod, type Period } from '../domain/period.ts'
import { ownSeries, type Rule, type SeriesKey } from '../domain/target.ts'
import { ANONYMOUS } from './actor.ts'
import { anyOf, instant, periodInPlace } from './input.ts'
import { isDescending, type Page, pageOf, paging, questionOf, readCursor, refusedCursor, sortBy } from './lists.ts'
import type { PlanService } from './plans.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { SeriesService } from './series.ts'
import { createTurns } from './turns.ts'
import type { TargetRecord } from '../../db/stores/index.ts'

const id = z.string().min(1).max(120)
export const compareQuery = z.strictObject({
  indicator: z.string({ error: 'is needed: name one of /v1/indicators' }).min(1).max(120).meta({ description: 'The indicator.', example: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke' }),
  period: periodInPlace.optional().meta({ description: 'The period, of the indicator\'s frequency; if absent, the latest in which at least half of the areas that have any figure have one. The answer says which.' }),
  areas: anyOf(id, 'The areas that are compared, of one kind; all kommuner if absent.'),
  memberOf: anyOf(id, 'Instead of areas: the kommuner that belong to this RAR or region at the end of the period.'),
  segment: z.string().max(100).optional().meta({ description: 'The segment; the whole if empty or absent.' }),
  knownAt: instant.optional().meta({ description: 'The instant of knowledge; now if absent.' }),
  sort: sortBy(['rank', 'name', 'value', 'change', 'area']),
  ...paging
})
export type CompareQuery = z.output<typeof compareQuery>

/** An area of the comparison; `targets` are those of its plans, drafts and withdrawn ones aside, that are measured by the same series. */
export type ComparedArea = AreaComparison & { targets: string[] }
/** A group that areas are compared with. */
export type ComparedGroup = ComparedFigure & { area: string, name: string }
/** How areas compare in a period (null where none has a figure; there are then no items). `ranked` is how many have a figure. */
export type Comparison = Page<ComparedArea> & {
  indicator: string
  segment: string | null
  period: string | null
  yearBefore: string | null
  knownAt: string
  unit: Unit
  differenceUnit: Unit
  polarity: Polarity
  ranked: number
  groups: ComparedGroup[]
}

/** A comparison takes some milliseconds in which nothing else is done; one query of GraphQL may ask for fifty. */
const AT_ONCE = 4
const MOST_WAITING = 1_000

const GROUP_KINDS: readonly Area['kind'][] = ['country', 'rar', 'region']
const collator = new Intl.Collator('da', { numeric: true })
type Order = (a: ComparedArea, b: ComparedArea) => number
/** By a number, those without one last whichever way the list goes. */
const byNumber = (numberOf: (row: ComparedArea) => number | null, sign: number): Order => (a, b) => {
  const [x, y] = [numberOf(a), numberOf(b)]
  return x === null || y === null ? Number(x === null) - Number(y === null) : sign * (x - y)
}
const ORDERS: Record<string, (sign: number) => Order> = {
  rank: sign => byNumber(row => row.rank, sign),
  value: sign => byNumber(row => row.value, sign),
  change: sign => byNumber(row => row.yearBefore.change, sign),
  name: sign => (a, b) => sign * collator.compare(a.name, b.name),
  area: sign => (a, b) => sign * collator.compare(a.area, b.area)
}

/** How kommuner compare on an indicator, those with and those without plans. */
export function createComparisonService ({ plans, series, reference, now }: { plans: PlanService, series: SeriesService, reference: Reference, now: () => Date }) {
  const turns = createTurns(AT_ONCE, MOST_WAITING, 'Many comparisons are asked for at this moment: ask again in a moment.')
  /**
   * The figures of areas in one period, with ranks, distances to their groups and the change in a year; the number of queries does not grow with the areas.
   * @throws AppError `invalid_request` naming a parameter that is missing or whose value does not exist
   */
  async function comparisonOf (query: CompareQuery): Promise<Comparison> {
    const indicator = await reference.indicatorParameter('indicator', query.indicator)
    const segment = query.segment === undefined ? null : await reference.segmentParameter('segment', query.segment, indicator)
    const wanted = placeOf(query)?.period ?? query.period
    const asked = wanted === undefined ? null : periodOf(wanted, indicator)
    const candidates = await candidatesOf(query)
    const { resolve, names } = await reference.areas()
    const groups = groupsOf(candidates, resolve)
    const knownAt = query.knownAt === undefined || query.knownAt >= now().toISOString() ? null : query.knownAt
    const keyOf = (area: string): SeriesKey => ({ indicator: indicator.id, area, segment })
    const [{ observations, indicators }, targets] = await Promise.all([
      series.gather([...candidates, ...groups].map(area => keyOf(area.id)), knownAt),
      plans.findTargets(ANONYMOUS, { indicators: [indicator.id] })
    ])
    const ids = new Set(candidates.map(area => area.id))
    const period = asked ?? periodToCompare(observations.filter(figure => ids.has(figure.area)))
    const about = { indicator: indicator.id, segment, knownAt: knownAt ?? now().toISOString(), unit: indicator.unit, differenceUnit: differenceUnit(indicator.unit), polarity: indicator.polarity }
    if (period === null) return { ...about, period: null, yearBefore: null, ranked: 0, groups: [], items: [], nextCursor: null }

    const figures = new Map(observations.map(figure => [`${figure.area} ${figure.period}`, figure]))
    const input = {
      indicator: indicators.get(indicator.id) ?? indicator,
      period,
      areas: query.areas === undefined ? candidates.filter(area => isThere(area, period, query.memberOf?.map(one => resolve(one)?.id))) : candidates,
      figure: (area: string, at: string): Observation | undefined => figures.get(`${area} ${at}`),
      areaById: resolve,
      nameOf: (area: string) => names.get(area) ?? area,
      groupsAreMade: memberParts(keyOf(''), composed(indicators, new Map())).length > 0
    }
    const readers = Map.groupBy(targets.filter(target => target.planStatus !== 'withdrawn' && isMeasuredBy(target, keyOf(target.kommune))), target => target.kommune)
    const rows = compareAreas(input).map((row): ComparedArea => ({ ...row, targets: (readers.get(row.area) ?? []).map(target => target.id) }))
    return {
      ...about,
      period: period.text,
      yearBefore: namesakeAYearEarlier(period)?.text ?? null,
      ranked: rows[0]?.of ?? 0,
      groups: groupsOf(input.areas, resolve, dayText(period.end)).map(area => ({ area: area.id, name: area.name, ...figureOf(area, input) })),
      ...pageOfRows(rows, period.text, query)
    }
  }

  /** The areas that a query names; those of a group are all that ever belonged to it, for the period is not known yet. */
  async function candidatesOf ({ areas, memberOf }: CompareQuery): Promise<Area[]> {
    if (areas !== undefined && memberOf !== undefined) throw refusedParameter('memberOf', 'does not go with areas: name the areas, or a group that they belong to')
    if (areas !== undefined) {
      if (areas.length === 0) throw refusedParameter('areas', 'is empty: name areas, or leave it out for all kommuner')
      const named = await Promise.all(areas.map(text => reference.areaParameter('areas', text)))
      const kinds = new Set(named.map(area => area.kind))
      if (kinds.size > 1) throw refusedParameter('areas', `are of several kinds (${[...kinds].join(', ')}): compare kommuner with kommuner`)
      return [...new Set(named)]
    }
    const wanted = await reference.areaIds('memberOf', memberOf)
    const kommuner = (await reference.areas()).all.filter(area => area.kind === 'kommune' && (wanted === undefined || area.memberships.some(link => wanted.includes(link.area))))
    if (kommuner.length === 0) throw refusedParameter('memberOf', 'has no kommuner: name a RAR, a region or the country')
    return kommuner
  }

  /** As {@link comparisonOf}; where many are asked for at once, others are served in between. */
  const compare = (query: CompareQuery): Promise<Comparison> => turns.take(async () => {
    await setImmediate()
    return await comparisonOf(query)
  })

  return { compare }
}

/** Whether a target, or a part of its rule, has the series as its own. */
function isMeasuredBy ({ rule, indicator, kommune, segment }: TargetRecord, key: SeriesKey): boolean {
  const ownOf = (part: Rule): boolean => {
    if ('rules' in part) return part.rules.some(ownOf)
    const own = ownSeries(part, { indicator, area: kommune, segment })
    return own !== null && seriesName(own) === seriesName(key)
  }
  return ownOf(rule)
}

function periodOf (text: string, { id, frequency }: Indicator): Period {
  if (!isPeriod(text)) throw refusedParameter('period', `${JSON.stringify(text)} is not a period: write 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31`)
  const period = parsePeriod(text)
  if (!fitsFrequency(period, frequency)) throw refusedParameter('period', `${text} is no ${frequency}, and that is what ${id} is measured by: name a ${frequency}`, 'frequency_mismatch')
  return period
}

/** The groups that the areas belong to, on a day or at any time. */
const groupsOf = (areas: readonly Area[], resolve: (id: string) => Area | undefined, day?: string): Area[] => [...new Set(areas.flatMap(area => area.memberships.filter(link => day === undefined || isValidOn(link, day)).map(link => resolve(link.area))))]
  .filter(area => area !== undefined && GROUP_KINDS.includes(area.kind)).map(area => area as Area)
  .sort((a, b) => GROUP_KINDS.indexOf(a.kind) - GROUP_KINDS.indexOf(b.kind) || collator.compare(a.name, b.name))

/** Whether an area is there at the end of a period, and belongs to one of the groups that are asked for. */
function isThere (area: Area, period: Period, groups: readonly (string | undefined)[] | undefined): boolean {
  const day = dayText(period.end)
  return isValidOn(area, day) && (groups === undefined || area.memberships.some(link => groups.includes(link.area) && isValidOn(link, day)))
}

/** The period and the area of a cursor: the last row shown. */
function placeOf ({ cursor, ...query }: CompareQuery): { period: string, area: string } | null {
  if (cursor === undefined) return null
  const [period, area] = readCursor(cursor, 2, questionOf(query))
  if (period == null || !isPeriod(period) || area == null) throw refusedCursor(NOT_OURS)
  return { period, area }
}

/** A page of the rows. The next one begins after the last row of this, wherever that then stands, and is of the same period. */
function pageOfRows (rows: readonly ComparedArea[], period: string, query: CompareQuery): Page<ComparedArea> {
  const { sort = 'rank', limit } = query
  const order = (ORDERS[sort.replace('-', '')] as (sign: number) => Order)(isDescending(sort) ? -1 : 1)
  const sorted = rows.toSorted((a, b) => order(a, b) || collator.compare(a.name, b.name) || (a.area < b.area ? -1 : 1))
  const after = placeOf(query)?.area
  const at = after === undefined ? -1 : sorted.findIndex(row => row.area === after)
  if (after !== undefined && at < 0) throw refusedCursor(NOT_OURS)
  return pageOf(sorted.slice(at + 1), limit ?? Math.max(1, sorted.length), row => [period, row.area], questionOf(query))
}

const NOT_OURS = 'is not a cursor of this list: take nextCursor of the last answer as it is'
