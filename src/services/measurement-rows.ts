import { z } from 'zod'
import type { Problem } from '../domain/errors.ts'
import { FLAGS } from '../domain/measurement.ts'
import { figure, period, problemsOf, slug, unstorableTexts } from './input.ts'

/** One row of a batch. */
export const measurementRow = z.strictObject({
  indicator: slug.meta({ example: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke' }),
  area: z.string().min(1).max(60).meta({ description: 'The id of an area; a kommune also by its three digits.', example: '0250' }),
  segment: z.string().min(1).max(100).nullable().optional().meta({ description: 'A segment that the indicator declares; null or absent is the whole.' }),
  period,
  value: figure.nullable().optional().meta({ description: 'Null where the flag is suppressed or missing.', example: 3.9 }),
  flag: z.enum(FLAGS).optional().meta({ description: 'Default final.' }),
  source: z.string().max(1000).nullable().optional().meta({ description: 'Where the figure is from.' }),
  note: z.string().max(2000).nullable().optional()
}).meta({ id: 'MeasurementInput' })

export type MeasurementRow = z.output<typeof measurementRow>
export const ROW_FIELDS = Object.keys(measurementRow.shape) as (keyof MeasurementRow)[]

/**
 * What is to be said of a row: in JSON `row` counts from 0 and `pointer` is a JSON pointer into the body; in files `row` is the line, and
 * the pointer `/line/column`. `value` is what was sent there, as text (null: nothing); `remedy` what to do about it.
 */
export type RowProblem = { row: number } & Problem & { value: string | null, remedy: string | null }

/** Where a place in the rows is, as a pointer: of a row, of one of its fields, or of the column of a file that its value stands in. */
export type PointerTo = (row: number, field?: string, column?: string) => string

/**
 * A measurement as its format wrote it. `column` is where its value stands in a file in which a line holds several; `percent` says that
 * the value has the sign; `problems` are what the format itself cannot read of it, told beside the others that it has.
 */
export type GivenRow = { row: number, input: Record<string, unknown>, column?: string, percent?: boolean, problems?: RowProblem[] }

/**
 * What a reader finds, in the order of the file but for rows that had to wait for others: a row; `refused` measurements that cannot be read, with why; `skipped` ones that are
 * not wanted, with a notice at most.
 */
export type RowItem = GivenRow | { refused: number, problems: RowProblem[] } | { skipped: number, notices: RowProblem[] }

/** The rows of a body, read piece by piece as they are asked for; what cannot be read at all is thrown as AppError. */
export type RowSource = { pointerTo: PointerTo, items: AsyncIterable<RowItem[]> | Iterable<RowItem[]> }

const LONGEST_SHOWN = 200

/** What was sent at a place, as text: short, so that an answer is not many times what was sent. */
export function shownValue (value: unknown): string | null {
  if (value === undefined || value === null) return null
  const text = typeof value === 'string' ? value : written(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

/** JSON, unless it is nested so deeply that writing it would take all of the stack. */
function written (value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return 'nested too deeply to be shown'
  }
}

const REMEDIES: Record<string, string> = {
  indicator: 'send the id of an indicator of /v1/indicators',
  area: 'send the id of an area of /v1/areas, such as 0250 or DK',
  segment: 'send the code of a segment that the indicator declares, or leave it out',
  period: 'write 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31',
  value: 'send a number, or null with the flag suppressed or missing',
  flag: `send one of ${FLAGS.join(', ')}, or leave it out`,
  source: 'send a text of at most 1000 characters, or leave it out',
  note: 'send a text of at most 2000 characters, or leave it out'
}
export const remedyFor = (field: string): string => (Object.hasOwn(REMEDIES, field) ? REMEDIES[field] : undefined) ?? `leave it out: the fields are ${ROW_FIELDS.join(', ')}`

const isStorable = (value: unknown): boolean => typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'))

/** Reads one row: the measurement that it says, or every problem that it has. */
export function readRow ({ row, input, column }: GivenRow, pointerTo: PointerTo): { given: MeasurementRow } | { problems: RowProblem[] } {
  const result = measurementRow.safeParse(input)
  const found = result.success ? Object.values(input).every(isStorable) ? [] : unstorableTexts(input) : problemsOf(result.error)
  if (result.success && found.length === 0) return { given: result.data }
  return {
    problems: found.map(({ pointer, code, detail }) => {
      const field = pointer.slice(1).split('/')[0]?.replaceAll('~1', '/').replaceAll('~0', '~') ?? ''
      const isField = field !== ''
      return {
        row,
        pointer: isField ? pointerTo(row, field, column) : pointerTo(row),
        code,
        value: shownValue(isField ? (input as Record<string, unknown> | null)?.[field] : input),
        detail,
        remedy: isField ? remedyFor(field) : `send an object with the fields ${ROW_FIELDS.join(', ')}`
      }
    })
  }
}
