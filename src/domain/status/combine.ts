import type { CombinedRule } from '../target.ts'
import { type ChildEvaluation, RANKED_STATUSES, type RankedStatus, type Status } from './status.ts'

const rank = (status: Status): number => RANKED_STATUSES.indexOf(status as RankedStatus)

/** The worst of some statuses; `monitored` ones take no part. Null where none is left. */
export function worst (statuses: readonly Status[]): RankedStatus | null {
  return pick(statuses, ranks => Math.min(...ranks))
}

/** The best of some statuses; `monitored` ones take no part. Null where none is left. */
export function best (statuses: readonly Status[]): RankedStatus | null {
  return pick(statuses, ranks => Math.max(...ranks))
}

function pick (statuses: readonly Status[], choose: (ranks: number[]) => number): RankedStatus | null {
  const ranks = statuses.filter(status => status !== 'monitored').map(rank)
  return ranks.length === 0 ? null : RANKED_STATUSES[choose(ranks)] as RankedStatus
}

/** The status of a combination and whether it is final: all judged children are, or one of them alone decides. */
export function combine (kind: CombinedRule['kind'], children: readonly ChildEvaluation[]): { status: Status, final: boolean } {
  const judged = children.filter(child => child.status !== 'monitored')
  const statuses = judged.map(child => child.status)
  const status = kind === 'all_of' ? worst(statuses) : best(statuses)
  if (status === null) return { status: 'monitored', final: false }
  const deciding = kind === 'all_of' ? 'missed' : 'achieved'
  return { status, final: judged.every(child => child.final) || judged.some(child => child.final && child.status === deciding) }
}
