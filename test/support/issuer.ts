import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import { pino } from 'pino'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { signInOf, type SignInSettings } from '../../src/sign-in/settings.ts'
import { createTokenVerifier } from '../../src/sign-in/token-verifier.ts'
import { ADMIN_KEY } from './app.ts'
import { openServices } from './services.ts'

/** Where the clock of the tests stands, in seconds. */
export const NOW = Date.parse('2026-06-01T10:00:00.000Z') / 1000
export const AUDIENCE = 'https://maal.example.dk'

export type Issuer = Awaited<ReturnType<typeof openIssuer>>
type SigningKey = { privateKey: CryptoKey, jwk: JWK, alg: string }
type Signing = { kid?: string, key?: SigningKey, header?: Record<string, unknown> }

/** A pair of keys, the public one as a set of keys holds it. */
export async function newKey (kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  return { privateKey, alg, jwk: { ...await exportJWK(publicKey), kid, alg, use: 'sig' } }
}

/**
 * An issuer of tokens on this machine, with one key, `first`. `state.mode` makes it fail or hang, `state.asked` counts the requests it got,
 * `state.discovery` changes what it tells of itself.
 */
export async function openIssuer () {
  const keys = new Map<string, SigningKey>([['first', await newKey('first')]])
  const state: { mode: 'up' | 'down' | 'error' | 'hang' | 'nonsense', asked: string[], discovery: Record<string, unknown> } = { mode: 'up', asked: [], discovery: {} }
  const send = (response: ServerResponse, body: unknown): void => { response.setHeader('content-type', 'application/json').end(JSON.stringify(body)) }
  const server = createServer((request, response) => {
    state.asked.push(request.url ?? '')
    if (state.mode === 'hang') return
    if (state.mode === 'down') return request.socket.destroy()
    if (state.mode === 'error') return response.writeHead(500).end('{}')
    if (state.mode === 'nonsense') return response.end('<html>')
    if (request.url === '/realm/.well-known/openid-configuration') return send(response, { issuer: url, jwks_uri: `${base}/keys`, ...state.discovery })
    return request.url === '/keys' ? send(response, { keys: [...keys.values()].map(({ jwk }) => jwk) }) : response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `${base}/realm`

  /** A token of this issuer, good for five minutes, unless its claims say otherwise: one that is undefined is left out. */
  async function token (claims: JWTPayload = {}, { kid = 'first', key = keys.get(kid) as SigningKey, header = {} }: Signing = {}): Promise<string> {
    const whole = { iss: url, aud: AUDIENCE, sub: 'anna', exp: NOW + 300, ...claims }
    return await new SignJWT(JSON.parse(JSON.stringify(whole)) as JWTPayload).setProtectedHeader({ alg: key.alg, kid, typ: 'JWT', ...header }).sign(key.privateKey)
  }

  const close = async (): Promise<void> => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { url, base, keys, state, token, close }
}

/** The settings of an issuer, as an operator writes them. */
export function settingsOf ({ url }: Pick<Issuer, 'url'>, env: Record<string, string> = {}): SignInSettings {
  const config = readConfig({ OIDC_ISSUER: url, OIDC_AUDIENCE: AUDIENCE, OIDC_SCOPES: 'figures=measurements:write;planner=plans:write,drafts:read;reader=drafts:read;boss=admin', OIDC_UNBOUND_ROLES: 'boss,reader', ...env })
  const settings = signInOf(config)
  if (settings === null) throw new Error('There is no issuer in this configuration.')
  return settings
}

/** The whole application with an issuer; its clock stands at `NOW`, and `clock.now` moves it. `log` is what it wrote. */
export async function openAppWith (issuer: Issuer, { env, rateLimit = null }: { env?: Record<string, string>, rateLimit?: number | null } = {}) {
  const { database, services, stores, clock } = await openServices({ now: new Date(NOW * 1000).toISOString() })
  await services.keys.bootstrap(ADMIN_KEY)
  const log: string[] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => { log.push(line) } })
  const tokens = createTokenVerifier(settingsOf(issuer, env), { reference: services.reference, now: () => new Date(clock.now), onTrouble: error => { logger.warn({ err: error }, 'no keys') } })
  const app = await buildApp({ services, database, logger, tokens, rateLimit })
  await app.ready()
  const close = async (): Promise<void> => {
    await app.close()
    await database.close()
  }
  return { app, services, stores, database, clock, adminKey: ADMIN_KEY, log, close }
}
