import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

const NOW = '2026-06-01T10:00:00.000Z'
/** What shows more than the audit trail tells of: it is tagged by its text. */
const BY_TEXT = ['getMe', 'listWebhooks', 'getWebhook', 'listDeliveries']

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: NOW })
  rest = await restClient(subject, asAdmin)
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
afterAll(() => subject.close())
beforeEach(() => { subject.clock.now = NOW })

const inject = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') => subject.app.inject({ method, url, headers })
const tagOf = async (url: string, headers: Record<string, string> = {}): Promise<string> => String((await inject(url, headers)).headers.etag)
const statusOf = async (url: string, etag: string, headers: Record<string, string> = {}): Promise<number> => (await inject(url, { ...headers, 'if-none-match': etag })).statusCode
/** How many statements a request takes. */
async function statements (ask: () => Promise<unknown>): Promise<number> {
  const before = subject.database.countStatements()
  await ask()
  return subject.database.countStatements() - before
}

let number = 0
const writeFigure = async () => await subject.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: `${1900 + ++number}-06`, value: 3 }] })

describe('every read of the contract', () => {
  let urls: { id: string, url: string }[]
  beforeAll(async () => {
    const { items: [measurement] } = (await rest.get('/v1/measurements?limit=1')).body
    const { items: [imported] } = (await rest.get('/v1/imports?limit=1')).body
    const { webhook } = await subject.services.webhooks.create(ADMIN, { url: 'https://example.dk/x', types: ['plan.adopted'] })
    const { id: key } = (await rest.get('/v1/me')).body
    const ids: [RegExp, string][] = [[/webhooks/, webhook.id], [/api-keys/, key], [/imports/, imported.id], [/measurements/, measurement.id], [/indicators/, measurement.indicator]]
    urls = Object.entries(rest.document.paths).flatMap(([path, { get }]) => {
      if (get === undefined) return []
      const parameters = get.parameters?.map(one => '$ref' in one ? { name: '', in: '' } : one) ?? []
      const needed = parameters.filter(one => one.in === 'query' && one.required).map(one => `${one.name}=${String(one.example ?? ({ indicator: measurement.indicator, area: 'DK' } as Record<string, string>)[one.name])}`)
      if (path === '/v1/figures') needed.push('area=DK')
      const own = path.replace(/\{(\w+)\}/g, (_, name: string) => ids.find(([pattern]) => pattern.test(path))?.[1] ?? String(parameters.find(one => one.name === name)?.example))
      return [{ id: get.operationId, url: own + (needed.length > 0 ? `?${needed.join('&')}` : '') }]
    })
    expect(urls.length).toBeGreaterThan(40)
  })

  test('has an ETag, is 304 to who holds it at the cost of one statement beside that of the key, and HEAD tells the same', async () => {
    for (const { id, url } of urls) {
      const get = await inject(url, asAdmin)
      expect([id, get.statusCode, get.headers['cache-control']]).toEqual([id, 200, 'private, no-cache'])
      expect(get.headers.etag, id).toMatch(/^(W\/"|"\d+\.)[\w-]{22}"$/)
      const held = { ...asAdmin, 'if-none-match': String(get.headers.etag) }
      const again = await inject(url, held)
      expect([id, again.statusCode, again.body, again.headers.etag, again.headers['content-type'], again.headers.vary]).toEqual([id, 304, '', get.headers.etag, undefined, get.headers.vary])
      expect((await rest.get(url, held)).status, id).toBe(304)
      if (!BY_TEXT.includes(id)) expect([id, await statements(() => inject(url, held))]).toEqual([id, 2])
      const head = await inject(url, asAdmin, 'HEAD')
      const told = ({ headers: { date: _, 'x-request-id': __, 'transfer-encoding': ___, ...headers } }: typeof get) => headers
      expect([id, head.statusCode, head.body, told(head)]).toEqual([id, 200, '', told(get)])
      expect([id, (await inject(url, held, 'HEAD')).statusCode]).toEqual([id, 304])
    }
  })

  test('is another after a write', async () => {
    const before = new Map<string, string>()
    for (const { url } of urls) before.set(url, await tagOf(url, asAdmin))
    await writeFigure()
    for (const { id, url } of urls) if (!BY_TEXT.includes(id)) expect([id, await statusOf(url, before.get(url)!, asAdmin)]).toEqual([id, 200])
  })
})

describe('a copy', () => {
  test('is looked for before anything is read, by one statement', async () => {
    const url = '/v1/plans/frederikssund-2024/status'
    const etag = await tagOf(url)
    expect(await statements(() => inject(`${url}?asOf=2024-05-05`))).toBeGreaterThan(1)
    expect(await statements(() => inject(url, { 'if-none-match': etag }))).toBe(1)
  })

  test('may be one of several, weak or strong; what is no tag matches nothing', async () => {
    const etag = await tagOf('/v1/plans')
    for (const header of [etag, etag.replace('W/', ''), `"x", ${etag}`, `${etag},W/"y"`]) expect([header, await statusOf('/v1/plans', header)]).toEqual([header, 304])
    for (const header of ['"x"', '', ',', 'x', etag.replaceAll('"', ''), '""', `"${'x'.repeat(8000)}"`, '"7."']) expect([header, await statusOf('/v1/plans', header)]).toEqual([header, 200])
  })

  test('of anything there is', async () => {
    expect(await statusOf('/v1/plans', '*')).toBe(304)
    expect(await statusOf('/v1/plans/ukendt', '*')).toBe(404)
  })

  test('holds for its own address and media type alone', async () => {
    const etag = await tagOf('/v1/targets?limit=2')
    expect(await statusOf('/v1/targets?limit=3', etag)).toBe(200)
    const yaml = await tagOf('/v1/plans/frederikssund-2024/document', { accept: 'application/yaml' })
    expect(await statusOf('/v1/plans/frederikssund-2024/document', yaml)).toBe(200)
    expect(await statusOf('/v1/plans/frederikssund-2024/document', yaml, { accept: 'text/yaml' })).toBe(304)
  })

  test('of what stands in the past, by knownAt, version or cursor, is told in the same way', async () => {
    const { nextCursor } = (await rest.get('/v1/targets?limit=2')).body
    for (const url of ['/v1/targets/frederikssund-2024.3a/status?knownAt=2026-01-01T00:00:00Z', '/v1/plans/frederikssund-2024?version=1', `/v1/targets?limit=2&cursor=${nextCursor}`]) {
      expect(await statusOf(url, await tagOf(url)), url).toBe(304)
    }
  })

  test('is old at Danish midnight, for targets may have ended', async () => {
    const url = '/v1/plans/frederikssund-2024/status'
    const etag = await tagOf(url)
    subject.clock.now = '2026-06-01T21:59:59.999Z'
    expect(await statusOf(url, etag)).toBe(304)
    subject.clock.now = '2026-06-01T22:00:00.000Z'
    expect(await statusOf(url, etag)).toBe(200)
  })

  test('of a plan has its version, which a change is made on top of', async () => {
    await subject.services.plans.putDocument(ADMIN, 'kopi', planBody({ id: 'kopi', status: 'draft' }))
    for (const path of ['plans/kopi', 'goals/kopi.1', 'targets/kopi.1a', 'plans/kopi/document']) expect(await tagOf(`/v1/${path}`, asAdmin), path).toMatch(/^"1\./)
    const etag = await tagOf('/v1/plans/kopi', asAdmin)
    expect((await rest.patch('/v1/plans/kopi', { title: 'Ny' }, { 'if-match': etag })).body.version).toBe(2)
    expect((await rest.patch('/v1/plans/kopi', { title: 'Nyere' }, { 'if-match': etag })).status).toBe(412)
    expect(await statusOf('/v1/plans/kopi', etag, asAdmin)).toBe(200)
  })

  test('of a draft is not that of another by the same name', async () => {
    const draft = planBody({ id: 'igen', status: 'draft' })
    await subject.services.plans.putDocument(ADMIN, 'igen', draft)
    const etag = await tagOf('/v1/plans/igen', asAdmin)
    await subject.services.planEdits.remove(ADMIN, 'igen', { expectedVersion: [1] })
    await subject.services.plans.putDocument(ADMIN, 'igen', { ...draft, title: 'En helt anden' })
    expect(await statusOf('/v1/plans/igen', etag, asAdmin)).toBe(200)
  })
})

describe('who asks', () => {
  test('is told apart by who they are and what they may see', async () => {
    const [one, other] = [await keyWith(subject, ['drafts:read'], ['0250']), await keyWith(subject, ['drafts:read'], ['0250'])]
    const elsewhere = await keyWith(subject, ['drafts:read'], ['0316'])
    const etag = await tagOf('/v1/plans', one)
    expect([await statusOf('/v1/plans', etag, one), await statusOf('/v1/plans', etag, other), await statusOf('/v1/plans', etag, elsewhere), await statusOf('/v1/plans', etag), await statusOf('/v1/plans', etag, asAdmin)]).toEqual([304, 200, 200, 200, 200])
    expect(await statusOf('/v1/me', await tagOf('/v1/me', one), other)).toBe(200)
  })

  test('and what is asked is looked at first', async () => {
    const etag = await tagOf('/v1/api-keys', asAdmin)
    const held = { 'if-none-match': `${etag}, ${await tagOf('/v1/plans')}` }
    expect(await statusOf('/v1/api-keys', etag)).toBe(401)
    expect(await statusOf('/v1/api-keys', etag, await keyWith(subject, ['plans:write']))).toBe(403)
    expect((await rest.get('/v1/plans?ukendt=1', held)).status).toBe(400)
    expect((await rest.get('/v1/plans', { ...held, authorization: 'Bearer ukendt' })).status).toBe(401)
    expect((await rest.get('/v1/plans', { ...held, accept: 'text/html' })).status).toBe(406)
  })

  test('may keep an answer only as long as it is asked again, and for themselves where they sent a key', async () => {
    const vary = (response: { headers: Record<string, unknown> }) => String(response.headers.vary).split(', ').sort()
    const open = await inject('/v1/plans')
    expect([open.headers['cache-control'], vary(open)]).toEqual(['no-cache', ['Origin', 'accept', 'accept-encoding', 'authorization']])
    expect((await inject('/v1/plans', asAdmin)).headers['cache-control']).toBe('private, no-cache')
    const packed = await inject('/v1/plans', { 'accept-encoding': 'br' })
    expect([packed.headers['content-encoding'], packed.headers.etag, vary(packed)]).toEqual(['br', open.headers.etag, vary(open)])
  })

  test('holds for one key alone, where each is shown what it wrote itself', async () => {
    const [own, other] = [await keyWith(subject, ['measurements:write'], ['0250']), await keyWith(subject, ['measurements:write'], ['0250'])]
    expect(await statusOf('/v1/imports', await tagOf('/v1/imports', own), own)).toBe(304)
    expect(await statusOf('/v1/imports', await tagOf('/v1/imports', own), other)).toBe(200)
  })

  test('keeps no refusal and no answer to a write', async () => {
    for (const url of ['/v1/plans/ukendt', '/v1/ukendt', '/v1/plans?ukendt=1']) {
      const { headers } = await inject(url)
      expect([url, headers.etag, headers['cache-control']]).toEqual([url, undefined, 'no-store'])
    }
    const made = await rest.post('/v1/api-keys', { name: 'x', scopes: ['drafts:read'] })
    expect([made.status, made.headers.etag, made.headers['cache-control']]).toEqual([201, undefined, 'no-store'])
  })
})

test.each(['/openapi.json', '/schemas/plan.json'])('%s is not sent again either', async url => {
  const etag = await tagOf(url)
  for (const method of ['GET', 'HEAD'] as const) {
    const { statusCode, body, headers } = await inject(url, { 'if-none-match': etag }, method)
    expect([method, statusCode, body, headers.etag, headers['content-type'], headers['cache-control'], headers.vary]).toEqual([method, 304, '', etag, undefined, 'no-cache', 'Origin, accept-encoding'])
  }
  expect((await inject(url, { 'if-none-match': etag })).headers['content-length']).toBeUndefined()
})

test('another version of the program writes other answers', async () => {
  const tags = await Promise.all(['1.0.0', '1.0.0', '1.0.1'].map(async build => {
    const app = await buildApp({ services: subject.services, database: subject.database, build })
    const { headers } = await app.inject('/v1/plans')
    await app.close()
    return headers.etag
  }))
  expect(new Set(tags).size).toBe(2)
})

// Last, for nothing else is tagged while the clock is behind.
test('where something was written ahead of the clock, a copy is known only once the clock has come so far', async () => {
  const url = '/v1/exports/json-stat?indicator=ledighed'
  subject.clock.now = '2026-06-01T12:00:00.000Z'
  await writeFigure()
  const etag = await tagOf(url)
  subject.clock.now = '2026-06-01T11:00:00.000Z'
  const response = await inject(url, { 'if-none-match': etag })
  expect([response.statusCode, response.headers.etag]).toEqual([200, undefined])
  subject.clock.now = '2026-06-01T12:00:00.000Z'
  expect(await statusOf(url, etag)).toBe(304)
})
