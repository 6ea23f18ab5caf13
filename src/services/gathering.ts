/**
 * Writes things that come one by one: those that come in one moment together, and those that come while others are being written afterwards.
 * @param write all or none; what it throws is thrown to each of them
 */
export function gathering<T> (write: (things: T[]) => Promise<void>): (thing: T) => Promise<void> {
  let next: { things: T[], written: Promise<void> } | undefined
  let last: Promise<unknown> = Promise.resolve()

  function begin (): { things: T[], written: Promise<void> } {
    const things: T[] = []
    const written = last.then(async () => {
      // What comes in this same moment is written too.
      await new Promise(resolve => { setImmediate(resolve) })
      next = undefined
      await write(things)
    })
    last = written.catch(() => {})
    return { things, written }
  }

  return async thing => {
    next ??= begin()
    next.things.push(thing)
    await next.written
  }
}
