import { z } from 'zod'
import { toDay } from '../domain/date.ts'
import { AppError } from '../domain/errors.ts'
import type { Indicator } from '../domain/indicator.ts'
import type { Observation } from '../domain/measurement.ts'
import { comparePeriods, parsePeriod, type Period, shiftPeriod } from '../domain/period.ts'
import { itemId, type PlanDocument } from '../domain/plan.ts'
import { type BaselineProposal, copiedId, copyOf, type FinalPeriod } from '../domain/plan-copy.ts'
import { seriesName } from '../domain/composition.ts'
import { benchmarkSeries, ownSeries, type SeriesKey, seriesOfRule, type Window } from '../domain/target.ts'
import { type Actor, requireScope } from './actor.ts'
import { parse, slug } from './input.ts'
import type { PlanEditOptions } from './plan-items.ts'
import type { PlanService } from './plans.ts'
import type { PlanWrite, PlanWriter } from './plan-writer.ts'
import type { SeriesService } from './series.ts'

export const copyInput = z.strictObject({
  to: z.number().int().min(1900).max(2199).meta({ description: 'The year that the draft is for: the first of its period.' }),
  id: slug.optional().meta({ description: 'Its id; that of the plan with its years moved if absent.' }),
  title: z.string().trim().min(1).max(500).optional().meta({ description: 'Its title; that of the plan with its years moved if absent.' })
}).meta({ id: 'CopyPlanInput' })

/** A copy, with every baseline that it states otherwise than the old plan, or that ought to be looked at. */
export type PlanCopy = PlanWrite & { proposals: (Omit<BaselineProposal, 'code'> & { target: string })[] }

type Dependencies = { plans: Pick<PlanService, 'document'>, series: SeriesService, writer: PlanWriter, requireFree: (id: string) => Promise<void> }

/** Next year's plan from this year's. */
export function createPlanCopyService ({ plans, series, writer, requireFree }: Dependencies) {
  /**
   * Makes a draft of a plan for a later year: what has a date moves, baselines are proposed, and the draft says what it continues.
   * @throws AppError `not_found`, and `unprocessable` where the year does not come later or the id is taken
   */
  async function copy (actor: Actor, plan: string, input: unknown, { validateOnly }: Pick<PlanEditOptions, 'validateOnly'> = {}): Promise<PlanCopy> {
    requireScope(actor, 'plans:write')
    const { to, id: wanted, title } = parse(copyInput, input)
    const { document: old } = await plans.document(actor, plan)
    requireScope(actor, 'plans:write', old.kommune)
    const years = to - Number(old.period.from.slice(0, 4))
    if (years < 1) throw refused('/to', 'year_not_later', `is not after ${old.period.from.slice(0, 4)}, the plan's own: name a later year`)
    const id = wanted ?? copiedId(old, years)
    if (id === null) throw refused('/id', 'id_required', `is needed: the id ${plan} holds no year of the plan that could be moved`)
    await requireFree(id)
    const { document, proposals } = copyOf(old, { id, years, finalPeriod: await finalPeriods(old), ...title !== undefined && { title } })
    const written = await writer.write(actor, id, () => ({ document }), { mustBeNew: true, ...validateOnly !== undefined && { validateOnly } })
    return { ...written, proposals: proposals.map(({ code, ...proposal }) => ({ target: itemId(id, code), ...proposal })) }
  }

  /** Which periods the old plan's rules were decided by, as known now. */
  async function finalPeriods (plan: PlanDocument): Promise<FinalPeriod> {
    const targets = plan.goals.flatMap(goal => goal.targets ?? [])
    const own = ({ indicator = null, segment = null }: { indicator?: string | null, segment?: string | null }) => ({ indicator, area: plan.kommune, segment })
    const { observations, indicators } = await series.gather(targets.flatMap(target => seriesOfRule(target.rule, own(target))), null)
    const bySeries = Map.groupBy(observations, seriesName)
    const finalsOf = (key: SeriesKey): Observation[] => bySeries.get(seriesName(key))?.filter(one => one.flag === 'final' && one.value !== null) ?? []
    return (rule, target) => {
      const key = ownSeries(rule, own(target))
      const indicator = key === null ? undefined : indicators.get(key.indicator)
      if (key === null || indicator === undefined) return null
      const compared = 'benchmark' in rule ? new Set(finalsOf(benchmarkSeries(rule, key)).map(one => one.period)) : null
      return lastPeriod(finalsOf(key).filter(one => compared === null || compared.has(one.period)), target.window, indicator)
    }
  }

  return { copy }
}

/** The last period of the window, where it has a figure; of an irregular indicator the latest that has one. */
function lastPeriod (finals: readonly Observation[], { start, deadline }: Window, { frequency }: Indicator): string | null {
  const [from, until] = [toDay(start), toDay(deadline)]
  const latest: Period | undefined = finals.map(one => parsePeriod(one.period)).filter(({ end }) => end >= from && end <= until).sort(comparePeriods).at(-1)
  if (latest === undefined) return null
  if (frequency === 'irregular') return latest.text
  const next = shiftPeriod(latest, 1)
  return next !== null && next.end > until ? latest.text : null
}

const refused = (pointer: string, code: string, detail: string): AppError => new AppError('unprocessable', `${pointer}: ${detail}`, [{ pointer, code, detail }])
