import autocannon from 'autocannon'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

// Each request of the application is measured in turn with a bare Fastify route that sends a static buffer of the same size: the ratio is
// what counts, for machines are noisy. BENCH_ROUNDS (5) and BENCH_SECONDS (3) make it longer or shorter.

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)
const PLAN = 'synthetic-0250'
const AS_OF = '2024-09-15'

const NESTED = `{ plan(id: "${PLAN}") { title goals { title targets { title status(asOf: "${AS_OF}") { status final reason current { period value benchmark measure } explanation { da } } } } } }`

type Subject = { name: string, path: string, body?: string }
const SUBJECTS: readonly Subject[] = [
  { name: 'GET plan status', path: `/v1/plans/${PLAN}/status?asOf=${AS_OF}` },
  { name: 'GraphQL plan → goals → targets → status', path: '/graphql', body: JSON.stringify({ query: NESTED }) },
  { name: 'GET page of 50 measurements', path: '/v1/measurements?indicator=synthetic-1&area=0250' }
]

type Load = { url: string, body?: string }
const optionsOf = ({ url, body }: Load) => ({ url, ...body !== undefined && { method: 'POST' as const, body, headers: { 'content-type': 'application/json' } } })

async function requestsPerSecond (load: Load): Promise<number> {
  const result = await autocannon({ ...optionsOf(load), connections: 10, duration: SECONDS })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${load.url} answered ${result.non2xx} times otherwise than 2xx and failed ${result.errors} times`)
  return result.requests.average
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number

const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), { stdio: 'inherit' })
const [{ app, bare }] = await once(child, 'message') as [{ app: string, bare: string }]

console.log(`${ROUNDS} rounds of ${SECONDS} s each, in turn with a bare route of the same size; medians\n`)
console.log('| what | bytes | requests/s | bare route | ratio |\n| --- | --- | --- | --- | --- |')
for (const { name, path, body } of SUBJECTS) {
  const load = { url: app + path, ...body !== undefined && { body } }
  const answer = await fetch(load.url, body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  const text = await answer.text()
  if (!answer.ok || text.includes('"errors":[')) throw new Error(`${name}: ${answer.status} ${text.slice(0, 500)}`)
  const size = Buffer.byteLength(text)
  const rounds: { own: number, limit: number }[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push({ own: await requestsPerSecond(load), limit: await requestsPerSecond({ url: `${bare}/${size}` }) })
  const own = median(rounds.map(round => round.own))
  const limit = median(rounds.map(round => round.limit))
  console.log(`| ${name} | ${size} | ${Math.round(own)} | ${Math.round(limit)} | ${median(rounds.map(round => round.own / round.limit)).toFixed(3)} |`)
}
child.disconnect()
