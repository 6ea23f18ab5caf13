import type { Claimed } from '../domain/claimed.ts'
import { AppError } from '../domain/errors.ts'
import type { Scope } from '../domain/key.ts'

/**
 * Who asks: a key with its scopes. It may be bound to some kommuner and to some indicators; null is not bound. `requestId` is the request
 * that it asks in, where it asks in one, and `claimed` the Idempotency-Key that it came with.
 */
export type Actor = {
  id: string
  name: string
  scopes: readonly Scope[]
  kommuner: readonly string[] | null
  indicators: readonly string[] | null
  expiresAt: string | null
  requestId?: string | null
  claimed?: Claimed
}

/** Someone without a key: may read what is adopted. */
export const ANONYMOUS: Actor = { id: 'anonymous', name: 'anonymous', scopes: [], kommuner: null, indicators: null, expiresAt: null }
/** The server itself, when it loads its seed. */
export const SEED_ACTOR: Actor = { ...ANONYMOUS, id: 'seed', name: 'seed', scopes: ['admin'] }
/** The server itself, when it makes the first key. */
export const SERVER_ACTOR: Actor = { ...SEED_ACTOR, id: 'server', name: 'server' }
/** Whoever runs the server's commands. */
export const OPERATOR: Actor = { ...SEED_ACTOR, id: 'operator', name: 'operator' }

/** Whether the actor has a scope; `admin` includes the rest. */
const may = (actor: Actor, scope: Scope): boolean => actor.scopes.includes(scope) || actor.scopes.includes('admin')

/** Whether the actor may act for an area: any, unless its key is bound to kommuner. */
export const actsFor = (actor: Actor, area: string): boolean => actor.kommuner === null || actor.kommuner.includes(area)

/** Whether the actor may write figures of an indicator: any, unless its key is bound to indicators. */
export const measures = (actor: Actor, indicator: string): boolean => actor.indicators === null || actor.indicators.includes(indicator)

/** @throws AppError `forbidden` where the actor may not write figures of the series */
export function requireSeries (actor: Actor, { indicator, area }: { indicator: string, area: string }): void {
  if (!actsFor(actor, area)) throw new AppError('forbidden', `The key ${actor.name} is not for ${area}.`)
  if (!measures(actor, indicator)) throw new AppError('forbidden', `The key ${actor.name} is not for ${indicator}.`)
}

/** Whose drafts the actor sees: nobody's, everybody's, or those of the kommuner that its key is bound to. */
export const draftsSeenBy = (actor: Actor): boolean | readonly string[] => may(actor, 'drafts:read') && (actor.kommuner ?? true)

/**
 * Refuses an actor without a scope, or bound to other kommuner. What `admin` is for is the whole country's, so a bound key may not do it.
 * @throws AppError `unauthenticated` where there is no key, `forbidden` naming the scope or kommune that is missing
 */
export function requireScope (actor: Actor, scope: Scope, kommune?: string): void {
  if (actor === ANONYMOUS) throw new AppError('unauthenticated', `This needs a key with the scope ${scope}: send it as Authorization: Bearer <key>.`)
  if (!may(actor, scope)) throw new AppError('forbidden', `The key ${actor.name} lacks the scope ${scope}.`)
  if (scope === 'admin' && actor.kommuner !== null) throw new AppError('forbidden', `The key ${actor.name} is bound to kommuner, and this concerns them all.`)
  if (kommune !== undefined && !actsFor(actor, kommune)) throw new AppError('forbidden', `The key ${actor.name} is not for the kommune ${kommune}.`)
}
