import { z } from 'zod'

export type JsonSchema = Record<string, unknown>
export type SchemaWriter = ReturnType<typeof createSchemaWriter>

/** Writes zod schemas as JSON Schema 2020-12. Those with an id become components and are referred to. */
export function createSchemaWriter () {
  const components: Record<string, JsonSchema> = {}

  /**
   * @param io whether what is sent or what is answered is described
   * @throws Error where two schemas with one id differ
   */
  function write (schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    // Inside an array a schema with an id is a reference too, which it is not at the root.
    const { items, $defs = {} } = z.toJSONSchema(z.array(schema), { io, target: 'draft-2020-12', cycles: 'ref', reused: 'inline' })
    for (const [id, definition] of Object.entries($defs)) {
      const component = tidy(definition as JsonSchema)
      const before = components[id]
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(component)) throw new Error(`Two different schemas are called ${id}: give one another id`)
      components[id] = component
    }
    return tidy(items as JsonSchema)
  }

  return { write, components }
}

/** The same components, each choice among others with the member that tells them apart by its values. */
export function discriminated (components: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(components).map(([id, schema]) => {
    const refs = [schema.oneOf ?? []].flat().map(one => String((one as JsonSchema).$ref))
    for (const propertyName of TELLING) {
      const kinds = refs.map(ref => valuesOf(components[ref.split('/').at(-1) ?? ''], propertyName))
      if (refs.length === 0 || kinds.includes(undefined)) continue
      const mapping = Object.fromEntries(kinds.flatMap((values, at) => [values].flat().map(value => [value, refs[at]])))
      return [id, { ...schema, discriminator: { propertyName, mapping } }]
    }
    return [id, schema]
  }))
}

/** The members that tell choices apart. */
const TELLING = ['kind', 'type']
const valuesOf = (schema: JsonSchema | undefined, name: string): unknown => {
  const member = ((schema?.properties ?? {}) as Record<string, JsonSchema>)[name]
  return member?.const ?? member?.enum
}

const LISTS = ['anyOf', 'oneOf', 'allOf', 'prefixItems']
const SINGLES = ['items', 'additionalProperties', 'propertyNames', 'not']
const INT32 = 2 ** 31
/** What every text with a limit is: no database could give U+0000 back. */
const ANY_TEXT = '^[^\\u0000]*$'

/** The same schema as OpenAPI 3.1 readers like it: references to components, `null` among the types, examples as lists. */
function tidy (schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'id' || key === '$schema') return []
    if (key === '$ref') return [[key, String(value).replace('#/$defs/', '#/components/schemas/')]]
    if (key === 'example') return [['examples', [value]]]
    if (key === 'pattern' && schema.format !== undefined) return []
    if (Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER && (key === 'minimum' || key === 'maximum')) return []
    if (key === 'properties') return [[key, Object.fromEntries(Object.entries(value as JsonSchema).map(([name, one]) => [name, tidy(one as JsonSchema)]))]]
    if (LISTS.includes(key)) return [[key, (value as JsonSchema[]).map(tidy)]]
    if (SINGLES.includes(key) && typeof value === 'object') return [[key, tidy(value as JsonSchema)]]
    return [[key, value]]
  })
  return closed(nullable(Object.fromEntries(entries)))
}

/** The same schema with what readers ask of its type: of whole numbers their size, of texts what may stand in them, of tuples the type of any item. */
function closed (schema: JsonSchema): JsonSchema {
  const { type, format, pattern, maxLength, prefixItems, minimum = 0, maximum = 0 } = schema
  const is = (name: string): boolean => [type].flat().includes(name)
  if (is('integer') && format === undefined) return { ...schema, format: Math.max(Math.abs(Number(minimum)), Math.abs(Number(maximum))) < INT32 ? 'int32' : 'int64' }
  if (is('string') && maxLength !== undefined && format === undefined && pattern === undefined && schema.enum === undefined) return { ...schema, pattern: ANY_TEXT }
  if (!Array.isArray(prefixItems) || typeof schema.items === 'object') return schema
  const kinds = [...new Map(prefixItems.map(item => [JSON.stringify(item), item as JsonSchema])).values()]
  return { ...schema, items: kinds.length === 1 ? kinds[0] : { anyOf: kinds }, minItems: prefixItems.length, maxItems: prefixItems.length }
}

/** Turns `anyOf: [type, null]` into a type that may be null. */
function nullable (schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema
  const [one, none] = anyOf as [JsonSchema, JsonSchema]
  if (none.type !== 'null' || one.type === undefined) return schema
  return { ...one, ...rest, type: [...new Set([one.type, 'null'].flat())], ...Array.isArray(one.enum) && { enum: [...new Set([...one.enum as unknown[], null])] } }
}
