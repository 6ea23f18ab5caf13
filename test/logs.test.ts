import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { AppError } from '../src/domain/errors.ts'
import { readConfig } from '../src/config.ts'
import { createLogger } from '../src/logging.ts'
import { openClient, refusalOf } from './graphql/subscribing.ts'
import { asAdmin, ADMIN_KEY } from './support/app.ts'
import { startServer } from './support/server.ts'

type Line = { level: number, msg: string, reqId?: string, method?: string, route?: string | null, status?: number, ms?: number, key?: string | null }
const linesOf = (text: string): Line[] => text.split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line) as Line)

describe('the logs of a server', () => {
  test('have a line for each request, and nothing that was sent', async () => {
    const secret = 'Hemmelig-7b1c'
    const server = await startServer({ LOG_LEVEL: 'trace' })
    const send = async (path: string, { headers = {}, ...init }: RequestInit = {}) => await fetch(`${server.address}${path}`, { ...init, headers: { 'x-request-id': 'mit-kald', ...headers } })
    const json = { 'content-type': 'application/json' }
    await send('/v1/plans/holbaek-2023?fields=title', { headers: asAdmin })
    await send(`/v1/plans/${secret}?key=${secret}&${secret}=1`, { headers: { authorization: `Bearer ${secret}`, 'x-api-key': secret, cookie: secret, traceparent: secret } })
    await send(`/${secret}?token=${secret}`, { headers: { authorization: `Basic ${secret}` } })
    await send('/v1/measurements', { method: 'POST', headers: { ...asAdmin, ...json }, body: `{ "${secret}": "${secret}", ` })
    await send('/v1/measurements', { method: 'POST', headers: { ...asAdmin, ...json }, body: JSON.stringify({ measurements: [{ indicator: secret, value: secret, note: secret }] }) })
    await send('/graphql', { method: 'POST', headers: { ...asAdmin, ...json }, body: JSON.stringify({ query: `{ plan(id: "${secret}") { title ${secret.slice(0, 8)} } }`, variables: { secret } }) })
    await send(`/graphql?query=${encodeURIComponent(`{ plan(id: "${secret}") { title } }`)}`)
    const webhook = await send('/v1/webhooks', { method: 'POST', headers: { ...asAdmin, ...json }, body: JSON.stringify({ url: `https://example.org/${secret}`, types: ['plan.changed'] }) })
    const key = await send('/v1/api-keys', { method: 'POST', headers: { ...asAdmin, ...json }, body: JSON.stringify({ name: secret, scopes: ['plans:write'] }) })
    const made = [webhook, key].map(async answer => (await answer.json() as { secret: string }).secret)
    await refusalOf(openClient(`${server.address.replace('http', 'ws')}/graphql?key=${secret}`, { Authorization: `Bearer ${secret}`, secret }), `subscription { planChanged(plan: "${secret}") { cursor } }`)
    await server.stop()

    expect(webhook.status + key.status).toBe(402)
    const said = server.said()
    for (const one of [secret, ADMIN_KEY, ...await Promise.all(made)]) expect(said).not.toContain(one)
    const lines = linesOf(said)
    expect(lines.filter(({ msg }) => msg === 'incoming request' || msg === 'request completed')).toEqual([])
    const answered = lines.filter(({ msg, reqId }) => msg === 'answered' && reqId === 'mit-kald')
    expect(answered.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/v1/plans/:id', 200], ['GET', '/v1/plans/:id', 401], ['GET', null, 401], ['POST', '/v1/measurements', 400], ['POST', '/v1/measurements', 422],
      ['POST', '/graphql', 200], ['GET', '/graphql', 200], ['POST', '/v1/webhooks', 201], ['POST', '/v1/api-keys', 201]
    ])
    expect(answered.every(({ ms }) => typeof ms === 'number')).toBe(true)
    expect(answered.map(({ key }) => key !== null)).toEqual([true, false, false, true, true, true, false, true, true])
    expect(answered[0]?.key).toMatch(/^key-/)
  }, 90_000)

  test.each([
    'postgres://maal:Hemmelig/7b1c#Hemmelig-7b1c@127.0.0.1:1/maal?password=Hemmelig-7b1c',
    'mysql://maal:Hemmelig-7b1c@127.0.0.1/maal'
  ])('do not repeat a DATABASE_URL that is wrong', async url => {
    const server = await startServer({ DATABASE_URL: url })
    expect(await server.ended).toBe(1)
    expect(server.said()).toContain('DATABASE_URL')
    expect(server.said()).not.toContain('Hemmelig')
  }, 60_000)

  test.each([
    ['BOOTSTRAP_ADMIN_KEY', 'Hemmelig-7b1c er to ord'],
    ['JOBINDSATS_TOKEN', 'Hemmelig-7b1c er to ord'],
    ['OIDC_ISSUER', 'https://maal:Hemmelig-7b1c@login.example.dk'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'Hemmelig-7b1c']
  ])('do not repeat what is wrong in %s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(/^(?![^]*Hemmelig)[^]* takes /)
  })
})

describe('an error is logged', () => {
  const logged = (error: unknown): string => {
    let text = ''
    const logger = createLogger('info', new Writable({ write: (chunk: Buffer, _encoding, done) => { text += chunk.toString(); done() } }))
    logger.child({}).error({ err: error }, 'gik galt')
    return text
  }

  test('with what it is and where, its cause too', () => {
    const error = JSON.parse(logged(Object.assign(new AppError('unavailable', 'The database cannot answer right now.'), { cause: new TypeError('x is not a function') }))) as { err: object }
    expect(error.err).toMatchObject({ type: 'AppError', code: 'unavailable', message: 'The database cannot answer right now.', stack: expect.stringContaining('logs.test.ts'), cause: { type: 'TypeError', message: 'x is not a function' } })
  })

  test.each([
    ['a statement\'s values', Object.assign(new Error('Failed query: insert into keys values ($1, $2)\nparams: hemmelig,\nhemmelig'), { query: 'insert', params: ['hemmelig'], cause: Object.assign(new Error('duplicate key'), { detail: 'Key (id)=(hemmelig) already exists.', where: 'hemmelig' }) })],
    ['a value that a database quotes', new Error('invalid input syntax for type date: "hemmelig"')],
    ['text that is no JSON', (() => { try { return JSON.parse('hemmelig') as unknown } catch (error) { return error } })()],
    ['a password in a URL', new Error('connect postgres://maal:hemmelig@host/maal failed')],
    ['keys, secrets and tokens', new Error('maal_hemmelig12345 whsec_hemmelig+/12= eyJhemmelig.hemmelig.hemmelig Bearer hemmelig')],
    ['what is thrown and is no error', 'connect postgres://maal:hemmelig@host/maal failed']
  ])('without %s', (_what, error) => {
    expect(logged(error)).not.toContain('hemmelig')
    expect(logged(error)).toContain('gik galt')
  })
})
