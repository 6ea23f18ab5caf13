import { readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyDatabase, requireWhole } from '../db/copy.ts'
import { type Database, fileOfUrl, openDatabase } from '../db/database.ts'
import { readSeed } from '../db/seed/index.ts'
import { backUp, restore, verify } from '../db/sqlite-backup.ts'
import { createStores } from '../db/stores/index.ts'
import { trim, trimmable } from '../db/trim.ts'
import { readConfig } from './config.ts'
import { danishDay, parseDay } from './domain/date.ts'
import { AppError, type Problem } from './domain/errors.ts'
import { utf8Text } from './http/utf8.ts'
import { type ReadYaml, readYaml, withPlaces, writeYaml } from './http/yaml.ts'
import { createJobindsatsClient } from './jobindsats/client.ts'
import { createJobindsatsFetcher } from './jobindsats/fetch.ts'
import type { TableFile } from './services/file-imports.ts'
import { fileOf } from './services/files.ts'
import { createServices, type Services } from './services/index.ts'
import { MEASUREMENT_FILES } from './services/measurement-files.ts'
import type { BatchSummary } from './services/measurements.ts'
import { loadSeed } from './services/seed.ts'
import { OPERATOR } from './services/actor.ts'

const USAGE = `node src/cli.ts <command>   (the database is that of DATABASE_URL)

  migrate                       bring the database's schema to what this version expects
  copy <url>                    copy everything into the empty database of that URL, of the other engine or the same, and compare every row
  backup [file]                 copy the SQLite file whole, while the server goes on writing, and verify the copy; by default into backups/, named by the instant
  backup verify <file>          read a backup whole and tell what it holds
  backup restore <file>         put a backup where the database is, with the server stopped; the earlier file is kept beside it
  trim --before <day>           tell how many deliveries to webhooks were made or given up before that day, with their attempts; --confirm removes them.
                                Their events stay, and so do audit and revisions
  seed                          load areas, indicators, the five plans and their figures, where they are not there yet
  plan export <id> [file]       write a plan's document to a file (.yaml or .yml: as YAML), or to standard output
  plan import <file>            put a plan's document of JSON, or YAML by the same names; --reason "…" where the plan is adopted already
  measurements import <file>    record measurements of a .json, .csv, .ndjson, .jsonl or .xlsx file; --dry-run tells what would happen; --reason "…",
                                --charset windows-1252, --decimal comma (or point), --sheet <name or number>
  measurements import <file> --mapping <id>   record a table of Jobindsats (.json, .csv with --decimal) by a saved mapping; with --format json-stat a data set of
                                JSON-stat, which needs no mapping where this server wrote it
  jobindsats fetch <mapping…>   fetch tables of Jobindsats with JOBINDSATS_TOKEN and record them by saved mappings: the latest 14 periods, or --latest 60;
                                --dry-run; --reason "…"; --if-updated: only where a table has news
  key create <name>             make a key and show its secret once; --scope admin (or measurements:write, plans:write, drafts:read; may be repeated), --kommune 0250 (may be repeated)`

const { positionals, values } = parseArgs({ allowPositionals: true, options: { reason: { type: 'string' }, mapping: { type: 'string' }, format: { type: 'string' }, latest: { type: 'string' }, 'if-updated': { type: 'boolean' }, charset: { type: 'string' }, decimal: { type: 'string' }, sheet: { type: 'string' }, scope: { type: 'string', multiple: true }, kommune: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean' }, before: { type: 'string' }, confirm: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })

async function run (): Promise<void> {
  const command = positionals.slice(0, 2).join(' ')
  if (values.help || positionals.length === 0) return console.log(USAGE)
  const { DATABASE_URL: url } = readConfig(process.env)
  if (positionals[0] === 'backup') return backups(url, positionals.slice(1))
  const database = await openDatabase(url)
  try {
    if (command === 'migrate') {
      await database.migrate()
      return console.log('The schema is the one that this version expects.')
    }
    if (!await database.isCurrent()) throw new Error('The database has another schema than this version expects. Run: npm run db:migrate')
    if (command.startsWith('copy')) return await copyTo(database, needed(positionals[1], 'URL of the database to copy to'))
    await requireWhole(database)
    const stores = createStores(database)
    const services = createServices(stores, () => new Date())
    const [, , first, second] = positionals
    switch (command) {
      case 'seed': return console.log(await loadSeed(readSeed(), stores, services))
      case 'plan export': {
        const { document } = await services.plans.document(OPERATOR, needed(first, 'id'))
        const text = isYaml(second) ? writeYaml(document) : `${JSON.stringify(document, null, 2)}\n`
        if (second === undefined) process.stdout.write(text)
        else await writeFile(second, text)
        return
      }
      case 'plan import': {
        const { value: document, placeOf } = await readDocument(needed(first, 'file'))
        const id = String((document as { id?: unknown } | null)?.id)
        const version = (await stores.plans.document(id))?.version
        const options = { ...version && { expectedVersion: version }, ...values.reason && { reason: values.reason }, dryRun: values['dry-run'] ?? false }
        const { changes, warnings, ...outcome } = await services.plans.putDocument(OPERATOR, id, document, options).catch(error => { throw placeOf !== undefined && error instanceof AppError ? withPlaces(error, placeOf) : error })
        console.log({ ...outcome, changes: changes.length, warnings: warnings.length })
        return warnings.forEach(({ pointer, message }) => console.log(`  ${pointer}: ${message.en}`))
      }
      case 'measurements import': {
        const isTable = values.mapping !== undefined || values.format !== undefined
        return console.log(counted(await (isTable ? importTable : importMeasurements)(services, needed(first, 'file'))))
      }
      case 'jobindsats fetch': return await fetchTables(services, positionals.slice(2))
      case 'trim': return await trimLog(database)
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

async function copyTo (from: Database, url: string): Promise<void> {
  const to = await openDatabase(url)
  try {
    if (to.dialect === 'sqlite') await to.migrate()
    const copied = await copyDatabase(from, to, (name, rows) => { if (rows > 0) console.log(`${name}: ${rows}`) })
    console.log(`${Object.values(copied).reduce((sum, rows) => sum + rows, 0)} rows are copied and compared. Let DATABASE_URL name the new database from now on.`)
  } finally {
    await to.close()
  }
}

/** Tells what of the log of deliveries may go, and removes it where that is confirmed: there is no way back but a backup. */
async function trimLog (database: Database): Promise<void> {
  const day = needed(values.before, 'day (--before 2026-01-01)')
  if (parseDay(day) === null || day > danishDay(new Date().toISOString())) throw new Error(`--before ${day} is no day up to today: write it as 2026-01-01.`)
  const before = `${day}T00:00:00.000Z`
  const { deliveries, attempts } = await trimmable(database, before)
  if (!values.confirm) return console.log(`${deliveries} deliveries with ${attempts} attempts were settled before ${day}. --confirm removes them.`)
  console.log(`${await trim(database, before)} deliveries that were settled before ${day} are removed, with their attempts.`)
}

/** Copies of the file, which is not opened as a database: it may be damaged. */
function backups (url: string, [first, second]: string[]): void {
  const instant = new Date().toISOString()
  switch (first) {
    case 'verify': return told(`${needed(second, 'file')} is sound`, verify(second as string).counts)
    case 'restore': {
      const { counts, earlier } = restore(needed(second, 'file'), fileOfUrl(url), instant)
      return told(`${fileOfUrl(url)} is what ${second} holds${earlier === null ? '' : `; the earlier file is ${earlier}`}`, counts)
    }
    default: {
      const path = fileOfUrl(url)
      const copy = first ?? join('backups', `${basename(path, extname(path))}-${instant.replace(/[-:]|\.\d+/g, '')}.sqlite`)
      return told(`${copy} is written and verified`, backUp(path, copy).counts)
    }
  }
}

const told = (what: string, counts: Record<string, number>): void => console.log(`${what}: ${Object.entries(counts).map(([thing, count]) => `${count} ${thing}`).join(', ')}`)

function needed (value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`The ${name} is missing.\n\n${USAGE}`)
  return value
}

/** Records a file of measurements, which the ending of its name says how to read. */
async function importMeasurements ({ measurements, measurementFiles }: Services, path: string): Promise<BatchSummary> {
  const options = { dryRun: values['dry-run'] ?? false, fileName: basename(path), ...values.reason && { reason: values.reason } }
  const ending = extname(path).slice(1).toLowerCase()
  if (ending === 'json') return await measurements.record(OPERATOR, await readJson(path), options)
  const mediaType = Object.entries(MEASUREMENT_FILES).find(([name]) => name === ending)?.[1]
  if (mediaType === undefined) throw new Error(`${path} is no file of measurements by its name: it must end in .json, .${Object.keys(MEASUREMENT_FILES).join(', .')}.`)
  const { charset, sheet } = values
  const decimal = decimalMark()
  return await measurementFiles.record(OPERATOR, fileOf(await readFile(path), charset), mediaType, { ...options, ...decimal && { decimal }, ...sheet && { sheet } })
}

function decimalMark (): 'comma' | 'point' | undefined {
  const { decimal } = values
  if (decimal === undefined || decimal === 'comma' || decimal === 'point') return decimal
  throw new Error('--decimal is comma or point.')
}

/** Records a table of a source by a mapping. */
async function importTable ({ fileImports }: Services, path: string): Promise<BatchSummary> {
  const { mapping, format = 'jobindsats', charset, reason } = values
  if (format !== 'jobindsats' && format !== 'json-stat') throw new Error('--format is jobindsats or json-stat.')
  const mediaType = extname(path).toLowerCase() === '.csv' ? 'text/csv' : 'application/json'
  const decimal = decimalMark()
  const table: TableFile = { format, file: fileOf(await readFile(path), charset), mediaType, ...mapping !== undefined && { mapping }, ...decimal && { decimal } }
  return await fileImports.record(OPERATOR, table, { dryRun: values['dry-run'] ?? false, fileName: basename(path), ...reason && { reason } })
}

/** Fetches tables one after another: one that is refused does not stop the others. */
async function fetchTables (services: Services, mappings: string[]): Promise<void> {
  const { JOBINDSATS_TOKEN: token, JOBINDSATS_URL: url } = readConfig(process.env)
  if (token === undefined) throw new Error('JOBINDSATS_TOKEN is missing: write the token that Jobindsats gave you by mail into it.')
  needed(mappings[0], 'mapping')
  const { latest = '14', reason } = values
  if (!/^[1-9]\d{0,2}$/.test(latest)) throw new Error('--latest is a number of periods from 1 to 999.')
  const { fetch } = createJobindsatsFetcher(createJobindsatsClient({ url, token, now: () => new Date() }), services, OPERATOR)
  for (const mapping of mappings) {
    try {
      const { table, summary } = await fetch(mapping, { latest: Number(latest), dryRun: values['dry-run'] ?? false, ifUpdated: values['if-updated'] ?? false, ...reason && { reason } })
      console.log(summary === null ? `${mapping}: ${table} has no news.` : { mapping, table, ...counted(summary) })
    } catch (error) {
      console.error(`${mapping}:`)
      complain(error)
    }
  }
}

/** A summary with the number of the targets in place of their names. */
function counted ({ affectedTargets, ...summary }: BatchSummary) {
  return { ...summary, affectedTargets: affectedTargets.length }
}

const isYaml = (file = ''): boolean => ['.yaml', '.yml'].includes(extname(file).toLowerCase())

/** Reads a plan's document; of YAML it is known where what was written. */
async function readDocument (file: string): Promise<{ value: unknown, placeOf?: ReadYaml['placeOf'] }> {
  return isYaml(file) ? readYaml(utf8Text(await readFile(file), file)) : { value: await readJson(file) }
}

async function readJson (file: string): Promise<unknown> {
  const text = utf8Text(await readFile(file), file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Shows an error with the places that it names, and makes the command fail. */
function complain (error: unknown): void {
  console.error(error instanceof Error ? error.message : error)
  const { problems = [], members = {} } = error instanceof AppError ? error : {}
  const places = [...problems, ...members.errors as Problem[] | undefined ?? []]
  if (places.length > 1 || members.errors !== undefined) for (const { pointer, detail } of places) console.error(`  ${pointer}: ${detail}`)
  process.exitCode = 1
}

try {
  await run()
} catch (error) {
  complain(error)
}
