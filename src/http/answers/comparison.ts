import { z } from 'zod'
import { NO_CHANGE, NO_FIGURE } from '../../domain/comparison.ts'
import { POLARITIES, UNITS } from '../../domain/indicator.ts'
import { FLAGS } from '../../domain/measurement.ts'
import type { Comparison } from '../../services/comparison.ts'
import { bilingual, instant, listOf, period, segmentCode } from './shared.ts'

const number = z.number().nullable()
const figure = {
  value: number.meta({ description: 'Null without a figure, never to be read as zero; calculated ones are rounded to four decimals.' }),
  flag: z.enum(FLAGS).nullable().meta({ description: 'How sure it is; null where there is no figure.' }),
  reason: z.enum(NO_FIGURE).nullable().meta({ description: 'Why there is no value: no figure has come, it is suppressed or missing, the area was not there, or no figure of the group is posted and its members\' do not add up (a mean of percentages is none).' })
}
const distance = z.strictObject({ area: z.string(), ...figure, distance: number.meta({ description: 'How far above the group (below: negative), in `differenceUnit`.' }) }).meta({ id: 'ComparisonDistance' })

const row = z.strictObject({
  area: z.string(),
  name: z.string(),
  ...figure,
  rank: z.number().int().nullable().meta({ description: '1 is the best; equal figures share a rank, and the next one is passed over (1, 2, 2, 4). Of a neutral indicator 1 is the highest figure, which is then no judgement.' }),
  of: z.number().int().meta({ description: 'How many of those compared have a figure.' }),
  percentile: number.meta({ description: 'How many per cent of the others have a worse figure: the best has 100, the last 0.' }),
  country: distance.nullable(),
  rar: distance.nullable().meta({ description: 'Its RAR at the end of the period; null where it belongs to none.' }),
  region: distance.nullable().meta({ description: 'Its region at the end of the period; null where it belongs to none.' }),
  yearBefore: z.strictObject({
    value: number.meta({ description: 'The figure of the same period a year before.' }),
    change: number.meta({ description: 'The change since, in `differenceUnit`.' }),
    reason: z.enum(NO_CHANGE).nullable().meta({ description: 'Why there is no change: a figure is not there, a break in the series lies between, or the period has no namesake a year before.' })
  }),
  targets: z.array(z.string()).meta({ description: 'The targets of its plans that are measured by this series; drafts and withdrawn plans aside.' }),
  explanation: bilingual.meta({ description: 'The same in a sentence, in Danish and in English.' })
}).meta({ id: 'AreaComparison' })

export const comparison = z.strictObject({
  indicator: z.string(),
  segment: segmentCode,
  period: period.nullable().meta({ description: 'The period that is compared; null where no area has any figure, and then there are no items.' }),
  yearBefore: period.nullable().meta({ description: 'The same period a year before.' }),
  knownAt: instant,
  unit: z.enum(UNITS),
  differenceUnit: z.enum(UNITS).meta({ description: 'What distances and changes are counted in: of percent, percentage points.' }),
  polarity: z.enum(POLARITIES).meta({ description: 'Which figures are the better ones.' }),
  ranked: z.number().int().meta({ description: 'How many areas have a figure and with it a rank.' }),
  groups: z.array(z.strictObject({ area: z.string(), name: z.string(), ...figure }).meta({ id: 'ComparedGroup' })).meta({ description: 'The country, RAR and regions that they belong to: the posted figure, else (of a RAR or region) made of its members\'.' }),
  ...listOf(row).shape
}).meta({ id: 'Comparison' }) satisfies z.ZodType<Comparison>

const ofGroup = (area: string, value: number) => ({ area, value, flag: 'final' as const, reason: null })

export const comparisonExample: z.output<typeof comparison> = {
  indicator: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke',
  segment: null,
  period: '2024-06',
  yearBefore: '2023-06',
  knownAt: '2026-01-01T00:00:00.000Z',
  unit: 'percent',
  differenceUnit: 'percentage_points',
  polarity: 'lower_is_better',
  ranked: 98,
  groups: [{ name: 'Hele landet', ...ofGroup('DK', 3.4) }, { name: 'RAR Hovedstaden', ...ofGroup('RAR-HOV', 3.2) }, { name: 'Region Hovedstaden', ...ofGroup('1084', 3.2) }],
  items: [{
    area: '0250',
    name: 'Frederikssund',
    value: 3.9,
    flag: 'final',
    reason: null,
    rank: 71,
    of: 98,
    percentile: 27.8351,
    country: { ...ofGroup('DK', 3.4), distance: 0.5 },
    rar: { ...ofGroup('RAR-HOV', 3.2), distance: 0.7 },
    region: { ...ofGroup('1084', 3.2), distance: 0.7 },
    yearBefore: { value: 4.1, change: -0.2, reason: null },
    targets: ['frederikssund-2024.3a'],
    explanation: {
      da: 'Frederikssund Kommune: 3,9 pct. for juni 2024, nr. 71 af 98; 0,5 procentpoint højere end hele landet, 0,7 procentpoint højere end RAR Hovedstaden, 0,7 procentpoint højere end Region Hovedstaden; et fald på 0,2 procentpoint siden juni 2023.',
      en: 'Frederikssund Kommune: 3.9 per cent for June 2024, number 71 of 98; 0.5 percentage points higher than the whole country, 0.7 percentage points higher than RAR Hovedstaden, 0.7 percentage points higher than Region Hovedstaden; a decrease of 0.2 percentage points since June 2023.'
    }
  }],
  nextCursor: null
}
