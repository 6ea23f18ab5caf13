import { z } from 'zod'
import { AppError, notFound } from '../domain/errors.ts'
import type { NationalGoal } from '../domain/national-goal.ts'
import { mergePatch } from '../domain/plan-edit.ts'
import { type Actor, requireScope } from './actor.ts'
import { audited, auditedPut } from './audit-entries.ts'
import { anyOf, parse, type WriteOptions } from './input.ts'
import { closedList, holdsWords, type Page, paging, searched, sortBy } from './lists.ts'
import { patchFields, patchOf } from './patches.ts'
import { diffDocuments, type DocumentChange } from './plan-diff.ts'
import { againstReference, inUse } from './reference-changes.ts'
import { unknownParameter } from './reference.ts'
import type { Stores } from '../../db/stores/index.ts'

const year = z.string().regex(/^(19|20|21)\d\d$/, { error: 'is not a year from 1900 to 2199' }).transform(Number).meta({ type: 'integer', minimum: 1900, maximum: 2199, pattern: undefined })
const number = z.string().regex(/^[1-9]\d?$/, { error: 'is not a number from 1 to 99' }).transform(Number).meta({ type: 'integer', minimum: 1, maximum: 99, pattern: undefined })
export const nationalGoalQuery = z.strictObject({
  year: anyOf(year, 'Only the goals of this year.'),
  number: anyOf(number, 'Only the goals with this number.'),
  q: searched('the title'),
  ...paging,
  sort: sortBy(['id', 'year', 'number', 'title'])
})
export type NationalGoalQuery = z.output<typeof nationalGoalQuery>

/** What a national goal is made of when it is put; year and number stand in the path, as its id. */
export const nationalGoalInput = z.strictObject({
  id: z.string().max(100).optional().meta({ description: 'May be given; must then be the id of the path.' }),
  title: z.string().trim().min(1).max(1000).meta({ description: 'What the minister wants, in Danish.' })
}).meta({ id: 'NationalGoalInput' })

/** The documentation of merge patches; what comes of one is checked as a goal that is put. */
export const nationalGoalPatch = patchOf(nationalGoalInput.shape).meta({ id: 'NationalGoalPatch', description: 'Only what is given changes.' })

const goalId = z.string().regex(/^(19|20|21)\d\d-[1-9]\d?$/, { error: 'is not year-number: write one such as 2027-1, a year from 1900 to 2199 and a number from 1 to 99' })
/** What a put of a national goal did, or would do. */
type NationalGoalPut = { goal: NationalGoal, created: boolean, changes: DocumentChange[] }
const SORT_KEYS = { id: (goal: NationalGoal) => goal.id, year: (goal: NationalGoal) => String(goal.year), number: (goal: NationalGoal) => String(goal.number), title: (goal: NationalGoal) => goal.title }

/** The minister's employment goals, by year. */
export function createNationalGoalService ({ stores, now }: { stores: Pick<Stores, 'nationalGoals'>, now: () => Date }) {
  const all = (): Promise<NationalGoal[]> => stores.nationalGoals.all()

  /** @throws AppError `invalid_request` where no goals are known of the year */
  async function list (query: NationalGoalQuery): Promise<Page<NationalGoal>> {
    const { year, number, q } = query
    const goals = await all()
    const years = new Set(goals.map(goal => goal.year))
    const unknown = year?.find(one => !years.has(one))
    if (unknown !== undefined) throw unknownParameter('year', String(unknown), 'year', `goals are known of ${[...years].join(', ')}`)
    const isWanted = (goal: NationalGoal): boolean => (year?.includes(goal.year) ?? true) && (number?.includes(goal.number) ?? true) && holdsWords(q, [goal.title])
    return closedList(goals.filter(isWanted), SORT_KEYS, { ...query, of: 'national goals' })
  }

  /** @throws AppError `not_found` */
  async function get (id: string): Promise<NationalGoal> {
    const goal = (await all()).find(one => one.id === id)
    if (goal === undefined) throw notFound('national goal', id)
    return goal
  }

  /** Creates or replaces a national goal. @throws AppError `invalid_request` */
  const put = async (actor: Actor, id: string, input: unknown, options: WriteOptions = {}): Promise<NationalGoalPut> => await write(actor, id, () => input, options)

  /** Changes of a national goal what is given (see {@link mergePatch}). @throws AppError `not_found`, `invalid_request` */
  const update = async (actor: Actor, id: string, patch: unknown, options: WriteOptions = {}): Promise<NationalGoalPut> => await write(actor, id, before => {
    if (before === undefined) throw notFound('national goal', id)
    return mergePatch({ title: before.title }, patchFields(patch, nationalGoalPatch))
  }, options)

  async function write (actor: Actor, id: string, edit: (before: NationalGoal | undefined) => unknown, { validateOnly = false }: WriteOptions): Promise<NationalGoalPut> {
    requireScope(actor, 'admin')
    return await againstReference(async () => {
      const version = await stores.nationalGoals.version()
      const before = (await all()).find(one => one.id === id)
      const given = parse(nationalGoalInput, edit(before))
      const [year = NaN, number = NaN] = parse(goalId, id, '/id').split('-').map(Number)
      if (given.id !== undefined && given.id !== id) throw new AppError('invalid_request', '/id: is not the id of the path', [{ pointer: '/id', code: 'id_mismatch', detail: `is not the id of the path, ${id}: leave it out` }])
      const goal = { id, year, number, title: given.title }
      const outcome = { goal, created: before === undefined, changes: diffDocuments(before ?? {}, goal) }
      if (validateOnly || outcome.changes.length === 0) return outcome
      const audit = auditedPut(actor, now().toISOString(), { created: 'national_goal.created', changed: 'national_goal.changed', subjectKind: 'national_goal', subject: id, before, after: goal })
      await stores.nationalGoals.putAll([goal], { audit, version })
      return outcome
    })
  }

  /**
   * Removes a national goal that no plan names.
   * @throws AppError `not_found`, `conflict` naming what uses it
   */
  async function remove (actor: Actor, id: string, { validateOnly = false }: WriteOptions = {}): Promise<NationalGoal> {
    requireScope(actor, 'admin')
    return await againstReference(async () => {
      const version = await stores.nationalGoals.version()
      const before = await get(id)
      const uses = await stores.nationalGoals.usesOf(id)
      if (uses.length > 0) throw inUse('national goal', id, uses, false)
      if (validateOnly) return before
      const audit = audited(actor, now().toISOString(), { action: 'national_goal.removed', subjectKind: 'national_goal', subject: id, changes: diffDocuments(before, {}) })
      await stores.nationalGoals.remove(id, { audit, version, used: () => inUse('national goal', id, [], false) })
      return before
    })
  }

  return { all, list, get, put, update, remove }
}
