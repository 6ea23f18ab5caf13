import { dayNumber, dayText, toDay } from './date.ts'
import type { Bilingual } from './indicator.ts'
import { isPeriod, parsePeriod } from './period.ts'
import type { DateRange, GoalDocument, PlanDocument } from './plan.ts'
import { type Baseline, isNumericRule, type NumericRule, type Rule, type TargetDocument } from './target.ts'

/** A baseline that a copied target states otherwise than before, or that ought to be looked at. `pointer` is its place in the new document. */
export type BaselineProposal = { code: string, pointer: string, from: Baseline | null, to: Baseline | null, why: Bilingual }

/** The period by whose final figures the old target was decided, where they are in; null where they are not. */
export type FinalPeriod = (rule: NumericRule, target: TargetDocument) => string | null

/** What the copy is made with: its id, its title where another is wanted, the years between, and what is known of the old figures. */
export type CopyOptions = { id: string, title?: string, years: number, finalPeriod: FinalPeriod }

/**
 * The draft that goes on where a plan ended: every period, window, deadline and due date moves by some years. A baseline becomes the last
 * period of the old window where its figures are in and final, else it moves along too; one that is stated as a value stays, and is named.
 */
export function copyOf (plan: PlanDocument, { id, title, years, finalPeriod }: CopyOptions): { document: PlanDocument, proposals: BaselineProposal[] } {
  const proposals: BaselineProposal[] = []
  const { adoptedBy: _by, adoptedOn: _on, ...kept } = plan
  const document: PlanDocument = {
    ...kept,
    id,
    title: title ?? retitled(plan.title, plan.period, years),
    status: 'draft',
    period: movedRange(plan.period, years),
    goals: plan.goals.map((goal, at) => copiedGoal(goal, `/goals/${at}`, years, finalPeriod, proposals)),
    relations: [...plan.relations ?? [], { kind: 'continues', title: plan.title, plan: plan.id }]
  }
  if (plan.commitments !== undefined) document.commitments = plan.commitments.map(one => one.due == null ? one : { ...one, due: movedDay(one.due, years) })
  return { document, proposals }
}

function copiedGoal (goal: GoalDocument, at: string, years: number, finalPeriod: FinalPeriod, proposals: BaselineProposal[]): GoalDocument {
  const targets = goal.targets?.map((target, t) => ({
    ...target,
    window: { start: movedDay(target.window.start, years), deadline: movedDay(target.window.deadline, years) },
    rule: copiedRule(target.rule, target, `${at}/targets/${t}/rule`, years, finalPeriod, proposals)
  }))
  return { ...goal, ...goal.period && { period: movedRange(goal.period, years) }, ...targets && { targets } }
}

function copiedRule (rule: Rule, target: TargetDocument, at: string, years: number, finalPeriod: FinalPeriod, proposals: BaselineProposal[]): Rule {
  if ('rules' in rule) return { ...rule, rules: rule.rules.map((part, i) => copiedRule(part, target, `${at}/rules/${i}`, years, finalPeriod, proposals)) }
  if (rule.kind === 'milestone') return { ...rule, deliverables: rule.deliverables.map(one => one.due == null ? one : { ...one, due: movedDay(one.due, years) }) }
  if (!isNumericRule(rule)) return rule
  const moved = movedBaseline(rule, finalPeriod(rule, target), years)
  if (moved === null) return rule
  proposals.push({ code: target.code, pointer: `${at}/baseline`, from: rule.baseline ?? null, ...moved })
  return moved.to === null ? rule : { ...rule, baseline: moved.to } as NumericRule
}

/** The rules that cannot be judged without a baseline. */
const isMeasuredFromOne = ({ kind }: NumericRule): boolean => kind !== 'threshold' && kind !== 'benchmark_level'

/** What becomes of a rule's baseline, and why; null where nothing does, since it moves by itself (a lag) or is not needed. */
function movedBaseline (rule: NumericRule, final: string | null, years: number): Pick<BaselineProposal, 'to' | 'why'> | null {
  const { baseline } = rule
  if (baseline === undefined ? !isMeasuredFromOne(rule) : 'lag' in baseline) return null
  if (final !== null) {
    return {
      to: { period: final },
      why: {
        da: `Det endelige tal for succeskriteriets sidste periode, ${final}, er kommet: derfra måles der videre.`,
        en: `The final figure of the old window's last period, ${final}, is in: the new target is measured from there.`
      }
    }
  }
  if (baseline === undefined || !('period' in baseline)) {
    return {
      to: baseline ?? null,
      why: {
        da: 'Det endelige tal for succeskriteriets sidste periode er ikke kommet, så udgangspunktet står som før: se på det, når tallet kommer.',
        en: 'The final figure of the old window\'s last period is not in, so the baseline is as before: look at it when the figure comes.'
      }
    }
  }
  const to = movedPeriod(baseline.period, years)
  return {
    to: { period: to },
    why: {
      da: `Det endelige tal for succeskriteriets sidste periode er ikke kommet: udgangspunktet er flyttet fra ${baseline.period} til ${to}.`,
      en: `The final figure of the old window's last period is not in: the baseline is moved from ${baseline.period} to ${to}.`
    }
  }
}

const movedRange = ({ from, to }: DateRange, years: number): DateRange => ({ from: movedDay(from, years), to: movedDay(to, years) })

/** The same day some years later; the last day of February stays its last. */
function movedDay (text: string, years: number): string {
  const [year, month, date] = text.split('-').map(Number) as [number, number, number]
  const isLast = dayText(toDay(text) + 1).slice(5, 7) !== text.slice(5, 7)
  const moved = dayText(dayNumber(year + years, month, date))
  return isLast || moved.slice(5, 7) !== text.slice(5, 7) ? dayText(dayNumber(year + years, month + 1, 0)) : moved
}

/** The period of the same name some years later; of a week 53 that the year does not have, week 52. */
function movedPeriod (text: string, years: number): string {
  const { kind, year, part } = parsePeriod(text)
  if (kind === 'day' || kind === 'range') return text.split('/').map(day => movedDay(day, years)).join('/')
  const moved = `${year + years}${text.slice(4)}`
  return isPeriod(moved) ? moved : `${year + years}-W${part - 1}`
}

/** A title with the years of its plan moved: `Beskæftigelsesplan 2024` becomes `Beskæftigelsesplan 2025`. */
const retitled = (title: string, period: DateRange, years: number): string => yearsMoved(title, period, years)

/** The id of a plan's copy: with the years of the plan moved; null where it holds none. */
export function copiedId ({ id, period }: Pick<PlanDocument, 'id' | 'period'>, years: number): string | null {
  const moved = yearsMoved(id, period, years)
  return moved === id ? null : moved
}

const yearsMoved = (text: string, { from, to }: DateRange, years: number): string =>
  text.replace(/(?<!\d)\d{4}(?!\d)/g, year => year >= from.slice(0, 4) && year <= to.slice(0, 4) ? String(Number(year) + years) : year)
