import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { ROWS_AN_INDICATOR } from './millions-country.ts'
import { ensureFilled, type Server, startServer } from './millions-servers.ts'
import { type Subject, SUBJECTS } from './millions-subjects.ts'

// The same questions to a database of 100,000 measurements and to one of ten million, request by request in turn, so that a noisy machine
// is noisy to both: their ratio is what counts. MILLIONS_ROWS, MILLIONS_ROUNDS (5) and MILLIONS_ON (sqlite,postgres) make it smaller;
// MILLIONS_FOLDER and TEST_POSTGRES_URL keep what was filled for the next run; MILLIONS_SUBJECT asks only what has this in its name.

const { MILLIONS_ROWS = '10000000', MILLIONS_ROUNDS = '5', MILLIONS_ON = 'sqlite,postgres', MILLIONS_FOLDER, MILLIONS_SUBJECT = '', TEST_POSTGRES_URL } = process.env
const ROUNDS = Number(MILLIONS_ROUNDS)
const STARTS = 3
const SIZES = { small: indicatorsFor(100_000), large: indicatorsFor(Number(MILLIONS_ROWS)) }
type Size = keyof typeof SIZES
const BOTH = Object.keys(SIZES) as Size[]
const subjects = SUBJECTS.filter(({ name }) => name.includes(MILLIONS_SUBJECT))

type Engine = { name: string, urls: Record<Size, string>, bytes: (size: Size) => Promise<number>, close: () => Promise<void> }
/** For each size, in milliseconds. */
type Times = Record<Size, number[]>

function indicatorsFor (rows: number): number {
  return Math.max(2, Math.round(rows / ROWS_AN_INDICATOR))
}

async function openSqlite (): Promise<Engine> {
  const folder = MILLIONS_FOLDER ?? await mkdtemp(join(tmpdir(), 'maal-millions-'))
  const path = (size: Size): string => join(folder, `millions-${SIZES[size]}.sqlite`)
  return {
    name: 'SQLite',
    urls: { small: `file:${path('small')}`, large: `file:${path('large')}` },
    bytes: async size => (await stat(path(size))).size,
    close: async () => { if (MILLIONS_FOLDER === undefined) await rm(folder, { recursive: true }) }
  }
}

async function openPostgres (): Promise<Engine> {
  const holder = TEST_POSTGRES_URL === undefined ? fork(fileURLToPath(new URL('../support/postgres-server.ts', import.meta.url)), ['fsync=on']) : undefined
  const url = TEST_POSTGRES_URL ?? await startedBy(holder!)
  const nameOf = (size: Size): string => `millions_${SIZES[size]}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const size of BOTH) {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [nameOf(size)])
    if (rowCount === 0) await client.query(`create database ${nameOf(size)}`)
  }
  const urlOf = (size: Size): string => Object.assign(new URL(url), { pathname: `/${nameOf(size)}` }).href
  return {
    name: 'PostgreSQL',
    urls: { small: urlOf('small'), large: urlOf('large') },
    bytes: async size => Number((await client.query<{ bytes: string }>('select pg_database_size($1) as bytes', [nameOf(size)])).rows[0]!.bytes),
    close: async () => {
      await client.end()
      const ended = holder && once(holder, 'exit')
      holder?.disconnect()
      await ended
    }
  }
}

async function startedBy (holder: ReturnType<typeof fork>): Promise<string> {
  const [told] = await once(holder, 'message') as [{ url?: string, missing?: string }]
  if (told.url === undefined) throw new Error(`PostgreSQL does not start: ${told.missing}`)
  return told.url
}

async function measure (engine: Engine): Promise<void> {
  console.log(`\n## ${engine.name}\n`)
  for (const size of BOTH) {
    const before = performance.now()
    await ensureFilled(engine.urls[size], SIZES[size], i => process.stderr.write(`\r${engine.name} ${size}: ${i + 1} of ${SIZES[size]} indicators `))
    console.log(`${size}: about ${(SIZES[size] * ROWS_AN_INDICATOR).toLocaleString('en')} measurements, ${inMegabytes(await engine.bytes(size))} (${Math.round((performance.now() - before) / 1000)} s)`)
  }
  console.log('\n| ms | 100,000: p50 | p99 | 10 million: p50 | p99 | ratio p50 | p99 |\n| --- | --- | --- | --- | --- | --- | --- |')
  console.log(row('start to ready', await starts(engine)))
  const servers = { small: await startServer(engine.urls.small), large: await startServer(engine.urls.large) }
  try {
    await askAll(servers)
  } finally {
    for (const size of BOTH) await servers[size].stop()
    await engine.close()
  }
}

/** How long servers take until they are ready, in turn. */
async function starts ({ urls }: Engine): Promise<Times> {
  const times: Times = { small: [], large: [] }
  for (let start = 0; start < STARTS; start++) {
    for (const size of BOTH) {
      const server = await startServer(urls[size])
      times[size].push(server.readyMs)
      await server.stop()
    }
  }
  return times
}

async function askAll (servers: Record<Size, Server>): Promise<void> {
  const memory: string[] = []
  const look = (when: string): void => { memory.push(`| ${when} | ${BOTH.map(size => servers[size].memory().toFixed(0)).join(' | ')} |`) }
  const times = new Map(subjects.map(({ name }): [string, Times] => [name, { small: [], large: [] }]))
  look('start')
  for (const subject of subjects) await askInTurn(servers, subject, Math.min(subject.times, 10), 0)
  for (let round = 1; round <= ROUNDS; round++) {
    for (const subject of subjects) {
      const { small, large } = await askInTurn(servers, subject, subject.times, round)
      times.get(subject.name)!.small.push(...small)
      times.get(subject.name)!.large.push(...large)
    }
    look(`round ${round}`)
  }
  for (const [name, of] of times) console.log(row(name, of))
  console.log(`\n| resident memory, MB | 100,000 | 10 million |\n| --- | --- | --- |\n${memory.join('\n')}`)
}

/** The same requests to both, one after another; who is first changes. */
async function askInTurn (servers: Record<Size, Server>, { ask, times }: Subject, count: number, round: number): Promise<Times> {
  const taken: Times = { small: [], large: [] }
  for (let i = 0; i < count; i++) {
    const n = round * times + i + 1
    for (const size of i % 2 === 0 ? BOTH : BOTH.toReversed()) taken[size].push(await servers[size].ask(ask(n, SIZES[size])))
  }
  return taken
}

function row (name: string, { small, large }: Times): string {
  const [a, b] = [[percentile(small, 0.5), percentile(small, 0.99)], [percentile(large, 0.5), percentile(large, 0.99)]] as const
  return `| ${name} | ${[...a, ...b].map(ms => ms.toFixed(1)).join(' | ')} | ${(b[0] / a[0]).toFixed(2)} | ${(b[1] / a[1]).toFixed(2)} |`
}

const percentile = (values: number[], part: number): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1]!
const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`

for (const open of [...MILLIONS_ON.includes('sqlite') ? [openSqlite] : [], ...MILLIONS_ON.includes('postgres') ? [openPostgres] : []]) await measure(await open())
