/** What GraphiQL needs of a storage. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'>

/**
 * A corner of the browser's storage, with a prefix of its own. Where the browser forbids storing, it lasts as long as the page.
 * @param kind `local` stays when the window closes; `session` does not
 */
export function openStorage (kind: 'local' | 'session', prefix: string): Kept {
  const storage = allowed(kind)
  if (storage === null) return inMemory()
  const own = (): string[] => Object.keys(storage).filter(name => name.startsWith(prefix))
  return {
    getItem: name => storage.getItem(prefix + name),
    setItem: (name, value) => storage.setItem(prefix + name, value),
    removeItem: name => storage.removeItem(prefix + name),
    clear: () => { for (const name of own()) storage.removeItem(name) },
    get length () { return own().length }
  }
}

function allowed (kind: 'local' | 'session'): Storage | null {
  try {
    return kind === 'local' ? window.localStorage : window.sessionStorage
  } catch {
    return null
  }
}

function inMemory (): Kept {
  const items = new Map<string, string>()
  return {
    getItem: name => items.get(name) ?? null,
    setItem: (name, value) => { items.set(name, value) },
    removeItem: name => { items.delete(name) },
    clear: () => { items.clear() },
    get length () { return items.size }
  }
}
