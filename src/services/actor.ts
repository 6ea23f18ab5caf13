import { AppError } from '../domain/errors.ts'

export const SCOPES = ['measurements:write', 'plans:write', 'drafts:read', 'admin'] as const
export type Scope = typeof SCOPES[number]

/** Who asks: a key with its scopes, bound to some kommuner or (null) to none. */
export type Actor = { id: string, name: string, scopes: readonly Scope[], kommuner: readonly string[] | null }

/** Someone without a key: may read what is adopted. */
export const ANONYMOUS: Actor = { id: 'anonymous', name: 'anonymous', scopes: [], kommuner: null }
/** The server itself, when it loads its seed. */
export const SEED_ACTOR: Actor = { id: 'seed', name: 'seed', scopes: ['admin'], kommuner: null }

/** Whether the actor has a scope; `admin` includes the rest. */
export const may = (actor: Actor, scope: Scope): boolean => actor.scopes.includes(scope) || actor.scopes.includes('admin')

/** Whether the actor may act for an area: any, unless its key is bound to kommuner. */
export const actsFor = (actor: Actor, area: string): boolean => actor.kommuner === null || actor.kommuner.includes(area)

/**
 * Refuses an actor without a scope, or bound to other kommuner.
 * @throws AppError `unauthenticated` where there is no key, `forbidden` naming the scope or kommune that is missing
 */
export function requireScope (actor: Actor, scope: Scope, kommune?: string): void {
  if (actor === ANONYMOUS) throw new AppError('unauthenticated', `This needs a key with the scope ${scope}: send it as Authorization: Bearer <key>.`)
  if (!may(actor, scope)) throw new AppError('forbidden', `The key ${actor.name} lacks the scope ${scope}.`)
  if (kommune !== undefined && !actsFor(actor, kommune)) throw new AppError('forbidden', `The key ${actor.name} is not for the kommune ${kommune}.`)
}
