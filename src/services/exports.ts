import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { danishDay } from '../domain/date.ts'
import { AppError } from '../domain/errors.ts'
import type { MeasurementKey, MeasurementRevision } from '../domain/measurement.ts'
import type { Language } from '../domain/status/wording.ts'
import type { Actor } from './actor.ts'
import { MEASUREMENT_COLUMNS, type MeasurementRow, PLAN_COLUMNS, type PlanRow, STATUS_COLUMNS } from './export-columns.ts'
import { csvText } from './formats/csv-write.ts'
import { MOST_CATEGORIES } from './formats/json-stat-cube.ts'
import { createJsonStatWriter, type JsonStat } from './formats/json-stat-write.ts'
import { statusJsonStat, type StatusJsonStat } from './formats/json-stat-statuses.ts'
import type { WrittenTable } from './formats/written.ts'
import type { XlsxWriter } from './formats/xlsx-write.ts'
import { someOf } from './input.ts'
import { createMeasurementFilter, measurementQuery } from './measurement-queries.ts'
import { planQuery } from './plan-queries.ts'
import type { PlanService } from './plans.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { StatusService } from './status.ts'
import { MOST_STATUSES, type StatusesService, statusesQuery, type StatusItem } from './statuses.ts'
import type { MeasurementFilter, Stores } from '../../db/stores/index.ts'

const MOST_INDICATORS = 50
/** So many are written in a tenth of a second, in which the server does nothing else. */
const MOST_CELLS = 250_000
/** Some milliseconds' work, between which others get their turn. */
const READ_AT_ONCE = 1_000
/** Where few are let through, whoever waits for them is looked after in between. */
const WALKED_AT_ONCE = 100_000

/** The forms of a file: a table as CSV, the Danish one for Excel, or XLSX; or the things themselves, one a line. */
export const FILE_FORMATS = ['csv', 'csv-da', 'xlsx', 'ndjson'] as const
export type FileFormat = typeof FILE_FORMATS[number]
/** How a file is wanted: `language` is that of its headings and words, `signal` ends it when nobody waits for it any more. */
export type FileWish = { format: FileFormat, language: Language, signal?: AbortSignal }
/** A file to be sent: what it is called, and its pieces, which are made as they are asked for. */
export type ExportFile = { name: string, format: FileFormat, pieces: AsyncIterable<string | Uint8Array> }

export const measurementExportQuery = measurementQuery.omit({ limit: true, cursor: true, sort: true })
export type MeasurementExportQuery = z.output<typeof measurementExportQuery>
export const statusExportQuery = statusesQuery.omit({ limit: true, cursor: true, sort: true, groupBy: true })
export type StatusExportQuery = z.output<typeof statusExportQuery>
export const planExportQuery = planQuery.omit({ limit: true, cursor: true, sort: true })
export type PlanExportQuery = z.output<typeof planExportQuery>

const { area, segment, from, to, knownAt } = measurementQuery.shape
const NEEDED = 'is needed: the id of an indicator, or several with commas between'
export const jsonStatQuery = z.strictObject({
  indicator: someOf(z.string().min(1).max(120), `The indicator, up to ${MOST_INDICATORS}.`, NEEDED).meta({ maxItems: MOST_INDICATORS, example: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke' }),
  area,
  segment,
  from,
  to,
  knownAt
})

const tooMuch = (most: number, what: 'cells' | 'categories'): AppError =>
  new AppError('invalid_request', `This would be more than ${most} ${what}: choose fewer indicators, an area, or a shorter time by from and to.`, [{ pointer: '?indicator', code: `too_many_${what}`, detail: `would be more than ${most} ${what}` }])

type Needs = { stores: Pick<Stores, 'measurements' | 'imports' | 'indicators'>, reference: Reference, plans: PlanService, status: StatusService, statuses: StatusesService, xlsx: XlsxWriter, now: () => Date }

/** Measurements, statuses and plans out, as files that people and other programs read. */
export function createExportService ({ stores, reference, plans, status, statuses, xlsx, now }: Needs) {
  const filterOf = createMeasurementFilter({ stores, reference })

  /** The measurements of a filter, some at a time; with `knownAt` all of one moment, whatever is written meanwhile. */
  async function * pagesOf (filter: MeasurementFilter): AsyncGenerator<MeasurementRevision[]> {
    for (let after: MeasurementKey | undefined; ;) {
      const { found, reached } = await stores.measurements.page(filter, { limit: READ_AT_ONCE, after, most: WALKED_AT_ONCE })
      yield found
      if (found.length < READ_AT_ONCE && reached === null) return
      after = reached ?? found.at(-1)
      // Whoever takes them as fast as they come would keep all others waiting.
      await setImmediate()
    }
  }

  /**
   * Measurements as one data set of JSON-stat 2.0, which imports again unchanged.
   * @throws AppError `invalid_request` naming a parameter, or that there are too many cells
   */
  async function jsonStat (query: MeasurementExportQuery): Promise<JsonStat> {
    const { indicator } = query
    if (indicator === undefined) throw refusedParameter('indicator', NEEDED)
    if (indicator.length > MOST_INDICATORS) throw refusedParameter('indicator', `names ${indicator.length} indicators, and at most ${MOST_INDICATORS} are taken`)
    const knownAt = query.knownAt ?? now().toISOString()
    const filter = await filterOf({ ...query, knownAt })
    const known = await reference.indicatorsNamed('indicator', filter.indicators) ?? []
    const writer = createJsonStatWriter()
    for (const { id } of known) await gather({ ...filter, indicators: [id] }, writer)
    return writer.write({ known, areaNames: (await reference.areas()).names, knownAt })
  }

  async function gather (filter: MeasurementFilter, writer: ReturnType<typeof createJsonStatWriter>): Promise<void> {
    for await (const found of pagesOf(filter)) {
      found.forEach(writer.add)
      if (writer.cells() > MOST_CELLS) throw tooMuch(MOST_CELLS, 'cells')
      if (writer.categories() > MOST_CATEGORIES) throw tooMuch(MOST_CATEGORIES, 'categories')
    }
  }

  /** Measurements as a file that imports again unchanged. @throws AppError `invalid_request` naming a parameter whose value does not exist */
  async function measurements (query: MeasurementExportQuery, wish: FileWish): Promise<ExportFile> {
    const filter = await filterOf({ ...query, knownAt: query.knownAt ?? now().toISOString() })
    const found = pagesOf(filter)
    const name = ['maalinger', 'measurements', ...onlyOne(filter.areas), ...onlyOne(filter.indicators)] as const
    if (wish.format === 'ndjson') return file(name, wish, lines(found, ({ indicator, area, segment, period, value, flag, source, note }) => ({ indicator, area, segment, period, value, flag, source, note })))
    const [indicators, { names }] = await Promise.all([stores.indicators.all(), reference.areas()])
    const byId = new Map(indicators.map(one => [one.id, one]))
    const rows = mapped(found, (one): MeasurementRow => ({ ...one, of: byId.get(one.indicator), areaName: names.get(one.area) ?? null }))
    return file(name, wish, table({ columns: MEASUREMENT_COLUMNS, rows, language: wish.language }, wish, { da: 'Målinger', en: 'Measurements' }))
  }

  /** All statuses, a page at a time. The first is read at once, so that what is refused is refused before anything is sent. */
  async function statusPages (actor: Actor, query: StatusExportQuery): Promise<AsyncGenerator<StatusItem[]>> {
    const page = (cursor?: string) => statuses.list(actor, { ...query, limit: MOST_STATUSES, ...cursor !== undefined && { cursor } })
    const first = await page()
    return (async function * () {
      yield first.items
      for (let cursor = first.nextCursor; cursor !== null;) {
        const { items, nextCursor } = await page(cursor)
        yield items
        cursor = nextCursor
      }
    })()
  }

  /** How targets stand, as a data set of JSON-stat 2.0. @throws AppError `invalid_request` naming a parameter whose value does not exist */
  async function statusStat (actor: Actor, query: StatusExportQuery, language: Language): Promise<StatusJsonStat> {
    const asked = status.asked(query)
    const all: StatusItem[] = []
    for await (const some of await statusPages(actor, { ...query, ...asked })) all.push(...some)
    return statusJsonStat(all, asked, language)
  }

  /** How targets stand, all of one moment: a row for each; in NDJSON as `/v1/statuses` tells them. @throws AppError `invalid_request` */
  async function statusesOf (actor: Actor, query: StatusExportQuery, wish: FileWish): Promise<ExportFile> {
    const asked = status.asked(query)
    const found = await statusPages(actor, { ...query, ...asked })
    const name = ['status', 'status', ...onlyOne(query.plan ?? query.kommune)] as const
    const pieces = wish.format === 'ndjson' ? lines(found, item => item) : table({ columns: STATUS_COLUMNS, rows: found, language: wish.language }, wish, { da: 'Status', en: 'Status' })
    return { ...file(name, wish, pieces), name: fileName(name, wish, asked.asOf) }
  }

  /** Plans: a row for each target; in NDJSON the documents, each as it can be put again. @throws AppError `invalid_request` */
  async function plansOf (actor: Actor, query: PlanExportQuery, wish: FileWish): Promise<ExportFile> {
    const { items } = await plans.list(actor, query)
    const ids = items.map(({ id }) => id)
    const name = ['planer', 'plans', ...onlyOne(query.kommune)] as const
    async function * documents (): AsyncGenerator<unknown[]> {
      for (const id of ids) yield [(await plans.document(actor, id)).document]
    }
    async function * found (): AsyncGenerator<PlanRow[]> {
      const [goals, targets, { resolve }] = await Promise.all([plans.findGoals(actor, { plans: ids }), plans.findTargets(actor, { plans: ids }), reference.areas()])
      const indicators = await reference.indicators(targets.flatMap(target => target.indicator ?? []))
      const [goalsOf, targetsOf] = [Map.groupBy(goals, one => one.plan), Map.groupBy(targets, one => one.goal)]
      for (const plan of items) {
        yield (goalsOf.get(plan.id) ?? []).flatMap(goal => (targetsOf.get(goal.id) ?? [null]).map((target): PlanRow =>
          ({ plan, kommuneName: resolve(plan.kommune)?.name ?? plan.kommune, goal, target, indicator: indicators.get(target?.indicator ?? '') })))
      }
    }
    return file(name, wish, wish.format === 'ndjson' ? lines(documents(), document => document) : table({ columns: PLAN_COLUMNS, rows: found(), language: wish.language }, wish, { da: 'Planer', en: 'Plans' }))
  }

  function table<Row> (written: WrittenTable<Row>, { format, language, signal }: FileWish, name: { da: string, en: string }): AsyncIterable<string | Uint8Array> {
    return format === 'xlsx' ? once(() => xlsx.write(written, { name: name[language], signal })) : csvText(written, format === 'csv-da' ? 'danish' : 'international')
  }

  const file = (name: Parameters<typeof fileName>[0], wish: FileWish, pieces: ExportFile['pieces']): ExportFile =>
    ({ name: fileName(name, wish, danishDay(now().toISOString())), format: wish.format, pieces })

  return { jsonStat, statusStat, measurements, statuses: statusesOf, plans: plansOf }
}

export type ExportService = ReturnType<typeof createExportService>

/** A name that says what is in the file, in letters that every system takes. */
export function fileName ([da, en, ...of]: readonly [string, string, ...string[]], { format, language }: Pick<FileWish, 'format' | 'language'>, day: string): string {
  const parts = [language === 'da' ? da : en, ...of.map(one => one.toLowerCase().replace(/[^a-z0-9-]+/g, '-')), day]
  return `${parts.join('-')}.${format === 'csv-da' ? 'csv' : format}`
}

const onlyOne = (values: readonly string[] | undefined): readonly string[] => values?.length === 1 ? values : []

async function * mapped<From, To> (pages: AsyncIterable<readonly From[]>, change: (one: From) => To): AsyncGenerator<To[]> {
  for await (const page of pages) yield page.map(change)
}

/** What is told, as JSON, one a line. */
async function * lines<From> (pages: AsyncIterable<readonly From[]>, tell: (one: From) => unknown): AsyncGenerator<string> {
  for await (const page of pages) if (page.length > 0) yield page.map(one => `${JSON.stringify(tell(one))}\n`).join('')
}

/** Bytes that are made only when they are asked for. */
export async function * once (make: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await make()
}
