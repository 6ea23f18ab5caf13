import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AppError, notFound, type Problem } from '../domain/errors.ts'
import type { Import, MeasurementRevision } from '../domain/measurement.ts'
import { type Actor, draftsSeenBy, requireScope, requireSeries } from './actor.ts'
import { DEFAULT_LIMIT, type Page, pageOf, paging, readCursor } from './lists.ts'
import type { ImportedRevision, Stores } from '../../db/stores/index.ts'

export const importQuery = z.strictObject(paging)
export type ImportQuery = z.output<typeof importQuery>

/** What undoing an import did. `restored` figures have the value they had before, `withdrawn` ones were not there before. */
export type Undo = { import: string, undoes: string, restored: number, withdrawn: number, affectedTargets: string[] }

const BLOCKING_NAMED = 50

/** What was written together, and taking it back. A key that is bound sees its own imports alone. */
export function createImportService ({ stores, now }: { stores: Pick<Stores, 'imports' | 'measurements' | 'plans'>, now: () => Date }) {
  const isBound = ({ kommuner, indicators }: Actor): boolean => kommuner !== null || indicators !== null

  /** The imports, the latest first. */
  async function list (actor: Actor, { limit = DEFAULT_LIMIT, cursor }: ImportQuery): Promise<Page<Import>> {
    requireScope(actor, 'measurements:write')
    const [recordedAt, id] = cursor === undefined ? [] : readCursor(cursor, 2)
    const after = recordedAt != null && id != null ? { recordedAt, id } : undefined
    const found = await stores.imports.page(isBound(actor) ? { actor: actor.id } : {}, { limit: limit + 1, ...after && { after } })
    return pageOf(found, limit, one => [one.recordedAt, one.id])
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
  async function undo (actor: Actor, id: string): Promise<Undo> {
    await get(actor, id)
    const revisions = await stores.imports.revisions(id)
    for (const { revision } of revisions) requireSeries(actor, revision)
    await refuseBlocked(id, revisions)
    const together: Import = {
      id: `imp-${randomUUID()}`, actor: actor.id, recordedAt: now().toISOString(), received: revisions.length, created: 0, revised: revisions.length, unchanged: 0, rejected: 0, hash: '', undoes: id
    }
    await stores.measurements.append(revisions.map(one => restoring(one, together)), together)
    const restored = revisions.filter(({ before }) => before !== null && !before.withdrawn).length
    const affectedTargets = await stores.plans.affectedBy(revisions.map(({ revision }) => revision), { includeDrafts: draftsSeenBy(actor) })
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
function restoring ({ revision, before }: ImportedRevision, { recordedAt, actor, id }: Import): MeasurementRevision {
  const restored = before ?? { ...revision, withdrawn: true }
  return { ...restored, revision: revision.revision + 1, recordedAt, actor, import: id }
}
