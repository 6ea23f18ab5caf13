import { z } from 'zod'
import { PLAN_STATUSES } from '../../domain/plan.ts'
import { baselineSchema } from '../../services/plan-document.ts'
import { WARNING_CODES } from '../../services/plan-warnings.ts'
import { bilingual, instant } from './shared.ts'

export const change = z.strictObject({
  path: z.string().meta({ description: 'A JSON pointer in which items with a code stand under their code.' }),
  op: z.enum(['add', 'remove', 'replace']),
  before: z.unknown(),
  after: z.unknown()
}).meta({ id: 'DocumentChange', description: 'What is different at one place.' })
/** What is different between two versions of a plan. */
export const documentChanges = z.array(change)

const warning = z.strictObject({
  pointer: z.string().meta({ description: 'A JSON pointer into what was sent.' }),
  code: z.enum(WARNING_CODES),
  message: bilingual
}).meta({ id: 'PlanWarning', description: 'What looks wrong and may yet be meant: it stops nothing.' })

const written = {
  plan: z.string(),
  version: z.number().int().meta({ description: 'The version that the plan now has; 0 where it is not there.' }),
  created: z.boolean(),
  changed: z.boolean().meta({ description: 'False where it was so already: nothing was written.' })
}
const told = { changes: documentChanges, warnings: z.array(warning) }

export const planPut = z.strictObject({ ...written, dryRun: z.boolean(), ...told }).meta({ id: 'PlanPut' })

export const planWrite = z.strictObject({
  ...written,
  item: z.string().meta({ description: 'The id of what was written: the plan\'s, or that of its goal or target.' }),
  validateOnly: z.boolean().meta({ description: 'Whether nothing was written, but only told what would be.' }),
  ...told
}).meta({ id: 'PlanWrite' })

const baseline = baselineSchema.nullable()
export const planCopy = planWrite.extend({
  proposals: z.array(z.strictObject({
    target: z.string().meta({ description: 'The id of the new plan\'s target.' }),
    pointer: z.string().meta({ description: 'Where the baseline stands in the new document.' }),
    from: baseline.meta({ description: 'The baseline in the old plan; null where it named none.' }),
    to: baseline.meta({ description: 'The one in the draft.' }),
    why: bilingual
  })).meta({ description: 'Every baseline that the draft states otherwise than the old plan, or that ought to be looked at.' })
}).meta({ id: 'PlanCopy' })

export const planVersion = z.strictObject({
  version: z.number().int(),
  status: z.enum(PLAN_STATUSES).meta({ description: 'The status that the plan had in this version.' }),
  recordedAt: instant,
  actor: z.string().meta({ description: 'Who put it: the id of the key.' }),
  reason: z.string().nullable()
}).meta({ id: 'PlanVersion' })

const changeExample: z.output<typeof change> = { path: '/goals/3/targets/3a/rule/amount', op: 'replace', before: 0.2, after: 0.3 }
const warningExample: z.output<typeof warning> = {
  pointer: '/window/deadline',
  code: 'deadline_before_figures',
  message: { da: 'Det første tal i succeskriteriets periode (borgere-tilfredse-forloeb-pct, 2024) kommer 2025-03-01, efter fristen 2024-12-31.', en: 'The first figure in the window (borgere-tilfredse-forloeb-pct, 2024) is out on 2025-03-01, after the deadline 2024-12-31.' }
}

export const planPutExample: z.output<typeof planPut> = {
  plan: 'frederikssund-2024', version: 2, created: false, changed: true, dryRun: false, changes: [changeExample], warnings: []
}
export const planWriteExample: z.output<typeof planWrite> = {
  plan: 'frederikssund-2024', item: 'frederikssund-2024.3a', version: 2, created: false, changed: true, validateOnly: false, changes: [changeExample], warnings: [warningExample]
}
export const planCopyExample: z.output<typeof planCopy> = {
  ...planWriteExample,
  plan: 'frederikssund-2025',
  item: 'frederikssund-2025',
  version: 1,
  created: true,
  changes: [{ path: '/title', op: 'add', before: null, after: 'Beskæftigelsesplan 2025 – Frederikssund Kommune' }],
  warnings: [],
  proposals: [{
    target: 'frederikssund-2025.3a',
    pointer: '/goals/2/targets/0/rule/baseline',
    from: { period: '2023-08' },
    to: { period: '2024-12' },
    why: { da: 'Det endelige tal for succeskriteriets sidste periode, 2024-12, er kommet: derfra måles der videre.', en: 'The final figure of the old window\'s last period, 2024-12, is in: the new target is measured from there.' }
  }]
}
export const planVersionExample: z.output<typeof planVersion> = { version: 2, status: 'adopted', recordedAt: '2024-05-15T09:00:00.000Z', actor: 'key-1', reason: 'Byrådet hævede kravet' }
export const conflictExample = { currentVersion: 3, changesSince: 2, changes: [changeExample], moreChanges: 0 }
