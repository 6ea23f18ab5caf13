import { defineConfig } from 'vitest/config'

// The tests of the engine alone, for npm run test:mutation.
export default defineConfig({
  test: { include: ['test/domain/**/*.test.ts'], exclude: ['test/domain/messages.test.ts'], testTimeout: 20_000 }
})
