import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { flag } from '../../services/input.ts'
import { measurementBatch, measurementQuery } from '../../services/measurements.ts'
import { batchExample, batchSummary, batchSummaryExample, measurement, measurementExample, revision, revisionExample } from '../answers/measurement.ts'
import { listed, listOf } from '../answers/shared.ts'
import { addOperation, idOf } from '../operation.ts'

const params = idOf('The opaque id of the measurement.', measurementExample.id)

/** Figures in and out. */
export function measurementRoutes (app: FastifyInstance, { measurements }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/measurements',
    operationId: 'listMeasurements',
    summary: 'Measurements, by indicator, area, segment and period',
    tag: 'Measurements',
    query: measurementQuery,
    answer: { schema: listOf(measurement), example: listed(measurementExample), statuses: { 200: 'A page of measurements.' } }
  }, async ({ query }) => await measurements.list(query))

  addOperation(app, {
    method: 'POST',
    path: '/measurements',
    operationId: 'recordMeasurements',
    summary: 'Record a batch of measurements',
    description: 'All rows or none, unless atomic=false. The same rows again change nothing; another value or flag makes a new revision and keeps the old.',
    tag: 'Measurements',
    scope: 'measurements:write',
    query: z.strictObject({ dryRun: flag('Write nothing: only tell what would happen.'), atomic: flag('false writes the good rows of a batch with bad ones. Default true.') }),
    body: { schema: measurementBatch, example: batchExample },
    answer: { schema: batchSummary, example: batchSummaryExample, statuses: { 200: 'Recorded, or a dry run.' } },
    errors: ['conflict', 'batch_refused']
  }, async ({ actor, query, body }) => await measurements.record(actor, body, query))

  addOperation(app, {
    method: 'GET',
    path: '/measurements/:id',
    operationId: 'getMeasurement',
    summary: 'One measurement as it stands',
    tag: 'Measurements',
    params,
    answer: { schema: measurement, example: measurementExample, statuses: { 200: 'The measurement.' } },
    errors: ['not_found']
  }, async ({ params }) => await measurements.get(params.id))

  addOperation(app, {
    method: 'GET',
    path: '/measurements/:id/revisions',
    operationId: 'listMeasurementRevisions',
    summary: 'Every revision of a measurement, the first one first',
    tag: 'Measurements',
    params,
    answer: { schema: listOf(revision), example: listed(revisionExample), statuses: { 200: 'The revisions, of a withdrawn measurement too.' } },
    errors: ['not_found']
  }, async ({ params }) => listed(...await measurements.revisions(params.id)))

  addOperation(app, {
    method: 'DELETE',
    path: '/measurements/:id',
    operationId: 'withdrawMeasurement',
    summary: 'Withdraw a measurement',
    description: 'It is no longer visible; its revisions are kept.',
    tag: 'Measurements',
    scope: 'measurements:write',
    params,
    answer: { schema: z.void(), statuses: { 204: 'Withdrawn.' } },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params }, respond) => {
    await measurements.withdraw(actor, params.id)
    return respond(204, undefined)
  })
}
