import { crc32, deflateRawSync } from 'node:zlib'
import { createReference } from '../../../src/services/reference.ts'
import { readSeed } from '../../../db/seed/index.ts'
import type { GivenRow, RowItem, RowProblem, RowSource } from '../../../src/services/measurement-rows.ts'

/** The areas of the seed. */
export const AREAS = await createReference({ areas: { all: async () => readSeed().areas } } as unknown as Parameters<typeof createReference>[0]).areas()

/** Bytes cut into pieces. */
export function cut (bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes.length === 0 ? bytes.length : sizes[turn % sizes.length]!)
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return pieces
}

/** A file of a text, or of bytes. */
export const sent = (content: string | Uint8Array, charset: string | null = null) => ({ pieces: [typeof content === 'string' ? Buffer.from(content) : content], charset })

/** All that a format finds. */
export async function found ({ items }: RowSource): Promise<RowItem[]> {
  const all: RowItem[] = []
  for await (const some of items) all.push(...some)
  return all
}

/** The inputs of the rows that a format finds, in the order of their lines. */
export async function inputs (source: RowSource): Promise<Record<string, unknown>[]> {
  return (await found(source)).filter(item => 'input' in item).toSorted((a, b) => a.row - b.row).map(({ input }) => input)
}

/** The problems that a format finds by itself, each as where, what and the value. */
export async function problems (source: RowSource): Promise<[string, string, string | null][]> {
  const listed = (await found(source)).flatMap((item): RowProblem[] => 'refused' in item ? item.problems : (item as GivenRow).problems ?? [])
  return listed.map(({ pointer, code, value }) => [pointer, code, value])
}

/** A ZIP archive of some files, packed; `declared` is what it says of their sizes instead of the truth. */
export function zipOf (files: Record<string, string | Uint8Array>, declared?: number): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const [bytes, named] = [Buffer.from(content), Buffer.from(name)]
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declared ?? bytes.length, 18)
    fields.writeUInt16LE(named.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, named, packed])
    locals.push(local)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, named]))
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\x05\x06'), end])
}

/** A workbook with one sheet whose rows are written as XML, and with styles 0 plain, 1 per cent, 2 a day, 3 a day in Danish, 4 text with a day's letters. */
export const workbookOf = (rows: string, more: Record<string, string> = {}): Buffer => zipOf({
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Tal" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d. mmmm yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;dage&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`,
  ...more
})
