import { type Bilingual } from '../indicator.ts'
import { type Comparator } from '../target.ts'
import { type Reason, type Status } from './status.ts'
import { type Language } from './wording.ts'

/** What each status is called. */
export const STATUS_NAMES: Record<Status, Bilingual> = {
  not_started: { da: 'Ikke startet', en: 'Not started' },
  no_data: { da: 'Ingen data', en: 'No data' },
  on_track: { da: 'På rette vej', en: 'On track' },
  at_risk: { da: 'I risiko', en: 'At risk' },
  off_track: { da: 'Ikke på rette vej', en: 'Off track' },
  awaiting_data: { da: 'Afventer data', en: 'Awaiting data' },
  achieved: { da: 'Opfyldt', en: 'Achieved' },
  missed: { da: 'Ikke opfyldt', en: 'Missed' },
  monitored: { da: 'Følges', en: 'Monitored' }
}

/** Each reason as a clause that can stand in the explanation. */
export const reasonClauses: Record<Reason, Bilingual> = {
  baseline_missing: { da: 'udgangspunktet, der skal måles fra, er ikke oplyst', en: 'the baseline to measure from is not there' },
  baseline_zero: { da: 'udgangspunktet er 0, så der kan ikke regnes en relativ ændring', en: 'the baseline is 0, so there is no relative change' },
  series_break: { da: 'et databrud gør tallene usammenlignelige med udgangspunktet', en: 'a break in the series makes the figures incomparable with what came before' },
  suppressed: { da: 'tallet er diskretioneret', en: 'the figure is suppressed' },
  smoothing_incomplete: { da: 'der er endnu ikke tal nok til gennemsnittet', en: 'there are not yet enough figures for the mean' },
  benchmark_missing: { da: 'sammenligningstallet for samme periode mangler', en: 'the benchmark of the same period is missing' },
  no_measurement_in_window: { da: 'der er ingen tal fra målets periode endnu', en: 'there are no figures from the period of the target yet' },
  no_measurement: { da: 'der er ingen tal', en: 'there are no figures' },
  provisional: { da: 'de tal, der afgør målet, er foreløbige', en: 'the figures that decide are provisional' },
  slipped: { da: 'målet var nået ved udgangspunktet, men er det ikke længere', en: 'the goal was met at the baseline but no longer is' },
  pace_unknown: { da: 'tempoet kan ikke bedømmes', en: 'the pace is not known' },
  not_assessed: { da: 'der er endnu ingen vurdering', en: 'it has not been assessed yet' }
}

const LIMITS: Record<Comparator, Bilingual> = {
  gte: { da: 'mindst', en: 'at least' },
  gt: { da: 'mere end', en: 'more than' },
  lte: { da: 'højst', en: 'at most' },
  lt: { da: 'mindre end', en: 'less than' }
}

/** A goal line in words: `mindst 75,0 pct.`. */
export const goalLimit = (comparator: Comparator, language: Language, figure: string): string => `${LIMITS[comparator][language]} ${figure}`
