import { afterAll } from 'vitest'
import { closeCopies } from './postgres-databases.ts'

// Of every test file whose databases are on PostgreSQL.
afterAll(closeCopies)
