import { defineConfig } from 'vitest/config'

/**
 * The tests of the engine alone, for npm run test:mutation. Without those on random input: the score is to be the same each time.
 * The engine keeps nothing but caches, so the files may share one process, which is five times as fast.
 */
export default defineConfig({
  test: { include: ['test/domain/**/*.test.ts'], exclude: ['test/domain/messages.test.ts', 'test/domain/properties.test.ts'], testTimeout: 20_000, isolate: false }
})
