import { TextDecoder } from 'node:util'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'

// Making one takes as long as reading a small body with it.
const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of bytes, without a byte-order mark. Decoded loosely, what is no UTF-8 would be kept as � and nobody would notice.
 * @param name what the bytes are, for the refusal, such as `The body`
 * @throws AppError `invalid_request` with the line and column from which they cannot be read
 */
export function utf8Text (bytes: Uint8Array, name: string): string {
  try {
    return strict.decode(bytes)
  } catch {
    const readable = new TextDecoder().decode(bytes).split('\ufffd', 1)[0]?.split('\n') ?? []
    const detail = `is not UTF-8 at line ${readable.length}, column ${(readable.at(-1)?.length ?? 0) + 1}: save it as UTF-8`
    throw new AppError('invalid_request', `${name} ${detail}.`, [{ pointer: '', code: 'invalid_text', detail }])
  }
}

/**
 * Reads bodies of a media type as JSON, which must be UTF-8 and without keys that reach prototypes.
 * @param check throws where the request may not send it
 */
export function readJson (app: FastifyInstance, mediaType: string, check: (request: FastifyRequest) => void = () => {}): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<Buffer>(mediaType, { parseAs: 'buffer' }, (request, bytes, done) => {
    let text: string
    try {
      check(request)
      text = utf8Text(bytes, 'The body')
    } catch (error) {
      return done(error as Error)
    }
    return parseJson(request, text, done)
  })
}
