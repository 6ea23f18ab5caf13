import { createHash, randomUUID } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { AppError, notFound } from '../domain/errors.ts'
import type { Import, MeasurementKey, MeasurementRevision } from '../domain/measurement.ts'
import { type Actor, draftsSeenBy, requireScope, requireSeries } from './actor.ts'
import { auditedImport } from './audit-entries.ts'
import { parse, parseShape, unstorableTexts } from './input.ts'
import { DEFAULT_LIMIT, type Page, pageBy, pageOf, questionOf, readCursor, writeCursor } from './lists.ts'
import { checkRows, type CheckedBatch, type CheckedRow } from './measurement-batch.ts'
import { recorded, seriesOf } from './measurement-events.ts'
import { createMeasurementFilter, type MeasurementQuery, type RevisionQuery } from './measurement-queries.ts'
import { measurementRow, type RowProblem, type RowSource } from './measurement-rows.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { SeriesService } from './series.ts'
import type { Stores } from '../../db/stores/index.ts'

export const MAX_ROWS = 10_000
/** So many measurements a page may look at: where few are let through, it holds fewer than the limit, or none, and its cursor leads on. */
const MOST_WALKED = 100_000
const body = z.strictObject({
  measurements: z.array(z.unknown()).min(1, { error: 'needs at least one row' }).max(MAX_ROWS, { error: `takes at most ${MAX_ROWS} rows: send several batches, or a file` })
})
/** The body as it is documented; rows are checked one by one, so that every bad one is reported. */
export const measurementBatch = z.strictObject({ measurements: z.array(measurementRow).min(1).max(MAX_ROWS) }).meta({ id: 'MeasurementBatch' })

/** A measurement as it is shown: its latest revision, under an opaque id. */
export type Measurement = { id: string } & Omit<MeasurementRevision, 'withdrawn'>
/** A revision as it is shown: `reason` is why it was written, as its import says. */
export type ShownRevision = MeasurementRevision & { reason: string | null }

/**
 * What a batch or a file did, or would do. `import` is what it was written under; null where nothing was.
 * `received` = created + revised + unchanged + rejected; `skipped` figures of a file were not wanted and do not count.
 */
export type BatchSummary = {
  import: string | null
  received: number
  created: number
  revised: number
  unchanged: number
  rejected: number
  skipped: number
  dryRun: boolean
  committed: boolean
  errors: RowProblem[]
  notices: RowProblem[]
  affectedTargets: string[]
}

const reason = z.string().trim().min(1).max(2000)
/** Why something is written, and what the file was called. */
export const provenance = {
  reason: reason.optional().meta({ description: 'Why it is written, in your words: kept with each revision.', example: 'Rettet efter genberegning hos STAR' }),
  fileName: z.string().trim().min(1).max(300).optional().meta({ description: 'What the file is called, for those who look at the import later.' })
}
const provenanceInput = z.object(provenance)

export type RecordOptions = { dryRun?: boolean, atomic?: boolean, reason?: string, fileName?: string }
/** What is written together: its format, and the hash of what was sent (SHA-256, hex). */
export type Sent = Pick<Import, 'kind' | 'hash'>

const ATTEMPTS = 10
const PAUSE_MS = 20
const ROWS_COMPARED = 1_000
const writeId = ({ indicator, area, segment, period }: MeasurementKey): string => Buffer.from(JSON.stringify([indicator, area, segment, period])).toString('base64url')

function readId (text: string): MeasurementKey | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(key) || key.length !== 4 || unstorableTexts(key).length > 0) return null
    const [indicator, area, segment, period] = key as unknown[]
    if (typeof indicator !== 'string' || typeof area !== 'string' || typeof period !== 'string' || (segment !== null && typeof segment !== 'string')) return null
    return { indicator, area, segment, period }
  } catch {
    return null
  }
}

const isOfKey = (a: MeasurementKey, b: MeasurementKey): boolean => a.period === b.period && a.segment === b.segment && a.area === b.area && a.indicator === b.indicator

const shown = ({ withdrawn, ...revision }: MeasurementRevision): Measurement => ({ id: writeId(revision), ...revision })

/** Figures in, figures out; nothing is ever overwritten. */
export function createMeasurementService ({ stores, reference, series, now }: { stores: Pick<Stores, 'measurements' | 'imports' | 'indicators'>, reference: Reference, series: Pick<SeriesService, 'affectedTargets'>, now: () => Date }) {
  const filterOf = createMeasurementFilter({ stores, reference })

  /**
   * Records a batch: all of it or none, or with `atomic: false` the good rows. The same rows again change nothing.
   * @throws AppError `invalid_request` where the body is no batch, `batch_refused` with the summary where rows are bad
   */
  async function record (actor: Actor, input: unknown, options: RecordOptions = {}): Promise<BatchSummary> {
    requireScope(actor, 'measurements:write')
    const { measurements } = parseShape(body, input)
    const rows: RowSource = {
      pointerTo: (row, field) => `/measurements/${row}${field === undefined ? '' : `/${field}`}`,
      items: [measurements.map((given, row) => ({ row, input: given as Record<string, unknown> }))]
    }
    const hash = createHash('sha256').update(textOf(measurements)).digest('hex')
    return await recordRows(actor, rows, { kind: 'json', hash }, options)
  }

  /** As {@link record}, for rows that some format gives one after another: all are checked before the first is written. */
  async function recordRows (actor: Actor, rows: RowSource, sent: Sent, options: RecordOptions): Promise<BatchSummary> {
    requireScope(actor, 'measurements:write')
    parse(provenanceInput, options)
    const { version, all } = await stores.indicators.catalogue()
    const indicators = new Map(all.map(indicator => [indicator.id, indicator]))
    const checked = await checkRows(rows, { areas: await reference.areas(), indicators, actor })
    for (let attempt = 1; ; attempt++) {
      try {
        return await write(actor, sent, checked, version, options)
      } catch (error) {
        // Another writer was first on one of the keys: look again at what is there. What was checked against other indicators is not sent again.
        if (!(error instanceof AppError) || error.code !== 'conflict' || attempt === ATTEMPTS || await stores.indicators.version() !== version) throw error
        await setTimeout(Math.random() * attempt * PAUSE_MS)
      }
    }
  }

  async function write (actor: Actor, sent: Sent, checked: CheckedBatch, indicators: number, { dryRun = false, atomic = true, reason, fileName }: RecordOptions): Promise<BatchSummary> {
    const { received, rejected, skipped, errors, notices } = checked
    const together: Import = {
      ...sent, id: `imp-${randomUUID()}`, actor: actor.id, recordedAt: now().toISOString(), fileName: fileName ?? null, reason: reason ?? null, received, created: 0, revised: 0, unchanged: checked.collapsed, rejected, undoes: null
    }
    const changes = await changesOf(checked.rows, together)
    const refused = atomic && rejected > 0
    const committed = !dryRun && !refused
    const { created, revised, unchanged } = together
    const affectedTargets = await series.affectedTargets(seriesOf(changes), draftsSeenBy(actor))
    const isWritten = committed && changes.length > 0
    const summary: BatchSummary = {
      import: isWritten ? together.id : null, received, created, revised, unchanged, rejected, skipped, dryRun, committed, errors, notices, affectedTargets
    }
    if (isWritten) await stores.measurements.append(changes, together, [recorded(together, changes)], await auditedImport(actor, together, changes, reference), indicators)
    if (refused && !dryRun) throw new AppError('batch_refused', `${rejected} of ${received} rows cannot be recorded, so none was; errors names each.`, [], summary)
    return summary
  }

  /** The revisions that rows make of what is there; what they do is counted in their import. */
  async function changesOf (rows: readonly CheckedRow[], together: Import): Promise<MeasurementRevision[]> {
    const changes: MeasurementRevision[] = []
    for (let at = 0; at < rows.length; at += ROWS_COMPARED) {
      if (at > 0) await setImmediate()
      const chunk = rows.slice(at, at + ROWS_COMPARED)
      // What there is comes in the order of the rows.
      const current = (await stores.measurements.current(chunk)).values()
      let next = current.next().value
      for (const row of chunk) {
        const before = next !== undefined && isOfKey(next, row) ? next : undefined
        if (before !== undefined) next = current.next().value
        const isVisible = before !== undefined && !before.withdrawn
        if (isVisible && before.value === row.value && before.flag === row.flag) {
          together.unchanged++
          continue
        }
        if (isVisible) together.revised++
        else together.created++
        changes.push(revisionOf(row, before, together))
      }
    }
    return changes
  }

  /** The measurements that the filters let through, page by page, by indicator, area, segment and period. A page may be short, see {@link MOST_WALKED}. */
  async function list (query: MeasurementQuery): Promise<Page<Measurement>> {
    const { limit = DEFAULT_LIMIT, cursor, sort } = query
    const filter = await filterOf(query)
    if (sort !== undefined && (filter.indicators?.length !== 1 || filter.areas?.length !== 1)) throw refusedParameter('sort', 'is for one indicator and one area: name them, or leave it out')
    const question = questionOf(query)
    const after = cursor === undefined ? undefined : keyOfCursor(readCursor(cursor, 4, question))
    const { found, reached } = await stores.measurements.page(filter, { limit: limit + 1, after, most: MOST_WALKED, ...sort && { order: sort as 'period' | '-period' } })
    const page = pageOf(found.map(shown), limit, cursorOf, question)
    return reached === null ? page : { ...page, nextCursor: writeCursor(cursorOf(reached), question) }
  }

  /** Every revision of a measurement, the first one first; a withdrawn one is flagged. @throws AppError `not_found` */
  async function listRevisions (measurement: string, query: RevisionQuery): Promise<Page<ShownRevision>> {
    return pageBy(await revisions(measurement), one => String(one.revision), { revision: one => String(one.revision) }, { ...query, of: `revisions of ${measurement}` })
  }

  async function revisions (measurement: string): Promise<ShownRevision[]> {
    const key = readId(measurement)
    const found = key === null ? [] : await stores.measurements.revisions(key)
    if (found.length === 0) throw notFound('measurement', measurement)
    const imports = await stores.imports.byIds(found.flatMap(revision => revision.import ?? []))
    const reasons = new Map(imports.map(one => [one.id, one.reason]))
    return found.map(revision => ({ ...revision, reason: reasons.get(revision.import ?? '') ?? null }))
  }

  /** The measurement as it stands. @throws AppError `not_found`, where it was withdrawn too */
  async function get (measurement: string): Promise<Measurement> {
    const { reason: _, ...last } = (await revisions(measurement)).at(-1) as ShownRevision
    if (last.withdrawn) throw notFound('measurement', measurement)
    return shown(last)
  }

  /**
   * Withdraws a measurement: a revision too, which takes it out of sight, and an import of its own, which can be undone.
   * @throws AppError `not_found`, where it is withdrawn already too
   */
  async function withdraw (actor: Actor, measurement: string, options: Pick<RecordOptions, 'reason'> = {}): Promise<void> {
    requireScope(actor, 'measurements:write')
    parse(provenanceInput, options)
    const { id: _, ...last } = await get(measurement)
    requireSeries(actor, last)
    const together: Import = {
      id: `imp-${randomUUID()}`, kind: 'withdrawal', actor: actor.id, recordedAt: now().toISOString(), fileName: null, reason: options.reason ?? null, received: 1, created: 0, revised: 1, unchanged: 0, rejected: 0, hash: '', undoes: null
    }
    const revision = { ...last, withdrawn: true, revision: last.revision + 1, recordedAt: together.recordedAt, actor: actor.id, import: together.id }
    await stores.measurements.append([revision], together, [recorded(together, [revision])], await auditedImport(actor, together, [revision], reference))
  }

  return { record, recordRows, list, get, revisions: listRevisions, withdraw }
}

export type MeasurementService = ReturnType<typeof createMeasurementService>

function revisionOf ({ row: _, column: _column, ...row }: CheckedRow, before: MeasurementRevision | undefined, { id, recordedAt, actor }: Import): MeasurementRevision {
  return { ...row, revision: (before?.revision ?? 0) + 1, withdrawn: false, recordedAt, actor, import: id }
}

/** The rows as text, to tell them apart from others. @throws AppError `invalid_request` where they are nested so deeply that it takes all of the stack */
function textOf (rows: readonly unknown[]): string {
  try {
    return JSON.stringify(rows)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new AppError('invalid_request', 'The input is nested too deeply.')
  }
}

const cursorOf = ({ indicator, area, segment, period }: MeasurementKey): (string | null)[] => [indicator, area, segment, period]

function keyOfCursor ([indicator, area, segment, period]: (string | null)[]): MeasurementKey {
  return { indicator: indicator ?? '', area: area ?? '', segment: segment ?? null, period: period ?? '' }
}
