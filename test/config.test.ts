import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

test('has a default for everything, and cannot be changed', () => {
  const config = readConfig({})
  expect(config).toEqual({ PORT: 3000, HOST: '127.0.0.1', DATABASE_URL: 'file:data/maalopfoelgning.sqlite', SQLITE_SYNCHRONOUS: 'full', LOG_LEVEL: 'info', RATE_LIMIT: 30_000, TRUST_PROXY: null, METRICS: 'key', PLAYGROUND: true, INTROSPECTION: true, GRAPHQL_DOCUMENTS_ONLY: false, WEBHOOK_TARGETS: 'public', CORS_ORIGINS: '*', JOBINDSATS_URL: 'https://api.jobindsats.dk/v3' })
  expect(Object.isFrozen(config)).toBe(true)
  expect(readConfig({ PORT: '', RATE_LIMIT: 'off', HOME: '/x' })).toMatchObject({ PORT: 3000, RATE_LIMIT: null })
  expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1,loopback', METRICS: 'off' })).toMatchObject({ TRUST_PROXY: ['10.0.0.0/8', '::1', 'loopback'], METRICS: null })
  expect(readConfig({ PLAYGROUND: 'off', INTROSPECTION: 'off' })).toMatchObject({ PLAYGROUND: false, INTROSPECTION: false })
  expect(readConfig({ GRAPHQL_DOCUMENTS: 'docs.json', GRAPHQL_DOCUMENTS_ONLY: 'on' })).toMatchObject({ GRAPHQL_DOCUMENTS: 'docs.json', GRAPHQL_DOCUMENTS_ONLY: true })
  expect(readConfig({ CORS_ORIGINS: 'off' }).CORS_ORIGINS).toEqual([])
  expect(readConfig({ CORS_ORIGINS: 'https://www.example.dk, http://localhost:5173' }).CORS_ORIGINS).toEqual(['https://www.example.dk', 'http://localhost:5173'])
  expect(readConfig({ PORT: '8080', RATE_LIMIT: '60' })).toMatchObject({ PORT: 8080, RATE_LIMIT: 60 })
})

test.each([['PORT', '70000'], ['PORT', 'http'], ['RATE_LIMIT', '0'], ['RATE_LIMIT', 'many'], ['LOG_LEVEL', 'loud'], ['TRUST_PROXY', 'on'], ['TRUST_PROXY', '10.0.0.0/33'], ['TRUST_PROXY', '10.0.0.1,'], ['METRICS', 'on'], ['SQLITE_SYNCHRONOUS', 'off'], ['PLAYGROUND', 'yes'], ['INTROSPECTION', 'false'], ['GRAPHQL_DOCUMENTS_ONLY', 'yes'], ['GRAPHQL_DOCUMENTS_ONLY', 'on'], ['WEBHOOK_TARGETS', '10.0.0.1'], ['CORS_ORIGINS', 'www.example.dk'], ['CORS_ORIGINS', 'https://www.example.dk/'], ['CORS_ORIGINS', 'https://www.example.dk, *'], ['CORS_ORIGINS', 'HTTPS://www.example.dk'], ['CORS_ORIGINS', 'null'], ['CORS_ORIGINS', 'file://x'], ['BOOTSTRAP_ADMIN_KEY', 'with a space in the middle']])('refuses %s=%s, naming it and not its value', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} takes `))
})

test('names every wrong variable at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT takes[^]*LOG_LEVEL takes/)
})
