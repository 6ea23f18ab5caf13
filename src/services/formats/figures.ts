import { decimal } from '../../domain/decimal.ts'

export type DecimalMark = ',' | '.'

/**
 * What a text says as a figure. `mark` is the decimal mark that its spelling gives away, null where it gives away none. An `ambiguous` one
 * (1.234, 1,234) is another number with the one mark than with the other. `percent` is whether it has the sign.
 */
export type Figure =
  | { kind: 'number', value: number, mark: DecimalMark | null, percent: boolean }
  | { kind: 'ambiguous', byMark: Record<DecimalMark, number>, percent: boolean }
  | { kind: 'unreadable', detail: string, remedy: string }

const LONGEST = 60
/** Digits that a number keeps, whichever they are. */
const DIGITS_KEPT = 15
const WHOLE = /^\d+$/
const ONE_MARK = /^(\d*)([.,])(\d+)$/
const SPACED = /^\d{1,3}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+(?:([.,])\d+)?$/
const POINTS_GROUP = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/
const COMMAS_GROUP = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
const MARKERS = /^(?:[.·•*:x-]+|[‐-―−]|…|n\/?a\.?|nan|null|na|#.*)$/i

/**
 * Reads a figure as people and programs write it: decimal comma or point, thousands apart by point, comma or space, any minus sign, a
 * per cent sign. It is never guessed: what could be two numbers is ambiguous. Scientific notation is refused, and more digits than are kept.
 */
export function readFigure (text: string): Figure {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return unreadable(`is no number: it has ${trimmed.length} characters`)
  const percent = trimmed.endsWith('%')
  const unsigned = (percent ? trimmed.slice(0, -1).trimEnd() : trimmed).replace(/^[-+\u2212\u2012\u2013]/, '')
  const sign = /^[-\u2212\u2012\u2013]/.test(trimmed) ? -1 : 1
  const number = (digits: string, mark: DecimalMark | null): Figure => isKept(digits) ? { kind: 'number', value: sign * Number(digits) + 0, mark, percent } : TOO_MANY_DIGITS

  if (WHOLE.test(unsigned)) return number(unsigned, null)
  const [, whole = '', mark, fraction = ''] = ONE_MARK.exec(unsigned) ?? []
  if (mark !== undefined && !(fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole))) return number(`${whole}.${fraction}`, mark as DecimalMark)
  if (mark !== undefined) {
    const [fractional, grouped] = [sign * Number(`${whole}.${fraction}`), sign * Number(whole + fraction)]
    return { kind: 'ambiguous', byMark: mark === ',' ? { ',': fractional, '.': grouped } : { '.': fractional, ',': grouped }, percent }
  }
  const spaced = SPACED.exec(unsigned)
  if (spaced !== null) return number(unsigned.replace(/[^\d.,]/g, '').replace(',', '.'), spaced[1] as DecimalMark | undefined ?? null)
  if (POINTS_GROUP.test(unsigned)) return number(unsigned.replaceAll('.', '').replace(',', '.'), ',')
  if (COMMAS_GROUP.test(unsigned)) return number(unsigned.replaceAll(',', ''), '.')
  if (MARKERS.test(trimmed)) return { kind: 'unreadable', detail: 'is a mark, not a number', remedy: 'what is not shown is an empty value with the flag suppressed, what there is not has the flag missing, and zero is written 0' }
  return unreadable(/^[\d.,]+e[-+]?\d+$/i.test(unsigned) ? 'is written with an exponent' : 'is no number')
}

/** Whether the number of some digits is written with the same ones again. */
const isKept = (digits: string): boolean => digits.length <= DIGITS_KEPT || decimal(Number(digits)).equals(digits)

const TOO_MANY_DIGITS: Figure = { kind: 'unreadable', detail: 'has more digits than can be kept', remedy: `round it to ${DIGITS_KEPT}` }

const unreadable = (detail: string): Figure =>
  ({ kind: 'unreadable', detail, remedy: 'write digits with a decimal comma or point, such as 4,1 or 1234.5; or leave it empty with the flag suppressed or missing' })
