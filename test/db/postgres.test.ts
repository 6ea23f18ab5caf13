import { describe, inject, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { describeContract } from './contract.ts'

const { url, missing } = inject('postgres')

describe.skipIf(url === null)('PostgreSQL', () => {
  let made: Promise<string> | undefined
  describeContract(async () => await openDatabase(await (made ??= createPostgresDatabase(url!))), { isShared: true })
})

test.runIf(url === null)(`PostgreSQL is not there: ${missing}`, context => { context.skip() })
