import { setImmediate } from 'node:timers/promises'
import { TextDecoder } from 'node:util'
import { AppError } from '../../domain/errors.ts'
import type { FileBody } from '../files.ts'

const PIECE = 64 * 1024
const BYTE_ORDER_MARKS = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]] as const

/**
 * The text of a file, piece by piece, without its byte-order mark; others get their turn in between. A mark decides how it is written,
 * else what the sender said, else it is UTF-8.
 * @throws AppError `invalid_request` where the bytes are no text of that kind; what the file's signal says where its sender has gone
 */
export async function * readText ({ pieces, charset, signal }: Pick<FileBody, 'pieces' | 'charset' | 'signal'>): AsyncGenerator<string> {
  const name = markedCharset(pieces) ?? charset ?? 'utf-8'
  const decoder = decoderOf(name)
  let isFirst = true
  for (const piece of smallPieces(pieces)) {
    const text = decode(decoder, piece, name)
    if (isFirst && text.includes('\0')) throw refused('The file has the character U+0000 near its beginning, so it is no text, or UTF-16 without a byte-order mark: save it as UTF-8, or say charset=utf-16le in Content-Type.')
    isFirst = false
    if (text !== '') yield text
    await setImmediate()
    signal?.throwIfAborted()
  }
  const last = decode(decoder, null, name)
  if (last !== '') yield last
}

function markedCharset (pieces: readonly Uint8Array[]): string | undefined {
  const first: number[] = []
  for (const piece of pieces) {
    first.push(...piece.subarray(0, 3 - first.length))
    if (first.length === 3) break
  }
  return BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => first[at] === byte))?.[0]
}

function decoderOf (name: string): TextDecoder {
  try {
    return new TextDecoder(name, { fatal: true })
  } catch {
    throw refused(`The charset ${JSON.stringify(name)} is not known: send UTF-8, or say charset=windows-1252, iso-8859-1 or utf-16le in Content-Type.`)
  }
}

function * smallPieces (pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += PIECE) yield piece.subarray(at, at + PIECE)
  }
}

/** Decodes a piece (null: what is left at the end). A character that is cut in two waits for the next piece. */
function decode (decoder: TextDecoder, piece: Uint8Array | null, name: string): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch {
    const remedy = name === 'utf-8' ? 'Save it as "CSV UTF-8", or send Content-Type with charset=windows-1252 where that is what it is.' : 'Send it as UTF-8, or with the right charset in Content-Type.'
    throw refused(`The file is not ${name.toUpperCase()}${piece === null ? ': it ends in the middle of a character' : nearby(piece, name)}. ${remedy}`)
  }
}

/** What stands around the first thing that cannot be read, to find it by. */
function nearby (piece: Uint8Array, name: string): string {
  const text = new TextDecoder(name).decode(piece)
  const at = text.indexOf('\ufffd')
  return at < 1 ? '' : `: see ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 10))}`
}

const refused = (message: string): AppError => new AppError('invalid_request', message, [{ pointer: '', code: 'invalid_text', detail: message }])
