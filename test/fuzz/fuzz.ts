import fc, { type Arbitrary } from 'fast-check'
import { checkAnswer, headDiffers } from './checks.ts'
import { type Operation, readContract, type Schema } from './contract.ts'
import { createKnown, singularOf } from './known.ts'
import { type Caller, createRequestArbitraries, type Request, requestOf, type Wish } from './requests.ts'
import { type Answered, createSender, curlOf } from './send.ts'

export type Finding = { number: number, operation: string, what: string, curl: string, times: number }
export type Report = { sent: number, statuses: Record<string, number>, byOperation: Record<string, Record<string, number>>, findings: Finding[], refusedThoughItFits: Record<string, number>, slowest: { ms: number, curl: string } }
type Options = { base: string, adminKey: string, seed: number, requests: number, first?: number, only?: string, onFinding?: (finding: Finding) => void }

const SHRINKING_MS = 20_000
const LARGE = 5 * 1024 * 1024

/**
 * Sends requests made from the OpenAPI document of a running server, every operation in turn, and compares each answer with the document.
 * With the same seed, number and data the same is asked; a request that is answered wrongly is made smaller as long as the answer stays wrong.
 * @param options `requests` are sent at least (HEAD and the like count), numbered from `first`; `only` takes one operation; `onFinding` is told at once
 * @returns what was answered, and each finding once with the smallest request that shows it
 */
export async function fuzz ({ base, adminKey, seed, requests, first = 0, only, onFinding = () => {} }: Options): Promise<Report> {
  const { send, close } = createSender(base)
  const { status: described, text } = await send({ method: 'GET', url: '/openapi.json', headers: {}, body: null })
  if (described !== 200) throw new Error(`${base}/openapi.json is answered with ${described}: ${text.slice(0, 500)}`)
  const document = JSON.parse(text) as Schema
  const contract = readContract(document)
  const { authorizations, ids } = await makeKeys(base, adminKey, send)
  const known = createKnown(new Set(ids))
  const arbitraryOf = createRequestArbitraries(contract)
  const subjects = contract.operations.filter(one => only === undefined || one.id === only).map(operation => ({ operation, wishes: arbitraryOf(operation) }))
  const found = new Map<string, Finding>()
  let slowest: { ms: number, request: Request | null } = { ms: 0, request: null }
  const report: Report = { sent: 0, statuses: {}, byOperation: {}, findings: [], refusedThoughItFits: {}, slowest: { ms: 0, curl: '' } }

  for (const operation of contract.operations) for (const { example } of Object.values(operation.bodies)) if (typeof example === 'object') known.learn(`body ${operation.id}`, example)
  for (const { id, method, path } of contract.operations) if (method === 'GET' && !path.includes('{')) learn(id, path, await send({ method, url: `${path}?limit=100`, headers: { authorization: authorizations.admin! }, body: null }))

  for (let number = first; report.sent < requests; number++) await tryOne(subjects[number % subjects.length]!, number)
  const { status } = await send({ method: 'GET', url: '/health/ready', headers: {}, body: null })
  if (status !== 200) report.findings.push({ number: report.sent, operation: 'health', what: `the server is not ready any more: ${status}`, curl: curlOf(base, { method: 'GET', url: '/health/ready', headers: {}, body: null }), times: 1 })
  close()
  return { ...report, slowest: { ms: slowest.ms, curl: slowest.request === null ? '' : curlOf(base, slowest.request) }, findings: [...report.findings, ...found.values()] }

  async function tryOne ({ operation, wishes }: { operation: Operation, wishes: Arbitrary<Wish> }, number: number): Promise<void> {
    let wanted: string | undefined
    const property = fc.asyncProperty(wishes, async wish => {
      const request = requestOf(wish, operation, contract, known, authorizations)
      const { what, answered } = await ask(operation, request, wish)
      if (what === undefined) {
        if (wanted === undefined && answered !== undefined) learnFromOutcome(operation, request, answered)
        return
      }
      const kind = `${operation.id}: ${kindOf(what)}`
      if (wanted === undefined && found.has(kind)) {
        found.get(kind)!.times++
        return
      }
      wanted ??= kind
      // What fails otherwise is found by its own request.
      if (kind !== wanted) return
      found.set(kind, { number, operation: operation.id, what, curl: curlOf(base, request), times: 1 })
      throw new Error(what)
    })
    const { failed, errorInstance } = await fc.check(property, { seed: seed + number, numRuns: 1, interruptAfterTimeLimit: SHRINKING_MS })
    if (failed && wanted === undefined && errorInstance instanceof Error) throw errorInstance
    if (wanted !== undefined) onFinding(found.get(wanted)!)
  }

  /** Sends a request and what is asked next, and tells what is wrong with the answers. */
  async function ask (operation: Operation, request: Request, { next }: Wish): Promise<{ what?: string, answered?: Answered }> {
    try {
      const answered = await counted(operation, request)
      const [what = await askNext(operation, request, answered, next)] = checkAnswer(contract, operation, request, answered)
      return { what, answered }
    } catch (error) {
      // Who goes on sending what is too large may be cut off before the refusal is read.
      if (['EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '') && (request.body?.length ?? 0) > LARGE) return {}
      return { what: `there is no answer: ${(error as Error).message}` }
    }
  }

  async function counted (operation: Operation, request: Request): Promise<Answered> {
    const answered = await send(request)
    report.sent++
    report.statuses[answered.status] = (report.statuses[answered.status] ?? 0) + 1
    const own = report.byOperation[operation.id] ??= {}
    own[answered.status] = (own[answered.status] ?? 0) + 1
    if (answered.ms > slowest.ms) slowest = { ms: answered.ms, request }
    return answered
  }

  async function askNext (operation: Operation, request: Request, answered: Answered, next: Wish['next']): Promise<string | undefined> {
    const isRead = request.method === 'GET' && operation.method === 'GET'
    const checked = async (other: Request): Promise<{ after: Answered, wrong: string | undefined }> => {
      const after = await counted(operation, other)
      return { after, wrong: checkAnswer(contract, operation, other, after)[0] }
    }
    if (isRead && next === 'head') {
      const { after, wrong } = await checked({ ...request, method: 'HEAD' })
      const differs = wrong ?? headDiffers(answered, after)[0]
      if (differs === undefined) return undefined
      // What is written in the background may have come between the two.
      const { after: again } = await checked(request)
      return again.told.etag === answered.told.etag ? differs : undefined
    }
    const { etag } = answered.told
    if (isRead && next === 'etag' && answered.status === 200) {
      const { after, wrong } = await checked({ ...request, headers: { ...request.headers, 'if-none-match': etag! } })
      // What is written in the background may be known by another tag.
      return wrong ?? (after.status === 304 && after.told.etag === etag ? undefined : after.status === 200 && after.told.etag !== etag ? undefined : `the ETag ${etag} just given is answered with ${after.status} and ${after.told.etag}`)
    }
    if (isRead && next === 'cursor' && answered.status === 200 && !request.url.includes('cursor=')) {
      const cursor = (parsed(answered.text) as { nextCursor?: string | null } | undefined)?.nextCursor
      const parameter = operation.parameters.find(one => one.name === 'cursor' || one.name === 'after')
      if (typeof cursor !== 'string' || parameter === undefined || request.url.includes('after=')) return undefined
      const { after, wrong } = await checked({ ...request, fits: true, url: `${request.url}${request.url.includes('?') ? '&' : '?'}${parameter.name}=${encodeURIComponent(cursor)}` })
      return wrong ?? (after.status === 200 ? undefined : `its own nextCursor is answered with ${after.status}: ${after.text.slice(0, 300)}`)
    }
    const isOnce = request.method === 'POST' && operation.method === 'POST' && /^[!-~]{1,255}$/.test(request.headers['idempotency-key'] ?? '') && [200, 201, 204, 422].includes(answered.status) && !answered.text.includes('idempotency_key_reused') && authorizations[request.caller]?.startsWith('Bearer ') === true
    if (next === 'again' && isOnce) {
      const { after, wrong } = await checked(request)
      return wrong ?? (after.status === answered.status && after.told['idempotency-replayed'] === 'true' ? undefined : `sent again with its Idempotency-Key it is answered with ${after.status}, first with ${answered.status}`)
    }
    return undefined
  }

  function learnFromOutcome (operation: Operation, request: Request, answered: Answered): void {
    const { status, text } = answered
    if (request.fits === true && status >= 400 && request.caller === 'admin') {
      const { code, errors = [] } = (parsed(text) ?? {}) as { code: string, errors?: { code: string, pointer: string }[] }
      const why = `${operation.id} ${status} ${code} ${errors.slice(0, 1).map(one => `${one.pointer.replace(/\d+/g, 'n')} ${one.code}`).join()}`
      report.refusedThoughItFits[why] = (report.refusedThoughItFits[why] ?? 0) + 1
    }
    if (request.method === operation.method) learn(operation.id, request.url.split('?', 1)[0]!, answered)
    if (status < 300 && request.fits === true && typeof request.value === 'object') known.learn(`body ${operation.id}`, request.value)
  }

  function learn (id: string, path: string, { status, text, told }: Answered): void {
    const body = parsed(text)
    if (status >= 300 || typeof body !== 'object' || body === null) return
    const [, , list = '', , within] = path.split('/')
    const { nextCursor } = body as { nextCursor?: unknown }
    known.learnFrom(body, singularOf(within ?? list))
    if (typeof nextCursor === 'string') known.learn(`cursor ${id}`, nextCursor)
    if (told.etag !== undefined) known.etags.set(path.split('/').slice(0, 4).join('/'), told.etag)
    // What is read may be put back.
    const put = contract.operations.find(one => one.method === 'PUT' && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    if (put !== undefined) known.learn(`body ${put.id}`, body)
  }
}

/** What a finding is of, without what differs each time. */
const kindOf = (what: string): string => what.replace(/\/\d+/g, '/n').replace(/[0-9a-f-]{20,}|"[^"]*"|\d{4,}/g, '…').slice(0, 120)

function parsed (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Keys of different rights, made on the server itself. */
async function makeKeys (base: string, adminKey: string, send: (request: Pick<Request, 'method' | 'url' | 'headers' | 'body'>) => Promise<Answered>): Promise<{ authorizations: Record<Caller, string | null>, ids: string[] }> {
  const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' }
  const must = async (method: string, url: string, body?: object): Promise<Schema> => {
    const { status, text } = await send({ method, url, headers: body === undefined ? { authorization: headers.authorization } : headers, body: body === undefined ? null : Buffer.from(JSON.stringify(body)) })
    if (status >= 300) throw new Error(`${method} ${base}${url} answered ${status}: ${text}`)
    return (parsed(text) ?? {}) as Schema
  }
  const make = async (name: string, scopes: string[], kommuner: string[] | null = null): Promise<{ id: string, secret: string }> => {
    const { key, secret } = await must('POST', '/v1/api-keys', { name, scopes, kommuner })
    return { id: key.id, secret }
  }
  const [plans, measurements, bound, drafts, revoked] = [await make('plans', ['plans:write']), await make('measurements', ['measurements:write']), await make('bound', ['plans:write', 'measurements:write'], ['0250']), await make('drafts', ['drafts:read']), await make('revoked', ['admin'])]
  await must('DELETE', `/v1/api-keys/${revoked!.id}`)
  const me = await must('GET', '/v1/me')
  const sends = (key: { secret: string } | undefined): string => `Bearer ${key!.secret}`
  return {
    authorizations: { admin: headers.authorization, plans: sends(plans), measurements: sends(measurements), bound: sends(bound), drafts: sends(drafts), revoked: sends(revoked), none: null, unknown: 'Bearer mo_unknown', malformed: 'Basic dTpw' },
    ids: [me.id, ...[plans, measurements, bound, drafts].map(key => key!.id)]
  }
}
