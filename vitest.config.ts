import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: { include: ['src/**/*.ts', 'db/**/*.ts', 'graphql/**/*.ts'], exclude: ['db/drizzle.*.ts', 'src/playground/**'] }
  }
})
