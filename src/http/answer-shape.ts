import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../services/actor.ts'
import { anyOf } from '../services/input.ts'
import { refusedParameter } from '../services/reference.ts'
import { fieldsParameter, itemsOf, picking } from './fields.ts'
import type { Contract } from './operation.ts'

/**
 * Something that is usually fetched together with the things of an answer, under a name of `expand`: what it looks like, and how it is
 * loaded for all of them at once. `query` are parameters of its own.
 */
export type Expansion<Item> = {
  schema: z.ZodType
  query?: z.ZodRawShape
  load: (actor: Actor, items: Item[], query: Record<string, never>) => Promise<readonly unknown[]>
}
/** What can be expanded: of a list its items, else the answer itself. */
export type Expansions<Answer> = Record<string, Expansion<Answer extends { items: (infer Item)[] } ? Item : Answer>>

/** How a caller wants an answer: `pick` leaves the members that are wanted, `of` expands it before. */
export type Shape = { pick: (body: unknown) => unknown, of: (body: object) => Promise<unknown> }

type Asked = { fields?: string, expand?: string[] }

/** The contract of a read with the parameters that every read takes, and with `expanded` in its answer. */
export function shapeable (contract: Contract): Contract {
  const { method, expand, answer, query } = contract
  if (method !== 'GET' || answer.files !== undefined) return contract
  const schema = expand === undefined ? answer.schema : expandable(answer.schema, expand)
  const parameters = { fields: fieldsParameter(schema), ...expand && expandParameters(expand) }
  return { ...contract, answer: { ...answer, schema }, query: (query ?? z.strictObject({})).extend(parameters) }
}

/**
 * Takes what says how the answer is wanted out of the query of a read, so that its handler and its cursors know nothing of it.
 * @throws AppError `invalid_request` naming what is no member of the answer
 */
export function shapeOf ({ method, expand: expansions = {}, answer: { schema } }: Contract, request: FastifyRequest): Shape | undefined {
  if (method !== 'GET') return undefined
  const { fields, expand: names, ...query } = request.query as Asked & Record<string, unknown>
  const own = ownOf(query, expansions, names ?? [])
  request.query = Object.fromEntries(Object.entries(query).filter(([name]) => !Object.hasOwn(own, name)))
  if (fields === undefined && names === undefined) return undefined
  // What is expanded was asked for by its name already.
  const pick = fields === undefined ? (body: unknown) => body : picking(schema, names === undefined || /(^|,)expanded[.,]/.test(fields) ? fields : `${fields},expanded`)
  return { pick, of: async body => pick(names === undefined ? body : await expandAll(body, names, expansions, request.actor, own)) }
}

/** The parameters of a query that are for what is expanded. @throws AppError `invalid_request` where that is not asked for */
function ownOf (query: Record<string, unknown>, expansions: Expansions<never>, names: readonly string[]): Record<string, unknown> {
  const own: Record<string, unknown> = {}
  for (const [name, expansion] of Object.entries(expansions)) {
    for (const parameter of Object.keys(expansion.query ?? {}).filter(one => query[one] !== undefined)) {
      if (!names.includes(name)) throw refusedParameter(parameter, `is for expand=${name}: ask for that too, or leave it out`)
      own[parameter] = query[parameter]
    }
  }
  return own
}

function expandParameters (expansions: Expansions<never>): z.ZodRawShape {
  const names = Object.keys(expansions) as [string, ...string[]]
  const own = Object.assign({}, ...Object.values(expansions).map(({ query }) => query ?? {})) as z.ZodRawShape
  return { expand: anyOf(z.enum(names), 'What is told.').meta({ description: 'What is told beside each thing, in its member `expanded`; null where it has none. Several with commas between.', maxItems: names.length }), ...own }
}

/** The schema of an answer whose things may have `expanded`; where they have an id, they have another one. */
function expandable (answer: z.ZodType, expansions: Expansions<never>): z.ZodType {
  const item = itemsOf(answer)
  if (item === undefined) return withExpanded(answer, expansions)
  return (answer as z.ZodObject).extend({ items: z.array(withExpanded(item, expansions)) })
}

function withExpanded (schema: z.ZodType, expansions: Expansions<never>): z.ZodType {
  const expanded = z.strictObject(Object.fromEntries(Object.entries(expansions).map(([name, { schema: one }]) => [name, one.nullable().optional()])))
  const extended = (schema as z.ZodObject).extend({ expanded: expanded.optional().meta({ description: 'What `expand` asked for.' }) })
  const id = schema.meta()?.id
  return id === undefined ? extended : extended.meta({ id: `${id}Expanded` })
}

/** The answer with what was asked for beside each of its things: a fixed number of reads for each name, however many things there are. */
async function expandAll (body: object, names: readonly string[], expansions: Expansions<never>, actor: Actor, query: Record<string, unknown>): Promise<object> {
  const items = 'items' in body && Array.isArray(body.items) ? body.items as object[] : [body]
  const loaded = await Promise.all(names.map(async name => [name, await expansions[name]!.load(actor, items as never[], query as Record<string, never>)] as const))
  const shown = items.map((item, at) => ({ ...item, expanded: Object.fromEntries(loaded.map(([name, found]) => [name, found[at] ?? null])) }))
  return 'items' in body ? { ...body, items: shown } : shown[0]!
}
