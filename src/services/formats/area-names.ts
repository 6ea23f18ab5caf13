import type { RowProblem } from '../measurement-rows.ts'
import type { AreaIndex } from '../reference.ts'

const REMEMBERED = 10_000

/** What is wrong with a field of a row, without its place. */
export type Trouble = Pick<RowProblem, 'code' | 'detail' | 'remedy'>

/**
 * Finds the areas of a file by their id, code or name. What it does not find stays as it is, for the checks to refuse; a name of several
 * areas is trouble.
 */
export function createAreaReader (areas: AreaIndex): (text: string) => { id: string, trouble?: Trouble } {
  const known = new Map<string, { id: string, trouble?: Trouble }>()

  function find (text: string): { id: string, trouble?: Trouble } {
    const area = areas.resolve(text)
    if (area !== undefined) return { id: area.id }
    const [first, ...others] = areas.byName(text)
    if (first === undefined) return { id: text }
    if (others.length === 0) return { id: first.id }
    const ids = [first, ...others].map(({ id }) => id)
    return { id: text, trouble: { code: 'ambiguous_area', detail: `${JSON.stringify(text)} is the name of ${ids.length} areas`, remedy: `write its id: ${ids.join(' or ')}` } }
  }

  return text => {
    const found = known.get(text) ?? find(text)
    if (known.size < REMEMBERED) known.set(text, found)
    return found
  }
}
