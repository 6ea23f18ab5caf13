import BetterSqlite from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Client, Json } from '../ha/client.ts'
import type { Cluster } from '../ha/cluster.ts'
import { type Findings, judge } from '../ha/judge.ts'
import type { Oracle } from '../ha/world.ts'
import type { Received } from '../kill/receiver.ts'
import { openTestApp } from '../support/app.ts'
import { daily } from './reads.ts'
import { median, quarters, type Sample } from './samples.ts'
import { BIG, BIG_ROWS, rowsOf, TURNING, UNDONE, UNDONE_ROWS } from './world.ts'
import type { SoakWritten } from './writes.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
/** A run of fewer minutes has no time to find its memory: it is told, not judged. */
const JUDGED_MINUTES = 20
const GROWN = 1.15
const MORE_FILES = 10

type Judged = { client: Client, oracle: Oracle, written: SoakWritten, told: Json[], received: Received[], before: number, file: string }

/** What is in the file at the end, beside what was acknowledged. Nobody may write meanwhile. */
export async function judgeData ({ file, written, ...rest }: Judged): Promise<Findings> {
  const database = new BetterSqlite(file, { readonly: true })
  const rows = <T>(text: string): T[] => database.prepare(text).all() as T[]
  // The judge of test/ha asks its nodes; here is one, the file.
  const cluster = { nodes: [file], query: async (text: string) => rows(text) } as unknown as Cluster
  const { 'all three nodes hold the same': _, ...findings } = await judge({ ...rest, written, cluster })
  const told = { ...findings, 'every big batch is there, whole and once': bigBatches(rows, written), 'what was undone is withdrawn, and what was not is there': undone(rows, written), 'imports stand in the audit trail in the order of their events': order(rows) }
  database.close()
  return told
}

type Rows = <T>(text: string) => T[]

function bigBatches (rows: Rows, { big }: SoakWritten): string[] {
  const found = new Map(rows<{ area: string, period: string, value: number, revision: number }>(`select area, period, value, revision from measurements where indicator = '${BIG}'`).map(row => [`${row.area} ${row.period} ${row.revision}`, row.value]))
  const problems = found.size === big * BIG_ROWS ? [] : [`${found.size} figures instead of ${big * BIG_ROWS}`]
  for (let write = 0; write < big; write++) {
    const missing = rowsOf(BIG, write, BIG_ROWS).filter(({ area, period, value }) => found.get(`${area} ${period} 1`) !== value).length
    if (missing > 0) problems.push(`batch ${write}: ${missing} of ${BIG_ROWS} are missing`)
  }
  return problems
}

function undone (rows: Rows, written: SoakWritten): string[] {
  const found = new Map(rows<{ write: number, revisions: string }>(`select write, group_concat(n || ' of ' || revision || ' ' || withdrawn) as revisions from
    (select r.value as write, m.revision, m.withdrawn, count(*) as n from measurements m join measurements r on r.indicator = m.indicator and r.area = m.area and r.segment = m.segment and r.period = m.period and r.revision = 1
     where m.indicator = '${UNDONE}' group by 1, 2, 3 order by 1, 2, 3) as each group by write`).map(({ write, revisions }) => [write, revisions]))
  const expected = new Map([...written.left.map((write): [number, string] => [write, `${UNDONE_ROWS} of 1 0`]), ...written.undone.map((write): [number, string] => [write, `${UNDONE_ROWS} of 1 0,${UNDONE_ROWS} of 2 1`])])
  return [...new Set([...found.keys(), ...expected.keys()])].filter(write => found.get(write) !== expected.get(write)).map(write => `import ${write}: ${found.get(write)} instead of ${expected.get(write)}`)
}

const ORDER = `select count(*) as turned from (select e.seq as event, lag(e.seq) over (order by a.seq) as earlier from imports i
  join audit a on a.subject = i.id join events e on e.subject = i.id and e.type = 'measurements.recorded') as each where earlier > event`

function order (rows: Rows): string[] {
  const [{ turned }] = rows<{ turned: number }>(ORDER) as [{ turned: number }]
  return turned === 0 ? [] : [`${turned} imports stand in another order`]
}

/** Copies the database while the server runs, has the copy verified, and asks a fresh engine on it what the server is asked. */
export async function judgeCopy ({ client, databaseUrl, folder, asOfs, days, now, say }: { client: Client, databaseUrl: string, folder: string, asOfs: string[], days: Map<string, string>, now: number, say: (text: string) => void }): Promise<Findings> {
  const copy = join(folder, 'copy.sqlite')
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const cli = async (...args: string[]): Promise<string[]> => await promisify(execFile)(process.execPath, [CLI, ...args], { env }).then(({ stdout }) => { say(stdout.trim().replace(folder, '').slice(0, 400)); return [] }, (error: Error) => [error.message])
  const verified = [...await cli('backup', copy), ...await cli('backup', 'verify', copy)]
  if (verified.length > 0) return { 'a backup of the database is sound': verified }

  const { app, close } = await openTestApp({ databaseUrl: `file:${copy}`, now: new Date(now).toISOString() })
  const fresh = async (path: string): Promise<string> => daily((await app.inject(path)).json())
  const statuses: string[] = []
  for (const asOf of asOfs) {
    const path = `/v1/statuses?asOf=${asOf}&limit=2000`
    if (daily(await client.read(path)) !== await fresh(path)) statuses.push(`those of ${asOf} are others`)
  }
  const turning: string[] = []
  for (const [day, told] of days) {
    const computed = await fresh(`/v1/plans/${TURNING}/status?asOf=${day}`)
    if (computed !== told) turning.push(`${day}: told was ${told}, a fresh engine says ${computed}`)
  }
  await close()
  return { 'a backup of the database is sound': verified, 'statuses of all the country are those of a fresh engine on the same figures': statuses, 'each Danish day was told the statuses of that day': turning }
}

/** Whether the process grew. Its first quarter is that of the kills; all after is one life. */
export function judgeGrowth (samples: Sample[], { from, to, minutes }: { from: number, to: number, minutes: number }): Findings {
  const [, second, , last] = quarters(samples, from, to).map(those => ({ resident: median(those.map(({ resident }) => resident)), files: median(those.map(({ files }) => files)) }))
  const memory = last!.resident <= GROWN * second!.resident ? [] : [`${Math.round(last!.resident)} MB in the last quarter, ${Math.round(second!.resident)} MB in the second`]
  const files = last!.files <= second!.files + MORE_FILES ? [] : [`${last!.files} open in the last quarter, ${second!.files} in the second`]
  return { ...minutes >= JUDGED_MINUTES && { 'memory is flat: the last quarter at most 1.15 times the second': memory }, 'open files do not grow': files }
}
