import { defineConfig } from 'vitest/config'

/** What opens the services or the whole application on a database of its own: it is tested on PostgreSQL again. */
const ON_BOTH = ['services', 'graphql', 'http', 'contract'].map(folder => `test/${folder}/**/*.test.ts`)
/** What of that needs no database, is the same whatever it is, or names its own. */
const ON_ONE = [
  'test/contract/{client,graphql-documents,openapi,openapi-lint}.test.ts', 'test/graphql/{batch,documents,gate,introspection,schema}.test.ts', 'test/http/{data-versions,database-away,engines,file-loads,overload}.test.ts',
  'test/services/{gathering,plan-diff,plan-warnings,plan-writers}.test.ts', 'test/services/formats/**'
]

/** What tests run as an operator does, in processes and threads that the coverage does not see. */
const IN_PROCESSES_OF_THEIR_OWN = ['src/server.ts', 'src/cli.ts', 'src/telemetry/tracing.ts', 'src/services/formats/xlsx-worker.ts', 'db/sqlite-check.ts']

export default defineConfig({
  test: {
    globalSetup: ['test/support/postgres.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: { include: ['src/**/*.ts', 'db/**/*.ts', 'graphql/**/*.ts'], exclude: ['db/drizzle.*.ts', 'src/playground/**', ...IN_PROCESSES_OF_THEIR_OWN] },
    projects: [
      { extends: true, test: { name: 'sqlite', include: ['test/**/*.test.ts'], env: { TEST_ENGINE: 'sqlite' } } },
      { extends: true, test: { name: 'postgres', include: ON_BOTH, exclude: ON_ONE, env: { TEST_ENGINE: 'postgres' }, setupFiles: ['test/support/postgres-end.ts'] } }
    ]
  }
})
