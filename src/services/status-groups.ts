import type { Area } from '../domain/area.ts'
import { isValidOn } from '../domain/comparison.ts'
import type { Bilingual } from '../domain/indicator.ts'
import type { NationalGoal } from '../domain/national-goal.ts'
import { RULE_NAMES } from '../domain/plan-names.ts'
import { STATUS_NAMES } from '../domain/status/phrases.ts'
import { rollUp, type Rollup } from '../domain/status/rollup.ts'
import { STATUSES } from '../domain/status/status.ts'
import { RULE_KINDS } from '../domain/target.ts'
import { collator } from './lists.ts'
import type { StatusItem } from './statuses.ts'

/** What statuses can be grouped by. */
export const GROUP_FIELDS = ['kommune', 'region', 'rar', 'plan', 'goal', 'indicator', 'nationalGoal', 'nationalGoalNumber', 'status', 'ruleKind'] as const
export type GroupField = typeof GROUP_FIELDS[number]

/** One of the things that targets are grouped by, as it is shown. */
export type GroupMember = { id: string, name: Bilingual }
/** What the targets of a group have in common, by the fields that were asked for; null is none. */
export type GroupKey = Partial<Record<GroupField, GroupMember | null>>
/** How some targets stand together; see {@link rollUp}. `targets` is how many there are, those only monitored too. */
export type Summary = { targets: number } & Rollup
export type StatusGroup = { key: GroupKey } & Summary

/** What the members of groups are looked up in. `wanted` are the national goals that were asked for; null: all. */
export type GroupNames = { areas: readonly Area[], nationalGoals: readonly NationalGoal[], wanted: ReadonlySet<string> | null, asOf: string }

/** What is grouped: a target's status, and of its national goals one at a time. */
type Part = { item: StatusItem, nationalGoal: NationalGoal | null }

const same = (id: string, name: string): GroupMember => ({ id, name: { da: name, en: name } })

export const summaryOf = (items: readonly StatusItem[]): Summary => ({ targets: items.length, ...rollUp(items.map(item => item.status)) })

/**
 * The groups of some statuses, in the order of the fields: areas and indicators by Danish name, statuses from the worst, others by id; none last.
 * A target under several national goals is in the group of each, once.
 */
export function groupsOf (items: readonly StatusItem[], fields: readonly GroupField[], names: GroupNames): StatusGroup[] {
  const memberOf = createMembers(names)
  const groups = new Map<string, { key: GroupKey, sort: string[], items: Set<StatusItem> }>()
  for (const part of items.flatMap(item => partsOf(item, fields, names))) {
    const members = fields.map(field => memberOf[field](part))
    const id = JSON.stringify(members.map(member => member?.id ?? null))
    const group = groups.get(id) ?? { key: Object.fromEntries(fields.map((field, at) => [field, members[at] ?? null])), sort: fields.map((field, at) => sortKey(field, members[at] ?? null)), items: new Set() }
    groups.set(id, group)
    group.items.add(part.item)
  }
  return [...groups.values()].sort((a, b) => compareKeys(a.sort, b.sort)).map(({ key, items: found }) => ({ key, ...summaryOf([...found]) }))
}

/** A target counts under each of its national goals (of those that were asked for), where it is grouped by them. */
function partsOf (item: StatusItem, fields: readonly GroupField[], { nationalGoals, wanted }: GroupNames): Part[] {
  if (!fields.includes('nationalGoal') && !fields.includes('nationalGoalNumber')) return [{ item, nationalGoal: null }]
  const adopted = new Set(item.subject.goal.nationalGoals)
  const found = nationalGoals.filter(({ id }) => adopted.has(id) && (wanted === null || wanted.has(id)))
  return found.length === 0 ? [{ item, nationalGoal: null }] : found.map(nationalGoal => ({ item, nationalGoal }))
}

function createMembers ({ areas, asOf }: GroupNames): Record<GroupField, (part: Part) => GroupMember | null> {
  const byId = new Map(areas.map(area => [area.id, area]))
  const groupOf = (kind: 'region' | 'rar') => ({ item }: Part): GroupMember | null => {
    const links = byId.get(item.subject.kommune.id)?.memberships ?? []
    const found = links.filter(link => isValidOn(link, asOf)).map(link => byId.get(link.area)).find(area => area?.kind === kind)
    return found === undefined ? null : same(found.id, found.name)
  }
  return {
    kommune: ({ item: { subject: { kommune } } }) => same(kommune.id, kommune.name),
    region: groupOf('region'),
    rar: groupOf('rar'),
    plan: ({ item: { subject: { plan } } }) => same(plan.id, plan.title),
    goal: ({ item: { subject: { goal } } }) => same(goal.id, goal.title),
    indicator: ({ item: { subject: { indicator } } }) => indicator && { id: indicator.id, name: indicator.name },
    nationalGoal: ({ nationalGoal }) => nationalGoal && same(nationalGoal.id, nationalGoal.title),
    nationalGoalNumber: ({ nationalGoal }) => nationalGoal && { id: String(nationalGoal.number), name: { da: `Ministermål ${nationalGoal.number}`, en: `National goal ${nationalGoal.number}` } },
    status: ({ item: { status } }) => ({ id: status, name: STATUS_NAMES[status] }),
    ruleKind: ({ item: { rule: { kind } } }) => ({ id: kind, name: RULE_NAMES[kind] })
  }
}

/** The closed sets have an order of their own; what has a name of its own is found by it, the rest by id. */
function sortKey (field: GroupField, member: GroupMember | null): string {
  if (member === null) return '\uFFFF'
  if (field === 'status') return String(STATUSES.findIndex(one => one === member.id))
  if (field === 'ruleKind') return String(RULE_KINDS.findIndex(one => one === member.id))
  return ['kommune', 'region', 'rar', 'indicator'].includes(field) ? `${member.name.da} ${member.id}` : member.id
}

function compareKeys (a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, place) => part !== b[place])
  if (at === -1) return 0
  const [one, other] = [a[at] ?? '', b[at] ?? '']
  // No letter sorts after this one, but a collator does not know it.
  if (one === '\uFFFF' || other === '\uFFFF') return one === '\uFFFF' ? 1 : -1
  return collator.compare(one, other) || (one < other ? -1 : 1)
}
