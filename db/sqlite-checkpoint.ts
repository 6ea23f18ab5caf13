import Client from 'better-sqlite3'
import { workerData } from 'node:worker_threads'

// A thread of its own: moves what a long list has written from the log into the database, while the others go on.
const connection = new Client(workerData as string, { fileMustExist: true })
connection.pragma('wal_checkpoint(passive)')
connection.close()
