import { GraphiQL } from 'graphiql'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { asker } from './ask.ts'
import { mendForAssistance } from './assistive.ts'
import { watchKey } from './key.ts'
import './page.css'
import { openStorage } from './storage.ts'
import { forgetTabs, nameTabs, openTabs } from './tabs.ts'
import { defineThemes, THEMES } from './themes.ts'
import { provideWorkers } from './workers.ts'

// The page at /graphiql, bundled by src/build-playground.mjs. Its own texts stand in src/playground/page.mjs.

const language = document.documentElement.lang === 'en' ? 'en' : 'da'
const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T

function refused (message: string): void {
  find('refusal').hidden = false
  find('refusal-message').textContent = message
}

provideWorkers()
defineThemes()
const storage = openStorage('local', `maalopfoelgning:${language}:`)
const { query, variables } = openTabs(storage, EXAMPLES[language])
find('examples').addEventListener('click', event => {
  if (!confirm((event.currentTarget as HTMLElement).dataset.question)) return
  forgetTabs(storage)
  // GraphiQL stores half a second after the last change, which may come before the page is gone.
  storage.setItem = () => {}
  location.reload()
})
mendForAssistance(find('graphiql'))
createRoot(find('graphiql')).render(createElement(GraphiQL, {
  fetcher: asker(watchKey(find<HTMLFormElement>('key-form')), refused),
  storage,
  editorTheme: THEMES,
  initialQuery: query ?? '',
  initialVariables: variables ?? '',
  onTabChange: nameTabs,
  defaultEditorToolsVisibility: 'variables',
  isHeadersEditorEnabled: false,
  shouldPersistHeaders: false,
  showPersistHeadersSettings: false,
  inputValueDeprecation: true,
  schemaDescription: true,
  customScalarSchemas: { JSON: {}, Decimal: { type: 'number' } }
}, createElement(GraphiQL.Logo, null, ' ')))
