import { generateDrizzleJson, generateMigration, generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pendingMigrations, readMigrations } from '../../db/migrations.ts'
import * as postgres from '../../db/schema.postgres.ts'
import * as sqlite from '../../db/schema.sqlite.ts'

const folder = (dialect: string) => new URL(`../../db/migrations/${dialect}/`, import.meta.url)
function lastSnapshot (dialect: string) {
  const name = readdirSync(new URL('meta/', folder(dialect))).filter(name => name.endsWith('_snapshot.json')).sort().at(-1)!
  return JSON.parse(readFileSync(new URL(`meta/${name}`, folder(dialect)), 'utf8'))
}

describe('the migrations say what tables.ts says (if not: npm run db:generate)', () => {
  test('on SQLite', async () => {
    expect(await generateSQLiteMigration(lastSnapshot('sqlite'), await generateSQLiteDrizzleJson({ ...sqlite }))).toEqual([])
  })

  test('on PostgreSQL', async () => {
    expect(await generateMigration(lastSnapshot('postgres'), generateDrizzleJson({ ...postgres }))).toEqual([])
  })

  test('and both engines have as many', () => {
    expect(readMigrations('postgres')).toHaveLength(readMigrations('sqlite').length)
  })
})

describe('what is pending', () => {
  const all = ['0000_a', '0001_b'].map(tag => ({ tag, statements: [] }))

  test('are those after the ones that were applied', () => {
    expect(pendingMigrations(all, [])).toEqual(all)
    expect(pendingMigrations(all, ['0000_a'])).toEqual(all.slice(1))
    expect(pendingMigrations(all, ['0000_a', '0001_b'])).toEqual([])
  })

  test.each([[['0001_b']], [['0000_a', '0001_x']], [['0000_a', '0001_b', '0002_c']]])('is not known after %j', applied => {
    expect(() => pendingMigrations(all, applied)).toThrow(/belongs to a newer one/)
  })
})
