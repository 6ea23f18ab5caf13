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

const LISTS = ['anyOf', 'oneOf', 'allOf', 'prefixItems']
const SINGLES = ['items', 'additionalProperties', 'propertyNames', 'not']

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
  return nullable(Object.fromEntries(entries))
}

/** Turns `anyOf: [type, null]` into a type that may be null. */
function nullable (schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema
  const [one, none] = anyOf as [JsonSchema, JsonSchema]
  if (none.type !== 'null' || typeof one.type !== 'string') return schema
  return { ...one, ...rest, type: [one.type, 'null'], ...Array.isArray(one.enum) && { enum: [...one.enum as unknown[], null] } }
}
