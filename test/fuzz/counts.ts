import Database from 'better-sqlite3'

const TABLES = ['measurements', 'imports', 'plans', 'plan_versions', 'goals', 'targets', 'audit']

/** Counts what an SQLite file holds, beside the server that writes to it. */
export function openCounts (file: string): { counts: () => Record<string, number>, close: () => void } {
  const database = new Database(file, { readonly: true })
  const count = database.prepare(`select ${TABLES.map(table => `(select count(*) from ${table}) as ${table}`).join(', ')}`)
  return { counts: () => count.get() as Record<string, number>, close: () => { database.close() } }
}
