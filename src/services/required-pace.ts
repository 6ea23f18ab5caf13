import { setImmediate } from 'node:timers/promises'
import { requiredPace as paceOf } from '../domain/status/required-pace.ts'
import type { RequiredPace } from '../domain/status/required-pace-parts.ts'
import type { Actor } from './actor.ts'
import type { PlanService } from './plans.ts'
import type { StatusQuery, StatusService } from './status.ts'
import type { TargetRecord } from '../../db/stores/index.ts'

/** So many are calculated in one turn of the event loop; others are served in between. */
const TARGETS_PER_TURN = 25

export type TargetPace = { target: string, asOf: string, knownAt: string } & RequiredPace

/** What it takes to reach the goal line of targets, from the same figures as their statuses. */
export function createRequiredPaceService ({ plans, status }: { plans: PlanService, status: StatusService }) {
  /** The paces of some targets, in their order; the number of queries does not grow with them. */
  async function forTargets (targets: readonly TargetRecord[], query: StatusQuery = {}): Promise<TargetPace[]> {
    const { asOf } = status.asked(query)
    const inputs = await status.inputsOf(targets, { ...query, asOf })
    const asked = status.asked({ ...query, asOf })
    const paces: TargetPace[] = []
    for (const [at, input] of inputs.entries()) {
      if (at > 0 && at % TARGETS_PER_TURN === 0) await setImmediate()
      paces.push({ target: (targets[at] as TargetRecord).id, ...asked, ...paceOf(input) })
    }
    return paces
  }

  /** @throws AppError `not_found` */
  async function ofTarget (actor: Actor, id: string, query: StatusQuery): Promise<TargetPace> {
    const [pace] = await forTargets([await plans.target(actor, id)], query)
    return pace as TargetPace
  }

  return { forTargets, ofTarget }
}
