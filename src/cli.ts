import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '../db/database.ts'
import { readSeed } from '../db/seed/index.ts'
import { createStores } from '../db/stores/index.ts'
import { readConfig } from './config.ts'
import { AppError, type Problem } from './domain/errors.ts'
import { createServices } from './services/index.ts'
import { loadSeed } from './services/seed.ts'
import { OPERATOR } from './services/actor.ts'

const USAGE = `node src/cli.ts <command>   (the database is that of DATABASE_URL)

  migrate                       bring the database's schema to what this version expects
  seed                          load areas, indicators, the five plans and their figures, where they are not there yet
  plan export <id> [file]       write a plan's document to a file, or to standard output
  plan import <file>            put a plan's document; --reason "…" where the plan is adopted already
  measurements import <file>    record { "measurements": [ … ] }; --dry-run tells what would happen
  key create <name>             make a key and show its secret once; --scope admin (or measurements:write, plans:write, drafts:read; may be repeated), --kommune 0250 (may be repeated)`

const { positionals, values } = parseArgs({ allowPositionals: true, options: { reason: { type: 'string' }, scope: { type: 'string', multiple: true }, kommune: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })

async function run (): Promise<void> {
  const command = positionals.slice(0, 2).join(' ')
  if (values.help || positionals.length === 0) return console.log(USAGE)
  const database = await openDatabase(readConfig(process.env).DATABASE_URL)
  try {
    if (command === 'migrate') {
      await database.migrate()
      return console.log('The schema is the one that this version expects.')
    }
    if (!await database.isCurrent()) throw new Error('The database has another schema than this version expects. Run: npm run db:migrate')
    const stores = createStores(database)
    const services = createServices(stores, () => new Date())
    const [, , first, second] = positionals
    switch (command) {
      case 'seed': return console.log(await loadSeed(readSeed(), stores, services))
      case 'plan export': {
        const text = `${JSON.stringify((await services.plans.document(OPERATOR, needed(first, 'id'))).document, null, 2)}\n`
        if (second === undefined) process.stdout.write(text)
        else await writeFile(second, text)
        return
      }
      case 'plan import': {
        const document = await readJson(needed(first, 'file'))
        const id = String((document as { id?: unknown } | null)?.id)
        const version = (await stores.plans.document(id))?.version
        const { changes, ...outcome } = await services.plans.putDocument(OPERATOR, id, document, { ...version && { expectedVersion: version }, ...values.reason && { reason: values.reason }, dryRun: values['dry-run'] ?? false })
        return console.log({ ...outcome, changes: changes.length })
      }
      case 'measurements import': {
        const { affectedTargets, ...summary } = await services.measurements.record(OPERATOR, await readJson(needed(first, 'file')), { dryRun: values['dry-run'] ?? false })
        return console.log({ ...summary, affectedTargets: affectedTargets.length })
      }
      case 'key create': {
        const { key, secret } = await services.keys.create(OPERATOR, { name: needed(first, 'name'), scopes: values.scope ?? [], kommuner: values.kommune ?? null })
        return console.log(`${key.id}  ${key.name}  ${key.scopes.join(', ')}\n${secret}`)
      }
      default: throw new Error(`There is no command ${JSON.stringify(positionals.join(' '))}.\n\n${USAGE}`)
    }
  } finally {
    await database.close()
  }
}

function needed (value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`The ${name} is missing.\n\n${USAGE}`)
  return value
}

async function readJson (file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  const { problems = [], members = {} } = error instanceof AppError ? error : {}
  const places = [...problems, ...members.errors as Problem[] | undefined ?? []]
  if (places.length > 1 || members.errors !== undefined) for (const { pointer, detail } of places) console.error(`  ${pointer}: ${detail}`)
  process.exitCode = 1
}
