import { z } from 'zod'
import { FLAGS } from '../../domain/measurement.ts'
import { type Mapping, PERIOD_TYPES } from '../../domain/mapping.ts'
import { TABLE_FORMATS, type TablePreview } from '../../services/file-imports.ts'
import { bilingual, period, segmentCode } from './shared.ts'

const labels = z.union([z.literal('*'), z.array(z.string())])

export const mapping = z.strictObject({
  id: z.string(),
  title: bilingual,
  table: z.string().meta({ description: 'What the source calls the table.' }),
  period: z.string().meta({ description: 'The column of the periods.' }),
  area: z.string().meta({ description: 'The column of the areas.' }),
  totals: z.record(z.string(), z.string()).meta({ description: 'The total of each hierarchy column: what a series means that does not name the column, and a file that does not have it.' }),
  series: z.array(z.strictObject({
    measure: z.string(),
    members: z.record(z.string(), z.string()).meta({ description: 'The members of hierarchy columns that are no totals.' }),
    indicator: z.string(),
    segment: segmentCode
  })).meta({ description: 'Which cells make which series.' }),
  ignored: z.strictObject({ measures: labels, members: z.record(z.string(), labels) }).meta({ description: 'Labels that are known and not wanted; * is all that no series names.' }),
  query: z.strictObject({ periodType: z.enum(PERIOD_TYPES).nullable(), hierarchies: z.record(z.string(), z.string()) }).nullable().meta({ description: 'How the API of Jobindsats is asked for the table; null where the indicators say enough.' }),
  note: z.string().nullable()
}).meta({ id: 'Mapping' }) satisfies z.ZodType<Mapping>

export const mappingExample: z.output<typeof mapping> = {
  id: 'jobindsats-y25i01',
  title: { da: 'Ledighed', en: 'Unemployment' },
  table: 'y25i01',
  period: 'Periode',
  area: 'Område',
  totals: { Ydelsesgrupper: 'Ydelsesgrupper i alt', 'A-kasse': 'I alt' },
  series: [{ measure: 'Antal ledige fuldtidspersoner', members: { Ydelsesgrupper: 'A-dagpenge' }, indicator: 'bruttoledige-fuldtidspersoner', segment: 'a-dagpenge' }],
  ignored: { measures: ['Antal ledige personer'], members: { Ydelsesgrupper: ['Kontanthjælp'], 'A-kasse': '*' } },
  query: null,
  note: null
}

const status = z.enum(['mapped', 'ignored', 'unmapped'])
const count = (description: string) => z.number().int().meta({ description })

export const tablePreview = z.strictObject({
  format: z.enum(TABLE_FORMATS),
  mapping: z.string().nullable(),
  columns: z.array(z.strictObject({
    name: z.string(),
    role: z.enum(['period', 'area', 'hierarchy', 'measure', 'unknown']).meta({ description: 'What the column holds; without a mapping, what it looks like.' }),
    status,
    distinct: count('How many labels it has.'),
    labels: z.array(z.strictObject({
      label: z.string(),
      status,
      becomes: z.string().nullable().meta({ description: 'The area or period that it becomes.' }),
      rows: count('Rows that have it.')
    })).meta({ description: 'At most 100, those that are not mapped first.' })
  })),
  series: z.array(z.strictObject({ indicator: z.string(), segment: segmentCode, cells: count('Measurements that it would get.') })),
  notMapped: z.array(z.strictObject({ column: z.string(), label: z.string().nullable().meta({ description: 'Null where the whole column is not known.' }), cells: count('Rows that have it.') }))
    .meta({ description: 'What an import would be refused for: add it to series, or to ignored.' }),
  examples: z.array(z.strictObject({ row: count('Where it stands.'), indicator: z.string(), area: z.string(), segment: segmentCode, period, value: z.number().nullable(), flag: z.enum(FLAGS) })).meta({ description: 'The first measurements.' }),
  cells: count('Figures in the file.'),
  skipped: count('Figures that are known and not wanted.')
}).meta({ id: 'TablePreview' }) satisfies z.ZodType<TablePreview>

export const tablePreviewExample: z.output<typeof tablePreview> = {
  format: 'jobindsats',
  mapping: 'jobindsats-y25i01',
  columns: [
    { name: 'Periode', role: 'period', status: 'mapped', distinct: 1, labels: [{ label: '2026M07', status: 'mapped', becomes: '2026-07', rows: 1 }] },
    { name: 'Område', role: 'area', status: 'mapped', distinct: 1, labels: [{ label: 'Holbæk', status: 'mapped', becomes: '0316', rows: 1 }] },
    { name: 'A-kasse', role: 'hierarchy', status: 'mapped', distinct: 1, labels: [{ label: 'I alt', status: 'mapped', becomes: null, rows: 1 }] },
    { name: 'Antal ledige fuldtidspersoner', role: 'measure', status: 'mapped', distinct: 0, labels: [] }
  ],
  series: [{ indicator: 'bruttoledige-fuldtidspersoner', segment: null, cells: 1 }],
  notMapped: [],
  examples: [{ row: 0, indicator: 'bruttoledige-fuldtidspersoner', area: '0316', segment: null, period: '2026-07', value: 789, flag: 'final' }],
  cells: 1,
  skipped: 0
}
