import type { Area as AreaRecord } from '../../src/domain/area.ts'
import type { NationalGoal as NationalGoalRecord } from '../../src/domain/national-goal.ts'
import type { Freshness as FreshnessRecord } from '../../src/services/freshness.ts'
import type { Context } from '../context.ts'

type Linked = { area: string }

const codes = (area: AreaRecord) => Object.entries(area.codes).map(([source, code]) => ({ source, code }))
/** The area that a record names; each that is stored was checked when it came in. */
const areaOf = async ({ area }: Linked, _: unknown, { loaders }: Context) => (await loaders.areas()).resolve(area)

export const Area = {
  resolveType: ({ kind }: AreaRecord): string => kind === 'kommune' ? 'Kommune' : 'AreaGroup'
}

export const Kommune = {
  codes,
  plans: ({ id }: AreaRecord, _: unknown, { loaders }: Context) => loaders.plansOfKommune(id),
  regions: async ({ memberships }: AreaRecord, _: unknown, { loaders }: Context) => {
    const { resolve } = await loaders.areas()
    return [...new Set(memberships.map(link => resolve(link.area)))].filter(area => area?.kind === 'region')
  }
}

export const AreaGroup = { codes }

export const Membership = { area: areaOf }

export const NationalGoal = {
  goals: ({ id }: NationalGoalRecord, _: unknown, { loaders }: Context) => loaders.goalsOfNationalGoal(id),
  targets: ({ id }: NationalGoalRecord, _: unknown, { loaders }: Context) => loaders.targetsOfNationalGoal(id)
}

export const Freshness = {
  indicator: ({ indicator }: FreshnessRecord, _: unknown, { loaders }: Context) => loaders.indicator(indicator),
  area: areaOf,
  // Read here, so that targets count in what the query costs.
  targets: ({ targets }: FreshnessRecord) => targets
}
