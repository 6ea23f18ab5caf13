import { createHash } from 'node:crypto'

/**
 * A file as it was sent, in pieces: it is never held as one text. `hash` is the SHA-256 of its bytes, in hex;
 * `charset` what the sender says its text is written in, null where it does not say. `signal` ends the reading, with an AppError, when the
 * sender has gone.
 */
export type FileBody = { pieces: Uint8Array[], size: number, hash: string, charset: string | null, signal?: AbortSignal }

/** The file of some bytes that are there already. */
export const fileOf = (bytes: Uint8Array, charset: string | null = null): FileBody =>
  ({ pieces: [bytes], size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex'), charset })
