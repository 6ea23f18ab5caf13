import { z } from 'zod'
import type { Lineage } from '../../domain/lineage.ts'
import { FLAGS, METHODS } from '../../domain/measurement.ts'
import type { Figures } from '../../services/figures.ts'
import { listOf, period, segmentCode } from './shared.ts'

const value = z.number().nullable().meta({ description: 'Null where it is suppressed or missing; never to be read as zero.' })
const revision = z.number().int().nullable().meta({ description: 'Which revision of the measurement it is; null where it was calculated, see calculation.' })
const source = z.string().nullable()

/** What a calculated figure is made of. */
export const lineage = z.strictObject({
  method: z.enum(METHODS).meta({ description: 'What was done with the parts; group_sum and group_ratio are of the members of a group, never a mean of percentages.' }),
  parts: z.array(z.strictObject({ indicator: z.string(), area: z.string(), segment: segmentCode, period, value, flag: z.enum(FLAGS), revision, source }))
    .meta({ description: 'The figures that it was calculated from, in order; after them those of each part that was calculated itself. The ratio of a group has numerator and denominator of each member in turn.' }),
  missing: z.array(z.string()).meta({ description: 'The members of the group that have no figure: the figure is then missing, never smaller.' })
}).meta({ id: 'Lineage' }) satisfies z.ZodType<Lineage>

export const figures = z.strictObject({
  indicator: z.string(),
  area: z.string().nullable().meta({ description: 'The area; null for kommuner that are taken together.' }),
  members: z.array(z.string()).nullable().meta({ description: 'The kommuner that are taken together; null for an area.' }),
  segment: segmentCode,
  ...listOf(z.strictObject({ period, value, flag: z.enum(FLAGS), revision, source, calculation: lineage.nullable().meta({ description: 'How it was calculated; null where it was posted.' }) })).shape
}).meta({ id: 'Figures' }) satisfies z.ZodType<Figures>

const part = (indicator: string, area: string, value: number) => ({ indicator, area, segment: null, period: '2024-06', value, flag: 'final' as const, revision: 1, source: 'Jobindsats' })
const parts = [['0250', 800, 22_500], ['0260', 500, 14_800]] as const

export const figuresExample: z.output<typeof figures> = {
  indicator: 'bruttoledige-pct-arbejdsstyrke',
  area: null,
  members: ['0250', '0260'],
  segment: null,
  items: [{
    period: '2024-06',
    value: 3.485254691689008,
    flag: 'final',
    revision: null,
    source: null,
    calculation: { method: 'group_ratio', parts: parts.flatMap(([area, persons, force]) => [part('bruttoledige-fuldtidspersoner', area, persons), part('arbejdsstyrke-personer', area, force)]), missing: [] }
  }],
  nextCursor: null
}
