import fc, { type Arbitrary } from 'fast-check'

/** How an input was answered: `kind` is what is counted, `wrong` what should not be. */
export type Judged = { kind: string, wrong?: string | undefined }
/** What is fuzzed: its inputs, how one is sent and judged, and how one is shown so that it can be sent again. */
export type Surface<Input> = { inputs: Arbitrary<Input>, judge: (input: Input) => Promise<Judged>, shown: (input: Input) => string, close: () => Promise<void> | void }
/** The server that is fuzzed; `counts` tells how much it has stored, by table. */
export type Subject = { base: string, adminKey: string, counts: () => Record<string, number> }
export type Wrong = { number: number, what: string, shown: string, times: number }
export type Tried = { kinds: Record<string, number>, wrong: Wrong[], slowest: { ms: number, shown: string } }

const SHRINKING_MS = 20_000
/** An answer that takes longer, on a machine that others use too, hangs. */
const MOST_MS = 15_000

/**
 * Sends inputs of a surface one after the other. The same seed and number make the same input; one that is answered wrongly is made smaller
 * as long as it is answered wrongly in the same way.
 * @param onWrong is told each wrong once
 * @returns `tryOut` sends so many from a number on; `tried` is how all were answered, and each wrong once
 */
export function createFuzzer <Input> (surface: Surface<Input>, { seed, onWrong = () => {} }: { seed: number, onWrong?: (wrong: Wrong) => void }) {
  const tried: Tried = { kinds: {}, wrong: [], slowest: { ms: 0, shown: '' } }

  async function tryOut (first: number, count: number): Promise<void> {
    for (let number = first; number < first + count; number++) await tryOne(number)
  }

  async function tryOne (number: number): Promise<void> {
    let found: Wrong | undefined
    await fc.check(fc.asyncProperty(surface.inputs, async input => {
      const { kind, wrong } = await timed(input)
      if (found === undefined) tried.kinds[kind] = (tried.kinds[kind] ?? 0) + 1
      if (wrong === undefined || (found !== undefined && kindOf(found.what) !== kindOf(wrong))) return
      found = { number, what: wrong, shown: surface.shown(input), times: 1 }
      if (knownAs(found) === undefined) throw new Error(wrong)
    }), { seed: seed + number, numRuns: 1, interruptAfterTimeLimit: SHRINKING_MS })
    if (found !== undefined) note(found)
  }

  async function timed (input: Input): Promise<Judged> {
    const began = performance.now()
    const judged = await surface.judge(input).catch((error: unknown): Judged => ({ kind: 'none', wrong: `there is no answer: ${String(error)}` }))
    const ms = performance.now() - began
    if (ms > tried.slowest.ms) tried.slowest = { ms, shown: surface.shown(input) }
    return ms > MOST_MS ? { kind: judged.kind, wrong: judged.wrong ?? `it hangs: ${Math.round(ms)} ms` } : judged
  }

  const knownAs = ({ what }: Wrong): Wrong | undefined => tried.wrong.find(one => kindOf(one.what) === kindOf(what))

  function note (one: Wrong): void {
    const known = knownAs(one)
    if (known !== undefined) {
      known.times++
      return
    }
    tried.wrong.push(one)
    onWrong(one)
  }

  return { tryOut, tried }
}

/** What is wrong, without what differs each time. */
const kindOf = (what: string): string => what.replace(/"(?:[^"\\]|\\.)*"|[0-9a-f-]{20,}|\d+/g, '…').slice(0, 80)

export const WRITTEN = 3_000
/** Bytes as a text to read, or as base64 where they are no plain text; long ones are cut. */
export function shownBytes (bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString()
  const isPlain = /^[^\0-\x08\ufffd]*$/.test(text) // eslint-disable-line no-control-regex
  const whole = isPlain ? JSON.stringify(text) : `base64 ${Buffer.from(bytes).toString('base64')}`
  return whole.length > WRITTEN ? `${whole.slice(0, WRITTEN)}… (${bytes.length} bytes)` : whole
}
