import { defineConfig } from 'drizzle-kit'

/** For `npm run db:generate`: writes a migration for what tables.ts says and the folder does not yet. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema.sqlite.ts', out: './db/migrations/sqlite' })
