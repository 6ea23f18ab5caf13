import { z } from 'zod'
import { type Lineage, lineageOf, sizeOf } from '../domain/lineage.ts'
import type { Flag, Observation } from '../domain/measurement.ts'
import { comparePeriods, isPeriod, parsePeriod, periodRange } from '../domain/period.ts'
import type { SeriesKey } from '../domain/target.ts'
import { anyOf, day, instant } from './input.ts'
import { DEFAULT_LIMIT, isDescending, type Page, paging, questionOf, readCursor, refusedCursor, sortBy, writeCursor } from './lists.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { ChosenGroup, SeriesService } from './series.ts'

const id = z.string().min(1).max(120)
export const figureQuery = z.strictObject({
  indicator: z.string({ error: 'is needed: name one of /v1/indicators' }).min(1).max(120).meta({ description: 'The indicator.', example: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke' }),
  area: id.optional().meta({ description: 'The area; this or areas is needed.' }),
  areas: anyOf(id, 'Kommuner that are taken together, 2 to 98.').meta({ description: 'Kommuner that are taken together, 2 to 98 with commas between: 0250,0260.' }),
  segment: z.string().max(100).optional().meta({ description: 'The segment; the whole if empty or absent.' }),
  from: day.optional().meta({ description: 'Only periods that end on or after this day.' }),
  to: day.optional().meta({ description: 'Only periods that end on or before this day.' }),
  knownAt: instant.optional().meta({ description: 'As known at this instant.' }),
  ...paging,
  sort: sortBy(['period'])
})
export type FigureQuery = z.output<typeof figureQuery>

/** A figure as it is read: posted, or calculated from others (`revision` and `source` null), and then of which. */
export type Figure = { period: string, value: number | null, flag: Flag, revision: number | null, source: string | null, calculation: Lineage | null }
/** The figures of an indicator for an area, or for the kommuner `members` taken together (`area` null). */
export type Figures = Page<Figure> & { indicator: string, area: string | null, members: string[] | null, segment: string | null }

/** The most figures on a page, those that calculated ones are made of too: it bounds the answer to a few megabytes. */
const MAX_SHOWN = 20_000

/** The figures of an indicator, posted and calculated. */
export function createFigureService ({ series, reference }: { series: SeriesService, reference: Reference }) {
  /**
   * Page by page, by period.
   * @throws AppError `invalid_request` naming a parameter that is missing or whose value does not exist
   */
  async function list (query: FigureQuery): Promise<Figures> {
    const { indicator: name, area, areas, segment, from, to, knownAt, limit = DEFAULT_LIMIT, cursor, sort = 'period' } = query
    const question = questionOf(query)
    const direction = isDescending(sort) ? -1 : 1
    if (from !== undefined && to !== undefined && from > to) throw refusedParameter('to', `lies before from, ${from}`)
    const indicator = await reference.indicatorParameter('indicator', name)
    const place = await placeOf(area, areas)
    const key = { indicator: indicator.id, area: place.id, segment: segment === undefined ? null : await reference.segmentParameter('segment', segment, indicator) }
    const found = await figuresOf(key, place, knownAt)
    if (direction < 0) found.reverse()
    const after = cursor === undefined ? null : periodOf(readCursor(cursor, 1, question))
    const wanted = found.filter(({ period }) => {
      const { end } = periodRange(period)
      return (from === undefined || end >= from) && (to === undefined || end <= to) && (after === null || direction * comparePeriods(parsePeriod(period), parsePeriod(after)) > 0)
    })
    const page = pageWithin(wanted, limit)
    const last = page.at(-1)
    return {
      indicator: indicator.id,
      area: place.members === null ? place.id : null,
      members: place.members,
      segment: key.segment,
      items: page.map(figure => ({ period: figure.period, value: figure.value, flag: figure.flag, revision: figure.revision, source: figure.source, calculation: lineageOf(figure) })),
      nextCursor: page.length < wanted.length && last !== undefined ? writeCursor([last.period], question) : null
    }
  }

  async function figuresOf (key: SeriesKey, { id, members }: Place, knownAt: string | undefined): Promise<Observation[]> {
    const chosen: ChosenGroup | undefined = members === null ? undefined : { id, members }
    const { observations } = await series.gather([key], knownAt ?? null, { chosen })
    return observations.toSorted((a, b) => comparePeriods(parsePeriod(a.period), parsePeriod(b.period)))
  }

  /** The area, or the kommuner that are taken together; their name is their ids with commas between. */
  async function placeOf (area: string | undefined, areas: readonly string[] | undefined): Promise<Place> {
    if (area !== undefined && areas !== undefined) throw refusedParameter('areas', 'does not go with area: name one area, or several kommuner')
    if (areas === undefined) {
      if (area === undefined) throw refusedParameter('area', 'is needed, or areas: name an area of /v1/areas, or several kommuner')
      return { id: (await reference.areaParameter('area', area)).id, members: null }
    }
    const named = await Promise.all(areas.map(text => reference.kommuneParameter('areas', text)))
    const members = [...new Set(named.map(one => one.id))].sort()
    if (members.length < 2) throw refusedParameter('areas', 'is one kommune: name two or more, or use area')
    return { id: members.join(','), members }
  }

  return { list }
}

type Place = { id: string, members: string[] | null }

/** As many of the figures as a page takes, at least one. */
function pageWithin (figures: readonly Observation[], limit: number): Observation[] {
  let shown = 0
  const fits = figures.slice(0, limit).findIndex((figure, at) => (shown += sizeOf(figure)) > MAX_SHOWN && at > 0)
  return figures.slice(0, fits === -1 ? limit : fits)
}

function periodOf ([period]: (string | null)[]): string {
  if (period == null || !isPeriod(period)) throw refusedCursor('is not a cursor of this list: take nextCursor of the last answer as it is')
  return period
}
