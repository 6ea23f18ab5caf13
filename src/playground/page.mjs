// The page at /graphiql as HTML, in Danish and in English. Plain JavaScript, for the build runs on whatever Node the machine has.

const TEXTS = {
  da: {
    title: 'Målopfølgning: GraphQL',
    links: 'Dokumentation',
    rest: 'REST',
    schema: 'Skema',
    other: '<a href="/graphiql?lang=en" lang="en" hreflang="en">English</a>',
    examples: 'Hent eksemplerne igen',
    question: 'Alle faneblade lukkes, og eksemplerne åbnes igen. Vil du det?',
    key: 'Nøgle',
    hint: 'kun for at skrive',
    clear: 'Ryd nøglen',
    refusal: 'Skemaet vises ikke, men forespørgsler kan køres:',
    noscript: 'Siden her behøver JavaScript. Forespørgsler kan også sendes med POST til /graphql.',
    main: 'Forespørgsler'
  },
  en: {
    title: 'Målopfølgning: GraphQL',
    links: 'Documentation',
    rest: 'REST',
    schema: 'Schema',
    other: '<a href="/graphiql?lang=da" lang="da" hreflang="da">Dansk</a>',
    examples: 'Fetch the examples again',
    question: 'All tabs are closed, and the examples opened again. Do you want that?',
    key: 'Key',
    hint: 'only to write',
    clear: 'Clear the key',
    refusal: 'The schema is not shown, but queries can be run:',
    noscript: 'This page needs JavaScript. Queries can also be sent by POST to /graphql.',
    main: 'Queries'
  }
}

export const LANGUAGES = Object.keys(TEXTS)

const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='7' fill='%230b5a8f'/%3E%3Cpath d='M4 8l3 3 5-6' stroke='%23fff' stroke-width='2' fill='none'/%3E%3C/svg%3E"

/**
 * The page in one language; it has no script of its own, so that its policy can forbid them.
 * @param {'da' | 'en'} language
 * @param {{ script: string, style: string }} assets where they are
 */
export function page (language, { script, style }) {
  const text = TEXTS[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
</head>
<body>
<header>
<h1>${text.title}</h1>
<nav aria-label="${text.links}"><a href="/docs">${text.rest}</a><a href="/graphql/schema.graphql">${text.schema}</a>${text.other}</nav>
<button type="button" id="examples" data-question="${text.question}">${text.examples}</button>
<form id="key-form">
<label for="key">${text.key}</label>
<input id="key" type="password" autocomplete="off" spellcheck="false" placeholder="${text.hint}">
<button type="button">${text.clear}</button>
</form>
</header>
<p id="refusal" role="alert" hidden>${text.refusal} <span id="refusal-message" lang="en"></span></p>
<noscript><p>${text.noscript}</p></noscript>
<main id="graphiql" lang="en" aria-label="${text.main}"></main>
</body>
</html>
`
}
