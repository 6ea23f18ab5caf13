import { z } from 'zod'
import type { Actor } from '../../../src/services/actor.ts'
import type { Services } from '../../../src/services/index.ts'
import { parse } from '../../../src/services/input.ts'
import { type Context, forget } from '../../context.ts'
import { CHANGE_COST } from '../../cost.ts'
import { type UserError, userErrorsOf } from '../../user-errors.ts'

/** The arguments that a caller gave: null is as good as absent, but inside `input`. */
export type Given = Record<string, unknown>
/** What a payload holds beside its errors. */
type Outcome = Record<string, unknown>
/** A change: it is made by a service. */
type Change<Args> = (services: Services, actor: Actor, args: Args) => Promise<Outcome>

/** What is the same of every mutation; each input is read by its own service, and what is JSON text too. */
const common = z.looseObject({ reason: z.string().max(2000).optional() })
const REFUSED: Outcome = { created: false, changed: false, changes: [], warnings: [], proposals: [] }

/**
 * The resolver of a mutation: makes a change, and lets what follows in the same request read what it made. What the sender can mend comes
 * back as `userErrors`; the rest is thrown. The arguments are of the types that the schema names, so they are only cast.
 * @param places what arguments are called where the service calls them something else, by the service's name
 */
export function mutation<Args extends object> (change: Change<Args>, places: Record<string, string> = {}) {
  return async (_: unknown, sent: Given, context: Context): Promise<Outcome & { userErrors: UserError[] }> => {
    const args = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null))
    context.budget.spend(CHANGE_COST)
    const validateOnly = args.validateOnly === true || args.dryRun === true
    try {
      const { document: _document, ...texts } = args
      parse(common, texts)
      return { ...await change(context.services, context.actor, args as Args), validateOnly, userErrors: [] }
    } catch (error) {
      const userErrors = userErrorsOf(error, args).map(one => ({ ...one, path: renamed(one.path, places) }))
      return { ...REFUSED, validateOnly, userErrors }
    } finally {
      forget(context)
    }
  }
}

const renamed = ([head, ...rest]: string[], places: Record<string, string>): string[] =>
  head === undefined ? [] : [places[head] ?? head, ...rest]

/** An input without what is null: absent and null are the same of a new thing, but for a segment, of which null is the whole. */
export function withoutNulls (value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([name, part]) => part !== null || name === 'segment').map(([name, part]) => [name, withoutNulls(part)]))
}

/** A patch, in which null clears: only inside its lists, which are replaced whole, it is as good as absent. */
export function patchOf (value: unknown): unknown {
  if (Array.isArray(value)) return withoutNulls(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, patchOf(part)]))
}
