import type { Schemas } from 'maalopfoelgning/client'

export type Status = Schemas['Status']
type Unit = Schemas['Indicator']['unit']

/** Each status as a symbol and a word; the compiler tells when one is missing. */
export const STATUSES = {
  achieved: { symbol: '✔', word: 'Opfyldt' },
  on_track: { symbol: '▲', word: 'På rette vej' },
  at_risk: { symbol: '◆', word: 'I risiko' },
  off_track: { symbol: '▼', word: 'Ikke på rette vej' },
  missed: { symbol: '✖', word: 'Ikke opfyldt' },
  awaiting_data: { symbol: '…', word: 'Afventer data' },
  no_data: { symbol: '○', word: 'Ingen data' },
  not_started: { symbol: '◌', word: 'Ikke startet' },
  monitored: { symbol: '◎', word: 'Følges' }
} satisfies Record<Status, { symbol: string, word: string }>

const UNITS = {
  percent: 'pct.', percentage_points: 'procentpoint', persons: 'personer', fulltime_persons: 'fuldtidspersoner', count: '', ratio: '', hours: 'timer', days: 'dage', weeks: 'uger', dkk: 'kr.', index: ''
} satisfies Record<Unit, string>

/** The figure that a status is judged by, such as `3,9 pct. mod 3,4 pct. (2024-06)`; null where there is none. */
export function figureOf ({ current, subject: { indicator } }: Pick<Schemas['StatusItem'], 'current' | 'subject'>): string | null {
  if (current === null || indicator === null || current.value === null) return null
  const format = new Intl.NumberFormat('da', { minimumFractionDigits: indicator.decimals, maximumFractionDigits: indicator.decimals })
  const say = (value: number): string => `${format.format(value)} ${UNITS[indicator.unit]}`.trim()
  const against = current.benchmark === null ? '' : ` mod ${say(current.benchmark)}`
  return `${say(current.value)}${against} (${current.period})`
}
