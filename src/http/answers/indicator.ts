import { z } from 'zod'
import { FREQUENCIES, type Indicator, POLARITIES, UNITS } from '../../domain/indicator.ts'
import { calculationSchema } from '../../services/indicators.ts'
import { bilingual, date } from './shared.ts'

export const indicator = z.strictObject({
  id: z.string(),
  name: bilingual,
  definition: z.string().nullable().meta({ description: 'What is counted, in Danish.' }),
  unit: z.enum(UNITS),
  polarity: z.enum(POLARITIES),
  frequency: z.enum(FREQUENCIES).meta({ description: 'The length of its periods.' }),
  publicationLagDays: z.number().int().meta({ description: 'Days from the end of a period until its figure is out.' }),
  breaks: z.array(date).meta({ description: 'First days of series that are not comparable with what came before.' }),
  source: z.string().nullable(),
  decimals: z.number().int().meta({ description: 'How figures are written.' }),
  segments: z.array(z.strictObject({ code: z.string(), name: bilingual })),
  additive: z.boolean().meta({ description: 'Whether figures of areas may be added up: that of a group is the sum of its members\'.' }),
  calculation: calculationSchema.nullable().meta({ description: 'How figures that nobody posted are calculated from other indicators; null where they are not.' })
}).meta({ id: 'Indicator' }) satisfies z.ZodType<Indicator>

export const indicatorExample: z.output<typeof indicator> = {
  id: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke',
  name: { da: 'Sygedagpenge og jobafklaringsforløb, pct. af arbejdsstyrken', en: 'Sickness benefit and job clarification, per cent of the labour force' },
  definition: 'Fuldtidspersoner på sygedagpenge og i jobafklaringsforløb tilsammen i pct. af arbejdsstyrken.',
  unit: 'percent',
  polarity: 'lower_is_better',
  frequency: 'month',
  publicationLagDays: 45,
  breaks: [],
  source: 'Jobindsats',
  decimals: 1,
  segments: [],
  additive: false,
  calculation: null
}

export const indicatorInputExample = {
  name: indicatorExample.name, unit: 'percent', polarity: 'lower_is_better', frequency: 'month', publicationLagDays: 45, source: 'Jobindsats', decimals: 1
}
