import { AppError } from '../../src/domain/errors.ts'
import type { BatchSummary as Summary } from '../../src/services/measurements.ts'
import { type Context, forget } from '../context.ts'
import { given } from './query.ts'

type Input = Record<string, unknown>
type Options<T> = { [K in keyof T]?: T[K] | null }

/** Runs a change, and lets what follows in the same request read what it made. */
async function changed<T> (context: Context, change: Promise<T>): Promise<T> {
  try {
    return await change
  } finally {
    forget(context)
  }
}

export const Mutation = {
  recordMeasurements: (_: unknown, { input, ...options }: { input: Input } & Options<{ dryRun: boolean, atomic: boolean, reason: string }>, context: Context) =>
    changed(context, context.services.measurements.record(context.actor, input, given(options)).catch(refusedSummary)),
  putPlanDocument: (_: unknown, { id, document, ...options }: { id: string, document: unknown } & Options<{ expectedVersion: number, reason: string, dryRun: boolean }>, context: Context) =>
    changed(context, context.services.plans.putDocument(context.actor, id, document, given(options))),
  putIndicator: (_: unknown, { id, input }: { id: string, input: Input }, context: Context) =>
    changed(context, context.services.indicators.put(context.actor, id, given(input))),
  recordDeliverable: (_: unknown, { target, code, input }: { target: string, code: string, input: Input }, context: Context) =>
    changed(context, context.services.followUps.recordDeliverable(context.actor, target, code, input)),
  recordAssessment: (_: unknown, { target, input }: { target: string, input: Input }, context: Context) =>
    changed(context, context.services.followUps.recordAssessment(context.actor, target, input))
}

/** A refused batch is an answer: what is wrong with which row is data that an admin selects, not an error beside `data: null`. */
function refusedSummary (error: unknown): Summary {
  if (error instanceof AppError && error.code === 'batch_refused') return error.members as Summary
  throw error
}

export const BatchSummary = {
  targets: async ({ affectedTargets }: Summary, _: unknown, { loaders }: Context) =>
    (await Promise.all(affectedTargets.map(loaders.target))).filter(target => target !== null)
}

export const PlanPut = {
  plan: ({ plan }: { plan: string }, _: unknown, { loaders }: Context) => loaders.plan(plan)
}
