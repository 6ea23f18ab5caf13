import type { Services } from '../src/services/index.ts'

/** A version of a plan as it stood. */
export type Version = Awaited<ReturnType<Services['plans']['atVersion']>>
/** What stands in a version of a plan: what lies below it is found there too, and not in the plan as it is. */
export type AtVersion = { at?: Version }

export const planAt = (at: Version) => ({ ...at.plan, at })
/** The goals of a version; with national goals only those that adopt any of them. */
export const goalsAt = (at: Version, nationalGoals: readonly string[] | null = null) =>
  at.goals.filter(goal => nationalGoals === null || goal.nationalGoals.some(id => nationalGoals.includes(id))).map(goal => ({ ...goal, at }))
/** The targets of some goals of a version. */
export const targetsAt = (at: Version, goals: readonly { id: string }[]) =>
  goals.flatMap(({ id }) => at.targets.filter(target => target.goal === id)).map(target => ({ ...target, at }))
