import type { Json, Servers } from './servers.ts'

// What the changes are about: indicators, and plans of 2026 and 2027, of which the writers make more.

/** Figures are posted of these; what is measured by the first three never changes itself, so that their statuses can be asked for again as known then. */
export const POSTED = ['sync-antal', 'sync-delmaengde', 'sync-sats', 'sync-aendres'] as const
export const AREAS = ['0250', '0316', '0260', 'DK', 'RAR-SJ'] as const
export const KOMMUNER = ['0250', '0316', '0260'] as const
/** The plan that nobody edits. */
export const FIXED = 'sync-fast-2026'

const month = (indicator: string, unit: string, polarity: string, more: object = {}) =>
  ({ id: indicator, name: { da: indicator, en: indicator }, unit, polarity, frequency: 'month', segments: [{ code: 'unge', name: { da: 'Unge', en: 'Young people' } }], ...more })

const INDICATORS = [
  month('sync-antal', 'persons', 'higher_is_better', { additive: true }),
  month('sync-delmaengde', 'persons', 'higher_is_better', { additive: true }),
  month('sync-sats', 'percent', 'lower_is_better', { publicationLagDays: 20 }),
  month('sync-aendres', 'percent', 'lower_is_better'),
  month('sync-andel', 'percent', 'higher_is_better', { calculation: { kind: 'ratio', numerator: { indicator: 'sync-delmaengde' }, denominator: { indicator: 'sync-antal' }, factor: 100 } }),
  month('sync-glidende', 'persons', 'higher_is_better', { calculation: { kind: 'rolling_mean', of: { indicator: 'sync-antal' }, periods: 3 } })
]

const year = (plan: number): { start: string, deadline: string } => ({ start: `${plan}-01-01`, deadline: `${plan}-12-31` })
const above = (value: number): object => ({ kind: 'threshold', comparator: 'gte', value })

/** One target of every kind; `value` moves the lines. */
export function targets (plan: number, value: number, posted: readonly string[] = POSTED): Json[] {
  const [count, , rate, changing = 'sync-aendres'] = posted
  const target = (code: string, indicator: string | null, rule: object) => ({ code, title: `Succeskriterium ${code}`, ...indicator !== null && { indicator }, window: year(plan), rule })
  return [
    target('a', count!, above(value)),
    target('b', count!, { ...above(value * 10), aggregate: 'sum' }),
    target('c', 'sync-andel', above(value)),
    target('d', 'sync-glidende', above(value)),
    target('e', rate!, { kind: 'benchmark_level', comparator: 'lte', margin: 0, benchmark: { area: 'DK' } }),
    target('f', rate!, { kind: 'gap_reduction', amount: 1, benchmark: { area: 'RAR-SJ' }, baseline: { period: `${plan - 1}-12` } }),
    target('g', changing, { kind: 'direction', direction: 'decrease', baseline: { lag: 'P1Y' } }),
    target('h', changing, { kind: 'threshold', comparator: 'lte', value, smoothing: 3 }),
    target('i', null, { kind: 'milestone', deliverables: [{ code: 'D1', title: 'Udkast', due: `${plan}-06-30` }, { code: 'D2', title: 'Aftale' }] }),
    target('j', null, { kind: 'assessment' }),
    target('k', count!, { kind: 'all_of', rules: [above(value), { ...above(value), indicator: 'sync-andel' }] }),
    target('l', changing, { kind: 'monitor' })
  ]
}

export const plan = (id: string, kommune: string, ofYear: number, goals: Json[], status = 'adopted'): Json =>
  ({ id, kommune, title: `Plan ${id}`, kind: 'annual_plan', period: { from: `${ofYear}-01-01`, to: `${ofYear}-12-31` }, status, goals })

/** Two goals; the first holds the targets. */
export const goals = (those: Json[]): Json[] => [{ code: '1', kind: 'local', title: 'Et mål', targets: those }, { code: '2', kind: 'focus_area', title: 'Et andet', targets: [] }]

/** Makes what there is before the changes begin. */
export async function prepare ({ ask }: Pick<Servers, 'ask'>): Promise<void> {
  const must = async (method: string, path: string, body: unknown): Promise<void> => {
    const answer = await ask(path, { method, body, isAdmin: true })
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`)
  }
  for (const indicator of INDICATORS) await must('PUT', `/v1/indicators/${indicator.id}`, indicator)
  const fixed = targets(2026, 50, ['sync-antal', 'sync-delmaengde', 'sync-sats', 'sync-sats'])
  await must('PUT', `/v1/plans/${FIXED}/document`, plan(FIXED, '0250', 2026, goals(fixed)))
  for (const kommune of KOMMUNER) {
    for (const ofYear of [2026, 2027]) await must('PUT', `/v1/plans/sync-${kommune}-${ofYear}/document`, plan(`sync-${kommune}-${ofYear}`, kommune, ofYear, goals(targets(ofYear, 40))))
  }
}
