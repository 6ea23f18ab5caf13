import type { Context } from './context.ts'
import * as areas from './resolvers/areas.ts'
import * as mutation from './resolvers/mutation.ts'
import * as plans from './resolvers/plans.ts'
import { Query } from './resolvers/query.ts'
import * as statuses from './resolvers/statuses.ts'

type Resolver = (parent: never, args: never, context: Context) => unknown

/** The same fields, whose answers the gathering of what lies below them waits for: all of a level is then fetched at once. */
function held<Fields extends Record<string, Resolver>> (fields: Fields): Fields {
  const hold = (resolve: Resolver): Resolver => (parent, args, context) => context.loaders.during(Promise.resolve(resolve(parent, args, context)))
  return Object.fromEntries(Object.entries(fields).map(([name, resolve]) => [name, hold(resolve)])) as Fields
}

/** What each field does that is not simply read from its record, by type. */
export const resolvers = { Query: held(Query), ...areas, ...mutation, ...plans, ...statuses }
