import type { Bilingual, Frequency } from '../indicator.ts'
import type { Comparator } from '../target.ts'
import type { Reason, Status } from './status.ts'
import type { Language } from './wording.ts'

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
  baseline_missing: { da: 'der mangler et udgangspunkt at måle fra', en: 'there is no baseline to measure from' },
  baseline_zero: { da: 'udgangspunktet er 0, så der kan ikke regnes en ændring i procent', en: 'the baseline is 0, so there is no relative change to speak of' },
  series_break: { da: 'et databrud gør, at tallene ikke kan sammenlignes med de tidligere', en: 'a break in the series means that the figures cannot be compared with the earlier ones' },
  suppressed: { da: 'et tal, der skal bruges, er diskretioneret', en: 'a figure that is needed is suppressed' },
  smoothing_incomplete: { da: 'der er endnu ikke tal nok til gennemsnittet', en: 'there are not yet enough figures for the mean' },
  benchmark_missing: { da: 'sammenligningstallet for samme periode mangler', en: 'the comparison figure for the same period is missing' },
  no_measurement_in_window: { da: 'der er endnu ingen tal fra målets periode', en: 'there are no figures from the target’s period yet' },
  no_measurement: { da: 'der er endnu ingen tal', en: 'there are no figures yet' },
  provisional: { da: 'de tal, der afgør målet, er foreløbige', en: 'the figures that decide are provisional' },
  slipped: { da: 'målet var nået ved udgangspunktet, men er det ikke længere', en: 'the goal was met at the baseline but no longer is' },
  pace_unknown: { da: 'målet er endnu ikke nået, og tempoet kan ikke bedømmes', en: 'the goal is not yet met, and the pace cannot be judged' },
  not_assessed: { da: 'der er endnu ingen vurdering', en: 'it has not been assessed yet' }
}

/** How a figure has to stand to its goal line. */
export const LIMITS: Record<Comparator, Bilingual> = {
  gte: { da: 'mindst', en: 'at least' },
  gt: { da: 'mere end', en: 'more than' },
  lte: { da: 'højst', en: 'at most' },
  lt: { da: 'mindre end', en: 'less than' }
}
const MIRRORED: Record<Comparator, Comparator> = { gte: 'lte', gt: 'lt', lte: 'gte', lt: 'gt' }

/** A goal line in words: `mindst 75,0 pct.`. */
export const goalLimit = (comparator: Comparator, language: Language, figure: string): string => `${LIMITS[comparator][language]} ${figure}`

/** How a figure with a sign is said without one: `#` is where the figure stands, `none` a figure of 0, `zero` a goal line of 0. */
export type SignedWords = { up: Bilingual, down: Bilingual, none: Bilingual, zero: Record<Comparator, Bilingual> }

export const CHANGE_WORDS: SignedWords = {
  up: { da: 'en stigning på #', en: 'an increase of #' },
  down: { da: 'et fald på #', en: 'a decrease of #' },
  none: { da: 'altså uændret', en: 'which is no change' },
  zero: { gte: { da: 'intet fald', en: 'no decrease' }, gt: { da: 'en stigning', en: 'an increase' }, lte: { da: 'ingen stigning', en: 'no increase' }, lt: { da: 'et fald', en: 'a decrease' } }
}

export const LEVEL_WORDS: SignedWords = {
  up: { da: '# højere', en: '# higher' },
  down: { da: '# lavere', en: '# lower' },
  none: { da: 'det samme', en: 'the same' },
  zero: { gte: { da: 'mindst det samme', en: 'at least the same' }, gt: { da: 'et højere tal', en: 'a higher figure' }, lte: { da: 'højst det samme', en: 'at most the same' }, lt: { da: 'et lavere tal', en: 'a lower figure' } }
}

export const TREND_WORDS: SignedWords = {
  ...LEVEL_WORDS,
  none: { da: 'den samme', en: 'the same' },
  zero: { gte: { da: 'mindst den samme ændring', en: 'at least the same change' }, gt: { da: 'en højere ændring', en: 'a higher change' }, lte: { da: 'højst den samme ændring', en: 'at most the same change' }, lt: { da: 'en lavere ændring', en: 'a lower change' } }
}

export const GAP_WORDS: SignedWords = {
  up: { da: 'er mindsket med #', en: 'has narrowed by #' },
  down: { da: 'er vokset med #', en: 'has grown by #' },
  none: { da: 'er uændret', en: 'has not changed' },
  zero: { gte: { da: 'ikke vokser', en: 'does not grow' }, gt: { da: 'mindskes', en: 'narrows' }, lte: { da: 'ikke mindskes', en: 'does not narrow' }, lt: { da: 'vokser', en: 'grows' } }
}
export const GAP_GOAL_WORDS: SignedWords = {
  ...GAP_WORDS,
  up: { da: 'mindskes med #', en: 'narrows by #' },
  down: { da: 'vokser med #', en: 'grows by #' }
}
/** The same where it stands alone, and not after `at det`. */
export const GAP_ALONE_WORDS: SignedWords = {
  ...GAP_GOAL_WORDS,
  zero: { ...GAP_WORDS.zero, gte: { da: 'vokser ikke', en: 'does not grow' }, lte: { da: 'mindskes ikke', en: 'does not narrow' } }
}

const isDown = (value: number): boolean => value < 0
const put = (pattern: string, figure: string): string => pattern.replace('#', () => figure)

/** A measure in words: `et fald på 3,0 procentpoint`. `figure` is the measure's size, already written. */
export const signed = (words: SignedWords, value: number, figure: string, language: Language): string =>
  value === 0 ? words.none[language] : put((isDown(value) ? words.down : words.up)[language], figure)

/** A goal line in such words: at most −3.0 is `et fald på mindst 3,0 procentpoint`. */
export function signedGoal (words: SignedWords, { comparator, value }: { comparator: Comparator, value: number }, figure: string, language: Language): string {
  if (value === 0) return words.zero[comparator][language]
  return put((isDown(value) ? words.down : words.up)[language], goalLimit(isDown(value) ? MIRRORED[comparator] : comparator, language, figure))
}

/** The periods of a frequency, as many of them are called. */
export const PERIODS: Record<Frequency, Bilingual> = {
  year: { da: 'år', en: 'years' },
  half: { da: 'halvår', en: 'half-years' },
  quarter: { da: 'kvartaler', en: 'quarters' },
  month: { da: 'måneder', en: 'months' },
  week: { da: 'uger', en: 'weeks' },
  day: { da: 'dage', en: 'days' },
  irregular: { da: 'perioder', en: 'periods' }
}
