import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_KEY, openTestApp, type TestApp } from '../support/app.ts'
import { fuzz } from '../fuzz/fuzz.ts'

const SEED = 20_261_123
const REQUESTS = 2_000

let subject: TestApp
let base: string
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
  base = `http://127.0.0.1:${(subject.app.server.address() as AddressInfo | null ?? await listening()).port}`
})
afterAll(() => subject.close())

async function listening (): Promise<AddressInfo> {
  await subject.app.listen({ port: 0, host: '127.0.0.1' })
  return subject.app.server.address() as AddressInfo
}

test(`${REQUESTS} requests made from the document are answered as it says (seed ${SEED})`, async () => {
  const { sent, statuses, byOperation, findings } = await fuzz({ base, adminKey: ADMIN_KEY, seed: SEED, requests: REQUESTS })
  expect(findings.map(({ operation, what, curl }) => `${operation}: ${what}\n${curl}`).join('\n\n'), `seed ${SEED}`).toBe('')
  expect(sent).toBeGreaterThanOrEqual(REQUESTS)
  // A run in which nothing gets through would find nothing.
  expect(statuses[200]! + statuses[201]! + statuses[204]!).toBeGreaterThan(REQUESTS / 4)
  expect(Object.keys(byOperation).length).toBeGreaterThan(80)
}, 120_000)
