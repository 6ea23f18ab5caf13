import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { type CryptoKey, exportSPKI, importJWK } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import { createTokenVerifier } from '../../src/sign-in/token-verifier.ts'
import { type Issuer, newKey, NOW, openIssuer, settingsOf } from '../support/issuer.ts'
import { openServices, type TestServices } from '../support/services.ts'

let issuer: Issuer
let t: TestServices
let verifier: ReturnType<typeof createTokenVerifier>
beforeAll(async () => {
  issuer = await openIssuer()
  t = await openServices()
})
afterAll(() => issuer.close())
beforeEach(() => { verifier = open() })

const open = (env: Record<string, string> = {}) => createTokenVerifier(settingsOf(issuer, env), { reference: t.services.reference, now: () => new Date(NOW * 1000) })
const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')
/** A token whose claims were changed after it was signed. */
const altered = (token: string, change: object): string => {
  const [header, claims = '', signature] = token.split('.')
  return [header, encoded({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), ...change }), signature].join('.')
}
const refusal = async (token: string): Promise<AppError> => {
  const error = await verifier.verify(token).then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).code).toBe('unauthenticated')
  // Neither the token nor what it carries is repeated.
  expect(JSON.stringify([(error as AppError).message, (error as AppError).problems, (error as AppError).members])).not.toMatch(/anna|eyJ/)
  expect((error as AppError).cause).toBeUndefined()
  return error as AppError
}

describe('who is let in', () => {
  test('is told by the token', async () => {
    const actor = await verifier.verify(await issuer.token({ name: 'Anna Hansen', roles: ['planner'], kommune: '250' }))
    expect(actor).toEqual({ id: `oidc:${new URL(issuer.url).host}:anna`, name: 'Anna Hansen', scopes: ['plans:write', 'drafts:read'], kommuner: ['0250'], indicators: null, expiresAt: '2026-06-01T10:05:00.000Z' })
  })

  test.each(['RS256', 'RS512', 'PS256', 'ES384', 'EdDSA'])('by a signature of %s', async alg => {
    issuer.keys.set(alg, await newKey(alg, alg))
    expect((await verifier.verify(await issuer.token({}, { kid: alg }))).id).toMatch(/:anna$/)
  })

  test.each([
    ['one of several audiences', { aud: ['https://other.example.dk', 'https://maal.example.dk'] }, {}], ['an access token of RFC 9068', {}, { typ: 'application/at+jwt' }],
    ['no type', {}, { typ: undefined }], ['an end within the clocks\' difference', { exp: NOW - 29 }, {}], ['a beginning within it', { nbf: NOW + 30 }, {}],
    ['an end beyond every calendar', { exp: 1e300 }, {}], ['no kid, where there is one key of its kind', {}, { kid: undefined }]
  ])('with %s', async (_, claims, header) => {
    expect((await verifier.verify(await issuer.token(claims, { header }))).expiresAt).toMatch(/^(2026|9999)-/)
  })

  test('by a token and not by a key that looks a little like one', async () => {
    const token = await issuer.token()
    expect(verifier.tokenIn(`Bearer ${token}`)).toBe(token)
    expect(verifier.tokenIn(`bearer ${token}`)).toBe(token)
    for (const header of [undefined, '', 'Bearer maal_abc', 'Bearer a.b.c', 'Bearer my.own.key', `Basic ${token}`, `Bearer ${token} x`, `Bearer ${token}.a.b`]) expect(verifier.tokenIn(header)).toBeUndefined()
  })
})

describe('who is refused, and why', () => {
  test.each([
    ['expired', { exp: NOW - 30 }, /expired/], ['not valid yet', { nbf: NOW + 31 }, /not valid yet/], ['without an end', { exp: undefined }, /no exp/],
    ['for another audience', { aud: 'https://other.example.dk' }, /another audience/], ['for nobody', { aud: undefined }, /no aud/],
    ['of another issuer', { iss: 'https://other.example.dk' }, /not of the issuer http/], ['of nobody', { iss: undefined }, /not of the issuer/],
    ['of no subject', { sub: undefined }, /no sub/], ['of an empty subject', { sub: '' }, /sub/], ['of a subject that is endless', { sub: 'x'.repeat(256) }, /sub/], ['of a subject with a zero', { sub: 'a\u0000b' }, /sub/],
    ['whose end is text', { exp: 'never' as never }, /cannot be read: exp/], ['whose beginning is text', { nbf: 'now' as never }, /cannot be read: nbf/]
  ])('a token that is %s', async (_, claims, reason) => {
    expect((await refusal(await issuer.token(claims))).message).toMatch(reason)
  })

  test('a token of an issuer that is nearly ours', async () => {
    for (const iss of [`${issuer.url}/`, issuer.base, issuer.url.toUpperCase(), `${issuer.url}2`]) expect((await refusal(await issuer.token({ iss }))).message).toMatch(/not of the issuer/)
  })

  test.each([['logout+jwt'], ['dpop+jwt'], ['secevent+jwt'], [7 as never]])('a token of the type %s', async typ => {
    expect((await refusal(await issuer.token({}, { header: { typ } }))).message).toMatch(/another type/)
  })

  test('a token that was changed, whatever was changed', async () => {
    const token = await issuer.token({ roles: ['figures'] })
    expect((await refusal(altered(token, { roles: ['boss'] }))).message).toMatch(/signature/)
    const [header, claims, signature = ''] = token.split('.')
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
      const bytes = Buffer.from(signature, 'base64url')
      bytes[at] = (bytes[at] as number) ^ bits
      expect((await refusal([header, claims, bytes.toString('base64url')].join('.'))).message).toMatch(/signature/)
    }), { numRuns: 30 })
  })

  test('a token that nobody signed', async () => {
    const claims = (await issuer.token({ roles: ['boss'] })).split('.')[1]
    for (const alg of ['none', 'None', 'NONE', '']) {
      const unsigned = `${encoded({ alg, typ: 'JWT' })}.${claims}.`
      expect(verifier.tokenIn(`Bearer ${unsigned}`)).toBe(unsigned)
      await refusal(unsigned)
    }
    expect((await refusal(`${encoded({ alg: 'none' })}.${claims}.`)).message).toMatch(/way that is not taken/)
  })

  test('a token signed with the public key as a shared secret', async () => {
    issuer.keys.set('rsa', await newKey('rsa', 'RS256'))
    const { jwk } = issuer.keys.get('rsa')!
    const pem = await exportSPKI(await importJWK({ ...jwk, ext: true }, 'RS256') as CryptoKey)
    const content = `${encoded({ alg: 'HS256', kid: 'rsa', typ: 'JWT' })}.${(await issuer.token()).split('.')[1]}`
    for (const secret of [pem, JSON.stringify(jwk), jwk.n!]) {
      expect((await refusal(`${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`)).message).toMatch(/way that is not taken/)
    }
  })

  test('a token signed with another key, whatever it says of itself', async () => {
    const key = await newKey('first')
    expect((await refusal(await issuer.token({}, { key }))).message).toMatch(/signature/)
    expect((await refusal(await issuer.token({}, { key, kid: 'unknown' }))).message).toMatch(/does not publish/)
    expect((await refusal(await issuer.token({}, { key, header: { jwk: key.jwk } }))).message).toMatch(/signature/)
    const asked = issuer.state.asked.length
    expect((await refusal(await issuer.token({}, { key, kid: 'unknown', header: { jku: `${issuer.base}/evil`, x5u: `${issuer.base}/evil` } }))).message).toMatch(/does not publish/)
    expect(issuer.state.asked.slice(asked)).not.toContain('/evil')
  })

  test('a token that does not say which of two keys it is signed with', async () => {
    issuer.keys.set('second', await newKey('second'))
    expect((await refusal(await issuer.token({}, { header: { kid: undefined } }))).message).toMatch(/kid/)
    issuer.keys.delete('second')
  })

  test('a token whose key is too weak to be checked', async () => {
    const { jwk, ...rest } = await newKey('weak', 'RS256')
    issuer.keys.set('weak', { ...rest, jwk: { ...jwk, n: jwk.n!.slice(0, 171) } })
    expect((await refusal(await issuer.token({}, { kid: 'weak' }))).message).toMatch(/cannot be checked/)
    issuer.keys.delete('weak')
  })

  test('a token of another issuer costs that one and ours no request', async () => {
    const asked = issuer.state.asked.length
    await refusal(await issuer.token({ iss: 'https://other.example.dk' }, { kid: 'unknown', key: await newKey('unknown') }))
    expect(issuer.state.asked).toHaveLength(asked)
  })

  test('whatever else looks like a token, without an error of ours', async () => {
    const part = fc.oneof(fc.json().map(text => Buffer.from(text).toString('base64url')), fc.base64String().map(text => text.replace(/[+/=]/g, '-') || 'x'), fc.constant(encoded({ iss: issuer.url, exp: NOW + 60, sub: 'anna' })))
    const header = fc.oneof(part, fc.record({ alg: fc.oneof(fc.constantFrom('ES256', 'RS256', 'HS256', 'none'), fc.string(), fc.integer()), kid: fc.oneof(fc.constant('first'), fc.string(), fc.object()), crit: fc.oneof(fc.constant(['b64']), fc.anything()), b64: fc.boolean() }, { requiredKeys: [] }).map(encoded))
    await fc.assert(fc.asyncProperty(header, part, part, async (one, two, three) => {
      const token = `${one}.${two}.${three}`
      verifier.tokenIn(`Bearer ${token}`)
      await refusal(token)
    }), { numRuns: 300 })
  })
})

test('a kommune in OIDC_KOMMUNER that there is not stops the start', async () => {
  await open({ OIDC_KOMMUNER: 'a=0250,101' }).checkKommuner()
  await open().checkKommuner()
  await expect(open({ OIDC_KOMMUNER: 'a=0250,9999;b=1084' }).checkKommuner()).rejects.toThrow('OIDC_KOMMUNER names 9999, 1084, and there is no such kommune')
})
