import { z } from 'zod'
import { AppError, notFound } from '../domain/errors.ts'
import type { NationalGoal } from '../domain/national-goal.ts'
import { type Actor, requireScope } from './actor.ts'
import { auditedPut } from './audit-entries.ts'
import { parse, wholeNumber, type WriteOptions } from './input.ts'
import { closedList, type Page, paging, sortBy } from './lists.ts'
import { diffDocuments, type DocumentChange } from './plan-diff.ts'
import { unknownParameter } from './reference.ts'
import type { Stores } from '../../db/stores/index.ts'

export const nationalGoalQuery = z.strictObject({
  year: wholeNumber(1900, 2199, 'Only the goals of this year.'),
  ...paging,
  sort: sortBy(['id', 'title'])
})
export type NationalGoalQuery = z.output<typeof nationalGoalQuery>

/** What a national goal is made of when it is put; year and number stand in the path, as its id. */
export const nationalGoalInput = z.strictObject({
  id: z.string().optional().meta({ description: 'May be given; must then be the id of the path.' }),
  title: z.string().trim().min(1).max(1000).meta({ description: 'What the minister wants, in Danish.' })
}).meta({ id: 'NationalGoalInput' })

const goalId = z.string().regex(/^(19|20|21)\d\d-[1-9]\d?$/, { error: 'is not year-number: write one such as 2027-1, a year from 1900 to 2199 and a number from 1 to 99' })
const SORT_KEYS = { id: (goal: NationalGoal) => goal.id, title: (goal: NationalGoal) => goal.title }

/** The minister's employment goals, by year. */
export function createNationalGoalService ({ stores, now }: { stores: Pick<Stores, 'nationalGoals'>, now: () => Date }) {
  const all = (): Promise<NationalGoal[]> => stores.nationalGoals.all()

  /** @throws AppError `invalid_request` where no goals are known of the year */
  async function list (query: NationalGoalQuery): Promise<Page<NationalGoal>> {
    const { year } = query
    const goals = await all()
    const found = goals.filter(goal => year === undefined || goal.year === year)
    if (year !== undefined && found.length === 0) throw unknownParameter('year', String(year), 'year', `goals are known of ${[...new Set(goals.map(goal => goal.year))].join(', ')}`)
    return closedList(found, SORT_KEYS, query)
  }

  /** @throws AppError `not_found` */
  async function get (id: string): Promise<NationalGoal> {
    const goal = (await all()).find(one => one.id === id)
    if (goal === undefined) throw notFound('national goal', id)
    return goal
  }

  /** Creates or replaces a national goal. @throws AppError `invalid_request` */
  async function put (actor: Actor, id: string, input: unknown, { validateOnly = false }: WriteOptions = {}): Promise<{ goal: NationalGoal, created: boolean, changes: DocumentChange[] }> {
    requireScope(actor, 'admin')
    const given = parse(nationalGoalInput, input)
    const [year = NaN, number = NaN] = parse(goalId, id, '/id').split('-').map(Number)
    if (given.id !== undefined && given.id !== id) throw new AppError('invalid_request', '/id: is not the id of the path', [{ pointer: '/id', code: 'id_mismatch', detail: `is not the id of the path, ${id}: leave it out` }])
    const before = (await all()).find(one => one.id === id)
    const goal = { id, year, number, title: given.title }
    const outcome = { goal, created: before === undefined, changes: diffDocuments(before ?? {}, goal) }
    if (validateOnly) return outcome
    await stores.nationalGoals.putAll([goal], auditedPut(actor, now().toISOString(), { created: 'national_goal.created', changed: 'national_goal.changed', subjectKind: 'national_goal', subject: id, before, after: goal }))
    return outcome
  }

  return { all, list, get, put }
}
