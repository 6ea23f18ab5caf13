import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../domain/errors.ts'
import type { FileBody } from '../files.ts'
import { type Found, jsonValues } from './json-values.ts'

/** A category of a dimension: the code of the source, and what people read. */
export type Category = { code: string, label: string }
export type Dimension = { id: string, label: string, role: 'time' | 'geo' | 'metric' | null, categories: Category[] }

/**
 * A data set of JSON-stat without its values. `place` is the pointer of the data set in the file; `isOurs` whether this server wrote it, so that a
 * value that is null without a status is no measurement; `statusAt` the status of a cell, null where it has none.
 */
export type Cube = { label: string, source: string | null, place: string, isOurs: boolean, dimensions: Dimension[], count: number, statusAt: (cell: number) => string | null }

export const MOST_CELLS = 5_000_000
/** Of all dimensions together: each has a label to be understood, and a file may be nothing else. */
export const MOST_CATEGORIES = 20_000
const MOST_DIMENSIONS = 100
const CELLS_PER_TURN = 2_000
const MEMBERS = ['class', 'id', 'size', 'role', 'dimension', 'label', 'source', 'extension', 'status']
const CATEGORIES = ['index', 'label'].map(member => `dimension.*.category.${member}.*`)
const PATHS = ['$', '$.*'].flatMap(place => [...MEMBERS, ...CATEGORIES].map(member => `${place}.${member}`))

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

export function refused (detail: string, pointer = '', code = 'invalid_json_stat'): AppError {
  return new AppError('invalid_request', `The JSON-stat cannot be read: ${detail}.`, [{ pointer, code, detail }])
}

/**
 * Reads what a JSON-stat file, 1.x or 2.0, says of its data set: everything but the values.
 * @throws AppError `invalid_request` naming the place where it is no data set that can be read
 */
export async function readCube (file: FileBody): Promise<Cube> {
  const root: Json = {}
  const inside = new Map<string, Json>()
  const count = categoryCounter()
  for await (const found of jsonValues(file, PATHS)) {
    for (const { path, value } of found) {
      const [outer, inner] = path
      if (path.length > 2) count(path)
      else if (inner === undefined) root[String(outer)] = value
      else {
        const name = String(outer)
        inside.set(name, { ...inside.get(name), [String(inner)]: value })
      }
    }
  }
  if (root.class === 'collection' || root.class === 'dimension') throw refused(`it is a ${root.class}: send one data set (class dataset)`, '/class')
  if (isObject(root.dimension)) return cubeOf(root, '')
  const sets = [...inside].filter(([, set]) => isObject(set.dimension))
  const [first, ...others] = sets
  if (first === undefined) throw refused('it has no data set: neither class dataset (2.0) nor an object with dimension and value (1.x)')
  if (others.length > 0) throw refused(`it has ${sets.length} data sets, ${sets.slice(0, 10).map(([name]) => JSON.stringify(name)).join(', ')}: send each as a file of its own`)
  return cubeOf(first[1], `/${escaped(first[0])}`)
}

const escaped = (name: string | number): string => String(name).replaceAll('~', '~0').replaceAll('/', '~1')

/** Counts categories by the paths of their codes and labels, so that a file with too many is not read to its end. */
function categoryCounter (): (path: Found['path']) => void {
  const counts = { index: 0, label: 0 }
  return path => {
    if (++counts[path.at(-2) as keyof typeof counts] <= MOST_CATEGORIES) return
    const dimension = path.slice(0, -3)
    throw refused(`its dimensions have more than ${MOST_CATEGORIES} categories together, the last of them in ${JSON.stringify(dimension.at(-1))}: choose fewer periods or members, or send it in parts`, dimension.map(name => `/${escaped(name)}`).join(''), 'too_many_categories')
  }
}

/** In 2.0 id, size and role stand in the data set, in 1.x inside of dimension. */
function cubeOf (set: Json, place: string): Cube {
  const dimension = set.dimension as Json
  const [home, within] = Array.isArray(set.id) ? [set, place] : [dimension, `${place}/dimension`]
  const { id: ids, size: sizes } = home
  if (!Array.isArray(ids) || ids.length === 0 || !ids.every(id => typeof id === 'string') || new Set(ids).size !== ids.length) throw refused('id is no list of the dimensions', `${within}/id`)
  if (ids.length > MOST_DIMENSIONS) throw refused(`it has ${ids.length} dimensions, and at most ${MOST_DIMENSIONS} are taken: fetch the table with fewer`, `${within}/id`, 'too_many_dimensions')
  if (!Array.isArray(sizes) || sizes.length !== ids.length || !sizes.every(size => Number.isSafeInteger(size) && size >= 0)) throw refused('size does not hold as many numbers as id', `${within}/size`)
  const count = (sizes as number[]).reduce((product, size) => product * size, 1)
  if (count > MOST_CELLS) throw refused(`it has ${count} cells, and at most ${MOST_CELLS} are taken: choose fewer periods or members`, `${within}/size`, 'too_many_cells')
  const roles = isObject(home.role) ? home.role : {}
  const dimensions = (ids as string[]).map((id, at) => dimensionOf(id, dimension[id], sizes[at] as number, roles, `${place}/dimension/${escaped(id)}`))
  return {
    label: textOf(set.label) ?? '',
    source: textOf(set.source),
    place,
    isOurs: isObject(set.extension) && 'maalopfoelgning' in set.extension,
    dimensions,
    count,
    statusAt: statusReader(set.status, count, `${place}/status`)
  }
}

const textOf = (value: unknown): string | null => typeof value === 'string' && value.trim() !== '' ? value : null

function dimensionOf (id: string, given: unknown, size: number, roles: Json, place: string): Dimension {
  const category = isObject(given) ? given.category : undefined
  if (!isObject(category)) throw refused(`the dimension ${JSON.stringify(id)} has no category`, place)
  const labels = isObject(category.label) ? category.label : {}
  const codes = codesOf(category.index, labels)
  if (codes === undefined || codes.length !== size || new Set(codes).size !== size) throw refused(`the dimension ${JSON.stringify(id)} does not have the ${size} categories that size says`, `${place}/category`)
  const isOf = (role: string): boolean => Array.isArray(roles[role]) && roles[role].slice(0, MOST_DIMENSIONS).includes(id)
  return {
    id,
    label: textOf((given as Json).label) ?? id,
    role: isOf('time') ? 'time' : isOf('geo') ? 'geo' : isOf('metric') || id === 'ContentsCode' ? 'metric' : null,
    categories: codes.map(code => ({ code, label: Object.hasOwn(labels, code) ? textOf(labels[code]) ?? code : code }))
  }
}

/** The codes in their order: `index` is a list, or says the place of each; a single category may have a label alone. */
function codesOf (index: unknown, labels: Json): string[] | undefined {
  if (Array.isArray(index)) return index.every(code => typeof code === 'string') ? index : undefined
  if (!isObject(index)) return Object.keys(labels).length === 1 ? Object.keys(labels) : undefined
  const codes: string[] = []
  for (const [code, at] of Object.entries(index)) {
    if (!Number.isSafeInteger(at) || (at as number) < 0 || (at as number) >= MOST_CATEGORIES || codes[at as number] !== undefined) return undefined
    codes[at as number] = code
  }
  return codes.length === Object.keys(index).length ? codes : undefined
}

/** A status is one for all, a list, or said of some cells. */
function statusReader (status: unknown, count: number, place: string): (cell: number) => string | null {
  if (status === undefined || status === null) return () => null
  if (typeof status === 'string') return () => status
  if (Array.isArray(status)) {
    if (status.length !== count && status.length !== 1) throw refused(`status has ${status.length} entries, and there are ${count} cells`, place)
    return cell => textOf(status[status.length === 1 ? 0 : cell])
  }
  if (!isObject(status)) throw refused('status is neither a text, a list nor an object', place)
  return cell => Object.hasOwn(status, cell) ? textOf(status[cell]) : null
}

/**
 * The values of a data set, some at a time, each with the number of its cell; a cell that is left out and has a status comes last, as null.
 * @throws AppError `invalid_request` where there are not as many as its size says, or one is there twice
 */
export async function * valuesOf (file: FileBody, { place, count, statusAt }: Cube): AsyncGenerator<{ cell: number, value: unknown }[]> {
  const seen = new Uint8Array(count)
  const name = place === '' ? null : place.slice(1).replaceAll('~1', '/').replaceAll('~0', '~')
  let isList = true
  let values = 0
  for await (const found of jsonValues(file, [name === null ? '$.value.*' : '$.*.value.*'])) {
    const piece: { cell: number, value: unknown }[] = []
    for (const { path, value } of found) {
      if (name !== null && path[0] !== name) continue
      const key = path.at(-1)
      isList = typeof key === 'number'
      const cell = typeof key === 'number' ? key : /^\d{1,10}$/.test(key ?? '') ? Number(key) : count
      if (cell >= count || seen[cell] === 1) throw refused(`value ${JSON.stringify(key)} is ${cell >= count ? `not one of the ${count} cells` : 'there twice'}`, `${place}/value/${key}`)
      seen[cell] = 1
      values++
      piece.push({ cell, value })
    }
    yield piece
  }
  if (count > 0 && (values === 0 || (isList && values !== count))) throw refused(`value holds ${values} values, and there are ${count} cells`, `${place}/value`)
  for (let from = 0; from < count; from += CELLS_PER_TURN) {
    const silent: { cell: number, value: null }[] = []
    for (let cell = from; cell < Math.min(count, from + CELLS_PER_TURN); cell++) {
      if (seen[cell] === 0 && statusAt(cell) !== null) silent.push({ cell, value: null })
    }
    yield silent
    await setImmediate()
  }
}
