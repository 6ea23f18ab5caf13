import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'maal-server-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

/** Starts the server on a database of the test, as an operator does. @returns what it says until it listens (then it is stopped) or ends */
async function startOn (port: number): Promise<string> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('../src/start.mjs', import.meta.url))], {
    env: { PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: 'silent', DATABASE_URL: `file:${join(folder, 'data.sqlite')}` }
  })
  let said = ''
  const hear = (text: Buffer): void => {
    said += text.toString()
    if (said.includes('/graphql')) setTimeout(() => server.kill('SIGTERM'), 50)
  }
  server.stdout.on('data', hear)
  server.stderr.on('data', hear)
  await once(server, 'close')
  return said
}

test('a first start that finds its port taken does not lose the admin key; it is shown once', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const first = await startOn((other.address() as AddressInfo).port)
  expect(first).toMatch(/HOST 127\.0\.0\.1, PORT \d+: listen EADDRINUSE/)
  expect(first).toMatch(/Admin key {7}maal_\S{32}\n/)
  other.close()
  expect(await startOn(0)).not.toContain('Admin key')
}, 60_000)
