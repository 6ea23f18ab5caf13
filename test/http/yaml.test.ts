import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSeed } from '../../db/seed/index.ts'
import { AppError } from '../../src/domain/errors.ts'
import { readYaml, writeYaml } from '../../src/http/yaml.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith, restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

const plans = readSeed().plans

/** Why some YAML is refused. */
function refusal (text: string): AppError {
  try {
    readYaml(text)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`read: ${text.slice(0, 100)}`)
}

describe('YAML', () => {
  test.each(plans.map(plan => [plan.id, plan] as const))('gives %s back as it was', (_, plan) => {
    expect(readYaml(writeYaml(plan)).value).toEqual(plan)
  })

  test('gives back whatever JSON can say', () => {
    fc.assert(fc.property(fc.jsonValue(), value => {
      fc.pre(!JSON.stringify(value).includes('__proto__'))
      const sent: unknown = JSON.parse(JSON.stringify(value))
      expect(readYaml(writeYaml(sent)).value).toEqual(sent)
    }), { numRuns: 1000 })
  })

  test.each(['1.10', 'on', 'no', 'yes', 'y', 'N', 'true', 'null', '~', '', ' x ', '2024-01-01', '2024-01-01T00:00:00Z', '0316', '0o17', '0x1F', '1e3', '.inf', '1_000', '12:30:45', '- a', 'a: b', '# a', '<<', '=', '*a', '&a', '!a', '%a', '@a', '`a', '"', "'", 'a\nb', 'a\n\n b \n', '\ta', 'a\r\nb', '\u0085', '\u2028', '\ufeff', '---', '...', 'é', '🙂', '\u0000', '\ud800'])('keeps the text %j as it is, as a value and as a name', text => {
    const written = writeYaml({ code: text, list: [text], [text]: 1 })
    expect(readYaml(written).value).toEqual({ code: text, list: [text], [text]: 1 })
  })

  test('what readers of YAML 1.1 take for something else is in quotes', () => {
    expect(writeYaml({ a: '1.10', b: 'on', c: 'no', d: '2024-01-01', e: '0316', f: '12:30', g: 'plan' })).toBe('a: "1.10"\nb: "on"\nc: "no"\nd: "2024-01-01"\ne: "0316"\nf: "12:30"\ng: plan\n')
  })

  test('is read by the core schema, whatever it says of itself', () => {
    const text = 'dag: 2024-01-01\nja: yes\ntil: on\ntal: 1.50\nintet:\n<<: x\n1: et\n'
    const value = { dag: '2024-01-01', ja: 'yes', til: 'on', tal: 1.5, intet: null, '<<': 'x', 1: 'et' }
    expect(readYaml(text).value).toEqual(value)
    expect(readYaml(`%YAML 1.1\n---\n${text}`).value).toEqual(value)
    expect(readYaml('a: &vindue { start: 2024-01-01 }\nb: *vindue\n').value).toEqual({ a: { start: '2024-01-01' }, b: { start: '2024-01-01' } })
    expect(readYaml('').value).toBeNull()
  })

  test.each([
    ['a: 1\nb: [1,\n', 'line 3, column 1', /\]/], ['a: 1\n  b: 2\n', 'line 1, column 4', /nested/i], ['a: 1\nb: 2\na: 3\n', 'line 3, column 1', /stands twice/], ['1: a\n"1": b\n', 'line 2, column 1', /stands twice/],
    ['a: !hemmelig x\n', 'line 1, column 4', /tag/], ['a: !!js/function "x"\n', 'line 1, column 4', /tag/], ['a: !!binary aGVq\n', 'line 1, column 4', /tag/], ['a: !!timestamp 2024-01-01\n', 'line 1, column 4', /tag/], ['a: !!set {x}\n', 'line 1, column 4', /tag/],
    ['a: 1\n---\nb: 2\n', 'line 2, column 1', /second document/], ['a: *b\n', 'line 1, column 4', /no anchor/], ['a: &a [*a]\n', 'line 1, column 8', /no anchor/], ['? [a]\n: 1\n', 'line 1, column 3', /./], ['&a a: 1\n*a : 2\n', 'line 2, column 1', /text/],
    ['a:\n  __proto__: 1\n', 'line 2, column 3', /__proto__/], ['a: "\\q"\n', 'line 1, column 5', /escape/i], [`a: ${'['.repeat(200)}${']'.repeat(200)}`, 'line 1, column 104', /deep/], ['['.repeat(50_000), 'line 1', /deep|flow/i], ['\tx: 1\n y', 'line', /./]
  ])('refuses %j and says where', (text, place, why) => {
    const { code, problems, message } = refusal(text)
    expect(code).toBe('invalid_request')
    expect(problems).toEqual([{ pointer: '', code: 'invalid_yaml', detail: expect.stringMatching(why) }])
    expect(message).toContain(place)
  })

  test('refuses bombs within a moment', () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `a${at}: &a${at} [${Array.from({ length: 9 }, () => at === 0 ? 'lol' : `*a${at - 1}`).join(', ')}]`).join('\n')
    const wide = `a: &a "${'x'.repeat(100_000)}"\nb: [${Array.from({ length: 20 }, () => '*a').join(', ')}]\n`
    const many = [',', ']', '- abc\n', '\n', 'a: ', '&a ', '"\\q" ', '? ', '---\n', '%X y\n', '{', '!x ', '*a '].map(part => part.repeat(5_000_000 / part.length))
    const keys = Array.from({ length: 20_000 }, (_, at) => `k${at}: 1\n`).join('')
    const before = performance.now()
    expect([laughs, wide].map(text => refusal(text).message)).toEqual([expect.stringContaining('aliases repeat'), expect.stringContaining('aliases repeat')])
    for (const text of many) expect(['payload_too_large', 'invalid_request']).toContain(refusal(text).code)
    expect(Object.keys(readYaml(keys).value as object)).toHaveLength(20_000)
    expect(performance.now() - before).toBeLessThan(10_000)
  }, 30_000)
})

describe('a plan as YAML', () => {
  let subject: TestApp
  beforeAll(async () => {
    subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
    await (await restClient(subject, asAdmin)).put('/v1/indicators/ledighed', indicatorBody())
  })
  afterAll(() => subject.close())

  const put = async (id: string, payload: string, headers: Record<string, string> = {}) =>
    await subject.app.inject({ method: 'PUT', url: `/v1/plans/${id}/document?reason=x`, headers: { ...asAdmin, 'content-type': 'application/yaml', ...headers }, payload })
  const get = async (id: string, headers: Record<string, string> = {}) => await subject.app.inject({ url: `/v1/plans/${id}/document`, headers })

  test.each(plans.map(plan => plan.id))('%s comes as YAML, and put back it changes nothing', async id => {
    const read = await get(id, { accept: 'application/yaml' })
    expect([read.statusCode, read.headers['content-type'], read.headers.etag, read.headers.vary]).toEqual([200, 'application/yaml', expect.stringMatching(/^"1\./), expect.stringContaining('accept')])
    const again = await put(id, read.body, { 'if-match': String(read.headers.etag) })
    expect(again.json()).toMatchObject({ version: 1, changed: false, changes: [] })
    expect(readYaml(read.body).value).toEqual((await get(id)).json())
    expect((await get(id, { accept: 'application/yaml', 'if-none-match': String(read.headers.etag) })).statusCode).toBe(304)
    expect((await get(id, { 'if-none-match': String(read.headers.etag) })).statusCode).toBe(200)
  })

  test.each(['application/yaml', 'application/x-yaml; charset=utf-8', 'text/yaml'])('is put as %s', async type => {
    const id = type.replace(/;.*/, '').replace('/', '-')
    const answer = await put(id, `# En plan\n$schema: /schemas/plan.json\n${writeYaml({ ...planBody(), id })}`, { 'content-type': type })
    expect(answer.statusCode, answer.body).toBe(201)
    expect((await get(id)).json()).toEqual({ ...planBody(), id })
  })

  test('what does not fit is named with line and column', async () => {
    const answer = await put('forkert', 'id: forkert\nkommune: 0250\ntitle: En plan\nkind: annual_plan\nperiod: { from: 2024-01-01, to: 2024-13-01 }\ngoals:\n  - code: 1.10\n    kind: local\n    farve: rød\n')
    expect(answer.statusCode).toBe(400)
    const found = Object.fromEntries(answer.json<{ errors: { pointer: string, detail: string }[] }>().errors.map(({ pointer, detail }) => [pointer, detail]))
    expect(found).toEqual({
      '/kommune': 'expected string, received number: write it in quotes (line 2, column 10)',
      '/period/to': expect.stringContaining('(line 5, column 33)'),
      '/goals/0/code': 'expected string, received number: write it in quotes (line 7, column 11)',
      '/goals/0/title': expect.stringContaining('(line 7, column 5)'),
      '/goals/0/farve': expect.stringContaining('(line 9, column 12)')
    })
    expect((await put('forkert', 'id: [')).json()).toMatchObject({ status: 400, detail: expect.stringContaining('line 1, column'), errors: [{ code: 'invalid_yaml' }] })
    const unknown = await put('andet', writeYaml({ ...planBody(), id: 'andet', umbrella: 'findes-ikke' }))
    expect(unknown.json()).toMatchObject({ status: 422, errors: [{ pointer: '/umbrella', detail: expect.stringMatching(/\(line \d+, column \d+\)$/) }] })
  })

  test('is refused where it is no UTF-8, for letters would be lost', async () => {
    const body = Buffer.from(writeYaml({ ...planBody(), id: 'tegn', title: 'En dårlig plan' }), 'latin1')
    for (const type of ['application/yaml', 'application/yaml; charset=iso-8859-1']) {
      const answer = await subject.app.inject({ method: 'PUT', url: '/v1/plans/tegn/document', headers: { ...asAdmin, 'content-type': type }, payload: body })
      expect(answer.json()).toMatchObject({ status: 400, detail: 'The body is not UTF-8 at line 3, column 12: save it as UTF-8.', errors: [{ code: 'invalid_text' }] })
    }
    expect((await put('tegn', `\ufeff${writeYaml({ ...planBody(), id: 'tegn' })}`)).statusCode).toBe(201)
  })

  test('is refused where it is too large, where it is not taken, and from those who may not', async () => {
    expect((await put('stor', `a: ${'x'.repeat(5 * 1024 * 1024)}`)).statusCode).toBe(413)
    expect((await put('stor', ','.repeat(1_000_000))).statusCode).toBe(400)
    expect((await put('stor', '- \n'.repeat(100_000))).statusCode).toBe(413)
    expect((await put('tom', '')).statusCode).toBe(400)
    expect((await put('x', 'a: 1', { 'content-encoding': 'gzip' })).statusCode).toBe(415)
    const elsewhere = await subject.app.inject({ method: 'POST', url: '/v1/plans', headers: { ...asAdmin, 'content-type': 'application/yaml' }, payload: 'id: x' })
    expect([elsewhere.statusCode, elsewhere.json<{ detail: string }>().detail]).toEqual([415, expect.not.stringContaining('yaml')])
    expect((await put('x', 'a: [', { 'content-type': 'application/toml' })).json()).toMatchObject({ status: 415, detail: expect.stringContaining('application/json, application/yaml') })
    const bad = { method: 'PUT', url: '/v1/plans/x/document', payload: 'a: [' } as const
    expect((await subject.app.inject({ ...bad, headers: { 'content-type': 'text/yaml' } })).statusCode).toBe(401)
    expect((await subject.app.inject({ ...bad, headers: { ...await keyWith(subject, ['measurements:write']), 'content-type': 'text/yaml' } })).statusCode).toBe(403)
  })
})
