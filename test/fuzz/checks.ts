import type { Answer, Contract, Operation } from './contract.ts'
import type { Request } from './requests.ts'
import type { Answered } from './send.ts'

/** Codes of refusals that an operation cannot document, since they come before it is known which one is asked. */
const BEFORE_ALL: Record<number, string> = { 405: 'method_not_allowed', 408: 'invalid_request', 431: 'invalid_request' }
/** What other methods than the documented may be refused as. */
const OF_OTHERS: Record<number, string> = { 401: 'unauthenticated', 405: 'method_not_allowed', 415: 'unsupported_media_type', 503: 'unavailable' }
const MOST_OF_HEADERS = 15_000
const INTERNALS = /node_modules|\.[mc]?[jt]s:\d+|SQLITE|drizzle|postgres|ECONN|TypeError|RangeError|undefined|\[object /
/** Where something is wrong: a pointer into the body, a parameter, or a header. */
const POINTER = /^(\/.*)?$|^\?|^[A-Z][\w-]*$/s

/**
 * What is wrong with an answer in the eyes of the document, most important first; none where it is as promised.
 * @param given the operation that the request was made for; where its method was made another, its path may have one for that
 */
export function checkAnswer ({ operations, wrongIn }: Contract, given: Operation, request: Request, { status, told, text }: Answered): string[] {
  const { method, url } = request
  const asked = method === 'HEAD' ? 'GET' : method
  const operation = operations.find(one => one.path === given.path && one.method === asked) ?? given
  const isOwn = operation.method === asked
  if (status === 500) return [`it is a 500: ${text}`]
  if (!isOwn) return checkOther()
  const answer = operation.answers[status]
  if (answer === undefined) {
    const size = url.length + JSON.stringify(request.headers).length
    if (BEFORE_ALL[status] !== undefined && size > MOST_OF_HEADERS) return []
    return [`the status ${status} is not documented`, text.slice(0, 300)]
  }
  return [...checkHeaders(answer), ...checkBody(answer), ...status >= 400 && method !== 'HEAD' ? checkProblem(answer.codes) : [], ...checkRights()]

  function checkBody ({ content }: Answer): string[] {
    if (method === 'HEAD' || Object.keys(content).length === 0) return text === '' ? [] : [`there is a body where none is documented: ${text.slice(0, 100)}`]
    const type = told['content-type']?.split(';', 1)[0] ?? 'none'
    const schema = content[type]
    if (schema === undefined) return [`the media type ${type} is not documented for ${status}`]
    if (type === 'application/yaml') return text === '' ? ['the YAML is empty'] : []
    const body = schema.type === 'string' ? text : parsed(text)
    if (body === undefined) return [`the body is no JSON: ${text.slice(0, 100)}`]
    const isSparse = status === 200 && /[?&]fields=/.test(url)
    const wrong = wrongIn(body, schema, isSparse ? 'sparse' : 'whole')
    return wrong === '' ? [] : [`the body is not as documented for ${status}: ${wrong}`]
  }

  function checkHeaders ({ headers }: Answer): string[] {
    const needed = [...status === 401 ? ['WWW-Authenticate'] : [], ...status === 503 || status === 429 ? ['Retry-After'] : [], ...status === 200 && operation.method === 'GET' ? ['ETag'] : [], ...status === 201 && headers.Location ? ['Location'] : [], 'X-Request-Id']
    const wrong = Object.entries(headers).flatMap(([name, { schema }]) => {
      const value = told[name.toLowerCase()]
      return value === undefined || schema === undefined ? [] : [wrongIn(value, schema)].filter(one => one !== '').map(one => `the header ${name}: ${value} is not as documented: ${one}`)
    })
    return [...needed.filter(name => told[name.toLowerCase()] === undefined).map(name => `the header ${name} is missing at ${status}`), ...needed.filter(name => headers[name] === undefined).map(name => `the header ${name} is not documented for ${status}`), ...wrong]
  }

  function checkProblem (codes: readonly string[]): string[] {
    if (method === 'HEAD') return []
    const problem = parsed(text) as { code: string, status: number, type: string, title: string, detail: string, instance: string, errors?: { pointer: string, code: string, detail: string }[] } | undefined
    if (problem === undefined || typeof problem !== 'object') return ['the refusal is no problem document']
    const { code, type, title, detail, instance, errors = [] } = problem
    return [
      ...codes.includes(code) ? [] : [`the code ${code} is not documented for ${status}, which has ${codes.join(', ')}`],
      ...problem.status === status && type === `urn:problem:maalopfoelgning:${code}` ? [] : ['status or type of the problem is not that of the answer'],
      ...instance === url.split('?', 1)[0] ? [] : [`the instance is ${instance}`],
      ...[title, detail, ...errors.map(one => one.detail)].every(one => typeof one === 'string' && one.length > 2) ? [] : ['the problem has an empty text'],
      ...errors.filter(({ pointer }) => !POINTER.test(pointer)).map(({ pointer }) => `${JSON.stringify(pointer)} is no pointer`),
      ...tellsOfInside(detail) ? [`the detail may tell of the inside: ${detail.slice(0, 300)}`] : []
    ]
  }

  /** Whether a text has words of the program's inside that are not the sender's own. */
  function tellsOfInside (detail: string): boolean {
    const [word] = INTERNALS.exec(detail) ?? []
    return word !== undefined && !url.includes(word) && !JSON.stringify(request.headers).includes(word) && request.body?.includes(word) !== true
  }

  function checkRights (): string[] {
    const hasNone = ['none', 'unknown', 'malformed', 'revoked'].includes(request.caller)
    return [
      ...status < 300 && hasNone && (operation.needsKey || request.caller !== 'none') ? [`${request.caller === 'none' ? 'nobody' : `a key that is ${request.caller}`} was let in`] : [],
      ...status < 300 && request.fits === false && method !== 'HEAD' && !refusesInPart(text) ? ['it was taken, though it does not fit the document'] : []
    ]
  }

  /** Of a method that the operation has not: OPTIONS tells which there are, others are refused with them; a bad key is refused before that. */
  function checkOther (): string[] {
    const allowed = (told.allow ?? told['access-control-allow-methods'])?.split(', ') ?? []
    // A path with a longer id than any is refused before its methods are looked at.
    if (status === 400 && (url.split('?', 1)[0] ?? '').split('/').some(part => part.length > 1000)) return checkProblem(['invalid_request'])
    const refused = OF_OTHERS[status]
    if (refused !== undefined && status !== 405) return checkProblem([refused])
    return [...status === (method === 'OPTIONS' ? 204 : 405) && allowed.includes(operation.method) ? [] : [`${method} is answered with ${status} and allows ${allowed.join(', ') || 'nothing'}`], ...status === 405 ? checkProblem(['method_not_allowed']) : []]
  }
}

/** Whether an answer names what was not taken: in a dry run, or where the good rows were asked for alone. */
const refusesInPart = (text: string): boolean => ((parsed(text) as { errors?: unknown[] } | undefined)?.errors?.length ?? 0) > 0

/** Headers that differ from answer to answer. */
const PASSING = ['date', 'x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after', 'connection', 'keep-alive', 'transfer-encoding']

/** How the answer to HEAD differs from that to the same GET. */
export function headDiffers (got: Answered, head: Answered): string[] {
  const names = [...new Set([...Object.keys(got.told), ...Object.keys(head.told)])].filter(name => !PASSING.includes(name) && (name !== 'content-length' || head.told[name] !== undefined))
  return [
    ...got.status === head.status ? [] : [`HEAD is answered with ${head.status}, GET with ${got.status}`],
    ...names.filter(name => got.told[name] !== head.told[name]).map(name => `${name} of HEAD is ${head.told[name]}, of GET ${got.told[name]}`),
    ...head.bytes === 0 ? [] : ['HEAD has a body']
  ]
}

function parsed (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
