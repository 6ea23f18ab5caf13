import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { IMPORT_KINDS, type Import } from '../../domain/measurement.ts'
import { importQuery, type Undo, undoQuery } from '../../services/imports.ts'
import type { Services } from '../../services/index.ts'
import { batchSummary, batchSummaryExample } from '../answers/measurement.ts'
import { instant, listed, listOf } from '../answers/shared.ts'
import { addOperation, idOf } from '../operation.ts'

const { received, created, revised, unchanged, rejected } = batchSummary.shape
const importAnswer = z.strictObject({
  id: z.string(),
  kind: z.enum(IMPORT_KINDS).meta({ description: 'The format that it came in; withdrawal of one measurement; undo of another import.' }),
  actor: z.string().meta({ description: 'The key that wrote it.' }),
  recordedAt: instant,
  fileName: z.string().nullable().meta({ description: 'What the file was called; null where the sender did not say.' }),
  reason: z.string().nullable().meta({ description: 'Why it was written, in the words of who sent it.' }),
  received,
  created,
  revised,
  unchanged,
  rejected,
  hash: z.string().meta({ description: 'SHA-256 of the rows or the file as they were sent; empty for a withdrawal and an undo.' }),
  undoes: z.string().nullable().meta({ description: 'The import that it took back; null for others.' })
}).meta({ id: 'Import' }) satisfies z.ZodType<Import>

const undo = z.strictObject({
  import: z.string().meta({ description: 'The import that the undoing is itself.' }),
  undoes: z.string(),
  restored: z.number().int().meta({ description: 'Figures that have the value they had before.' }),
  withdrawn: z.number().int().meta({ description: 'Figures that were not there before, and are out of sight again.' }),
  affectedTargets: z.array(z.string())
}).meta({ id: 'Undo' }) satisfies z.ZodType<Undo>

const id = batchSummaryExample.import as string
const example: Import = {
  id, kind: 'csv', actor: 'key-1', recordedAt: '2024-08-15T06:00:00.000Z', fileName: 'juni.csv', reason: null, received: 2, created: 1, revised: 1, unchanged: 0, rejected: 0, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', undoes: null
}
const undoExample: Undo = { import: 'imp-7d1e7b34-8f0b-4f0e-8a2c-5b1a9f6d2c33', undoes: id, restored: 1, withdrawn: 1, affectedTargets: ['frederikssund-2024.3a'] }
const params = idOf('The id of the import.', id)

/** What was written together. */
export function importRoutes (app: FastifyInstance, { imports }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/imports',
    operationId: 'listImports',
    summary: 'The imports, the latest first',
    description: 'Each batch, file, withdrawal and undo that wrote something. A key that is bound sees its own.',
    tag: 'Measurements',
    scope: 'measurements:write',
    query: importQuery,
    answer: { schema: listOf(importAnswer), example: listed(example), statuses: { 200: 'A page of imports.' } }
  }, async ({ actor, query }) => await imports.list(actor, query))

  addOperation(app, {
    method: 'GET',
    path: '/imports/:id',
    operationId: 'getImport',
    summary: 'One import',
    tag: 'Measurements',
    scope: 'measurements:write',
    params,
    answer: { schema: importAnswer, example, statuses: { 200: 'The import.' } },
    errors: ['not_found']
  }, async ({ actor, params }) => await imports.get(actor, params.id))

  addOperation(app, {
    method: 'POST',
    path: '/imports/:id/undo',
    operationId: 'undoImport',
    summary: 'Take an import back',
    description: 'Restores what was before it, as one change and an import of its own. Where later changes stand on it, nothing happens and each is named.',
    tag: 'Measurements',
    scope: 'measurements:write',
    params,
    query: undoQuery,
    answer: { schema: undo, example: undoExample, statuses: { 200: 'Taken back.' } },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params, query }) => await imports.undo(actor, params.id, query))
}
