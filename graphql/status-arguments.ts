import type { GroupField } from '../src/services/status-groups.ts'
import { MOST_STATUSES, type StatusesQuery } from '../src/services/statuses.ts'
import { limitOf } from './connections.ts'
import { given } from './resolvers/query.ts'

type Nullable<T> = { [K in keyof T]?: T[K] | null }
/** What `statuses` is asked with; the words of its enums are in small letters. */
export type StatusesArguments = Nullable<Pick<StatusesQuery, 'asOf' | 'knownAt' | 'limit' | 'cursor'>> & {
  filter?: Nullable<Omit<StatusesQuery, 'asOf' | 'knownAt' | 'limit' | 'cursor' | 'sort' | 'groupBy'>> | null
  groupBy?: string[] | null
  sort?: string | null
}

/** `national_goal` is nationalGoal in REST, `status_desc` -status. */
const fieldOf = (word: string): GroupField => word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as GroupField
const sortOf = (word: string): string => word.endsWith('_desc') ? `-${word.slice(0, -'_desc'.length)}` : word

/** The same question in the words of REST. @throws AppError `invalid_request` */
export const statusesQueryOf = ({ filter, groupBy, sort, limit, ...args }: StatusesArguments): StatusesQuery => ({
  ...given(filter),
  ...given(args),
  ...groupBy != null && groupBy.length > 0 && { groupBy: [...new Set(groupBy.map(fieldOf))] },
  sort: sortOf(sort ?? 'target'),
  limit: limitOf({ limit: limit ?? null }, 'limit', [0, MOST_STATUSES])
})
