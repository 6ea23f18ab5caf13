import { AppError } from '../src/domain/errors.ts'
import { DEFAULT_LIMIT, MAX_LIMIT, type Page, questionOf, readCursor, writeCursor } from '../src/services/lists.ts'

export type PageArguments = { first?: number | null, after?: string | null }
type Paging = { limit: number, cursor?: string }
type Key = readonly (string | null)[]

/** How many items a page has. @throws AppError `invalid_request` naming the argument where there cannot be so many */
export function limitOf ({ limit }: { limit?: number | null }, argument = 'limit', [least, most]: readonly [number, number] = [1, MAX_LIMIT]): number {
  const wanted = limit ?? DEFAULT_LIMIT
  if (wanted < least || wanted > most) throw refused(argument, 'invalid_value', `is not a number from ${least} to ${most}`)
  return wanted
}

/**
 * A Relay connection over a list of a service. Each edge's cursor is right for going on after it.
 * @param asked what the service is asked for besides the page, as it makes its cursors of it
 * @param parts how many parts the list's cursors have
 * @param fetch the service's list
 * @param keyOf the parts of the cursor for an item, as the service writes them
 */
export async function connection<T> ({ first, after }: PageArguments, asked: object, parts: number, fetch: (paging: Paging) => Promise<Page<T>>, keyOf: (item: NoInfer<T>) => Key) {
  const question = questionOf(asked)
  const limit = limitOf({ ...first != null && { limit: first } }, 'first')
  const { items, nextCursor } = await fetch({ limit, ...after != null && { cursor: checkedCursor(after, parts, question) } })
  const edges = items.map(node => ({ cursor: writeCursor(keyOf(node), question), node }))
  return {
    edges,
    pageInfo: {
      hasNextPage: nextCursor !== null,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      // Of a short page, which has looked further than its last item, it is where that was.
      endCursor: nextCursor ?? edges.at(-1)?.cursor ?? null
    }
  }
}

function checkedCursor (after: string, parts: number, question: string): string {
  try {
    readCursor(after, parts, question)
    return after
  } catch {
    throw refused('after', 'invalid_cursor', 'is not a cursor of this list with these filters: take endCursor of the last answer, or the cursor of an edge, as it is')
  }
}

const refused = (argument: string, code: string, detail: string): AppError =>
  new AppError('invalid_request', `${argument}: ${detail}`, [{ pointer: `?${argument}`, code, detail }])
