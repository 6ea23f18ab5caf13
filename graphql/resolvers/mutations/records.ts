import { AppError } from '../../../src/domain/errors.ts'
import type { WriteOptions } from '../../../src/services/input.ts'
import type { BatchSummary as Summary, RecordOptions } from '../../../src/services/measurements.ts'
import { type Context, forget } from '../../context.ts'
import { CHANGE_COST } from '../../cost.ts'
import { given } from '../query.ts'
import { mutation } from './mutation.ts'

type Nullable<T> = { [K in keyof T]?: T[K] | null }
type OfTarget = { target: string, input: unknown } & WriteOptions
type OfComment = { id: string, input: unknown } & WriteOptions

/**
 * Records measurements. It has no `userErrors`, for a refused batch is an answer of its own kind: what is wrong with which row is data that an
 * admin selects, not an error beside `data: null`.
 */
async function recordMeasurements (_: unknown, { input, dryRun, validateOnly, ...options }: { input: unknown } & Nullable<RecordOptions & WriteOptions>, context: Context): Promise<Summary> {
  context.budget.spend(CHANGE_COST)
  try {
    return await context.services.measurements.record(context.actor, input, { ...given(options), dryRun: dryRun === true || validateOnly === true })
  } catch (error) {
    if (error instanceof AppError && error.code === 'batch_refused') return error.members as Summary
    throw error
  } finally {
    forget(context)
  }
}

export const ofMeasurements = { recordMeasurements }

/** What people record of targets. The record's own fields stand in the payload too, for clients from before it had one. */
export const ofFollowUps = {
  recordDeliverable: mutation<OfTarget & { code: string }>(async ({ followUps }, actor, { target, code, input, ...options }) => {
    const deliverable = await followUps.recordDeliverable(actor, target, code, input, options)
    return options.validateOnly === true ? { target } : { ...deliverable, deliverable }
  }),
  recordAssessment: mutation<OfTarget>(async ({ followUps }, actor, { target, input, ...options }) => {
    const assessment = await followUps.recordAssessment(actor, target, input, options)
    return options.validateOnly === true ? { target } : { ...assessment, assessment }
  }),
  recordComment: mutation<OfTarget>(async ({ comments }, actor, { target, input, ...options }) => {
    const comment = await comments.record(actor, target, input, options)
    return { target, comment: options.validateOnly === true ? null : comment }
  }),
  updateComment: mutation<OfComment>(async ({ comments }, actor, { id, input, ...options }) => {
    const comment = await comments.change(actor, id, given(input as object), options)
    return { target: comment.target, comment: options.validateOnly === true ? null : comment }
  }),
  withdrawComment: mutation<{ id: string } & WriteOptions>(async ({ comments }, actor, { id, ...options }) => {
    await comments.withdraw(actor, id, options)
    return {}
  })
}
