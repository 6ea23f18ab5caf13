import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

// What is walked here is the document itself, whose parts have no types of their own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Schema = Record<string, any>
export type Parameter = { name: string, in: 'path' | 'query' | 'header', required: boolean, schema: Schema, example?: unknown }
export type Answer = { headers: Record<string, Schema>, content: Record<string, Schema>, codes: string[] }
export type Operation = {
  id: string
  method: string
  path: string
  needsKey: boolean
  parameters: Parameter[]
  /** What it takes, by media type; empty where it takes no body. */
  bodies: Record<string, { schema: Schema, example?: unknown }>
  needsBody: boolean
  answers: Record<string, Answer>
}
export type Contract = ReturnType<typeof readContract>

/** The operations of an OpenAPI document with every reference of theirs followed, and a judge of values by its schemas. */
export function readContract (document: Schema) {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, discriminator: false, allErrors: false })
  formats.default(ajv)
  ajv.addVocabulary(['discriminator', 'example', 'components', 'openapi'])
  ajv.addSchema({ components: document.components }, 'whole', false, false)
  ajv.addSchema({ components: withoutRequired(document.components) }, 'sparse', false, false)
  const judges = new Map<Schema, Partial<Record<'whole' | 'sparse', ValidateFunction>>>()

  /** What is wrong with a value in the eyes of a schema; an empty text where nothing is. With `sparse` any member may be missing. */
  function wrongIn (value: unknown, schema: Schema, within: 'whole' | 'sparse' = 'whole'): string {
    const own = judges.get(schema) ?? {}
    judges.set(schema, own)
    const text = JSON.stringify(within === 'sparse' ? withoutRequired(schema) : schema)
    const judge = own[within] ??= ajv.compile(JSON.parse(text.replaceAll('"#/components/', `"${within}#/components/`)) as object)
    return judge(value) ? '' : ajv.errorsText(judge.errors)
  }

  return { operations: operationsOf(document), schemas: document.components.schemas as Record<string, Schema>, wrongIn }
}

function operationsOf (document: Schema): Operation[] {
  const followed = (part: Schema): Schema => part.$ref === undefined ? part : followed(String(part.$ref).split('/').slice(1).reduce((at, name) => at[name], document))
  const answerOf = ({ headers = {}, content = {} }: Schema): Answer => ({
    headers: Object.fromEntries(Object.entries(headers as Schema).map(([name, header]) => [name, followed(header)])),
    content: Object.fromEntries(Object.entries(content as Schema).map(([type, { schema }]) => [type, schema])),
    codes: Object.values(content as Schema).flatMap(({ examples = {} }) => Object.keys(examples))
  })
  return Object.entries(document.paths as Schema).flatMap(([path, methods]) => Object.entries(methods as Schema).map(([method, given]) => ({
    id: given.operationId as string,
    method: method.toUpperCase(),
    path,
    needsKey: !(given.security as object[]).some(one => Object.keys(one).length === 0),
    parameters: ((given.parameters ?? []) as Schema[]).map(one => followed(one) as Parameter),
    bodies: (given.requestBody?.content ?? {}) as Operation['bodies'],
    needsBody: given.requestBody?.required === true,
    answers: Object.fromEntries(Object.entries(given.responses as Schema).map(([status, answer]) => [status, answerOf(followed(answer))]))
  })))
}

/** The same schema for an answer with `fields`, in which any member may be missing: then several choices may fit. */
function withoutRequired <T> (schema: T): T {
  const isOfRequired = (name: string, value: unknown): boolean => name === 'required' ? Array.isArray(value) : ['if', 'then'].includes(name)
  const text = JSON.stringify(schema, (name, value: unknown) => isOfRequired(name, value) ? undefined : value)
  return JSON.parse(text.replaceAll('"oneOf":[', '"anyOf":[')) as T
}
