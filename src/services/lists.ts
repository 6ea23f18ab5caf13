import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import { wholeNumber } from './input.ts'

export const DEFAULT_LIMIT = 50
export const MAX_LIMIT = 500

/** How every list is asked for, page by page. */
export const paging = {
  limit: wholeNumber(1, MAX_LIMIT, `Items a page: 1 to ${MAX_LIMIT}.`),
  cursor: z.string().max(2000).optional().meta({ description: 'Where to go on: the last answer\'s `nextCursor`.' })
}

export type Page<T> = { items: T[], nextCursor: string | null }
export type Paging = { limit?: number, cursor?: string }

/** A cursor holds the key of the last item shown, so it stays right while data changes. */
export const writeCursor = (key: readonly (string | null)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** @throws AppError `invalid_request` where the cursor was not made by {@link writeCursor} with so many parts */
export function readCursor (cursor: string, parts: number): (string | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(key) && key.length === parts && key.every(part => part === null || typeof part === 'string')) return key as (string | null)[]
  } catch {}
  const detail = 'is not a cursor of this list: take nextCursor of the last answer as it is'
  throw new AppError('invalid_request', `?cursor ${detail}`, [{ pointer: '?cursor', code: 'invalid_cursor', detail }])
}

/** The page of items fetched with one more than the limit: what is left tells whether there is a next page. */
export function pageOf<T> (fetched: T[], limit: number, keyOf: (item: T) => readonly (string | null)[]): Page<T> {
  const items = fetched.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: fetched.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null }
}

/** A field that a small closed list can be sorted by. */
export type SortKeys<T> = Record<string, (item: T) => string>
const collator = new Intl.Collator('da', { numeric: true })
/** Tells apart what sorts as equal, such as `x-1` and `x-01`: a page would otherwise skip one of them. */
const byCodeUnits = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0

/** The `sort` parameter over some fields: a name, or `-name` for descending. */
export const sortBy = (names: readonly [string, ...string[]]) =>
  z.enum(names.flatMap(name => [name, `-${name}`]) as [string, ...string[]]).optional().meta({ description: 'The field to sort by; - before it for descending.' })

/** A small closed list, whole unless a limit is given. Text is sorted as Danes do. `sort` is a key of `keys`, `-` before it for descending. */
export function closedList<T extends { id: string }> (all: readonly T[], keys: SortKeys<T>, { limit, cursor, sort = 'id' }: Paging & { sort?: string }): Page<T> {
  const descending = sort.startsWith('-')
  const keyOf = keys[descending ? sort.slice(1) : sort] ?? (item => item.id)
  const compare = (a: readonly string[], b: readonly string[]): number =>
    (descending ? -1 : 1) * collator.compare(a[0] ?? '', b[0] ?? '') || collator.compare(a[1] ?? '', b[1] ?? '') || byCodeUnits(a[1] ?? '', b[1] ?? '')
  const keyed = all.map(item => ({ item, key: [keyOf(item), item.id] })).sort((a, b) => compare(a.key, b.key))
  const after = cursor === undefined ? null : readCursor(cursor, 2).map(part => part ?? '')
  const rest = after === null ? keyed : keyed.filter(({ key }) => compare(key, after) > 0)
  const { items, nextCursor } = pageOf(rest, limit ?? (rest.length || 1), ({ key }) => key)
  return { items: items.map(({ item }) => item), nextCursor }
}
