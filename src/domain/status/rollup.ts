import { RANKED_STATUSES, type RankedStatus, type Status } from './status.ts'
import { worst } from './combine.ts'

/** How the targets of a goal or a plan stand together. `coverage` is the share of judged targets that have a real status. */
export type Rollup = { overall: RankedStatus | null, counts: Partial<Record<RankedStatus, number>>, coverage: number | null }

const UNCOVERED: readonly Status[] = ['no_data', 'not_started', 'awaiting_data']

/**
 * Rolls the statuses of targets up. Targets only monitored are left out; `achieved` counts as `on_track` unless every target is achieved.
 */
export function rollUp (statuses: readonly Status[]): Rollup {
  const judged = statuses.filter(status => status !== 'monitored')
  const counts: Rollup['counts'] = {}
  for (const status of RANKED_STATUSES) {
    const count = judged.filter(one => one === status).length
    if (count > 0) counts[status] = count
  }
  if (judged.length === 0) return { overall: null, counts, coverage: null }
  const covered = judged.filter(status => !UNCOVERED.includes(status))
  return { overall: overallOf(judged, covered), counts, coverage: Math.round(covered.length / judged.length * 10_000) / 10_000 }
}

function overallOf (judged: readonly Status[], covered: readonly Status[]): RankedStatus | null {
  if (covered.length === 0) {
    if (judged.every(status => status === 'not_started')) return 'not_started'
    return judged.includes('awaiting_data') ? 'awaiting_data' : 'no_data'
  }
  if (judged.every(status => status === 'achieved')) return 'achieved'
  return worst(covered.map(status => status === 'achieved' ? 'on_track' : status))
}
