// Fuzzes one surface of a server of its own until so many inputs were sent, and ends with 1 where anything was wrong:
//   npm run fuzz:graphql -- --inputs 100000
//   npm run fuzz:files -- --seed 7 --first 4200 --inputs 500
//   npm run fuzz:http
// Whatever is wrong is printed once, made as small as it gets. After each tenth the server tells its memory, which may not keep growing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openCounts } from './counts.ts'
import { type Memory, startServer } from './server.ts'
import { createFuzzer, type Wrong } from './surface.ts'
import { isSurface, openSurface, SURFACES } from './surfaces.ts'

const STEPS = 10
/** How much more of the heap may be in use at the end than after the first tenth, when everything has been used once, in MB. */
const MOST_GROWTH = 40

const { values, positionals: [name = ''] } = parseArgs({ allowPositionals: true, options: { inputs: { type: 'string', default: '10000' }, seed: { type: 'string', default: String(Date.now() % 1e9) }, first: { type: 'string', default: '0' } } })
if (!isSurface(name)) throw new Error(`Name one of ${Object.keys(SURFACES).join(', ')}.`)
const [inputs, seed, first] = [Number(values.inputs), Number(values.seed), Number(values.first)]
const folder = mkdtempSync(join(tmpdir(), 'maal-fuzz-'))
const file = join(folder, 'fuzz.sqlite')
const server = await startServer(file)
const { counts, close } = openCounts(file)
const surface = await openSurface(name, { base: server.base, adminKey: server.adminKey, counts })
const { tryOut, tried } = createFuzzer(surface, { seed, onWrong: tell })
const memories: Memory[] = []
const began = Date.now()

function tell ({ number, what, shown }: Wrong): void {
  console.log(`\nWRONG  seed ${seed}, number ${number}: ${what}\n       ${shown}\n`)
  process.exitCode = 1
}

console.log(`${name}: seed ${seed}, ${inputs} inputs`)
for (let step = 0; step < STEPS && !server.hasEnded(); step++) {
  const [from, to] = [Math.floor(inputs * step / STEPS), Math.floor(inputs * (step + 1) / STEPS)]
  await tryOut(first + from, to - from)
  if (server.hasEnded()) break
  const memory = await server.memory()
  memories.push(memory)
  console.log(`${to} inputs in ${Math.round((Date.now() - began) / 1000)} s: ${Object.entries(tried.kinds).toSorted().map(([kind, count]) => `${kind}: ${count}`).join(', ')}; heap ${memory.heap.toFixed(1)} MB, resident ${memory.resident.toFixed(0)} MB; slowest ${Math.round(tried.slowest.ms)} ms ${tried.slowest.shown.slice(0, 200)}`)
}
const wrong = (what: string): void => { tell({ number: 0, what, shown: '', times: 1 }) }
if (server.hasEnded()) wrong('the server ended')
for (const line of server.errors.slice(0, 5)) wrong(`the server logged an error: ${line.slice(0, 2_000)}`)
const growth = (memories.at(-1)?.heap ?? 0) - (memories[0]?.heap ?? 0)
if (growth > MOST_GROWTH) wrong(`the heap has grown by ${growth.toFixed(0)} MB`)
await surface.close()
close()
await server.stop()
rmSync(folder, { recursive: true, force: true })
console.log(process.exitCode === 1 ? `Something is wrong: ${tried.wrong.map(({ what, times }) => `${times} times: ${what.slice(0, 100)}`).join('; ')}` : 'Nothing is wrong.')
