import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql/index.js'
import { AppError } from '../src/domain/errors.ts'

/**
 * What one query may be: its text, its shape, how much of the schema it asks for (things, estimated), what it costs to answer (cost.ts) and
 * how many milliseconds that takes, and how many of its errors are told.
 */
export const LIMITS = { characters: 20_000, tokens: 4_000, depth: 12, fields: 1_000, rootFields: 50, introspection: 500_000, cost: 20_000, time: 10_000, errors: 20 } as const

/** `told` is what a selection would tell if it stood inside introspection. */
type Size = { depth: number, fields: number, rootFields: number, introspection: number, told: number }
const NOTHING: Size = { depth: 0, fields: 0, rootFields: 0, introspection: 0, told: 0 }
const ONE: Size = { ...NOTHING, depth: 1, fields: 1, rootFields: 1, told: 1 }

/** About how many things the lists of introspection hold; a single type may be the largest there is, so it counts as several. */
const SCHEMA_SIZES: Record<string, number> = { __type: 20, types: 200, fields: 8, args: 2, inputFields: 4, enumValues: 3, directives: 8, possibleTypes: 3 }

/**
 * Checks the shape of a document before it is validated, for some rules of validation take long over a large one.
 * Fragments count where they are spread. Introspection counts as one field, and what it tells by itself.
 * @throws AppError `invalid_request` that names the limit
 */
export function checkShape (document: DocumentNode): void {
  for (const size of sizesOf(document)) {
    check('depth', size.depth, 'is', 'levels deep')
    check('fields', size.fields, 'has', 'fields')
    check('rootFields', size.rootFields, 'has', 'fields at its root')
    check('introspection', size.introspection, 'asks for about', 'things of the schema')
  }
}

/** How many fields the widest operation of a document has. */
export const fieldsOf = (document: DocumentNode): number => Math.max(0, ...sizesOf(document).map(size => size.fields))

const known = new WeakMap<DocumentNode, Size[]>()

/** The size of each operation; a document that mercurius keeps is measured once. */
function sizesOf (document: DocumentNode): Size[] {
  const before = known.get(document)
  if (before !== undefined) return before
  const fragments = new Map(document.definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION).map(one => [one.name.value, one]))
  const sizeOf = measured(fragments)
  const sizes = document.definitions.filter(one => one.kind === Kind.OPERATION_DEFINITION).map(operation => sizeOf(operation.selectionSet))
  known.set(document, sizes)
  return sizes
}

function check (name: Exclude<keyof Size, 'told'>, found: number, verb: string, what: string): void {
  const limit = LIMITS[name]
  if (found <= limit) return
  // Fragments that double each other soon count beyond all numbers.
  const cost = Math.min(found, Number.MAX_SAFE_INTEGER)
  const detail = `${verb} ${cost} ${what}, and ${limit} is the most: ask in several queries`
  throw new AppError('invalid_request', `The query ${detail}.`, [{ pointer: '/query', code: 'query_too_large', detail }], { cost, limit })
}

/** Measures selection sets; each fragment once, and one that spreads itself as nothing (validation refuses it). */
function measured (fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Size {
  const known = new Map<string, Size>()

  function ofFragment (name: string): Size {
    const before = known.get(name)
    if (before !== undefined) return before
    known.set(name, NOTHING)
    const fragment = fragments.get(name)
    const size = fragment === undefined ? NOTHING : of(fragment.selectionSet)
    known.set(name, size)
    return size
  }

  function of ({ selections }: SelectionSetNode): Size {
    const total = { ...NOTHING }
    for (const selection of selections) {
      const { depth, fields, rootFields, introspection, told } = ofSelection(selection)
      total.depth = Math.max(total.depth, depth)
      total.fields += fields
      total.rootFields += rootFields
      total.introspection += introspection
      total.told += told
    }
    return total
  }

  function ofSelection (selection: SelectionSetNode['selections'][number]): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value)
    if (selection.kind === Kind.INLINE_FRAGMENT) return of(selection.selectionSet)
    const { name: { value: name }, selectionSet } = selection
    if (selectionSet === undefined) return ONE
    const inner = of(selectionSet)
    const told = (SCHEMA_SIZES[name] ?? 1) * (inner.told + 1)
    if (name === '__schema' || name === '__type') return { ...ONE, introspection: told }
    return { depth: inner.depth + 1, fields: inner.fields + 1, rootFields: 1, introspection: inner.introspection, told }
  }

  return of
}
