import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql/index.js'
import { AppError } from '../src/domain/errors.ts'

/** What one query may be: its text, its shape, what it costs to answer (cost.ts), and how many of its errors are told. */
export const LIMITS = { characters: 20_000, tokens: 4_000, depth: 12, fields: 1_000, rootFields: 50, cost: 20_000, errors: 20 } as const

type Size = { depth: number, fields: number, rootFields: number }
const NOTHING: Size = { depth: 0, fields: 0, rootFields: 0 }

/**
 * Checks the shape of a document before it is validated, for some rules of validation take long over a large one.
 * Fragments count where they are spread. Introspection counts as one field: GraphQL itself bounds it.
 * @throws AppError `invalid_request` that names the limit
 */
export function checkShape (document: DocumentNode): void {
  for (const size of sizesOf(document)) {
    check('depth', size.depth, 'levels deep')
    check('fields', size.fields, 'fields')
    check('rootFields', size.rootFields, 'fields at its root')
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

function check (limit: 'depth' | 'fields' | 'rootFields', found: number, what: string): void {
  if (found <= LIMITS[limit]) return
  const detail = `has more than ${LIMITS[limit]} ${what}: ask in several queries`
  throw new AppError('invalid_request', `The query ${detail}.`, [{ pointer: '/query', code: 'query_too_large', detail }])
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
      const { depth, fields, rootFields } = ofSelection(selection)
      total.depth = Math.max(total.depth, depth)
      total.fields += fields
      total.rootFields += rootFields
    }
    return total
  }

  function ofSelection (selection: SelectionSetNode['selections'][number]): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value)
    if (selection.kind === Kind.INLINE_FRAGMENT) return of(selection.selectionSet)
    const isIntrospection = selection.name.value === '__schema' || selection.name.value === '__type'
    if (selection.selectionSet === undefined || isIntrospection) return { depth: 1, fields: 1, rootFields: 1 }
    const inner = of(selection.selectionSet)
    return { depth: inner.depth + 1, fields: inner.fields + 1, rootFields: 1 }
  }

  return of
}
