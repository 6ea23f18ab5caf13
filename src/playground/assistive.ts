import { TabFocus } from 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js'

/**
 * Mends what keeps people with a keyboard or a screen reader out of GraphiQL 5.4.
 * @param place where GraphiQL is, or will be
 */
export function mendForAssistance (place: Element): void {
  // Otherwise the tabulator key writes spaces, and whoever has no mouse cannot leave the editor.
  TabFocus.setTabFocusMode(true)
  new MutationObserver(() => {
    mendTabs(place)
    // These are read as what they show, the query, and not all as "Set active".
    for (const item of place.querySelectorAll('.graphiql-history-item-label[aria-label]')) item.removeAttribute('aria-label')
  }).observe(place, { subtree: true, childList: true, attributes: true, attributeFilter: ['role', 'aria-selected', 'aria-label'] })
}

/** GraphiQL's tabs hold buttons, which a tab may not: they are told as what they are, a list of buttons of which one is current. */
function mendTabs (place: Element): void {
  for (const item of place.querySelectorAll('[role=tablist], [role=tab]')) item.removeAttribute('role')
  place.querySelector('[role=tabpanel]')?.setAttribute('role', 'group')
  for (const item of place.querySelectorAll('.graphiql-tab[aria-selected]')) {
    item.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', String(item.getAttribute('aria-selected')))
    item.removeAttribute('aria-selected')
  }
}
