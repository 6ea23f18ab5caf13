import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../src/domain/errors.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, type Operation, restClient } from '../support/rest.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
})
afterAll(() => subject.close())

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** Every route of the server as `GET /v1/plans/:id`, read from Fastify's own picture of them. */
function routesOf (app: FastifyInstance): string[] {
  const above: string[] = []
  return app.printRoutes({ commonPrefix: false }).split('\n').flatMap(line => {
    const [, indent, part, methods] = /^((?:[│ ] {3})*)[├└]── (.*?)(?: \(([A-Z, -]+)\))?$/.exec(line) ?? []
    if (indent === undefined) return []
    const depth = indent.length / 4
    above.splice(depth, above.length, part ?? '')
    return (methods ?? '').split(', ').filter(method => METHODS.includes(method.toLowerCase())).map(method => `${method} ${above.join('')}`)
  })
}

test('every route of /v1 is documented, and everything documented is a route', async () => {
  const documented = Object.entries(rest.document.paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`))
  // Each path has a second route, which refuses the methods that it does not know: 405 tells it from a real one.
  const served: string[] = []
  for (const route of new Set(routesOf(subject.app).filter(one => one.includes(' /v1/')))) {
    const [method, path] = route.split(' ') as ['GET', string]
    if ((await subject.app.inject({ method, url: path.replace(/:\w+/g, 'x') })).statusCode !== 405) served.push(route)
  }
  expect(served.toSorted()).toEqual(documented.toSorted())
})

test('what is documented as open to all needs no key, and the rest is refused without one', async () => {
  for (const [path, methods] of Object.entries(rest.document.paths)) {
    for (const [method, { operationId, security }] of Object.entries(methods)) {
      const isOpen = (security as object[]).some(one => Object.keys(one).length === 0)
      const { statusCode } = await subject.app.inject({ method: method.toUpperCase() as 'GET', url: path.replace(/\{\w+\}/g, 'x'), ...method !== 'get' && method !== 'delete' && { payload: {} } })
      // What is not well asked is refused before it is looked who asks.
      if (isOpen) expect(statusCode, operationId).not.toBe(401)
      else expect([400, 401, 415], `${operationId} answered ${statusCode} without a key`).toContain(statusCode)
    }
  }
})

describe('the example of every body', () => {
  const IMPORTS = ['importJobindsats', 'previewImport']

  test('is taken by the server', async () => {
    const { items: [imported] } = (await rest.get('/v1/imports?limit=1')).body
    const key = (await rest.post('/v1/api-keys', { name: 'x', scopes: ['drafts:read'] })).body.key
    const webhook = (await rest.post('/v1/webhooks', { url: 'https://example.dk/maal', types: ['plan.adopted'] })).body.webhook
    const comment = (await rest.post('/v1/targets/frederikssund-2024.3a/comments', { on: '2024-06-30', text: 'x', author: 'y' })).body
    const draft = (await rest.post('/v1/plans/frederikssund-2024/copy', { to: 2030 })).body.plan as string
    const ids: Record<string, string> = { '/v1/plans/{id}/adopt': draft, '/v1/api-keys/{id}/rotate': key.id, '/v1/webhooks/{id}/rotate': webhook.id, '/v1/webhooks/{id}/replay': webhook.id, '/v1/comments/{id}': comment.id, '/v1/imports/{id}/undo': imported.id }
    const all = Object.entries(rest.document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
    const refused: Record<string, string> = {}
    for (const { path, method, operation: { operationId, requestBody, parameters = [] } } of all) {
      for (const [type, { example, schema }] of Object.entries(requestBody?.content ?? {})) {
        if (example === undefined || 'format' in schema) continue
        const query = [...parameters.filter(one => one.in === 'query' && one.required).map(one => `${one.name}=${String(one.example)}`), 'reason=x', 'validateOnly=true', 'dryRun=true', ...IMPORTS.includes(operationId) ? ['mapping=jobindsats-y25i01'] : []].filter(one => parameters.some(({ name }) => one.startsWith(`${name}=`)))
        const url = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[path] ?? String(parameters.find(one => one.name === name)?.example))
        const body = typeof example === 'string' ? example : JSON.stringify(example)
        const { statusCode, body: said } = await subject.app.inject({ method: method.toUpperCase() as 'POST', url: `${url}?${query.join('&')}`, payload: body, headers: { ...asAdmin, 'content-type': type, ...parameters.some(one => one.name === 'If-Match') && { 'if-match': '*' } } })
        if (statusCode >= 300) refused[`${operationId} ${type}`] = `${statusCode} ${said}`
      }
    }
    expect(refused).toEqual({})
  })
})

test('a body that need not be sent need not', async () => {
  const optional = Object.entries(rest.document.paths).flatMap(([path, methods]) => Object.values(methods).map(operation => ({ path, ...operation })))
    .filter(({ requestBody }) => (requestBody as { required?: boolean } | undefined)?.required === false)
  expect(optional.map(one => one.operationId).toSorted()).toEqual(['adoptPlan', 'closePlan', 'rotateKey', 'rotateWebhook', 'withdrawPlan'])
  for (const { operationId, path, parameters } of optional) {
    const { statusCode, body } = await subject.app.inject({ method: 'POST', url: exampleUrl(path, parameters), headers: { ...asAdmin, 'if-match': '*' } })
    expect(statusCode, `${operationId}: ${body}`).not.toBe(400)
  }
})

type Described = { name: string, schema: Limited & { items?: Limited } }
type Limited = { type?: string | string[], maxLength?: number, properties?: Record<string, Limited>, $ref?: string }
const documented = () => Object.entries(rest.document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
const exampleUrl = (path: string, parameters: Operation['parameters'] = []): string => path.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters.find(one => one.name === name)?.example))

describe('the limits that are documented are those that hold', () => {
  test('of every text in a query: no U+0000, and no more than maxLength', async () => {
    for (const { path, method, operation: { operationId, parameters = [] } } of documented()) {
      for (const { name, schema } of parameters.filter(one => one.in === 'query') as unknown as Described[]) {
        const { type, maxLength } = schema.items ?? schema
        if (type !== 'string') continue
        for (const value of ['%00', ...maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]]) {
          const { statusCode, body } = await subject.app.inject({ method: method.toUpperCase() as 'GET', url: `${exampleUrl(path, parameters)}?${name}=${value}`, headers: asAdmin, ...!['get', 'delete'].includes(method) && { payload: {} } })
          expect([statusCode, (JSON.parse(body) as { errors?: { pointer: string }[] }).errors?.map(one => one.pointer)], `${operationId} ?${name}=${value.slice(0, 20)}`).toEqual([400, expect.arrayContaining([`?${name}`])])
        }
      }
    }
  })

  test('of every text at the top of a body', async () => {
    const tried: string[] = []
    for (const { path, method, operation: { operationId, parameters = [], requestBody } } of documented()) {
      const { schema, example } = (requestBody?.content['application/json'] ?? {}) as { schema?: Limited, example?: Record<string, unknown> }
      const { properties = {} } = schema?.$ref === undefined ? schema ?? {} : rest.document.components.schemas[schema.$ref.split('/').at(-1)!] as Limited
      for (const [name, { type, maxLength }] of Object.entries(properties)) {
        if (maxLength === undefined || ![type].flat().includes('string')) continue
        const { statusCode, body } = await subject.app.inject({ method: method.toUpperCase() as 'POST', url: `${exampleUrl(path, parameters)}?${parameters.some(one => one.name === 'reason') ? 'reason=x' : ''}`, headers: { ...asAdmin, 'if-match': '*' }, payload: { ...example, [name]: 'x'.repeat(maxLength + 1) } })
        expect([statusCode, body], `${operationId} /${name}`).toEqual([400, expect.stringContaining(`"pointer":"/${name}"`)])
        tried.push(name)
      }
    }
    expect(tried.length).toBeGreaterThan(40)
  })
})

describe('every refusal that is documented', () => {
  const plan = '/v1/plans/frederikssund-2024'
  const bad = { measurements: [{ indicator: 'x', area: 'DK', period: '2024', value: 1 }] }
  type Answered = { status: number, body: unknown }

  /** How each is met; null where it takes a broken or full server, which tests of the database and the limits stage. */
  const MET = {
    invalid_request: () => rest.get('/v1/plans?limit=0'),
    not_found: () => rest.get('/v1/plans/nowhere-2024'),
    unauthenticated: () => rest.get('/v1/me', { authorization: 'Bearer none' }),
    forbidden: async () => await rest.post('/v1/measurements', bad, await keyWith(subject, ['plans:write'])),
    conflict: async () => await rest.delete(`/v1/api-keys/${(await rest.get('/v1/me')).body.id}`),
    idempotency_key_reused: async () => {
      await rest.post('/v1/measurements?dryRun=true', bad, { 'idempotency-key': 'k' })
      return await rest.post('/v1/measurements', bad, { 'idempotency-key': 'k' })
    },
    version_conflict: () => rest.patch(`${plan}?reason=x`, { adoptedBy: 'x' }, { 'if-match': '"99"' }),
    precondition_required: () => rest.patch(`${plan}?reason=x`, { adoptedBy: 'x' }),
    reason_required: () => rest.patch(plan, { adoptedBy: 'x' }, { 'if-match': '*' }),
    batch_refused: () => rest.post('/v1/measurements', bad),
    unprocessable: () => rest.post(`${plan}/adopt?reason=x`, {}, { 'if-match': '*' }),
    frequency_locked: () => rest.put('/v1/indicators/sygedagpenge-jobafklaring-pct-arbejdsstyrke', { name: { da: 'x', en: 'x' }, unit: 'percent', polarity: 'neutral', frequency: 'year' }),
    payload_too_large: () => rest.post('/v1/plans', { title: 'x'.repeat(6_000_000) }),
    unsupported_media_type: () => rest.post('/v1/plans', '<plan/>', { 'content-type': 'application/xml' }),
    method_not_allowed: async () => {
      const { statusCode, body } = await subject.app.inject({ method: 'PUT', url: '/v1/plans' })
      return { status: statusCode, body: JSON.parse(body) as unknown }
    },
    not_acceptable: () => rest.get('/v1/plans', { accept: 'image/png' }),
    rate_limited: async () => {
      const limited = await openTestApp({ rateLimit: 1 })
      const { get } = await restClient(limited)
      const answer = await get('/v1/plans')
      await limited.close()
      return answer
    },
    unavailable: null,
    storage_full: null,
    internal: null
  } satisfies Record<ErrorCode, (() => Promise<Answered>) | null>

  test.each(Object.entries(MET).flatMap(([code, meet]) => meet === null ? [] : [[code, meet] as const]))('%s can be met, as its operation says', async (code, meet) => {
    const { status, body } = await meet()
    expect(codeOf({ body } as never), JSON.stringify(body)).toBe(code)
    const says = Object.values(rest.document.paths).flatMap(methods => Object.values(methods)).map(({ responses }) => responses[status]).filter(answer => answer !== undefined)
    if (code !== 'method_not_allowed') expect(says.some(answer => JSON.stringify(rest.contract.resolved(answer)).includes(`"code":"${code}"`))).toBe(true)
  })
})
