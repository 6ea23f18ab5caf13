import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AppError, notFound } from '../domain/errors.ts'
import type { MeasurementKey, MeasurementRevision } from '../domain/measurement.ts'
import { type Actor, draftsSeenBy, requireScope, requireSeries } from './actor.ts'
import { day, instant, parseShape } from './input.ts'
import { DEFAULT_LIMIT, type Page, pageOf, paging, readCursor } from './lists.ts'
import { checkBatch, type CheckedBatch, type CheckedRow, MAX_ROWS, measurementRow, readRows, type RowProblem } from './measurement-batch.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { Stores } from '../../db/stores/index.ts'

const body = z.strictObject({
  measurements: z.array(z.unknown()).min(1, { error: 'needs at least one row' }).max(MAX_ROWS, { error: `takes at most ${MAX_ROWS} rows: send several batches` })
})
/** The body as it is documented; rows are checked one by one, so that every bad one is reported. */
export const measurementBatch = z.strictObject({ measurements: z.array(measurementRow).min(1).max(MAX_ROWS) }).meta({ id: 'MeasurementBatch' })

const id = z.string().min(1).max(120)
export const measurementQuery = z.strictObject({
  indicator: id.optional().meta({ description: 'Only this indicator.' }),
  area: id.optional().meta({ description: 'Only this area.' }),
  segment: z.string().max(100).optional().meta({ description: 'Only this segment; empty for the whole.' }),
  from: day.optional().meta({ description: 'Only periods that end on or after this day.' }),
  to: day.optional().meta({ description: 'Only periods that end on or before this day.' }),
  knownAt: instant.optional().meta({ description: 'As known at this instant.' }),
  ...paging
})
export type MeasurementQuery = z.output<typeof measurementQuery>

/** A measurement as it is shown: its latest revision, under an opaque id. */
export type Measurement = { id: string } & Omit<MeasurementRevision, 'withdrawn'>

/** What a batch did, or would do. `import` is what it was written under; null where nothing was. `received` = created + revised + unchanged + rejected. */
export type BatchSummary = {
  import: string | null,
  received: number,
  created: number,
  revised: number,
  unchanged: number,
  rejected: number,
  dryRun: boolean,
  committed: boolean
  errors: RowProblem[],
  notices: RowProblem[],
  affectedTargets: string[]
}

export type RecordOptions = { dryRun?: boolean, atomic?: boolean }

const ATTEMPTS = 5
const writeId = ({ indicator, area, segment, period }: MeasurementKey): string => Buffer.from(JSON.stringify([indicator, area, segment, period])).toString('base64url')

function readId (text: string): MeasurementKey | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(key) || key.length !== 4) return null
    const [indicator, area, segment, period] = key as unknown[]
    if (typeof indicator !== 'string' || typeof area !== 'string' || typeof period !== 'string' || (segment !== null && typeof segment !== 'string')) return null
    return { indicator, area, segment, period }
  } catch {
    return null
  }
}

const shown = ({ withdrawn, ...revision }: MeasurementRevision): Measurement => ({ id: writeId(revision), ...revision })

/** Figures in, figures out; nothing is ever overwritten. */
export function createMeasurementService ({ stores, reference, now }: { stores: Pick<Stores, 'measurements' | 'plans'>, reference: Reference, now: () => Date }) {
  /**
   * Records a batch: all of it or none, or with `atomic: false` the good rows. The same rows again change nothing.
   * @throws AppError `invalid_request` where the body is no batch, `batch_refused` with the summary where rows are bad
   */
  async function record (actor: Actor, input: unknown, { dryRun = false, atomic = true }: RecordOptions = {}): Promise<BatchSummary> {
    requireScope(actor, 'measurements:write')
    const { measurements } = parseShape(body, input)
    const read = readRows(measurements)
    const indicators = await reference.indicators(read.parsed.map(({ given }) => given.indicator))
    const checked = checkBatch(read, { areas: await reference.areas(), indicators, actor })
    for (let attempt = 1; ; attempt++) {
      try {
        return await write(actor, measurements, checked, { dryRun, atomic })
      } catch (error) {
        // Another writer was first on one of the keys: look again at what is there.
        if (!(error instanceof AppError) || error.code !== 'conflict' || attempt === ATTEMPTS) throw error
      }
    }
  }

  async function write (actor: Actor, sent: readonly unknown[], checked: CheckedBatch, { dryRun, atomic }: Required<RecordOptions>): Promise<BatchSummary> {
    const current = new Map((await stores.measurements.current(checked.rows)).map(revision => [writeId(revision), revision]))
    const recordedAt = now().toISOString()
    const received = sent.length
    const together = `imp-${randomUUID()}`
    const changes: { revision: MeasurementRevision, isNew: boolean }[] = []
    for (const row of checked.rows) {
      const before = current.get(writeId(row))
      const visible = before !== undefined && !before.withdrawn
      if (visible && before.value === row.value && before.flag === row.flag) continue
      changes.push({ revision: revisionOf(row, before, { recordedAt, actor: actor.id, import: together }), isNew: !visible })
    }
    const created = changes.filter(change => change.isNew).length
    const rejected = new Set(checked.errors.map(error => error.row)).size
    const refused = atomic && rejected > 0
    const committed = !dryRun && !refused
    const summary: BatchSummary = {
      import: committed && changes.length > 0 ? together : null,
      received,
      created,
      revised: changes.length - created,
      unchanged: checked.rows.length - changes.length + checked.collapsed,
      rejected,
      dryRun,
      committed,
      errors: checked.errors,
      notices: checked.notices,
      affectedTargets: await stores.plans.affectedBy(changes.map(change => change.revision), { includeDrafts: draftsSeenBy(actor) })
    }
    if (summary.import !== null) {
      const { created, revised, unchanged } = summary
      const hash = createHash('sha256').update(JSON.stringify(sent)).digest('hex')
      await stores.measurements.append(changes.map(change => change.revision), { id: together, actor: actor.id, recordedAt, received, created, revised, unchanged, rejected, hash, undoes: null })
    }
    if (refused && !dryRun) throw new AppError('batch_refused', `${rejected} of ${received} rows cannot be recorded, so none was; errors names each.`, [], summary)
    return summary
  }

  /** The measurements that the filters let through, page by page, by indicator, area, segment and period. */
  async function list (query: MeasurementQuery): Promise<Page<Measurement>> {
    const { indicator, area, segment, from, to, knownAt, limit = DEFAULT_LIMIT, cursor } = query
    if (from !== undefined && to !== undefined && from > to) throw refusedParameter('to', `lies before from, ${from}`)
    const measured = indicator === undefined ? undefined : await reference.indicatorParameter('indicator', indicator)
    const filter = {
      ...measured && { indicator: measured.id },
      ...area !== undefined && { area: (await reference.areaParameter('area', area)).id },
      ...segment !== undefined && { segment: await reference.segmentParameter('segment', segment, measured) },
      ...from !== undefined && { from },
      ...to !== undefined && { to },
      ...knownAt !== undefined && { knownAt }
    }
    const found = await stores.measurements.page(filter, { limit: limit + 1, ...cursor !== undefined && { after: keyOfCursor(cursor) } })
    return pageOf(found.map(shown), limit, one => [one.indicator, one.area, one.segment, one.period])
  }

  /** Every revision of a measurement, the first one first; a withdrawn one is flagged. @throws AppError `not_found` */
  async function revisions (measurement: string): Promise<MeasurementRevision[]> {
    const key = readId(measurement)
    const found = key === null ? [] : await stores.measurements.revisions(key)
    if (found.length === 0) throw notFound('measurement', measurement)
    return found
  }

  /** The measurement as it stands. @throws AppError `not_found`, where it was withdrawn too */
  async function get (measurement: string): Promise<Measurement> {
    const last = (await revisions(measurement)).at(-1) as MeasurementRevision
    if (last.withdrawn) throw notFound('measurement', measurement)
    return shown(last)
  }

  /** Withdraws a measurement: a revision too, which takes it out of sight. @throws AppError `not_found`, where it is withdrawn already too */
  async function withdraw (actor: Actor, measurement: string): Promise<void> {
    requireScope(actor, 'measurements:write')
    const { id: _, ...last } = await get(measurement)
    requireSeries(actor, last)
    await stores.measurements.append([{ ...last, withdrawn: true, revision: last.revision + 1, recordedAt: now().toISOString(), actor: actor.id, import: null }])
  }

  return { record, list, get, revisions, withdraw }
}

function revisionOf ({ row: _, ...row }: CheckedRow, before: MeasurementRevision | undefined, written: Pick<MeasurementRevision, 'recordedAt' | 'actor' | 'import'>): MeasurementRevision {
  return { ...row, revision: (before?.revision ?? 0) + 1, withdrawn: false, ...written }
}

function keyOfCursor (cursor: string): MeasurementKey {
  const [indicator, area, segment, period] = readCursor(cursor, 4)
  return { indicator: indicator ?? '', area: area ?? '', segment: segment ?? null, period: period ?? '' }
}
