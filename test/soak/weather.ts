/** What may be the matter at a moment: what a request may be answered depends on it. */
export type Trouble = 'killed' | 'full' | 'slow'

/** Keeps when what was the matter, in instants of `performance.now()`. */
export function createWeather () {
  const spells = new Map<Trouble, { from: number, to: number }[]>([['killed', []], ['full', []], ['slow', []]])

  function begin (trouble: Trouble): void {
    spells.get(trouble)!.push({ from: performance.now(), to: Infinity })
  }

  /** @param afterMs how long its consequences are still met */
  function end (trouble: Trouble, afterMs = 0): void {
    spells.get(trouble)!.at(-1)!.to = performance.now() + afterMs
  }

  /** Whether it was the matter at any time since an instant. */
  const was = (trouble: Trouble, since: number): boolean => spells.get(trouble)!.some(({ to }) => to >= since)

  return { begin, end, was }
}

export type Weather = ReturnType<typeof createWeather>
