import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_KEY, openTestApp, type TestApp } from '../support/app.ts'
import { openCounts } from './counts.ts'
import { createFuzzer } from './surface.ts'
import { openSurface, type SurfaceName } from './surfaces.ts'

const SEED = 20_261_123
const INPUTS = 2_000

let subject: TestApp
let base: string
let stored: ReturnType<typeof openCounts>
const folder = mkdtempSync(join(tmpdir(), 'maal-fuzz-'))
beforeAll(async () => {
  const file = join(folder, 'fuzz.sqlite')
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z', databaseUrl: `file:${file}` })
  base = await subject.app.listen({ port: 0, host: '127.0.0.1' })
  stored = openCounts(file)
})
afterAll(async () => {
  stored.close()
  await subject.close()
  rmSync(folder, { recursive: true, force: true })
})

/** How many of the inputs must get through: a run in which nothing does would find nothing. */
const TAKEN: Record<SurfaceName, RegExp> = { graphql: /answered|in part/, files: / 20[01]$/, http: /\b20[04]\b/ }

// Each has a program of its own for as many as one likes, such as `npm run fuzz:files -- --inputs 100000`.
test.each(Object.keys(TAKEN) as SurfaceName[])(`${INPUTS} inputs to %s are taken or refused as they should be (seed ${SEED})`, async name => {
  const surface = await openSurface(name, { base, adminKey: ADMIN_KEY, counts: stored.counts })
  const { tryOut, tried } = createFuzzer(surface, { seed: SEED })
  await tryOut(0, INPUTS)
  await surface.close()
  expect(tried.wrong.map(({ number, what, shown }) => `number ${number}: ${what}\n${shown}`).join('\n\n'), `seed ${SEED}`).toBe('')
  const taken = Object.entries(tried.kinds).filter(([kind]) => TAKEN[name].test(kind)).reduce((sum, [, count]) => sum + count, 0)
  expect(taken).toBeGreaterThan(INPUTS / 20)
}, 300_000)
