// Bundles the page at /graphiql into dist/playground: GraphiQL, its editors' workers and the examples, all for our own origin.
// `npm run build:playground` always builds; `npm start` only when something changed, and goes on without the page where it cannot.
// Plain JavaScript, for it runs before `npm start` on whatever Node the machine has.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LANGUAGES, page } from './playground/page.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'dist', 'playground')
const stamp = join(out, '.built-from')
const sources = join(root, 'src', 'playground')
const examples = { en: join(root, 'graphql', 'examples'), da: join(root, 'graphql', 'examples', 'da') }
const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js'
}

const isForced = !process.argv.includes('--when-needed')
const state = digest()
if (isForced || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== state) {
  try {
    await build()
  } catch (error) {
    console.error(`The page at /graphiql cannot be built: ${error instanceof Error ? error.message : error}\nInstall all packages (npm ci), then run: npm run build:playground`)
    process.exitCode = isForced ? 1 : 0
  }
}

/** What the page is made of, in one word: when it is another, the page is built again. */
function digest () {
  const hash = createHash('sha256')
  for (const file of [...filesIn(sources), ...filesIn(examples.en), ...filesIn(examples.da), fileURLToPath(import.meta.url), join(root, 'package-lock.json')]) hash.update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn (folder) {
  return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(folder, entry.name)).sort()
}

/** The examples of a language with the variables that their comments give; the comment says them to readers of the file, the editor shows them. */
function readExamples (folder) {
  return filesIn(folder).filter(file => file.endsWith('.graphql')).map(file => {
    const text = readFileSync(file, 'utf8')
    const line = /^# (?:Variables|Variabler): (\{.*\})\n/m
    const variables = line.exec(text)?.[1]
    if (variables === undefined) throw new Error(`${file} does not give its variables: add a line "# Variables: {…}"`)
    return { query: text.replace(line, '').trimEnd(), variables: JSON.stringify(JSON.parse(variables), null, 2) }
  })
}

async function build () {
  const { build: bundle } = await import('esbuild')
  rmSync(out, { recursive: true, force: true })
  const options = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: 'es2022',
    tsconfigRaw: '{}',
    outdir: join(out, 'assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.ttf': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    publicPath: '/graphiql/assets',
    metafile: true,
    logLevel: 'warning'
  }
  const urls = await Promise.all(Object.entries(WORKERS).map(async ([name, entry]) => {
    const { metafile } = await bundle({ ...options, entryPoints: [{ in: entry, out: `${name}.worker` }], format: 'iife' })
    return [name, urlOf(metafile, '.js')]
  }))
  const { metafile } = await bundle({
    ...options,
    entryPoints: [{ in: join(sources, 'main.ts'), out: 'page' }],
    format: 'esm',
    define: {
      ...options.define,
      WORKERS: JSON.stringify(Object.fromEntries(urls)),
      EXAMPLES: JSON.stringify({ da: readExamples(examples.da), en: readExamples(examples.en) })
    }
  })
  packAssets()
  mkdirSync(out, { recursive: true })
  for (const language of LANGUAGES) writeFileSync(join(out, `${language}.html`), page(language, { script: urlOf(metafile, '.js'), style: urlOf(metafile, '.css') }))
  writeFileSync(stamp, state)
}

/** Beside each file what is sent of it to whom: 6 MB are packed well once, not quickly each time. */
function packAssets () {
  for (const file of filesIn(join(out, 'assets'))) {
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

function urlOf ({ outputs }, ending) {
  return `/graphiql/assets/${basename(Object.keys(outputs).find(file => file.endsWith(ending)))}`
}
