import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { flag } from '../../services/input.ts'
import type { FileBody } from '../../services/files.ts'
import { MEASUREMENT_FILES, readingOptions, refuseReadingOptions } from '../../services/measurement-files.ts'
import { measurementQuery, revisionQuery } from '../../services/measurement-queries.ts'
import { measurementBatch, provenance } from '../../services/measurements.ts'
import { batchExample, batchSummary, batchSummaryExample, measurement, measurementExample, revision, revisionExample } from '../answers/measurement.ts'
import { listed, listOf } from '../answers/shared.ts'
import { fileNameOf, isFile, mediaTypeOf } from '../bodies.ts'
import { createExpansions } from '../expansions.ts'
import { addOperation, idOf } from '../operation.ts'

/** How a batch or a file is recorded. */
export const recordingOptions = {
  dryRun: flag('Write nothing: only tell what would happen.'),
  atomic: flag('false writes the good rows of a batch with bad ones. Default true.'),
  ...provenance
}

const { indicator, area, period } = batchExample.measurements[0]!
const FILES = {
  [MEASUREMENT_FILES.csv]: {
    description: 'A header row, then a measurement a row. Columns by name, English or Danish: indicator, area, period, value, and segment, flag, source, note. Comma, semicolon or tab; decimal comma or point; UTF-8, or what charset says.',
    example: `indicator;area;period;value\n${indicator};Frederikssund;${period};3,9\n${indicator};Hele landet;${period};3,4\n`
  },
  [MEASUREMENT_FILES.ndjson]: { description: 'A row as in JSON on each line.', example: batchExample.measurements.map(row => `${JSON.stringify(row)}\n`).join('') },
  [MEASUREMENT_FILES.jsonl]: { description: 'The same under another name.', example: `${JSON.stringify({ indicator, area, period, value: 3.9 })}\n` },
  [MEASUREMENT_FILES.xlsx]: { description: 'A sheet with the same columns as CSV; a number that is shown as per cent is read as it is shown.' }
}

const params = idOf('The opaque id of the measurement.', measurementExample.id)

/** Figures in and out. */
export function measurementRoutes (app: FastifyInstance, services: Services): void {
  const { measurements, measurementFiles } = services
  const { indicator, area } = createExpansions(services)
  const expand = { indicator, area }
  addOperation(app, {
    method: 'GET',
    path: '/measurements',
    operationId: 'listMeasurements',
    summary: 'Measurements, by indicator, area, segment and period',
    tag: 'Measurements',
    query: measurementQuery,
    expand,
    answer: { schema: listOf(measurement), example: listed(measurementExample), statuses: { 200: 'A page of measurements.' } }
  }, async ({ query }) => await measurements.list(query))

  addOperation(app, {
    method: 'POST',
    path: '/measurements',
    operationId: 'recordMeasurements',
    summary: 'Record a batch or a file of measurements',
    description: 'All rows or none, unless atomic=false. The same rows again change nothing; another value or flag makes a new revision and keeps the old. JSON holds at most 10,000 rows; a file may have 50 MB, names areas by id or by name, and may say what it is called in Content-Disposition.',
    tag: 'Measurements',
    scope: 'measurements:write',
    query: z.strictObject({ ...recordingOptions, ...readingOptions }),
    body: { schema: measurementBatch, example: batchExample, files: FILES },
    answer: { schema: batchSummary, example: batchSummaryExample, statuses: { 200: 'Recorded, or a dry run.' } },
    errors: ['conflict', 'batch_refused']
  }, async request => {
    const { actor, query, body } = request
    const name = fileNameOf(request)
    if (isFile(request)) return await measurementFiles.record(actor, body as FileBody, mediaTypeOf(request), { ...name !== undefined && { fileName: name }, ...query })
    refuseReadingOptions(query, 'JSON')
    return await measurements.record(actor, body, query)
  })

  addOperation(app, {
    method: 'GET',
    path: '/measurements/:id',
    operationId: 'getMeasurement',
    summary: 'One measurement as it stands',
    tag: 'Measurements',
    params,
    expand,
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
    query: revisionQuery,
    answer: { schema: listOf(revision), example: listed(revisionExample), statuses: { 200: 'The revisions, of a withdrawn measurement too.' } },
    errors: ['not_found']
  }, async ({ params, query }) => await measurements.revisions(params.id, query))

  addOperation(app, {
    method: 'DELETE',
    path: '/measurements/:id',
    operationId: 'withdrawMeasurement',
    summary: 'Withdraw a measurement',
    description: 'It is no longer visible; its revisions are kept. The withdrawal is an import of its own, which can be undone.',
    tag: 'Measurements',
    scope: 'measurements:write',
    params,
    query: z.strictObject({ reason: provenance.reason }),
    answer: { schema: z.void(), statuses: { 204: 'Withdrawn.' } },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params, query }, respond) => {
    await measurements.withdraw(actor, params.id, query)
    return respond(204, undefined)
  })
}
