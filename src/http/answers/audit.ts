import { z } from 'zod'
import { AUDIT_ACTIONS, AUDIT_SUBJECTS, type AuditEntry } from '../../domain/audit.ts'
import { change } from './plan-write.ts'
import { instant } from './shared.ts'

export const auditEntry = z.strictObject({
  id: z.string().meta({ description: 'aud- and the entry\'s number; numbers have no gaps.' }),
  at: instant.meta({ description: 'When it was done.' }),
  actor: z.strictObject({
    id: z.string().meta({ description: 'The id of the key, or of who signed in; seed, server and operator are the server itself and its command line.' }),
    name: z.string().meta({ description: 'What the key was called then.' })
  }),
  requestId: z.string().nullable().meta({ description: 'The X-Request-Id of the request; null where it was none.' }),
  action: z.enum(AUDIT_ACTIONS),
  subject: z.strictObject({ kind: z.enum(AUDIT_SUBJECTS), id: z.string() }).meta({ description: 'What it was done to.' }),
  plan: z.string().nullable().meta({ description: 'The plan that it concerns; null where it concerns none.' }),
  kommune: z.string().nullable().meta({ description: 'The one kommune that it concerns; null where it concerns none, or several.' }),
  reason: z.string().nullable().meta({ description: 'Why, in the words of who did it.' }),
  changes: z.array(change).meta({ description: 'From what to what. Secrets are never among it.' })
}).meta({ id: 'AuditEntry' })

/** An entry as it is answered. */
export const auditEntryOf = ({ seq, actor, actorName, subjectKind, subject, ...rest }: AuditEntry): z.output<typeof auditEntry> =>
  ({ id: `aud-${seq}`, ...rest, actor: { id: actor, name: actorName }, subject: { kind: subjectKind, id: subject } })

export const auditEntryExample: z.output<typeof auditEntry> = {
  id: 'aud-204',
  at: '2024-05-14T09:12:03.120Z',
  actor: { id: 'key-1', name: 'Planafdelingen, Frederikssund' },
  requestId: '0f3b8a52-7c1d-4f4e-9a55-2f6f3d1f0c11',
  action: 'plan.changed',
  subject: { kind: 'plan', id: 'frederikssund-2024' },
  plan: 'frederikssund-2024',
  kommune: '0250',
  reason: 'Byrådets beslutning af 8. maj',
  changes: [
    { path: '/version', op: 'replace', before: 1, after: 2 },
    { path: '/goals/3/targets/3a/rule/amount', op: 'replace', before: 0.2, after: 0.3 }
  ]
}
