import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Which layer may import which folders and packages. The first layer whose folder holds a file is the file's. */
const LAYERS: { folder: string, files: readonly RegExp[], packages: readonly string[] }[] = [
  { folder: 'src/domain/', files: [/^src\/domain\//], packages: ['fraction.js'] },
  { folder: 'db/', files: [/^db\//, /^src\/domain\//], packages: ['drizzle-orm', 'drizzle-kit', 'better-sqlite3', 'pg', 'node:'] },
  { folder: 'src/services/', files: [/^src\/services\//, /^src\/domain\//, /^db\/(stores|seed)\/index\.ts$/], packages: ['zod', 'csv-parse', 'csv-stringify', '@streamparser/json', 'saxen', 'write-excel-file', 'yauzl', 'node:crypto', 'node:timers/promises', 'node:util', 'node:worker_threads', 'node:zlib'] },
  { folder: 'src/events/', files: [/^src\/events\//, /^src\/services\//, /^src\/domain\//], packages: ['request-filtering-agent', 'node:'] },
  { folder: 'src/sign-in/', files: [/^src\/sign-in\//, /^src\/services\//, /^src\/domain\//], packages: ['jose', 'zod'] },
  { folder: 'src/telemetry/', files: [/^src\/telemetry\//, /^src\/events\/send\.ts$/], packages: ['@fastify/otel', '@opentelemetry/', 'fastify', 'zod', 'node:crypto', 'node:timers/promises'] },
  { folder: 'src/jobindsats/', files: [/^src\/jobindsats\//, /^src\/services\//, /^src\/domain\//], packages: ['node:'] },
  { folder: 'src/http/', files: [/^src\/http\//, /^src\/services\//, /^src\/domain\//], packages: ['fastify', 'fastify-plugin', '@fastify/', 'd3-scale', 'd3-shape', 'ghtml', 'prom-client', 'yaml', 'zod', 'node:'] },
  { folder: 'graphql/', files: [/^graphql\//, /^src\/services\//, /^src\/domain\//], packages: ['fastify', '@fastify/websocket', 'mercurius', 'graphql', 'graphql-ws', 'zod', 'node:'] },
  // Runs in the browser; the build bundles it.
  { folder: 'src/playground/', files: [/^src\/playground\//], packages: ['graphiql', 'graphql', 'graphql-ws', 'monaco-editor', 'monaco-graphql', 'react', 'react-dom'] },
  // What others import: nothing of the server.
  { folder: 'src/client/', files: [/^src\/client\//], packages: ['openapi-fetch', 'maalopfoelgning', 'graphql', '@graphql-typed-document-node/core'] },
  { folder: 'src/app.ts', files: [/^src\//, /^graphql\//, /^db\/database\.ts$/], packages: ['fastify', '@fastify/'] },
  { folder: 'src/config.ts', files: [/^src\/(sign-in|telemetry)\/settings\.ts$/], packages: ['zod', 'node:net'] },
  { folder: 'src/', files: [/^src\//, /^db\//], packages: ['pino', 'node:'] }
]

const sources = ['src', 'db', 'graphql'].flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts')).map(name => join(folder, name)))

/** The modules that a file imports; types of the stores and the seed are all that services know of the database. */
function importsOf (file: string): { module: string, typesOnly: boolean }[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/^(?:import|export)\s+(?:([^'"]*?)\s+from\s+)?'([^']+)'/gm), ...text.matchAll(/(import)\('([^']+)'\)/g)].map(([, names = '', module = '']) => ({
    module, typesOnly: /^type\b/.test(names) || (/^\{/.test(names) && names.replace(/[{}\s]/g, '').split(',').every(name => name === '' || name.startsWith('type')))
  }))
}

describe('layers', () => {
  test.each(sources)('%s imports only what its layer may', file => {
    const layer = LAYERS.find(({ folder }) => file.startsWith(folder))
    if (layer === undefined) throw new Error(`${file} is in no layer: name its folder in test/layers.test.ts`)
    for (const { module, typesOnly } of importsOf(file)) {
      if (module.startsWith('.')) {
        const target = relative(root, join(root, dirname(file), module))
        expect(layer.files.some(allowed => allowed.test(target)), `${file} imports ${target}, which ${layer.folder} may not: move the code, or hand the thing in as an argument`).toBe(true)
        if (layer.folder === 'src/services/' && target.startsWith('db/')) expect(typesOnly, `${file} may import only types from ${target}`).toBe(true)
      } else {
        expect(layer.packages.some(name => module === name || (/[/:]$/.test(name) ? module.startsWith(name) : module.startsWith(`${name}/`))), `${file} imports the package ${module}, which ${layer.folder} may not`).toBe(true)
      }
    }
  })

  test('nothing but the process reads the clock or the environment', () => {
    for (const file of sources.filter(name => !/^src\/(server|cli)\.ts$/.test(name))) {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
      expect(code, `${file} reads the environment: take it from the configuration`).not.toMatch(/process\.env/)
      expect(code, `${file} reads the clock: take the time as an argument`).not.toMatch(/new Date\(\)|Date\.now\(\)/)
    }
  })

  test('what makes traces is loaded only where a collector is configured', () => {
    const importers = sources.filter(file => /^import .*(?:@opentelemetry\/|@fastify\/otel|telemetry\/tracing\.ts)/m.test(readFileSync(join(root, file), 'utf8')))
    expect(importers).toEqual(['src/telemetry/tracing.ts'])
  })

  test('no folder is a drawer for everything', () => {
    expect(sources.filter(name => /\/(utils|helpers|common|types)\//.test(name))).toEqual([])
  })
})
