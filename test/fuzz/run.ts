// Sends requests made from the OpenAPI document to a running server and compares every answer with it:
//   npm run fuzz:contract -- --requests 100000
//   npm run fuzz:contract -- --seed 7 --first 4200 --requests 500 --only putPlanDocument
//   DATABASE_URL=postgres://… npm run fuzz:contract    (an empty, migrated database)
// The server begins anew, with a database of its own, after each 10,000. Whatever is wrong is printed once, as a line of curl, and ends the run with 1.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type Finding, fuzz, type Report } from './fuzz.ts'

const KEY = 'fuzz-run-admin-key-0123456789'
const OF_ONE_SERVER = 10_000
const ERROR_LEVEL = 50

const { values } = parseArgs({ options: { requests: { type: 'string', default: '10000' }, seed: { type: 'string', default: String(Date.now() % 1e9) }, first: { type: 'string', default: '0' }, only: { type: 'string' }, verbose: { type: 'boolean', default: false } } })
const [requests, seed, first] = [Number(values.requests), Number(values.seed), Number(values.first)]
const folder = mkdtempSync(join(tmpdir(), 'maal-fuzz-'))

async function startServer (name: string): Promise<{ server: ChildProcess, base: string, errors: string[] }> {
  const env = { ...process.env, DATABASE_URL: process.env.DATABASE_URL ?? `file:${join(folder, `${name}.sqlite`)}`, SQLITE_SYNCHRONOUS: 'normal', BOOTSTRAP_ADMIN_KEY: KEY, LOG_LEVEL: 'error', RATE_LIMIT: 'off', PORT: '0', PLAYGROUND: 'off' }
  const server = spawn(process.execPath, ['src/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const errors: string[] = []
  const base = await new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdout! }).on('line', line => {
      const address = /http:\/\/localhost:\d+/.exec(line)?.[0]
      if (address !== undefined) resolve(address)
      if (line.startsWith('{') && (JSON.parse(line) as { level: number }).level >= ERROR_LEVEL) errors.push(line)
    })
    server.once('exit', code => { reject(new Error(`the server ended with ${code}`)) })
  })
  return { server, base, errors }
}

async function round (number: number, count: number): Promise<Report> {
  const { server, base, errors } = await startServer(String(number))
  const report = await fuzz({ base, adminKey: KEY, seed, first: first + number, requests: count, ...values.only !== undefined && { only: values.only }, onFinding: tell })
  if (server.exitCode !== null) report.findings.push(of('the server ended'))
  else {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  return { ...report, findings: [...report.findings, ...errors.slice(0, 5).map(line => of(`the server logged an error: ${line.slice(0, 2_000)}`))] }
}

const of = (what: string): Finding => ({ number: 0, operation: 'server', what, curl: '', times: 1 })
const added = (into: Record<string, number>, more: Record<string, number>): void => { for (const [name, count] of Object.entries(more)) into[name] = (into[name] ?? 0) + count }

/** Prints a finding, once in the run. */
function tell ({ operation, number, what, curl }: Finding): void {
  const key = `${operation} ${what.slice(0, 60)}`
  if (!findings.has(key)) console.log(`\nWRONG  ${operation}, seed ${seed}, number ${number}: ${what}\n       ${curl}`)
  findings.add(key)
}

console.log(`seed ${seed}, ${requests} requests`)
const began = Date.now()
const [statuses, refused, byOperation, findings]: [Record<string, number>, Record<string, number>, Report['byOperation'], Set<string>] = [{}, {}, {}, new Set()]
let sent = 0
let slowest: Report['slowest'] = { ms: 0, curl: '' }
while (sent < requests) {
  const report = await round(sent, Math.min(OF_ONE_SERVER, requests - sent))
  sent += report.sent
  added(statuses, report.statuses)
  added(refused, report.refusedThoughItFits)
  for (const [id, own] of Object.entries(report.byOperation)) added(byOperation[id] ??= {}, own)
  if (report.slowest.ms > slowest.ms) slowest = report.slowest
  for (const finding of report.findings) tell(finding)
  console.log(`${sent} requests in ${Math.round((Date.now() - began) / 1000)} s, ${findings.size} findings; ${Object.entries(statuses).map(([status, count]) => `${status}: ${count}`).join(', ')}`)
}
console.log(`slowest: ${Math.round(slowest.ms)} ms  ${slowest.curl.slice(0, 500)}`)
if (values.verbose) {
  for (const [id, own] of Object.entries(byOperation).toSorted()) console.log(`${id.padEnd(28)} ${Object.entries(own).map(([status, count]) => `${status}: ${count}`).join('  ')}`)
  console.log('\nrefused though the document lets it be sent:')
  for (const [why, count] of Object.entries(refused).toSorted(([, a], [, b]) => b - a).slice(0, 150)) console.log(`${String(count).padStart(6)} ${why}`)
}
rmSync(folder, { recursive: true, force: true })
if (findings.size > 0) process.exitCode = 1
