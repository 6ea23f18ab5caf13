import type { Kept } from './storage.ts'

export type Tab = { title: string, query: string | null, variables: string | null }
type Tabs = { activeTabIndex: number, tabs: Tab[] }

const KEPT = 'graphiql:tabState'

/** Calls each tab by the comment that its query begins with, where there is one: GraphiQL knows only names of operations, which cannot be Danish. */
export function nameTabs ({ tabs }: { tabs: Tab[] }): void {
  for (const tab of tabs) tab.title = /^# (.{1,40})\n/.exec(tab.query ?? '')?.[1] ?? tab.title
}

/**
 * The tabs that were open before, or the examples.
 * @returns what is in the tab that is open, for GraphiQL begins with that
 */
export function openTabs (storage: Kept, examples: { query: string, variables: string }[]): Tab {
  const state = kept(storage) ?? { activeTabIndex: 0, tabs: examples.map(created) }
  nameTabs(state)
  storage.setItem(KEPT, JSON.stringify(state))
  return state.tabs[state.activeTabIndex] ?? state.tabs[0] as Tab
}

/** Forgets every open tab, so that the next page has the examples again. */
export function forgetTabs (storage: Kept): void {
  for (const name of [KEPT, 'graphiql:query', 'graphiql:variables']) storage.removeItem(name)
}

function kept (storage: Kept): Tabs | null {
  try {
    const state = JSON.parse(storage.getItem(KEPT) ?? 'null') as Tabs | null
    return Array.isArray(state?.tabs) && state.tabs.length > 0 ? state : null
  } catch {
    return null
  }
}

const created = ({ query, variables }: { query: string, variables: string }, index: number) =>
  ({ id: `example-${index}`, hash: null, title: '', query, variables, headers: null, operationName: null, response: null })
