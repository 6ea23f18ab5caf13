import neostandard from 'neostandard'
import tseslint from 'typescript-eslint'

export default [
  { ignores: ['node_modules/', 'coverage/', 'dist/', 'db/migrations/', 'data/', 'src/client/openapi.d.ts'] },
  ...neostandard({ ts: true, noJsx: true }),
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    rules: {
      // A drizzle builder that nobody awaits never runs, and says nothing.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // An import of types alone must leave no import at run time: import type, not import { type … }.
      '@typescript-eslint/no-import-type-side-effects': 'error'
    }
  }
]
