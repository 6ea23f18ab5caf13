import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../src/domain/errors.ts'
import { ADMIN_KEY, asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { type Operation, restClient } from '../support/rest.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
})
afterAll(() => subject.close())

const operations = (): { method: string, path: string, operation: Operation }[] =>
  Object.entries(rest.document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })))

/** Whether it may be asked without a key. */
const isOpen = ({ security }: Operation): boolean => (security as object[]).some(one => Object.keys(one).length === 0)

test('openapi/openapi.json is what the server says (npm run openapi writes it)', async () => {
  await expect(`${JSON.stringify(rest.document, null, 2)}\n`).toMatchFileSnapshot('../../openapi/openapi.json')
})

describe('every operation', () => {
  test('is there', () => {
    expect(operations().map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual([
      'DELETE /v1/api-keys/{id}', 'DELETE /v1/comments/{id}', 'DELETE /v1/goals/{id}', 'DELETE /v1/indicators/{id}', 'DELETE /v1/mappings/{id}', 'DELETE /v1/measurements/{id}', 'DELETE /v1/national-goals/{id}', 'DELETE /v1/plans/{id}', 'DELETE /v1/targets/{id}', 'DELETE /v1/webhooks/{id}', 'GET /v1/api-keys',
      'GET /v1/api-keys/{id}', 'GET /v1/areas', 'GET /v1/areas/{id}', 'GET /v1/audit', 'GET /v1/changes', 'GET /v1/compare', 'GET /v1/exports/json-stat', 'GET /v1/exports/measurements', 'GET /v1/exports/plans', 'GET /v1/exports/statuses', 'GET /v1/figures', 'GET /v1/freshness', 'GET /v1/goals/{id}', 'GET /v1/goals/{id}/status', 'GET /v1/imports',
      'GET /v1/imports/{id}', 'GET /v1/indicators', 'GET /v1/indicators/{id}', 'GET /v1/kommuner', 'GET /v1/kommuner/{code}', 'GET /v1/mappings', 'GET /v1/mappings/{id}', 'GET /v1/me', 'GET /v1/measurements', 'GET /v1/measurements/{id}',
      'GET /v1/measurements/{id}/revisions', 'GET /v1/national-goals', 'GET /v1/national-goals/{id}', 'GET /v1/plans', 'GET /v1/plans/{id}', 'GET /v1/plans/{id}/document', 'GET /v1/plans/{id}/missing-figures.xlsx', 'GET /v1/plans/{id}/status', 'GET /v1/plans/{id}/versions', 'GET /v1/statuses', 'GET /v1/targets',
      'GET /v1/targets/{id}', 'GET /v1/targets/{id}/assessments', 'GET /v1/targets/{id}/comments', 'GET /v1/targets/{id}/deliverables', 'GET /v1/targets/{id}/history', 'GET /v1/targets/{id}/required-pace', 'GET /v1/targets/{id}/status', 'GET /v1/webhooks', 'GET /v1/webhooks/{id}',
      'GET /v1/webhooks/{id}/deliveries', 'PATCH /v1/comments/{id}', 'PATCH /v1/goals/{id}', 'PATCH /v1/indicators/{id}', 'PATCH /v1/national-goals/{id}', 'PATCH /v1/plans/{id}', 'PATCH /v1/targets/{id}', 'POST /v1/api-keys', 'POST /v1/api-keys/{id}/rotate', 'POST /v1/goals/{id}/move', 'POST /v1/goals/{id}/targets',
      'POST /v1/imports/jobindsats', 'POST /v1/imports/json-stat', 'POST /v1/imports/preview', 'POST /v1/imports/{id}/undo', 'POST /v1/measurements', 'POST /v1/plans', 'POST /v1/plans/{id}/adopt', 'POST /v1/plans/{id}/close', 'POST /v1/plans/{id}/copy',
      'POST /v1/plans/{id}/goals', 'POST /v1/plans/{id}/withdraw', 'POST /v1/targets/{id}/assessments', 'POST /v1/targets/{id}/comments', 'POST /v1/targets/{id}/deliverables/{code}', 'POST /v1/targets/{id}/move', 'POST /v1/targets/{id}/what-if', 'POST /v1/webhooks',
      'POST /v1/webhooks/{id}/deliveries/{delivery}/replay', 'POST /v1/webhooks/{id}/replay', 'POST /v1/webhooks/{id}/resume', 'POST /v1/webhooks/{id}/rotate', 'PUT /v1/indicators/{id}', 'PUT /v1/mappings/{id}', 'PUT /v1/national-goals/{id}',
      'PUT /v1/plans/{id}/document'
    ])
  })

  test('has a name of its own, a summary, a description, a known tag and an example', () => {
    const tags = (rest.document.tags as { name: string }[]).map(tag => tag.name)
    const names = operations().map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const { path, operation: { operationId, summary, description, tags: used, responses, requestBody, parameters } } of operations()) {
      expect([operationId, summary, description].every(text => typeof text === 'string' && text.length > 3), path).toBe(true)
      expect(tags, path).toEqual(expect.arrayContaining(used as string[]))
      for (const answer of [requestBody, ...['200', '201'].map(status => responses[status])]) {
        for (const media of Object.values(answer?.content ?? {}).filter(({ schema }) => !('format' in schema && schema.format === 'binary'))) expect(media.example, `${operationId} has an answer or body without an example`).toBeDefined()
      }
      expect(parameters?.filter(one => one.in === 'path').map(one => `{${one.name}}`) ?? []).toEqual(path.match(/\{\w+\}/g) ?? [])
    }
  })

  test('shows examples that its own schemas accept', () => {
    for (const { operation } of operations()) {
      const answers = Object.entries(operation.responses).map(([status, answer]) => [status, rest.contract.resolved(answer)] as const)
      for (const [about, answer] of [['body', operation.requestBody ?? {}] as const, ...answers]) {
        for (const { schema, example, examples = {} } of Object.values(answer.content ?? {})) {
          for (const shown of [example, ...Object.values(examples).map(one => one.value)]) {
            if (shown !== undefined) expect(rest.contract.problems(schema, shown), `${operation.operationId} ${about}`).toBe('')
          }
        }
      }
    }
  })

  test('says what it may refuse, as problems', () => {
    for (const { path, method, operation } of operations()) {
      const statuses = Object.keys(operation.responses)
      expect(statuses, path).toEqual(expect.arrayContaining(['400', '401', '429', '500', '503', ...method === 'get' || isOpen(operation) ? [] : ['403']]))
      for (const status of statuses.filter(one => Number(one) >= 400)) {
        expect(Object.keys(rest.contract.resolved(operation.responses[status]!).content ?? {}), `${path} ${status}`).toEqual(['application/problem+json'])
      }
    }
    const shown = new Set([...JSON.stringify(rest.document).matchAll(/"code":"(\w+)"/g)].map(([, code]) => code))
    // A method that the document does not know has no place in it.
    for (const code of ERROR_CODES.filter(one => one !== 'method_not_allowed')) expect(shown, `no operation says that it may be refused as ${code}`).toContain(code)
  })

  test('answers its own example', async () => {
    const { items: [measurement] } = (await rest.get('/v1/measurements?limit=1')).body
    const { items: [imported] } = (await rest.get('/v1/imports?limit=1')).body
    const { body: me } = await rest.get('/v1/me')
    const { body: { webhook } } = await rest.post('/v1/webhooks', { url: 'https://example.dk/maal', types: ['plan.adopted'] })
    const ids: Record<string, string> = { '/v1/webhooks/{id}': webhook.id, '/v1/webhooks/{id}/deliveries': webhook.id, '/v1/api-keys/{id}': me.id, '/v1/imports/{id}': imported.id, '/v1/measurements/{id}': measurement.id, '/v1/measurements/{id}/revisions': measurement.id, '/v1/indicators/{id}': measurement.indicator }
    for (const { method, path, operation: { operationId, parameters = [] } } of operations()) {
      if (method !== 'get') continue
      const query = parameters.filter(one => one.in === 'query' && one.required).map((one, at) => `${at === 0 ? '?' : '&'}${one.name}=${String(one.example)}`).join('') + (path === '/v1/figures' ? '&area=DK' : '')
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[path] ?? String(parameters.find(one => one.name === name)?.example)) + query
      expect((await rest.get(url)).status, `${operationId} ${url}`).toBe(200)
    }
  })
})

describe('the document', () => {
  test('is OpenAPI 3.1 and says so in its nulls', () => {
    expect(rest.document.openapi).toMatch(/^3\.1\./)
    const text = JSON.stringify(rest.document)
    expect(text).not.toContain('"nullable"')
    expect(text).not.toContain('$defs')
    expect(text).not.toContain(ADMIN_KEY)
  })

  test('refers to nothing that is not there, and holds nothing that nobody refers to', () => {
    const text = JSON.stringify(rest.document)
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name))
    expect([...referred].toSorted()).toEqual(Object.keys(rest.document.components.schemas).toSorted())
  })

  test('refuses what the server would never say: a test of the tests', () => {
    const { problems } = rest.contract
    const status = { $ref: '#/components/schemas/NationalGoal' }
    expect(problems(status, { id: '2023-1', year: 2023, number: 1, title: 'x' })).toBe('')
    for (const wrong of [{ id: '2023-1', year: 2023, number: 1 }, { id: '2023-1', year: '2023', number: 1, title: 'x' }, { id: '2023-1', year: 2023, number: 1, title: 'x', more: 1 }]) {
      expect(problems(status, wrong)).not.toBe('')
    }
  })
})
