import fc, { type Arbitrary } from 'fast-check'

/** A change of bytes at some place, which is a share of them. */
export type ByteChange = { how: 'cut' | 'drop' | 'repeat' | 'flip' | 'insert' | 'splice', at: number, length: number, piece: Uint8Array }

const PIECES = [
  '', ' ', '\0', '\r', '\n', '\r\n', '\n\n', '"', '\'', ',', ';', '\t', ':', '{', '}', '[', ']', '[[', '{"', '"}', '\\', '\\u0000', '\\ud800', '/*', '//', '#', '&a', '*a', '!!js/function', '---', '...', '<<: *a', '? ', '- ', '|', '>', '%',
  '\ufeff', '\u2028', 'æøå', '\u00a0', '＝', '=1+1', '@x', '-', '..', '1.234', '1,5', '1e999', '-0', '1e-300', 'NaN', 'null', 'true', '0x1', '99999999999999999999', '__proto__', 'constructor', 'toString',
  '<', '>', '</', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '&#x110000;', ']]>', '<![CDATA[', 'PK\x03\x04', 'PK\x05\x06', '2024-13', '2024M06', '0250', 'Hele landet', 'x'.repeat(3_000), '['.repeat(3_000), '9'.repeat(400)
].map(text => Buffer.from(text))
const RAW = [[0xff], [0xfe, 0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe6], [0x00], [0x1a], [0x80], [0xff, 0xff, 0xff, 0xff]].map(bytes => Buffer.from(bytes))

export const byteChange: Arbitrary<ByteChange> = fc.record({
  how: fc.constantFrom<ByteChange['how'][]>('cut', 'drop', 'repeat', 'flip', 'insert', 'insert', 'insert', 'splice', 'splice'),
  at: fc.nat(99_999),
  length: fc.oneof(fc.nat(8), fc.nat(200)),
  piece: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<Uint8Array[]>(...PIECES) }, { weight: 1, arbitrary: fc.constantFrom<Uint8Array[]>(...RAW) }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 12 }) })
})

/** Bytes with changes made in them, one after the other. */
export const changedBytes = (bytes: Uint8Array, changes: readonly ByteChange[]): Buffer => changes.reduce(changed, Buffer.from(bytes))

function changed (before: Buffer, { how, at, length, piece }: ByteChange): Buffer {
  const place = Math.floor(at / 100_000 * (before.length + 1))
  const [head, part, tail] = [before.subarray(0, place), before.subarray(place, place + length), before.subarray(place + length)]
  switch (how) {
    case 'cut': return head
    case 'drop': return Buffer.concat([head, tail])
    case 'repeat': return Buffer.concat([head, ...Array<Buffer>(1 + at % 5).fill(part), tail])
    case 'flip': return Buffer.concat([head, part.map(byte => byte ^ (1 << at % 8)), tail])
    case 'insert': return Buffer.concat([head, piece, part, tail])
    case 'splice': return Buffer.concat([head, piece, tail])
  }
}
