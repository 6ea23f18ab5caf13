import { z } from 'zod'
import { AppError } from '../domain/errors.ts'

/** The members that are wanted, and of those that hold more which of theirs; null is all of one. */
type Wanted = Map<string, Wanted | null>

const MOST_TEXT = 4_000
const NAMES_TOLD = 40

/** The `fields` parameter of a read. */
export const fieldsParameter = (answer: z.ZodType) => z.string().min(1).max(MOST_TEXT).optional().meta({
  description: `Only these members of ${itemsOf(answer) === undefined ? 'the answer' : 'each item'}, with commas between; with dots those inside others, through lists too. Members that are always there are then missing unless they are named. Of: ${membersOf(itemsOf(answer) ?? answer).join(', ')}.`,
  type: 'array',
  items: { type: 'string', minLength: 1, maxLength: MOST_TEXT, pattern: '^[^,.]+(?:\\.[^,.]+)*$' },
  minItems: 1,
  maxItems: MOST_TEXT / 2,
  minLength: undefined,
  maxLength: undefined
})

/**
 * Picks from answers what `fields` names: of a list from each item, what stands beside the items stays.
 * @param answer the schema of the whole answer
 * @returns a function that gives the answer with the members that were named
 * @throws AppError `invalid_request` (`unknown_field`) naming what is no member, and those that are
 */
export function picking (answer: z.ZodType, fields: string): (body: unknown) => unknown {
  const item = itemsOf(answer)
  const wanted = wantedOf(fields, item ?? answer)
  return body => {
    if (item === undefined || typeof body !== 'object' || body === null || !('items' in body)) return pick(body, wanted)
    return { ...body, items: pick(body.items, wanted) }
  }
}

function wantedOf (fields: string, schema: z.ZodType): Wanted {
  const wanted: Wanted = new Map()
  for (const path of new Set(fields.split(','))) {
    let [at, within]: [Wanted | null | undefined, z.ZodType[]] = [wanted, bare(schema)]
    const names = path.split('.')
    for (const [place, name] of names.entries()) {
      // Each once: what holds itself in several ways would double with every step.
      const inside: z.ZodType[] = [...new Set(within.flatMap(one => memberOf(one, name)).flatMap(bare))]
      if (inside.length === 0) throw unknownField(path, name, within)
      const before: Wanted | null | undefined = at?.get(name)
      const isLast = place === names.length - 1
      // Who names the whole has all of it, whatever else is named.
      const next: Wanted | null = isLast || before === null ? null : before ?? new Map<string, Wanted | null>()
      at?.set(name, next)
      at = next
      within = inside
    }
  }
  return wanted
}

function pick (value: unknown, wanted: Wanted): unknown {
  if (Array.isArray(value)) return value.map(one => pick(one, wanted))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, part]) => {
    const inside = wanted.get(name)
    return inside === undefined ? [] : [[name, inside === null ? part : pick(part, inside)]]
  }))
}

function unknownField (path: string, name: string, within: z.ZodType[]): AppError {
  const names = [...new Set(within.flatMap(membersOf))]
  const told = `${names.slice(0, NAMES_TOLD).join(', ')}${names.length > NAMES_TOLD ? ', …' : ''}`
  const detail = `${JSON.stringify(path)}: there is no member ${JSON.stringify(name)}; ${names.length === 0 ? 'nothing stands inside what is named before it' : `there are ${told}`}`
  return new AppError('invalid_request', `?fields: ${detail}`, [{ pointer: '?fields', code: 'unknown_field', detail }])
}

/** The schema of the items of a list; undefined where the answer is none. */
export function itemsOf (answer: z.ZodType): z.ZodType | undefined {
  const items = answer instanceof z.ZodObject ? (answer.shape as Record<string, z.ZodType>).items : undefined
  return items instanceof z.ZodArray ? items.element as z.ZodType : undefined
}

/** What a schema is of when wrappers and lists are taken off it: several where there is a choice. */
function bare (schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly) return bare(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) return bare(schema.element as z.ZodType)
  if (schema instanceof z.ZodTuple) return (schema.def.items as z.ZodType[]).flatMap(bare)
  if (schema instanceof z.ZodLazy) return bare(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe) return bare(schema.def.out as z.ZodType)
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(bare)
  if (schema instanceof z.ZodIntersection) return [schema.def.left as z.ZodType, schema.def.right as z.ZodType].flatMap(bare)
  return [schema]
}

/** The schema of a member of a bare schema; none where there is none of the name. */
function memberOf (schema: z.ZodType, name: string): z.ZodType[] {
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType]
  if (schema instanceof z.ZodUnknown || schema instanceof z.ZodAny) return [schema]
  if (!(schema instanceof z.ZodObject)) return []
  const { shape, def: { catchall } } = schema
  if (Object.hasOwn(shape, name)) return [(shape as Record<string, z.ZodType>)[name]!]
  return catchall === undefined || catchall instanceof z.ZodNever ? [] : [catchall as z.ZodType]
}

const membersOf = (schema: z.ZodType): string[] => [...new Set(bare(schema).flatMap(one => one instanceof z.ZodObject ? Object.keys(one.shape) : []))]
