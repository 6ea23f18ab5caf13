import { z } from 'zod'
import { FORECAST_METHODS, NO_FORECAST, PROSPECTS } from '../../domain/status/outlook.ts'
import { NEEDED_IN, PACE_REASONS, PACE_STATES, type RequiredPace } from '../../domain/status/required-pace-parts.ts'
import { COMPARATORS, type Rule } from '../../domain/target.ts'
import type { TargetPace } from '../../services/required-pace.ts'
import { bilingual, date, instant, period, segmentCode } from './shared.ts'
import { targetExample } from './target.ts'

const number = z.number().nullable()
const KINDS = ['threshold', 'change', 'benchmark_level', 'benchmark_trend', 'gap_reduction', 'direction', 'milestone', 'assessment', 'monitor', 'all_of', 'any_of'] as const satisfies readonly Rule['kind'][]

const forecast = z.strictObject({
  forecast: z.literal(true).meta({ description: 'Always true: this is what may come, not what is.' }),
  method: z.enum(FORECAST_METHODS).meta({ description: 'line: the Theil–Sen line of the projection through the latest 12 figures. same_period_last_year: the figures of the same periods a year before and the usual change since.' }),
  period: period.nullable().meta({ description: 'The last period that counts; null where the indicator is irregular, and then the deadline is meant.' }),
  measure: z.number().meta({ description: 'What is expected of the measure at the deadline; of a sum or mean, of the whole of it.' }),
  low: z.number(),
  high: z.number().meta({ description: 'Between low and high it lies with the probability `level`.' }),
  level: z.number(),
  met: z.boolean().meta({ description: 'Whether what is expected meets the goal line.' }),
  prospect: z.enum(PROSPECTS).meta({ description: 'likely: the line is met in the whole band; open: in a part of it; unlikely: nowhere in it.' }),
  figures: z.number().int().meta({ description: 'How many figures it was made of.' }),
  from: period,
  to: period.meta({ description: 'The latest of these figures.' })
}).meta({ id: 'Forecast' })

const pace = {
  kind: z.enum(KINDS),
  state: z.enum(PACE_STATES).meta({ description: 'required: so much it takes. awaiting_data: the deadline has passed, and so must the figures be that are still to come. met: the line is met as the figures stand. impossible: it cannot be reached. unknown: something to calculate with is missing. not_applicable: the rule measures nothing of its own.' }),
  reason: z.enum(PACE_REASONS).nullable(),
  goalLine: z.strictObject({ comparator: z.enum(COMPARATORS), value: z.number() }).nullable(),
  current: z.strictObject({ period, value: number, benchmark: number, measure: z.number() }).nullable().meta({ description: 'The figure that is judged, as in the status.' }),
  periodsLeft: z.number().int().nullable().meta({ description: 'How many periods have no figure yet; null where the indicator is irregular.' }),
  nextPeriod: period.nullable().meta({ description: 'The first of them.' }),
  lastPeriod: period.nullable().meta({ description: 'The last period that counts.' }),
  remaining: number.meta({ description: 'The goal line less the measure.' }),
  perPeriod: number.meta({ description: 'How much the measure must move in each period left: of a sum what each must add, of a gap its points; null where it does not add up over periods.' }),
  soFar: number.meta({ description: 'How much that was for each period so far, since the baseline or the first figure of the window; of a mean the mean.' }),
  needed: z.strictObject({ in: z.enum(NEEDED_IN), comparator: z.enum(COMPARATORS), value: z.number() }).nullable().meta({ description: 'What the figure itself must be, in its own unit: in the last period, in each that is left, in any one of them, or on average.' }),
  assumption: z.strictObject({ benchmark: z.number(), period }).nullable().meta({ description: 'That what it is compared with stays as it was in this period; null where nothing is assumed.' }),
  due: z.array(z.strictObject({ code: z.string().nullable(), title: z.string().nullable(), by: date, overdue: z.boolean() })).nullable().meta({ description: 'Of a milestone the deliverables that are not done, of an assessment the next judgement; null for other rules.' }),
  forecast: forecast.nullable().meta({ description: 'The measure as it may be at the deadline if it goes on as before: a forecast, with its band.' }),
  noForecast: z.enum(NO_FORECAST).nullable().meta({ description: 'Why there is no forecast: fewer than six figures, none left to come, a highest or lowest value, or too many periods ahead.' }),
  explanation: bilingual.meta({ description: 'What it takes, and the forecast, said to be one.' })
}

/** A part of a combination. */
const child: z.ZodType<RequiredPace & { indicator: string | null, segment: string | null }> = z.strictObject({
  indicator: z.string().nullable(), segment: segmentCode, ...pace, get children () { return z.array(child).nullable() }
}).meta({ id: 'ChildRequiredPace' })

export const requiredPace = z.strictObject({
  target: z.string(),
  asOf: date.meta({ description: 'The day the question is asked for.' }),
  knownAt: instant.meta({ description: 'The instant of knowledge.' }),
  ...pace,
  children: z.array(child).nullable().meta({ description: 'The parts of a combination.' })
}).meta({ id: 'RequiredPace' }) satisfies z.ZodType<TargetPace>

export const requiredPaceExample: z.output<typeof requiredPace> = {
  target: targetExample.id,
  asOf: '2024-07-10',
  knownAt: '2026-01-01T00:00:00.000Z',
  kind: 'gap_reduction',
  state: 'required',
  reason: null,
  goalLine: { comparator: 'gte', value: 0.2 },
  current: { period: '2024-06', value: 3.9, benchmark: 3.4, measure: 0.1 },
  periodsLeft: 6,
  nextPeriod: '2024-07',
  lastPeriod: '2024-12',
  remaining: 0.1,
  perPeriod: 0.0167,
  soFar: 0.01,
  needed: { in: 'last', comparator: 'lte', value: 3.8 },
  assumption: { benchmark: 3.4, period: '2024-06' },
  due: null,
  children: null,
  forecast: null,
  noForecast: 'too_few_figures',
  explanation: {
    da: 'Tallet for december 2024 skal være højst 3,8 pct., hvis hele landet bliver på 3,4 pct.; gabet skal mindskes med 0,02 procentpoint om måneden (hidtil: gabet er mindsket med 0,01 procentpoint om måneden).',
    en: 'The figure for December 2024 must be at most 3.8 per cent, if the whole country stays at 3.4 per cent; the gap must narrow by 0.02 percentage points a month (so far: the gap has narrowed by 0.01 percentage points a month).'
  }
}
