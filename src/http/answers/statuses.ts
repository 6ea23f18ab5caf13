import { z } from 'zod'
import { UNITS } from '../../domain/indicator.ts'
import { PLAN_KINDS, PLAN_STATUSES } from '../../domain/plan.ts'
import type { Statuses } from '../../services/statuses.ts'
import { GROUP_FIELDS } from '../../services/status-groups.ts'
import { bilingual, date, listOf, segmentCode } from './shared.ts'
import { targetStatusExample } from './status-examples.ts'
import { asked, rollup, targetStatus } from './status.ts'
import { targetExample } from './target.ts'

const subject = z.strictObject({
  code: z.string(),
  title: z.string(),
  segment: segmentCode,
  kommune: z.strictObject({ id: z.string(), name: z.string() }),
  plan: z.strictObject({ id: z.string(), title: z.string(), kind: z.enum(PLAN_KINDS), status: z.enum(PLAN_STATUSES), period: z.strictObject({ from: date, to: date }) }),
  goal: z.strictObject({ id: z.string(), code: z.string(), title: z.string(), nationalGoals: z.array(z.string()) }),
  indicator: z.strictObject({ id: z.string(), name: bilingual, unit: z.enum(UNITS), decimals: z.number().int() }).nullable().meta({ description: 'Null where the target names none of its own.' })
}).meta({ id: 'StatusSubject', description: 'What the status is of.' })

const summary = { targets: z.number().int().meta({ description: 'How many targets, those only monitored too.' }), ...rollup }
const member = z.strictObject({ id: z.string(), name: bilingual }).meta({ id: 'GroupMember' })
const key = z.strictObject(Object.fromEntries(GROUP_FIELDS.map(field => [field, member.nullable().optional()])) as Record<typeof GROUP_FIELDS[number], z.ZodOptional<z.ZodNullable<typeof member>>>)
const group = z.strictObject({ key: key.meta({ description: 'What the targets have in common, by the fields that were asked for; null is none.' }), ...summary }).meta({ id: 'StatusGroup' })

export const statuses = z.strictObject({
  ...asked,
  total: z.strictObject(summary).meta({ id: 'StatusSummary', description: 'All that the filter lets through together, each target once.' }),
  groups: z.array(group).nullable()
    .meta({ description: 'The groups that have any target: areas and indicators by Danish name, statuses from the worst, all else by id. Null without `groupBy`.' }),
  ...listOf(targetStatus.extend({ subject }).meta({ id: 'StatusItem' })).shape
}).meta({ id: 'Statuses' }) satisfies z.ZodType<Statuses>

const counted = { targets: 1, overall: 'at_risk' as const, counts: { at_risk: 1 }, coverage: 1 }

export const statusesExample: z.output<typeof statuses> = {
  asOf: targetStatusExample.asOf,
  knownAt: targetStatusExample.knownAt,
  total: counted,
  groups: [{ key: { kommune: { id: '0250', name: { da: 'Frederikssund', en: 'Frederikssund' } } }, ...counted }],
  items: [{
    ...targetStatusExample,
    subject: {
      code: targetExample.code,
      title: targetExample.title,
      segment: null,
      kommune: { id: '0250', name: 'Frederikssund' },
      plan: { id: 'frederikssund-2024', title: 'Beskæftigelsesplan 2024', kind: 'annual_plan', status: 'adopted', period: { from: '2024-01-01', to: '2024-12-31' } },
      goal: { id: targetExample.goal, code: '3', title: 'Færre og kortere sygedagpengeforløb', nationalGoals: [] },
      indicator: { id: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke', name: { da: 'Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken', en: 'Sickness benefit and job clarification, per cent of the labour force' }, unit: 'percent', decimals: 1 }
    }
  }],
  nextCursor: null
}
