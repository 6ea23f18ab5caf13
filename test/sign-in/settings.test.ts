import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { signInOf } from '../../src/sign-in/settings.ts'

const least = { OIDC_ISSUER: 'https://login.example.dk/realms/kommune', OIDC_AUDIENCE: 'maal', OIDC_SCOPES: 'figures=measurements:write' }
const settings = (env: Record<string, string> = {}) => signInOf(readConfig({ ...least, ...env }))

describe('the configuration of sign-in', () => {
  test('is none without an issuer, and has a default for what an issuer does not need', () => {
    expect(signInOf(readConfig({}))).toBeNull()
    expect(settings()).toEqual({
      issuer: least.OIDC_ISSUER, audience: 'maal', jwksUrl: null, clockSkew: 30, scopesClaim: 'roles', scopes: new Map([['figures', ['measurements:write']]]), unboundRoles: new Set(), kommunerClaim: 'kommune', kommuner: null, nameClaim: 'name'
    })
  })

  test('takes every variable', () => {
    expect(settings({
      OIDC_JWKS_URL: 'https://login.example.dk/keys?v=1',
      OIDC_CLOCK_SKEW: '0',
      OIDC_SCOPES_CLAIM: 'realm_access.roles',
      OIDC_SCOPES: '{ "planner": ["plans:write", "drafts:read"], "cn=boss,ou=it": "measurements:write" }',
      OIDC_UNBOUND_ROLES: 'planner',
      OIDC_KOMMUNER_CLAIM: 'org.cvr',
      OIDC_KOMMUNER: '{ "29189129": "0250", "a;b": ["316", "0101"] }',
      OIDC_NAME_CLAIM: 'email'
    })).toEqual({
      issuer: least.OIDC_ISSUER,
      audience: 'maal',
      jwksUrl: 'https://login.example.dk/keys?v=1',
      clockSkew: 0,
      scopesClaim: 'realm_access.roles',
      scopes: new Map([['planner', ['plans:write', 'drafts:read']], ['cn=boss,ou=it', ['measurements:write']]]),
      unboundRoles: new Set(['planner']),
      kommunerClaim: 'org.cvr',
      kommuner: new Map([['29189129', ['0250']], ['a;b', ['316', '0101']]]),
      nameClaim: 'email'
    })
    expect(settings({ OIDC_SCOPES: ' cn=boss,ou=it = plans:write ; planner=plans:write, drafts:read;' })?.scopes).toEqual(new Map([['cn=boss,ou=it', ['plans:write']], ['planner', ['plans:write', 'drafts:read']]]))
  })

  test.each(['http://localhost:8080/realm', 'http://127.0.0.1/', 'http://[::1]:9', 'https://login.example.dk'])('takes the issuer %s as it is written', issuer => {
    expect(settings({ OIDC_ISSUER: issuer })?.issuer).toBe(issuer)
  })

  test.each([
    ['OIDC_ISSUER', 'http://login.example.dk'], ['OIDC_ISSUER', 'http://localhost.example.dk'], ['OIDC_ISSUER', 'login.example.dk'], ['OIDC_ISSUER', 'https://me:secret@login.example.dk'],
    ['OIDC_ISSUER', 'https://login.example.dk?a=1'], ['OIDC_ISSUER', ' https://login.example.dk'], ['OIDC_ISSUER', 'file:///etc/passwd'], ['OIDC_AUDIENCE', 'two words'], ['OIDC_JWKS_URL', 'http://login.example.dk/keys'],
    ['OIDC_CLOCK_SKEW', '301'], ['OIDC_CLOCK_SKEW', '-1'], ['OIDC_CLOCK_SKEW', '1e2'], ['OIDC_SCOPES_CLAIM', 'two words'], ['OIDC_KOMMUNER_CLAIM', 'ø'], ['OIDC_NAME_CLAIM', 'x'.repeat(201)],
    ['OIDC_SCOPES', 'figures'], ['OIDC_SCOPES', 'figures='], ['OIDC_SCOPES', '=admin'], ['OIDC_SCOPES', ';'], ['OIDC_SCOPES', 'figures=everything'], ['OIDC_SCOPES', 'figures=plans:write;figures=drafts:read'],
    ['OIDC_SCOPES', '{'], ['OIDC_SCOPES', '{}'], ['OIDC_SCOPES', '{"figures":[]}'], ['OIDC_SCOPES', '{"figures":["everything"]}'], ['OIDC_SCOPES', '{"figures":null}'],
    ['OIDC_KOMMUNER', 'a=Frederikssund'], ['OIDC_KOMMUNER', 'a=25'], ['OIDC_KOMMUNER', '0250'], ['OIDC_UNBOUND_ROLES', 'figures,nobody']
  ])('refuses %s=%s, naming it and nothing else', (name, value) => {
    expect(() => settings({ [name]: value })).toThrow(new RegExp(`^${name} takes [^\n]*$`))
  })

  test('is whole or refused', () => {
    for (const name of ['OIDC_AUDIENCE', 'OIDC_SCOPES']) expect(() => settings({ [name]: '' })).toThrow(new RegExp(`^${name} takes [^\n]*needs it`))
    expect(() => readConfig({ OIDC_ISSUER: least.OIDC_ISSUER })).toThrow(/^OIDC_AUDIENCE takes[^]*\nOIDC_SCOPES takes/)
    for (const [name, value] of Object.entries({ ...least, OIDC_CLOCK_SKEW: '10', OIDC_UNBOUND_ROLES: 'x', OIDC_KOMMUNER: 'a=0250' })) {
      if (name !== 'OIDC_ISSUER') expect(() => readConfig({ [name]: value })).toThrow(/^OIDC_ISSUER takes [^\n]*need it\.$/)
    }
  })

  test('does not make a role admin unless it says that the role is for the whole country', () => {
    const env = { OIDC_SCOPES: 'boss=admin,plans:write;figures=measurements:write' }
    for (const roles of ['', 'figures']) expect(() => settings({ ...env, OIDC_UNBOUND_ROLES: roles })).toThrow(/^OIDC_UNBOUND_ROLES takes [^\n]*admin must be among them/)
    expect(settings({ ...env, OIDC_UNBOUND_ROLES: 'boss' })?.unboundRoles).toEqual(new Set(['boss']))
  })
})
