import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { AppError, notFound, type Problem } from '../domain/errors.ts'
import { type Import, IMPORT_KINDS, type MeasurementRevision } from '../domain/measurement.ts'
import { type Actor, draftsSeenBy, requireScope, requireSeries } from './actor.ts'
import { auditedImport } from './audit-entries.ts'
import { anyOf, instant, parse } from './input.ts'
import { DEFAULT_LIMIT, isDescending, type Page, pageOf, paging, questionOf, readCursor, sortBy } from './lists.ts'
import { recorded, seriesOf } from './measurement-events.ts'
import { provenance } from './measurements.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { SeriesService } from './series.ts'
import type { ImportedRevision, Stores } from '../../db/stores/index.ts'

export const importQuery = z.strictObject({
  kind: anyOf(z.enum(IMPORT_KINDS), 'Only imports of this kind.'),
  actor: anyOf(z.string().min(1).max(400), 'Only what this one wrote: the id of a key.'),
  from: instant.optional().meta({ description: 'Only from this instant on.' }),
  to: instant.optional().meta({ description: 'Only up to this instant.' }),
  ...paging,
  sort: sortBy(['recordedAt'])
})
export const undoQuery = z.strictObject({ reason: provenance.reason })
export type ImportQuery = z.output<typeof importQuery>

/** What undoing an import did. `restored` figures have the value they had before, `withdrawn` ones were not there before. */
export type Undo = { import: string, undoes: string, restored: number, withdrawn: number, affectedTargets: string[] }

const BLOCKING_NAMED = 50
const RESTORED_PER_TURN = 5_000

/** What was written together, and taking it back. A key that is bound sees its own imports alone. */
export function createImportService ({ stores, series, reference, now }: { stores: Pick<Stores, 'imports' | 'measurements'>, series: Pick<SeriesService, 'affectedTargets'>, reference: Reference, now: () => Date }) {
  const isBound = ({ kommuner, indicators }: Actor): boolean => kommuner !== null || indicators !== null

  /** The imports, the latest first unless they are sorted otherwise. */
  async function list (actor: Actor, query: ImportQuery): Promise<Page<Import>> {
    requireScope(actor, 'measurements:write')
    const { kind, from, to, limit = DEFAULT_LIMIT, cursor, sort = '-recordedAt' } = query
    if (from !== undefined && to !== undefined && from > to) throw refusedParameter('to', `lies before from, ${from}`)
    const actors = isBound(actor) ? [actor.id].filter(id => query.actor?.includes(id) ?? true) : query.actor
    const question = questionOf(query)
    const [recordedAt, id] = cursor === undefined ? [] : readCursor(cursor, 2, question)
    const after = recordedAt != null && id != null ? { recordedAt, id } : undefined
    const filter = { ...actors && { actors }, ...kind && { kinds: kind }, ...from !== undefined && { from }, ...to !== undefined && { to } }
    const found = await stores.imports.page(filter, { limit: limit + 1, ...after && { after }, ascending: !isDescending(sort) })
    return pageOf(found, limit, one => [one.recordedAt, one.id], question)
  }

  /** @throws AppError `not_found` */
  async function get (actor: Actor, id: string): Promise<Import> {
    requireScope(actor, 'measurements:write')
    const found = await stores.imports.byId(id)
    if (found === undefined || (isBound(actor) && found.actor !== actor.id)) throw notFound('import', id)
    return found
  }

  /**
   * Restores what was before an import, as one change and an import of its own: nothing is overwritten.
   * @throws AppError `not_found`, or `conflict` naming the later changes that stand on it
   */
  async function undo (actor: Actor, id: string, options: { reason?: string } = {}): Promise<Undo> {
    parse(undoQuery, options)
    await get(actor, id)
    const revisions = await stores.imports.revisions(id)
    for (const one of seriesOf(revisions.map(({ revision }) => revision))) requireSeries(actor, one)
    await refuseBlocked(id, revisions)
    const together: Import = {
      id: `imp-${randomUUID()}`, kind: 'undo', actor: actor.id, recordedAt: now().toISOString(), fileName: null, reason: options.reason ?? null, received: revisions.length, created: 0, revised: revisions.length, unchanged: 0, rejected: 0, hash: '', undoes: id
    }
    const restoring: MeasurementRevision[] = []
    for (let at = 0; at < revisions.length; at += RESTORED_PER_TURN) {
      if (at > 0) await setImmediate()
      restoring.push(...revisions.slice(at, at + RESTORED_PER_TURN).map(one => restore(one, together)))
    }
    await stores.measurements.append(restoring, together, [recorded(together, restoring)], await auditedImport(actor, together, restoring, reference))
    const restored = revisions.filter(({ before }) => before !== null && !before.withdrawn).length
    const affectedTargets = await series.affectedTargets(seriesOf(restoring), draftsSeenBy(actor))
    return { import: together.id, undoes: id, restored, withdrawn: revisions.length - restored, affectedTargets }
  }

  async function refuseBlocked (id: string, revisions: readonly ImportedRevision[]): Promise<void> {
    const undone = await stores.imports.undoing(id)
    if (undone !== undefined) throw new AppError('conflict', `The import ${id} was undone at ${undone.recordedAt} by the import ${undone.id}.`)
    const blocking = revisions.filter(({ revision, latest }) => latest.revision !== revision.revision)
    if (blocking.length === 0) return
    const problems = blocking.slice(0, BLOCKING_NAMED).map(({ latest }): Problem => ({
      pointer: '',
      code: 'later_change',
      detail: `${latest.indicator} of ${latest.area}${latest.segment === null ? '' : ` (${latest.segment})`} in ${latest.period} was changed at ${latest.recordedAt} by ${latest.actor}${latest.import === null ? '' : `, in the import ${latest.import}`}`
    }))
    throw new AppError('conflict', `Later changes stand on ${blocking.length} of the ${revisions.length} figures of the import ${id}: undo those first, or send the right figures.`, problems)
  }

  return { list, get, undo }
}

/** The revision that puts back what was there before, or takes out of sight what was not. */
function restore ({ revision, before }: ImportedRevision, { recordedAt, actor, id }: Import): MeasurementRevision {
  const restored = before ?? { ...revision, withdrawn: true }
  return { ...restored, revision: revision.revision + 1, recordedAt, actor, import: id }
}
