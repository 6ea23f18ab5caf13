import fc, { type Arbitrary } from 'fast-check'
import type { Schema } from './contract.ts'
import { PICK, type Pick, singularOf } from './known.ts'

const MOST_ITEMS = 4
const MOST_TEXT = 40
const MOST_DEPTH = 3
const DAYS = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-06-30', '2024-07-10', '2024-12-31', '2026-06-01', '1900-01-01', '2199-12-31']
const INSTANTS = ['2024-07-10T00:00:00Z', '2026-01-01T00:00:00.000Z', '2026-06-01T12:00:00+02:00', '1970-01-01T00:00:00Z', '2099-12-31T23:59:59.999Z']

type Tie = (name: string) => Arbitrary<unknown>

/**
 * Makes arbitraries of JSON schemas. What has a name is mostly what the server told under that name (see known.ts). `not`, `if` and `then`
 * are not looked at, so some values do not fit.
 * @param schemas the components that references name
 */
export function createSchemaArbitraries (schemas: Record<string, Schema>) {
  const tied = fc.letrec(tie => Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, arbitraryOf(schema, '', tie as Tie)])))
  return (schema: Schema, name: string): Arbitrary<unknown> => arbitraryOf(schema, name, component => tied[component]!)
}

/** What the server told under a name, mostly; else what is generated. */
export const pickedOr = (name: string, generated: Arbitrary<unknown>): Arbitrary<unknown> => fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.nat(), generated).map(([at, otherwise]): Pick => ({ [PICK]: singularOf(name), at, otherwise })) },
  { weight: 1, arbitrary: generated }
)

function arbitraryOf (schema: Schema, name: string, tie: Tie): Arbitrary<unknown> {
  if (schema.$ref !== undefined) return tie(String(schema.$ref).split('/').at(-1)!)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum as unknown[])
  const choices = schema.oneOf ?? schema.anyOf
  if (Array.isArray(choices)) return fc.oneof({ maxDepth: MOST_DEPTH, depthIdentifier: 'choice' }, ...choices.map(one => arbitraryOf(one as Schema, name, tie)))
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map(type => arbitraryOf({ ...schema, type }, name, tie)))
  switch (schema.type) {
    case 'null': return fc.constant(null)
    case 'boolean': return fc.boolean()
    case 'integer': case 'number': return pickedOr(name, numbers(schema))
    case 'string': return pickedOr(name, texts(schema))
    case 'array': return arrays(schema, name, tie)
    case 'object': return objects(schema, tie)
    default: return fc.jsonValue({ maxDepth: 2 })
  }
}

function numbers ({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): Arbitrary<number> {
  const [min, max] = [minimum ?? exclusiveMinimum ?? -1e6, maximum ?? exclusiveMaximum ?? 1e6] as [number, number]
  if (type === 'integer') return fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) })
  const tenths = fc.integer({ min: Math.ceil(Math.max(min, -1e6) * 10), max: Math.floor(Math.min(max, 1e6) * 10) }).map(value => value / 10)
  return fc.oneof({ weight: 5, arbitrary: tenths }, { weight: 1, arbitrary: fc.double({ min, max, noNaN: true, minExcluded: exclusiveMinimum !== undefined, maxExcluded: exclusiveMaximum !== undefined }) })
}

function texts ({ format, pattern, minLength = 0, maxLength = MOST_TEXT, examples = [] }: Schema): Arbitrary<string> {
  if (format === 'date') return fc.constantFrom(...DAYS)
  if (format === 'date-time') return fc.constantFrom(...INSTANTS)
  const length = { minLength: minLength as number, maxLength: Math.max(minLength as number, Math.min(maxLength as number, MOST_TEXT)) }
  const plain = fc.oneof(fc.string({ ...length, unit: fc.constantFrom(...'abcæøå 0123456789-') }), fc.string({ ...length, unit: 'grapheme' }))
  const generated = pattern === undefined ? plain : matching(pattern as string, plain)
  return examples.length === 0 ? generated : fc.oneof(fc.constantFrom(...examples as string[]), generated)
}

/** Texts that match a pattern; plain ones where it says next to nothing, or more than fast-check can write. */
function matching (pattern: string, plain: Arbitrary<string>): Arbitrary<string> {
  if (pattern === '^[^\\u0000]*$' || pattern === '\\S') return plain
  if (pattern.startsWith('^P(')) return fc.constantFrom('P1Y', 'P12M', 'P3M', 'P1W', 'P1Y6M')
  const known = MATCHING.get(pattern) ?? fc.stringMatching(new RegExp(pattern.replaceAll('\\p{L}', 'a-zæøåé').replaceAll('\\p{N}', '0-9'), 'u'), { size: 'small' })
  MATCHING.set(pattern, known)
  return known
}

/** By their pattern, for fast-check takes long to read one. */
const MATCHING = new Map<string, Arbitrary<string>>()

function arrays ({ items = {}, prefixItems, minItems = 0, maxItems = MOST_ITEMS }: Schema, name: string, tie: Tie): Arbitrary<unknown[]> {
  if (Array.isArray(prefixItems)) return fc.tuple(...prefixItems.map(one => arbitraryOf(one as Schema, name, tie)))
  return fc.array(arbitraryOf(items as Schema, name, tie), { minLength: minItems as number, maxLength: Math.max(minItems as number, Math.min(maxItems as number, MOST_ITEMS)) })
}

function objects ({ properties = {}, required = [], additionalProperties, propertyNames = {} }: Schema, tie: Tie): Arbitrary<unknown> {
  const members = Object.fromEntries(Object.entries(properties as Schema).map(([name, one]) => [name, arbitraryOf(one as Schema, name, tie)]))
  const own = fc.record(members, { requiredKeys: required as string[] })
  if (typeof additionalProperties !== 'object') return own
  const more = fc.dictionary(texts(propertyNames as Schema), arbitraryOf(additionalProperties as Schema, '', tie), { maxKeys: MOST_ITEMS })
  return fc.tuple(own, more).map(([named, others]) => ({ ...others, ...named }))
}
