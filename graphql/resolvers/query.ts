import type { AreaQuery } from '../../src/services/areas.ts'
import type { AuditQuery } from '../../src/services/audit.ts'
import type { ChangeQuery } from '../../src/services/changes.ts'
import type { FreshnessQuery } from '../../src/services/freshness.ts'
import type { ImportQuery } from '../../src/services/imports.ts'
import type { IndicatorQuery } from '../../src/services/indicators.ts'
import type { KeyQuery } from '../../src/services/keys.ts'
import type { MappingQuery } from '../../src/services/mappings.ts'
import type { MeasurementQuery } from '../../src/services/measurement-queries.ts'
import type { NationalGoalQuery } from '../../src/services/national-goals.ts'
import type { PlanQuery, TargetQuery } from '../../src/services/plan-queries.ts'
import type { WebhookQuery } from '../../src/services/webhooks.ts'
import { connection, limitOf, type PageArguments } from '../connections.ts'
import type { Context } from '../context.ts'
import { STATUS_COST } from '../cost.ts'
import { filtered, type Given } from '../filters.ts'
import { type StatusesArguments, statusesQueryOf } from '../status-arguments.ts'
import { planAt } from '../versions.ts'
import { type AssumedInput, assumedOf } from './what-if.ts'

type Id = { id: string }
/** The filters of a list of REST. */
type Filters<Query> = Given<Omit<Query, 'limit' | 'cursor' | 'sort'>>
type Filtered<Query> = PageArguments & { filter?: Filters<Query> | null }

/** The arguments without those that are null. */
export const given = <T extends object>(args: Given<T> | null | undefined): Partial<T> =>
  Object.fromEntries(Object.entries(args ?? {}).filter(([, value]) => value !== null)) as Partial<T>

export const Query = {
  kommuner: async (_: unknown, args: Filters<Omit<AreaQuery, 'kind'>>, { services }: Context) =>
    (await services.areas.kommuner(filtered(args))).items,
  kommune: (_: unknown, { code }: { code: string }, { services }: Context) => services.areas.kommune(code),
  areas: async (_: unknown, args: Filters<AreaQuery>, { services }: Context) =>
    (await services.areas.list(filtered(args))).items,
  area: (_: unknown, { id }: Id, { services }: Context) => services.areas.get(id),
  indicators: async (_: unknown, args: Filters<IndicatorQuery>, { services }: Context) =>
    (await services.indicators.list(filtered(args))).items,
  indicator: (_: unknown, { id }: Id, { services }: Context) => services.indicators.get(id),
  mappings: async (_: unknown, args: Filters<MappingQuery>, { services }: Context) => (await services.mappings.list(filtered(args))).items,
  mapping: (_: unknown, { id }: Id, { services }: Context) => services.mappings.get(id),
  nationalGoals: async (_: unknown, args: Filters<NationalGoalQuery>, { services }: Context) =>
    (await services.nationalGoals.list(filtered(args))).items,
  nationalGoal: (_: unknown, { id }: Id, { services }: Context) => services.nationalGoals.get(id),
  plans: async (_: unknown, { filter }: { filter?: Filters<PlanQuery> | null }, { services, actor }: Context) =>
    (await services.plans.list(actor, filtered(filter))).items,
  plan: async (_: unknown, { id, version }: Id & { version?: number | null }, { services, actor }: Context) =>
    version == null ? await services.plans.get(actor, id) : planAt(await services.plans.atVersion(actor, id, version)),
  planDocument: (_: unknown, { id }: Id, { services, actor }: Context) => services.plans.document(actor, id),
  goal: (_: unknown, { id }: Id, { services, actor }: Context) => services.plans.goal(actor, id),
  target: (_: unknown, { id }: Id, { services, actor }: Context) => services.plans.target(actor, id),
  targets: (_: unknown, { filter, ...page }: Filtered<TargetQuery>, { services, actor }: Context) => {
    const asked = filtered(filter)
    return connection(page, asked, 1, paging => services.plans.targets(actor, { ...asked, ...paging }), target => [target.id])
  },
  statuses: (_: unknown, args: StatusesArguments, { services, actor, budget }: Context) =>
    services.statuses.list(actor, statusesQueryOf(args), targets => budget.spend(targets * STATUS_COST)),
  measurements: (_: unknown, { filter, ...page }: Filtered<MeasurementQuery>, { services }: Context) => {
    const asked = filtered(filter)
    return connection(page, asked, 4, paging => services.measurements.list({ ...asked, ...paging }), ({ indicator, area, segment, period }) => [indicator, area, segment, period])
  },
  imports: (_: unknown, { filter, ...page }: Filtered<ImportQuery>, { services, actor }: Context) => {
    const asked = filtered(filter)
    return connection(page, asked, 2, paging => services.imports.list(actor, { ...asked, ...paging }), ({ recordedAt, id }) => [recordedAt, id])
  },
  import: (_: unknown, { id }: Id, { services, actor }: Context) => services.imports.get(actor, id),
  freshness: async (_: unknown, args: Filters<FreshnessQuery>, { services, actor }: Context) => (await services.freshness.list(actor, filtered(args))).items,
  figures: (_: unknown, { indicator, areas, ...args }: FiguresArguments, { services }: Context) =>
    services.figures.list({ indicator, ...given(args), ...areas != null && { areas }, limit: limitOf(args) }),
  compare: (_: unknown, { indicator, ...args }: CompareArguments, { services }: Context) => services.comparison.compare({ indicator, ...filtered(args) }),
  whatIf: (_: unknown, { target, input, ...when }: { target: string, input: AssumedInput } & Given<{ asOf: string, knownAt: string }>, { services, actor, budget }: Context) => {
    budget.spend(2 * STATUS_COST)
    return services.whatIf.ofTarget(actor, target, assumedOf(input), given(when))
  },
  changes: (_: unknown, { first, types, ...args }: ChangesArguments, { services }: Context) =>
    services.changes.list({ ...filtered({ type: types, ...given(args) }), limit: limitOf({ limit: first ?? null }, 'first') }),
  audit: (_: unknown, { filter, ...page }: Filtered<AuditQuery>, { services, actor }: Context) => {
    const asked = filtered(filter)
    return connection(page, { ...asked, of: 'audit' }, 1, paging => services.audit.list(actor, { ...asked, ...paging }), entry => [String(entry.seq)])
  },
  keys: async (_: unknown, args: Filters<KeyQuery>, { services, actor }: Context) => (await services.keys.list(actor, filtered(args))).items,
  key: (_: unknown, { id }: Id, { services, actor }: Context) => services.keys.get(actor, id),
  webhooks: async (_: unknown, args: Filters<WebhookQuery>, { services, actor }: Context) => (await services.webhooks.list(actor, filtered(args))).items,
  webhook: (_: unknown, { id }: Id, { services, actor }: Context) => services.webhooks.get(actor, id)
}

type FiguresArguments = Given<{ area: string, segment: string, from: string, to: string, knownAt: string, limit: number, cursor: string }> & { indicator: string, areas?: string[] | null }
type CompareArguments = Given<{ period: string, areas: string[], memberOf: string[], segment: string, knownAt: string }> & { indicator: string }
type ChangesArguments = Given<Omit<ChangeQuery, 'limit'>> & { first?: number | null, types?: ChangeQuery['type'] | null }
