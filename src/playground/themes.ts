import { editor } from 'monaco-graphql/esm/monaco-editor.js'

/** What GraphiQL calls the editors' themes. */
export const THEMES = { light: 'readable-light', dark: 'readable-dark' }

/** Defines the editors' themes: those of Monaco where their contrast is 4.5 or more on our grounds, others where it is not. */
export function defineThemes (): void {
  define(THEMES.light, 'vs', { comment: '#006b00', number: '#06603f', 'argument.identifier.gql': '#5653b8' }, {
    'editorBracketHighlight.foreground2': '#1d6b1d', 'editorLineNumber.foreground': '#4a5a70', 'editorLineNumber.dimmedForeground': '#4a5a70', 'textLink.foreground': '#0b5a8f', focusBorder: '#0b5a8f'
  })
  define(THEMES.dark, 'vs-dark', { comment: '#8fbf7a', 'argument.identifier.gql': '#a8a3ff' }, {
    'editorLineNumber.foreground': '#aab4c4', 'editorLineNumber.dimmedForeground': '#aab4c4', 'textLink.foreground': '#8fcbff', focusBorder: '#8fcbff', 'editorWidget.background': '#212a3b', 'editorHoverWidget.background': '#212a3b'
  })
}

/** The ground is the page's, so that response and query differ. */
function define (name: string, base: 'vs' | 'vs-dark', tokens: Record<string, string>, colors: Record<string, string>): void {
  editor.defineTheme(name, {
    base,
    inherit: true,
    rules: Object.entries(tokens).map(([token, foreground]) => ({ token, foreground })),
    colors: { 'editor.background': '#ffffff00', 'scrollbar.shadow': '#ffffff00', ...colors }
  })
}
