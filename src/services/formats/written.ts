import { decimal, fixed } from '../../domain/decimal.ts'
import type { Bilingual } from '../../domain/indicator.ts'
import type { Language } from '../../domain/status/wording.ts'

/**
 * A cell as it is written: a text, nothing, a number with the decimals that it is shown with (null: one may be filled in), a day (ISO) or a
 * period (canonical).
 */
export type Written = string | null | { number: number | null, decimals: number } | { day: string } | { period: string }

/** A column of a table: its heading, how many characters wide it is shown, and what stands in it. */
export type WrittenColumn<Row> = { name: Bilingual, width: number, of: (row: Row, language: Language) => Written }

/** A table as it is written: its rows come some at a time, and are asked for as they are needed. */
export type WrittenTable<Row> = { columns: readonly WrittenColumn<Row>[], rows: AsyncIterable<readonly Row[]>, language: Language }

/** A figure with all of its digits and no exponent: `0.0000015`. */
export function plainNumber (value: number): string {
  const text = String(value)
  const [mantissa = '', exponent] = text.split('e')
  if (exponent === undefined) return text
  const decimals = (mantissa.split('.')[1] ?? '').length - Number(exponent)
  return fixed(decimal(value), Math.max(0, decimals))
}
