import { danishDay } from '../date.ts'
import { fixed, type Decimal, decimal } from '../decimal.ts'
import type { Bilingual, Unit } from '../indicator.ts'

export type Language = keyof Bilingual

/** What a number of a sentence is: a value of the indicator, a difference of two, a relative change in per cent, or a difference of two of those. */
export type Quantity = 'value' | 'difference' | 'relative' | 'relative_difference'

const UNIT_WORDS: Record<Unit, Record<Language, { value: string, difference: string }>> = {
  percent: { da: { value: 'pct.', difference: 'procentpoint' }, en: { value: 'per cent', difference: 'percentage points' } },
  percentage_points: { da: { value: 'procentpoint', difference: 'procentpoint' }, en: { value: 'percentage points', difference: 'percentage points' } },
  persons: { da: { value: 'personer', difference: 'personer' }, en: { value: 'persons', difference: 'persons' } },
  fulltime_persons: { da: { value: 'fuldtidspersoner', difference: 'fuldtidspersoner' }, en: { value: 'full-time persons', difference: 'full-time persons' } },
  count: { da: { value: '', difference: '' }, en: { value: '', difference: '' } },
  ratio: { da: { value: '', difference: '' }, en: { value: '', difference: '' } },
  hours: { da: { value: 'timer', difference: 'timer' }, en: { value: 'hours', difference: 'hours' } },
  days: { da: { value: 'dage', difference: 'dage' }, en: { value: 'days', difference: 'days' } },
  weeks: { da: { value: 'uger', difference: 'uger' }, en: { value: 'weeks', difference: 'weeks' } },
  dkk: { da: { value: 'kr.', difference: 'kr.' }, en: { value: 'DKK', difference: 'DKK' } },
  index: { da: { value: '', difference: '' }, en: { value: '', difference: '' } }
}

const BARE_UNITS: Partial<Record<Unit, Bilingual>> = { count: { da: 'antal', en: 'number' }, ratio: { da: 'forhold', en: 'ratio' }, index: { da: 'indeks', en: 'index' } }

/** What a unit is called where it stands alone. */
export const unitName = (unit: Unit, language: Language): string => BARE_UNITS[unit]?.[language] ?? UNIT_WORDS[unit][language].value

/** A figure as it is written in a language: decimal comma and dots between thousands in Danish, a true minus sign in both. */
export function writeNumber (value: Decimal, decimals: number, language: Language): string {
  const text = fixed(value, decimals)
  const [whole = '0', fraction] = text.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'da' ? '.' : ',')
  const digits = fraction === undefined ? grouped : `${grouped}${language === 'da' ? ',' : '.'}${fraction}`
  return text.startsWith('-') ? `−${digits}` : digits
}

/** A figure with its unit: `4,1 pct.`, `0,6 procentpoint`, `340`. */
export function writeFigure (value: number | Decimal, quantity: Quantity, unit: Unit, decimals: number, language: Language): string {
  const exact = typeof value === 'number' ? decimal(value) : value
  const percent = UNIT_WORDS.percent[language]
  const word = quantity === 'relative' ? percent.value : quantity === 'relative_difference' ? percent.difference : UNIT_WORDS[unit][language][quantity]
  return `${writeNumber(exact, decimals, language)} ${word}`.trimEnd()
}

/** The decimals it takes to tell two figures apart: the indicator's own, or up to four more. */
export function decimalsToTell (a: Decimal, b: Decimal, decimals: number): number {
  if (a.compare(b) === 0) return Math.max(decimals, decimalsOf(b))
  for (let places = decimals; places < 4; places++) {
    if (fixed(a, places) !== fixed(b, places)) return places
  }
  return Math.max(decimals, 4)
}

/** The decimals an exact figure has, at most four. */
export function decimalsOf (value: Decimal): number {
  const digits = fixed(value, 4).replace(/0+$/, '').split('.')[1] ?? ''
  return digits.length
}

const MONTHS: Record<Language, string[]> = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
}

/** A day in words: `31. august 2024`, `31 August 2024`. */
export function writeDay (iso: string, language: Language): string {
  const month = MONTHS[language][Number(iso.slice(5, 7)) - 1] as string
  const day = Number(iso.slice(8, 10))
  return language === 'da' ? `${day}. ${month} ${iso.slice(0, 4)}` : `${day} ${month} ${iso.slice(0, 4)}`
}

/** A stretch of days in words: whole years by their numbers, `2018–2021`, else `1. maj 2024 – 30. april 2025`. */
export function writeDays (from: string, to: string, language: Language): string {
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return `${writeDay(from, language)} – ${writeDay(to, language)}`
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? first : `${first}–${last}`
}

const danishTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' })

/** An instant in Danish time, in words: `31. august 2024 kl. 14.05`, `31 August 2024 at 14:05`. */
export function writeInstant (iso: string, language: Language): string {
  const time = danishTime.format(new Date(iso))
  const day = writeDay(danishDay(iso), language)
  return language === 'da' ? `${day} kl. ${time.replace(':', '.')}` : `${day} at ${time}`
}

const ORDINALS = ['first', 'second', 'third', 'fourth']

/** A canonical period in words: `august 2024`, `2. kvartal 2024`, `uge 35 i 2024`, `den 31. august 2024`. */
export function writePeriod (text: string, language: Language): string {
  const da = language === 'da'
  const year = text.slice(0, 4)
  const [from, to] = text.split('/')
  if (from !== undefined && to !== undefined) return `${da ? 'perioden' : 'the period'} ${writeDay(from, language)} – ${writeDay(to, language)}`
  if (/^\d{4}$/.test(text)) return text
  const part = Number(text.slice(6))
  if (text[5] === 'H') return da ? `${part}. halvår ${year}` : `the ${ORDINALS[part - 1]} half of ${year}`
  if (text[5] === 'Q') return da ? `${part}. kvartal ${year}` : `the ${ORDINALS[part - 1]} quarter of ${year}`
  if (text[5] === 'W') return da ? `uge ${part} i ${year}` : `week ${part} of ${year}`
  if (text.length === 7) return `${MONTHS[language][Number(text.slice(5)) - 1]} ${year}`
  return da ? `den ${writeDay(text, language)}` : writeDay(text, language)
}
