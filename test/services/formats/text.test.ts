import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/services/formats/text.ts'
import { cut, sent } from './reading.ts'

async function read (file: { pieces: Uint8Array[], charset: string | null }): Promise<string> {
  let text = ''
  for await (const piece of readText(file)) text += piece
  return text
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from('Mål; Ærø'), null],
    ['UTF-8 with a mark', Buffer.from('\ufeffMål; Ærø'), null],
    ['UTF-8 with a mark, whatever is said', Buffer.from('\ufeffMål; Ærø'), 'windows-1252'],
    ['UTF-16 LE with a mark', Buffer.from('\ufeffMål; Ærø', 'utf16le'), null],
    ['UTF-16 BE with a mark', utf16be('\ufeffMål; Ærø'), null],
    ['UTF-16 LE, said', Buffer.from('Mål; Ærø', 'utf16le'), 'UTF-16LE'],
    ['windows-1252, said', Buffer.from('Mål; Ærø', 'latin1'), 'windows-1252'],
    ['ISO 8859-1, said', Buffer.from('Mål; Ærø', 'latin1'), 'ISO-8859-1']
  ])('in %s is read', async (_, bytes, charset) => {
    expect(await read({ pieces: [bytes], charset })).toBe('Mål; Ærø')
    expect(await read({ pieces: cut(bytes, [1]), charset })).toBe('Mål; Ærø')
  })

  test('that is not UTF-8 is refused, with the place and the remedy', async () => {
    await expect(read(sent(Buffer.from('Område;Holbæk;1', 'latin1')))).rejects.toMatchObject({ code: 'invalid_request', message: expect.stringMatching(/Omr.*charset=windows-1252/s) })
    await expect(read(sent(Buffer.from('Ærø').subarray(0, 4)))).rejects.toThrow('ends in the middle of a character')
  })

  test.each(['utf-42', '', 'x'.repeat(300)])('of a charset that is none is refused: %j', async charset => {
    await expect(read(sent('a', charset))).rejects.toMatchObject({ code: 'invalid_request', message: expect.stringContaining('is not known') })
  })

  test('that is UTF-16 and does not say so is refused', async () => {
    await expect(read(sent(Buffer.from('area;value', 'utf16le')))).rejects.toThrow('charset=utf-16le')
  })

  test('is the same however it is cut', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 5 }), async (text, sizes) => {
      expect(await read({ pieces: cut(Buffer.from(`x${text}`), sizes), charset: null })).toBe(`x${text}`)
    }), { examples: [['Ærø', [1]]] })
  })
})
