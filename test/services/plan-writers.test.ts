import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { ADMIN, openServices, planBody, type TestServices } from '../support/services.ts'

const folder = mkdtempSync(join(tmpdir(), 'maal-writers-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const { url } = inject('postgres')
const engines: [string, number, (() => Promise<string>) | null][] = [
  ['SQLite', 1_000, async () => `file:${join(folder, 'writers.sqlite')}`],
  ['PostgreSQL', 200, url === null ? null : () => createPostgresDatabase(url)]
]

/** How many commitments each of the two changes in turn. */
const OWN = 50

/** Changes commitments on top of the version that it read; answers what was written, and how each of the others was refused. */
async function write ({ services }: TestServices, name: string, attempts: number) {
  const written: { code: string, quantity: number, version: number }[] = []
  const refused: AppError[] = []
  for (let at = 0; at < attempts; at++) {
    const { version } = await services.plans.document(ADMIN, 'p')
    const code = `${name}${at % OWN}`
    const quantity = at + 1
    await services.planEdits.commitments.update(ADMIN, `p.${code}`, { quantity }, { expectedVersion: version }).then(
      done => written.push({ code, quantity, version: done.version }),
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error
        refused.push(error)
      })
  }
  return { written, refused }
}

describe('two writers at once, each with a connection of its own', () => {
  test.each(engines.filter(([, , make]) => make !== null))('on %s, %i edits: none is lost, no version is skipped, and each that comes too late is told what changed', async (_, edits, make) => {
    const databaseUrl = await make!()
    const one = await openServices({ databaseUrl })
    const other = await openServices({ databaseUrl })
    try {
      await one.services.plans.putDocument(ADMIN, 'p', planBody({ status: 'draft', goals: [], commitments: ['Bo', 'Ib'].flatMap(name => Array.from({ length: OWN }, (_, at) => ({ code: `${name}${at}`, text: 'Svar', quantity: 0, unit: 'hours' }))) }))
      const both = await Promise.all([write(one, 'Bo', edits / 2), write(other, 'Ib', edits / 2)])
      const written = both.flatMap(writer => writer.written)
      const refused = both.flatMap(writer => writer.refused)
      expect(written.length + refused.length).toBe(edits)
      // Each reads, and then writes: where they never meet, nothing is shown.
      expect(refused.length).toBeGreaterThan(0)
      for (const { code, members } of refused) {
        expect([code, Number(members.changesSince) >= 1, (members.changes as unknown[]).length >= 1]).toEqual(['version_conflict', true, true])
      }
      const { document, version } = await other.services.plans.document(ADMIN, 'p')
      const last = new Map(written.map(({ code, quantity }) => [code, quantity]))
      expect(document.commitments).toEqual(document.commitments?.map(one => ({ ...one, quantity: last.get(one.code) ?? 0 })))
      for (const edit of written) {
        const { document: then } = await other.services.plans.document(ADMIN, 'p', edit.version)
        expect(then.commitments?.find(one => one.code === edit.code)?.quantity).toBe(edit.quantity)
      }
      expect(version).toBe(written.length + 1)
      expect(written.map(edit => edit.version).sort((a, b) => a - b)).toEqual(written.map((_edit, at) => at + 2))
    } finally {
      await one.database.close()
      await other.database.close()
    }
  }, 60_000)
})
