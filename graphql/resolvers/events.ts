import type { EventType } from '../../src/domain/event.ts'
import type { Context } from '../context.ts'

// What is told of an event, with its `cursor`, `timestamp` and `type` beside.

type InPlan = { plan: string, kommune: string }
const plan = ({ plan: id }: InPlan, _: unknown, { loaders }: Context) => loaders.plan(id)
const kommune = async ({ kommune: code }: InPlan, _: unknown, { loaders }: Context) => (await loaders.areas()).resolve(code)

export const TargetStatusChanged = {
  target: ({ subject }: { subject: string }, _: unknown, { loaders }: Context) => loaders.target(subject),
  plan,
  kommune
}

export const ChangeCause = {
  type: ({ type }: { type: EventType | 'calendar' }) => type === 'calendar' ? null : type,
  cursor: ({ seq }: { seq: number | null }) => seq === null ? null : `evt-${seq}`
}

export const MeasurementsRecorded = {
  indicators: async ({ indicators }: { indicators: string[] }, _: unknown, { loaders }: Context) =>
    (await Promise.all(indicators.map(loaders.indicator))).filter(one => one !== null),
  areas: async ({ areas }: { areas: string[] }, _: unknown, { loaders }: Context) => {
    const { resolve } = await loaders.areas()
    return areas.map(resolve).filter(area => area !== undefined)
  }
}

type PlanChange = { status: { before: string | null, after: string } }
export const PlanChanged = {
  plan,
  kommune,
  before: ({ status }: PlanChange) => status.before,
  after: ({ status }: PlanChange) => status.after
}
