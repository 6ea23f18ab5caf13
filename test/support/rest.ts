import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import request, { type Response } from 'supertest'
import { expect } from 'vitest'
import type { Scope } from '../../src/domain/key.ts'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import type { TestApp } from './app.ts'

type Media = { schema: object, example?: unknown, examples?: Record<string, { value: unknown }> }
type Answer = { $ref?: string, content?: Record<string, Media>, headers?: Record<string, unknown> }
export type Operation = { operationId: string, responses: Record<string, Answer>, parameters?: { name: string, in: string, required?: boolean, example?: unknown }[], requestBody?: { content: Record<string, Media> }, [key: string]: unknown }
export type Document = { openapi: string, paths: Record<string, Record<string, Operation>>, components: { schemas: Record<string, object>, responses: Record<string, Answer> }, [key: string]: unknown }

/** A validator of what the OpenAPI document says: unknown members are errors, for every object is closed. */
export function contractOf (document: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(document, 'openapi')
  ajv.addSchema(withoutRequired(document), 'sparse')
  const compiled = new Map<object, ValidateFunction>()

  /** The problems of a value in the eyes of a schema of the document; none where it fits. */
  function problems (schema: object, value: unknown, within = 'openapi'): string {
    const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', `"${within}#/components/`)) as object
    const validate = compiled.get(schema) ?? ajv.compile(rooted)
    compiled.set(schema, validate)
    return validate(value) ? '' : ajv.errorsText(validate.errors, { separator: '\n' })
  }

  const resolved = (answer: Answer): Answer => answer.$ref === undefined ? answer : document.components.responses[answer.$ref.split('/').at(-1) ?? ''] as Answer

  /** The operation of a method and a path, as documented. */
  function operationFor (method: string, path: string): Operation | undefined {
    // /v1/imports/{id} fits /v1/imports/preview too: what is written out comes first.
    const [template] = Object.hasOwn(document.paths, path) ? [path] : Object.keys(document.paths).filter(one => new RegExp(`^${one.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    return template === undefined ? undefined : document.paths[template]?.[method === 'HEAD' ? 'get' : method.toLowerCase()]
  }

  /** Fails where an answer is not as documented: its status, media type or any member. */
  function check (method: string, url: string, { status, type, body }: { status: number, type: string, body: unknown }): void {
    const path = url.split('?', 1)[0] ?? ''
    const about = `${method} ${path} ${status}`
    const operation = operationFor(method, path)
    if (operation === undefined) return expect(problems({ $ref: '#/components/schemas/ProblemDetails' }, body), about).toBe('')
    const answer = operation.responses[status]
    expect(answer, `${about} is not documented`).toBeDefined()
    const { content } = resolved(answer as Answer)
    if (content === undefined || method === 'HEAD') return
    expect(Object.keys(content), `${about} is of another media type`).toContain(type)
    // Other files are bytes to supertest, with tests of their own.
    if (!/[/+]json$/.test(type)) return
    const { schema } = content[type] as Media
    const isSparse = status === 200 && url.includes('fields=')
    expect(isSparse ? problems(withoutRequired(schema), body, 'sparse') : problems(schema, body), `${about} is not as documented`).toBe('')
  }

  return { check, problems, resolved, operationFor }
}

/** The same schema for an answer with `fields`, in which any member may be missing. */
function withoutRequired <T> (schema: T): T {
  // What tells choices apart may be missing too, so several may fit.
  const text = JSON.stringify(schema, (name, value: unknown) => name === 'required' && Array.isArray(value) ? undefined : value)
  return JSON.parse(text.replaceAll('"oneOf":[', '"anyOf":[')) as T
}

type Headers = Record<string, string>
export type RestClient = Awaited<ReturnType<typeof restClient>>

/**
 * Asks the REST edge of a test app by supertest. Every answer is compared with the OpenAPI document.
 * @param headers sent with every request, unless one gives its own
 */
export async function restClient ({ app }: Pick<TestApp, 'app'>, headers: Headers = {}) {
  const document = (await app.inject('/openapi.json')).json<Document>()
  const contract = contractOf(document)

  async function send (method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete', url: string, body?: unknown, own: Headers = {}): Promise<Response> {
    const call = request(app.server)[method](url).set({ ...headers, ...own })
    const response = await (body === undefined ? call : call.send(body as object | string))
    contract.check(method.toUpperCase(), url, { status: response.status, type: response.type, body: response.body })
    return response
  }

  return {
    document,
    contract,
    /** Fetches what the document does not describe, such as a page. */
    page: async (url: string) => await request(app.server).get(url),
    get: (url: string, own?: Headers) => send('get', url, undefined, own),
    head: (url: string, own?: Headers) => send('head', url, undefined, own),
    post: (url: string, body?: unknown, own?: Headers) => send('post', url, body, own),
    put: (url: string, body?: unknown, own?: Headers) => send('put', url, body, own),
    patch: (url: string, body?: unknown, own?: Headers) => send('patch', url, body, own),
    delete: (url: string, own?: Headers, body?: string) => send('delete', url, body, own)
  }
}

/** Makes a key and returns the headers that send it. */
export async function keyWith ({ services }: Pick<TestApp, 'services'>, scopes: Scope[], kommuner: string[] | null = null): Promise<{ authorization: string }> {
  const { secret } = await services.keys.create(SEED_ACTOR, { name: 'tester', scopes, kommuner })
  return { authorization: `Bearer ${secret}` }
}

/** The places that a problem names. */
export const pointersOf = (response: Response): string[] => (response.body as { errors?: { pointer: string }[] }).errors?.map(error => error.pointer) ?? []
/** The code of a problem. */
export const codeOf = (response: Response): string => (response.body as { code: string }).code
