import { AppError } from '../src/domain/errors.ts'
import { MOST_VALUES, unstorableTexts } from '../src/services/input.ts'

/** What a caller left out: GraphQL lets a client write null for it. */
export type Given<T> = { [K in keyof T]?: T[K] | null }

const LONGEST_SEARCH = 200

/**
 * Checks the ids and filters of what is read, as REST checks path and query: nothing can be found by a text that no database holds, and
 * PostgreSQL would not even be asked. What is nested deeper is input, which its service reads.
 * @throws AppError `invalid_request` naming the argument
 */
export function checkTexts (args: { filter?: object | null }): void {
  for (const [name, value] of Object.entries({ ...args, ...args.filter })) {
    const problem = [value].flat().filter(one => typeof one === 'string').flatMap(one => unstorableTexts(one))[0]
    if (problem !== undefined) throw refused(name, problem.detail)
  }
}

/**
 * The filters of a list as its service takes them: without those that are null, and within the bounds that REST sets by its schemas.
 * @throws AppError `invalid_request` naming the argument
 */
export function filtered<T extends object> (args: Given<T> | null | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(args ?? {}).flatMap(([name, value]): [string, unknown][] => {
    if (value === null) return []
    if (name === 'q') return [[name, searched(String(value))]]
    return [[name, Array.isArray(value) ? listed(name, value) : value]]
  })) as Partial<T>
}

function listed (name: string, values: unknown[]): unknown[] {
  const different = [...new Set(values)]
  if (different.length === 0) throw refused(name, 'is an empty list, which nothing could be of: name a value, or leave it out')
  if (different.length > MOST_VALUES) throw refused(name, `names ${different.length} values, and at most ${MOST_VALUES} are taken`)
  return different
}

function searched (text: string): string {
  const words = text.trim()
  if (words === '' || words.length > LONGEST_SEARCH) throw refused('q', `is ${words === '' ? 'empty: leave it out' : `longer than ${LONGEST_SEARCH} characters`}`)
  return words
}

const refused = (argument: string, detail: string): AppError =>
  new AppError('invalid_request', `?${argument}: ${detail}`, [{ pointer: `?${argument}`, code: 'invalid_value', detail }])
