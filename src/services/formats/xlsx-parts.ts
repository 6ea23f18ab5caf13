import type { Zip } from './zip.ts'
import { readXml, XmlError, type XmlHandlers } from './xml.ts'

const STRINGS_LIMIT = 200_000_000
const MOST_STRINGS = 5_000_000

/** How numbers of a style are to be understood. */
export type Style = 'number' | 'date' | 'percent'
/** What a sheet needs of its workbook. `from1904` is whether days are counted from 1904. */
export type Workbook = { sheets: { name: string, path: string }[], strings: string[], styles: Style[], from1904: boolean }

/** Reads all of a workbook but its sheets. @throws ZipError, XmlError */
export async function readWorkbook (zip: Zip): Promise<Workbook> {
  const targets = new Map<string, string>()
  const sheets: { name: string, relation: string }[] = []
  let from1904 = false
  await readPart(zip, 'xl/_rels/workbook.xml.rels', {
    open: (name, attribute) => { if (name === 'Relationship') targets.set(attribute('Id') ?? '', pathOf(attribute('Target') ?? '')) }
  })
  await readPart(zip, 'xl/workbook.xml', {
    open: (name, attribute) => {
      if (name === 'sheet') sheets.push({ name: attribute('name') ?? '', relation: attribute('r:id') ?? attribute('id') ?? '' })
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
    }
  })
  return {
    sheets: sheets.map(({ name, relation }) => ({ name, path: targets.get(relation) ?? '' })),
    strings: zip.has('xl/sharedStrings.xml') ? await readStrings(zip) : [],
    styles: zip.has('xl/styles.xml') ? await readStyles(zip) : [],
    from1904
  }
}

async function readPart (zip: Zip, name: string, handlers: XmlHandlers, limit = 10_000_000): Promise<void> {
  const reading = readXml(zip.unpack(name, limit), handlers)
  while ((await reading.next()).done !== true);
}

const pathOf = (target: string): string => target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

/** The texts that cells share; what is written above them for pronunciation is left out. */
async function readStrings (zip: Zip): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let isText = false
  let isPronunciation = false
  await readPart(zip, 'xl/sharedStrings.xml', {
    open: name => {
      if (name === 'si') current = ''
      if (name === 't') isText = !isPronunciation
      if (name === 'rPh') isPronunciation = true
    },
    text: text => { if (isText) current += text },
    close: name => {
      if (name === 't') isText = false
      if (name === 'rPh') isPronunciation = false
      if (name !== 'si') return
      strings.push(unescaped(current))
      if (strings.length > MOST_STRINGS) throw new XmlError(`it has more than ${MOST_STRINGS} texts`)
    }
  }, STRINGS_LIMIT)
  return strings
}

/** A text without Excel's `_x000D_` for characters that XML has not. */
export const unescaped = (text: string): string => text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text

async function readStyles (zip: Zip): Promise<Style[]> {
  const formats = new Map<number, string>()
  const styles: Style[] = []
  let isCellStyles = false
  await readPart(zip, 'xl/styles.xml', {
    open: (name, attribute) => {
      if (name === 'numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') isCellStyles = true
      if (name === 'xf' && isCellStyles) {
        const id = Number(attribute('numFmtId') ?? 0)
        styles.push(styleOf(id, formats.get(id)))
      }
    },
    close: name => { if (name === 'cellXfs') isCellStyles = false }
  })
  return styles
}

/** Which of Excel's own formats are dates: 14 to 22, 45 to 47, and those of East Asia. */
const isDateFormat = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

function styleOf (id: number, code: string | undefined): Style {
  if (code === undefined) return id === 9 || id === 10 ? 'percent' : isDateFormat(id) ? 'date' : 'number'
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return bare.includes('%') ? 'percent' : /[dmyhs]/i.test(bare.replace(/general/i, '')) ? 'date' : 'number'
}
