import type { Statement as Prepared } from 'better-sqlite3'

/** Told of each statement that has run: its text, which holds no values, and how long it took, in milliseconds. */
export type OnStatement = (sql: string, ms: number) => void

/** Runs statements and tells how long each took, with its wait for a connection where it takes one for itself. */
export function timing (onStatement?: OnStatement) {
  if (onStatement === undefined) return async <T>(_sql: string, run: () => Promise<T>): Promise<T> => await run()
  return async <T>(sql: string, run: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    try {
      return await run()
    } finally {
      onStatement(sql, performance.now() - began)
    }
  }
}

/** What is done with a prepared statement. */
export type Runnable = Pick<Prepared, 'run' | 'get' | 'all'> & { raw: () => Runnable }

/** The same prepared statement, which tells how long it took each time. */
export function timed (prepared: Prepared, text: string, onStatement?: OnStatement): Runnable {
  if (onStatement === undefined) return prepared
  const timing = <T>(run: (...params: unknown[]) => T) => (...params: unknown[]): T => {
    const began = performance.now()
    try {
      return run(...params)
    } finally {
      onStatement(text, performance.now() - began)
    }
  }
  return {
    run: timing((...params) => prepared.run(...params)),
    get: timing((...params) => prepared.get(...params)),
    all: timing((...params) => prepared.all(...params)),
    raw: () => timed(prepared.raw(), text, onStatement)
  }
}
