import type { DocumentChange } from './document-change.ts'
import type { Claimed } from './claimed.ts'

/** Everything that is written down when somebody does it: one word for each way in which something of ours can change. */
export const AUDIT_ACTIONS = [
  'plan.created', 'plan.changed', 'plan.removed', 'indicator.created', 'indicator.changed', 'indicator.removed', 'national_goal.created', 'national_goal.changed', 'national_goal.removed',
  'mapping.created', 'mapping.changed', 'mapping.removed', 'measurements.recorded', 'measurements.withdrawn', 'measurements.undone',
  'deliverable.recorded', 'assessment.recorded', 'comment.recorded', 'comment.changed', 'comment.withdrawn',
  'key.created', 'key.rotated', 'key.revoked', 'webhook.created', 'webhook.rotated', 'webhook.resumed', 'webhook.replayed', 'webhook.removed'
] as const
export type AuditAction = typeof AUDIT_ACTIONS[number]

export const AUDIT_SUBJECTS = ['plan', 'target', 'indicator', 'national_goal', 'mapping', 'import', 'key', 'webhook'] as const
export type AuditSubject = typeof AUDIT_SUBJECTS[number]

/**
 * Who did what to what, when and why, as it is written beside the change. `plan` and `kommune` are null where it concerns none, or
 * several; `requestId` is null where no request was sent (the seed, the command line). `changes` is from what to what; secrets are never in it.
 * `claimed` is the Idempotency-Key that it is done under, where there is one: it is no part of the entry, but noted at the key.
 */
export type NewAuditEntry = {
  at: string
  actor: string
  actorName: string
  requestId: string | null
  action: AuditAction
  subjectKind: AuditSubject
  subject: string
  plan: string | null
  kommune: string | null
  reason: string | null
  changes: DocumentChange[]
  claimed?: Claimed
}

/** An entry in its place: `seq` counts from 1 without gaps, in the order in which the changes became visible. */
export type AuditEntry = { seq: number } & Omit<NewAuditEntry, 'claimed'>
