import type { AreaKind } from '../../src/domain/area.ts'
import type { AuditAction } from '../../src/domain/audit.ts'
import type { EventType } from '../../src/domain/event.ts'
import type { Frequency, Unit } from '../../src/domain/indicator.ts'
import type { PlanKind, PlanStatus } from '../../src/domain/plan.ts'
import { connection, limitOf, type PageArguments } from '../connections.ts'
import type { Context } from '../context.ts'
import { planAt } from '../versions.ts'

/** What a caller left out: GraphQL lets a client write null for it. */
type Given<T> = { [K in keyof T]?: T[K] | null }
type Id = { id: string }

/** The arguments without those that are null. */
export const given = <T extends object>(args: Given<T> | null | undefined): Partial<T> =>
  Object.fromEntries(Object.entries(args ?? {}).filter(([, value]) => value !== null)) as Partial<T>

export const Query = {
  kommuner: async (_: unknown, args: Given<{ memberOf: string, on: string }>, { services }: Context) =>
    (await services.areas.kommuner(given(args))).items,
  kommune: (_: unknown, { code }: { code: string }, { services }: Context) => services.areas.kommune(code),
  areas: async (_: unknown, args: Given<{ kind: AreaKind, memberOf: string, on: string }>, { services }: Context) =>
    (await services.areas.list(given(args))).items,
  area: (_: unknown, { id }: Id, { services }: Context) => services.areas.get(id),
  indicators: async (_: unknown, args: Given<{ unit: Unit, frequency: Frequency }>, { services }: Context) =>
    (await services.indicators.list(given(args))).items,
  indicator: (_: unknown, { id }: Id, { services }: Context) => services.indicators.get(id),
  mappings: async (_: unknown, __: unknown, { services }: Context) => (await services.mappings.list({})).items,
  mapping: (_: unknown, { id }: Id, { services }: Context) => services.mappings.get(id),
  nationalGoals: async (_: unknown, args: Given<{ year: number }>, { services }: Context) =>
    (await services.nationalGoals.list(given(args))).items,
  nationalGoal: (_: unknown, { id }: Id, { services }: Context) => services.nationalGoals.get(id),
  plans: async (_: unknown, { filter }: { filter?: Given<{ kommune: string, kind: PlanKind, status: PlanStatus, on: string }> | null }, { services, actor }: Context) =>
    (await services.plans.list(actor, given(filter))).items,
  plan: async (_: unknown, { id, version }: Id & { version?: number | null }, { services, actor }: Context) =>
    version == null ? await services.plans.get(actor, id) : planAt(await services.plans.atVersion(actor, id, version)),
  planDocument: (_: unknown, { id }: Id, { services, actor }: Context) => services.plans.document(actor, id),
  goal: (_: unknown, { id }: Id, { services, actor }: Context) => services.plans.goal(actor, id),
  target: (_: unknown, { id }: Id, { services, actor }: Context) => services.plans.target(actor, id),
  targets: (_: unknown, { filter, ...page }: TargetsArguments, { services, actor }: Context) =>
    connection(page, 1, paging => services.plans.targets(actor, { ...given(filter), ...paging }), target => [target.id]),
  measurements: (_: unknown, { filter, ...page }: MeasurementsArguments, { services }: Context) =>
    connection(page, 4, paging => services.measurements.list({ ...given(filter), ...paging }), ({ indicator, area, segment, period }) => [indicator, area, segment, period]),
  figures: (_: unknown, { indicator, areas, ...args }: FiguresArguments, { services }: Context) =>
    services.figures.list({ indicator, ...given(args), ...areas != null && { areas: areas.join(',') }, limit: limitOf(args) }),
  changes: (_: unknown, { first, types, ...args }: ChangesArguments, { services }: Context) =>
    services.changes.list({ ...given(args), ...types != null && { type: types }, limit: limitOf({ limit: first ?? null }, 'first') }),
  audit: (_: unknown, { filter, ...page }: AuditArguments, { services, actor }: Context) =>
    connection(page, 1, paging => services.audit.list(actor, { ...given(filter), ...paging }), entry => [String(entry.seq)]),
  keys: async (_: unknown, __: unknown, { services, actor }: Context) => (await services.keys.list(actor, {})).items,
  key: (_: unknown, { id }: Id, { services, actor }: Context) => services.keys.get(actor, id),
  webhooks: async (_: unknown, __: unknown, { services, actor }: Context) => (await services.webhooks.list(actor, {})).items,
  webhook: (_: unknown, { id }: Id, { services, actor }: Context) => services.webhooks.get(actor, id)
}

type TargetsArguments = PageArguments & {
  filter?: Given<{ plan: string, goal: string, kommune: string, indicator: string, nationalGoal: string }> | null
}
type FiguresArguments = Given<{ area: string, segment: string, from: string, to: string, knownAt: string, limit: number, cursor: string }> & { indicator: string, areas?: string[] | null }
type MeasurementsArguments = PageArguments & {
  filter?: Given<{ indicator: string, area: string, segment: string, from: string, to: string, knownAt: string }> | null
}
type AuditArguments = PageArguments & {
  filter?: Given<{ plan: string, kommune: string, actor: string, action: AuditAction, subject: string, from: string, to: string }> | null
}
type ChangesArguments = Given<{ after: string, kommune: string }> & { first?: number | null, types?: EventType[] | null }
