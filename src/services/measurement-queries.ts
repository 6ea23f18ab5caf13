import { z } from 'zod'
import { FLAGS } from '../domain/measurement.ts'
import { anyOf, day, instant } from './input.ts'
import { paging, sortBy } from './lists.ts'
import { type Reference, refusedParameter, unknownParameter } from './reference.ts'
import type { MeasurementFilter, Stores } from '../../db/stores/index.ts'

const id = z.string().min(1).max(120)
export const measurementQuery = z.strictObject({
  indicator: anyOf(id, 'Only this indicator.'),
  area: anyOf(id, 'Only this area.'),
  segment: anyOf(z.string().max(100), 'Only this segment; empty for the whole.'),
  from: day.optional().meta({ description: 'Only periods that end on or after this day.' }),
  to: day.optional().meta({ description: 'Only periods that end on or before this day.' }),
  flag: anyOf(z.enum(FLAGS), 'Only figures with this flag.'),
  import: anyOf(id, 'Only figures that stand as this import wrote them, by its id.'),
  knownAt: instant.optional().meta({ description: 'As known at this instant.' }),
  ...paging,
  sort: sortBy(['period']).meta({ description: 'By period; - before it for the latest first. For one indicator and one area; without it they come by indicator, area, segment and period.' })
})
export type MeasurementQuery = z.output<typeof measurementQuery>

export const revisionQuery = z.strictObject({ ...paging, sort: sortBy(['revision']) })
export type RevisionQuery = z.output<typeof revisionQuery>

/** How queries of measurements are read. */
export function createMeasurementFilter ({ stores, reference }: { stores: Pick<Stores, 'imports'>, reference: Reference }) {
  /** The indicators and areas that some imports wrote to. @throws AppError `invalid_request` where there is no such import */
  async function writtenBy (ids: readonly string[]): Promise<{ indicators: string[], areas: string[] }> {
    const known = new Set((await stores.imports.byIds(ids)).map(one => one.id))
    const unknown = ids.find(id => !known.has(id))
    if (unknown !== undefined) throw unknownParameter('import', unknown, 'import', 'see /v1/imports')
    const series = (await Promise.all(ids.map(id => stores.imports.series(id)))).flat()
    return { indicators: [...new Set(series.map(one => one.indicator))], areas: [...new Set(series.map(one => one.area))] }
  }

  /** What a query of measurements means to the store. @throws AppError `invalid_request` naming a parameter whose value does not exist */
  return async function filterOf ({ indicator, area, segment, from, to, knownAt, flag, import: together }: Omit<MeasurementQuery, 'limit' | 'cursor'>): Promise<MeasurementFilter> {
    if (from !== undefined && to !== undefined && from > to) throw refusedParameter('to', `lies before from, ${from}`)
    const indicators = await reference.indicatorsNamed('indicator', indicator)
    const areas = await reference.areaIds('area', area)
    const segments = await reference.segmentsNamed('segment', segment, indicators)
    const written = together && await writtenBy(together)
    return {
      ...narrowed('indicators', indicators?.map(({ id }) => id), written?.indicators),
      ...narrowed('areas', areas, written?.areas),
      ...segments && { segments },
      ...from !== undefined && { from },
      ...to !== undefined && { to },
      ...knownAt !== undefined && { knownAt },
      ...flag && { flags: flag },
      ...together && { imports: together }
    }
  }
}

/** What is in both lists, under a name; nothing where neither narrows. */
function narrowed (name: 'indicators' | 'areas', asked: readonly string[] | undefined, written: readonly string[] | undefined): MeasurementFilter {
  const both = asked === undefined ? written : written === undefined ? asked : asked.filter(id => written.includes(id))
  return both === undefined ? {} : { [name]: both }
}
