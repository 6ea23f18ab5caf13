import { AppError } from './errors.ts'
import type { Commitment, GoalDocument, Initiative, Note, Objective, PlanDocument } from './plan.ts'
import type { TargetDocument } from './target.ts'

/** The lists of a plan that are edited item by item, and what each holds. */
export type PlanItems = { goals: GoalDocument, targets: TargetDocument, objectives: Objective, initiatives: Initiative, commitments: Commitment, notes: Note }
export type PlanList = keyof PlanItems
export type PlanItem = PlanItems[PlanList]

const UNDER_GOALS: readonly PlanList[] = ['targets', 'objectives', 'initiatives']
const SINGULAR: Record<PlanList, string> = { goals: 'goal', targets: 'target', objectives: 'objective', initiatives: 'initiative', commitments: 'commitment', notes: 'note' }

/** Whether the items of a list stand under goals, not under the plan itself. */
export const standsUnderGoal = (list: PlanList): boolean => UNDER_GOALS.includes(list)
/** What one item of a list is called. */
export const singular = (list: PlanList): string => SINGULAR[list]

/** Where an item stands: in which list, under which goal (by its place; null: under the plan) and at which place, from 0. */
export type Place = { list: PlanList, goal: number | null, at: number }

/** A document as it is after an edit, and the JSON pointer of what was edited in it. */
export type Edited = { document: PlanDocument, pointer: string }

const listAt = (document: PlanDocument, { list, goal }: Omit<Place, 'at'>): readonly PlanItem[] =>
  (goal === null ? document[list as 'goals' | 'commitments' | 'notes'] : document.goals[goal]?.[list as 'targets' | 'objectives' | 'initiatives']) ?? []

function withList (document: PlanDocument, { list, goal }: Omit<Place, 'at'>, items: readonly PlanItem[]): PlanDocument {
  if (goal === null) return { ...document, [list]: items }
  return { ...document, goals: document.goals.map((one, at) => at === goal ? { ...one, [list]: items } : one) }
}

const pointerOf = ({ list, goal, at }: Place): string => `${goal === null ? '' : `/goals/${goal}`}/${list}/${at}`

/** The item at a place. */
export const itemAt = (document: PlanDocument, place: Place): PlanItem | undefined => listAt(document, place)[place.at]

/** Where an item is, by its code (a note by its place in the list, from 0); null where there is none. */
export function findItem (document: PlanDocument, list: PlanList, key: string): Place | null {
  const goals = standsUnderGoal(list) ? [...document.goals.keys()] : [null]
  for (const goal of goals) {
    const items = listAt(document, { list, goal })
    const at = list === 'notes' ? (/^(0|[1-9]\d{0,5})$/.test(key) && Number(key) < items.length ? Number(key) : -1) : items.findIndex(item => 'code' in item && item.code === key)
    if (at >= 0) return { list, goal, at }
  }
  return null
}

/** How many items a list holds. */
export const lengthOf = (document: PlanDocument, where: Omit<Place, 'at'>): number => listAt(document, where).length

/** Adds an item, at the end of its list unless a position (from 0 to the list's length) is given. `goal`: the place of the goal that it stands under. */
export function addItem (document: PlanDocument, list: PlanList, item: PlanItem, { goal, position }: { goal: number | null, position?: number }): Edited {
  const items = listAt(document, { list, goal })
  const at = position ?? items.length
  return { document: withList(document, { list, goal }, items.toSpliced(at, 0, item)), pointer: pointerOf({ list, goal, at }) }
}

/** Puts an item in the place of another. */
export function replaceItem (document: PlanDocument, place: Place, item: PlanItem): Edited {
  return { document: withList(document, place, listAt(document, place).with(place.at, item)), pointer: pointerOf(place) }
}

export const removeItem = (document: PlanDocument, place: Place): Edited =>
  ({ document: withList(document, place, listAt(document, place).toSpliced(place.at, 1)), pointer: pointerOf(place) })

/** Moves an item: to a position (from 0, counted without it; the end unless given), and under another goal where one is named by its place. */
export function moveItem (document: PlanDocument, place: Place, { goal = place.goal, position }: { goal?: number | null, position?: number }): Edited {
  const item = itemAt(document, place) as PlanItem
  return addItem(removeItem(document, place).document, place.list, item, { goal, ...position !== undefined && { position } })
}

const DEEPEST = 100

/**
 * What a value becomes by a merge patch (RFC 7396): members that are given replace, objects are merged, null removes a member, lists are
 * replaced whole. Two things are put stricter: a rule or calculation of another kind, or a baseline of another form, replaces the old one
 * whole, since their fields do not go together; and a segment becomes null, which is the whole, where an absent one may be another's.
 * @throws AppError `invalid_request` where the patch is nested too deeply
 */
export function mergePatch (value: unknown, patch: unknown, depth = 0): unknown {
  if (!isFields(patch)) return patch
  if (depth > DEEPEST) throw new AppError('invalid_request', 'The input is nested too deeply.')
  const merged = new Map(Object.entries(isFields(value) ? value : {}))
  for (const [name, given] of Object.entries(patch)) {
    if (given === undefined) continue
    const before = isFields(given) && isOtherForm(name, merged.get(name), given) ? undefined : merged.get(name)
    if (given === null && name !== 'segment') merged.delete(name)
    else merged.set(name, mergePatch(before, given, depth + 1))
  }
  return Object.fromEntries(merged)
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

function isOtherForm (name: string, before: unknown, given: Fields): boolean {
  if (!isFields(before)) return false
  if (name === 'rule' || name === 'calculation') return given.kind !== undefined && given.kind !== before.kind
  if (name !== 'baseline') return false
  const form = (baseline: Fields): string | undefined => ['period', 'value', 'lag'].find(field => field in baseline)
  return form(given) !== undefined && form(given) !== form(before)
}
