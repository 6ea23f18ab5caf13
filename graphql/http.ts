import type { FastifyReply, FastifyRequest } from 'fastify'
import { type DocumentNode, getOperationAST, OperationTypeNode, parse } from 'graphql/index.js'
import { AppError, type ErrorCode } from '../src/domain/errors.ts'
import { type Documents, NOT_FOUND, type Request } from './documents.ts'
import { answered, HTTP_STATUS, isQueryError, refusalOf } from './errors.ts'
import { LIMITS } from './limits.ts'

const RESPONSE_JSON = 'application/graphql-response+json'

/** Whether the client asks for the media type of GraphQL over HTTP, in which a query that cannot run is 400. */
function wantsResponseJson ({ headers: { accept = '' } }: Pick<FastifyRequest, 'headers'>): boolean {
  const quality = (type: string): number => {
    const range = accept.split(',').map(part => part.trim().toLowerCase().split(/\s*;\s*/)).find(([name]) => name === type)
    return range === undefined ? 0 : Number(range.find(part => part.startsWith('q='))?.slice(2) ?? 1)
  }
  return quality(RESPONSE_JSON) > 0 && quality(RESPONSE_JSON) >= quality('application/json')
}

const mediaType = (request: FastifyRequest): string =>
  `${wantsResponseJson(request) ? RESPONSE_JSON : 'application/json'}; charset=utf-8`

/** The status of an answer whose query could not run: 200 in plain JSON, whose clients read the body and not the status. */
export const queryErrorStatus = (request: FastifyRequest): number => wantsResponseJson(request) ? 400 : 200

/** Answers what is refused before a query runs. */
export async function answerError (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const typed = reply.type(mediaType(request))
  if (isQueryError(error)) return await typed.code(queryErrorStatus(request)).send({ errors: error.errors.slice(0, LIMITS.errors).map(one => answered(one, request.log)) })
  const { code, message } = refusalOf(error)
  // Its clients read the body, and ask again with the text: what is answered then must not be what was kept of this.
  if (message === NOT_FOUND) return await typed.code(queryErrorStatus(request)).header('cache-control', 'no-store').send({ errors: [answered(error, request.log)] })
  return await typed.code(HTTP_STATUS[code]).headers(headersOf(code, request.method)).send({ errors: [answered(error, request.log)] })
}

function headersOf (code: ErrorCode, method: string): Record<string, string> {
  if (code === 'unauthenticated') return { 'www-authenticate': 'Bearer' }
  if (code === 'unavailable') return { 'retry-after': '1' }
  return code === 'method_not_allowed' ? { allow: method === 'GET' || method === 'HEAD' ? 'POST' : 'GET, HEAD, POST' } : {}
}

/**
 * Checks what carries a query, before mercurius reads it: it would run JSON text as a ready syntax tree, past every limit. A query that is
 * named by its hash gets its text. What is null is as good as absent.
 * @throws AppError with the place and the remedy
 */
export const checkRequest = (documents: Documents) => async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  if (request.ws) return
  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is sent later
  reply.type(mediaType(request))
  // Fastify answers HEAD as GET.
  const isGet = request.method === 'GET' || request.method === 'HEAD'
  if (!isGet && !/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new AppError('unsupported_media_type', 'GraphQL takes a body of the media type application/json: send Content-Type: application/json.')
  }
  const body = (isGet ? request.query : request.body) as Request | null | undefined
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw refused('', 'is not an object with a query: send {"query": "…"}')
  for (const name of ['operationName', 'variables', 'extensions'] as const) {
    if (body[name] === null) delete body[name]
  }
  if (body.operationName !== undefined && typeof body.operationName !== 'string') throw refused('/operationName', 'is not text')
  checkObject('variables', body.variables, isGet)
  const text = documents.textOf({ ...body, extensions: checkObject('extensions', body.extensions, isGet) })
  body.query = text
  if (isGet) checkOperation(text, body.operationName)
}

/** Whether what was checked only reads, which of a POST its body says. */
export function onlyReads ({ body }: Pick<FastifyRequest, 'body'>): boolean {
  const { query, operationName } = body as Request
  const document = parsed(String(query))
  return document !== undefined && getOperationAST(document, operationName as string | undefined)?.operation === OperationTypeNode.QUERY
}

/** What a body asks that was checked, as text: nothing for a GET, whose address says it all. Null where it is nested too deep to be written. */
export function questionIn ({ method, body }: Pick<FastifyRequest, 'method' | 'body'>): string | null {
  if (method !== 'POST') return ''
  const { query, operationName, variables } = body as Request
  try {
    return `${JSON.stringify([operationName, variables])}${String(query)}`
  } catch {
    return null
  }
}

function checkObject (name: 'variables' | 'extensions', value: unknown, isGet: boolean): unknown {
  if (value === undefined) return undefined
  if (isGet && typeof value === 'string') return checkObject(name, readJson(name, value), false)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused(`/${name}`, 'is not a JSON object')
  return value
}

function readJson (name: string, text: string): unknown {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    throw refused(`/${name}`, 'is not valid JSON')
  }
}

/** A GET needs to know its operation, to refuse a mutation; mercurius stumbles where there is none, and lets HEAD write. */
function checkOperation (query: string, operationName: string | undefined): void {
  const document = parsed(query)
  if (document === undefined) return
  const operation = getOperationAST(document, operationName)
  if (operation == null) throw refused('/operationName', 'does not name an operation of the query')
  if (operation.operation === OperationTypeNode.MUTATION) throw new AppError('method_not_allowed', 'A mutation is sent by POST.')
  refuseSubscription(document, operationName)
}

/** @throws AppError where the operation is a subscription, which HTTP cannot answer */
export function refuseSubscription (document: DocumentNode, operationName: string | undefined): void {
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) return
  throw refused('/query', 'is a subscription: open a WebSocket at /graphql with the subprotocol graphql-transport-ws, as the library graphql-ws does')
}

function parsed (query: string) {
  try {
    return parse(query, { maxTokens: LIMITS.tokens, noLocation: true })
  } catch {
    // Mercurius reads it again and says where it is wrong.
    return undefined
  }
}

const refused = (pointer: string, detail: string): AppError =>
  new AppError('invalid_request', `${pointer === '' ? 'The request' : pointer}: ${detail}`, [{ pointer, code: 'invalid_value', detail }])
