import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import { MOST_CATEGORIES } from './formats/json-stat-cube.ts'
import { createJsonStatWriter, type JsonStat } from './formats/json-stat-write.ts'
import { someOf } from './input.ts'
import { measurementQuery } from './measurement-queries.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { MeasurementFilter, Stores } from '../../db/stores/index.ts'

const MOST_INDICATORS = 50
/** So many are written in a tenth of a second, in which the server does nothing else. */
const MOST_CELLS = 250_000
const READ_AT_ONCE = 2_000

const { area, segment, from, to, knownAt } = measurementQuery.shape
export const exportQuery = z.strictObject({
  indicator: someOf(z.string().min(1).max(120), `The indicator, up to ${MOST_INDICATORS}.`, 'is needed: the id of an indicator, or several with commas between').meta({ maxItems: MOST_INDICATORS, example: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke' }),
  area,
  segment,
  from,
  to,
  knownAt
})
export type ExportQuery = z.output<typeof exportQuery>

const tooMuch = (most: number, what: 'cells' | 'categories'): AppError =>
  new AppError('invalid_request', `This would be more than ${most} ${what}: choose fewer indicators, an area, or a shorter time by from and to.`, [{ pointer: '?indicator', code: `too_many_${what}`, detail: `would be more than ${most} ${what}` }])

/** Figures out, as files that other programs read. */
export function createExportService ({ stores, reference, now }: { stores: Pick<Stores, 'measurements'>, reference: Reference, now: () => Date }) {
  /**
   * Measurements as one data set of JSON-stat 2.0, which imports again unchanged.
   * @throws AppError `invalid_request` naming a parameter, or that there are too many cells
   */
  async function jsonStat (query: ExportQuery): Promise<JsonStat> {
    const { indicator, from, to } = query
    if (indicator.length > MOST_INDICATORS) throw refusedParameter('indicator', `names ${indicator.length} indicators, and at most ${MOST_INDICATORS} are taken`)
    const indicators = await reference.indicatorsNamed('indicator', indicator) ?? []
    if (from !== undefined && to !== undefined && from > to) throw refusedParameter('to', `lies before from, ${from}`)
    const knownAt = query.knownAt ?? now().toISOString()
    const areas = await reference.areaIds('area', query.area)
    const segments = await reference.segmentsNamed('segment', query.segment, indicators)
    const writer = createJsonStatWriter()
    for (const { id } of indicators) {
      await gather({ indicators: [id], knownAt, ...areas && { areas }, ...segments && { segments }, ...from !== undefined && { from }, ...to !== undefined && { to } }, writer)
    }
    return writer.write({ known: indicators, areaNames: (await reference.areas()).names, knownAt })
  }

  async function gather (filter: MeasurementFilter, writer: ReturnType<typeof createJsonStatWriter>): Promise<void> {
    let found = await stores.measurements.page(filter, { limit: READ_AT_ONCE })
    while (found.length > 0) {
      found.forEach(writer.add)
      if (writer.cells() > MOST_CELLS) throw tooMuch(MOST_CELLS, 'cells')
      if (writer.categories() > MOST_CATEGORIES) throw tooMuch(MOST_CATEGORIES, 'categories')
      found = found.length < READ_AT_ONCE ? [] : await stores.measurements.page(filter, { limit: READ_AT_ONCE, after: found.at(-1)! })
    }
  }

  return { jsonStat }
}
