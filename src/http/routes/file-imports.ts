import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../domain/errors.ts'
import { mappingParameter, TABLE_FORMATS, type TableFile, type TableFormat } from '../../services/file-imports.ts'
import type { FileBody } from '../../services/files.ts'
import type { Services } from '../../services/index.ts'
import { readingOptions } from '../../services/measurement-files.ts'
import { jsonStatExample } from '../answers/json-stat.ts'
import { tablePreview, tablePreviewExample } from '../answers/mapping.ts'
import { batchSummary, batchSummaryExample } from '../answers/measurement.ts'
import { fileNameOf, isFile, mediaTypeOf } from '../bodies.ts'
import { addOperation, type Body } from '../operation.ts'
import { recordingOptions } from './measurements.ts'

const COLUMNS = ['Periode', 'Område', 'A-kasse', 'Antal ledige fuldtidspersoner']
const jobindsatsTable = z.looseObject({ columns: z.array(z.string()), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) })
  .meta({ description: 'The answer of the data call of Jobindsats v3 as it is, or that of v2, `[{ "Variables": [{ "Label": … }], "Data": [[ … ]] }]`.' })
const jsonStatSet = z.looseObject({ dimension: z.record(z.string(), z.unknown()), value: z.unknown() })
  .meta({ description: 'A data set of JSON-stat 2.0, or of 1.x such as StatBank answers as JSONSTAT.' })
const csv = { description: 'The same table as CSV: semicolons, decimal comma, an empty cell where a figure is suppressed.', example: `${COLUMNS.join(';')}\n2026M07;Holbæk;I alt;789\n` }

const jobindsatsBody: Body = { schema: z.union([jobindsatsTable, z.array(z.unknown())]), example: { columns: COLUMNS, rows: [['2026M07', 'Holbæk', 'I alt', 789]] }, files: { 'application/json': { description: 'A table of Jobindsats.' }, 'text/csv': csv } }
const jsonStatBody: Body = { schema: jsonStatSet, example: jsonStatExample, files: { 'application/json': { description: 'A data set of JSON-stat.' } } }

const WHOLE = 'All figures or none, unless atomic=false; the same file again changes nothing. A label that the mapping does not know is an error that names it, and null is a suppressed figure, never zero.'

/** Tables of sources, read by saved mappings. */
export function fileImportRoutes (app: FastifyInstance, { fileImports }: Services): void {
  const answer = { schema: batchSummary, example: batchSummaryExample, statuses: { 200: 'Recorded, or a dry run.' } }
  const errors = ['conflict', 'batch_refused'] as const
  const query = z.strictObject({ ...mappingParameter, ...recordingOptions })
  const decimal = readingOptions.decimal.meta({ description: 'The decimal mark of CSV whose figures do not tell it: whether 1.234 is 1234 (comma) or 1.234 (point).' })

  addOperation(app, {
    method: 'POST',
    path: '/imports/jobindsats',
    operationId: 'importJobindsats',
    summary: 'Import a table of Jobindsats',
    description: `The answer of the API's v3 or v2, or CSV, up to 50 MB, read by a mapping. ${WHOLE}`,
    tag: 'Measurements',
    scope: 'measurements:write',
    query: query.extend({ decimal }),
    body: jobindsatsBody,
    answer,
    errors
  }, async request => {
    const { mapping, decimal, ...options } = request.query
    return await fileImports.record(request.actor, { ...fileOf(request, 'jobindsats', mapping), ...decimal && { decimal } }, { ...nameOf(request), ...options })
  })

  addOperation(app, {
    method: 'POST',
    path: '/imports/json-stat',
    operationId: 'importJsonStat',
    summary: 'Import a data set of JSON-stat',
    description: `1.x or 2.0, up to 50 MB, 5 million cells and 20,000 categories of all dimensions together. With a mapping, a table of any source; without one, a data set whose dimensions are indicator, area, period and perhaps segment, as GET /v1/exports/json-stat writes it. ${WHOLE}`,
    tag: 'Measurements',
    scope: 'measurements:write',
    query,
    body: jsonStatBody,
    answer,
    errors
  }, async request => {
    const { mapping, ...options } = request.query
    return await fileImports.record(request.actor, fileOf(request, 'json-stat', mapping), { ...nameOf(request), ...options })
  })

  addOperation(app, {
    method: 'POST',
    path: '/imports/preview',
    operationId: 'previewImport',
    summary: 'See what a table would become',
    description: 'What each column and label would become by a mapping, and what the mapping does not know; without one, the columns and labels that a new one must name. Nothing is written.',
    tag: 'Measurements',
    scope: 'measurements:write',
    query: z.strictObject({ format: z.enum(TABLE_FORMATS, { error: `is needed: ${TABLE_FORMATS.join(' or ')}` }).meta({ description: 'What the file is.', example: 'jobindsats' }), ...mappingParameter, decimal }),
    body: jobindsatsBody,
    answer: { schema: tablePreview, example: tablePreviewExample, statuses: { 200: 'What it would become.' } }
  }, async request => {
    const { format, mapping, decimal } = request.query
    return await fileImports.preview(request.actor, { ...fileOf(request, format, mapping), ...decimal && { decimal } })
  })
}

/** The file that a request sends. @throws AppError where it sends none, or CSV that is not taken */
function fileOf (request: FastifyRequest, format: TableFormat, mapping: string | undefined): TableFile {
  if (!isFile(request)) throw new AppError('invalid_request', 'There is no body: send the file as the body, with its Content-Type.')
  const mediaType = mediaTypeOf(request)
  if (format === 'json-stat' && mediaType !== 'application/json') throw new AppError('unsupported_media_type', 'JSON-stat is JSON: send Content-Type: application/json.')
  return { format, file: request.body as FileBody, mediaType, ...mapping !== undefined && { mapping } }
}

function nameOf (request: FastifyRequest): { fileName?: string } {
  const fileName = fileNameOf(request)
  return fileName === undefined ? {} : { fileName }
}
