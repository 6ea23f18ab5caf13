import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTokenVerifier } from '../../src/sign-in/token-verifier.ts'
import { type Issuer, newKey, NOW, openIssuer, settingsOf } from '../support/issuer.ts'
import { openServices, type TestServices } from '../support/services.ts'

const DISCOVERY = '/realm/.well-known/openid-configuration'
const MINUTE = 60
const HOUR = 3600

let issuer: Issuer
let t: TestServices
let seconds: number
let troubles: string[]
beforeEach(async () => {
  issuer = await openIssuer()
  t = await openServices()
  seconds = NOW
  troubles = []
})
afterEach(() => issuer.close())

/** Sends tokens to one verifier; they are good for two days, and signed with keys of the issuer, those that it withdrew too. */
function open (env: Record<string, string> = {}) {
  const verifier = createTokenVerifier(settingsOf(issuer, env), {
    reference: t.services.reference, now: () => new Date(seconds * 1000), onTrouble: error => { troubles.push((error as Error).message) }
  })
  const own = new Map(issuer.keys)
  return async (kid = 'first'): Promise<string> => {
    const token = await issuer.token({ exp: NOW + 48 * HOUR }, { kid, key: issuer.keys.get(kid) ?? own.get(kid) ?? await newKey(kid) })
    return await verifier.verify(token).then(() => 'ok', (error: { code: string }) => error.code)
  }
}

describe('the issuer\'s keys', () => {
  test('are found by discovery, and fetched once for many who come at once', async () => {
    const send = open()
    expect(issuer.state.asked).toEqual([])
    expect(await Promise.all(Array.from({ length: 20 }, () => send()))).toEqual(Array(20).fill('ok'))
    expect(issuer.state.asked).toEqual([DISCOVERY, '/keys'])
  })

  test('are fetched from where the configuration says, without discovery', async () => {
    expect(await open({ OIDC_JWKS_URL: `${issuer.base}/keys` })()).toBe('ok')
    expect(issuer.state.asked).toEqual(['/keys'])
  })

  test('may be replaced: a new one is found, one that was withdrawn is forgotten', async () => {
    const send = open()
    expect(await send()).toBe('ok')
    issuer.keys.set('second', await newKey('second'))
    expect(await send('second')).toBe('unauthenticated')
    seconds += 30
    expect([await send('second'), await send()]).toEqual(['ok', 'ok'])
    issuer.keys.delete('first')
    seconds += 10 * MINUTE - 1
    expect(await send()).toBe('ok')
    seconds += 1
    expect([await send(), await send('second')]).toEqual(['unauthenticated', 'ok'])
  })

  test('that are not known make the server ask once in half a minute', async () => {
    const send = open()
    await send()
    for (let at = 0; at < 20; at++) expect(await send(`guess-${at}`)).toBe('unauthenticated')
    expect(issuer.state.asked).toHaveLength(2)
    seconds += 30
    await Promise.all(Array.from({ length: 20 }, (_, at) => send(`guess-${at}`)))
    expect(issuer.state.asked).toHaveLength(4)
  })
})

describe('where the issuer does not answer', () => {
  test.each(['down', 'error', 'nonsense'] as const)('(%s) only those whose key is known are let in, and it is not asked for each', async mode => {
    const send = open()
    issuer.state.mode = mode
    expect([await send(), await send(), await send('other')]).toEqual(['unavailable', 'unavailable', 'unavailable'])
    expect([issuer.state.asked.length, troubles.length]).toEqual([1, 1])
    issuer.state.mode = 'up'
    seconds += 5
    expect(await send()).toBe('ok')
    issuer.state.mode = mode
    seconds += HOUR
    issuer.keys.set('second', await newKey('second'))
    expect([await send(), await send('second'), await send()]).toEqual(['ok', 'unavailable', 'ok'])
    expect(troubles).toHaveLength(2)
    issuer.state.mode = 'up'
    seconds += 5
    expect([await send(), await send('second'), await send('unknown')]).toEqual(['ok', 'ok', 'unauthenticated'])
  })

  test('for a whole day, its keys are no longer taken', async () => {
    const send = open()
    await send()
    issuer.state.mode = 'down'
    seconds += 24 * HOUR - 1
    expect(await send()).toBe('ok')
    seconds += 1
    expect(await send()).toBe('unavailable')
  })

  test('in five seconds, nobody waits longer, and others go on meanwhile', async () => {
    const send = open()
    await send()
    issuer.state.mode = 'hang'
    seconds += 11 * MINUTE
    const asked = issuer.state.asked.length
    const done: string[] = []
    const waiting = [send(), send('unknown')].map(async one => { done.push(await one) })
    await vi.waitFor(() => expect(issuer.state.asked.length).toBeGreaterThan(asked), 4_000)
    expect(await send()).toBe('ok')
    expect(done).toEqual([])
    await Promise.all(waiting)
    expect(done.toSorted()).toEqual(['ok', 'unavailable'])
  })

  test('as itself, its keys are not taken', async () => {
    issuer.state.discovery = { issuer: 'https://other.example.dk' }
    expect(await open()()).toBe('unavailable')
    issuer.state.discovery = { jwks_uri: 'http://other.example.dk/keys' }
    expect(await open()()).toBe('unavailable')
    expect(troubles).toEqual([expect.stringContaining('write OIDC_ISSUER exactly so'), expect.stringContaining('set OIDC_JWKS_URL')])
    expect(issuer.state.asked).toEqual([DISCOVERY, DISCOVERY])
  })
})
