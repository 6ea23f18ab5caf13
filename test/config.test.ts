import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

test('has a default for everything, and cannot be changed', () => {
  const config = readConfig({})
  expect(config).toEqual({ PORT: 3000, HOST: '127.0.0.1', DATABASE_URL: 'file:data/maalopfoelgning.sqlite', LOG_LEVEL: 'info', RATE_LIMIT: 30_000, PLAYGROUND: true, INTROSPECTION: true, WEBHOOK_TARGETS: 'public', JOBINDSATS_URL: 'https://api.jobindsats.dk/v3' })
  expect(Object.isFrozen(config)).toBe(true)
  expect(readConfig({ PORT: '', RATE_LIMIT: 'off', HOME: '/x' })).toMatchObject({ PORT: 3000, RATE_LIMIT: null })
  expect(readConfig({ PLAYGROUND: 'off', INTROSPECTION: 'off' })).toMatchObject({ PLAYGROUND: false, INTROSPECTION: false })
  expect(readConfig({ PORT: '8080', RATE_LIMIT: '60' })).toMatchObject({ PORT: 8080, RATE_LIMIT: 60 })
})

test.each([['PORT', '70000'], ['PORT', 'http'], ['RATE_LIMIT', '0'], ['RATE_LIMIT', 'many'], ['LOG_LEVEL', 'loud'], ['PLAYGROUND', 'yes'], ['INTROSPECTION', 'false'], ['WEBHOOK_TARGETS', '10.0.0.1'], ['BOOTSTRAP_ADMIN_KEY', 'with a space in the middle']])('refuses %s=%s, naming it and not its value', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} takes `))
})

test('names every wrong variable at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT takes[^]*LOG_LEVEL takes/)
})
