import type { Stores } from '../../db/stores/index.ts'

const MINUTE_MS = 60_000
/** What is older goes; more than one minute, for the instances' clocks differ. */
const KEPT_MINUTES = 5
/** So many callers are told apart in a minute; where more come, the first are forgotten. */
const MOST_CALLERS = 50_000

/** How many requests of this minute are counted with this one, and when the next minute begins, in milliseconds. */
export type Rate = { current: number, msLeft: number }

/**
 * Counts requests by caller and minute: at once in this process, and together with the other instances as often as `share` is called.
 * Between two calls an instance knows only its own share of what is new.
 */
export function createRateCounter ({ stores: { rateCounts }, now }: { stores: Pick<Stores, 'rateCounts'>, now: () => Date }) {
  let minute = 0
  let forgotten = 0
  /** `own` is what the others do not know yet, `all` what was counted everywhere when it was last shared. */
  let callers = new Map<string, { own: number, all: number }>()

  function count (caller: string): Rate {
    const at = now().getTime()
    if (Math.floor(at / MINUTE_MS) !== minute) {
      minute = Math.floor(at / MINUTE_MS)
      callers = new Map()
    }
    const rate = callers.get(caller) ?? { own: 0, all: 0 }
    if (callers.size >= MOST_CALLERS && !callers.has(caller)) callers.delete(callers.keys().next().value!)
    callers.set(caller, rate)
    rate.own++
    return { current: rate.all + rate.own, msLeft: (minute + 1) * MINUTE_MS - at }
  }

  /** Tells the others what was counted here since the last time, and hears what they have; nothing happens where nothing was counted. */
  async function share (): Promise<void> {
    const [of, counted] = [minute, callers]
    const own = [...counted].flatMap(([caller, rate]) => rate.own > 0 ? [{ caller, count: rate.own }] : [])
    if (own.length === 0) return
    const all = await rateCounts.add(of, own)
    for (const { caller, count: told } of own) {
      const rate = counted.get(caller)
      if (rate === undefined) continue
      rate.own -= told
      rate.all = all.get(caller) ?? rate.all + told
    }
    if (of === forgotten) return
    await rateCounts.forget(of - KEPT_MINUTES)
    forgotten = of
  }

  return { count, share }
}

export type RateCounter = ReturnType<typeof createRateCounter>
