import { AppError } from '../../domain/errors.ts'
import type { FileBody } from '../files.ts'
import { type GivenRow, ROW_FIELDS, type RowItem, type RowSource, shownValue } from '../measurement-rows.ts'
import type { AreaIndex } from '../reference.ts'
import { createAreaReader, type Trouble } from './area-names.ts'
import { readText } from './text.ts'

const LONGEST_LINE = 1024 * 1024

/** The rows of a file with one JSON object a line, with the fields of a row. Blank lines are skipped, broken ones refused by themselves. */
export function ndjsonRows (file: Pick<FileBody, 'pieces' | 'charset' | 'signal'>, areas: AreaIndex): RowSource {
  const areaOf = createAreaReader(areas)
  const pointerTo = (row: number, field?: string): string => `/${row}${field === undefined ? '' : `/${field}`}`

  function rowOf (line: number, text: string): RowItem {
    let input: unknown
    try {
      input = JSON.parse(text)
    } catch {
      return refused(line, text)
    }
    const row: GivenRow = { row: line, input: input as Record<string, unknown> }
    if (typeof row.input?.area !== 'string') return row
    const { id, trouble } = areaOf(row.input.area.trim())
    if (trouble !== undefined) row.problems = [{ row: line, pointer: pointerTo(line, 'area'), value: shownValue(row.input.area), ...trouble satisfies Trouble }]
    row.input.area = id
    return row
  }

  async function * items (): AsyncGenerator<RowItem[]> {
    let isEmpty = true
    for await (const lines of linesOf(readText(file))) {
      const rows = lines.filter(({ text }) => text.trim() !== '').map(({ line, text }) => rowOf(line, text))
      if (rows.length > 0) isEmpty = false
      yield rows
    }
    if (isEmpty) throw new AppError('invalid_request', 'The file is empty: send a JSON object for each measurement, one a line.', [{ pointer: '', code: 'no_rows', detail: 'is empty' }])
  }

  return { pointerTo, items: items() }
}

const refused = (line: number, text: string): RowItem => ({
  refused: 1,
  problems: [{ row: line, pointer: `/${line}`, code: 'invalid_json', value: shownValue(text), detail: 'is not valid JSON', remedy: `write one whole object a line, with the fields ${ROW_FIELDS.join(', ')}` }]
})

/** The lines of a text, counted from 1, as many at a time as come in a piece. @throws AppError `invalid_request` for one without end */
async function * linesOf (text: AsyncIterable<string>): AsyncGenerator<{ line: number, text: string }[]> {
  let line = 0
  let begun = ''
  for await (const piece of text) {
    const lines = (begun + piece).split('\n')
    begun = lines.pop() ?? ''
    const longest = [...lines, begun].findIndex(one => one.length > LONGEST_LINE)
    if (longest !== -1) {
      const detail = `Line ${line + longest + 1} is longer than ${LONGEST_LINE} characters: write one measurement a line.`
      throw new AppError('invalid_request', detail, [{ pointer: `/${line + longest + 1}`, code: 'line_too_long', detail }])
    }
    yield lines.map(text => ({ line: ++line, text }))
  }
  yield [{ line: line + 1, text: begun }]
}
