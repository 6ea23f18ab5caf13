import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Json, openServers, type Servers } from '../sync/servers.ts'
import { FIXED, prepare } from '../sync/world.ts'

const TARGET = `/v1/targets/${FIXED}.a/comments`
const LONGEST_MS = 90_000
/** As long as a request is believed to be under way whose server said nothing. */
const BELIEVED_MS = 30_000

type Sent = { status: number, body: Json }

/**
 * The same Idempotency-Key to every server at the same instant, again and again; and servers that are killed in the middle of a request with one, before
 * and after it has written. @returns what was found wrong, by what it is about, and what was seen
 */
export async function trySameKey ({ databaseUrl, servers: count, rounds }: { databaseUrl: string, servers: number, rounds: number }) {
  const servers = await openServers({ databaseUrl, count, clock: { start: new Date().toISOString(), speed: 1 } })
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  try {
    await prepare(servers)
    const together = await atOnce(servers, count, rounds)
    const before = await killedBefore(servers, database)
    const after = await killedAfter(servers, database)
    return {
      problems: { 'the same key to all servers at once': together.problems, 'a key whose server was killed before it wrote': before.problems, 'a key whose server was killed after it wrote': after.problems } as Record<string, string[]>,
      figures: { rounds, ...together.figures, secondsUntilAKeyIsFree: before.seconds, saidOfWhatWasWritten: after.said }
    }
  } finally {
    await database.end()
    await servers.stop()
  }
}

const post = async (base: string, key: string, text: string, path = TARGET): Promise<Sent> => {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { authorization: 'Bearer sync-run-admin-key-0123456789', 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ on: new Date().toISOString().slice(0, 10), text, author: 'Chefen' })
  })
  return { status: response.status, body: await response.json() }
}

const written = async ({ list }: Servers, text: string): Promise<number> => (await list(TARGET, true)).filter(comment => comment.text === text).length

async function atOnce (servers: Servers, count: number, rounds: number) {
  const problems: string[] = []
  const figures = { answeredAtOnce: 0, toldToWait: 0 }
  for (let round = 0; round < rounds; round++) {
    const [key, text] = [randomUUID(), `Runde ${round}`]
    const places = Array.from({ length: count * 2 }, (_, place) => servers.urlOf(place % count))
    const first = await Promise.all(places.map(base => post(base, key, text)))
    for (const { status, body } of first) {
      if (status === 201) figures.answeredAtOnce++
      else if (status === 503 && String(body.detail).includes('still under way')) figures.toldToWait++
      else problems.push(`round ${round} was answered with ${status}: ${JSON.stringify(body)}`)
    }
    const again = await Promise.all(places.map(base => post(base, key, text)))
    const bodies = new Set([...first.filter(({ status }) => status === 201), ...again].map(({ status, body }) => `${status} ${JSON.stringify(body)}`))
    if (bodies.size !== 1) problems.push(`round ${round} was answered in several ways: ${[...bodies].join('; ')}`)
    const times = await written(servers, text)
    if (times !== 1) problems.push(`round ${round} was carried out ${times} times`)
  }
  return { problems, figures }
}

/** Holds the counter that every write needs, so that the request cannot go on; kills its server there; lets the counter go. */
async function killedBefore (servers: Servers, database: pg.Client) {
  const [key, text] = [randomUUID(), 'Dræbt før']
  await database.query("begin; select last from event_counter where name = 'audit' for update")
  const lost = post(servers.urlOf(0), key, text).catch(() => null)
  await until(async () => (await holder(database, key)) !== undefined)
  await setTimeout(500)
  await servers.kill('SIGKILL', 0)
  await database.query('rollback')
  const began = Date.now()
  await lost
  const answers = await askUntil(servers, key, text, ({ status }) => status === 201)
  const last = answers.at(-1)
  const problems = answers.slice(0, -1).filter(({ status }) => status !== 503).map(({ status, body }) => `it was answered with ${status}: ${JSON.stringify(body)}`)
  if (last?.status !== 201) problems.push(`at the end it was answered with ${last?.status}: ${JSON.stringify(last?.body)}`)
  const times = await written(servers, text)
  if (times !== 1) problems.push(`it was carried out ${times} times`)
  return { problems, seconds: Math.round((Date.now() - began) / 1000) }
}

/** Keeps the answer from being stored, so that the server is killed between what it wrote and what it answers. */
async function killedAfter (servers: Servers, database: pg.Client) {
  const [key, text] = [randomUUID(), 'Dræbt efter']
  await database.query('create function hold () returns trigger language plpgsql as $$ begin perform pg_sleep(600); return new; end $$; create trigger hold before update of answer on idempotency_keys for each row execute function hold()')
  const lost = post(servers.urlOf(0), key, text).catch(() => null)
  await until(async () => (await holder(database, key))?.effect !== undefined && (await holder(database, key))!.effect !== '')
  await servers.kill('SIGKILL', 0)
  await database.query("select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'")
  await database.query('drop trigger hold on idempotency_keys; drop function hold')
  await lost
  const answers = await askUntil(servers, key, text, ({ body }) => String(body.detail).includes('was carried out'))
  const problems = answers.slice(0, -1).filter(({ status }) => status !== 503).map(({ status, body }) => `it was answered with ${status}: ${JSON.stringify(body)}`)
  const said = String(answers.at(-1)?.body.detail)
  if (!said.includes(`was carried out (comment.recorded ${FIXED}.a)`)) problems.push(`at the end it was told: ${said}`)
  const times = await written(servers, text)
  if (times !== 1) problems.push(`it was carried out ${times} times`)
  return { problems, said }
}

const holder = async (database: pg.Client, key: string): Promise<{ effect: string } | undefined> =>
  (await database.query<{ effect: string }>('select effect from idempotency_keys where key = $1', [key])).rows[0]

/** Asks one server after another until an answer is as it should be, or that takes too long. */
async function askUntil (servers: Servers, key: string, text: string, isEnd: (answer: Sent) => boolean): Promise<Sent[]> {
  const answers: Sent[] = []
  for (const end = Date.now() + BELIEVED_MS + LONGEST_MS; Date.now() < end; await setTimeout(500)) {
    const answer = await post(servers.url(), key, text)
    answers.push(answer)
    if (isEnd(answer)) break
  }
  return answers
}

async function until (isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; !await isSo(); await setTimeout(20)) {
    if (Date.now() > end) throw new Error('What was waited for did not come.')
  }
}
