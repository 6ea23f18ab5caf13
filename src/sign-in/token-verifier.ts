import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { AppError } from '../domain/errors.ts'
import type { Actor } from '../services/actor.ts'
import type { Reference } from '../services/reference.ts'
import { actorOf, type Claims } from './claims.ts'
import type { SignInSettings } from './settings.ts'
import { createSigningKeys, type Surroundings } from './signing-keys.ts'

/** Signatures whose key to check is public. With a shared secret, whoever can check tokens could make them. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
/** What a token may say that it is; other kinds, such as logout+jwt, let nobody in. */
const TYPES = ['jwt', 'at+jwt']
const SUBJECT = /^[\x20-\x7e]{1,255}$/

const refused = (reason: string): AppError => new AppError('unauthenticated', `The token ${reason}`)

/** Lets in who sends a token of the configured issuer. It keeps nothing of a token: each request is judged by its own. */
export function createTokenVerifier (settings: SignInSettings, { reference, ...surroundings }: Surroundings & { reference: Pick<Reference, 'areas'> }) {
  const keyFor = createSigningKeys(settings, surroundings)

  /** The token in an `Authorization` header; undefined where there is none, and what is there may be a key. */
  function tokenIn (header: string | undefined): string | undefined {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(header ?? '')?.[1]
    return token !== undefined && read(() => decodeProtectedHeader(token)) !== null ? token : undefined
  }

  /**
   * Who sends a token.
   * @throws AppError `unauthenticated` with the reason, or `unavailable` where the issuer's keys are needed and cannot be fetched
   */
  async function verify (token: string): Promise<Actor> {
    const claims = await claimsIn(token, settings, { keyFor, now: surroundings.now() })
    const kommuneOf = await kommuner()
    return actorOf(claims, settings, kommuneOf)
  }

  async function kommuner (): Promise<(code: string) => string | undefined> {
    const { resolve } = await reference.areas()
    return code => {
      const area = /^\d{3,4}$/.test(code) ? resolve(code) : undefined
      return area?.kind === 'kommune' ? area.id : undefined
    }
  }

  /** @throws Error that names the kommuner of the configuration that there are not */
  async function checkKommuner (): Promise<void> {
    const kommuneOf = await kommuner()
    const unknown = [...settings.kommuner?.values() ?? []].flat().filter(code => kommuneOf(code) === undefined)
    if (unknown.length > 0) throw new Error(`OIDC_KOMMUNER names ${unknown.join(', ')}, and there is no such kommune: see /v1/kommuner.`)
  }

  return { tokenIn, verify, checkKommuner }
}

/** The claims of a token that holds: signed by a key of the issuer, for this server, now. */
async function claimsIn (token: string, { issuer, audience, clockSkew }: SignInSettings, { keyFor, now }: { keyFor: JWTVerifyGetKey, now: Date }): Promise<Claims> {
  const typ = read(() => decodeProtectedHeader(token))?.typ
  if (typ !== undefined && !(typeof typ === 'string' && TYPES.includes(typ.toLowerCase().replace(/^application\//, '')))) throw refused(`is of another type than ${TYPES.join(' and ')}.`)
  // Before its signature, and only to refuse: what another issuer signed need not make the server ask for keys.
  if (read(() => decodeJwt(token))?.iss !== issuer) throw refused(`is not of the issuer ${issuer}.`)
  try {
    const { payload } = await jwtVerify(token, keyFor, { issuer, audience, clockTolerance: clockSkew, algorithms: ALGORITHMS, requiredClaims: ['exp', 'sub'], currentDate: now })
    const { sub = '', exp = NaN } = payload
    if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw refused('has a sub that is not up to 255 ASCII characters.')
    return { ...payload, sub, exp }
  } catch (error) {
    throw error instanceof AppError ? error : refused(reasonOf(error))
  }
}

/** What was read; null where it cannot be. */
function read<Found> (reader: () => Found): Found | null {
  try {
    return reader()
  } catch {
    return null
  }
}

/** Why a token does not hold, in words; what jose says goes no further, for it carries the claims. */
function reasonOf (error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'has expired: sign in again.'
  if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error)
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'has a signature that does not fit: it was changed, or signed with another key.'
  if (error instanceof errors.JWKSNoMatchingKey) return 'is signed with a key that its issuer does not publish; where the key is new, try again in half a minute.'
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'does not tell with which of the issuer\'s keys it is signed: it needs a kid.'
  if (error instanceof errors.JOSEAlgNotAllowed) return `is signed in a way that is not taken: use one of ${ALGORITHMS.join(', ')}.`
  return 'cannot be read or its signature cannot be checked: ask its issuer for a new one.'
}

function claimReason ({ claim, reason }: errors.JWTClaimValidationFailed): string {
  if (reason === 'missing') return `has no ${claim}.`
  if (reason === 'invalid') return `has a claim that cannot be read: ${claim}.`
  if (claim === 'nbf') return 'is not valid yet: wait, or set the clocks.'
  return claim === 'aud' ? 'is for another audience than this server: ask its issuer for one that is for this server.' : `is refused for its claim ${claim}.`
}
