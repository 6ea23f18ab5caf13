import { z } from 'zod'
import { notFound } from '../domain/errors.ts'
import type { NationalGoal } from '../domain/national-goal.ts'
import { wholeNumber } from './input.ts'
import { closedList, type Page, paging, sortBy } from './lists.ts'
import { unknownParameter } from './reference.ts'
import type { Stores } from '../../db/stores/index.ts'

export const nationalGoalQuery = z.strictObject({
  year: wholeNumber(1900, 2199, 'Only the goals of this year.'),
  ...paging,
  sort: sortBy(['id', 'title'])
})
export type NationalGoalQuery = z.output<typeof nationalGoalQuery>

const SORT_KEYS = { id: (goal: NationalGoal) => goal.id, title: (goal: NationalGoal) => goal.title }

/** The minister's employment goals, by year. */
export function createNationalGoalService ({ stores }: { stores: Pick<Stores, 'nationalGoals'> }) {
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

  return { all, list, get }
}
