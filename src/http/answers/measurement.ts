import { z } from 'zod'
import { FLAGS } from '../../domain/measurement.ts'
import type { BatchSummary, Measurement, ShownRevision } from '../../services/measurements.ts'
import { instant, period, segmentCode } from './shared.ts'

const revisionFields = {
  indicator: z.string(),
  area: z.string(),
  segment: segmentCode,
  period,
  value: z.number().nullable().meta({ description: 'Null where it is suppressed or missing; never to be read as zero.' }),
  flag: z.enum(FLAGS),
  revision: z.number().int().meta({ description: 'Counts from 1 with each change of value or flag.' }),
  source: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: instant,
  actor: z.string().meta({ description: 'Who recorded it: the id of the key, seed, or operator (the command line).' }),
  import: z.string().nullable().meta({ description: 'The import that it was written with.' })
}

export const measurement = z.strictObject({ id: z.string().meta({ description: 'Opaque.' }), ...revisionFields })
  .meta({ id: 'Measurement' }) satisfies z.ZodType<Measurement>

export const revision = z.strictObject({ ...revisionFields, withdrawn: z.boolean().meta({ description: 'Whether this revision takes the measurement out of sight.' }), reason: z.string().nullable().meta({ description: 'Why it was written, in the words of who sent it.' }) })
  .meta({ id: 'MeasurementRevision' }) satisfies z.ZodType<ShownRevision>

const count = (description: string) => z.number().int().meta({ description })
const rowProblem = z.strictObject({
  row: z.number().int().meta({ description: 'The row, counted from 0 in JSON; in files the line.' }),
  pointer: z.string().meta({ description: 'A JSON pointer to the place in the body; in files /line/column.' }),
  code: z.string(),
  value: z.string().nullable().meta({ description: 'What was sent there, as text.' }),
  detail: z.string(),
  remedy: z.string().nullable().meta({ description: 'What to do about it; null where nothing needs to be done.' })
}).meta({ id: 'RowProblem' })

export const batchSummary = z.strictObject({
  import: z.string().nullable().meta({ description: 'What the batch was written under, to look at or undo at /v1/imports; null where nothing was written.' }),
  received: count('Rows received: created + revised + unchanged + rejected.'),
  created: count('Rows that are new.'),
  revised: count('Rows with another value or flag than before.'),
  unchanged: count('Rows that say what was there already.'),
  rejected: count('Rows that cannot be recorded.'),
  skipped: count('Figures of a file that are not wanted; not counted in received.'),
  dryRun: z.boolean(),
  committed: z.boolean().meta({ description: 'Whether anything was to be written, and was.' }),
  errors: z.array(rowProblem).meta({ description: 'Every problem of every bad row; of a file with more than 10,000 bad rows those of the first 10,000.' }),
  notices: z.array(rowProblem).meta({ description: 'What was recorded, and is worth a look.' }),
  affectedTargets: z.array(z.string()).meta({ description: 'The targets whose rules read one of the changed figures.' })
}).meta({ id: 'BatchSummary' }) satisfies z.ZodType<BatchSummary>

export const measurementExample: z.output<typeof measurement> = {
  id: 'WyJzeWdlZGFncGVuZ2Uiljoi',
  indicator: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke',
  area: '0250',
  segment: null,
  period: '2024-06',
  value: 3.9,
  flag: 'final',
  revision: 1,
  source: 'Jobindsats',
  note: null,
  recordedAt: '2024-08-15T06:00:00.000Z',
  actor: 'key-1',
  import: 'imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10'
}
const { id: _, ...fields } = measurementExample
export const revisionExample: z.output<typeof revision> = { ...fields, withdrawn: false, reason: null }

export const batchExample = { measurements: [{ indicator: measurementExample.indicator, area: '0250', period: '2024-06', value: 3.9 }, { indicator: measurementExample.indicator, area: 'DK', period: '2024-06', value: 3.4 }] }
export const batchSummaryExample: z.output<typeof batchSummary> = {
  import: 'imp-2f6b6f0e-6c55-4b55-9a39-0c8d3f4f6f10', received: 2, created: 1, revised: 1, unchanged: 0, rejected: 0, skipped: 0, dryRun: false, committed: true, errors: [], notices: [], affectedTargets: ['frederikssund-2024.3a']
}
export const refusedBatchExample = {
  ...batchSummaryExample,
  import: null,
  revised: 0,
  rejected: 1,
  committed: false,
  errors: [{ row: 1, pointer: '/measurements/1/area', code: 'unknown_area', value: 'DKK', detail: 'there is no area "DKK"', remedy: 'send the id of an area of /v1/areas, such as 0250 or DK' }]
}
