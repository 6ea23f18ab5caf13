import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig, VARIABLES } from '../src/config.ts'
import { isTraced } from '../src/telemetry/settings.ts'

test('has a default for everything, and cannot be changed', () => {
  const config = readConfig({})
  expect(config).toEqual({ PORT: 3000, HOST: '127.0.0.1', DATABASE_URL: 'file:data/maalopfoelgning.sqlite', SQLITE_SYNCHRONOUS: 'full', LOG_LEVEL: 'info', DRAIN_SECONDS: 0, RATE_LIMIT: 30_000, TRUST_PROXY: null, METRICS: 'key', PLAYGROUND: true, INTROSPECTION: true, GRAPHQL_DOCUMENTS_ONLY: false, WEBHOOK_TARGETS: 'public', CORS_ORIGINS: '*', JOBINDSATS_URL: 'https://api.jobindsats.dk/v3' })
  expect(Object.isFrozen(config)).toBe(true)
  expect(readConfig({ PORT: '', RATE_LIMIT: 'off', HOME: '/x' })).toMatchObject({ PORT: 3000, RATE_LIMIT: null })
  expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1,loopback', METRICS: 'off' })).toMatchObject({ TRUST_PROXY: ['10.0.0.0/8', '::1', 'loopback'], METRICS: null })
  expect(readConfig({ PLAYGROUND: 'off', INTROSPECTION: 'off' })).toMatchObject({ PLAYGROUND: false, INTROSPECTION: false })
  expect(readConfig({ GRAPHQL_DOCUMENTS: 'docs.json', GRAPHQL_DOCUMENTS_ONLY: 'on' })).toMatchObject({ GRAPHQL_DOCUMENTS: 'docs.json', GRAPHQL_DOCUMENTS_ONLY: true })
  expect(readConfig({ CORS_ORIGINS: '*' }).CORS_ORIGINS).toBe('*')
  expect(readConfig({ TRUST_PROXY: 'fd00::/8' }).TRUST_PROXY).toEqual(['fd00::/8'])
  expect(() => readConfig({ TRUST_PROXY: 'fd00::/129' })).toThrow(/^TRUST_PROXY takes /)
  expect(readConfig({ METRICS: 'open' }).METRICS).toBe('open')
  expect(readConfig({ CORS_ORIGINS: 'off' }).CORS_ORIGINS).toEqual([])
  expect(readConfig({ CORS_ORIGINS: 'https://www.example.dk, http://localhost:5173' }).CORS_ORIGINS).toEqual(['https://www.example.dk', 'http://localhost:5173'])
  expect(readConfig({ PORT: '8080', RATE_LIMIT: '60' })).toMatchObject({ PORT: 8080, RATE_LIMIT: 60 })
})

test.each([['PORT', '70000'], ['PORT', 'http'], ['RATE_LIMIT', '0'], ['RATE_LIMIT', 'many'], ['LOG_LEVEL', 'loud'], ['TRUST_PROXY', 'on'], ['TRUST_PROXY', '10.0.0.0/33'], ['TRUST_PROXY', '10.0.0.1,'], ['METRICS', 'on'], ['SQLITE_SYNCHRONOUS', 'off'], ['PLAYGROUND', 'yes'], ['INTROSPECTION', 'false'], ['GRAPHQL_DOCUMENTS_ONLY', 'yes'], ['GRAPHQL_DOCUMENTS_ONLY', 'on'], ['WEBHOOK_TARGETS', '10.0.0.1'], ['CORS_ORIGINS', 'www.example.dk'], ['CORS_ORIGINS', 'https://www.example.dk/'], ['CORS_ORIGINS', 'https://www.example.dk, *'], ['CORS_ORIGINS', 'HTTPS://www.example.dk'], ['CORS_ORIGINS', 'null'], ['CORS_ORIGINS', 'file://x'], ['DATABASE_REPLICA_URLS', 'postgres://replica/maal'], ['BOOTSTRAP_ADMIN_KEY', 'with a space in the middle'], ['DRAIN_SECONDS', '1.5'], ['DRAIN_SECONDS', '-1'], ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'], ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'grpc://localhost:4317'], ['OTEL_EXPORTER_OTLP_HEADERS', 'secret'], ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'], ['OTEL_RESOURCE_ATTRIBUTES', 'a=b,c'], ['OTEL_TRACES_SAMPLER', 'sometimes'], ['OTEL_TRACES_SAMPLER_ARG', '1.5'], ['OTEL_BSP_SCHEDULE_DELAY', 'soon'], ['OTEL_SDK_DISABLED', 'yes']])('refuses %s=%s, naming it and not its value', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} takes `))
})

test('names every wrong variable at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT takes[^]*LOG_LEVEL takes/)
})

test('replicas are of a PostgreSQL, all of them', () => {
  const DATABASE_URL = 'postgres://primary/maal'
  expect(readConfig({ DATABASE_URL, DATABASE_REPLICA_URLS: 'postgres://a/maal, postgresql://u:p%2C@b:5433/maal' }).DATABASE_REPLICA_URLS).toEqual(['postgres://a/maal', 'postgresql://u:p%2C@b:5433/maal'])
  for (const wrong of ['file:x.sqlite', 'postgres://a/maal,', 'postgres://u:a,b@c/maal', 'a']) expect(() => readConfig({ DATABASE_URL, DATABASE_REPLICA_URLS: wrong }), wrong).toThrow(/^DATABASE_REPLICA_URLS takes /)
})

test('has every variable in one table of the README', () => {
  const rows = readFileSync(new URL('../README.md', import.meta.url), 'utf8').split('\n').filter(line => line.startsWith('| `')).map(line => line.split('|')[1] ?? '')
  const named = rows.flatMap(cell => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name))
  expect(named.filter(name => VARIABLES.includes(name ?? '')).sort()).toEqual([...VARIABLES].sort())
})

test('sends traces where a collector is named, and nothing says not to', () => {
  const traced = (env: Record<string, string>) => isTraced(readConfig(env))
  const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }
  expect([traced({}), traced({ OTEL_SERVICE_NAME: 'maal' }), traced({ ...collector, OTEL_SDK_DISABLED: 'true' }), traced({ ...collector, OTEL_TRACES_EXPORTER: 'none' })]).toEqual([false, false, false, false])
  expect([traced(collector), traced({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://collector.example.dk/v1/traces' })]).toEqual([true, true])
})
