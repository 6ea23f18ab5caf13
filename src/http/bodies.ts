import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'
import { requireScope } from '../services/actor.ts'
import type { FileBody } from '../services/files.ts'
import { mediaTypeRefusal } from './errors.ts'
import { createFileLoads, type FileLoad } from './file-loads.ts'
import { keyOf } from './idempotency.ts'
import { utf8Text } from './utf8.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What a request with a file takes up of the process: memory, and a turn to be worked on. */
    load: FileLoad | undefined
  }
}

export const FILE_LIMIT = 50 * 1024 * 1024
const PIECE = 64 * 1024

/** The media type that a body is said to be of, without its parameters; empty where nothing is said. */
export const mediaTypeOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string => headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** Whether the operation takes the request's body as a file: it then is a {@link FileBody}. */
export const isFile = (request: FastifyRequest): boolean => Object.hasOwn(request.routeOptions.config.contract?.body?.files ?? {}, mediaTypeOf(request))

/**
 * Reads the bodies of requests. JSON is read whole and parsed; what an operation takes as a file is gathered in pieces. A caller who may
 * not send one is refused before it is read; what files take up at once is bounded (see file-loads.ts).
 */
export function readBodies (app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  const loads = createFileLoads()
  app.decorateRequest('load')

  app.addHook('preParsing', async (request, reply) => {
    const { contract } = request.routeOptions.config
    if (contract?.scope === undefined || !isFile(request)) return
    requireScope(request.actor, contract.scope)
    refuseLarger(request, FILE_LIMIT)
    request.load = loads.open()
    reply.raw.once('close', request.load.close)
  })

  app.addContentTypeParser('*', async (request: FastifyRequest, stream: Readable) => {
    if (isFile(request)) return await readFile(request, stream)
    if (mediaTypeOf(request) !== 'application/json') throw mediaTypeRefusal(request)
    const { pieces, size, hash } = await gather(request, stream, request.routeOptions.bodyLimit ?? app.initialConfig.bodyLimit ?? 0, keyOf(request) !== undefined)
    if (size === 0 && request.method === 'DELETE') return undefined
    request.bodyHash = hash
    const text = utf8Text(Buffer.concat(pieces), 'The body')
    return await new Promise((resolve, reject) => {
      Promise.resolve(parseJson(request, text, (error, body) => { if (error === null) resolve(body); else reject(error) })).catch(reject)
    })
  })
  app.removeContentTypeParser('application/json')
}

async function readFile (request: FastifyRequest, stream: Readable): Promise<FileBody> {
  const { pieces, size, hash = '' } = await gather(request, stream, FILE_LIMIT, true)
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? null
  request.bodyHash = `${mediaTypeOf(request)};${charset ?? ''};${hash}`
  return { pieces, size, hash, charset, ...request.load && { signal: request.load.signal } }
}

type Gathered = { pieces: Uint8Array[], size: number, hash: string | undefined }

/** Gathers a body in pieces of one size. What is refused half-way is still taken off the connection, so that the sender hears of it. */
async function gather (request: FastifyRequest, stream: Readable, limit: number, hashed: boolean): Promise<Gathered> {
  refuseLarger(request, limit)
  const pieces = createPieces()
  const hash = hashed ? createHash('sha256') : undefined
  await new Promise<void>((resolve, reject) => {
    function end (error?: AppError): void {
      stream.off('data', take).off('end', end).off('error', cutOff).off('close', cutOff)
      if (error === undefined) return resolve()
      stream.on('error', () => {}).resume()
      reject(error)
    }
    function take (piece: Buffer): void {
      if (pieces.add(piece) > limit) return end(tooLarge(limit))
      const refusal = request.load?.hold(pieces.held())
      if (refusal !== undefined) return end(refusal)
      hash?.update(piece)
    }
    const cutOff = (): void => { end(new AppError('invalid_request', 'The body was cut off.')) }
    stream.on('data', take).on('end', () => { end() }).on('error', cutOff).on('close', cutOff)
  })
  const size = pieces.size()
  if (Number(request.headers['content-length'] ?? size) !== size) throw new AppError('invalid_request', 'The body is not as long as Content-Length says.')
  return { pieces: pieces.all(), size, hash: hash?.digest('hex') }
}

/** Bytes as they come, in pieces of one size, so that many small ones do not take up many times their size. */
function createPieces () {
  const full: Buffer[] = []
  let last = Buffer.alloc(0)
  let used = 0
  let size = 0

  function add (bytes: Buffer): number {
    for (let at = 0; at < bytes.length;) {
      if (used === last.length) {
        if (used > 0) full.push(last)
        last = Buffer.allocUnsafeSlow(PIECE)
        used = 0
      }
      const copied = bytes.copy(last, used, at)
      used += copied
      at += copied
    }
    size += bytes.length
    return size
  }

  return { add, size: () => size, held: () => full.length * PIECE + last.length, all: (): Buffer[] => used === 0 ? full : [...full, last.subarray(0, used)] }
}

function refuseLarger ({ headers }: FastifyRequest, limit: number): void {
  if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
}

const tooLarge = (limit: number): AppError => new AppError('payload_too_large', `The body is larger than the ${Math.floor(limit / 1024 / 1024)} MB that are taken here: send it in several parts.`)

const HALF_CHARACTER = /[\ud800-\udbff]$/

/** What a file is called, as Content-Disposition says; undefined where it does not. */
export function fileNameOf ({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const header = headers['content-disposition'] ?? ''
  const encoded = /;\s*filename\*\s*=\s*utf-8'[^']*'([^\s;]+)/i.exec(header)?.[1]
  const plain = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/i.exec(header)
  const name = decoded(encoded) ?? (plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2])
  // Browsers send UTF-8 here, which Node reads as Latin-1.
  const text = name === undefined || encoded !== undefined ? name : Buffer.from(name, 'latin1').toString()
  return text?.split(/[/\\]/).at(-1)?.trim().slice(0, 300).replace(HALF_CHARACTER, '') || undefined
}

function decoded (text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}
