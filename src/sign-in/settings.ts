import { z } from 'zod'
import { type Scope, SCOPES } from '../domain/key.ts'

const LOCAL = ['localhost', '127.0.0.1', '[::1]']
const DEFAULTS = { clockSkew: 30, scopesClaim: 'roles', kommunerClaim: 'kommune', nameClaim: 'name' }

/** Whether keys may be fetched from an address: by https, or by http from this machine, where nobody listens in between. */
export function isSafeUrl (text: string): boolean {
  const url = URL.parse(text)
  if (url === null || /\s/.test(text) || url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.includes(url.hostname))
}

const safeUrl = z.string().refine(isSafeUrl)
const claim = z.string().regex(/^[\x21-\x7e]{1,200}$/)
const table = z.string().transform(readTable)

/** The variables of sign-in, beside the others in config.ts. */
export const signInVariables = {
  OIDC_ISSUER: safeUrl.refine(text => !/[?#]/.test(text)).optional(),
  OIDC_AUDIENCE: z.string().regex(/^\S{1,500}$/).optional(),
  OIDC_JWKS_URL: safeUrl.optional(),
  OIDC_CLOCK_SKEW: z.string().regex(/^\d{1,3}$/).transform(Number).refine(seconds => seconds <= 300).optional(),
  OIDC_SCOPES_CLAIM: claim.optional(),
  OIDC_SCOPES: table.pipe(z.map(z.string(), z.array(z.enum(SCOPES)).min(1))).optional(),
  OIDC_UNBOUND_ROLES: z.string().transform(text => new Set(piecesOf(text, ','))).optional(),
  OIDC_KOMMUNER_CLAIM: claim.optional(),
  OIDC_KOMMUNER: table.pipe(z.map(z.string(), z.array(z.string().regex(/^\d{3,4}$/)).min(1))).optional(),
  OIDC_NAME_CLAIM: claim.optional()
}

type Variables = z.output<z.ZodObject<typeof signInVariables>>

export const signInRemedies: Record<keyof Variables, string> = {
  OIDC_ISSUER: 'the issuer of tokens exactly as they name it, such as https://login.example.dk/realms/kommune (http only for localhost); the other OIDC_ variables need it',
  OIDC_AUDIENCE: 'what the issuer writes into aud of the tokens for this server; OIDC_ISSUER needs it',
  OIDC_JWKS_URL: 'the https address of the issuer\'s keys (http only for localhost), where its discovery document does not tell it',
  OIDC_CLOCK_SKEW: 'seconds from 0 to 300',
  OIDC_SCOPES_CLAIM: 'the name of the claim that holds roles, such as roles or realm_access.roles',
  OIDC_SCOPES: `what each role may do, as role=scope,scope;role2=scope or as JSON {"role": ["scope"]}; the scopes are ${SCOPES.join(', ')}; OIDC_ISSUER needs it`,
  OIDC_UNBOUND_ROLES: 'the roles of OIDC_SCOPES that hold for the whole country, with commas between; each role with the scope admin must be among them',
  OIDC_KOMMUNER_CLAIM: 'the name of the claim that holds kommuner, such as kommune or org.cvr',
  OIDC_KOMMUNER: 'the kommuner that each value of the claim stands for, as value=0250;value2=0316,0260 or as JSON {"value": ["0250"]}',
  OIDC_NAME_CLAIM: 'the name of the claim that holds the caller\'s name, such as name or email'
}

/** Reports what one variable alone cannot tell: what is missing beside another, and an admin role that nobody said is for the whole country. */
export function checkSignIn (given: Variables, context: Pick<z.RefinementCtx, 'addIssue'>): void {
  const refuse = (name: keyof Variables): void => { context.addIssue({ code: 'custom', path: [name] }) }
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_SCOPES: scopes, OIDC_UNBOUND_ROLES: unbound = new Set() } = given
  if (issuer === undefined) {
    if (Object.keys(signInVariables).some(name => given[name as keyof Variables] !== undefined)) refuse('OIDC_ISSUER')
    return
  }
  if (audience === undefined) refuse('OIDC_AUDIENCE')
  if (scopes === undefined) return refuse('OIDC_SCOPES')
  const admins = [...scopes].filter(([, given]) => given.includes('admin')).map(([role]) => role)
  if (admins.some(role => !unbound.has(role)) || [...unbound].some(role => !scopes.has(role))) refuse('OIDC_UNBOUND_ROLES')
}

/** What sign-in by tokens needs to know. `kommuner` null: the claim holds the codes themselves. */
export type SignInSettings = {
  issuer: string
  audience: string
  jwksUrl: string | null
  /** Seconds that the clocks of issuer and server may differ. */
  clockSkew: number
  scopesClaim: string
  scopes: ReadonlyMap<string, readonly Scope[]>
  unboundRoles: ReadonlySet<string>
  kommunerClaim: string
  kommuner: ReadonlyMap<string, readonly string[]> | null
  nameClaim: string
}

/** The settings of a configuration that was checked; null where no issuer is configured. */
export function signInOf (config: Readonly<Variables>): SignInSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_SCOPES: scopes } = config
  if (issuer === undefined || audience === undefined || scopes === undefined) return null
  return {
    issuer,
    audience,
    jwksUrl: config.OIDC_JWKS_URL ?? null,
    clockSkew: config.OIDC_CLOCK_SKEW ?? DEFAULTS.clockSkew,
    scopesClaim: config.OIDC_SCOPES_CLAIM ?? DEFAULTS.scopesClaim,
    scopes,
    unboundRoles: config.OIDC_UNBOUND_ROLES ?? new Set(),
    kommunerClaim: config.OIDC_KOMMUNER_CLAIM ?? DEFAULTS.kommunerClaim,
    kommuner: config.OIDC_KOMMUNER ?? null,
    nameClaim: config.OIDC_NAME_CLAIM ?? DEFAULTS.nameClaim
  }
}

/**
 * A table as operators write it: `one=a,b;two=c`, or JSON where names hold a semicolon.
 * @returns what each name stands for; null where it cannot be read, or names one twice
 */
function readTable (text: string): Map<string, unknown> | null {
  const rows = text.trimStart().startsWith('{') ? jsonRows(text) : piecesOf(text, ';').map(rowOf)
  const found = new Map(rows)
  return found.size === 0 || found.size < rows.length || found.has('') ? null : found
}

/** One row: the last equals sign ends the name, so that a name such as `cn=plan,ou=kommune` may hold some. */
function rowOf (row: string): [string, string[]] {
  const end = row.lastIndexOf('=')
  return end === -1 ? ['', []] : [row.slice(0, end).trim(), piecesOf(row.slice(end + 1), ',')]
}

function jsonRows (text: string): [string, unknown][] {
  try {
    return Object.entries(JSON.parse(text) as object).map(([name, value]) => [name, typeof value === 'string' ? piecesOf(value, ',') : value])
  } catch {
    return []
  }
}

const piecesOf = (text: string, separator: string): string[] => text.split(separator).map(piece => piece.trim()).filter(piece => piece !== '')
