import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { describeContract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'maal-sqlite-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

describe('a SQLite file', () => {
  describeContract(async () => await openDatabase(`file:${join(folder, 'made', 'contract.sqlite')}`), { isShared: true })
})

describe('SQLite in memory', () => {
  describeContract(async () => await openDatabase('file::memory:'), { isShared: false })
})
