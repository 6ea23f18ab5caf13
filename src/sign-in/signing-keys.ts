import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import { isSafeUrl, type SignInSettings } from './settings.ts'

const TIMEOUT_MS = 5_000
/** After so long the keys are fetched again, so that one which the issuer withdrew is no longer taken. */
const FRESH_MS = 10 * 60_000
/** So long known keys go on where the issuer cannot be reached. */
const KEPT_MS = 24 * 3_600_000
/** A key that is not known makes the server ask the issuer once in so long; after a failure sooner. */
const COOLDOWN_MS = 30_000
const RETRY_MS = 5_000

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string().refine(isSafeUrl) })

export type Surroundings = {
  /** The clock. */
  now: () => Date
  fetch?: typeof globalThis.fetch
  /** Told why the issuer's keys could not be fetched. */
  onTrouble?: (error: unknown) => void
}

/**
 * The issuer's keys, fetched when they are first needed. jose's own remote set does not fit: it drops known keys when the issuer is down,
 * asks it again for every token then, and reads the clock of the process.
 * @returns a finder of keys for `jwtVerify`, which throws AppError `unavailable` where only the issuer could tell, and cannot be asked
 */
export function createSigningKeys ({ issuer, jwksUrl }: SignInSettings, { now, fetch = globalThis.fetch, onTrouble = () => undefined }: Surroundings): JWTVerifyGetKey {
  let known: ReturnType<typeof createLocalJWKSet> | undefined
  let fetchedAt = -Infinity
  let triedAt = -Infinity
  let hasFailed = false
  let fetching: Promise<void> | undefined
  const since = (instant: number): number => now().getTime() - instant

  async function fetchKeys (): Promise<void> {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const read = (url: string): Promise<unknown> => readJson(url, { fetch, signal })
    triedAt = now().getTime()
    try {
      const url = jwksUrl ?? keysUrlOf(await read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`), issuer)
      known = createLocalJWKSet(await read(url) as JSONWebKeySet)
      fetchedAt = triedAt
      hasFailed = false
    } catch (error) {
      hasFailed = true
      onTrouble(error)
    }
  }

  /** Fetches the keys once for all who wait, unless that was done a moment ago. */
  async function refresh (): Promise<void> {
    if (fetching === undefined && since(triedAt) < (hasFailed ? RETRY_MS : COOLDOWN_MS)) return
    fetching ??= fetchKeys().finally(() => { fetching = undefined })
    await fetching
  }

  return async (header, token) => {
    if (since(fetchedAt) >= KEPT_MS) known = undefined
    // Only one request waits for keys to be renewed: the rest go on with those that are known.
    if (known === undefined || (since(fetchedAt) >= FRESH_MS && fetching === undefined)) await refresh()
    try {
      if (known !== undefined) return await known(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
    }
    await refresh()
    if (known === undefined || hasFailed) throw new AppError('unavailable', 'The key that the token is signed with cannot be fetched from its issuer: try again in a moment.')
    return await known(header, token)
  }
}

/** @throws Error where an address does not answer with JSON in time; it follows no redirects */
async function readJson (url: string, { fetch, signal }: { fetch: typeof globalThis.fetch, signal: AbortSignal }): Promise<unknown> {
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
  return await response.json()
}

function keysUrlOf (document: unknown, issuer: string): string {
  const found = discovery.safeParse(document)
  if (!found.success) throw new Error(`The discovery document of ${issuer} names no jwks_uri that is https: set OIDC_JWKS_URL.`)
  if (found.data.issuer !== issuer) throw new Error(`The discovery document of ${issuer} is of the issuer ${found.data.issuer}: write OIDC_ISSUER exactly so.`)
  return found.data.jwks_uri
}
