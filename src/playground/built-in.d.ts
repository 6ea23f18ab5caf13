// What the build puts in (src/build-playground.mjs), and the little that is used of packages without types.

/** The examples of the page's languages, in the order of their tabs. */
declare const EXAMPLES: Record<'da' | 'en', { query: string, variables: string }[]>
/** Where the editors' workers are, by what the editor calls them. */
declare const WORKERS: Record<'editor' | 'json' | 'graphql', string>

declare module 'react' {
  /** Makes an element; properties are checked by the component that they are for. */
  export function createElement (component: unknown, properties: object | null, ...children: unknown[]): unknown
}

declare module 'react-dom/client' {
  export function createRoot (place: Element): { render (element: unknown): void }
}

declare module '*.css'

declare module 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js' {
  export const TabFocus: { setTabFocusMode (leavesEditor: boolean): void }
}

declare module 'monaco-graphql/esm/monaco-editor.js' {
  export const editor: {
    defineTheme (name: string, theme: { base: string, inherit: boolean, rules: { token: string, foreground: string }[], colors: Record<string, string> }): void
  }
}
