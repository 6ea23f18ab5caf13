import serveFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '../domain/status/wording.ts'
import { answerError } from './errors.ts'
import { LANGUAGES, languageOf } from './languages.ts'
import { answerOtherMethods, collectMethods } from './methods.ts'
import { securePages } from './security-headers.ts'

/** Where `npm run build:playground` puts the page. */
export const PLAYGROUND_FOLDER = fileURLToPath(new URL('../../dist/playground/', import.meta.url))

/** Everything from our own origin, no inline script; the editor writes inline styles. */
const POLICY = [
  "default-src 'none'", "script-src 'self'", "worker-src 'self'", "connect-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"
].join('; ')

const NOT_BUILT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Målopfølgning: GraphQL</title></head>
<body>
<h1>The page is not built yet</h1>
<p>Run <code>npm run build:playground</code> where the server is, and start the server again. Queries can be sent to <code>/graphql</code> meanwhile.</p>
<p lang="da">Siden er ikke bygget endnu: kør <code>npm run build:playground</code> på serveren, og start den igen.</p>
</body>
</html>
`

/**
 * The page to try GraphQL with, at `/graphiql`: an encapsulated plugin, for its policy is stricter than that of the rest.
 * @param options `folder` is where the built page is; where it is not there, the answer is 503 and says how to build it
 */
export default async function playgroundPlugin (app: FastifyInstance, { folder }: { folder: string }): Promise<void> {
  app.setErrorHandler(answerError)
  const methods = collectMethods(app)
  await securePages(app)
  app.addHook('onRequest', async (_request, reply) => {
    // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is sent later
    reply.header('content-security-policy', POLICY)
  })
  const pages = readPages(folder)
  app.get<{ Querystring: { lang?: unknown } }>('/graphiql', async (request, reply) => {
    // The page is small and names its files by their content: it is asked for each time, they never again.
    const typed = reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'Accept-Language' })
    if (pages === null) return await typed.code(503).send(NOT_BUILT)
    return await typed.send(pages[languageOf(request.query.lang, request.headers['accept-language'])])
  })
  if (pages !== null) await app.register(serveFiles, { root: join(folder, 'assets'), prefix: '/graphiql/assets/', wildcard: false, index: false, preCompressed: true, immutable: true, maxAge: '1y', decorateReply: false })
  answerOtherMethods(app, methods)
}

function readPages (folder: string): Record<Language, string> | null {
  const files = LANGUAGES.map(language => join(folder, `${language}.html`))
  if (!files.every(file => existsSync(file))) return null
  const [da = '', en = ''] = files.map(file => readFileSync(file, 'utf8'))
  return { da, en }
}
