import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SCOPES } from '../../src/domain/key.ts'
import { actorOf } from '../../src/sign-in/claims.ts'
import { settingsOf } from '../support/issuer.ts'

const ISSUER = { url: 'https://login.example.dk/realms/kommune' }
const kommuneOf = (code: string): string | undefined => ['0101', '0250', '0316'].find(id => id === code.padStart(4, '0'))
const actor = (claims: Record<string, unknown>, env: Record<string, string> = {}) => actorOf({ sub: 'anna', exp: 1_800_000_000, ...claims }, settingsOf(ISSUER, env), kommuneOf)
const rights = (claims: Record<string, unknown>, env: Record<string, string> = {}) => {
  const { scopes, kommuner } = actor(claims, env)
  return { scopes, kommuner }
}

describe('roles', () => {
  test.each([
    ['a list', 'roles', { roles: ['figures', 'unknown', 7] }], ['one text', 'roles', { roles: 'figures' }], ['inside an object', 'realm_access.roles', { realm_access: { roles: ['figures'] } }],
    ['under a name that is an address', 'https://maal.example.dk/roles', { 'https://maal.example.dk/roles': ['figures'] }],
    ['of a client whose name has dots', 'resource_access.maal.example.dk.roles', { resource_access: { 'maal.example.dk': { roles: ['figures'] } } }],
    ['the scope of OAuth', 'scope', { scope: 'openid figures' }], ['Microsoft\'s scp', 'scp', { scp: 'figures openid' }]
  ])('%s', (_, name, claims) => {
    expect(rights(claims, { OIDC_SCOPES_CLAIM: name })).toEqual({ scopes: ['measurements:write'], kommuner: [] })
  })

  test.each([
    ['another role with spaces', { roles: 'no figures' }], ['nothing', {}], ['null', { roles: null }], ['an object', { roles: { figures: true } }], ['a list in a list', { roles: [['figures']] }],
    ['names of every object', { roles: ['constructor', '__proto__', 'toString'] }]
  ])('%s gives none', (_, claims) => {
    expect(rights(claims)).toEqual({ scopes: [], kommuner: [] })
  })

  test('are read from claims alone, not from what every object has', () => {
    for (const path of ['constructor.name', '__proto__', 'roles.length', 'roles.0']) expect(rights({ roles: ['Object', 'figures'] }, { OIDC_SCOPES: 'Object=plans:write;figures=plans:write;2=plans:write', OIDC_UNBOUND_ROLES: 'Object', OIDC_SCOPES_CLAIM: path }).scopes).toEqual([])
  })
})

describe('kommuner', () => {
  test.each([['0250', ['0250']], ['250', ['0250']], [250, ['0250']], [['0250', '316', '0250', 'DK', '1084', '9999', {}], ['0250', '0316']], [undefined, []], ['*', []], [null, []], [true, []]])('%j', (kommune, kommuner) => {
    expect(rights({ roles: ['figures'], kommune })).toEqual({ scopes: ['measurements:write'], kommuner })
  })

  test('by the numbers of organisations: what the table does not name is none, though it is a code', () => {
    const env = { OIDC_KOMMUNER_CLAIM: 'org.cvr', OIDC_KOMMUNER: '29189129=0250;30=0316,101' }
    expect(actor({ org: { cvr: 29189129 } }, env).kommuner).toEqual(['0250'])
    expect(actor({ org: { cvr: ['30', '29189129'] } }, env).kommuner).toEqual(['0316', '0101', '0250'])
    expect(actor({ org: { cvr: '0250' } }, env).kommuner).toEqual([])
  })
})

describe('the whole country', () => {
  test.each([
    ['an admin', { roles: ['boss'] }, ['admin'], null], ['an admin of a kommune', { roles: ['figures', 'boss'], kommune: '0250' }, ['measurements:write', 'admin'], null],
    ['a reader', { roles: ['reader'] }, ['drafts:read'], null], ['a reader of a kommune', { roles: ['reader'], kommune: '0250' }, ['drafts:read'], null],
    ['a reader who writes in a kommune, which has its drafts alone', { roles: ['reader', 'figures'], kommune: '0250' }, ['measurements:write', 'drafts:read'], ['0250']],
    ['a reader who writes in no kommune', { roles: ['reader', 'figures'] }, ['drafts:read'], null],
    ['a writer of no kommune', { roles: ['figures', 'planner'] }, ['measurements:write', 'plans:write', 'drafts:read'], []]
  ])('%s', (_, claims, scopes, kommuner) => {
    expect(rights(claims)).toEqual({ scopes, kommuner })
  })

  test('is never lent to a scope that no unbound role gives, and no role gives more than it says', () => {
    const table = { figures: ['measurements:write'], planner: ['plans:write', 'drafts:read'], reader: ['drafts:read'], boss: ['admin'] }
    const names = Object.keys(table) as (keyof typeof table)[]
    fc.assert(fc.property(fc.subarray(names), fc.subarray(['0250', '0316', '9999']), (roles, kommune) => {
      const found = rights({ roles, kommune })
      const given = (some: typeof roles) => SCOPES.filter(scope => some.some(role => table[role].includes(scope)))
      const wide = given(roles.filter(role => ['boss', 'reader'].includes(role)))
      expect(given(roles)).toEqual(expect.arrayContaining([...found.scopes]))
      if (found.kommuner === null) expect(wide.includes('admin') || found.scopes.every(scope => wide.includes(scope))).toBe(true)
      else expect(found.scopes).not.toContain('admin')
    }))
  })
})

describe('name and id', () => {
  test.each([
    [{ name: ' Anna ', preferred_username: 'ah' }, 'Anna'], [{ name: ' ', preferred_username: 'ah' }, 'ah'], [{ name: ['Anna'] }, 'anna'], [{}, 'anna'], [{ name: 'x'.repeat(500) }, 'x'.repeat(200)]
  ])('%j is called %j', (claims, name) => {
    expect(actor(claims)).toMatchObject({ name, id: 'oidc:login.example.dk:anna', indicators: null, expiresAt: '2027-01-15T08:00:00.000Z' })
  })

  test('a name may be in another claim', () => {
    expect(actor({ name: 'Anna', profile: { email: 'anna@example.dk' } }, { OIDC_NAME_CLAIM: 'profile.email' }).name).toBe('anna@example.dk')
  })
})
