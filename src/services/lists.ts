import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import { unstorableTexts, wholeNumber } from './input.ts'

export const DEFAULT_LIMIT = 50
export const MAX_LIMIT = 500

/** How every list is asked for, page by page. */
export const paging = {
  limit: wholeNumber(1, MAX_LIMIT, `Items a page: 1 to ${MAX_LIMIT}.`),
  cursor: z.string().max(2000).optional().meta({ description: 'Where to go on: the last answer\'s `nextCursor`.' })
}

export type Page<T> = { items: T[], nextCursor: string | null }
export type Paging = { limit?: number, cursor?: string }
type Listing = Paging & { sort?: string, of: string }

/**
 * What a list is asked for, whatever the page, in a few letters: a cursor is right only for the question that it was made for. The order in
 * which filters and their values are written makes no difference.
 * @param asked the whole query, `limit` and `cursor` too
 */
export function questionOf (asked: object): string {
  const filters = Object.entries(asked).filter(([name, value]) => name !== 'limit' && name !== 'cursor' && value !== undefined)
  if (filters.length === 0) return ''
  const sorted = filters.map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? [...new Set(value)].sort() : value]).sort(([a], [b]) => byCodeUnits(a, b))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 8)
}

/** A cursor holds the key of the last item shown, so it stays right while data changes, and the question (see {@link questionOf}). */
export const writeCursor = (key: readonly (string | null)[], question = ''): string => Buffer.from(JSON.stringify([question, ...key])).toString('base64url')

/** @throws AppError `invalid_request` where the cursor was not made by {@link writeCursor} with so many parts for the same question */
export function readCursor (cursor: string, parts: number, question = ''): (string | null)[] {
  const [asked, ...key] = partsOf(cursor)
  if (key.length !== parts) throw refusedCursor('is not a cursor of this list: take nextCursor of the last answer as it is')
  if (asked !== question) throw refusedCursor('was given for another question: send it with the filters and the sort that it came with, or begin again without it')
  return key
}

function partsOf (cursor: string): (string | null)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) && parts.every(part => part === null || typeof part === 'string') && unstorableTexts(parts).length === 0 ? parts as (string | null)[] : []
  } catch {
    return []
  }
}

/** The refusal of a cursor. */
export const refusedCursor = (detail: string): AppError => new AppError('invalid_request', `?cursor: ${detail}`, [{ pointer: '?cursor', code: 'invalid_cursor', detail }])

/** A whole number of a cursor. @throws AppError `invalid_request` */
export function numberOf (part: string | null | undefined): number {
  if (part != null && /^\d{1,9}$/.test(part)) return Number(part)
  throw refusedCursor('is not a cursor of this list: take nextCursor of the last answer as it is')
}

/** The page of items fetched with one more than the limit: what is left tells whether there is a next page. */
export function pageOf<T> (fetched: T[], limit: number, keyOf: (item: T) => readonly (string | null)[], question = ''): Page<T> {
  const items = fetched.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: fetched.length > limit && last !== undefined ? writeCursor(keyOf(last), question) : null }
}

/** What a list of named things is searched for. */
export const searched = (where: string) => z.string().trim().min(1).max(200).optional().meta({ description: `Only those with all of these words, or parts of words, in ${where}. Capitals and accents make no difference; æ, ø and å may be written ae, oe and aa.`, example: 'sygedag' })

/** Whether texts hold every word that is searched for; see {@link searched}. All do where nothing is. */
export function holdsWords (q: string | undefined, texts: readonly (string | null)[]): boolean {
  if (q === undefined) return true
  const held = folded(texts.filter(text => text !== null).join(' '))
  return folded(q).split(' ').every(word => held.includes(word))
}

const LETTERS: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa' }
/** A text as it is searched in: small letters without accents; the Danish letters as they are written where there are none. */
const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/[æøå]/g, letter => LETTERS[letter]!).normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim()

/** A field that a small closed list can be sorted by. */
export type SortKeys<T> = Record<string, (item: T) => string>
/** How Danes sort, numbers by their size. */
export const collator = new Intl.Collator('da', { numeric: true })
/** Tells apart what sorts as equal, such as `x-1` and `x-01`: a page would otherwise skip one of them. */
const byCodeUnits = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0

/** The `sort` parameter over some fields: a name, or `-name` for descending. */
export const sortBy = (names: readonly [string, ...string[]]) =>
  z.enum(names.flatMap(name => [name, `-${name}`]) as [string, ...string[]]).optional().meta({ description: 'The field to sort by; - before it for descending.' })

/** Whether a list goes backwards. */
export const isDescending = (sort: string): boolean => sort.startsWith('-')

/**
 * A small closed list, whole unless a limit is given. Text is sorted as Danes do. `sort` is a key of `keys`, `-` before it for descending.
 * @param query the whole query, filters too, and what it is a list of: cursors are for it alone
 */
export function closedList<T extends { id: string }> (all: readonly T[], keys: SortKeys<T>, query: Listing): Page<T> {
  const { limit, cursor, sort = 'id' } = query
  const question = questionOf(query)
  const descending = isDescending(sort)
  const keyOf = keys[descending ? sort.slice(1) : sort] ?? (item => item.id)
  const compare = (a: readonly string[], b: readonly string[]): number =>
    (descending ? -1 : 1) * collator.compare(a[0] ?? '', b[0] ?? '') || collator.compare(a[1] ?? '', b[1] ?? '') || byCodeUnits(a[1] ?? '', b[1] ?? '')
  const keyed = all.map(item => ({ item, key: [keyOf(item), item.id] })).sort((a, b) => compare(a.key, b.key))
  const after = cursor === undefined ? null : readCursor(cursor, 2, question).map(part => part ?? '')
  const rest = after === null ? keyed : keyed.filter(({ key }) => compare(key, after) > 0)
  const { items, nextCursor } = pageOf(rest, limit ?? (rest.length || 1), ({ key }) => key, question)
  return { items: items.map(({ item }) => item), nextCursor }
}

/** A {@link closedList} of things that are told apart by something else than an id. */
export function pageBy<T extends object> (all: readonly T[], idOf: (item: T) => string, keys: SortKeys<T>, query: Listing): Page<T> {
  const keysOfItem = Object.fromEntries(Object.entries(keys).map(([name, keyOf]) => [name, ({ item }: { item: T }) => keyOf(item)]))
  const { items, nextCursor } = closedList(all.map(item => ({ id: idOf(item), item })), keysOfItem, query)
  return { items: items.map(({ item }) => item), nextCursor }
}
