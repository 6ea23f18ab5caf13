import { html } from 'ghtml'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Language, LANGUAGES } from '../languages.ts'
import { TEXTS, type Texts } from './texts.ts'

/** What a page is written with. `own` writes what a plan says, which is Danish whatever the language of the page. */
export type View = {
  language: Language
  t: Texts
  own: (text: string) => string
  /** The address asked for. */
  url: URL
  /** Whether the playground is there to be linked to. */
  hasPlayground: boolean
}

export function viewOf (language: Language, url: URL, hasPlayground: boolean): View {
  const own = (text: string): string => language === 'da' ? html`${text}` : html`<span lang="da">${text}</span>`
  return { language, t: TEXTS[language], own, url, hasPlayground }
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const named = (name: string, extension: string, content: string): { path: string, content: string } =>
  ({ path: `/pages/${name}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${extension}`, content })

/** The files of the pages, each named by what it holds, so that a browser may keep it for ever. */
export const STYLE = named('style', 'css', read('./style.css'))
export const ICON = named('icon', 'svg', "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><circle cx='8' cy='8' r='7' fill='#0b5a8f'/><path d='M4 8l3 3 5-6' stroke='#fff' stroke-width='2' fill='none'/></svg>\n")

/** An address within the server, in the language that was asked for in this one. */
export function linkTo (url: URL, path: string, query: Record<string, string> = {}): string {
  const asked = LANGUAGES.find(language => language === url.searchParams.get('lang'))
  const text = new URLSearchParams({ ...query, ...asked && { lang: asked } }).toString()
  return text === '' ? path : `${path}?${text}`
}

/** This address in another language. */
function inLanguage ({ pathname, searchParams }: URL, language: Language): string {
  const query = new URLSearchParams(searchParams)
  query.set('lang', language)
  return `${pathname}?${query.toString()}`
}

/** The place of a target or goal on its page. Codes may hold whatever letters there are. */
export const anchorOf = (code: string): string => `t-${encodeURIComponent(code).replaceAll('%', '_')}`

/** A whole page around its content, which is HTML. */
export function page ({ language, t, url, hasPlayground }: View, title: string, content: string): string {
  const other = language === 'da' ? 'en' : 'da'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === t.product ? title : `${title} · ${t.product}`}</title>
<link rel="icon" type="image/svg+xml" href="${ICON.path}">
<link rel="stylesheet" href="${STYLE.path}">
</head>
<body>
<a class="skip" href="#content">${t.skip}</a>
<header class="top">
<a class="product" href="${linkTo(url, '/')}">${t.product}</a>
<nav aria-label="${t.navigation}"><a href="${linkTo(url, '/')}">${t.home}</a><a href="/docs">${t.docs}</a>!${hasPlayground ? html`<a href="/graphiql">${t.playground}</a>` : ''}<a href="${inLanguage(url, other)}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a></nav>
</header>
<main id="content" tabindex="-1">
!${content}
</main>
<footer><p>${t.madeBy}</p></footer>
</body>
</html>
`
}
