import { createHash } from 'node:crypto'
import type pg from 'pg'

type Query = (config: pg.QueryConfig, params?: unknown[]) => Promise<pg.QueryResult>

const MOST_TEXTS = 300
/** Each connection keeps what it has prepared. */
const MOST_PREPARED = 100
/** It is not there, or is there already: a pooler lets transactions share connections, and knows nothing of prepared statements. */
const MISPLACED = ['26000', '42P05']

/** Whether a read failed for how it was prepared, and would not have failed otherwise. */
export const isMisplaced = (error: unknown): boolean => MISPLACED.includes(String((error as { code?: string } | null)?.code))

const texts = new Map<string, string>()
const prepared = new Set<string>()

/** The text with $1, $2 … for each `?`. No statement of ours has a question mark of another kind. */
export function numbered (text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  let place = 0
  const made = text.replace(/\?/g, () => `$${++place}`)
  if (texts.size >= MOST_TEXTS) texts.clear()
  texts.set(text, made)
  return made
}

/**
 * Runs reads, hand-written ones prepared: parsed and planned once a connection. Where a pooler has no part in that, none is prepared any
 * more. The name of one is its text's, so that it means the same to every process that shares a connection.
 */
export function createReader (query: Query) {
  let isPreparing = true
  const nameOf = nameOnce()

  /** Runs a read, by its name if it has one. */
  async function run (config: pg.QueryConfig, params?: unknown[]): Promise<pg.QueryResult> {
    if (config.name === undefined || !isPreparing) return await query({ ...config, name: undefined }, params)
    try {
      return await query({ ...config, name: nameOf(config.text) }, params)
    } catch (error) {
      if (!isMisplaced(error)) throw error
      isPreparing = false
      return await query({ ...config, name: undefined }, params)
    }
  }

  /** Runs a hand-written read with `?` for its parameters; rows come as arrays. */
  const rows = async (text: string, values: unknown[]): Promise<unknown[][]> => {
    const made = numbered(text)
    return (await run({ text: made, values, rowMode: 'array', ...isPlannedOnce(text) && { name: made } } as pg.QueryConfig)).rows as unknown[][]
  }

  return { run, rows }
}

/** What has a limit is planned anew each time, for the plan depends on how much is asked for. */
function isPlannedOnce (text: string): boolean {
  if (prepared.has(text)) return true
  if (prepared.size >= MOST_PREPARED || /\blimit \?/.test(text)) return false
  prepared.add(text)
  return true
}

function nameOnce (): (text: string) => string {
  const names = new Map<string, string>()
  return text => {
    const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32)
    names.set(text, name)
    return name
  }
}
