import { type Scope, SCOPES } from '../domain/key.ts'
import type { Actor } from '../services/actor.ts'
import type { SignInSettings } from './settings.ts'

const NAME_LENGTH = 200
/** The last instant of a year of four digits: an end beyond it is none. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59)

/** The claims of a token whose signature, issuer, audience and times were checked. */
export type Claims = { sub: string, exp: number } & Record<string, unknown>

/**
 * The caller that a token describes. What the configuration does not map gives no right.
 * @param kommuneOf the id of the kommune with a code of three or four digits; undefined where there is none
 */
export function actorOf (claims: Claims, settings: SignInSettings, kommuneOf: (code: string) => string | undefined): Actor {
  const roles = rolesOf(claims, settings.scopesClaim)
  const codes = valuesOf(claimOf(claims, settings.kommunerClaim)).flatMap(value => settings.kommuner === null ? [value] : settings.kommuner.get(value) ?? [])
  const kommuner = [...new Set(codes.map(kommuneOf).filter(id => id !== undefined))]
  return {
    id: `oidc:${new URL(settings.issuer).host}:${claims.sub}`,
    name: nameOf(claims, settings.nameClaim),
    ...rightsOf(roles, kommuner, settings),
    indicators: null,
    expiresAt: new Date(Math.min(claims.exp * 1000, LAST_INSTANT)).toISOString()
  }
}

/**
 * A caller has one binding for all its scopes. So the whole country is its only where unbound roles give every scope that it has;
 * else all its scopes are bound to its kommuner, or, where it has none, what its unbound roles give is left.
 */
function rightsOf (roles: readonly string[], kommuner: readonly string[], { scopes, unboundRoles }: SignInSettings): Pick<Actor, 'scopes' | 'kommuner'> {
  const scopesOf = (some: readonly string[]): Scope[] => SCOPES.filter(scope => some.some(role => scopes.get(role)?.includes(scope)))
  const all = scopesOf(roles)
  const wide = scopesOf(roles.filter(role => unboundRoles.has(role)))
  if (wide.includes('admin') || (wide.length > 0 && wide.length === all.length)) return { scopes: all, kommuner: null }
  return kommuner.length === 0 && wide.length > 0 ? { scopes: wide, kommuner: null } : { scopes: all, kommuner }
}

/** The roles in a claim: a list, or one text, which is a list with spaces where OAuth says so (`scope`, and Microsoft's `scp`). */
function rolesOf (claims: Claims, path: string): string[] {
  const value = claimOf(claims, path)
  return typeof value === 'string' && /(^|\.)(scope|scp)$/.test(path) ? value.split(' ') : valuesOf(value)
}

/** The texts in a claim that is one or a list of them; a whole number is its digits. */
const valuesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value as unknown[] : [value]).filter(one => typeof one === 'string' || Number.isSafeInteger(one)).map(String)

/** What is at a path such as `realm_access.roles`. Names of claims may hold dots themselves, so the longest name that fits comes first. */
function claimOf (holder: unknown, path: string): unknown {
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return undefined
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const name = path.slice(0, end)
    if (Object.hasOwn(holder, name)) return end === path.length ? (holder as Record<string, unknown>)[name] : claimOf((holder as Record<string, unknown>)[name], path.slice(end + 1))
  }
  return undefined
}

/** What the caller is called in messages; whoever has no name has an id. */
function nameOf (claims: Claims, path: string): string {
  const names = [claimOf(claims, path), claims.preferred_username, claims.sub]
  const name = names.find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? claims.sub
  return name.trim().slice(0, NAME_LENGTH)
}
