import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import { constants } from 'node:zlib'
import { AppError } from '../domain/errors.ts'

/** Smaller answers fit into the first packets as they are. */
const THRESHOLD = 1024
const BROTLI_QUALITY = 5
/** What is text, by its media type; pictures and archives are small already. */
const COMPRESSIBLE = /^text\/(?!event-stream)|[/+](?:json|yaml|xml|javascript|graphql|x-ndjson)(?:;|$)/

/**
 * Compresses answers by brotli or gzip, as the caller takes them; large ones in the thread pool. Their tags are weak, so they hold for each
 * encoding.
 */
export async function compressAnswers (app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: THRESHOLD,
    customTypes: COMPRESSIBLE,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }
  })
  // The plugin has just added itself after what leaves the body of HEAD out; before it, HEAD tells the headers of the compressed answer.
  app.addHook('onRoute', ({ method, onSend }) => {
    if (method !== 'HEAD' || !Array.isArray(onSend)) return
    onSend.unshift(...onSend.splice(-1))
  })
}

/** Methods whose bodies are never read. */
const UNREAD = ['GET', 'HEAD', 'OPTIONS', 'TRACE']

/** Refuses bodies that are compressed: what is read is then never larger than what was sent. */
export function refuseCompressed (app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    if (UNREAD.includes(method) || (headers['content-encoding'] ?? 'identity') === 'identity') return
    reply.raw.setHeader('accept-encoding', 'identity')
    throw new AppError('unsupported_media_type', 'A body is read as it is: send it without Content-Encoding.')
  })
}
