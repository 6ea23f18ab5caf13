import { readFileSync } from 'node:fs'

/** One step of the schema: what drizzle-kit wrote, split into statements. `tag` is its file's name. */
export type Migration = { tag: string, statements: string[] }

/** Makes the table that remembers which migrations a database has had; run before it is read. */
export const MIGRATIONS_TABLE = 'create table if not exists "applied_migrations" ("tag" text primary key not null, "applied_at" text not null)'
export const APPLIED = 'select "tag" from "applied_migrations" order by "tag"'
export const APPLY = 'insert into "applied_migrations" ("tag", "applied_at") values (?, cast(current_timestamp as text))'

/** The migrations of an engine, in order. */
export function readMigrations (dialect: 'sqlite' | 'postgres'): Migration[] {
  const folder = new URL(`./migrations/${dialect}/`, import.meta.url)
  const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')) as { entries: { tag: string }[] }
  return journal.entries.map(({ tag }) => ({
    tag,
    statements: readFileSync(new URL(`${tag}.sql`, folder), 'utf8').split('--> statement-breakpoint')
  }))
}

/**
 * The migrations that a database still lacks.
 * @throws Error where it has had one that this code does not know: a newer program has been at it
 */
export function pendingMigrations (migrations: Migration[], applied: string[]): Migration[] {
  const unknown = applied.filter((tag, at) => migrations[at]?.tag !== tag)
  if (unknown.length > 0) {
    throw new Error(`The database has had migrations that this program does not know (${unknown.join(', ')}): it belongs to a newer one. Start that one, or restore a backup from before it.`)
  }
  return migrations.slice(applied.length)
}
