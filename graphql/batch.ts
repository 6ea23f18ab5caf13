/** The rounds in which one request fetches. */
export type Rounds = ReturnType<typeof createRounds>

/**
 * Lets all that is waiting fetch at once, and the next round begin when the last fetch of the one before is done. So what is gathered follows from
 * the query alone, and not from which statement is answered first.
 * @param within bounds the time of a fetch
 */
export function createRounds (within: <T>(read: () => Promise<T>) => Promise<T> = read => read()) {
  let waiting: (() => Promise<void>)[] = []
  let underWay = 0
  let isDue = false

  function schedule (): void {
    if (isDue || underWay > 0 || waiting.length === 0) return
    isDue = true
    // When the turn of the event loop ends, every resolver that is ready has asked.
    setImmediate(begin)
  }

  function begin (): void {
    isDue = false
    if (underWay > 0) return
    const round = waiting
    waiting = []
    for (const fetch of round) during(fetch()).catch(() => undefined)
  }

  /** Holds the next round back until some work is done, which must not itself wait for a round. */
  async function during<T> (work: Promise<T>): Promise<T> {
    underWay++
    try {
      return await work
    } finally {
      underWay--
      schedule()
    }
  }

  /** Fetches in the next round. */
  function join (fetch: () => Promise<void>): void {
    waiting.push(fetch)
    schedule()
  }

  return { during, join, within }
}

type Asked<In, Out> = { input: In, resolve: (value: Out) => void, reject: (error: unknown) => void }

/** Fetches many inputs at once, and answers in their order. */
type Fetch<In, Out> = (inputs: In[]) => Promise<Out[]>

/**
 * Gathers what many resolvers ask for and fetches it in one round; the same thing is fetched once in a request.
 * Mercurius' own loaders would serialize whole records to tell them apart, and cannot share between fields.
 * @param keyOf tells equal inputs
 */
export function batched<In, Out> (rounds: Rounds, keyOf: (input: In) => string, fetch: Fetch<In, Out>): (input: In) => Promise<Out> {
  const known = new Map<string, Promise<Out>>()
  let asked: Asked<In, Out>[] = []

  async function dispatch (): Promise<void> {
    const batch = asked
    asked = []
    try {
      const values = await rounds.within(() => fetch(batch.map(one => one.input)))
      batch.forEach((one, at) => one.resolve(values[at] as Out))
    } catch (error) {
      for (const one of batch) one.reject(error)
    }
  }

  return input => {
    const key = keyOf(input)
    const before = known.get(key)
    if (before !== undefined) return before
    const promise = new Promise<Out>((resolve, reject) => {
      if (asked.push({ input, resolve, reject }) === 1) rounds.join(dispatch)
    })
    known.set(key, promise)
    return promise
  }
}

/** A {@link batched} that finds one thing for each id, null where there is none. */
export function oneById<T extends { id: string }> (rounds: Rounds, fetch: (ids: string[]) => Promise<Iterable<T>>): (id: string) => Promise<T | null> {
  return batched(rounds, id => id, async ids => {
    const found = new Map([...await fetch(ids)].map(one => [one.id, one]))
    return ids.map(id => found.get(id) ?? null)
  })
}

/** A {@link batched} that finds the things that belong to each id, in the order that they are fetched. */
export function manyById<T> (rounds: Rounds, fetch: (ids: string[]) => Promise<readonly T[]>, ownersOf: (thing: T) => readonly string[]): (id: string) => Promise<T[]> {
  return batched(rounds, id => id, async ids => {
    const groups = new Map<string, T[]>(ids.map(id => [id, []]))
    for (const thing of await fetch(ids)) {
      for (const owner of ownersOf(thing)) groups.get(owner)?.push(thing)
    }
    return ids.map(id => groups.get(id) ?? [])
  })
}

/** Fetches inputs that cannot be fetched together in groups, all at once. */
export function inGroups<In, Out> (groupOf: (input: In) => string, fetch: (inputs: [In, ...In[]]) => Promise<Out[]>): Fetch<In, Out> {
  return async inputs => {
    const found = new Map<In, Out>()
    await Promise.all([...Map.groupBy(inputs, groupOf).values()].map(async group => {
      const values = await fetch(group as [In, ...In[]])
      group.forEach((one, at) => found.set(one, values[at] as Out))
    }))
    return inputs.map(one => found.get(one) as Out)
  }
}
