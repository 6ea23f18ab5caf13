import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient, pages, ProblemError, unwrap } from '../../src/client/index.js'
import { ADMIN_KEY, openTestApp, type TestApp } from '../support/app.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Runs a program beside this process, whose server it may ask. */
const run = promisify(execFile)
const HEADING = '/** The types of the REST API, made of openapi/openapi.json by `npm run openapi`. */\n\n'

let subject: TestApp
let baseUrl: string
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
  await subject.app.listen({ port: 0, host: '127.0.0.1' })
  baseUrl = `http://127.0.0.1:${(subject.app.server.address() as AddressInfo).port}`
})
afterAll(() => subject.close())

/** A client that tells which requests it sent and what they were answered. */
function watched (options: { key?: string, remember?: boolean } = {}) {
  const sent: string[] = []
  const client = createClient({
    baseUrl,
    ...options,
    fetch: async request => {
      const response = await fetch(request)
      sent.push(`${request.method} ${request.url.slice(baseUrl.length)} ${response.status}`)
      return response
    }
  })
  return { client, sent }
}

test('the types are those of the document (npm run openapi writes them)', async () => {
  const document = (await subject.app.inject('/openapi.json')).json<never>()
  const types = astToString(await openapiTypescript(document, { alphabetize: false }))
  await expect(HEADING + types).toMatchFileSnapshot('../../src/client/openapi.d.ts')
})

describe('the client', () => {
  test('reads what is open to all, and writes with a key', async () => {
    const plan = await unwrap(createClient({ baseUrl }).GET('/v1/plans/{id}', { params: { path: { id: 'frederikssund-2024' } } }))
    expect(plan.goals.flatMap(goal => goal.targets).map(target => target.code)).toContain('3a')
    for (const key of [ADMIN_KEY, () => ADMIN_KEY, async () => await Promise.resolve(ADMIN_KEY)]) {
      expect((await unwrap(createClient({ baseUrl, key }).GET('/v1/me'))).scopes).toEqual(['admin'])
    }
    expect((await unwrap(createClient({ baseUrl, key: () => undefined }).GET('/v1/me'))).scopes).toEqual([])
  })

  test('names the latest version of the data that it has seen, where the server tells of any', async () => {
    const told = [undefined, '7.12', '6.15', undefined]
    const asked: (string | null)[] = []
    const client = createClient({
      baseUrl,
      fetch: async request => {
        asked.push(request.headers.get('data-version'))
        const version = told.shift()
        return new Response('{}', { headers: { 'content-type': 'application/json', ...version !== undefined && { 'data-version': version } } })
      }
    })
    for (let times = 0; times < 3; times++) await client.GET('/v1/areas')
    await client.GET('/v1/areas', { headers: { 'Data-Version': 'evt-20' } })
    expect(asked).toEqual([null, null, '7.12', 'evt-20, 7.15'])
  })

  test('throws a refusal with its problem', async () => {
    const { client } = watched()
    const refused = unwrap(client.POST('/v1/measurements', { body: { measurements: [{ indicator: 'x', area: 'DK', period: '2024', value: 1 }] } }))
    await expect(refused).rejects.toBeInstanceOf(ProblemError)
    await expect(refused).rejects.toMatchObject({ code: 'unauthenticated', status: 401, message: expect.stringContaining('key') as string, problem: { type: 'urn:problem:maalopfoelgning:unauthenticated' } })
    const proxied = createClient({ baseUrl, fetch: async () => await Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })) })
    await expect(unwrap(proxied.GET('/v1/me'))).rejects.toMatchObject({ code: 'unknown', status: 502 })
  })

  test('goes through a list page by page, and no further than it is asked', async () => {
    const { client, sent } = watched()
    const whole = await unwrap(client.GET('/v1/targets', { params: { query: { limit: 500 } } }))
    const ids: string[] = []
    for await (const { id } of pages(client, '/v1/targets', { params: { query: { limit: 7 } } })) ids.push(id)
    expect(ids).toEqual(whole.items.map(target => target.id))
    expect(sent).toHaveLength(1 + Math.ceil(ids.length / 7))
    for await (const { id } of pages(client, '/v1/targets', { params: { query: { limit: 7 } } })) if (id === ids[8]) break
    expect(sent).toHaveLength(1 + Math.ceil(ids.length / 7) + 2)
  })

  test('sends several values of a filter as the server reads them', async () => {
    const { items } = await unwrap(createClient({ baseUrl }).GET('/v1/targets', { params: { query: { kommune: ['0250', '0316'], limit: 500 } } }))
    expect(new Set(items.map(target => target.kommune))).toEqual(new Set(['0250', '0316']))
  })

  test('that remembers asks only whether what it knows still holds', async () => {
    const { client, sent } = watched({ key: ADMIN_KEY, remember: true })
    const read = async () => await unwrap(client.GET('/v1/national-goals/{id}', { params: { path: { id: '2031-1' } } }))
    const put = async (title: string) => await unwrap(client.PUT('/v1/national-goals/{id}', { params: { path: { id: '2031-1' } }, body: { title } }))
    await put('Flere i arbejde')
    expect([await read(), await read()].map(goal => goal.title)).toEqual(['Flere i arbejde', 'Flere i arbejde'])
    await put('Flere unge i arbejde')
    expect((await read()).title).toBe('Flere unge i arbejde')
    expect(sent.filter(one => one.startsWith('GET')).map(one => one.split(' ')[2])).toEqual(['200', '304', '200'])
  })
})

test.each(['rest', 'graphql'])('the example of %s shows each target of a kommune with its status and why', async name => {
  const { stdout } = await run(process.execPath, [join(root, `src/client/examples/${name}.ts`), baseUrl, '0250', '2023-06-01'])
  expect(stdout).toContain('Beskæftigelsesplan 2024 – Frederikssund Kommune')
  expect(stdout).toMatch(/^ {2}3a Gabet til landsgennemsnittet .*: (not started|NOT_STARTED)\n {4}Not started/m)
  expect(stdout.match(/^ {4}\S/gm)).toHaveLength(stdout.match(/^ {2}\S/gm)!.length)
})

describe('the package', () => {
  const CONSUMER = `import { createClient, pages, unwrap, type Schemas } from 'maalopfoelgning/client'
const client = createClient({ baseUrl: 'http://localhost', key: 'x' })
const status: Schemas['TargetStatus'] = await unwrap(client.GET('/v1/targets/{id}/status', { params: { path: { id: 'a.1' }, query: { asOf: '2024-07-10' } } }))
const words: Record<Schemas['Status'], string> = { achieved: '', on_track: '', at_risk: '', off_track: '', missed: '', no_data: '', not_started: '', awaiting_data: '', monitored: '' }
export const sentence: string = words[status.status] + status.explanation.da
for await (const { rule } of pages(client, '/v1/targets')) {
  if (rule.kind === 'gap_reduction') rule.amount.toFixed(1)
  // @ts-expect-error only some rules have an amount
  rule.amount?.toFixed(1)
}
// @ts-expect-error the path needs an id
await client.GET('/v1/targets/{id}/status', {})
// @ts-expect-error there is no such path
await client.GET('/v1/target', {})
// @ts-expect-error there is no such flag
await client.POST('/v1/measurements', { body: { measurements: [{ indicator: 'x', area: 'DK', period: '2024', value: 1, flag: 'finale' }] } })
// @ts-expect-error a plan is no list
pages(client, '/v1/plans/{id}', { params: { path: { id: 'x' } } })
const { error } = await client.GET('/v1/me')
if (error?.code === 'rate_limited') console.log(error.detail)
// @ts-expect-error there is no such code
if (error?.code === 'limited') console.log(error.detail)
`
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'maal-consumer-'))
    const packages = join(folder, 'node_modules')
    mkdirSync(join(packages, 'maalopfoelgning'), { recursive: true })
    const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as [{ filename: string }]
    execFileSync('tar', ['-xzf', join(folder, filename), '--strip-components=1', '-C', join(packages, 'maalopfoelgning')])
    for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) symlinkSync(join(root, 'node_modules', name), join(packages, name))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('is imported by plain Node', async () => {
    writeFileSync(join(folder, 'ask.js'), `
      import { createClient, unwrap } from 'maalopfoelgning/client'
      import document from 'maalopfoelgning/openapi.json' with { type: 'json' }
      const plan = await unwrap(createClient({ baseUrl: process.argv[2] }).GET('/v1/plans/{id}', { params: { path: { id: 'hvidovre-2023' } } }))
      console.log(document.openapi, plan.id, import.meta.resolve('maalopfoelgning/schema.graphql').endsWith('schema.graphql'))`)
    expect((await run(process.execPath, [join(folder, 'ask.js'), baseUrl])).stdout).toBe('3.1.0 hvidovre-2023 true\n')
  })

  test.each(['nodenext', 'bundler'])('has types that let right calls pass and stop wrong ones (%s)', async resolution => {
    const options = { strict: true, noEmit: true, skipLibCheck: resolution === 'bundler', target: 'es2024', lib: ['es2024', 'dom', 'dom.iterable'], types: [], module: resolution === 'bundler' ? 'esnext' : resolution, moduleResolution: resolution }
    writeFileSync(join(folder, 'consumer.ts'), CONSUMER)
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['consumer.ts'] }))
    const said = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]).then(() => '', (error: { stdout: string }) => error.stdout)
    expect(said).toBe('')
  }, 60_000)
})
