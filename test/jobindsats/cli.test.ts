import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answering, type Answering } from './answering.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const TABLE = { columns: ['Periode', 'Område', 'Antal ledige fuldtidspersoner'], rows: [['2026M07', 'Holbæk', 789], ['2026M07', 'Hele landet', null]] }
/** Three members of Ydelsesgrupper are mapped, so the table is asked for the hierarchy that has them. */
const DESCRIPTION = { hierarchy_id: '_ygrpi01', values: ['Ydelsesgrupper i alt', 'A-dagpenge', 'Kontanthjælp'].map(name => ({ value_name: name })) }
let folder: string
let server: Answering
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maal-fetch-'))
  server = await answering((request, response) => {
    const [status, body] = request.headers.authorization !== 'Bearer ret-token' ? [401, { code: 401, cause: 'Ugyldig token' }] : [200, request.url!.startsWith('/v3/table/') ? DESCRIPTION : TABLE]
    response.writeHead(status as number, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  for (const command of ['migrate', 'seed']) expect((await run({}, command)).code).toBe(0)
}, 60_000)
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

async function run (environment: Record<string, string>, ...args: string[]): Promise<{ code: number, out: string, err: string }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: `file:${join(folder, 'data.sqlite')}`, JOBINDSATS_URL: server.url, ...environment }
  const result = await promisify(execFile)(process.execPath, [cli, ...args], { env }).catch((error: { code: number, stdout: string, stderr: string }) => error)
  return { code: 'code' in result ? result.code : 0, out: result.stdout, err: result.stderr }
}

test('an operator fetches tables: one that is refused does not stop the others, and the command fails', async () => {
  const outcome = await run({ JOBINDSATS_TOKEN: 'ret-token' }, 'jobindsats', 'fetch', 'nothing', 'jobindsats-y25i01', '--latest', '2')
  expect(outcome).toMatchObject({ code: 1, err: expect.stringContaining('There is no mapping with the id "nothing"'), out: expect.stringMatching(/table: 'y25i01'[^]*created: 2/) })
  expect(server.asked.at(-1)!.url).toContain('period.M=latest:2')
}, 60_000)

test('a token that is missing or wrong is told, and never shown', async () => {
  expect((await run({}, 'jobindsats', 'fetch', 'jobindsats-y25i01')).err).toContain('JOBINDSATS_TOKEN is missing')
  const wrong = await run({ JOBINDSATS_TOKEN: 'forkert-token' }, 'jobindsats', 'fetch', 'jobindsats-y25i01')
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('401 Ugyldig token') })
  expect(wrong.out + wrong.err).not.toContain('forkert-token')
  expect((await run({ JOBINDSATS_TOKEN: 'x', JOBINDSATS_URL: 'http://example.com' }, 'jobindsats', 'fetch', 'x')).err).toContain('JOBINDSATS_URL takes')
}, 60_000)

test('a saved table is imported by a mapping', async () => {
  const file = join(folder, 'tabel.json')
  await writeFile(file, JSON.stringify({ ...TABLE, rows: [['2026M06', 'Holbæk', 806]] }))
  expect((await run({}, 'measurements', 'import', file, '--mapping', 'jobindsats-y25i01', '--reason', 'Test')).out).toContain('created: 1')
  expect((await run({}, 'measurements', 'import', file, '--mapping', 'jobindsats-y60a02')).err).toContain('does not know the column "Antal ledige fuldtidspersoner"')
  expect((await run({}, 'measurements', 'import', file, '--format', 'xml')).err).toContain('jobindsats or json-stat')
  expect((await run({}, 'measurements', 'import', file, '--mapping', 'jobindsats-y25i01', '--decimal', 'comma')).err).toContain('means nothing')
  const csv = join(folder, 'tabel.csv')
  await writeFile(csv, `${TABLE.columns.join(';')}\n2026M05;Holbæk;1.806\n`)
  expect((await run({}, 'measurements', 'import', csv, '--mapping', 'jobindsats-y25i01')).err).toContain('1806 (decimal comma)')
  expect((await run({}, 'measurements', 'import', csv, '--mapping', 'jobindsats-y25i01', '--decimal', 'comma')).out).toContain('created: 1')
}, 60_000)
