import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Transform } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import { ANONYMOUS } from '../services/actor.ts'
import type { Services } from '../services/index.ts'
import { lasting } from './lasting.ts'
import type { Versions } from '../services/versions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the answer may be given again for: to the same question, while the data is of these versions. Null where it is not kept. */
    keptFor: Kept['for'] | null
  }
}

/**
 * An answer as it was sent: its head in turn names and values, without what each answer has of its own, and that of a 304. `body` is null
 * where all that was answered so far is that the copy of this ETag is current; `isOnlyAsked` where nothing is kept yet but that the question
 * was asked.
 */
type Kept = { for: { question: string, versions: Partial<Versions> }, etag: string | undefined, head: string[], notModified: string[], body: Buffer | null, isOnlyAsked?: true }

/** Tells how many requests a caller has left, as headers; null where it has none. */
export type CountRequest = (request: FastifyRequest) => Promise<string[] | null>

const MOST_BYTES = 16 * 1024 * 1024
/** A larger answer is made anew each time, rather than that all others go for it. */
const LARGEST = MOST_BYTES / 4
/** What Node adds, or is of the request and not of the answer. */
const OF_ITS_OWN = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'x-request-id', 'ratelimit', 'ratelimit-policy']
/** What there is no content to speak of in a 304. */
const OF_CONTENT = ['content-type', 'content-encoding', 'content-length']

export type AnswerCache = ReturnType<typeof createAnswerCache>

/**
 * The answers that were given to those without a key, for as long as they are what would be answered now: until anything is written, anywhere,
 * or the Danish day turns. An answer is kept when it is asked for the second time: where something is written between any two, keeping it would
 * cost as much as making it. They take 16 MB at most; the oldest go first.
 */
export function createAnswerCache ({ versions }: Pick<Services, 'versions'>) {
  // A Map keeps the order of insertion.
  const answers = new Map<string, Kept>()
  let bytes = 0
  let hits = 0
  let misses = 0

  function drop (kept: Kept): void {
    // Another may stand in its place meanwhile.
    if (answers.get(kept.for.question) !== kept) return
    answers.delete(kept.for.question)
    bytes -= sizeOf(kept)
  }

  /** The answer to a question, if it still holds: known by one small statement. */
  async function find (question: string): Promise<Kept | undefined> {
    const kept = answers.get(question)
    misses++
    if (kept === undefined || kept.isOnlyAsked) return undefined
    const now = await versions.current()
    const { data, events } = kept.for.versions
    if (now !== null && now.data === (data ?? now.data) && now.events === (events ?? now.events)) {
      misses--
      hits++
      return kept
    }
    drop(kept)
    return undefined
  }

  function keep (kept: Kept): void {
    if (sizeOf(kept) > LARGEST) return
    const before = answers.get(kept.for.question)
    if (before !== undefined) drop(before)
    answers.set(kept.for.question, kept)
    bytes += sizeOf(kept)
    for (const oldest of answers.values()) {
      if (bytes <= MOST_BYTES) break
      drop(oldest)
    }
  }

  /** Whether the same was asked before, of data of the same versions. */
  function isAskedAgain (asked: Kept['for']): boolean {
    const before = answers.get(asked.question)?.for.versions
    if (before !== undefined && before.data === asked.versions.data && before.events === asked.versions.events) return true
    keep({ for: asked, etag: undefined, head: [], notModified: [], body: null, isOnlyAsked: true })
    return false
  }

  return { find, keep, isAskedAgain, counts: () => ({ hits, misses, bytes }) }
}

/** What the answer to a question is kept for; null where nothing is known that it stays the same with. */
export const keptFor = (question: string | null, versions: Partial<Versions> | null): Kept['for'] | null => question === null || versions === null ? null : { question, versions }

/** About how much memory an answer takes, in bytes. */
const sizeOf = ({ for: { question }, head, body }: Kept): number => (body?.length ?? 0) + 2 * question.length + 50 * head.length

/**
 * What a request without a key asks, in the words by which answers differ; null where it is no such request. The address is in it as it was sent.
 * @param body what was asked in the body, if anything
 */
export function questionOf ({ method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, body = ''): string | null {
  if (headers.authorization !== undefined) return null
  return `${method} ${url}\n${headers.accept ?? ''}\n${headers['accept-encoding'] ?? ''}\n${headers.origin ?? ''}\n${body}`
}

/**
 * Answers from the cache before anything else is done: the first of the hooks that do something to an answer. The head is that of the answer that
 * was kept, so none of the others needs to run.
 */
export function answerFromCache (app: FastifyInstance, cache: AnswerCache, count: CountRequest): void {
  app.decorateRequest('keptFor', null)
  app.addHook('onRequest', async (request, reply) => {
    const { raw } = request
    if (raw.method !== 'GET' || raw.headers['content-length'] !== undefined || raw.headers['transfer-encoding'] !== undefined) return
    const question = questionOf(raw)
    const kept = question === null ? undefined : await cache.find(question)
    if (kept === undefined || (kept.body === null && !isHeld(raw, kept.etag))) return
    request.actor = ANONYMOUS
    const left = await count(request)
    // Who has sent too many requests is left to those who refuse.
    if (left !== null) answerAgain(request, reply, kept, ['x-request-id', request.id, ...left])
  })
}

/** Keeps what requests are answered that say so by `keptFor`. Its hooks are the last of those that see an answer, after it was compressed. */
export function keepAnswers (app: FastifyInstance, cache: AnswerCache): void {
  app.addHook('onRoute', route => {
    if (route.method === 'HEAD') return
    route.onSend = [route.onSend ?? [], (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: (error: null, payload: unknown) => void) => {
      const { keptFor } = request
      const isKept = keptFor !== null && (reply.statusCode === 200 || reply.statusCode === 304) && cache.isAskedAgain(keptFor)
      if (isKept && reply.statusCode === 304) cache.keep(keptOf(keptFor, reply, null))
      done(null, !isKept || reply.statusCode === 304 ? payload : keeping(payload, body => { cache.keep(keptOf(keptFor, reply, body)) }))
    }].flat()
  })
}

/**
 * For a question that is asked in a body: answers it from the cache, else says that the answer is to be kept. Whoever answers takes that back
 * (`keptFor` null) where it is a refusal or comes of a write.
 */
export const repeatedly = (cache: AnswerCache, { versions }: Pick<Services, 'versions'>) => async (request: FastifyRequest, reply: FastifyReply, body: string): Promise<void> => {
  const question = questionOf(request.raw, body)
  if (question === null) return
  const kept = await cache.find(question)
  if (kept !== undefined && kept.body !== null) answerAgain(request, reply, kept, [])
  else request.keptFor = keptFor(question, await versions.current())
}

/** Sends an answer that was kept, or 304 to whose copy it is. `own` are headers that this one has of its own. */
function answerAgain (request: FastifyRequest, reply: FastifyReply, { etag, head, notModified, body }: Kept, own: readonly string[]): void {
  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is sent past it
  reply.hijack()
  if (body === null || isHeld(request.raw, etag)) reply.raw.writeHead(304, [...notModified, ...own]).end()
  else reply.raw.writeHead(200, [...head, ...own]).end(body)
}

/** Whether the caller holds the answer of this ETag; a strong and a weak one are the same here. */
function isHeld ({ headers }: Pick<IncomingMessage, 'headers'>, etag: string | undefined): boolean {
  const held = headers['if-none-match']
  if (held === undefined || etag === undefined) return false
  return held === etag || held.split(',').some(tag => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''))
}

function keptOf (keptFor: Kept['for'], reply: FastifyReply, body: Buffer | null): Kept {
  const sent = Object.entries(reply.getHeaders()).filter(([name]) => !OF_ITS_OWN.includes(name)).map(([name, value]) => [name, String(value)])
  // How long a compressed answer is was not said when it began.
  const length = body === null || reply.hasHeader('content-encoding') ? [] : ['content-length', String(body.length)]
  const notModified = sent.filter(([name]) => !OF_CONTENT.includes(name!)).flat()
  return { for: keptFor, etag: reply.getHeader('etag')?.toString(), head: [...sent.flat(), ...length], notModified, body }
}

/** Keeps the body of an answer on its way out; what is compressed comes piece by piece. */
function keeping (payload: unknown, keep: (body: Buffer) => void): unknown {
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) {
    const body = lasting(payload)
    keep(body)
    return body
  }
  if (!isReadable(payload)) return payload
  const pieces: Buffer[] = []
  return payload.pipe(new Transform({
    transform (piece: Buffer, _encoding, done) {
      pieces.push(piece)
      done(null, piece)
    },
    flush (done) {
      keep(lasting(Buffer.concat(pieces)))
      done()
    }
  }))
}

const isReadable = (payload: unknown): payload is NodeJS.ReadableStream => typeof payload === 'object' && payload !== null && 'pipe' in payload
