import { AppError, type Problem } from '../domain/errors.ts'
import type { Indicator } from '../domain/indicator.ts'
import type { GoalDocument, PlanDocument } from '../domain/plan.ts'
import { isNumericRule, type NumericRule, ownSeries, type Rule, type TargetDocument } from '../domain/target.ts'
import { summaryOf } from './input.ts'
import type { AreaIndex, Reference } from './reference.ts'
import type { Stores } from '../../db/stores/index.ts'

/** More than any plan of a kommune has: it bounds what one status costs. */
const MAX_TARGETS = 500

/** What a plan may refer to. */
export type PlanSurroundings = { areas: AreaIndex, indicators: ReadonlyMap<string, Indicator>, nationalGoals: ReadonlySet<string>, plans: ReadonlySet<string> }

/** What a plan was checked against, and at which versions of it. */
export type CheckedPlan = Pick<PlanSurroundings, 'areas' | 'indicators'> & { checkedAt: { indicators: number, nationalGoals: number } }

/**
 * @returns all areas, the indicators that the plan names, and the versions of what it was checked against
 * @throws AppError `unprocessable` with every place where a plan names something that does not exist or rules that cannot be judged
 */
export async function checkPlan (plan: PlanDocument, reference: Reference, stores: Pick<Stores, 'indicators' | 'nationalGoals' | 'plans'>): Promise<CheckedPlan> {
  const checkedAt = { indicators: await stores.indicators.version(), nationalGoals: await stores.nationalGoals.version() }
  const related = [plan.umbrella, ...(plan.relations ?? []).map(relation => relation.plan)].filter(id => typeof id === 'string')
  const surroundings = {
    areas: await reference.areas(),
    indicators: await reference.indicators(indicatorsOf(plan.goals.flatMap(targetsOf))),
    nationalGoals: new Set((await stores.nationalGoals.all()).map(goal => goal.id)),
    plans: new Set(related.length === 0 ? [] : (await stores.plans.find({ ids: related, includeDrafts: true })).map(one => one.id))
  }
  const problems = planProblems(plan, surroundings)
  if (problems.length > 0) throw new AppError('unprocessable', summaryOf(problems), problems)
  return { ...surroundings, checkedAt }
}

const targetsOf = (goal: GoalDocument): TargetDocument[] => goal.targets ?? []
const partsOf = (rule: Rule): Rule[] => 'rules' in rule ? [rule, ...rule.rules.flatMap(partsOf)] : [rule]

/** Every indicator that some targets name, own and benchmark. */
function indicatorsOf (targets: readonly TargetDocument[]): string[] {
  const named = targets.flatMap(({ indicator, rule }) => [indicator, ...partsOf(rule).flatMap(part =>
    [...'indicator' in part ? [part.indicator] : [], ...'benchmark' in part ? [part.benchmark.indicator] : []])])
  return [...new Set(named.filter(id => typeof id === 'string'))]
}

/**
 * Every problem that a target of a kommune would have in a plan, with JSON pointers into it.
 * @returns the problems, and the indicators that the target names
 */
export async function targetProblems (target: TargetDocument, kommune: string, reference: Reference): Promise<{ problems: Problem[], indicators: ReadonlyMap<string, Indicator> }> {
  const problems: Problem[] = []
  const indicators = await reference.indicators(indicatorsOf([target]))
  const surroundings = { areas: await reference.areas(), indicators, nationalGoals: new Set<string>(), plans: new Set<string>() }
  checkTarget(target, kommune, '', surroundings, (pointer, code, detail) => { problems.push({ pointer, code, detail }) })
  return { problems, indicators }
}

/** Every problem of a plan in its surroundings, each with its JSON pointer. */
function planProblems (plan: PlanDocument, surroundings: PlanSurroundings): Problem[] {
  const problems: Problem[] = []
  const report = (pointer: string, code: string, detail: string): void => { problems.push({ pointer, code, detail }) }
  if (surroundings.areas.resolve(plan.kommune)?.kind !== 'kommune') report('/kommune', 'unknown_kommune', `there is no kommune ${plan.kommune}: see /v1/kommuner`)
  const checkPlanId = (id: string | null | undefined, pointer: string): void => {
    if (id && id !== plan.id && !surroundings.plans.has(id)) report(pointer, 'unknown_plan', `there is no plan ${id}: put it first, or write null`)
  }
  checkPlanId(plan.umbrella, '/umbrella')
  plan.relations?.forEach((relation, i) => checkPlanId(relation.plan, `/relations/${i}/plan`))
  if (plan.goals.length === 0 && (plan.status ?? 'draft') !== 'draft') report('/goals', 'goals_missing', 'is empty: only a draft may be without goals, so add one first')
  checkCodes(plan, report)
  const targets = plan.goals.reduce((count, goal) => count + targetsOf(goal).length, 0)
  if (targets > MAX_TARGETS) report('/goals', 'too_many_targets', `have ${targets} targets together, and ${MAX_TARGETS} is the most: split the plan`)
  plan.goals.forEach((goal, g) => {
    goal.nationalGoals?.forEach((id, n) => {
      if (!surroundings.nationalGoals.has(id)) report(`/goals/${g}/nationalGoals/${n}`, 'unknown_national_goal', `there is no national goal ${id}: see /v1/national-goals`)
    })
    targetsOf(goal).forEach((target, t) => checkTarget(target, plan.kommune, `/goals/${g}/targets/${t}`, surroundings, report))
  })
  return problems
}

type Report = (pointer: string, code: string, detail: string) => void

function checkCodes (plan: PlanDocument, report: Report): void {
  const list = (name: string, codes: [string, string][]): void => {
    const seen = new Set<string>()
    for (const [code, pointer] of codes) {
      if (seen.has(code)) report(`${pointer}/code`, 'duplicate_code', `the code ${code} is taken by another of the plan's ${name}: choose another`)
      seen.add(code)
    }
  }
  const items = (name: 'objectives' | 'initiatives'): [string, string][] =>
    plan.goals.flatMap((goal, g) => (goal[name] ?? []).map((item, i): [string, string] => [item.code, `/goals/${g}/${name}/${i}`]))
  list('goals and targets', plan.goals.flatMap((goal, g): [string, string][] =>
    [[goal.code, `/goals/${g}`], ...targetsOf(goal).map((target, t): [string, string] => [target.code, `/goals/${g}/targets/${t}`])]))
  list('objectives', items('objectives'))
  list('initiatives', items('initiatives'))
  list('commitments', (plan.commitments ?? []).map((commitment, c): [string, string] => [commitment.code, `/commitments/${c}`]))
}

function checkTarget (target: TargetDocument, kommune: string, at: string, surroundings: PlanSurroundings, report: Report): void {
  const { indicators } = surroundings
  const own = target.indicator ? indicators.get(target.indicator) : undefined
  if (target.indicator && own === undefined) report(`${at}/indicator`, 'unknown_indicator', `there is no indicator ${target.indicator}: put it first, at /v1/indicators/${target.indicator}`)
  if (own !== undefined) checkSegment(own, target.segment, `${at}/segment`, report)
  if (partsOf(target.rule).length > 50) report(`${at}/rule`, 'rule_too_large', 'combines more than 50 rules: split the target')
  checkDeliverableCodes(target.rule, `${at}/rule`, new Set(), report)
  checkRule(target.rule, target, kommune, `${at}/rule`, surroundings, report)
}

/** Codes of deliverables are unique in their target, for what is recorded names target and code. */
function checkDeliverableCodes (rule: Rule, at: string, seen: Set<string>, report: Report): void {
  if ('rules' in rule) return rule.rules.forEach((part, i) => checkDeliverableCodes(part, `${at}/rules/${i}`, seen, report))
  if (rule.kind !== 'milestone') return
  rule.deliverables.forEach(({ code }, i) => {
    if (seen.has(code)) report(`${at}/deliverables/${i}/code`, 'duplicate_code', `the code ${code} is taken by another deliverable of the target: choose another`)
    seen.add(code)
  })
}

function checkRule (rule: Rule, target: TargetDocument, kommune: string, at: string, surroundings: PlanSurroundings, report: Report): void {
  if ('rules' in rule) {
    rule.rules.forEach((part, i) => checkRule(part, target, kommune, `${at}/rules/${i}`, surroundings, report))
    return
  }
  if (!isNumericRule(rule) && rule.kind !== 'monitor') return
  const { indicators } = surroundings
  const series = ownSeries(rule, { indicator: target.indicator ?? null, area: kommune, segment: target.segment ?? null })
  if (series === null) return report(at, 'indicator_required', `a rule of kind ${rule.kind} needs an indicator: name it at the target or in the rule`)
  const indicator = indicators.get(series.indicator)
  if (indicator === undefined) {
    if (rule.indicator !== undefined) report(`${at}/indicator`, 'unknown_indicator', `there is no indicator ${rule.indicator}: put it first, at /v1/indicators/${rule.indicator}`)
    return
  }
  if (rule.indicator !== undefined || rule.segment !== undefined) checkSegment(indicator, series.segment, `${at}/segment`, report)
  if (isNumericRule(rule)) checkNumericRule(rule, indicator, series.segment, kommune, at, surroundings, report)
}

function checkNumericRule (rule: NumericRule, indicator: Indicator, segment: string | null, kommune: string, at: string, surroundings: PlanSurroundings, report: Report): void {
  if (rule.smoothing !== undefined && indicator.frequency === 'irregular') report(`${at}/smoothing`, 'smoothing_irregular', 'an irregular indicator has no consecutive periods to take a mean of: leave smoothing out')
  if (rule.kind === 'gap_reduction' && indicator.polarity === 'neutral') report(`${at}/kind`, 'polarity_neutral', `the indicator ${indicator.id} is neutral, so a gap has no direction: use benchmark_level or benchmark_trend`)
  if (!('benchmark' in rule)) return
  if (rule.baseline !== undefined && 'value' in rule.baseline && rule.baseline.benchmark === undefined) {
    report(`${at}/baseline/benchmark`, 'benchmark_required', 'a stated baseline of a rule with a benchmark needs the benchmark\'s value too')
  }
  const { area, indicator: other } = rule.benchmark
  if (area !== undefined && surroundings.areas.resolve(area)?.id !== area) report(`${at}/benchmark/area`, 'unknown_area', `there is no area ${area}: see /v1/areas`)
  if ((area ?? kommune) === kommune && (other ?? indicator.id) === indicator.id) report(`${at}/benchmark`, 'benchmark_is_own', 'compares the series with itself: name another area or another indicator')
  if (other === undefined) return
  const compared = surroundings.indicators.get(other)
  if (compared === undefined) return report(`${at}/benchmark/indicator`, 'unknown_indicator', `there is no indicator ${other}: put it first, at /v1/indicators/${other}`)
  if (compared.frequency !== indicator.frequency) report(`${at}/benchmark/indicator`, 'frequency_mismatch', `${other} is ${compared.frequency}, and ${indicator.id} is ${indicator.frequency}: compare indicators of one frequency`)
  if (segment !== null) checkSegment(compared, segment, `${at}/benchmark/indicator`, report)
}

function checkSegment (indicator: Indicator, segment: string | null | undefined, at: string, report: Report): void {
  if (segment && !indicator.segments.some(one => one.code === segment)) report(at, 'unknown_segment', `${indicator.id} declares no segment ${segment}: declare it at the indicator, or write null`)
}
