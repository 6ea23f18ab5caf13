import type { NewAuditEntry } from '../domain/audit.ts'
import type { DocumentChange } from '../domain/document-change.ts'
import type { PlanDocument } from '../domain/plan.ts'
import type { Actor } from './actor.ts'
import { audited } from './audit-entries.ts'
import { diffDocuments } from './plan-diff.ts'

/** What a put of a plan does, when (an instant) and why. `version` is the one that it makes. */
type Put = { before: PlanDocument | undefined, after: PlanDocument, changes: readonly DocumentChange[], version: number, at: string, reason: string | null }

/**
 * What the audit trail keeps of a put of a plan: its changes and the versions before and after. Every version is kept as a document too, so
 * of a new plan its goals are only named.
 */
export function auditOfPlanPut (actor: Actor, { before, after, changes, version, at, reason }: Put): NewAuditEntry[] {
  const versions: DocumentChange = { path: '/version', op: before === undefined ? 'add' : 'replace', before: before === undefined ? null : version - 1, after: version }
  return audited(actor, at, {
    action: before === undefined ? 'plan.created' : 'plan.changed',
    subjectKind: 'plan',
    subject: after.id,
    plan: after.id,
    kommune: after.kommune,
    reason,
    changes: [versions, ...before === undefined ? changes.map(named) : changes]
  })
}

/** What the audit trail keeps of the removal of a draft: what it was, in its last version. */
export function auditOfPlanRemoval (actor: Actor, { before, version, at, reason }: Pick<Put, 'version' | 'at' | 'reason'> & { before: PlanDocument }): NewAuditEntry[] {
  const changes: DocumentChange[] = [{ path: '/version', op: 'remove', before: version, after: null }, ...diffDocuments(before, {})]
  return audited(actor, at, { action: 'plan.removed', subjectKind: 'plan', subject: before.id, plan: before.id, kommune: before.kommune, reason, changes })
}

/** The change with its items named by their codes, where it holds a list of items that have codes. */
const named = (change: DocumentChange): DocumentChange => Array.isArray(change.after) ? { ...change, after: change.after.map(nameOf) } : change

const nameOf = (item: unknown): unknown => typeof item === 'object' && item !== null && 'code' in item ? item.code : item
