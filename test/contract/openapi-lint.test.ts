import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../support/rest.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const DOCUMENT = join(root, 'openapi/openapi.json')
const LINTERS = {
  redocly: ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--config=openapi/redocly.yaml', '--format=stylish', '--max-problems=20'],
  spectral: ['node_modules/@stoplight/spectral-cli/dist/index.js', 'lint', '--ruleset=openapi/spectral.yaml', '--fail-severity=hint', '--quiet']
}

/** What a linter says of a document, as `npm run lint:openapi` does; nobody is told of the run. */
function lint (name: keyof typeof LINTERS, file: string): { status: number | null, said: string } {
  const [program, ...args] = LINTERS[name]
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, program!), ...args, file], {
    cwd: root, encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  })
  return { status, said: `${stdout}\n${stderr}` }
}

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'maal-lint-')) })
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(['redocly', 'spectral'] as const)('%s', name => {
  test('finds nothing, neither errors nor warnings', () => {
    const { status, said } = lint(name, DOCUMENT)
    expect(status, said).toBe(0)
  }, 60_000)

  test('finds what is wrong: a test of the test', () => {
    const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Document
    document.paths['/v1/plans']!.get!.operationId = 'getPlan'
    delete (document.components.schemas.NationalGoalInput as { properties: Record<string, { maxLength?: number }> }).properties.title!.maxLength
    const file = join(folder, `${name}.json`)
    writeFileSync(file, JSON.stringify(document))
    const { status, said } = lint(name, file)
    expect(status).not.toBe(0)
    for (const rule of name === 'redocly' ? ['operation-operationId-unique'] : ['operation-operationId-unique', 'owasp:api4:2023-string-limit']) expect(said).toContain(rule)
  }, 60_000)
})
