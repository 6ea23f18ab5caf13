import type { Context } from './context.ts'
import { checkTexts } from './filters.ts'
import * as access from './resolvers/access.ts'
import * as areas from './resolvers/areas.ts'
import * as audit from './resolvers/audit.ts'
import * as changes from './resolvers/changes.ts'
import * as comparison from './resolvers/comparison.ts'
import * as events from './resolvers/events.ts'
import * as figures from './resolvers/figures.ts'
import { Mutation } from './resolvers/mutations/index.ts'
import * as payloads from './resolvers/mutations/payloads.ts'
import * as plans from './resolvers/plans.ts'
import { Query } from './resolvers/query.ts'
import * as statuses from './resolvers/statuses.ts'

type Resolver = (parent: never, args: never, context: Context) => unknown

/** The same types, each of whose fields does more. The casts hold because nothing else changes. */
function each<Types extends Record<string, object>> (types: Types, more: (resolve: Resolver) => Resolver): Types {
  const ofType = (fields: object): object => Object.fromEntries(Object.entries(fields as Record<string, Resolver>)
    .map(([name, resolve]) => [name, name === 'resolveType' ? resolve : more(resolve)]))
  return Object.fromEntries(Object.entries(types).map(([type, fields]) => [type, ofType(fields)])) as Types
}

/** The same fields, refusing texts that no database holds. */
const checked = <Types extends Record<string, object>>(types: Types): Types => each(types, resolve => (parent, args, context) => {
  checkTexts(args)
  return resolve(parent, args, context)
})

/** The same fields, whose answers the gathering of what lies below them waits for: all of a level is then fetched at once. */
function held<Fields extends Record<string, Resolver>> (fields: Fields): Fields {
  const hold = (resolve: Resolver): Resolver => (parent, args, context) => context.loaders.during(context.budget.within(async () => await resolve(parent, args, context)))
  return Object.fromEntries(Object.entries(fields).map(([name, resolve]) => [name, hold(resolve)])) as Fields
}

/** The same fields, each counting the things in its answer against what the request may cost. */
const counting = <Types extends Record<string, object>>(types: Types): Types => each(types, resolve => (parent, args, context) => {
  const { budget, loaders } = context
  const answer = resolve(parent, args, context)
  if (!(answer instanceof Promise)) return budget.counted(answer)
  return answer.then(value => {
    budget.counted(value)
    const pause = budget.pause()
    // Held, so that the rest of the level is still gathered together.
    return pause === undefined ? value : loaders.during(pause).then(() => value)
  })
})

/** What each field does that is not simply read from its record, by type. A mutation checks its texts itself, for it tells of them in its answer. */
export const resolvers = counting({ Mutation, ...checked({ Query: held(Query), ...access, ...areas, ...audit, ...changes, ...comparison, ...events, ...figures, ...payloads, ...plans, ...statuses }) })
