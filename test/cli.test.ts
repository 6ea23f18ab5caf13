import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../db/database.ts'
import { createStores } from '../db/stores/index.ts'

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'maal-cli-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a command prints and how it ends. */
async function run (...args: string[]): Promise<{ code: number, out: string, err: string }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: `file:${join(folder, 'data.sqlite')}` }
  const result = await promisify(execFile)(process.execPath, [cli, ...args], { env }).catch((error: { code: number, stdout: string, stderr: string }) => error)
  return { code: 'code' in result ? result.code : 0, out: result.stdout, err: result.stderr }
}

test('an operator migrates, seeds, exports, imports and makes a key', async () => {
  expect(await run('plan', 'export', 'hvidovre-2023')).toMatchObject({ code: 1, err: expect.stringContaining('npm run db:migrate') })
  expect((await run('migrate')).code).toBe(0)
  expect((await run('seed')).out).toContain('plans: 5')
  expect((await run('seed')).out).toContain('plans: 0')
  const file = join(folder, 'plan.json')
  expect((await run('plan', 'export', 'hvidovre-2023', file)).code).toBe(0)
  const plan = JSON.parse(await readFile(file, 'utf8')) as { title: string }
  await writeFile(file, JSON.stringify({ ...plan, title: 'Ny titel' }))
  expect(await run('plan', 'import', file)).toMatchObject({ code: 1, err: expect.stringContaining('say why') })
  expect((await run('plan', 'import', file, '--reason', 'Rettet', '--dry-run')).out).toContain('changes: 1')
  expect((await run('plan', 'import', file, '--reason', 'Rettet')).out).toContain('version: 2')
  const database = await openDatabase(`file:${join(folder, 'data.sqlite')}`)
  expect((await createStores(database).plans.versions('hvidovre-2023', { limit: 9 })).map(({ actor, reason }) => [actor, reason])).toEqual([['operator', 'Rettet'], ['seed', null]])
  await database.close()
  expect((await run('key', 'create', 'Drift', '--scope', 'admin')).out).toMatch(/^key-.+\nmaal_[\w-]{32}\n$/)
}, 60_000)

test('a plan goes out and comes in as YAML, and what is wrong with it is named by line and column', async () => {
  const file = join(folder, 'plan.yml')
  expect((await run('plan', 'export', 'holbaek-2023', file)).code).toBe(0)
  const text = await readFile(file, 'utf8')
  expect(text).toMatch(/^id: holbaek-2023\nkommune: "0316"\n/)
  await writeFile(file, `$schema: /schemas/plan.json # for the editor\n${text}`)
  expect((await run('plan', 'import', file)).out).toMatch(/changed: false[^]*changes: 0[^]*\/goals\/0\/targets\/0\/indicator: /)
  await writeFile(file, text.replace('title: Beskæftigelsesplan 2023', 'title: Ny plan # rettet'))
  expect((await run('plan', 'import', file, '--reason', 'Rettet')).out).toMatch(/version: 2[^]*changes: 1/)
  const refused = async (content: string | Buffer): Promise<string> => {
    await writeFile(file, content)
    const { code, err } = await run('plan', 'import', file, '--reason', 'Rettet')
    expect(code).toBe(1)
    return err
  }
  expect(await refused(`${text}title: [`)).toMatch(/The YAML cannot be read at line \d+, column \d+: /)
  expect(await refused(text.replace('"0316"', '0316').replace('"2023-12-31"', '2023-13-31'))).toMatch(/\/kommune: .*write it in quotes \(line 2, column 10\)\n +\/period\/to: .* \(line 7, column 7\)/)
  expect(await refused(Buffer.from(text, 'latin1'))).toContain(`${file} is not UTF-8 at line 3, column 12: save it as UTF-8`)
}, 60_000)

test('what is refused is named, place by place', async () => {
  expect((await run()).out).toContain('plan import <file>')
  expect(await run('fly')).toMatchObject({ code: 1, err: expect.stringContaining('There is no command "fly"') })
  expect((await run('plan', 'import')).err).toContain('The file is missing')
  const file = join(folder, 'rows.json')
  await writeFile(file, '{')
  expect((await run('measurements', 'import', file)).err).toContain('cannot be read as JSON')
  await writeFile(file, JSON.stringify({ measurements: [{ indicator: 'x', area: 'y', period: '2024', value: 1 }] }))
  const refused = await run('measurements', 'import', file)
  expect(refused.code).toBe(1)
  expect(refused.err).toMatch(/\/measurements\/0\/area: .*\n +\/measurements\/0\/indicator: /)
}, 60_000)

test('files of measurements are read by the ending of their names', async () => {
  expect((await run('measurements', 'import', join(folder, 'tal.txt'))).err).toContain('must end in .json, .csv, .ndjson, .jsonl, .xlsx')
  const csv = join(folder, 'tal.csv')
  const text = 'indikator;område;periode;værdi\nsygedagpenge-jobafklaring-pct-arbejdsstyrke;Frederikssund;2024-06;3,9\n'
  await writeFile(csv, Buffer.from(text, 'latin1'))
  expect(await run('measurements', 'import', csv)).toMatchObject({ code: 1, err: expect.stringContaining('not UTF-8') })
  expect((await run('measurements', 'import', csv, '--charset', 'windows-1252', '--dry-run')).out).toMatch(/created: 1[^]*committed: false/)
  await writeFile(csv, text.replace('3,9', '1.234'))
  expect((await run('measurements', 'import', csv)).err).toMatch(/\/2\/værdi: may be 1234/)
  expect(await run('measurements', 'import', csv, '--decimal', 'x')).toMatchObject({ code: 1, err: expect.stringContaining('--decimal is comma or point') })
  const lines = join(folder, 'tal.NDJSON')
  await writeFile(lines, '{"indicator":"sygedagpenge-jobafklaring-pct-arbejdsstyrke","area":"DK","period":"2024-06","value":3.4}\n')
  expect((await run('measurements', 'import', lines, '--reason', 'Hentet')).out).toContain('created: 1')
  const database = await openDatabase(`file:${join(folder, 'data.sqlite')}`)
  const [last] = await createStores(database).imports.page({}, { limit: 1 })
  expect(last).toMatchObject({ kind: 'ndjson', actor: 'operator', fileName: 'tal.NDJSON', reason: 'Hentet' })
  await database.close()
}, 60_000)

test('the log of deliveries is trimmed only where that is confirmed', async () => {
  expect((await run('trim', '--before', '2026-01-01')).out).toContain('0 deliveries with 0 attempts were settled before 2026-01-01. --confirm removes them.')
  expect((await run('trim', '--before', '2026-01-01', '--confirm')).out).toContain('0 deliveries that were settled before 2026-01-01 are removed')
  expect(await run('trim')).toMatchObject({ code: 1, err: expect.stringContaining('The day (--before 2026-01-01) is missing') })
  for (const day of ['2026-02-30', '9999-01-01']) expect(await run('trim', '--before', day)).toMatchObject({ code: 1, err: expect.stringContaining('is no day up to today') })
}, 60_000)

test('a database is backed up, verified and restored', async () => {
  const backup = join(folder, 'backups', 'one.sqlite')
  const file = join(folder, 'data.sqlite')
  expect((await run('backup', backup)).out).toMatch(/one\.sqlite is written and verified: 5 plans, \d+ targets, \d+ measurements/)
  expect(await run('backup', backup)).toMatchObject({ code: 1, err: expect.stringContaining('is there already') })
  expect((await run('backup', 'verify', backup)).out).toContain('is sound: 5 plans')
  await writeFile(file, 'damaged')
  expect(await run('plan', 'export', 'hvidovre-2023')).toMatchObject({ code: 1, err: expect.stringContaining('restore a backup') })
  expect((await run('backup', 'restore', backup)).out).toMatch(/data\.sqlite is what .*one\.sqlite holds; the earlier file is .*data\.sqlite\.before-restore-\d{4}-\d\d-\d\dT\d{9}Z: 5 plans/)
  expect((await run('plan', 'export', 'hvidovre-2023')).out).toContain('"hvidovre-2023"')
  expect((await run('backup', 'verify')).err).toContain('The file is missing')
}, 60_000)
