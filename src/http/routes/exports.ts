import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../domain/errors.ts'
import { type ExportFile, FILE_FORMATS, type FileFormat, type FileWish, jsonStatQuery, measurementExportQuery, planExportQuery, statusExportQuery } from '../../services/exports.ts'
import type { Services } from '../../services/index.ts'
import { MEASUREMENT_FILES } from '../../services/measurement-files.ts'
import { missingFiguresQuery } from '../../services/missing-figures.ts'
import { jsonStat, jsonStatExample, statusJsonStat, statusJsonStatExample } from '../answers/json-stat.ts'
import { measurementExample } from '../answers/measurement.ts'
import { planDocumentExample, planExample } from '../answers/plan.ts'
import { statusesExample } from '../answers/statuses.ts'
import { LANGUAGES, languageOf } from '../languages.ts'
import { addOperation, type AnswerFiles, idOf } from '../operation.ts'

const { csv, ndjson, xlsx } = MEASUREMENT_FILES
const MEDIA_TYPES: Record<FileFormat, string> = { csv, 'csv-da': csv, xlsx, ndjson }

const lang = z.enum(LANGUAGES).optional().meta({ description: 'The language of headings and words; as Accept-Language says if absent, else Danish, and English for csv.' })
const NAMED = { 'Content-Disposition': 'What the file is called.' }
const formatOf = <const T extends readonly [string, ...string[]]>(formats: T) => z.enum(formats).optional()
  .meta({ description: 'csv: commas and decimal points. csv-da: as a Danish Excel opens it, with semicolons, decimal commas and a byte-order mark. xlsx: numbers and days with their types, at most 50,000 rows. ndjson: a thing a line, as JSON. As Accept says if absent, else csv.' })
const exported = { format: formatOf(FILE_FORMATS), lang }

const filesOf = (row: { csv: string, ndjson: unknown }): AnswerFiles => ({
  [csv]: { description: 'A heading, then a row for each. Texts that look like formulas have an apostrophe before them.', example: row.csv },
  [xlsx]: { description: 'The same rows as a sheet.' },
  [ndjson]: { description: 'A thing a line.', example: `${JSON.stringify(row.ndjson)}\n` }
})

const { indicator, area, segment, period, value, flag, source, note } = measurementExample
const MEASUREMENTS = filesOf({
  csv: `indicator,indicator name,unit,area,area name,segment,segment name,period,value,flag,source,note\r\n${indicator},Sickness benefit,per cent,${area},Frederikssund Kommune,,,${period},${value},${flag},${source ?? ''},\r\n`,
  ndjson: { indicator, area, segment, period, value, flag, source, note }
})
const STATUSES = filesOf({ csv: 'as of,kommune,target,status\r\n2024-07-10,Frederikssund,frederikssund-2024.3a,At risk\r\n', ndjson: statusesExample.items[0] })
const PLANS = filesOf({ csv: 'plan,goal,target,target title\r\nfrederikssund-2024,Sygedagpenge,frederikssund-2024.3a,Mindre gab\r\n', ndjson: planDocumentExample })

/** Figures, statuses and plans out, as files that people and other programs read. */
export function exportRoutes (app: FastifyInstance, { exports, missingFigures }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/exports/measurements',
    operationId: 'exportMeasurements',
    summary: 'Measurements as a file',
    description: 'All that the filters of /v1/measurements let through, of one moment, streamed. POST /v1/measurements takes each of them back unchanged, JSON-stat (which needs `indicator`) POST /v1/imports/json-stat.',
    tag: 'Measurements',
    query: measurementExportQuery.extend({ format: formatOf([...FILE_FORMATS, 'json-stat']), lang }),
    answer: { schema: jsonStat, example: jsonStatExample, files: { ...MEASUREMENTS, 'application/json': { description: 'JSON-stat 2.0.' } }, statuses: { 200: 'The file.' }, headers: NAMED }
  }, async (request, respond) => {
    const { format = formatAccepted(request), lang: _, ...query } = request.query
    if (format === 'json-stat') return respond(200, await exports.jsonStat(query))
    const file = await exports.measurements(query, wishOf(request, format))
    return respond(200, await streamOf(request, file) as never, headersOf(file))
  })

  addOperation(app, {
    method: 'GET',
    path: '/exports/json-stat',
    operationId: 'exportJsonStat',
    summary: 'Measurements as JSON-stat 2.0',
    description: 'One data set with the dimensions indicator, segment, area and period, as /v1/exports/measurements?format=json-stat gives it too. POST /v1/imports/json-stat takes it back, unchanged.',
    tag: 'Measurements',
    query: jsonStatQuery,
    answer: { schema: jsonStat, example: jsonStatExample, statuses: { 200: 'The data set.' } }
  }, async ({ query }) => await exports.jsonStat(query))

  addOperation(app, {
    method: 'GET',
    path: '/exports/statuses',
    operationId: 'exportStatuses',
    summary: 'How targets stand, as a file',
    description: 'A row for each target that the filters of /v1/statuses let through, with its figures and the explanation; in NDJSON the items of /v1/statuses, in JSON-stat the figures alone.',
    tag: 'Status',
    query: statusExportQuery.extend({ format: formatOf([...FILE_FORMATS, 'json-stat']), lang }),
    answer: { schema: statusJsonStat, example: statusJsonStatExample, files: { ...STATUSES, 'application/json': { description: 'JSON-stat 2.0.' } }, statuses: { 200: 'The file.' }, headers: NAMED }
  }, async (request, respond) => {
    const { format = formatAccepted(request), lang: _, ...query } = request.query
    if (format === 'json-stat') return respond(200, await exports.statusStat(request.actor, query, wishOf(request, 'ndjson').language))
    const file = await exports.statuses(request.actor, query, wishOf(request, format))
    return respond(200, await streamOf(request, file) as never, headersOf(file))
  })

  addOperation(app, {
    method: 'GET',
    path: '/exports/plans',
    operationId: 'exportPlans',
    summary: 'Plans as a file',
    description: 'A row for each target of the plans that the filters of /v1/plans let through, and for each goal without one; in NDJSON the documents, which PUT /v1/plans/{id}/document takes.',
    tag: 'Plans',
    query: planExportQuery.extend(exported),
    answer: { schema: z.void(), files: PLANS, statuses: { 200: 'The file.' }, headers: NAMED }
  }, async (request, respond) => {
    const { format = formatAccepted(request), lang: _, ...query } = request.query
    const file = await exports.plans(request.actor, query, wishOf(request, format as FileFormat))
    return respond(200, await streamOf(request, file) as never, headersOf(file))
  })

  addOperation(app, {
    method: 'GET',
    path: '/plans/:id/missing-figures.xlsx',
    operationId: 'getMissingFigures',
    summary: 'The figures that a plan waits for, as a sheet to fill in',
    description: 'A row for each figure that ought to be out and has not come, and for the next one of each series: of the kommune, and of what it is compared with; only what the caller\'s key may write. Filled in, POST /v1/measurements takes it as it is; rows left empty are skipped.',
    tag: 'Measurements',
    params: idOf('The id of the plan.', planExample.id),
    query: missingFiguresQuery.extend({ lang }),
    answer: { schema: z.void(), files: { [xlsx]: { description: 'The sheet, and one that says how to fill it in.' } }, statuses: { 200: 'The sheet.' }, headers: NAMED },
    errors: ['not_found']
  }, async (request, respond) => {
    const { lang: _, ...query } = request.query
    const file = await missingFigures.sheet(request.actor, request.params.id, query, wishOf(request, 'xlsx'))
    return respond(200, await streamOf(request, file) as never, headersOf(file))
  })
}

/** The format that `Accept` asks for. */
const formatAccepted = ({ answerType }: FastifyRequest): FileFormat | 'json-stat' =>
  answerType === 'application/json' ? 'json-stat' : FILE_FORMATS.find(format => MEDIA_TYPES[format] === answerType) ?? 'csv'

const wishOf = ({ query, headers, signal }: FastifyRequest, format: FileFormat): FileWish =>
  ({ format, language: languageOf((query as { lang?: string }).lang, headers['accept-language'], format === 'csv' ? 'en' : 'da'), signal })

const headersOf = ({ name, format }: ExportFile): Record<string, string> => {
  const type = MEDIA_TYPES[format]
  return { 'content-type': type === csv ? `${csv}; charset=utf-8` : type, 'content-disposition': `attachment; filename="${name}"` }
}

/** A file as it is sent, piece by piece as the reader takes them. The first piece is made before anything is sent, so that what is refused is answered so. */
async function streamOf ({ method, signal }: FastifyRequest, { pieces }: ExportFile): Promise<Readable> {
  if (method === 'HEAD') return Readable.from([])
  const rest = pieces[Symbol.asyncIterator]()
  const first = await rest.next().catch((error: unknown) => { throw signal.aborted ? new AppError('unavailable', 'The reader hung up while the file was written.') : error })
  async function * all (): AsyncGenerator<string | Uint8Array> {
    if (first.done !== true) yield first.value
    yield * { [Symbol.asyncIterator]: () => rest }
  }
  return Readable.from(all())
}
