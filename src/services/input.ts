import { z } from 'zod'
import { isDuration, parseDay } from '../domain/date.ts'
import { AppError, type Problem } from '../domain/errors.ts'
import { isPeriod, parsePeriod, PeriodError } from '../domain/period.ts'

/** What every write takes: with `validateOnly` all is checked as ever, and nothing is written. */
export type WriteOptions = { validateOnly?: boolean }

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z.string().refine(text => parseDay(text) !== null, { error: 'is not a day of the calendar: write YYYY-MM-DD' }).meta({ format: 'date', maxLength: 10, example: '2024-07-10' })

/** An instant with its offset, RFC 3339; kept in UTC with milliseconds, so that instants compare as text. */
export const instant = z.iso.datetime({ offset: true, error: 'is not an instant: write RFC 3339 such as 2026-01-01T00:00:00Z' }).max(40).transform((text, context) => {
  const utc = new Date(text).toISOString()
  if (/^\d/.test(utc)) return utc
  context.addIssue({ code: 'custom', message: 'lies outside of the years 0000 to 9999 in UTC' })
  return z.NEVER
})

const YEAR_FORM = '(?:19|2[01])\\d\\d'
const DAY_FORM = `${YEAR_FORM}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])`
/** The spellings of periods, for readers of the documentation; which weeks and days there are it does not know. */
const PERIOD_FORMS = `^(?:${YEAR_FORM}(?:Y01|-?H[12]|-?[QK]0?[1-4]|QMAT0?[1-4]|[-M](?:0[1-9]|1[0-2])|(?:-?W|U)(?:0[1-9]|[1-4]\\d|5[0-3]))?|${DAY_FORM}(?:/${DAY_FORM})?)$`

/** A period in any spelling that is read; stored in the canonical one. */
export const period = z.string().transform((text, context) => {
  try {
    return parsePeriod(text).text
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
}).meta({ example: '2024-08', pattern: PERIOD_FORMS, maxLength: 21 })

/** As {@link period}, for what is answered by the schema that it is read by. */
export const periodInPlace = z.string().refine(isPeriod, { error: 'is not a period: write 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31' })
  .overwrite(text => isPeriod(text) ? parsePeriod(text).text : text).meta({ example: '2024-08', pattern: PERIOD_FORMS, maxLength: 21 })

const LARGEST = 1e15
const SMALLEST = 1e-12

/** A figure, within what can be calculated with and shown. */
export const figure = z.number().min(-LARGEST).max(LARGEST)
  .refine(value => value === 0 || Math.abs(value) >= SMALLEST, { error: `is closer to zero than ${SMALLEST}: round it` })
  .meta({ not: { exclusiveMinimum: -SMALLEST, exclusiveMaximum: SMALLEST, not: { const: 0 } } })

/** An ISO 8601 duration of whole years, months, weeks or days. */
export const duration = z.string().refine(isDuration, { error: 'is not a duration of whole years, months, weeks or days: write P1Y, P6M, P2W or P10D' }).meta({ example: 'P1Y', pattern: '^P(?=\\d)(?:\\d{1,9}Y)?(?:\\d{1,9}M)?(?:\\d{1,9}W)?(?:\\d{1,9}D)?$', maxLength: 41 })

/** A whole number of a query, written in digits. To readers of the documentation it is a number. */
export const wholeNumber = (min: number, max: number, description: string) => z.string().regex(/^\d{1,9}$/, { error: 'is not a whole number' }).transform(Number)
  .refine(value => value >= min && value <= max, { error: `is not from ${min} to ${max}` }).optional().meta({ description, type: 'integer', minimum: min, maximum: max, pattern: undefined })

/** A flag in the query: `true` or `false`, nothing else. To readers of the documentation it is a boolean. */
export const flag = (description: string) =>
  z.enum(['true', 'false']).transform(text => text === 'true').optional().meta({ description, type: 'boolean', enum: undefined })

/** The most values that one filter takes: all kommuner, twice over. */
export const MOST_VALUES = 200

/**
 * A filter of a list: one value or several with commas between, any of which will do. Each is read by `value`; the list has none of them twice.
 * Example: `anyOf(z.enum(PLAN_STATUSES), 'Only plans of these states.')` reads `draft,adopted` as `['draft', 'adopted']`
 */
export const anyOf = <T extends z.ZodType<string | number, string>>(value: T, description: string) =>
  values(value).optional().meta({ description: `${description} Several with commas between: any of them.`, ...listSchema(value) })

/** As {@link anyOf}, for what must be given: `needed` says so. */
export const someOf = <T extends z.ZodType<string | number, string>>(value: T, description: string, needed: string) =>
  values(value, needed).meta({ description: `${description} Several with commas between.`, ...listSchema(value) })

const values = <T extends z.ZodType<string | number, string>>(value: T, needed?: string) => z.string(needed === undefined ? {} : { error: needed }).transform((text, context): z.output<T>[] => {
  const texts = [...new Set(text.split(','))]
  if (texts.length > MOST_VALUES) {
    context.addIssue({ code: 'custom', message: `names ${texts.length} values, and at most ${MOST_VALUES} are taken` })
    return z.NEVER
  }
  return texts.map(one => {
    const read = value.safeParse(one)
    for (const { message } of read.error?.issues ?? []) context.addIssue({ code: 'custom', message: `${JSON.stringify(one)}: ${wordingOf(message)}` })
    return read.data as z.output<T>
  })
})

/** How such a list is documented. */
function listSchema (value: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...items } = z.toJSONSchema(value, { io: 'input' })
  return { type: 'array', minItems: 1, maxItems: MOST_VALUES, items }
}

/** A readable, stable id. */
export const slug = z.string().max(100).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'is not an id: lower-case letters a-z, digits and single hyphens, at most 100' })

export const bilingual = z.strictObject({ da: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) })

/**
 * Reads input by a schema, and its texts for what cannot be stored. @returns the value as the schema makes it
 * @throws AppError `invalid_request` with every problem and its place
 * @param at the JSON pointer of the input inside what the caller sent
 */
export function parse<T extends z.ZodType> (schema: T, input: unknown, at = ''): z.output<T> {
  const value = parseShape(schema, input, at)
  const problems = unstorableTexts(input, at)
  if (problems.length > 0) throw refusal(problems)
  return value
}

/** As {@link parse}, for what is read part by part later: texts are not looked at. */
export function parseShape<T extends z.ZodType> (schema: T, input: unknown, at = ''): z.output<T> {
  const result = readSafely(schema, input)
  if (result.success) return result.data
  throw refusal(problemsOf(result.error, at))
}

const refusal = (problems: Problem[]): AppError => new AppError('invalid_request', summaryOf(problems), problems)

/** The largest rule there may be, in a whole plan, is nested 60 levels deep. */
const DEEPEST = 64

/** @throws AppError `invalid_request` where the input is nested deeply: what is wrong in rules inside rules takes zod time and memory by the cube of their depth */
function readSafely<T extends z.ZodType> (schema: T, input: unknown): z.ZodSafeParseResult<z.output<T>> {
  if (isDeeper(input, DEEPEST)) throw new AppError('invalid_request', `The input is nested too deeply: at most ${DEEPEST} levels are read.`)
  return schema.safeParse(input)
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some(one => isDeeper(one, levels - 1)))

/** Every text in some input that a database could not give back as it is. */
export function unstorableTexts (input: unknown, at = ''): Problem[] {
  if (typeof input === 'string') {
    const detail = input.includes('\0') ? 'holds the character U+0000, which cannot be stored: leave it out' : input.isWellFormed() ? null : 'holds half a character (a lone surrogate): send the whole one'
    return detail === null ? [] : [{ pointer: at, code: 'invalid_value', detail }]
  }
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([name, value]) => unstorableTexts(value, `${at}/${escapePointer(name)}`))
}

/** A sentence that names the first problem and how many more there are. */
export function summaryOf (problems: Problem[]): string {
  const [first, ...rest] = problems
  if (first === undefined) return 'The input is not valid.'
  const more = rest.length === 0 ? '' : ` (and ${rest.length} more)`
  return `${first.pointer === '' ? 'The input' : first.pointer}: ${first.detail}${more}`
}

/** How many unknown fields of one object are named: an answer must not be many times what was sent. */
const KEYS_NAMED = 20

/** The problems of a schema's refusal, each with its JSON pointer. */
export function problemsOf (error: z.ZodError, at = ''): Problem[] {
  return error.issues.flatMap(issue => {
    const pointer = at + pointerOf(issue.path)
    if (issue.code === 'unrecognized_keys') {
      const more = issue.keys.length - KEYS_NAMED
      return issue.keys.slice(0, KEYS_NAMED).map((key, at) => ({
        pointer: `${pointer}/${escapePointer(key)}`,
        code: 'unknown_field',
        detail: `is not a field of this object${more > 0 && at === KEYS_NAMED - 1 ? `, nor are ${more} more` : ''}: check its spelling, or leave it out`
      }))
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return unionProblems(issue.errors, pointer, issue.message)
    return [{ pointer, code: issue.code === 'custom' || issue.code === 'invalid_union' ? 'invalid_value' : issue.code, detail: wordingOf(issue.message) }]
  })
}

/** Of a union the problems of the branch that came furthest: the one with the fewest. */
function unionProblems (branches: z.core.$ZodIssue[][], pointer: string, message: string): Problem[] {
  const closest = branches.toSorted((a, b) => a.length - b.length)[0] ?? []
  if (closest.length === 0) return [{ pointer, code: 'invalid_value', detail: wordingOf(message) }]
  return problemsOf({ issues: closest } as unknown as z.ZodError, pointer)
}

const wordingOf = (message: string): string => message.replace(/^Invalid input: /, '').replace(/^(expected .+), received undefined$/, 'is missing, $1')

/** A part of a JSON pointer. */
export const escapePointer = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1')
/** A JSON pointer (RFC 6901) to a path. */
const pointerOf = (path: readonly PropertyKey[]): string => path.map(part => `/${escapePointer(part)}`).join('')
