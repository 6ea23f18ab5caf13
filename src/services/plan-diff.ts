import type { DocumentChange } from '../domain/document-change.ts'

export type { DocumentChange }

/**
 * What changes from one document to the next, item by item. Lists of items with codes are compared by code, other lists as a whole.
 * A field that is absent and one that is null are the same.
 */
export function diffDocuments (before: unknown, after: unknown, path = ''): DocumentChange[] {
  if (before === after || (isNothing(before) && isNothing(after))) return []
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
