import type { NewAuditEntry } from '../domain/audit.ts'
import type { Import, MeasurementRevision } from '../domain/measurement.ts'
import type { Actor } from './actor.ts'
import { seriesOf } from './measurement-events.ts'
import { diffDocuments } from './plan-diff.ts'
import type { Reference } from './reference.ts'

type Place = 'plan' | 'kommune' | 'reason'
/** What is done: `plan` and `kommune` where it concerns one, `reason` where one was given. */
export type Done = Omit<NewAuditEntry, 'at' | 'actor' | 'actorName' | 'requestId' | 'claimed' | Place> & Partial<Pick<NewAuditEntry, Place>>

/** What the audit trail keeps of something that an actor does at an instant: one entry, to be written beside it. */
export function audited ({ id, name, requestId = null, claimed }: Pick<Actor, 'id' | 'name' | 'requestId' | 'claimed'>, at: string, { plan = null, kommune = null, reason = null, ...done }: Done): NewAuditEntry[] {
  // The name of a token's sender may hold what a database cannot store.
  return [{ at, actor: id, actorName: name.replaceAll('\0', ''), requestId, plan, kommune, reason, ...done, ...claimed && { claimed } }]
}

/** As {@link audited}, of something that is put: none where it is put as it was. `changed` is its action where it was there before. */
export function auditedPut (actor: Actor, at: string, { before, after, ...done }: Omit<Done, 'action' | 'changes'> & { created: Done['action'], changed: Done['action'], before: object | undefined, after: object }): NewAuditEntry[] {
  const { created, changed, ...rest } = done
  const changes = diffDocuments(before ?? {}, after)
  return changes.length === 0 ? [] : audited(actor, at, { ...rest, action: before === undefined ? created : changed, changes })
}

const IMPORT_ACTIONS = { withdrawal: 'measurements.withdrawn', undo: 'measurements.undone' } as const

/** As {@link audited}, of an import: how much it wrote, of what and where. Its figures have revisions of their own. */
export async function auditedImport (actor: Actor, { id, kind, recordedAt, fileName, reason, received, created, revised, unchanged, rejected, undoes }: Import, revisions: readonly MeasurementRevision[], reference: Pick<Reference, 'areas'>): Promise<NewAuditEntry[]> {
  const series = seriesOf(revisions)
  const [area, ...others] = new Set(series.map(one => one.area))
  const { resolve } = await reference.areas()
  const indicators = [...new Set(series.map(one => one.indicator))].sort()
  return audited(actor, recordedAt, {
    action: kind === 'withdrawal' || kind === 'undo' ? IMPORT_ACTIONS[kind] : 'measurements.recorded',
    subjectKind: 'import',
    subject: id,
    kommune: area !== undefined && others.length === 0 && resolve(area)?.kind === 'kommune' ? area : null,
    reason,
    changes: diffDocuments({}, {
      kind,
      fileName,
      undoes,
      received,
      created,
      revised,
      unchanged,
      rejected,
      indicators,
      areas: [area, ...others],
      ...kind === 'withdrawal' && { period: revisions[0]?.period, segment: revisions[0]?.segment }
    })
  })
}
