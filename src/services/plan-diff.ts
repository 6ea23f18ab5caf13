import type { DocumentChange } from '../domain/document-change.ts'
import { matchedPairs } from './list-matches.ts'

export type { DocumentChange }

/**
 * What changes from one document to the next, item by item: items with codes are compared by code, other objects in lists by their order
 * (`/notes/3` is the fourth, of the next document; what is removed is told by its place in the one before). Lists of texts and numbers are
 * compared as a whole. A field that is absent and one that is null are the same, but for a segment that is not the target's own.
 */
export function diffDocuments (before: unknown, after: unknown, path = ''): DocumentChange[] {
  if (before === after) return []
  if (isNothing(before) && isNothing(after)) return isSegmentOfItsOwn(path) ? [{ path, op: before === undefined ? 'add' : 'remove', before: null, after: null }] : []
  if (isListOfObjects(before) && isListOfObjects(after)) return diffLists(before, after, path)
  const [left, right] = [asFields(before), asFields(after)]
  if (left !== null && right !== null) {
    const names = new Set([...left.keys(), ...right.keys()])
    const changes = [...names].flatMap(name => diffDocuments(left.get(name), right.get(name), `${path}/${name}`))
    return changes.length === 0 && orderDiffers(before, after) ? [{ path, op: 'replace', before: [...left.keys()], after: [...right.keys()] }] : changes
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (isNothing(before)) return [{ path, op: 'add', before: null, after }]
  return [{ path, op: isNothing(after) ? 'remove' : 'replace', before, after: after ?? null }]
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || (Array.isArray(value) && value.length === 0)

/** Whether a segment stands there of which null is the whole and an absent one that of the target: in a rule, or a part of a calculation. */
const isSegmentOfItsOwn = (path: string): boolean => /\/(?:rule|rules\/\d+|numerator|denominator|of|of\/\d+)\/segment$/.test(path)

const isListOfObjects = (value: unknown): value is object[] =>
  Array.isArray(value) && value.length > 0 && value.every(item => typeof item === 'object' && item !== null && codeOf(item) === null)

/** Of lists without codes what came, what went, and what changed in items that stand in each other's place. */
function diffLists (before: readonly object[], after: readonly object[], path: string): DocumentChange[] {
  const [left, right] = [before, after].map(list => list.map(item => JSON.stringify(item))) as [string[], string[]]
  const changes: DocumentChange[] = []
  let [from, to] = [0, 0]
  for (const [nextFrom, nextTo] of [...matchedPairs(left, right), [left.length, right.length] as const]) {
    for (; from < nextFrom && to < nextTo; from++, to++) changes.push(...diffDocuments(before[from], after[to], `${path}/${to}`))
    for (; from < nextFrom; from++) changes.push({ path: `${path}/${from}`, op: 'remove', before: before[from], after: null })
    for (; to < nextTo; to++) changes.push({ path: `${path}/${to}`, op: 'add', before: null, after: after[to] })
    ;[from, to] = [nextFrom + 1, nextTo + 1]
  }
  return changes
}

/** The named parts of an object or of a list of items with codes; null for everything else. */
function asFields (value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) {
    const codes = value.map(codeOf)
    return codes.length > 0 && codes.every(code => code !== null) ? new Map(value.map((item, at) => [codes[at] as string, item])) : null
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null
}

const codeOf = (item: unknown): string | null =>
  typeof item === 'object' && item !== null && 'code' in item && typeof item.code === 'string' ? item.code : null

/** Whether two lists hold the same items in another order. */
const orderDiffers = (before: unknown, after: unknown): boolean =>
  Array.isArray(before) && Array.isArray(after) && before.map(codeOf).join('\n') !== after.map(codeOf).join('\n')
