import { z } from 'zod'
import { AppError, notFound } from '../domain/errors.ts'
import { itemId, type PlanDocument } from '../domain/plan.ts'
import { type CodedList, nextCode } from '../domain/plan-codes.ts'
import { addItem, findItem, itemAt, lengthOf, mergePatch, moveItem, type Place, type PlanItem, type PlanList, removeItem, replaceItem, singular, standsUnderGoal } from '../domain/plan-edit.ts'
import type { Actor } from './actor.ts'
import { parse } from './input.ts'
import { patchFields } from './patches.ts'
import { itemSchemas } from './plan-document.ts'
import type { CurrentPlan, PlanWrite, PlanWriteOptions, PlanWriter } from './plan-writer.ts'

/** What every edit takes: the version that it was made on top of, why, and whether it is only tried. */
export type PlanEditOptions = Pick<PlanWriteOptions, 'expectedVersion' | 'reason' | 'validateOnly'>
/** `position` counts from 0; at the end unless given. */
export type AddOptions = PlanEditOptions & { position?: number }
/** `withTargets`: that a goal goes with all of its targets. */
export type RemoveOptions = PlanEditOptions & { withTargets?: boolean }

const position = z.number().int().min(0).max(1000).optional().meta({ description: 'The place in the list, from 0, counted without the thing itself; the end if absent.' })
export const moveInput = z.strictObject({ position }).meta({ id: 'MoveInput' })
export const moveToGoalInput = z.strictObject({ goal: z.string().min(1).max(200).optional().meta({ description: 'The id of the goal of the same plan that it goes to; where it stands if absent.' }), position }).meta({ id: 'MoveToGoalInput' })

/** The goals, targets, objectives, initiatives, commitments and notes of plans, each edited by itself. A code is chosen once and stays. */
export const createPlanItemService = ({ writer }: { writer: PlanWriter }) => ({
  goals: editsOf('goals', writer),
  targets: editsOf('targets', writer),
  objectives: editsOf('objectives', writer),
  initiatives: editsOf('initiatives', writer),
  commitments: editsOf('commitments', writer),
  notes: editsOf('notes', writer)
})

/**
 * The edits of one list. An item's id is the plan's, a dot and its code: `frederikssund-2024.3a`, `frederikssund-2024.3.O1`; that of a note
 * is its place in the list, from 0. All refuse as {@link PlanWriter.write} does, and with `not_found`.
 */
function editsOf (list: PlanList, writer: PlanWriter) {
  const whole = (actor: Actor, id: string, edit: (found: Found) => ReturnType<Parameters<PlanWriter['write']>[2]>, options: PlanEditOptions): Promise<PlanWrite> =>
    writer.write(actor, planOf(id), before => edit(foundIn(before, list, id)), { ...options, mustExist: true })

  /**
   * Adds an item. Where it has no code, the next free one is taken.
   * @param parent the id of the goal that it stands under, or of the plan
   */
  async function add (actor: Actor, parent: string, input: unknown, { position, ...options }: AddOptions = {}): Promise<PlanWrite> {
    return await writer.write(actor, planOf(parent), before => {
      const { plan, goal } = parentOf(before, list, parent)
      const item: PlanItem = parse(itemSchemas[list], withCode(input, list, goal === null ? null : codeOf(parent), plan))
      const edited = addItem(plan.document, list, item, { goal, ...positionIn(parse(moveInput, { position }), lengthOf(plan.document, { list, goal })) })
      return { ...edited, item: itemId(plan.document.id, keyOf(item, edited.pointer)), created: true }
    }, { ...options, mustExist: true })
  }

  /** Changes of an item what is given (see {@link mergePatch}). */
  const update = async (actor: Actor, id: string, patch: unknown, options: PlanEditOptions = {}): Promise<PlanWrite> => await whole(actor, id, ({ document, place }) => {
    const before = itemAt(document, place) as PlanItem
    const fields = patchFields(patch, itemSchemas[list], list === 'goals' ? ['targets'] : [])
    if ('code' in before && fields.code !== undefined && fields.code !== before.code) throw refused('invalid_request', '/code', 'code_fixed', `is ${before.code} and stays so: a code is chosen once. Add another ${singular(list)} instead`)
    const item: PlanItem = parse(itemSchemas[list], mergePatch(before, fields))
    return { ...replaceItem(document, place, item), item: id, created: false }
  }, options)

  /** Moves an item to a position, a target, objective or initiative also to another goal of the plan. Its code stays. */
  const move = async (actor: Actor, id: string, to: unknown, options: PlanEditOptions = {}): Promise<PlanWrite> => await whole(actor, id, ({ document, place }) => {
    const given: { goal?: string, position?: number } = standsUnderGoal(list) ? parse(moveToGoalInput, to) : parse(moveInput, to)
    const goal = given.goal === undefined ? place.goal : goalOf(document, given.goal)
    if (goal === undefined) throw refused('unprocessable', '/goal', 'unknown_goal', `there is no goal ${String(given.goal)} in the plan ${document.id}`)
    const others = lengthOf(document, { list, goal }) - (goal === place.goal ? 1 : 0)
    const moved = moveItem(document, place, { goal, ...positionIn(given, others) })
    return { ...moved, item: itemId(document.id, keyOf(itemAt(document, place) as PlanItem, moved.pointer)), created: false }
  }, options)

  /** Removes an item. A goal that has targets goes only with them, where that is asked for. */
  const remove = async (actor: Actor, id: string, { withTargets = false, ...options }: RemoveOptions = {}): Promise<PlanWrite> => await whole(actor, id, ({ document, place }) => {
    const targets = list === 'goals' ? document.goals[place.at]?.targets ?? [] : []
    if (targets.length > 0 && !withTargets) {
      const detail = `the goal ${codeOf(id)} has the targets ${targets.slice(0, 10).map(target => target.code).join(', ')}${targets.length > 10 ? ', …' : ''}: move them first, or say withTargets to remove them too`
      throw new AppError('unprocessable', detail, [{ pointer: '?withTargets', code: 'goal_has_targets', detail }])
    }
    return { document: removeItem(document, place).document, item: id, created: false }
  }, options)

  return { add, update, move, remove }
}

type Found = { document: PlanDocument, place: Place }

/** The plan of an id: all up to the first dot, for a plan's id has none. */
export const planOf = (id: string): string => id.split('.', 1)[0] ?? id
const codeOf = (id: string): string => id.slice(planOf(id).length + 1)
const keyOf = (item: PlanItem, pointer: string): string => 'code' in item ? item.code : pointer.split('/').at(-1) ?? ''

function foundIn (before: CurrentPlan | undefined, list: PlanList, id: string): Found {
  const place = before === undefined ? null : findItem(before.document, list, codeOf(id))
  if (before === undefined || place === null) throw notFound(singular(list), id)
  return { document: before.document, place }
}

function parentOf (before: CurrentPlan | undefined, list: PlanList, parent: string): { plan: CurrentPlan, goal: number | null } {
  const goal = before === undefined || !standsUnderGoal(list) ? null : goalOf(before.document, parent)
  if (before === undefined || goal === undefined || (goal === null && codeOf(parent) !== '')) throw notFound(standsUnderGoal(list) ? 'goal' : 'plan', parent)
  return { plan: before, goal }
}

/** The place of a goal of the plan; undefined where it has none of that id. */
function goalOf (document: PlanDocument, id: string): number | undefined {
  return planOf(id) === document.id ? findItem(document, 'goals', codeOf(id))?.at : undefined
}

/** The input with a code: its own, or the next free one. */
function withCode (input: unknown, list: PlanList, goal: string | null, { document, retired }: CurrentPlan): unknown {
  if (list === 'notes' || typeof input !== 'object' || input === null || ('code' in input && input.code != null)) return input
  return { ...input, code: nextCode(list satisfies CodedList, goal, document, retired) }
}

/** The position that is given, where a list of so many others has it. */
function positionIn ({ position }: { position?: number | undefined }, others: number): { position?: number } {
  if (position === undefined) return {}
  if (position <= others) return { position }
  throw refused('unprocessable', '/position', 'position_out_of_range', `is not from 0 to ${others}: so many others are there`)
}

function refused (kind: 'invalid_request' | 'unprocessable', pointer: string, code: string, detail: string): AppError {
  return new AppError(kind, `${pointer}: ${detail}`, [{ pointer, code, detail }])
}
