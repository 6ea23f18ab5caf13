export const PICK = Symbol('pick')
/** The place of something that is chosen, when a request is sent, among what the server has told by then under a name. */
export type Pick = { [PICK]: string, at: number, otherwise: unknown }
export const isPick = (value: unknown): value is Pick => typeof value === 'object' && value !== null && PICK in value

export type Known = ReturnType<typeof createKnown>

const MOST_OF_A_NAME = 300
/** What a thing is called of which there is a list. */
const SINGULAR: Record<string, string> = { kommuner: 'kommune', areas: 'area', indicators: 'indicator', plans: 'plan', goals: 'goal', targets: 'target', measurements: 'measurement', imports: 'import', mappings: 'mapping', webhooks: 'webhook', comments: 'comment', deliveries: 'delivery', 'national-goals': 'nationalGoal', 'api-keys': 'key', changes: 'after' }
export const singularOf = (name: string): string => SINGULAR[name] ?? name

/**
 * What the server has told so far: every text and number by the name of its member, ids by the thing they are of, the ETag of each path, and
 * bodies that were taken.
 * @param spared values that are never chosen, such as the ids of the keys that the requests are sent with
 */
export function createKnown (spared: ReadonlySet<unknown>) {
  const byName = new Map<string, unknown[]>()
  const etags = new Map<string, string>()

  function learn (name: string, value: unknown): void {
    if (spared.has(value)) return
    const values = byName.get(name) ?? []
    byName.set(name, values)
    if (values.includes(value)) return
    if (values.push(value) > MOST_OF_A_NAME) values.shift()
  }

  /** Takes up an answer. `thing` is what the ids in it are of. */
  function learnFrom (body: unknown, thing: string): void {
    if (Array.isArray(body)) return body.slice(0, MOST_OF_A_NAME).forEach(one => { learnFrom(one, thing) })
    if (typeof body !== 'object' || body === null) return
    for (const [name, value] of Object.entries(body)) {
      const called = name === 'id' ? thing : singularOf(name)
      if (typeof value === 'object') learnFrom(value, name === 'items' ? thing : called)
      else if (typeof value !== 'boolean') learn(called, value)
    }
    if ('items' in body && Array.isArray(body.items) && body.items.every(one => typeof one === 'string')) body.items.forEach(one => { learn(thing, one) })
  }

  /** What was told under a name, of the same type as `otherwise`; that, where there is none. */
  function choose ({ [PICK]: name, at, otherwise }: Pick): unknown {
    const values = (byName.get(name) ?? []).filter(value => otherwise === undefined || typeof value === typeof otherwise)
    return values.length === 0 ? otherwise : values[at % values.length]
  }

  return { learn, learnFrom, choose, etags }
}

/** A value with what is to be picked in it chosen. */
export function resolved (value: unknown, known: Known): unknown {
  if (isPick(value)) return resolved(known.choose(value), known)
  if (Array.isArray(value)) return value.map(one => resolved(one, known))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolved(one, known)]))
}
