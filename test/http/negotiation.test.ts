import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preferredType } from '../../src/http/accept.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody } from '../support/services.ts'

const JSON_TYPE = 'application/json'
const YAML = 'application/yaml'

describe('the media type that is wished for', () => {
  test.each([
    [undefined, JSON_TYPE], ['', JSON_TYPE], ['*/*', JSON_TYPE], ['*', JSON_TYPE], ['application/*', JSON_TYPE], ['application/json', JSON_TYPE], ['APPLICATION/JSON; charset=utf-8', JSON_TYPE],
    ['application/yaml', YAML], ['text/yaml;charset=utf-8', YAML], ['application/x-yaml, */*;q=0.5', YAML], ['application/yaml, */*', YAML], ['application/json, application/yaml', JSON_TYPE],
    ['application/json;q=0.5, application/yaml', YAML], ['application/yaml;q=0.5, application/*;q=0.9', JSON_TYPE], ['application/json;q=0, */*', YAML], ['application/yaml;q=0, */*;q=0.1', JSON_TYPE],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', JSON_TYPE], ['text/html, *; q=.2', JSON_TYPE], ['what is this', JSON_TYPE], [';;,q=,', JSON_TYPE],
    ['text/html', undefined], ['application/xml, text/*', undefined], ['application/yaml;q=0', undefined], ['*/*;q=0', undefined], ['application/json;q=0.0, application/yaml;q=0', undefined], ['application/problem+json', undefined]
  ])('%j is %s', (accept, expected) => {
    expect(preferredType(accept, [JSON_TYPE, YAML])).toBe(expected)
  })
})

describe('the server', () => {
  let subject: TestApp
  let rest: Awaited<ReturnType<typeof restClient>>
  beforeAll(async () => {
    subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
    rest = await restClient(subject, asAdmin)
    await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  })
  afterAll(() => subject.close())

  test('refuses with 406 what it does not give, and says what it gives', async () => {
    const response = await rest.get('/v1/plans', { accept: 'text/html, application/xml;q=0.9' })
    expect([response.status, codeOf(response), response.body.detail]).toEqual([406, 'not_acceptable', expect.stringContaining('application/json')])
    expect((await rest.get('/v1/plans/ukendt/document', { accept: 'text/csv' })).body.detail).toContain('application/json or application/yaml')
    expect((await rest.head('/v1/plans', { accept: 'text/html' })).status).toBe(406)
  })

  test('writes nothing where the answer could not be read', async () => {
    const body = { measurements: [{ indicator: 'ledighed', area: '0250', period: '2026-01', value: 3 }] }
    expect((await rest.post('/v1/measurements', body, { accept: 'text/csv' })).status).toBe(406)
    expect((await rest.get('/v1/measurements')).body.items).toEqual([])
  })

  test('lets who is answered nothing accept what they will', async () => {
    const { key } = (await rest.post('/v1/api-keys', { name: 'x', scopes: ['drafts:read'] })).body
    expect((await rest.delete(`/v1/api-keys/${key.id}`, { accept: 'text/html' })).status).toBe(204)
  })

  test('tells every refusal as a problem, whatever is accepted', async () => {
    const response = await rest.get('/v1/kommuner/9999', { accept: JSON_TYPE })
    expect([response.status, response.type]).toEqual([404, 'application/problem+json'])
  })

  test('refuses with 415 a body of no type that the operation takes, on every write', async () => {
    for (const [path, methods] of Object.entries(rest.document.paths)) {
      for (const [method, { operationId, requestBody }] of Object.entries(methods)) {
        if (requestBody === undefined) continue
        const response = await subject.app.inject({ method: method.toUpperCase() as 'POST', url: path.replace(/\{\w+\}/g, 'x'), headers: { ...asAdmin, 'content-type': 'application/x-ukendt' }, payload: '{}' })
        const problem = response.json<{ code: string, detail: string }>()
        expect([operationId, response.statusCode, problem.code]).toEqual([operationId, 415, 'unsupported_media_type'])
        expect(problem.detail, operationId).toContain(Object.keys(requestBody.content)[0])
      }
    }
  })

  test.each([
    ['/graphql', 'GET, HEAD, POST, OPTIONS'], ['/health/live', 'GET, HEAD, OPTIONS'], ['/v1/plans', 'GET, HEAD, POST, OPTIONS'], ['/openapi.json', 'GET, HEAD, OPTIONS']
  ])('OPTIONS %s names the methods, and each is answered', async (url, allow) => {
    const response = await subject.app.inject({ method: 'OPTIONS', url })
    expect([response.statusCode, response.headers.allow, response.body]).toEqual([204, allow, ''])
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const { statusCode } = await subject.app.inject({ method, url })
      expect([method, statusCode === 405]).toEqual([method, !allow.includes(method)])
    }
  })

  test.each(['TRACE', 'QUERY', 'PROPFIND', 'M-SEARCH'])('%s, which no path knows, is refused with those that the path knows', async method => {
    const { statusCode, headers } = await subject.app.inject({ method: method as 'GET', url: '/v1/plans' })
    expect([statusCode, headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
  })

  test('OPTIONS of a path that there is not is 404', async () => {
    expect((await subject.app.inject({ method: 'OPTIONS', url: '/v1/ukendt' })).statusCode).toBe(404)
  })
})
