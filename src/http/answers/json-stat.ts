import { z } from 'zod'
import { FLAGS } from '../../domain/measurement.ts'
import { STATUSES } from '../../domain/status/status.ts'
import type { StatusJsonStat } from '../../services/formats/json-stat-statuses.ts'
import type { JsonStat } from '../../services/formats/json-stat-write.ts'
import { instant } from './shared.ts'

const dimension = z.strictObject({
  label: z.string(),
  category: z.strictObject({
    index: z.array(z.string()).meta({ description: 'The codes in their order; the segment "" is the whole.' }),
    label: z.record(z.string(), z.string()),
    unit: z.record(z.string(), z.strictObject({ label: z.string(), decimals: z.number().int() })).optional()
  })
})

export const jsonStat = z.strictObject({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  source: z.string().nullable(),
  updated: instant.nullable(),
  id: z.tuple([z.literal('indicator'), z.literal('segment'), z.literal('area'), z.literal('period')]),
  size: z.array(z.number().int()),
  role: z.strictObject({ time: z.tuple([z.literal('period')]), geo: z.tuple([z.literal('area')]), metric: z.tuple([z.literal('indicator')]) }),
  dimension: z.strictObject({ indicator: dimension, segment: dimension, area: dimension, period: dimension }),
  value: z.array(z.number().nullable()).meta({ description: 'Row-major, the last dimension the fastest. Null with a status is suppressed or missing; null without one is no measurement.' }),
  status: z.record(z.string(), z.enum(FLAGS)).meta({ description: 'The flag of each cell whose flag is not final, by its place in value.' }),
  extension: z.strictObject({ maalopfoelgning: z.strictObject({ knownAt: instant }) })
}).meta({ id: 'JsonStat' }) satisfies z.ZodType<JsonStat>

export const jsonStatExample: z.output<typeof jsonStat> = {
  version: '2.0',
  class: 'dataset',
  label: 'Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken',
  source: 'Jobindsats',
  updated: '2024-08-15T06:00:00.000Z',
  id: ['indicator', 'segment', 'area', 'period'],
  size: [1, 1, 2, 1],
  role: { time: ['period'], geo: ['area'], metric: ['indicator'] },
  dimension: {
    indicator: { label: 'Indikator', category: { index: ['sygedagpenge-jobafklaring-pct-arbejdsstyrke'], label: { 'sygedagpenge-jobafklaring-pct-arbejdsstyrke': 'Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken' }, unit: { 'sygedagpenge-jobafklaring-pct-arbejdsstyrke': { label: 'percent', decimals: 1 } } } },
    segment: { label: 'Segment', category: { index: [''], label: { '': 'I alt' } } },
    area: { label: 'Område', category: { index: ['0250', 'DK'], label: { '0250': 'Frederikssund Kommune', DK: 'Hele landet' } } },
    period: { label: 'Periode', category: { index: ['2024-06'], label: { '2024-06': '2024-06' } } }
  },
  value: [3.9, 3.4],
  status: { 0: 'provisional' },
  extension: { maalopfoelgning: { knownAt: '2026-01-01T00:00:00.000Z' } }
}

const figures = z.strictObject({ label: z.string(), category: z.strictObject({ index: z.array(z.string()), label: z.record(z.string(), z.string()) }) })

export const statusJsonStat = z.strictObject({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  id: z.tuple([z.literal('asOf'), z.literal('target'), z.literal('figure')]),
  size: z.tuple([z.number().int(), z.number().int(), z.number().int()]),
  role: z.strictObject({ time: z.tuple([z.literal('asOf')]), metric: z.tuple([z.literal('figure')]) }),
  dimension: z.strictObject({ asOf: figures, target: figures, figure: figures }),
  value: z.array(z.number().nullable()).meta({ description: 'Row-major; null where the target has no such figure.' }),
  status: z.array(z.enum(STATUSES)).meta({ description: 'Of each cell the status of its target.' }),
  extension: z.strictObject({ maalopfoelgning: z.strictObject({ knownAt: instant }) })
}).meta({ id: 'StatusJsonStat' }) satisfies z.ZodType<StatusJsonStat>

const day = '2024-07-10'
const target = 'frederikssund-2024.3a'
export const statusJsonStatExample: z.output<typeof statusJsonStat> = {
  version: '2.0',
  class: 'dataset',
  label: `Status pr. ${day}`,
  id: ['asOf', 'target', 'figure'],
  size: [1, 1, 2],
  role: { time: ['asOf'], metric: ['figure'] },
  dimension: {
    asOf: { label: 'Dato', category: { index: [day], label: { [day]: day } } },
    target: { label: 'Succeskriterium', category: { index: [target], label: { [target]: 'Frederikssund: Gabet til landsgennemsnittet er mindst 0,2 procentpoint mindre' } } },
    figure: { label: 'Tal', category: { index: ['current', 'goalLine'], label: { current: 'Tal', goalLine: 'Grænse' } } }
  },
  value: [3.9, 0.2],
  status: ['at_risk', 'at_risk'],
  extension: { maalopfoelgning: { knownAt: '2026-01-01T00:00:00.000Z' } }
}
