import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import plugin from 'fastify-plugin'
import type { z } from 'zod'
import type { ErrorCode } from '../domain/errors.ts'
import { ANSWER_HEADERS, DATA_VERSION, headersOf, IF_NONE_MATCH, NOT_MODIFIED, schemaOfHeader } from './headers.ts'
import { EXPLAINED, problemDetails, problemExample, REFUSALS } from './answers/problem.ts'
import { PROBLEM_TYPE, PROBLEMS } from './errors.ts'
import { createSchemaWriter, discriminated, type JsonSchema, type SchemaWriter } from './json-schema.ts'
import { isSpread } from './data-versions.ts'
import { answerTypesOf, type Contract, mediaTypesOf, MERGE_PATCH, TAGS } from './operation.ts'
import { securePages } from './security-headers.ts'
import { YAML } from './yaml.ts'

export type Operation = { url: string, contract: Contract }

/** Gathers the operations as their routes are added. */
export function collectOperations (app: FastifyInstance): Operation[] {
  const operations: Operation[] = []
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.contract !== undefined && method !== 'HEAD') operations.push({ url, contract: config.contract })
  })
  return operations
}

/** Serves the description at `/openapi.json` and the page to try it at `/docs`, from our own origin alone. */
export async function serveDocument (app: FastifyInstance, operations: Operation[]): Promise<void> {
  // Made when it is first asked for, which takes a tenth of a second: no start waits for it.
  let made: { document: object, text: string } | undefined
  const described = () => {
    if (made === undefined) {
      const document = describe(operations)
      made = { document, text: JSON.stringify(document) }
    }
    return made
  }
  app.get('/openapi.json', async (_request, reply) => await reply.type('application/json; charset=utf-8').send(described().text))
  // What the page needs of @fastify/swagger, whose types end at OpenAPI 3.0: the document.
  await app.register(plugin(async docs => { docs.decorate('swagger', () => described().document) }, { name: '@fastify/swagger' }))
  await app.register(async docs => {
    await securePages(docs)
    await docs.register(swaggerUi, {
      routePrefix: '/docs',
      uiConfig: { deepLinking: true, tryItOutEnabled: true, displayOperationId: true, docExpansion: 'none', filter: true },
      staticCSP: { 'default-src': ["'self'"], 'img-src': ["'self'", 'data:'], 'style-src': ["'self'", "'unsafe-inline'"], 'object-src': ["'none'"], 'frame-ancestors': ["'self'"] },
      // One document is shown here, and the bar asks for the address of another.
      theme: { title: 'Målopfølgning: REST', css: [{ filename: 'page.css', content: '.swagger-ui .topbar { display: none }' }] }
    })
  })
}

const INTRODUCTION = `The follow-up API for Danish municipal employment plans: plans with their goals and targets, the figures they are measured by, and the status of each target on any day, with the sum shown.

Dates are \`YYYY-MM-DD\`, instants RFC 3339 in UTC. Unknown parameters and values are refused, never ignored.

## Lists

Lists have one grammar. A filter is called as the field that it filters; it takes one value or several with commas between, any of which will do (\`kommune=0250,0316\`), and filters together must all hold. \`from\` and \`to\` bound periods and time, \`on\` is a day that must be covered, \`q\` searches words.

\`sort\` is a field, \`-\` before it for descending. Lists come in pages of \`limit\`: send \`nextCursor\` back as \`cursor\` with the same filters and sort (with others it is refused); it stays right while data changes. Only without a \`nextCursor\` is a list at its end: a page of measurements looks at some 100,000 of them, so that under a filter which lets few through it may be short or empty. Small lists come whole unless a limit is given.

## What of a thing

Every read takes \`fields=\`: only these members, with dots those inside others (\`fields=id,window.deadline\`). Then members that are always there otherwise may be missing; what stands beside a list's items stays. Where \`expand=\` is offered, it tells beside each thing what is usually fetched with it, in \`expanded\`; ids stay ids.

## Keys

Reading what is adopted is open to all; to write, send a key: \`Authorization: Bearer <key>\`.

## Again

Every read has an \`ETag\`: send it back as \`If-None-Match\`, and the answer is 304 without a body as long as nothing was written and the Danish day is the same. HEAD is answered wherever GET is, with the same headers; OPTIONS names the methods of a path.

A server may read from replicas, which are some seconds behind at most. Its answers then have a \`Data-Version\`: send that of your last answer, of a write too, as \`Data-Version\`, and no answer is older. The id of an event will do too, so who is told of one can read what it tells of.

Answers are compressed by br or gzip where \`Accept-Encoding\` takes it; bodies are sent as they are.

## Refusals

Every answer has an \`X-Request-Id\`, the caller's own where it sends one: the audit trail names it beside what the request changed.

Every refusal is a problem document (RFC 9457) with a stable \`code\`; its \`type\` is \`urn:problem:maalopfoelgning:\` and the code.

## Elsewhere

The same things are at \`/graphql\`. A client with types is in the package: \`maalopfoelgning/client\`.`

/** The OpenAPI document of some operations. */
function describe (operations: readonly Operation[]) {
  const writer = createSchemaWriter()
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { url, contract } of operations) {
    const path = url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: describeOperation(contract, writer) }
  }
  // A refusal that never comes alone stands beside the others of its status, in the operation.
  const referred = new Set([...JSON.stringify(paths).matchAll(/"#\/components\/responses\/(\w+)"/g)].map(([, code]) => code as ErrorCode))
  const responses = Object.fromEntries([...referred].toSorted().map(code => [code, describeProblems([code], writer)]))
  return {
    openapi: '3.1.0',
    info: { title: 'Målopfølgning', version: '1.0.0', description: INTRODUCTION, license: { name: 'MIT', url: 'https://opensource.org/license/mit' } },
    servers: [{ url: '/', description: 'This server, test or production.', 'x-internal': false }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: discriminated(writer.components),
      responses,
      headers: ANSWER_HEADERS,
      parameters: { IfNoneMatch: IF_NONE_MATCH, DataVersion: DATA_VERSION },
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key of this server.' } }
    }
  }
}

function describeOperation (contract: Contract, writer: SchemaWriter) {
  const { operationId, summary, description, tag, scope, body } = contract
  const needed = scope === undefined ? undefined : `Needs a key with the scope \`${scope}\`.`
  const parameters = [
    ...parametersOf('path', contract.params, writer),
    ...parametersOf('query', contract.query, writer),
    ...Object.entries({ ...contract.method === 'POST' && IDEMPOTENCY, ...contract.headers }).map(([name, text]) => ({ name, in: 'header', required: false, description: text, schema: schemaOfHeader(name) })),
    ...contract.method === 'GET' ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : [],
    ...isSpread(contract) ? [{ $ref: '#/components/parameters/DataVersion' }] : []
  ]
  return {
    operationId,
    summary,
    description: [description ?? `${summary}.`, needed].filter(text => text !== undefined).join(' '),
    tags: [tag],
    security: scope === undefined ? [{}, { key: [] }] : [{ key: [] }],
    ...parameters.length > 0 && { parameters },
    ...body && { requestBody: { required: body.optional !== true, content: contentOf(contract, writer) } },
    responses: { ...answersOf(contract, writer), ...refusalsOf(contract, writer) }
  }
}

/** What is sent, by media type: JSON by its schema, files as text or bytes. */
function contentOf (contract: Contract, writer: SchemaWriter): Record<string, unknown> {
  const { schema, example, files = {} } = contract.body ?? {}
  return Object.fromEntries(mediaTypesOf(contract).map(type => {
    const { description, example: text } = files[type] ?? {}
    if (['application/json', MERGE_PATCH, YAML].includes(type) && schema !== undefined) return [type, { schema: writer.write(schema, 'input'), example }]
    const kind = type === 'application/json' ? {} : { type: 'string', ...!/^text\/|json/.test(type) && { format: 'binary' } }
    return [type, { schema: { ...kind, description }, ...text !== undefined && { example: text } }]
  }))
}

const IDEMPOTENCY = { 'Idempotency-Key': 'A key of your own for this request, such as a UUID. Sent again with the same body within 24 hours it gets the first answer again, and nothing is done twice. While the first request is under way the answer is 503 with Retry-After; where its server ended before it could answer, 409 says what it had written, or it is carried out now.' }

function parametersOf (place: 'path' | 'query', schema: z.ZodObject | undefined, writer: SchemaWriter) {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const { description, examples, ...rest } = writer.write(field as z.ZodType, 'input')
    const [shown] = Array.isArray(examples) ? examples as unknown[] : []
    const example = rest.type === 'array' && shown !== undefined ? [shown] : shown
    return { name, in: place, required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success, ...description !== undefined && { description }, ...rest.type === 'array' && { style: 'form', explode: false }, schema: rest, ...example !== undefined && { example } }
  })
}

function answersOf (contract: Contract, writer: SchemaWriter) {
  const { method, answer: { schema, example, statuses, headers, files } } = contract
  const fields = Object.entries(headers ?? {}).map(([name, description]) => [name, { description, schema: { type: 'string' } }] as const)
  return Object.fromEntries(Object.entries(method === 'GET' ? { ...statuses, ...NOT_MODIFIED } : statuses).map(([status, description]) => [status, {
    description,
    headers: { ...headersOf(status, method), ...Object.fromEntries(fields) },
    ...!['204', '304'].includes(status) && { content: Object.fromEntries(answerTypesOf(contract).map(type => [type, files?.[type] === undefined || type === 'application/json' ? { schema: writer.write(schema, 'output'), example } : fileContent(type, files[type])])) }
  }]))
}

/** A file, as text or bytes. */
function fileContent (type: string, { description, example }: { description: string, example?: string }) {
  return { schema: { type: 'string', ...!/^text\/|json/.test(type) && { format: 'binary' }, description }, ...example !== undefined && { example } }
}

/** What can be refused: by every operation, by those that need a key, by those that may be sent a body or an Idempotency-Key, and by this one. */
function refusalsOf (contract: Contract, writer: SchemaWriter): Record<string, unknown> {
  const { method, scope, errors = [] } = contract
  const codes = new Set<ErrorCode>([
    'invalid_request', 'unauthenticated', ...scope ? ['forbidden' as const] : [], ...method === 'GET' ? [] : ['payload_too_large' as const, 'unsupported_media_type' as const, 'storage_full' as const],
    ...method === 'POST' ? ['conflict' as const, 'idempotency_key_reused' as const] : [], ...errors, ...answerTypesOf(contract).length > 0 ? ['not_acceptable' as const] : [], 'rate_limited', 'internal', 'unavailable'
  ])
  return Object.fromEntries([...Map.groupBy(codes, code => PROBLEMS[code].status)].map(([status, same]) =>
    [status, same.length === 1 ? { $ref: `#/components/responses/${same[0]}` } : describeProblems(same, writer)]))
}

function describeProblems (codes: readonly ErrorCode[], writer: SchemaWriter) {
  const schemas: JsonSchema[] = [...new Set(codes.map(code => REFUSALS[code]?.schema ?? problemDetails))].map(schema => writer.write(schema, 'output'))
  return {
    description: codes.map(code => codes.length === 1 ? EXPLAINED[code] : `\`${code}\`: ${EXPLAINED[code]}`).join(' '),
    headers: headersOf(PROBLEMS[codes[0]!].status),
    content: {
      [PROBLEM_TYPE]: {
        schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas },
        examples: Object.fromEntries(codes.map(code => [code, { value: problemExample(code) }]))
      }
    }
  }
}
