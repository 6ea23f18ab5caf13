import type { Planned } from './statements.ts'

/** Who wrote: this process, or another. */
export type News = { isOwn: boolean }
type Listener = (news: News) => void

/** Those who want to hear of it when something was written. */
export function createAudience () {
  const listeners = new Set<Listener>()

  /** @returns what ends it */
  function add (listener: Listener): () => void {
    listeners.add(listener)
    return () => { listeners.delete(listener) }
  }

  function tell (news: News): void {
    for (const listener of [...listeners]) listener(news)
  }

  return { add, tell }
}

/** Whether a list writes what others are told of: an event or an entry of the audit trail. */
export const isNews = (list: readonly Planned[]): boolean => list.some(planned => 'isNews' in planned && planned.isNews === true)
